"""How a rating is worded: with family and friends nothing is all business."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.model import Acquaintance, Interaction
from netjournal.practice.answering import say_scale
from netjournal.practice.nearness import are_near, in_near_words
from netjournal.settings import DEFAULTS, Scales

VOGT = Acquaintance(id="9", name="Herr Vogt", tags=("work:orders",), circle="wider")


def known(name: str = "Ines Duarte", **said: object) -> Acquaintance:
    return Acquaintance(id="1", name=name, **said)  # type: ignore[arg-type]  # fields by name


def with_them(*people: Acquaintance, tags: tuple[str, ...] = ()) -> bool:
    entry = Interaction(
        id="7", date=dt.date(2026, 10, 14), people=tuple(one.id for one in people), text="called", tags=tags
    )
    return are_near(entry, people)


@pytest.mark.parametrize(
    "person",
    [
        known(tags=("family",)),
        known(tags=("choir", "old-friends")),
        known(tags=("friends:school",)),
        known(circle="inner"),
        known("Dad"),
        known(nicknames=("my sister",)),
        known(role="aunt"),
    ],
)
def test_family_and_friends_are_near(person: Acquaintance) -> None:
    assert with_them(person)
    assert not with_them(person, VOGT)


@pytest.mark.parametrize("person", [VOGT, known(), known(circle="wider"), known("Karim's dad")])
def test_others_are_not(person: Acquaintance) -> None:
    assert not with_them(person)


def test_an_entry_may_say_so() -> None:
    assert with_them(known(), tags=("friends",))
    assert not with_them(known(), tags=("work",))
    assert not with_them()
    somebody_is_deleted = Interaction(id="7", date=dt.date(2026, 10, 14), people=("1", "2"))
    assert not are_near(somebody_is_deleted, [known("Dad")])


@pytest.mark.parametrize(
    ("text", "is_near"),
    [
        ("wrote to Bela, an old friend from school", True),
        ("Bela rang, my oldest friend", True),
        ("tea with Bela, a friend since childhood", True),
        ("an old friend of mine", True),
        ("Bela, an old friend of Ines", False),
        ("Bela will bring a friend from school", False),
        ("Bela brought an old friend", False),
        ("made a friend", False),
    ],
)
def test_so_is_an_old_friend_by_what_one_writes(text: str, is_near: bool) -> None:
    entry = Interaction(id="7", date=dt.date(2026, 10, 14), people=("1",), text=text)
    assert are_near(entry, [known("Bela")]) is is_near
    assert not are_near(replace(entry, people=("1", "9")), [known("Bela"), VOGT])


def test_only_the_words_are_others() -> None:
    assert say_scale("friend", in_near_words(DEFAULTS.scales)) == "/1 in passing … /5 with all my heart"
    own = in_near_words(Scales(near=("nebenbei", "mittel", "von Herzen")))
    assert say_scale("friend", own) == "/1 nebenbei … /5 von Herzen"
    assert say_scale("energy", own) == say_scale("energy")
