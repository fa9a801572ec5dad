"""Family and old friends are new to the journal, and not to oneself."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.capture import Capture
from netjournal.language.names.deciding import Newcomer
from netjournal.model import Goal
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY

_FIRST, _LAST = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
MEET = Goal(id="", text="meet 8 new people", target=8, since=_FIRST, by=_LAST, when=("first",))


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
        ("Bela", "tea with Bela, an old friend from school", (), (False, True)),
    ],
)
def test_of_them_nothing_is_asked_as_of_a_stranger(
    journal: Journal, name: str, text: str, tags: tuple[str, ...], found: tuple[bool, bool]
) -> None:
    journal.set_goal(MEET, now=NOW)
    assert logged(journal, name, text, *tags) == found
