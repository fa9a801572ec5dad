"""Two people made one, wherever either is named, and two again by one undo."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import Contact, Introduction, Met, Raw, to_raw
from netjournal.store.journal import Journal
from netjournal.store.uniting_people import Union
from tests.store.journals import (
    NOW,
    TODAY,
    bring,
    entry,
    fresh_index,
    in_memory,
    kept_index,
    person,
    places_in,
    rewrite,
    standing,
)


def union(journal: Journal, kept: Contact, other: Contact, document: Raw | None = None) -> Union:
    seen, gone = journal.whole(kept.id)[1], journal.whole(other.id)[1]
    return Union(kept.id, other.id, seen, gone, document or seen | {"nicknames": [other.name]})


def unite(journal: Journal, kept: Contact, other: Contact) -> Contact:
    return journal.unite(union(journal, kept, other), title="the two", now=NOW)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.json")}


def names(value: Any, id: str) -> bool:
    """Whether a document names an id."""
    if isinstance(value, dict):
        return any(names(part, id) for part in value.values())
    return any(names(part, id) for part in value) if isinstance(value, list) else bool(value == id)


WHO = st.integers(0, 4)
SOME = st.lists(WHO, max_size=4)


@examples(max_examples=20)
@given(
    st.lists(SOME, min_size=1, max_size=5),
    st.lists(st.tuples(WHO, WHO, st.none() | WHO, st.booleans()), max_size=4),
    st.lists(st.tuples(WHO, WHO), max_size=3),
    st.dictionaries(st.integers(1, 4), st.integers(0, 3), max_size=3),
)
def test_afterwards_nobody_names_the_other_and_undo_gives_every_byte_back(
    talks: list[list[int]],
    introductions: list[tuple[int, int, int | None, bool]],
    others: list[tuple[int, int]],
    through: dict[int, int],
) -> None:
    people = [person(f"P{number}") for number in range(5)]
    ids = [one.id for one in people]
    for number, above in through.items():
        people[number] = replace(people[number], met=Met(through=ids[min(above, number - 1)]))
    for one, other in others:
        people[one] = replace(people[one], others=(*people[one].others, ids[other]))
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        entries = [
            entry(f"2026-{1 + place:02}-03", people=tuple(ids[who] for who in talk))
            for place, talk in enumerate(talks)
        ]
        bring(journal, *people, *entries)
        journal.delete(entries[0], now=NOW)
        for one, other, by, asked in introductions:
            if len({one, other, by}) == 3:
                new = Introduction(
                    id="",
                    people=(ids[one], ids[other]),
                    by="" if by is None else ids[by],
                    asked=(ids[one],) if asked else (),
                    date=TODAY,
                )
                journal.introduce(new, now=NOW)
        before, count = tree(journal.folder), len(journal.introductions())
        is_done = False
        with contextlib.suppress(JournalError):
            unite(journal, people[1], people[2])
            is_done = True
        if not is_done:  # somebody would be met through themselves
            assert len(through) > 1
            assert tree(journal.folder) == before
            return
        found = standing(journal.folder)
        gone = [raw["document"] for raw in found["trash"].values() if raw["from"] == "introductions"]
        assert len(journal.introductions()) + len(gone) == count
        for raw in gone:
            assert {ids[1], ids[2]} <= {*raw["people"], raw.get("by")}
            found["trash"] = {id: one for id, one in found["trash"].items() if one["document"] is not raw}
        assert found["trash"].pop(ids[2])["merged"] == ids[1]
        assert not any(names(documents, ids[2]) for documents in found.values())
        for place, talk in enumerate(talks[1:], 1):
            left = [ids[1 if who == 2 else who] for who in talk]
            once = [id for at, id in enumerate(left) if id != ids[1] or at == left.index(id)]
            assert found[f"months/2026-{1 + place:02}"][entries[place].id].get("people", []) == (
                once if 2 in talk else left
            )
        assert journal.problems() == ()
        assert kept_index(journal) == fresh_index(journal)
        assert journal.undo().kind == "merge"
        assert tree(journal.folder) == before
        journal.close()


def test_what_changed_since_it_was_seen_is_not_written_over(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, ana, bo)
    seen = union(journal, ana, bo)
    journal.change(bo, replace(bo, place="Oslo"), now=NOW)
    before = standing(journal.folder)
    with pytest.raises(JournalError, match="changed in the meantime"):
        journal.unite(seen, title="", now=NOW)
    assert standing(journal.folder) == before


def test_somebody_merged_twice_is_found_in_the_trash_under_the_last(journal: Journal) -> None:
    ana, bo, chi = person("Ana"), person("Bo"), person("Chi")
    bring(journal, ana, bo, chi)
    unite(journal, bo, ana)
    unite(journal, chi, bo)
    trash = standing(journal.folder)["trash"]
    assert [trash[one.id]["merged"] for one in (ana, bo)] == [chi.id, chi.id]
    assert list(journal.deleted_people()) == []


def test_two_who_are_told_apart_know_of_each_other(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Ana")
    bring(journal, ana, bo)
    rewrite(journal.folder / "contacts.json", lambda tables: tables["contacts"][bo.id].update(novel=1))
    before = standing(journal.folder)
    journal.tell_apart(ana, bo, now=NOW)
    journal.tell_apart(bo, ana, now=NOW)
    assert journal.person(ana.id).others == (bo.id,)
    kept = {**to_raw(bo), "others": [ana.id], "novel": 1}
    assert journal.whole(bo.id)[1] == {**kept, "changed": {"others": NOW.isoformat()}}
    journal.undo()
    assert standing(journal.folder) == before


def test_a_list_that_a_hand_wrote_for_a_person_is_no_hindrance(journal: Journal) -> None:
    kept, gone = person("Ana Silva"), person("Ana da Silva")
    bring(journal, kept, gone)
    rewrite(journal.folder / "contacts.json", lambda tables: tables["contacts"].update(X=[gone.id]))
    unite(journal, kept, gone)
    assert standing(journal.folder)["contacts"]["X"] == [kept.id]
