"""`find`, `show`, `timeline`, `path`: what is there, in words and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.store.journal import Journal
from tests.cli.conftest import Run

PERSON = [
    *(
        "id",
        "name",
        "nicknames",
        "emails",
        "phones",
        "links",
        "organisation",
        "role",
        "field",
        "place",
        "zone",
    ),
    *(
        "birthday",
        "tags",
        "circle",
        "rhythm",
        "rhythm_set",
        "equal",
        "trusted",
        "rest",
        "quiet_until",
        "pauses",
        "met",
        "about",
        "details",
        "needs",
        "offers",
        "others",
        "recalls",
        "created",
    ),
]
ENTRY = [
    *("id", "date", "at", "zone", "part", "people", "channel", "text", "tags", "place", "gave", "got"),
    *("promises", "initiated", "mood", "energy", "reflection", "created"),
]


@pytest.fixture
def month(run: Run) -> None:
    """Two people; two entries in November, one in August."""
    run(
        "add", "Ngozi Eze", "--nickname", "Zizi", "--place", "Enugu", "--need", "a printer", "--tag", "#boats"
    )
    run("add", "Mei Tanaka", "--about", "Builds harbours. Likes quiet ones.")
    run("log", "2026-08-02 18:40: Dinner with Ngozi and Mei, about boats at:Enugu got:tea")
    run("log", "2026-11-02: called Ngozi")
    run("log", 'yesterday: Lunch with Ngozi promise:"send the plan by friday" mood:4')


@pytest.mark.usefixtures("month")
def test_find_says_who_and_why(run: Run) -> None:
    assert run("find", "zizi").out == "Ngozi Eze  nickname Zizi\n"
    assert run("find", "ngozi").out == "Ngozi Eze  yesterday\n"
    assert run("find", "mei", "tan").out == "Mei Tanaka  in August\n"
    assert run("find", "printer").out == "Ngozi Eze  needs a printer\n"
    done = run("find", "--json", "tanakka")
    [found] = done.document["people"]
    assert done.document["query"] == "tanakka"
    assert list(found) == ["id", "name", "why"]
    assert (found["name"], found["why"]) == ("Mei Tanaka", "close to “tanakka”")


def test_finding_nobody_is_said_and_is_no_success(run: Run) -> None:
    done = run("find", "nobody")
    told = "Nobody here answers to nobody.\n`netjournal search nobody` looks through what you wrote.\n"
    assert (done.code, done.out, done.err) == (1, "", told)
    assert run("find", "nobody", "--json").document == {"query": "nobody", "people": []}
    assert run("find", " ").code == run("find").code == 2


@pytest.mark.usefixtures("month")
def test_show_begins_with_the_last_talk(run: Run) -> None:
    run("reflect", _id(run, "2026-11"), "Asked her nothing /2")
    lines = run("show", "Ngozi").out.splitlines()
    assert lines[:9] == [
        "Ngozi Eze",
        "  Enugu",
        "  Zizi · #boats",
        "",
        "Last time, yesterday",
        "  Lunch with Ngozi",
        "  You noted: “Asked her nothing”",
        "",
        "  Between you   you promised: send the plan · by Fri",
    ]
    days = [line[2:12] for line in lines if line.endswith(_tails(run))]
    assert [day.strip() for day in days] == ["Tue 17 Nov", "Mon 2 Nov", "Sun 2 Aug"]


@pytest.mark.usefixtures("month")
def test_show_as_json(run: Run) -> None:
    shown = run("show", "zizi", "--json").document
    assert list(shown) == ["person", "interactions"]
    assert list(shown["person"]) == PERSON
    assert (shown["person"]["tags"], shown["person"]["about"]) == (["boats"], None)
    assert [entry["date"] for entry in shown["interactions"]] == ["2026-11-17", "2026-11-02", "2026-08-02"]
    assert all(list(entry) == ENTRY for entry in shown["interactions"])
    oldest = shown["interactions"][-1]
    assert [person["name"] for person in oldest["people"]] == ["Ngozi Eze", "Mei Tanaka"]
    assert (oldest["at"], oldest["got"], oldest["mood"]) == ("2026-08-02T18:40:00+01:00", ["tea"], None)


def test_show_goes_on_only_when_asked(run: Run) -> None:
    for day in range(1, 22):
        run("log", f"2026-10-{day:02}: day {day} with @Ngozi")
    few = run("show", "ngozi")
    assert "--all" in few.err
    assert "day 1 with" not in few.out
    everything = run("show", "ngozi", "--all")
    assert (everything.err, "day 1 with" in everything.out) == ("", True)
    assert len(run("show", "ngozi", "--json").document["interactions"]) == 21


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("name", ["ngozi eze", "NGOZI", "Zizi", "eze", "tanaka mei"])
def test_a_person_is_known_by_any_of_their_names(run: Run, name: str) -> None:
    assert run("show", *name.split()).code == 0


@pytest.mark.usefixtures("month")
def test_an_unknown_name_asks_who_was_meant(run: Run) -> None:
    done = run("show", "Ngosi")
    assert (done.code, done.out) == (1, "")
    assert done.err == "Nobody here is called Ngosi.\nDid you mean Ngozi Eze?\n"


def test_nobody_is_guessed_for_a_name_that_is_unlike_but_one_can_write_them_down(run: Run) -> None:
    run("add", "Noe")
    done = run("note", "Bruno", "landlord")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Nobody here is called Bruno.\n")
    assert "Noe" not in done.err
    assert "`netjournal add Bruno` writes down someone new" in done.err


def test_namesakes_are_told_apart_by_their_ids(run: Run, journal: Journal) -> None:
    run("add", "Ali Khan", "--place", "Lahore")
    run("add", "Ali Khan", "--place", "Leeds", "--another")
    done = run("show", "Ali Khan")
    assert done.code == 1
    assert len(done.err.splitlines()) == 4
    [leeds] = [line.split()[-1] for line in done.err.splitlines() if "Leeds" in line]
    assert run("show", leeds, "--json").document["person"]["place"] == "Leeds"


@pytest.mark.usefixtures("month")
def test_a_month_reads_from_its_first_day_on(run: Run) -> None:
    run("reflect", _id(run, "2026-11", last=False), "Only listened")
    lines = run("timeline").out.splitlines()
    assert lines[0] == "November 2026"
    assert [line for line in lines if line[:1].strip()] == ["November 2026", "Mon 2 Nov", "Tue 17 Nov"]
    assert any(line.startswith("  Ngozi Eze · call · ") for line in lines)
    assert "      Only listened" in lines
    assert "    promised  send the plan · by Fri" in lines
    assert "    felt  mood 4/5" in lines
    august = run("timeline", "aug").out
    assert august.startswith("August 2026\n\n Mo   Tu   We   Th   Fr   Sa   Su\n")
    assert "\n                           1    2·\n" in august
    assert "\n 31\n\nSun 2 Aug\n  18:40  Ngozi Eze, Mei Tanaka ·" in august


@pytest.mark.usefixtures("month")
def test_a_month_as_json(run: Run) -> None:
    month = run("timeline", "--json", "2026-11").document
    assert list(month) == ["month", "count", "days"]
    assert (month["month"], month["count"]) == ("2026-11", 2)
    assert [day["date"] for day in month["days"]] == ["2026-11-02", "2026-11-17"]
    assert [list(day) for day in month["days"]] == [["date", "interactions"]] * 2
    assert run("timeline", "--json", "2020-02").document == {"month": "2020-02", "count": 0, "days": []}


def test_an_empty_month_is_no_failure(run: Run) -> None:
    done = run("timeline", "last", "month")
    assert (done.code, done.out, done.err) == (0, "", "Nothing is written in October 2026.\n")


@pytest.mark.parametrize("month", ["2026-13", "soon", "31 feb"])
def test_what_is_no_month_is_wrong_usage(run: Run, month: str) -> None:
    assert run("timeline", month).code == 2


@pytest.mark.usefixtures("month")
def test_a_year_is_read_month_by_month(run: Run) -> None:
    lines = run("timeline", "2026").out.splitlines()
    assert lines[0] == "2026"
    assert [line for line in lines if line.endswith(" 2026") and len(line.split()) == 2] == [
        "August 2026",
        "November 2026",
    ]
    year = run("timeline", "this", "year", "--json").document
    assert (list(year), year["year"], year["count"]) == (["year", "count", "days"], 2026, 3)
    assert [day["date"] for day in year["days"]] == ["2026-08-02", "2026-11-02", "2026-11-17"]
    assert run("timeline", "last year").err == "Nothing is written in 2025.\n"
    narrowed = run("timeline", "2026", "--only", "dinner", "--json").document
    assert [day["date"] for day in narrowed["days"]] == ["2026-08-02"]


@pytest.mark.usefixtures("month")
def test_a_damaged_shelf_leaves_the_rest_to_read(run: Run, home: Path) -> None:
    shelf = home / "journal" / "months" / "2026-08.json"
    shelf.write_text("{ no json")
    rest = run("show", "Ngozi")
    assert rest.code == 0
    assert str(shelf) in rest.err
    assert "Lunch with Ngozi" in rest.out
    assert run("timeline", "--json").document["count"] == 2
    damaged = run("timeline", "august", "--json")
    assert (damaged.code, damaged.out) == (3, "")
    assert "August 2026 cannot be read" in damaged.err
    assert run("log", "2026-08-03: called Ngozi").code == 3
    assert run("log", "called Ngozi").code == 0
    assert shelf.read_text() == "{ no json"


@pytest.mark.usefixtures("month")
def test_a_damaged_list_of_people_is_told_before_anybody_is_missed(run: Run, home: Path) -> None:
    (home / "journal" / "contacts.json").write_text("[]")
    for command in (["show", "Ngozi"], ["find", "Ngozi"], ["log", "called Ngozi"], ["delete", "Ngozi"]):
        assert "contacts.json" in run(*command).err.splitlines()[0]


def test_path_names_every_place_and_makes_none(run: Run, home: Path) -> None:
    places = run("path", "--json").document
    assert places == {
        "journal": str(home / "journal"),
        "settings": str(home / "config/netjournal/settings.toml"),
        "prompts": str(home / "config/netjournal/prompts.d"),
        "state": str(home / "state/netjournal"),
        "cache": str(home / "cache/netjournal"),
    }
    assert f"journal   {home / 'journal'}\n" in run("path").out
    assert list(home.iterdir()) == []


def test_the_journal_can_be_another(run: Run, home: Path) -> None:
    run("--journal", str(home / "other"), "log", "met @Ada")
    assert (home / "other" / "journal.json").exists()
    assert not (home / "journal").exists()


def _id(run: Run, month: str, *, last: bool = True) -> str:
    days = run("timeline", month, "--json").document["days"]
    return str(days[-1 if last else 0]["interactions"][0]["id"])


def _tails(run: Run) -> tuple[str, ...]:
    entries = run("show", "Ngozi", "--json").document["interactions"]
    return tuple(entry["id"][-6:].lower() for entry in entries)


@pytest.mark.usefixtures("month")
def test_prep_is_what_one_reads_before_a_talk(run: Run) -> None:
    lines = run("prep", "Ngozi").out.splitlines()
    assert lines[:2] == ["Ngozi Eze", "  Enugu"]
    assert "  Between you   you promised: send the plan · by Fri" in lines
    [question] = (row for row, line in enumerate(lines) if line.startswith("  Before you go "))
    assert [line[2:12].strip() for line in lines[question - 3 : question - 1]] == ["Mon 2 Nov", "Sun 2 Aug"]
    shape = run("prep", "Ngozi", "--json").document
    assert (shape["name"], shape["last"], shape["text"]) == (
        "Ngozi Eze",
        "Last time, yesterday",
        "Lunch with Ngozi",
    )
    assert [fact["label"] for fact in shape["facts"]][:1] == ["Between you"]


@pytest.mark.usefixtures("month")
def test_prep_says_the_last_talk_once_where_an_event_is_still_to_come(run: Run) -> None:
    run("log", "fair with @Ngozi via:event", "--on", "2027-01-05")
    done = run("prep", "Ngozi")
    assert (done.code, done.out.count("Lunch with Ngozi")) == (0, 1)
    assert "fair with" in done.out


@pytest.mark.usefixtures("month")
def test_a_note_goes_where_its_word_says(run: Run) -> None:
    done = run("note", "ngozi", "needs:", "a", "sailmaker")
    assert (done.code, done.out) == (0, "Ngozi Eze · needs: a sailmaker\n")
    assert run("note", "ngozi", "born: 29 feb", "--json").document["person"]["birthday"] == "--02-29"
    assert run("note", "ngozi", "needs: a sailmaker").code == 2
    run("undo")
    assert run("show", "ngozi", "--json").document["person"]["birthday"] is None


@pytest.mark.usefixtures("month")
def test_show_is_narrowed_down(run: Run) -> None:
    whole, some = run("show", "Ngozi").out, run("show", "Ngozi", "--only", "lunch").out
    assert whole.splitlines()[:8] == some.splitlines()[:8]
    assert len(some.splitlines()) < len(whole.splitlines())
    assert run("show", "Ngozi", "--only", "lunhc:").code == 2


def test_somebody_is_found_by_what_they_are_reached_by(run: Run) -> None:
    run("add", "Ana Lima", "--email", "Ana@Yard.example", "--phone", "+351 912 345 678")
    run("add", "Bo Lind", "--phone", "0171 5550101")
    for query, name in (
        ("ana@yard", "Ana Lima"),
        ("912345678", "Ana Lima"),
        ("+351 912", "Ana Lima"),
        ("(0171) 555", "Bo Lind"),
    ):
        assert [one["name"] for one in run("find", query, "--json").document["people"]] == [name], query


def test_namesakes_are_told_apart(run: Run) -> None:
    run("add", "Anna Weber", "--place", "Bergen")
    run("add", "Anna Weber", "--another", "--place", "Lagos")
    out = run("find", "anna").out
    assert "Bergen" in out
    assert "Lagos" in out


def test_a_tag_is_found_as_a_shell_writes_it(run: Run) -> None:
    run("add", "Ana Lima", "--tag", "sailing")
    assert run("find", "tag:sailing").out == run("find", "#sailing").out != ""
