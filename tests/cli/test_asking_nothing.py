"""A log that is to ask nothing has no question; one may be asked of it whenever one likes."""

from __future__ import annotations

import pytest

from netjournal.model import Interaction
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start, Terminal

CTRL_C = "\x03"


@pytest.fixture
def quiet(run: Run) -> str:
    """The id of an entry that was asked nothing, of a journal that asks nothing."""
    run("settings", "set", "ask", "never")
    return str(run("log", "--json", "--no-ask", "yesterday: coffee with @Amara").document["id"])


def again(journal: Journal, id: str) -> Interaction:
    journal.refresh()
    return journal.interaction(id)


def asked(start: Start, id: str) -> Terminal:
    terminal = start("reflect", id)
    terminal.until("> ")
    return terminal


def test_nothing_is_chosen_and_nothing_waits(run: Run, start: Start, journal: Journal) -> None:
    code, shown = start("log", "--no-ask", "coffee with @Amara").end()
    assert (code, "·" in shown, "?" in shown) == (0, True, False)
    assert run("log", "--no-ask", "--json", "tea with Amara").document["prompt"] is None
    run("log", "--no-ask", "-", stdin="a walk with Amara")
    journal.refresh()
    assert [one.reflection for one in journal.month("2026-11")] == [None] * 3
    for command in ("today", "timeline"):
        assert "not answered yet" not in run(command).out
    assert run("reflect").err == "No question is waiting for you.\n"
    prompt = run("log", "--json", "lunch with Amara").document["prompt"]
    assert run("reflect", "--json").document["reflection"]["question"] == prompt["text"], (
        "without it one is chosen"
    )


def test_an_evening_that_ends_without_a_question_leaves_none(run: Run, journal: Journal) -> None:
    run("event", "begin", "Harbour festival")
    run("event", "met", "Ines, boat builder")
    run("event", "end", "--no-ask")
    journal.refresh()
    [ines] = journal.month("2026-11")
    assert ines.reflection is None
    assert run("event", "--json").document["open"] is False


def test_without_a_terminal_a_question_is_chosen_and_waits_for_the_answer(
    run: Run, journal: Journal, quiet: str
) -> None:
    refused = run("reflect", quiet, "she hums")
    assert (refused.code, again(journal, quiet).reflection) == (1, None), "nobody read the question yet"
    assert f"`netjournal reflect {quiet[-6:].lower()}` asks one." in refused.err
    shown = run("reflect", quiet)
    waiting = again(journal, quiet).reflection
    assert waiting is not None
    assert waiting.question in " ".join(shown.out.split())
    assert run("reflect", quiet, "--json").document["reflection"]["question"] == waiting.question
    assert run("reflect", quiet, "she hums", "/4").err == "Kept.\n"
    kept = again(journal, quiet).reflection
    assert kept is not None
    assert (kept.question, kept.answer, kept.rating) == (waiting.question, "she hums", 4)


def test_as_json_a_question_is_chosen_too(run: Run, journal: Journal, quiet: str) -> None:
    found = run("reflect", quiet, "--json").document["reflection"]
    waiting = again(journal, quiet).reflection
    assert waiting is not None
    assert (found["question"], found["status"]) == (waiting.question, "asked")


@pytest.mark.parametrize("said", ["\n", CTRL_C, "m\n", "?\n\n", "s\n\n"])
def test_a_question_one_only_looks_at_is_not_kept(
    start: Start, journal: Journal, quiet: str, said: str
) -> None:
    terminal = asked(start, quiet)
    for part in said.splitlines(keepends=True):
        terminal.type(part)
        if part in ("?\n", "s\n"):
            terminal.until("> ")
    terminal.end()
    assert again(journal, quiet).reflection is None


def test_an_answer_is_kept_with_its_question_and_taken_back_alone(
    run: Run, start: Start, journal: Journal, quiet: str
) -> None:
    terminal = asked(start, quiet)
    terminal.type("s\n")
    terminal.until("> ")
    terminal.type("she hums > bring her figs /4\n")
    assert "You promised: bring her figs" in terminal.end()[1]
    kept = again(journal, quiet)
    assert kept.reflection is not None
    assert (kept.reflection.status, kept.reflection.rating, len(kept.reflection.passed)) == ("answered", 4, 1)
    assert [promise.text for promise in kept.promises] == ["bring her figs"]
    run("undo")
    bare = again(journal, quiet)
    assert (bare.reflection, bare.promises) == (None, ())


def test_later_lets_it_wait(run: Run, start: Start, journal: Journal, quiet: str) -> None:
    terminal = asked(start, quiet)
    terminal.type("l\n")
    assert terminal.end()[0] == 0
    waiting = again(journal, quiet).reflection
    assert waiting is not None
    assert run("reflect", "--json").document["id"] == quiet
