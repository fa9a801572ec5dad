"""Answers mended in the shell, what one noted for the next talk, and details that come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start


def answered(run: Run, line: str, answer: str, theme: str) -> str:
    id = str(run("log", "--json", line).document["id"])
    assert run("reflect", id, answer).code == 0
    assert run("reflect", id, "--question", theme).code == 0
    return id


def test_an_answer_is_kept_to_oneself_moved_and_its_energy_rated_later(run: Run, journal: Journal) -> None:
    id = answered(run, "yesterday: tea with @Amara", "she hums /5", "giving")
    document = run("reflect", id, "--question", "Fresh eyes", "--private", "--energy", "2", "--json").document
    asked = document["reflection"]
    assert (asked["dimension"], asked["answer"], asked["private"]) == ("openness", "she hums", True)
    assert asked["prompt"].startswith("openness-")
    journal.refresh()
    assert journal.interaction(id).energy == 2
    assert run("reflect", id, "--public", "--json").document["reflection"]["private"] is False
    wrong = run("reflect", id, "--question", "weather")
    assert (wrong.code, "Name a theme: Friend, not contact; Being there (presence)" in wrong.err) == (2, True)
    assert run("reflect", id, "--energy", "9").code == 2


def test_the_energy_of_an_entry_without_a_question_is_rated_later(run: Run, journal: Journal) -> None:
    run("settings", "set", "ask", "never")
    id = run("log", "--json", "yesterday: at the harbour festival with @Amara").document["id"]
    assert run("reflect", id, "--energy", "2").code == 0
    document = run("reflect", id, "--energy", "3", "--json").document
    assert (document["id"], document["reflection"], document["earlier"]) == (id, None, None)
    journal.refresh()
    assert journal.interaction(id).energy == 3
    for arguments in (("boats",), ("--private",), ("--energy", "2", "--question", "trust")):
        assert "never asked a question" in run("reflect", id, *arguments).err


def test_on_logging_again_one_is_asked_once_and_only_at_a_terminal(
    run: Run, start: Start, journal: Journal
) -> None:
    id = answered(run, "10 nov: tea with @Amara", "Boats. Ask about the keel next time.", "curiosity")
    done = run("log", "lunch with Amara")
    assert "Last time" not in done.out + done.err, "with no terminal nothing is asked"
    terminal = start("log", "tea with Amara")
    shown = terminal.until("> ")
    assert "Last time you noted: “Ask about the keel next time”. Did you? y or n says so" in " ".join(
        shown.split()
    )
    question = next(row for row in shown.splitlines() if " · " in row and row.endswith("?"))
    terminal.type("y\n")
    noted = terminal.until("> ").splitlines()
    assert noted.index("Noted.") < noted.index(question), "the question stands below again"
    terminal.type("it is of oak\n")
    assert terminal.end()[0] == 0
    journal.refresh()
    asked = journal.interaction(id).reflection
    assert asked is not None
    assert asked.followed == "yes"
    [newest] = [one for one in journal.month("2026-11") if one.text == "tea with Amara" and one.id != id]
    assert newest.reflection is not None
    assert newest.reflection.answer == "it is of oak"


def test_an_open_promise_is_asked_about_at_a_later_talk_and_the_one_it_looks_like_first(
    run: Run, start: Start, journal: Journal
) -> None:
    made = run(
        "log", "--json", '20 oct: tea with @Amara promise:"find the map" promise:"send Amara the plan"'
    )
    run("log", "5 nov: walk with Amara")
    for line, asked, says in (
        ("lunch with Amara", "find the map", "n"),
        ("sent Amara the plan", "send Amara the plan", "y"),
    ):
        terminal = start("log", line)
        shown = " ".join(terminal.until("> ").split())
        assert f"You promised 4 weeks ago: “{asked}”. Did you?" in shown
        terminal.type(f"{says}\n\n")
        assert terminal.end()[0] == 0
    journal.refresh()
    first, second = journal.interaction(made.document["id"]).promises
    assert (first.kept, str(second.kept)) == (None, "2026-11-18")


def test_a_detail_comes_back_where_one_wants_it(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("add", "Amara", "--detail", "!her sister paints").code == 0
    monkeypatch.setenv("NETJOURNAL_NOW", "2026-11-25T12:00:00+01:00")
    assert run("today", "--json").document["told_you"] is None
    assert run("today", "--knew").code == 1
    settings = Path(run("path", "--json").document["settings"])
    settings.parent.mkdir(parents=True)
    settings.write_text('details = "come back"\n')
    assert run("today", "--json").document["told_you"]["text"] == "her sister paints"
    shown = run("today")
    assert "Amara: her sister paints" in shown.out
    assert "`netjournal today --knew`, or `--forgot`" in shown.err
    done = run("today", "--forgot")
    assert "It comes back on Wednesday 2 December 2026." in done.err
    assert "her sister" not in done.out
    assert "her sister paints · to remember" in run("show", "Amara").out
    assert run("undo").code == 0
    assert run("today", "--json").document["told_you"] is not None


def test_what_is_for_oneself_alone_is_marked_wherever_it_is_read(run: Run) -> None:
    id = answered(run, "10 nov: tea with @Amara", "Boats. Ask about the keel.", "curiosity")
    assert "for you alone" not in run("timeline").out
    assert "for you alone" in run("reflect", id, "--private").out
    for words in (("timeline",), ("show", "Amara"), ("reflect", id)):
        assert "for you alone" in run(*words).out
    assert "for you alone" not in run("reflect", id, "--public").out


def test_the_page_before_a_talk_ends_with_a_question(run: Run) -> None:
    answered(run, "10 nov: tea with @Amara", "Boats. Ask about the keel.", "curiosity")
    done = run("prep", "Amara")
    assert "You noted: “Boats. Ask about the keel.”" in done.out
    assert "Before you go" in done.out
    assert run("prep", "Amara", "--json").document["before"] in " ".join(done.out.split())


def test_what_one_promises_in_an_answer_kept_to_oneself_leaves_no_more_than_the_answer(run: Run) -> None:
    id = run("log", 'tea with @Bo promise:"bring honey"', "--json").document["id"]
    run("reflect", id, "p: I was cold > apologise to Bo by friday")
    assert "apologise to Bo" in run("today").out
    ways = [
        ("export", "journal", *form) for form in ((), *(("--format", one) for one in ("json", "csv", "ics")))
    ]
    for arguments in (*ways, ("export", "bo"), ("today", "--json"), ("search", "tea", "--json")):
        said = run(*arguments).out
        assert "apologise" not in said, arguments
    assert "bring honey" in run("export", "journal").out
    assert "bring honey" in run("export", "bo").out
    for arguments in (*ways, ("export", "bo")):
        assert "apologise" in run(*arguments, "--private").out, arguments
