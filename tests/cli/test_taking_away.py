"""A whole journal: out, and in again elsewhere, document for document."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.cli.coming import Coming, coming
from netjournal.exchange.arriving import sort_people
from netjournal.exchange.cards import kept_card
from netjournal.exchange.journal_json import write_journal
from netjournal.exchange.matching import Matching
from netjournal.exchange.reading import read_volume
from netjournal.exchange.table import read_rows
from netjournal.model import Contact, Destination, Event, Goal, Interaction, Introduction, to_raw
from netjournal.store.journal import Journal
from netjournal.store.taking_in import Whole
from tests.cli.conftest import Run
from tests.store.anything import documents
from tests.store.journals import NOW, bring, entry, in_memory, person, places_in, question

FRIENDS = """\
### Activities:
- 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. @food
- 2018-01-04: Got lunch with **Grace Hopper** and **Nia Okafor**.

### Notes:
- 2018-06-15: **Nia Okafor** moved to _Faro_.

### Friends:
- Grace Hopper (a.k.a. The Admiral) [Paris] @navy
- Nia Okafor
"""
UNKNOWN = st.dictionaries(
    st.sampled_from(["zz", "aa", "x-más", "vcard"]),
    st.recursive(st.integers() | st.text(st.characters(exclude_categories=["Cs"])), st.lists, max_leaves=3),
    max_size=2,
)


def shelves(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*.json")
        if path.name not in ("journal.json", "trash.json")
    }


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    with contextlib.closing(Journal.open(places_in(folder), NOW)) as journal:
        yield journal


def brought_in(journal: Journal, file: Path) -> Coming:
    volume = read_volume(file, NOW)
    known = [kept_card(person, raw) for person, raw in journal.everyone()]
    people = sort_people(volume, known)
    found = coming(journal, volume, people, known, Matching((*known, *people.fresh), people.alike), NOW)
    journal.take_in(found.additions, found.changes, found.whole, title="all", now=NOW)
    return found


def written_out(journal: Journal, file: Path) -> None:
    months = (journal.month_documents(month) for month in journal.months())
    parts = write_journal(
        [(person.id, raw) for person, raw in journal.everyone()],
        [(one.id, raw) for one, raw in journal.introduction_documents()],
        [(entry.id, raw) for month in months for entry, raw in month],
        journal.aim_documents(),
    )
    file.write_bytes(b"".join(parts))


@given(st.lists(st.tuples(documents, UNKNOWN), max_size=8, unique_by=lambda pair: pair[0].id))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_out_comes_back_to_the_byte(
    found: list[tuple[Contact | Interaction, dict[str, Any]]],
) -> None:
    whole = [
        Whole(
            f"months/{one.month}" if isinstance(one, Interaction) else "contacts",
            one.id,
            {**more, **to_raw(one)},
        )
        for one, more in found
    ]
    people = [one.id for one, _ in found if isinstance(one, Contact)]
    if len(people) > 1:
        made = Introduction(id=whole[0].id, people=(people[0], people[1]), date=NOW.date(), why="boats")
        whole.append(Whole("introductions", made.id, to_raw(made) | {"later": 1}))
    if whole:
        day = NOW.date()
        boats = Destination(id=whole[0].id, text="boats")
        goal = Goal(id=whole[0].id, text="3 talks", target=3, since=day, by=day, destination=boats.id)
        event = Event(id=whole[0].id, name="Harbour", tag="harbour", since=day, by=day, goal=goal.id)
        aims: dict[str, Goal | Destination | Event] = {"goals": goal, "destinations": boats, "events": event}
        whole += [Whole(name, one.id, to_raw(one) | {"later": [1]}) for name, one in aims.items()]
    with in_memory() as one, in_memory() as other:
        file = Path(one) / "out.json"
        with opened(Path(one)) as journal:
            journal.take_in([], [], whole, title="x", now=NOW)
            written_out(journal, file)
            before = shelves(journal.folder)
        with opened(Path(other)) as journal:
            brought_in(journal, file)
            assert shelves(journal.folder) == before
            again = brought_in(journal, file)
            assert (again.created, again.updated, again.whole) == (0, (), ())
            assert shelves(journal.folder) == before


def test_a_journal_moves_house(run: Run, home: Path, journal: Journal) -> None:
    private = question("answered", answer="never again", private=True)
    ana, other = person("Ana Lima", place="Faro"), person("Ana Lima", place="Porto")
    bring(journal, ana, other, entry(people=(ana.id, other.id), text="two Anas", reflection=private))
    run("introduce", "Bo", "Lee", "and", "Chi", "Eze")
    run("log", "=1+1 with @Dunja at:Paris")
    out = str(home / "out.json")
    done = run("export", "journal", "--format", "json", "-o", out, "--json").document
    assert (done["interactions"], done["private_left_out"]) == (2, 1)
    assert (home / "out.json").stat().st_mode & 0o777 == 0o600
    assert "never again" not in (home / "out.json").read_text()
    told = run("export", "journal", "--json", "--private").document
    assert [list(told), told["netjournal"]] == [
        ["netjournal", "contacts", "introductions", "interactions"],
        1,
    ]
    run("export", "journal", "--format", "json", "-o", out, "--private")
    there = ("--journal", str(home / "there"))
    dry = run(*there, "import", out, "--dry-run", "--json").document
    assert not (home / "there").exists()
    done = run(*there, "import", out, "--json").document
    assert done == dry
    assert (done["created"], done["candidates"]) == (len(told["contacts"]), 0)
    assert done["interactions"] == {"created": 2, "unchanged": 0, "waiting": 0}
    assert shelves(home / "there") == shelves(home / "journal")
    again = run(*there, "import", out, "--json").document
    assert (again["created"], again["updated"], again["interactions"]["created"]) == (0, 0, 0)
    assert run(*there, "undo").code == 0
    assert run(*there, "export", "journal", "--json").document["contacts"] == {}


def test_people_as_json_come_back(run: Run, home: Path) -> None:
    run("add", "Ana", "Lima", "--place", "Faro", "--circle", "close")
    run("add", "Bo", "Lee", "--met-through", "Ana Lima")
    out = str(home / "people.json")
    run("export", "people", "--format", "json", "-o", out)
    there = ("--journal", str(home / "there"))
    again = ("unchanged", "created", "updated", "candidates")
    assert [run("import", out, "--json").document[key] for key in again] == [2, 0, 0, 0]
    dry = run(*there, "import", out, "--dry-run", "--json").document
    done = run(*there, "import", out, "--json").document
    assert (done, done["created"]) == (dry, 2)
    assert [run(*there, "import", out, "--json").document[key] for key in again] == [2, 0, 0, 0]
    people = run("export", "people", "--format", "json").document
    assert run(*there, "export", "people", "--format", "json").document == people


def test_private_answers_neither_leave_nor_tell_which_entry_has_them(run: Run, journal: Journal) -> None:
    ana = person("Ana Lima")
    secret = question("answered", answer="a heron at dawn", private=True)
    bring(journal, ana, entry(people=(ana.id,), text="tea", reflection=secret))
    for only in ("heron", "reflection:", "reflection:heron", "tea heron"):
        told = run("export", "journal", "--json", "--only", only).document
        assert (told["interactions"], told["contacts"]) == ({}, {}), only
        assert len(run("export", "journal", "--json", "--private", "--only", only).document["interactions"])
    assert len(run("export", "journal", "--json", "--only", "tea").document["interactions"]) == 1
    one = run("export", "Ana", "Lima")
    assert "tea" in one.out
    assert "heron" not in one.out
    assert "One private answer stays with you" in one.err
    assert "heron" in run("export", "Ana", "Lima", "--private").out
    assert "heron" not in run("today", "--json").out
    [shown] = run("show", "Ana", "--json").document["interactions"]
    assert (shown["reflection"]["answer"], shown["reflection"]["private"]) == ("a heron at dawn", True)


def test_who_may_be_known_is_not_made_twice(run: Run, home: Path, journal: Journal) -> None:
    here, there = person("Ana Lima", place="Faro"), person("Ana Lima", place="Porto")
    bring(journal, here)
    talk = entry(people=(there.id,), text="a talk")
    document = {
        "netjournal": 1,
        "contacts": {there.id: to_raw(there)},
        "interactions": {talk.id: to_raw(talk)},
    }
    (home / "in.json").write_text(json.dumps(document))
    done = run("import", str(home / "in.json"), "--json").document
    assert (done["created"], done["candidates"]) == (0, 1)
    assert done["interactions"] == {"created": 0, "unchanged": 0, "waiting": 1}


def test_what_was_deleted_can_be_brought_back(run: Run, home: Path) -> None:
    run("log", "coffee with @Bo")
    out = str(home / "out.json")
    run("export", "journal", "--format", "json", "-o", out)
    id = run("timeline", "--json").document["days"][0]["interactions"][0]["id"]
    before = shelves(home / "journal")
    run("delete", id)
    assert run("import", out, "--json").document["interactions"]["created"] == 1
    assert shelves(home / "journal") == before
    assert id not in (home / "journal" / "trash.json").read_text()


def test_friends_come_with_all_they_did(run: Run, home: Path) -> None:
    (home / "friends.md").write_text(FRIENDS)
    run("add", "Nia", "Okafor", "--email", "nia@example.org")
    before = shelves(home / "journal")
    done = run("import", str(home / "friends.md"))
    assert "Entries, new: 1 · there already: 0 · waiting: 1\n" in done.out
    assert [day["date"] for day in run("timeline", "2018-11", "--json").document["days"]] == ["2018-11-01"]
    grace = run("show", "Admiral", "--json").document["person"]
    assert (grace["place"], grace["tags"]) == ("Paris", ["navy"])
    again = run("import", str(home / "friends.md"), "--json").document
    assert (again["created"], again["unchanged"], again["candidates"]) == (0, 1, 1)
    assert again["interactions"] == {"created": 0, "unchanged": 1, "waiting": 1}
    assert run("undo").out == "Taken back: what was brought in, 1 new, 0 changed, 1 entry from friends.md\n"
    assert shelves(home / "journal")["contacts.json"] == before["contacts.json"]


def test_an_entry_of_jrnl_finds_its_people(run: Run, home: Path) -> None:
    run("add", "Grace", "Osei", "--nickname", "Gee")
    written = {
        "title": "Lunch with Grace Osei. And @gee again",
        "body": "",
        "date": "2026-03-02",
        "time": "12:30",
    }
    (home / "jrnl.json").write_text(json.dumps({"tags": {}, "entries": [written | {"tags": ["@gee"]}]}))
    assert run("import", str(home / "jrnl.json"), "--json").document["interactions"]["created"] == 1
    [day] = run("timeline", "2026-03", "--json").document["days"]
    [found] = day["interactions"]
    assert [one["name"] for one in found["people"]] == ["Grace Osei"]
    assert (found["text"], found["tags"]) == ("Lunch with Grace Osei. And Gee again", [])
    assert run("import", str(home / "jrnl.json"), "--json").document["interactions"]["unchanged"] == 1


def test_a_file_a_month(run: Run, home: Path) -> None:
    run("log", "yesterday: met @Bo")
    run("log", "2026-10-03: met @Bo #boat")
    folder = home / "paper"
    assert run("export", "journal", "-o", f"{folder}/").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["2026-10.md", "2026-11.md"]
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    whole = run("export", "journal").out
    assert whole == "\n".join((folder / name).read_text() for name in ("2026-10.md", "2026-11.md"))
    only = run("export", "journal", "--only", "#boat").out
    assert only.startswith("# October 2026\n\n*#boat*\n\n## Saturday 3 October\n")
    assert "November" not in only
    assert run("export", "journal", "--format", "csv", "-o", str(folder)).code == 2


def test_rows_that_no_spreadsheet_runs(run: Run) -> None:
    run("log", "=1+1 with @Bo and @Chi gave:'@sum' mood:4")
    [header, row] = read_rows(run("export", "journal", "--format", "csv").out)
    cells = dict(zip(header.cells, row.cells, strict=True))
    assert (cells["people"], cells["mood"], cells["text"][:1]) == ("Bo\nChi", "4", "=")
    assert ",'=1+1" in run("export", "journal", "--format", "csv").out


def test_a_calendar_of_those_one_asks_for(run: Run) -> None:
    run("add", "Bo", "Lee", "--birthday", "02-29", "--circle", "close")
    run("add", "Chi", "Eze", "--birthday", "1990-05-01")
    run("log", 'met @"Chi Eze" promise:"a book by friday"')
    everything = run("export", "journal", "--format", "ics").out
    assert everything.count("BEGIN:VEVENT") == 4
    assert "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" in everything
    only = run("export", "journal", "--format", "ics", "--only", "@chi", "--entries").out
    assert only.count("BEGIN:VEVENT") == 3
    assert "Bo Lee" not in only


@pytest.mark.parametrize(
    "arguments",
    [("people", "--format", "ics"), ("journal", "--format", "vcard"), ("people", "--private")],
)
def test_what_does_not_go_together_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("export", *arguments).code == 2


def test_what_cannot_be_read_is_told_and_the_rest_is_written(run: Run, home: Path) -> None:
    run("log", "yesterday: met @Bo")
    run("log", "2026-10-03: met @Bo")
    (home / "journal" / "months" / "2026-10.json").write_text("{")
    done = run("export", "journal")
    assert done.code == 3
    assert "# November 2026" in done.out
    assert "2026-10" in done.err
