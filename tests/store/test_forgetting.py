"""Somebody forgotten: nothing is left of them, and everything of the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import Contact, Introduction, Met, Promise
from netjournal.store.backups import FOLDER
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import (
    NOW,
    TODAY,
    an_id,
    bring,
    entry,
    files_holding,
    fresh_index,
    in_memory,
    kept_index,
    leftovers,
    person,
    places_in,
    question,
    rewrite,
    standing,
)
from tests.store.test_uniting_people import unite

ZOE = person("Zoë Adébáyò", nicknames=("Zozo",), emails=("zoe@example.org",), place="Lagos")
TOM = person("Tom Berg", details=("his boss is Zoë Adébáyò",), met=Met(through=ZOE.id), others=(ZOE.id,))
NAMESAKE = person("Zoë Berg")


def left_of(journal: Journal, *texts: str) -> list[str]:
    """Where one of these still stands below all folders, but for the tombstones' ids and the backups."""
    files = files_holding(journal.folder.parent, *texts)
    return [path.name for path in files if path.name != "trash.json" and FOLDER not in path.parts]


def fill(journal: Journal) -> None:
    """Zoë in every kind of place there is."""
    both = entry(
        "2026-11-03",
        people=(ZOE.id, TOM.id),
        text="Zoë and Tom; Zozo's boat #zoe-adebayo",
        tags=("zoe-adebayo", "boats"),
        gave=("a book to zoe adebayo",),
        promises=(Promise(text="write to zoe@example.org"),),
        reflection=question("answered", answer="Zoë laughed"),
    )
    bring(journal, ZOE, TOM, NAMESAKE, both, entry("2026-11-04", people=(ZOE.id,), text="alone"))
    bring(
        journal, entry("2026-10-01", text="Heard of Zoë Adébáyò"), entry("2026-10-02", text="Zoë Berg sang")
    )
    journal.introduce(Introduction(id="", people=(ZOE.id, TOM.id), date=TODAY), now=NOW)
    own = journal.introduce(
        Introduction(id="", people=(TOM.id, NAMESAKE.id), date=TODAY, why="like Zozo"), now=NOW
    )
    journal.change(own, replace(own, outcome="met"), now=NOW)
    journal.delete(entry_of(journal, "2026-11", "alone"), now=NOW)
    journal.bring((), (entry("2026-09-01", people=(ZOE.id,), text="more"),), title="Zoë", now=NOW)
    journal.drafts.keep("log", "coffee with zoë adébáyò")
    journal.drafts.keep(f"form-{ZOE.id}", json.dumps({"about": "x"}))
    journal.drafts.keep("form-new", json.dumps({"name": "Tom"}))
    page = journal.places.state / journal.id / "edits" / TOM.id
    page.mkdir(parents=True)
    (page / "before.json").write_text(json.dumps({"details": ["Zoë Adébáyò"]}))
    (journal.folder / ".contacts.json.0123456789ab.tmp").write_text(f'{{"{ZOE.id}')


def entry_of(journal: Journal, month: str, text: str):  # type: ignore[no-untyped-def]  # an Interaction
    return next(one for one in journal.month(month) if one.text == text)


def test_nothing_is_left_and_the_others_keep_theirs(journal: Journal) -> None:
    fill(journal)
    told = journal.toll(ZOE.id, now=NOW)
    assert (told.alone, told.shared, told.introductions, told.trashed, told.drafts) == (1, 1, 1, 1, 3)
    assert journal.forget(ZOE.id, now=NOW) == told
    assert left_of(journal, ZOE.id, "Zoë Ad", "Zozo", "zoe@", "zoe-ad") == []
    assert leftovers(journal.folder.parent) == []
    found = standing(journal.folder)
    assert all(raw.keys() == {"deleted", "from", "forgotten"} for raw in found["trash"].values())
    assert found["trash"][ZOE.id]["from"] == "contacts"
    assert journal.person(TOM.id) == Contact(id=TOM.id, name="Tom Berg", details=("his boss is someone",))
    assert found["contacts"][NAMESAKE.id] == {"name": "Zoë Berg"}
    [talk] = journal.month("2026-11")
    assert (talk.people, talk.text) == ((TOM.id,), "Someone and Tom; someone's boat #someone")
    assert (talk.tags, talk.gave) == (("boats",), ("a book to someone",))
    assert talk.promises[0].text == "write to someone"
    assert talk.reflection is not None
    assert talk.reflection.answer == "Someone laughed"
    assert [one.text for one in journal.month("2026-10")] == ["Heard of someone", "Zoë Berg sang"]
    assert [one.why for one in journal.introductions()] == ["like someone"]
    assert journal.drafts.get("form-new")
    assert journal.names([ZOE.id]) == {ZOE.id: "someone"}
    assert journal.problems() == ()
    assert kept_index(journal) == fresh_index(journal)
    with pytest.raises(JournalError, match="nothing to take back"):
        journal.undo()
    with pytest.raises(JournalError, match="not in the journal"):
        journal.forget(ZOE.id, now=NOW)


def test_a_look_at_what_would_go_changes_nothing(journal: Journal) -> None:
    fill(journal)
    folders = (journal.folder, journal.places.state)
    before = {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}
    journal.toll(ZOE.id, now=NOW)
    assert {path: path.read_bytes() for path in before} == before


def test_whoever_they_were_merged_from_goes_with_them(journal: Journal) -> None:
    zozo = person("Zozo Quux", place="Ibadan")
    bring(journal, ZOE, zozo, entry(people=(zozo.id, TOM.id), text="Zozo Quux said so"))
    unite(journal, ZOE, zozo)
    journal.forget(ZOE.id, now=NOW)
    assert left_of(journal, ZOE.id, zozo.id, "Quux", "Ibadan") == []
    assert standing(journal.folder)["trash"].keys() == {ZOE.id, zozo.id}


