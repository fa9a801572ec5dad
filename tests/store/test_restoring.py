"""Back to how the journal stood on an earlier day, and forth again."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError, Misused, Unavailable
from netjournal.model import Contact, Interaction
from netjournal.model.registers import stamps_of
from netjournal.store.backups import FOLDER
from netjournal.store.journal import Journal
from tests.store.journals import (
    NOW,
    TODAY,
    Standing,
    bring,
    entry,
    fresh_index,
    in_memory,
    kept_index,
    person,
    places_in,
    standing,
)


def _on(days: int) -> dt.datetime:
    return NOW + dt.timedelta(days=days)


def _restore(journal: Journal, day: int, *shelves: str, now: int = 30) -> dict[str, int]:
    done = journal.restore(TODAY + dt.timedelta(days=day), shelves, title="the journal", now=_on(now))
    return dict(done.counts)


def _without_trash(found: Standing) -> Standing:
    """All but the trash, and but for when which field was changed: going back is a change as well."""
    return {
        shelf: {
            id: {key: value for key, value in raw.items() if key != "changed"}
            for id, raw in documents.items()
        }
        for shelf, documents in found.items()
        if shelf != "trash"
    }


def test_the_days_tell_what_changed_since(journal: Journal) -> None:
    kofi = journal.add(person("Kofi Mensah"), now=NOW)
    journal.change(kofi, replace(kofi, about="sails"), now=_on(1))
    journal.add(person("Li Na"), now=_on(2))
    days = journal.kept_moments(_on(3))
    assert [(day.moment.date() - TODAY).days for day in days] == [2, 1, 0]
    assert [[tuple(one)[:4] for one in day.differences] for day in days] == [
        [("contacts", 1, 0, 0)],
        [("contacts", 1, 1, 0)],
        [("contacts", 2, 0, 0)],
    ]


def test_the_whole_journal_goes_back_and_undo_takes_it_forth(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    kofi, talk, moved = (
        person("Kofi Mensah"),
        entry("2026-11-02", text="tea"),
        entry("2026-10-02", text="walk"),
    )
    bring(journal, kofi, talk, moved)
    first = standing(journal.folder)

    journal.delete(kofi, now=_on(1))
    journal.change(talk, replace(talk, text="coffee"), now=_on(1))
    journal.change(moved, replace(moved, date=dt.date(2026, 12, 2)), now=_on(2))
    bring_later = entry("2026-11-20", text="new")
    journal.bring([], [bring_later], title="later", now=_on(2))
    second = standing(journal.folder)

    _restore(journal, 1)
    assert _without_trash(standing(journal.folder)) == _without_trash(first)
    assert [one.id for one in journal.trashed()] == [bring_later.id]
    assert kept_index(journal) == fresh_index(journal)

    again = open_journal()
    assert again.undo(now=_on(31)).kind == "restore"
    assert standing(journal.folder) == second
    journal.refresh()
    assert kept_index(journal) == fresh_index(journal)


def test_what_is_brought_back_is_the_newest_that_was_written_and_nothing_else_is(journal: Journal) -> None:
    """Another machine that has the later words would else write them over it at the next sync."""
    kofi, wei = person("Kofi Mensah", place="Tema"), person("Wei Zhang")
    bring(journal, kofi, wei)
    journal.change(kofi, replace(kofi, about="sails"), now=_on(1))
    journal.change(journal.person(kofi.id), replace(kofi, about="sails", place="Accra"), now=_on(2))
    _restore(journal, 2, now=30)
    stamps = {id: stamps_of(raw) for id, raw in standing(journal.folder)["contacts"].items()}
    assert stamps == {kofi.id: {"about": _on(1).isoformat(), "place": _on(30).isoformat()}, wei.id: {}}


def test_one_shelf_goes_back_and_the_others_stay(journal: Journal) -> None:
    kofi, talk = person("Kofi Mensah"), entry(text="tea")
    bring(journal, kofi, talk)
    journal.change(kofi, replace(kofi, name="Kofi M."), now=_on(1))
    journal.change(talk, replace(talk, text="coffee"), now=_on(1))
    assert _restore(journal, 1, "months/2026-11") == {"months/2026-11": 1}
    assert journal.interaction(talk.id).text == "tea"
    assert journal.person(kofi.id).name == "Kofi M."


def test_an_entry_that_was_moved_to_another_month_is_not_there_twice(journal: Journal) -> None:
    talk = entry("2026-10-02", text="walk")
    bring(journal, talk)
    journal.change(talk, replace(talk, date=dt.date(2026, 11, 2)), now=_on(1))
    _restore(journal, 1, "months/2026-10")
    assert journal.months() == ("2026-10", "2026-11")
    assert [len(journal.month(month)) for month in journal.months()] == [1, 0]


def test_who_was_forgotten_since_stays_forgotten(journal: Journal) -> None:
    kofi, wei = person("Kofi Mensah"), person("Wei Zhang")
    bring(journal, kofi, wei)
    journal.change(wei, replace(wei, about="paints"), now=_on(1))
    journal.forget(kofi.id, now=_on(2))
    _restore(journal, 1)
    assert [one.name for one in journal.people()] == ["Wei Zhang"]
    assert journal.person(wei.id).about == ""


def test_without_a_backup_nothing_is_changed_and_it_is_said(journal: Journal) -> None:
    journal.add(person("Kofi Mensah"), now=NOW)
    before = standing(journal.folder)
    with pytest.raises(Misused, match=r"No backup is of 2026-11-17"):
        _restore(journal, -1)
    with pytest.raises(Misused, match=r"goals\.json did not change"):
        _restore(journal, 0, "goals")
    assert standing(journal.folder) == before


def test_a_damaged_backup_is_no_reason_to_change_anything(journal: Journal) -> None:
    kofi = journal.add(person("Kofi Mensah"), now=NOW)
    bring(journal, entry(text="tea"))
    journal.change(kofi, replace(kofi, about="sails"), now=_on(1))
    [path] = (journal.places.state / journal.id / FOLDER).rglob("contacts@[!n]*.json")
    path.write_bytes(b"")
    before = standing(journal.folder)
    with pytest.raises(Unavailable, match="not as it was written"):
        _restore(journal, 1)
    assert standing(journal.folder) == before
    [day, _] = journal.kept_moments(_on(2))
    assert "not as it was written" in day.differences[0].problem


@pytest.mark.parametrize("damage", [b"", b"null", b'{"interactions": {\n "01', b"\0" * 512])
def test_a_damaged_shelf_comes_back_and_what_stood_there_is_put_aside(
    journal: Journal, damage: bytes
) -> None:
    """The drill: an entry a day, the disk eats the month, the month is there again."""
    for day in range(4):
        bring_one = entry(f"2026-11-0{day + 1}", text=f"day {day}")
        journal.bring([], [bring_one], title="a day", now=_on(day))
    path = journal.folder / "months/2026-11.json"
    journal.add(person("Kofi Mensah"), now=_on(4))  # the next morning
    whole = path.read_bytes()
    path.write_bytes(damage)
    journal.refresh()
    done = journal.restore(TODAY + dt.timedelta(days=4), ["months/2026-11"], title="November", now=_on(4))
    assert path.read_bytes() == whole
    [said] = done.aside
    aside = said.rpartition(" ")[2]
    assert Path(aside).read_bytes() == damage
    assert journal.problems() == ()


def test_a_shelf_that_somebody_removed_comes_back(journal: Journal) -> None:
    bring(journal, entry(text="tea"))
    journal.add(person("Kofi Mensah"), now=_on(1))
    (journal.folder / "months/2026-11.json").unlink()
    journal.refresh()
    assert journal.month("2026-11") == ()
    _restore(journal, 1)
    assert [one.text for one in journal.month("2026-11")] == ["tea"]


def test_a_damaged_shelf_makes_no_way_for_nothing(journal: Journal) -> None:
    """It began on that very day: what is in the file is all there is of it."""
    journal.add(person("Kofi Mensah"), now=NOW)
    path = journal.folder / "contacts.json"
    path.write_bytes(damaged := path.read_bytes()[:-20])
    journal.refresh()
    with pytest.raises(JournalError, match="there was none yet"):
        _restore(journal, 0)
    assert path.read_bytes() == damaged


def test_a_dry_run_tells_and_changes_nothing(journal: Journal) -> None:
    kofi = journal.add(person("Kofi Mensah"), now=NOW)
    journal.change(kofi, replace(kofi, about="sails"), now=_on(1))
    before = {path: path.read_bytes() for path in journal.folder.parent.rglob("*.json")}
    done = journal.restore(TODAY + dt.timedelta(days=1), title="", now=_on(2), dry=True)
    assert dict(done.counts) == {"contacts": 1}
    assert {path: path.read_bytes() for path in journal.folder.parent.rglob("*.json")} == before


_steps = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["add", "log", "change", "delete", "move", "undo"])),
    min_size=4,
    max_size=14,
)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(steps=_steps, pick=st.integers(0, 100))
def test_any_hour_can_be_gone_back_to_and_the_undo_of_that_changes_nothing(
    steps: list[tuple[int, str]], pick: int
) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        began: dict[dt.datetime, Standing] = {}
        now = NOW
        for wait, step in steps:
            now += dt.timedelta(minutes=25 * wait * wait)
            hour = now.replace(minute=0, tzinfo=None)
            began.setdefault(hour, _without_trash(standing(journal.folder)))
            _do(journal, step, now)
        moments = [one.moment for one in journal.kept_moments(now)]
        hours = [moment for moment in moments if not moment.minute]
        if hours:
            hour = hours[pick % len(hours)]
            before = standing(journal.folder)
            done = journal.restore(hour, title="the journal", now=now)
            assert _without_trash(standing(journal.folder)) == began[hour]
            if done.counts:
                journal.undo(now=now)
            assert standing(journal.folder) == before
        journal.close()


def _do(journal: Journal, step: str, now: dt.datetime) -> None:
    people = [one for one, _ in journal.everyone()]
    talks = [talk for month in journal.months() for talk in journal.month(month)]
    if step == "add":
        journal.add(Contact(id="", name=f"Person {len(people)}"), now=now)
    elif step == "log":
        talk = Interaction(id=journal.new_id(now), date=now.date(), text="a talk")
        journal.bring([], [talk], title="", now=now)
    elif step == "change" and people:
        journal.change(people[0], replace(people[0], about=f"{people[0].about}x"), now=now)
    elif step == "delete" and people:
        journal.delete(people[-1], now=now)
    elif step == "move" and talks:
        journal.change(talks[0], replace(talks[0], date=talks[0].date - dt.timedelta(days=40)), now=now)
    elif step == "undo" and people + talks:
        journal.undo(now=now)


def test_backups_left_without_their_journal_do_not_begin_another(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    bring(journal, entry())
    shutil.rmtree(journal.folder)
    with pytest.raises(Unavailable, match="is not there"):
        open_journal()
    assert not journal.folder.exists()
