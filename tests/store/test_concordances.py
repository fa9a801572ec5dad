"""What is known of a month's words spares a search the month, and is worth nothing once the month changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.finding.concordance import Concordance, concord
from netjournal.language.finding.haystack import haystack, needle, tidied
from netjournal.language.finding.worded import Worded
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
    return [shelf[7:] for shelf, _ in journal.learn_words()]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The months that a search reads."""
    names: list[str] = []

    def opening(path: Path) -> tuple[bytes, Signature] | None:
        names.append(path.stem)
        return read_whole(path)

    monkeypatch.setattr(searching, "read_whole", opening)
    return names


@settings(max_examples=12)
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


@given(st.lists(texts | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join), max_size=4), st.data())
def test_whatever_is_found_in_a_text_stands_on_its_line(some: list[str], data: st.DataObject) -> None:
    words, places = concord([Worded(text=text) for text in some])
    concordance = Concordance(words, lambda: places)
    for number, text in enumerate(some, 1):
        start = data.draw(st.integers(0, len(text)))
        wanted = needle(text[start : data.draw(st.integers(start, len(text)))], exact=False)
        if wanted is not None and wanted.is_in(tidied(haystack(text))):
            ways = [way.split() for way in wanted.ways]
            assert concordance.has(ways)
            assert number in concordance.lines(ways)


def test_only_lines_with_all_words_of_a_way_are_given() -> None:
    some = [Worded(text="the keel, José’s"), Worded(tags=("keel",)), Worded(place="Josefa"), Worded()]
    words, places = concord(some)
    concordance = Concordance(words, lambda: places)
    for ways, lines in (
        ([["keel"]], {1, 2}),
        ([["jose"]], {1, 3}),
        ([["jose", "keel"]], {1}),
        ([["keel"], ["josefa"]], {1, 2, 3}),
        ([["josefa", "keel"]], set()),
        ([["eel"]], set()),
        ([], set()),
    ):
        assert concordance.lines(ways) == lines, ways


def test_a_month_may_have_more_lines_than_fit_in_a_short_number() -> None:
    words, places = concord([Worded(text="lunch"), *[Worded()] * 70_000, Worded(text="keel")])
    assert Concordance(words, lambda: places).lines([["keel"], ["lunch"]]) == {1, 70_002}


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
        ('"keel at"', []),
        ('"goteborg keel"', ["2026-09"]),
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


def _pretty(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))


def _of_another_form(path: Path) -> None:
    rewrite(path, lambda tables: next(iter(tables["interactions"].values())).update(text=1))


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


@settings(max_examples=20)
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


@pytest.mark.parametrize("change", [_pretty, _of_another_form])
def test_a_month_that_is_not_as_we_write_it_is_always_opened(
    journal: Journal, opened: list[str], change: Callable[[Path], None]
) -> None:
    bring(journal, entry("2026-10-02", text="lunch"), entry("2026-10-03", text="keel"))
    change(journal.folder / "months/2026-10.json")
    journal.refresh()
    learn(journal)
    found(journal, "nowhere")
    assert opened == ["2026-10"]


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"interactions": []}', b"\xff"])
def test_learning_goes_on_past_a_month_that_cannot_be_read(
    journal: Journal, opened: list[str], damage: bytes
) -> None:
    bring(journal, entry("2026-10-02", text="lunch"), entry("2026-11-03", text="keel"))
    (journal.folder / "months/2026-11.json").write_bytes(damage)
    journal.refresh()
    assert learn(journal) == ["2026-11", "2026-10"]
    assert found(journal, "nowhere") == ([], [])
    assert opened == []


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
