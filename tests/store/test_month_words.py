"""What is known of a month's words spares a search the month, and is worth nothing once the month changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.haystack import haystack, needle, tidied
from netjournal.language.worded import may_begin, word_set
from netjournal.model import Interaction, Promise
from netjournal.store import searching
from netjournal.store.files import Signature, read_whole
from netjournal.store.journal import Journal
from tests.store.anything import texts
from tests.store.journals import (
    NOW,
    bring,
    entry,
    files_holding,
    in_memory,
    person,
    places_in,
    question,
    rewrite,
)
from tests.store.operations import OPERATIONS
from tests.store.test_searching import PEOPLE, QUERIES, WORDS, check, entries, found

OpenJournal = Callable[[], Journal]


def learn(journal: Journal) -> list[str]:
    """Learn all there is to learn."""
    return [shelf[7:] for shelf in journal.learn_words()]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The months that a search reads."""
    names: list[str] = []

    def opening(path: Path) -> tuple[bytes, Signature] | None:
        names.append(path.stem)
        return read_whole(path)

    monkeypatch.setattr(searching, "read_whole", opening)
    return names


@settings(max_examples=12, deadline=None)
@given(st.lists(entries, max_size=8), st.lists(entries, max_size=3))
def test_with_what_was_learned_it_finds_what_it_found_without(
    some: list[Interaction], more: list[Interaction]
) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *PEOPLE, *some)
        learn(journal)
        check(journal, QUERIES)
        bring(journal, *more)
        check(journal, QUERIES)
        journal.close()


@settings(max_examples=100, deadline=None)
@given(texts | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join), st.booleans(), st.data())
def test_whatever_is_found_in_a_text_begins_a_word_of_it(
    text: str, escaped: bool, data: st.DataObject
) -> None:
    tables = {"interactions": {"A": {"date": "2026-11-17", "text": text}}}
    words = word_set(json.dumps(tables, ensure_ascii=escaped).encode())
    assert words is not None
    start = data.draw(st.integers(0, len(text)))
    wanted = needle(text[start : data.draw(st.integers(start, len(text)))], exact=False)
    if wanted is not None and wanted.is_in(tidied(haystack(text))):
        ways = [way.split() for way in wanted.ways]
        assert any(all(may_begin(words, [word]) for word in way) for way in ways)


def test_months_without_the_words_are_not_opened(journal: Journal, opened: list[str]) -> None:
    bring(journal, *PEOPLE, entry(text="Lunch at Café Lula"), entry("2026-10-16", tags=("work:hiring",)))
    bring(journal, entry("2026-09-01", promises=(Promise(text="a keel"),), place="Göteborg"))
    bring(journal, entry("2026-08-01", people=(PEOPLE[0].id,), reflection=question("answered", answer="Hmm")))
    assert learn(journal) == ["2026-11", "2026-10", "2026-09", "2026-08"]
    for text, months in (
        ("caf", ["2026-11"]),
        ("hiring", ["2026-10"]),
        ("keel or lunch", ["2026-11", "2026-09"]),
        ("keel goeteborg", ["2026-09"]),
        ("keel lunch", []),
        ('"keel at"', ["2026-09"]),
        ("unsaid", ["2026-08"]),
        ("grace", ["2026-08"]),
        ("grace keel", []),
        ("nowhere", []),
        ("-nowhere", ["2026-11", "2026-10", "2026-09", "2026-08"]),
    ):
        opened.clear()
        found(journal, text)
        assert opened == months, text
    assert learn(journal) == []


def _by_hand(journal: Journal, path: Path) -> None:
    path.write_text(path.read_text().replace("lunch", "kettle"))


def _by_another_program(journal: Journal, path: Path) -> None:
    rewrite(path, lambda tables: next(iter(tables["interactions"].values())).update(text="kettle"))


def _one_more(journal: Journal, path: Path) -> None:
    bring(journal, entry("2026-10-03", text="kettle"))


def _put_back(journal: Journal, path: Path) -> None:
    """An older file in the place of the newer one, its time and size the same."""
    before = path.stat()
    beside = path.with_suffix(".old")
    beside.write_text(path.read_text().replace("lunch", "kettl"))
    os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
    beside.replace(path)


@pytest.mark.parametrize("change", [_by_hand, _by_another_program, _one_more, _put_back])
@pytest.mark.parametrize("is_noticed", [False, True])
def test_a_month_that_changed_is_opened_again(
    journal: Journal, opened: list[str], change: Callable[[Journal, Path], None], is_noticed: bool
) -> None:
    bring(journal, entry("2026-10-02", text="lunch"), entry(text="elsewhere"))
    learn(journal)
    assert found(journal, "kettl") == ([], [])
    assert opened == []
    change(journal, journal.folder / "months/2026-10.json")
    if is_noticed:
        journal.refresh()
    [hit] = found(journal, "kettl")[1]
    assert hit.text.startswith("kettl")
    assert opened == ["2026-10"]
    journal.refresh()
    assert learn(journal) == ["2026-10"]
    assert len(found(journal, "kettl")[1]) == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 99), st.booleans()), max_size=8))
def test_it_is_never_behind(steps: list[tuple[Callable[[Journal, int], None], int, bool]]) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        for step, number, is_quiet in steps:
            step(journal, number)
            if is_quiet:
                learn(journal)
            check(journal, ("lunch", "keel", "e", "a", "0", "1", "nowhere", "what"))
        journal.close()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[]",
        b'{"interactions": []}',
        b'{"interactions": {"A": {"text": 1}}}',
        b'{"interactions": {}',
        b"\xff",
    ],
)
def test_of_a_month_that_cannot_be_read_nothing_is_known(damage: bytes) -> None:
    assert word_set(damage) is None


def test_two_processes_share_what_one_learned(open_journal: OpenJournal, opened: list[str]) -> None:
    mine, theirs = open_journal(), open_journal()
    bring(mine, entry(text="keel"))
    learn(mine)
    theirs.refresh()
    assert found(theirs, "nowhere") == ([], [])
    assert opened == []
    bring(theirs, entry(text="nowhere"))
    assert len(found(mine, "nowhere")[1]) == 1


def test_nothing_of_a_forgotten_person_is_left_in_it(journal: Journal) -> None:
    zoe = person("Zoë Achterberg")
    bring(journal, zoe, entry("2026-10-16", people=(zoe.id,), text="With Zoë Achterberg"))
    learn(journal)
    assert files_holding(journal.places.cache, "achterberg")
    journal.forget(zoe.id, now=NOW)
    assert not files_holding(journal.places.cache, "achterberg", "Achterberg")
