"""`event`: an evening in the shell, and what `today` and `who` ask two days later."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Start

Clock = Callable[[str], None]
INES = "Ines, boat builder; card; > send her the keel plan by friday"
QUESTION = "At Harbour festival you promised Ines: send her the keel plan. Still yours?"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Says on which day of November it is, and at what time."""
    return lambda text: monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-{text}:00+01:00")


def test_an_evening(run: Run, clock: Clock) -> None:
    begun = run("event", "begin", "Harbour", "festival", "--goal", "2", "--at", "the pier")
    assert begun.out.startswith("Harbour festival · Wed 18 Nov · at the pier · #harbour-festival · you are\n")
    assert "0 of 2 · just begun" in begun.out
    assert begun.err == "It counts itself, so forget it while you talk.\n"
    told = run("event", "met", INES)
    assert told.out.startswith("Wed 18 Nov 2026 · Ines · event · at the pier · #harbour-festival · got card")
    assert told.err.splitlines() == [
        "Ines is new.",
        "Counts toward 2 people to meet at Harbour festival: 1 of 2.",
    ]
    clock("19T00:40")
    found = run("event", "met", "Yuki", "from Kobe", "--json").document
    assert (found["date"], found["prompt"]) == ("2026-11-18", None)
    assert run("event", "met", "called @Noe, all good again").out == "Thu 19 Nov 2026 · Noe · call\n"
    assert run("event", "begin", "another").code == 1
    shown = run("event", "end")
    assert "2 of 2 · done" in shown.out
    assert shown.out.splitlines()[-2:] == ["You promised", "  Ines: send her the keel plan · tomorrow"]
    assert run("event", "met", "Bo").code == 1
    found = run("event", "--json").document
    assert (found["open"], found["goal"]["done"], len(found["interactions"])) == (False, 2, 3)
    [own] = [one for one in found["interactions"] if one["reflection"] is not None]
    assert (own["people"], own["text"]) == ([], "Harbour festival")
    assert len(run("search", "#harbour-festival", "--json").document["interactions"]) == 3
    again = run("event", "begin", "harbour festival")
    assert "you are" in again.out.splitlines()[0]
    assert len(run("event", "--json").document["interactions"]) == 3
    assert run("undo").out == "Taken back: the change of Harbour festival\n"


def test_two_days_later_it_asks_once(run: Run, clock: Clock) -> None:
    run("event", "begin", "Harbour festival")
    run("event", "met", INES)
    clock("19T10:00")
    assert run("event", "still").code == 1
    assert QUESTION not in run("who").out + run("today").out
    clock("20T10:00")
    assert run("who").out == f"{QUESTION}\n"
    assert QUESTION in " ".join(run("today").out.split())
    assert run("who", "--json").document["still_yours"][0]["promises"][0]["due"] == "2026-11-20"
    assert run("today", "--json").document["still_yours"][0]["question"] == QUESTION
    assert run("event", "still", "--json").document["asked"][0]["question"] == QUESTION
    assert run("event", "still").code == 2
    assert run("event", "still", "--keep", "--let-go").code == 2
    assert run("event", "still", "--move", "whenever").code == 2
    settled = run("event", "still", "--move", "1 dec", "--json").document["settled"]
    assert settled[0]["asked"] == "2026-11-20"
    assert run("event", "--json").document["promises"][0]["due"] == "2026-12-01"
    assert run("who").out == ""
    run("undo")
    run("event", "still", "--let-go")
    assert run("event", "--json").document["promises"] == []
    run("undo")
    run("event", "still", "--keep")
    assert run("event", "--json").document["promises"][0]["due"] == "2026-11-20"
    assert run("event", "still").code == 1


def test_at_a_terminal_each_promise_is_asked_about(start: Start, run: Run, clock: Clock) -> None:
    run("event", "begin", "Harbour festival")
    run("event", "met", f"{INES}; > call her by monday; > find a cello")
    clock("20T10:00")
    terminal = start("event", "still")
    for asks, answer in (
        ("lets it go.", "y\r"),
        ("lets it go.", "whenever\r"),
        ("is no day I know", "1 dec\r"),
        ("lets it go.", "n\r"),
    ):
        terminal.until(asks)
        terminal.until("> ")
        time.sleep(0.1)
        terminal.type(answer)
    terminal.until("It is not asked again.")
    promises = run("event", "--json").document["promises"]
    assert [(one["text"], one["due"]) for one in promises] == [
        ("send her the keel plan", "2026-11-20"),
        ("call her", "2026-12-01"),
    ]


def test_what_cannot_be(run: Run) -> None:
    assert run("event").err.startswith("None yet.")
    assert run("event", "--json").document == {"event": None}
    assert run("event", "begin", " ").code == 2
    assert run("event", "begin", "x", "--until", "yesterday").code == 2
    assert run("event", "end").code == 1
    assert run("event", "met", "Ines").code == 1
    run("event", "begin", "x")
    assert run("event", "met").code == 2
    assert run("event", "met", "Ines; mood:9").code == 2


def test_events_and_goals_move_house(run: Run, home: Path) -> None:
    run("event", "begin", "Harbour festival", "--goal", "1")
    run("goal", "destination", "Know people around boats")
    out, there = str(home / "out.json"), ("--journal", str(home / "there"))
    run("export", "journal", "--format", "json", "-o", out)
    assert list(json.loads((home / "out.json").read_text())) == [
        *("netjournal", "contacts", "introductions", "interactions", "goals", "destinations", "events"),
    ]
    told = run(*there, "import", out)
    assert "Events, new: 1 · there already: 0" in told.out
    for name in ("goals", "destinations", "events"):
        kept = (home / "there" / f"{name}.json").read_bytes()
        assert kept == (home / "journal" / f"{name}.json").read_bytes()
    again = run(*there, "import", out, "--json").document
    assert [again[name] for name in ("goals", "destinations", "events")] == [
        {"created": 0, "unchanged": 1, "waiting": 0}
    ] * 3
    run(*there, "undo")
    assert run(*there, "goals", "--json").document == {"destinations": [], "goals": []}
    spoilt = json.loads((home / "out.json").read_text())
    next(iter(spoilt["goals"].values()))["count"] = "via:pigeon"
    (home / "out.json").write_text(json.dumps(spoilt))
    told = run("--journal", str(home / "other"), "import", out)
    assert "There is no channel" in told.err
    assert "Skipped, they do not fit: 1" in told.out
