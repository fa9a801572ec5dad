"""Family and old friends are new to the journal, and not to oneself."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.language.capture import Capture
from netjournal.language.names.deciding import Newcomer
from netjournal.model import Goal
from netjournal.practice.goal_presets import PRESETS
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry

_FIRST, _LAST = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
MEET = Goal(id="", text="meet 8 new people", target=8, since=_FIRST, by=_LAST, unit="person", when=("first",))


def logged(journal: Journal, name: str, text: str, *tags: str) -> tuple[bool, bool]:
    """Whether the question is one for a first talk, and whether somebody new is counted."""
    who = (Newcomer(name=name),)
    said = Capture(date=TODAY, text=text, who=who, channel="in_person", tags=tags)
    done = journal.log(said, now=NOW, prompts=built_in, settings=Settings())
    assert done.choice
    counted = journal.counts_toward(done.entry, TODAY)
    return "first" in done.choice.prompt.when, bool(counted)


@pytest.mark.parametrize(
    ("name", "text", "tags", "found"),
    [
        ("Amina Sow", "tea, she showed me her loom", (), (True, True)),
        ("Dad", "tea, he told of the boat", (), (False, False)),
        ("my sister Ines", "tea", (), (False, False)),
        ("Katrin", "tea, we laughed", ("friends",), (False, True)),
        ("Bela", "tea with Bela, an old friend from school", (), (False, False)),
        ("Bela", "tea with Bela; we were at school together", (), (False, False)),
        ("Tom", "Tom, my cousin from Leeds", (), (False, False)),
        ("Omar", "met Omar again", (), (False, False)),
        ("Omar", "Omar, knew him from before", (), (False, False)),
        ("Omar", "Omar; would gladly meet Omar again", (), (True, True)),
        ("Omar", "Omar, told me about my cousin", (), (True, True)),
    ],
)
def test_of_them_nothing_is_asked_as_of_a_stranger(
    journal: Journal, name: str, text: str, tags: tuple[str, ...], found: tuple[bool, bool]
) -> None:
    bring(journal, entry("2026-09-01"))
    journal.set_goal(MEET, now=NOW)
    assert logged(journal, name, text, *tags) == found


@pytest.mark.parametrize(
    ("text", "is_new"),
    [
        ("tea with Graça, she gave me the keys", False),
        ("Graça called, met a man called Rui", False),
        ("met Graça again at the archive", False),
        ("met Graça at the port", True),
        ("tea with the new one, Graça", True),
        ("zoom with Graça (teaches geology)", True),
        ("Rui introduced me to Graça, a carpenter", True),
    ],
)
def test_in_a_young_journal_most_are_known(journal: Journal, text: str, is_new: bool) -> None:
    bring(journal, entry("2026-11-01"))
    assert logged(journal, "Graça", text)[0] is is_new


def test_of_several_those_count_of_whom_it_is_not_said(journal: Journal) -> None:
    goal = journal.set_goal(MEET, now=NOW)
    who = (Newcomer(name="Bela Kiss"), Newcomer(name="Amina"))
    said = Capture(date=TODAY, text="tea with Amina and Bela, an old friend from school", who=who)
    journal.log(said, now=NOW, prompts=built_in, settings=Settings())
    assert journal.progress(goal, TODAY).done == 1
    counts = journal.pages(Settings(), TODAY).counts("2026-11")
    assert [journal.person(id).name for id in counts.new] == ["Amina"]


@pytest.mark.parametrize(
    ("text", "mood", "counts"),
    [
        ("Omar, boats", None, True),
        ("Omar, boats", 3, True),
        ("Omar, boats", 2, False),
        ("Omar, never again", None, False),
        ("Omar was unpleasant", None, False),
        ("Omar, the waiter was rude", None, True),
        ("got shouted at by Omar in front of everybody", None, False),
        ("Omar, not unpleasant at all", 4, True),
    ],
)
def test_who_was_not_liked_is_nobody_one_would_gladly_meet_again(
    journal: Journal, text: str, mood: int | None, counts: bool
) -> None:
    preset = PRESETS["new-people"]
    gladly = journal.set_goal(replace(MEET, unit=preset.unit, when=preset.when), now=NOW)
    every = journal.set_goal(replace(MEET, unit="person"), now=NOW)
    said = Capture(date=TODAY, text=text, who=(Newcomer(name="Omar"),), mood=mood)
    journal.log(said, now=NOW, prompts=built_in, settings=Settings())
    assert [journal.progress(goal, TODAY).done for goal in (gladly, every)] == [counts, 1]
