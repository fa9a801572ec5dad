"""The files themselves: for stock TinyDB, for diff, and for nobody else's eyes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tinydb import TinyDB, where
from tinydb.table import Table

from netjournal.model import Met
from netjournal.store.journal import Journal
from netjournal.store.shelf import Edit, Shelf
from tests.store.journals import (
    NOW,
    bring,
    entry,
    in_memory,
    leftovers,
    person,
    places_in,
    question,
    standing,
)


class OwnIds(Table):
    """All that stock TinyDB needs to be told: ids are texts."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates it as type[int] and allows any


class Stock(TinyDB):
    """TinyDB as it comes, with its own storage."""

    table_class = OwnIds


def filled(journal: Journal) -> None:
    """At least one document on every kind of shelf."""
    leila = person("Leïla Ben Salah", met=Met(place="Tunis"))
    bring(journal, leila, person("Piotr Łukasik"), entry(people=(leila.id,), reflection=question()))
    bring(journal, entry("2026-10-03", text="naïve 🦊"))
    journal.delete(leila, now=NOW)


def test_stock_tinydb_reads_every_file(journal: Journal) -> None:
    filled(journal)
    for path in journal.folder.rglob("*.json"):
        table = "interactions" if path.parent.name == "months" else path.stem
        with Stock(path) as stock:
            assert stock.tables() == {table}
            documents = stock.table(table).all()
        name = path.relative_to(journal.folder).with_suffix("").as_posix()
        assert {one.doc_id: dict(one) for one in documents} == standing(journal.folder)[name]


def test_what_stock_tinydb_writes_is_ours_again(journal: Journal) -> None:
    filled(journal)
    path = journal.folder / "months/2026-10.json"
    with Stock(path) as stock:
        stock.table("interactions").update({"place": "Łódź", "own": 1}, where("text") == "naïve 🦊")
    assert path.read_text().count("\n") == 0
    assert journal.refresh()
    assert journal.month("2026-10")[0].place == "Łódź"
    bring(journal, entry("2026-10-04"))
    assert [line[:2] for line in path.read_text().splitlines()] == ['{"', ' "', ',"', "}}"]


def _changed_lines(journal: Journal, change: Callable[[], object]) -> dict[str, list[str]]:
    """The lines of a diff, by file, that `change` makes."""
    before = {path: path.read_text() for path in journal.folder.rglob("*.json")}
    change()
    found = {}
    for path in journal.folder.rglob("*.json"):
        difference = ndiff(before.get(path, "").splitlines(), path.read_text().splitlines())
        lines = [line for line in difference if line[0] in "+-"]
        if lines:
            found[path.stem] = lines
    return found


def test_what_one_writes_is_a_diff_of_one_or_two_lines(journal: Journal) -> None:
    talks = [entry(f"2026-11-{day:02}", text=f"talk {day}") for day in range(1, 15)]
    wei = person("Wei Zhang")
    bring(journal, wei, *(talks[::2] + talks[1::2]))

    added = _changed_lines(journal, lambda: bring(journal, entry("2026-11-03", text="new")))
    assert list(added) == ["2026-11"]
    assert [line[0] for line in added["2026-11"]] == ["+"]
    for change in (
        lambda: journal.change(talks[5], replace(talks[5], text="other words"), now=NOW),
        lambda: journal.reflect(talks[7], question("answered", answer="yes"), now=NOW),
    ):
        changed = _changed_lines(journal, change)
        assert [line[0] for line in changed["2026-11"]] == ["-", "+"]
    deleted = _changed_lines(journal, lambda: journal.delete(talks[9], now=NOW))
    assert [line[0] for line in deleted["2026-11"]] == ["-"]
    undone = _changed_lines(journal, journal.undo)
    assert [line[0] for line in undone["2026-11"]] == ["+"]


def test_documents_stand_in_the_order_of_their_ids_and_fields_in_that_of_the_model(journal: Journal) -> None:
    early, late = entry(text="first"), entry(text="second")
    bring(journal, *sorted((early, late), key=lambda one: one.id, reverse=True))
    journal.change(early, replace(early, place="Lagos", tags=("work",)), now=NOW)
    [table] = json.loads((journal.folder / "months/2026-11.json").read_text()).values()
    assert list(table) == sorted(table)
    assert list(table[early.id]) == ["date", "text", "tags", "place", "changed"]


