"""The question at a terminal, and what becomes of words that were not sent."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from netjournal.model import Interaction, Reflection
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start

UNDO_LINE, TO_THE_START = "\x15", "\x01"
CTRL_C, CTRL_D = "\x03", "\x04"


def newest(journal: Journal) -> Interaction:
    journal.refresh()
    return journal.month("2026-11")[-1]


def reflection(journal: Journal) -> Reflection:
    found = newest(journal).reflection
    assert found is not None
    return found


@pytest.fixture
def asked(run: Run) -> str:
    """The id of an entry whose question waits."""
    return str(run("log", "--json", "yesterday: coffee with @Amara").document["id"])


def test_a_line_answers_and_a_question_mark_asks_why(start: Start, journal: Journal) -> None:
    terminal = start("log", "coffee with @Amara")
    shown = terminal.until("> ")
    assert "Wed 18 Nov 2026 · Amara · in person" in shown
    assert "Amara is new." in shown
    assert "/1 to /5" in shown  # nobody has answered before, so the keys are told
    assert f"· {reflection(journal).question}" in " ".join(shown.split())
    terminal.type("?\n")
    assert "has not come up before" in " ".join(terminal.until("> ").split())
    terminal.type("Ça va, 何も /4\n")
    code, shown = terminal.end()
    assert (code, shown.splitlines()[-1]) == (0, "Kept.")
    assert (reflection(journal).answer, reflection(journal).rating) == ("Ça va, 何も", 4)

    terminal = start("log", "tea with Amara")
    assert "/1 to /5" not in terminal.until("> ")
    terminal.type("\n")
    assert terminal.end() == (0, "\n")
    assert reflection(journal).status == "skipped"


@pytest.mark.parametrize(
    ("end", "code"), [(CTRL_C, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("close", 129)]
)
def test_a_draft_survives_whatever_ends_the_typing(
    start: Start, asked: str, journal: Journal, end: str | signal.Signals, code: int
) -> None:
    terminal = start("reflect", alone=True)
    terminal.until("> ")
    terminal.type("She was quick, Łódź")
    terminal.until("Łódź")
    if end == "close":
        assert terminal.hang_up() == code
    else:
        if isinstance(end, str):
            terminal.type(end)
        else:
            terminal.process.send_signal(end)
        assert terminal.end()[0] == code
    assert reflection(journal).status == "asked"
    assert journal.drafts.get(f"answer-{asked}") == "She was quick, Łódź"


def test_a_draft_is_what_the_next_answer_begins_with(start: Start, asked: str, journal: Journal) -> None:
    journal.drafts.keep(f"answer-{asked}", "She was quick")
    terminal = start("reflect", asked)
    terminal.until("> She was quick")
    terminal.type(" to laugh\n")
    assert terminal.end()[0] == 0
    assert reflection(journal).answer == "She was quick to laugh"
    assert journal.drafts.get(f"answer-{asked}") == ""


def test_ctrl_d_leaves_the_question_for_later(start: Start, asked: str, journal: Journal) -> None:
    journal.drafts.keep(f"answer-{asked}", "no")
    terminal = start("reflect")
    terminal.until("> no")
    terminal.type(UNDO_LINE + CTRL_D)
    assert terminal.end()[0] == 0
    assert reflection(journal).status == "asked"


def test_a_letter_alone_is_no_answer(start: Start, run: Run, asked: str, journal: Journal) -> None:
    terminal = start("reflect", asked)
    terminal.until("> ")
    for letter, said in (("y", "not asked with yes or no"), ("x /3", "One letter says little")):
        terminal.type(f"{letter}\n")
        assert said in " ".join(terminal.until("> ").split())
        assert reflection(journal).status == "asked"
    terminal.type("船\n")
    assert terminal.end()[0] == 0
    assert reflection(journal).answer == "船"
    assert run("reflect", asked, "n").code == 2
    assert reflection(journal).answer == "船"


def test_a_prompt_is_no_data(start: Start, journal: Journal, home: Path) -> None:
    with (home / "out").open("wb") as out:
        terminal = start("log", "coffee with @Amara", stdout=out)
        terminal.until("> ")
        terminal.type("Listened\n")
        assert terminal.end()[0] == 0
    assert (home / "out").read_text() == "Wed 18 Nov 2026 · Amara · in person\n"
    assert reflection(journal).answer == "Listened"


def test_a_line_that_cannot_be_logged_is_there_the_next_time(start: Start, journal: Journal) -> None:
    terminal = start("log", "--no-ask")
    terminal.until("> ")
    terminal.type("31 feb: coffee with @Amara\n")
    code, shown = terminal.end()
    assert code == 2
    assert "begins with it" in shown
    terminal = start("log", "--no-ask")
    terminal.until("> 31 feb: coffee with @Amara")
    terminal.type(f"{TO_THE_START}{CTRL_D}{CTRL_D}3\n")
    code, shown = terminal.end()
    assert (code, shown.splitlines()[-2]) == (0, "Tue 3 Feb 2026 · Amara · in person")
    assert journal.drafts.get("log") == ""
