"""Copies that a shared folder makes: noticed, merged like anything else, put aside and not deleted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from netjournal.store.conflict_copies import find_conflict_copies
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, fresh_index, kept_index, person, rewrite, standing

NAMES = (
    "{}.sync-conflict-20261118-101010-ABCDEF7.json",
    "{} (Ann's conflicted copy 2026-11-18).json",
    "{} (conflicted copy 2026-11-18 101010).json",
    "{}_conflict-20261118-101010.json",
    "{} (SFConflict ann@example.org 2026-11-18-10-10-10).json",
    "{} (Ann Konflikt 2026-11-18).json",
    "{} (Copie en conflit de Ann 2026-11-18).json",
    "{}_conf(1).json",
    "{}-LAPTOP.json",
    "{} 2.json",
    "{} (1).json",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shelf", ["contacts", "months/2026-11"])
def test_copies_are_known_by_their_names(tmp_path: Path, name: str, shelf: str) -> None:
    (tmp_path / "months").mkdir()
    for kept in ("contacts.json", "journal.json", "trash.json", "months/2026-11.json", "months/2026-12.json"):
        (tmp_path / kept).write_text("{}")
    (tmp_path / ".contacts.json.0123456789ab.tmp").write_text("{}")
    (tmp_path / "notes 2.json").write_text("{}")
    assert find_conflict_copies(tmp_path) == ()
    copy = tmp_path / name.format(shelf)
    copy.write_text("{}")
    assert find_conflict_copies(tmp_path) == ((copy, shelf),)


def copied(journal: Journal, shelf: str) -> Path:
    """The shelf as it is now, beside itself, as a shared folder does it."""
    path = journal.folder / f"{shelf}.json"
    copy = path.with_name(f"{path.stem}.sync-conflict-20261118-101010-ABCDEF7.json")
    shutil.copy(path, copy)
    return copy


def test_what_only_the_copy_has_comes_in_and_the_later_of_two_stands(journal: Journal) -> None:
    grace, talk = person("Grace Osei", place="Tema", tags=("boats",)), entry(text="lunch")
    bring(journal, grace, talk)
    people, month = copied(journal, "contacts"), copied(journal, "months/2026-11")
    new = entry(text="from the other machine")
    rewrite(
        month,
        lambda tables: tables["interactions"].update({new.id: {"date": "2026-11-17", "text": new.text}}),
    )
    rewrite(people, lambda tables: tables["contacts"][grace.id].update(about="sails", tags=["ropes"]))
    journal.change(grace, replace(grace, about="rows"), now=NOW)
    copies, incoming = journal.take_in_copies(now=NOW)
    assert [copy.path for copy in copies] == [people, month]
    assert {one.text for one in journal.month("2026-11")} == {"lunch", new.text}
    now = journal.person(grace.id)
    assert (now.about, now.place, set(now.tags)) == ("rows", "Tema", {"boats", "ropes"})
    assert [loss.lost for loss in incoming.losses] == ["sails"]
    assert "sails" in json.dumps(standing(journal.folder)["trash"])
    assert journal.conflict_copies() == ()
    aside = list((journal.places.state / journal.id / "copies").iterdir())
    assert sorted(path.name[13:] for path in aside) == sorted((people.name, month.name))
    assert kept_index(journal) == fresh_index(journal)
    assert journal.take_in_copies(now=NOW)[0] == []


def test_what_was_deleted_since_does_not_come_back_but_what_was_changed_does(journal: Journal) -> None:
    gone, mended = entry(text="gone"), entry(text="mended")
    bring(journal, gone, mended)
    copy = copied(journal, "months/2026-11")
    later = {"text": "mended there", "changed": {"text": NOW.isoformat()}}
    rewrite(copy, lambda tables: tables["interactions"][mended.id].update(later))
    for one in (gone, mended):
        journal.delete(one, now=NOW)
    journal.take_in_copies(now=NOW)
    assert [one.text for one in journal.month("2026-11")] == ["mended there"]


def test_a_moved_entry_is_not_doubled_by_a_copy_of_where_it_was(journal: Journal) -> None:
    talk = entry("2026-11-17", text="lunch")
    bring(journal, talk)
    copied(journal, "months/2026-11")
    journal.change(talk, replace(talk, date=talk.date.replace(month=10)), now=NOW)
    journal.take_in_copies(now=NOW)
    assert journal.month("2026-11") == ()
    assert [one.id for one in journal.month("2026-10")] == [talk.id]


def test_a_damaged_copy_stays_where_it_is(journal: Journal) -> None:
    bring(journal, person("Grace Osei"))
    copy = copied(journal, "contacts")
    copy.write_bytes(copy.read_bytes()[:-5])
    before = standing(journal.folder / "months")
    assert journal.take_in_copies(now=NOW)[0] == []
    assert [one.path for one in journal.conflict_copies()] == [copy]
    assert standing(journal.folder / "months") == before


def test_nothing_put_aside_outlives_somebody_forgotten(journal: Journal) -> None:
    grace = person("Grace Osei")
    bring(journal, grace)
    copied(journal, "contacts")
    journal.take_in_copies(now=NOW)
    journal.forget(grace.id, now=NOW)
    assert list((journal.places.state / journal.id / "copies").iterdir()) == []