def test_the_same_documents_are_the_same_bytes_whatever_way_they_came(tmp_path: Path) -> None:
    talks = [entry(text=str(number)) for number in range(5)]
    shelves = []
    for name, order in (("a", talks), ("b", talks[::-1])):
        with in_memory() as folder:
            journal = Journal.open(places_in(Path(folder)), NOW)
            for talk in order:
                bring(journal, talk)
            shelves.append((name, (journal.folder / "months/2026-11.json").read_bytes()))
            journal.close()
    assert shelves[0][1] == shelves[1][1]


@pytest.mark.parametrize(
    "text",
    [
        '{"contacts": {\n "A": {"n": 1},\n "B": {"n": 2},\n "C": {"n": 3}\n}}\n',
        '{"contacts": {\n "A": {"n": 1}\n,"B": {"n": 2},\n "C": {"n": 3}\n}}\n',
        '{"contacts": {\n "A": {"n": 1\n}\n,"B": {"n": 2}, "C": {"n": 3}\n}}\n',
        '{"contacts": {\n "A": {"n": 1\n,"B": 5}\n,"B": {"n": 2}\n,"C": {"n": 3}}}\n',
        '{"contacts": {\n "A": {"n": 1}\n,"B": {"n": 2}\n,"C":\n{"n": 3}\n}}\n',
        '{"contacts": {"A": {"n": 1}\n,"B": {"n": 2}\n,"C": {"n": 3}\n}}',
        '\ufeff{"contacts": {\r\n "A": {"n": 1}\r\n,"B": {"n": 2}\r\n,"C": {"n": 3}\r\n}}\r\n',
    ],
)
def test_what_a_hand_made_of_a_file_is_not_torn(tmp_path: Path, text: str) -> None:
    path = tmp_path / "contacts.json"
    path.write_bytes(text.encode())
    before = Shelf(tmp_path, "contacts").documents()
    assert list(before) == ["A", "B", "C"]
    Shelf(tmp_path, "contacts").put((Edit("contacts", "AB", None, {"n": 9}),))
    assert json.loads(path.read_text()) == {"contacts": before | {"AB": {"n": 9}}}
    assert len(path.read_text().splitlines()) == 6


keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | keys,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)
tables = st.dictionaries(keys, plain, max_size=4)
layouts = st.sampled_from([{}, {"indent": 1}, {"separators": (",\n", ":")}, {"separators": ("\n,", ": ")}])


@settings(max_examples=30)
@given(table=tables, other=plain, layout=layouts, edits=tables, gone=st.lists(keys, max_size=2))
def test_whatever_a_file_looked_like_it_says_the_same_after_a_change(
    table: dict[str, Any], other: Any, layout: dict[str, Any], edits: dict[str, Any], gone: list[str]
) -> None:
    with in_memory() as name:
        folder = Path(name)
        path = folder / "contacts.json"
        path.write_text(json.dumps({"contacts": table, "other": other}, ensure_ascii=False, **layout))
        for _ in range(2):  # first on the layout given, then on our own
            changes = [Edit("contacts", id, None, None) for id in gone]
            changes += [Edit("contacts", id, None, document) for id, document in edits.items()]
            Shelf(folder, "contacts").put(tuple(changes))
            expected = {id: one for id, one in table.items() if id not in gone} | {
                id: one for id, one in edits.items() if one is not None
            }
            for id in (id for id, one in edits.items() if one is None):
                expected.pop(id, None)
            assert json.loads(path.read_text()) == {"contacts": expected, "other": other}
            assert Shelf(folder, "contacts").documents() == expected


@pytest.fixture(params=[0, 0o022, 0o077, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    old = os.umask(request.param)
    yield
    os.umask(old)


@pytest.mark.usefixtures("umask")
def test_nobody_else_can_read_anything(tmp_path: Path) -> None:
    places = places_in(tmp_path / "far" / "away")
    journal = Journal.open(places, NOW)
    filled(journal)
    talk = entry()
    bring(journal, talk)
    journal.change(talk, replace(talk, date=talk.date.replace(month=9)), now=NOW)
    journal.drafts.keep("log", "not yet")
    journal.undo()
    made = list((tmp_path / "far").rglob("*"))
    assert {path.name for path in made} >= {"lock", "log.txt", "index.sqlite3", "undo", "2026-11.json"}
    for path in made:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    assert leftovers(tmp_path) == []
    journal.close()


def test_only_what_should_travel_lies_in_the_journal(journal: Journal) -> None:
    filled(journal)
    journal.undo()
    names = {path.relative_to(journal.folder).as_posix() for path in journal.folder.rglob("*")}
    assert names == {
        *("journal.json", "contacts.json", "trash.json"),
        *("months", "months/2026-10.json", "months/2026-11.json"),
    }