def test_somebody_in_the_trash_is_forgotten_too(journal: Journal) -> None:
    bring(journal, ZOE, TOM)
    journal.delete(ZOE, now=NOW)
    assert [one.name for one in journal.deleted_people()] == [ZOE.name]
    journal.forget(ZOE.id, now=NOW)
    assert left_of(journal, "Zoë Ad", ZOE.id) == []
    assert list(journal.deleted_people()) == []
    assert journal.people()[0].through == ""


def test_steps_of_undo_about_others_stay(journal: Journal) -> None:
    bring(journal, ZOE)
    journal.add(person("Bo Lee"), now=NOW)
    journal.forget(ZOE.id, now=NOW)
    assert journal.undo().title == "Bo Lee"


def test_what_a_newer_version_wrote_is_cleaned_and_kept(journal: Journal) -> None:
    talk = entry(people=(ZOE.id, TOM.id))
    bring(journal, ZOE, TOM, talk)
    more = {"novel": {"with": [ZOE.id, 1], "who": ZOE.id, "said": "Zoë Adébáyò", "channel": "Zozo"}}
    rewrite(
        journal.folder / "months/2026-11.json", lambda tables: tables["interactions"][talk.id].update(more)
    )
    journal.forget(ZOE.id, now=NOW)
    raw = standing(journal.folder)["months/2026-11"][talk.id]
    assert raw["novel"] == {"with": [1], "said": "Someone", "channel": "Zozo"}


WORDS = st.sampled_from(
    [
        "Zoë",
        "Adébáyò",
        "Zozo",
        "Tom",
        "Berg",
        "zoë adébáyò",
        "Zoë  Adébáyò's",
        "Adébáyò, Zoë",
        "and",
        "met",
        "#zoe",
    ]
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)


@examples(max_examples=15)
@given(st.lists(st.tuples(st.sets(st.integers(0, 2)), TEXTS, st.booleans()), max_size=5))
def test_no_byte_is_left_of_them(talks: list[tuple[set[int], str, bool]]) -> None:
    people = (replace(ZOE, id=an_id()), replace(TOM, id=an_id(), met=None, others=()), NAMESAKE)
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *people)
        for who, text, is_deleted in talks:
            talk = entry(people=tuple(people[number].id for number in sorted(who)), text=text)
            bring(journal, talk)
            if is_deleted:
                journal.delete(talk, now=NOW)
        journal.forget(people[0].id, now=NOW)
        assert left_of(journal, people[0].id, "Zoë Adébáyò", "zoë adébáyò", "Zozo") == []
        trash = (journal.folder / "trash.json").read_text()
        assert trash.count(people[0].id) == 1
        assert journal.problems() == ()
        assert kept_index(journal) == fresh_index(journal)
        journal.close()


def test_another_process_that_has_the_journal_open_sees_it(
    journal: Journal, open_journal: Callable[[], Journal], places: Places
) -> None:
    bring(journal, ZOE, Contact(id="B", name="Bo"))
    other = open_journal()
    journal.forget(ZOE.id, now=NOW)
    assert other.refresh()
    assert [one.name for one in other.people()] == ["Bo"]
    assert files_holding(places.cache, "Zoë Ad", ZOE.id) == []


@pytest.mark.parametrize("shelf", ["months/2026-11", "contacts"])
@pytest.mark.parametrize("written", [["Zoë Adébáyò", ZOE.id], "for Zoë Adébáyò", None])
def test_what_a_hand_wrote_as_no_document_is_gone_through_too(
    journal: Journal, shelf: str, written: object
) -> None:
    fill(journal)
    table = "interactions" if shelf.startswith("months/") else shelf
    rewrite(journal.folder / f"{shelf}.json", lambda tables: tables[table].update(X=written))
    journal.forget(ZOE.id, now=NOW)
    assert left_of(journal, ZOE.id, "Zoë Adébáyò") == []


def test_two_whom_somebody_forgotten_made_known_stay_known(journal: Journal) -> None:
    bring(journal, ZOE, TOM, NAMESAKE)
    made = journal.introduce(
        Introduction(id="", people=(TOM.id, NAMESAKE.id), by=ZOE.id, date=TODAY, why="both sail"), now=NOW
    )
    journal.forget(ZOE.id, now=NOW)
    assert journal.introductions() == (replace(made, by=""),)


def test_where_others_name_somebody_is_told(journal: Journal) -> None:
    fill(journal)
    found = journal.mentions(ZOE.id, now=NOW)
    assert found[f"contacts/{TOM.id}"]["details"] == ["his boss is Zoë Adébáyò"]
    assert all(ZOE.id not in raw.get("people", ()) for raw in found.values())


def test_what_may_be_an_ordinary_word_stays_and_is_told(journal: Journal) -> None:
    tom = replace(TOM, details=("adébáyò laughs",), others=())
    talk = entry("2026-11-03", people=(TOM.id,), text="the Adébáyò tea #adebayo", tags=("adebayo", "boats"))
    bring(journal, ZOE, tom, NAMESAKE, talk, entry("2026-11-04", text="nothing of hers"))
    told = journal.forget(ZOE.id, now=NOW)
    [kept] = journal.month("2026-11")[:1]
    assert (kept.text, kept.tags) == ("the Adébáyò tea #someone", ("boats",))
    assert [tuple(left) for left in told.left] == [("months/2026-11", talk.id, "2026-11-03", ("Adébáyò",))]
    assert journal.person(TOM.id).details == ("Someone laughs",)
