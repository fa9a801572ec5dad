"""`review`: the page, the questions at a terminal, and what is kept of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from netjournal.practice.plans import PLAN
from netjournal.practice.reviews import answer_to, built_in_reviews
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start

SUNDAY, NEXT_SUNDAY = "2026-11-15T18:00:00+01:00", "2026-11-22T18:00:00+01:00"


def talk(run: Run, line: str, answer: str = "") -> str:
    id = str(run("log", "--json", line).document["id"])
    if answer:
        assert run("reflect", id, answer).code == 0
    return id


def answers(run: Run) -> list[str]:
    return [one["answer"] for one in run("review", "week", "--json").document["answers"]]


def test_without_a_terminal_there_is_only_the_page(run: Run) -> None:
    talk(run, '10 nov: tea with @Amara promise:"send her the boat song"', "she hums /5")
    talk(run, "11 nov: letter to @Chidi", "p: nobody reads this")
    talk(run, "12 nov: letter to @Bola and Amara")
    talk(run, "12 nov: liked a post of @Dayo")
    done = run("review", "week")
    assert (done.code, done.err) == (0, "")
    lines = done.out.split("\n")
    assert lines[:4] == ["The week of 9 to 15 November 2026", "", "In your own words", "  “she hums”"]
    assert "You met               Amara\nIn touch with         Chidi, Bola\n" in done.out
    assert "You promised          send her the boat song · Amara" in done.out
    assert "nobody reads this" not in done.out


def test_the_month_and_the_one_before(run: Run) -> None:
    talk(run, "3 oct: tea with @Amara", "october words")
    picked = talk(run, "4 oct: call with @Chidi", "picked")
    assert run("review", "month", "--quote", picked).code == 0
    document = run("review", "month", "--json").document
    assert (document["period"], document["title"], len(document["questions"])) == (
        "2026-10",
        "October 2026",
        3,
    )
    assert [quote["text"] for quote in document["quotes"]] == ["picked"]
    assert (
        run("review", "month", "--quote", picked, "--json").document["quotes"][0]["text"] == "october words"
    )
    named = run("review", "month", "march 2026", "--json").document
    assert (named["period"], named["questions"]) == ("2026-03", [])
    assert run("review", "month", "soon").code == 2
    assert run("review", "month", "last", "--json").document["period"] == "2026-10"


@pytest.mark.parametrize(
    ("named", "period"),
    [
        ("last", "2026-W46"),
        ("this week", "2026-W47"),
        ("2026-W45", "2026-W45"),
        ("w45", "2026-W45"),
        ("W50", "2025-W50"),
        ("nov 3", "2026-W45"),
        ("last sunday", "2026-W46"),
        ("two weeks ago", "2026-W45"),
    ],
)
def test_another_week_is_named(run: Run, named: str, period: str) -> None:
    talk(run, "3 nov: tea with @Amara", "november words")
    found = run("review", "week", *named.split(), "--json").document
    assert found["period"] == period
    assert bool(found["questions"]) == (period in ("2026-W46", "2026-W47"))


@pytest.mark.parametrize("named", ["march", "2026-W60", "soon", "2026"])
def test_what_is_no_week_is_said(run: Run, named: str) -> None:
    assert run("review", "week", named).code == 2


def test_where_the_journal_only_begins_the_running_month_is_shown(run: Run) -> None:
    talk(run, "tea with @Amara")
    assert run("review", "month", "--json").document["period"] == "2026-11"
    assert run("review", "week", "--json").document["period"] == "2026-W47"


def test_three_questions_and_the_plan_a_week_later(
    run: Run, start: Start, monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> None:
    monkeypatch.setenv("NETJOURNAL_NOW", SUNDAY)
    evening = talk(run, "10 nov: tea with @Amara via:event")
    terminal = start("review", "week")
    shown = " ".join(terminal.until("> ").split())
    assert "Enter alone is not now" in shown
    assert "Left from the week" not in shown, "the three of the week come first"
    terminal.type("4\n")
    assert "One number says little" in " ".join(terminal.until("> ").split())
    terminal.type("the rain\n")
    assert "Kept." in terminal.until("> ")
    terminal.type("?\n")
    assert "take turns, answered or not" in " ".join(terminal.until("> ").split())
    terminal.type("\n")
    terminal.until("> ")
    terminal.type("When it stops, I will call Chidi.\n")
    shown = " ".join(terminal.until("> ").split())
    assert "Left from the week: Tue 10 Nov · Amara · tea with" in shown
    terminal.type("a song\n")
    shown = " ".join(terminal.until("> ").split())
    assert "Left from the week: Tue 10 Nov · tea with Amara A night" in shown
    assert "what did it do to your energy" in shown
    terminal.type("He wants to teach\n")
    shown = " ".join(terminal.until("> He wants to teach").split())
    assert "A number from 1 (drained) to 5 (charged); ctrl+u and enter leave it out." in shown
    journal.refresh()
    assert journal.interaction(evening).text == "tea with Amara", "words meant elsewhere stay in the line"
    terminal.type("\x15slept badly /2\n")
    assert "Kept, with what you wrote that day." in terminal.until("day.")
    assert terminal.end()[0] == 0
    assert answers(run) == ["the rain", "When it stops, I will call Chidi."]
    journal.refresh()
    logged = journal.interaction(evening)
    assert (logged.energy, logged.text.splitlines()[-1]) == (2, "slept badly")
    assert logged.reflection is not None
    assert logged.reflection.answer == "a song"
    assert len(run("review", "week", "--json").document["questions"]) == 1
    assert "Looking back, you wrote" in run("review", "week").out
    monkeypatch.setenv("NETJOURNAL_NOW", NEXT_SUNDAY)
    terminal = start("review", "week")
    shown = " ".join(terminal.until("> ").split())
    assert shown.endswith("Last week you wrote: “When it stops, I will call Chidi.” How did it go? >")
    terminal.type("He sang.\n")
    terminal.until("> ")
    terminal.type("half a thou")
    terminal.until("half a thou")
    terminal.type("\x03")
    assert terminal.end()[0] == 130
    [given] = run("review", "week", "--json").document["answers"]
    assert run("reflect", given["id"], "He sang twice.").code == 0
    assert answers(run) == ["He sang twice."]
    assert "the answer about “Last week you wrote" in run("undo").out
    assert answers(run) == ["He sang."]
    terminal = start("review", "week")
    assert "half a thou" in terminal.until("> half a thou")
    journal.refresh()
    kept = [entry.reflection for entry in journal.month("2026-11") if entry.reflection is not None]
    assert [one.period for one in kept if one.prompt == PLAN] == ["2026-W47"]
    assert run("undo").code == 0
    assert answers(run) == []


def test_what_an_answer_of_a_review_promises_is_kept_with_it(run: Run, journal: Journal) -> None:
    talk(run, "10 nov: tea with @Amara")
    now = datetime.fromisoformat(SUNDAY)
    step = next(one for one in journal.review_steps("2026-W46", now.date()) if one.kind == "question")
    assert journal.take_step(step, "2026-W46", "A calm week > call the yard by friday", now=now)
    [kept] = [one for one in journal.month("2026-11") if one.promises]
    assert [(one.text, str(one.due)) for one in kept.promises] == [("call the yard", "2026-11-20")]
    assert kept.reflection is not None
    assert kept.reflection.answer == "A calm week; call the yard by friday"


def test_what_one_keeps_to_oneself_is_answered_and_stays_away(
    run: Run, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(run, "10 nov: tea with @Amara")
    monkeypatch.setenv("NETJOURNAL_NOW", SUNDAY)
    question = built_in_reviews()[0]
    now = datetime.fromisoformat(SUNDAY)
    kept = answer_to(question, "2026-W46", "p: for me", now)
    assert kept is not None
    journal.keep_review(kept, now=now)
    document = run("review", "week", "--json").document
    assert document["answers"] == []
    assert question.slot not in {one["about"] for one in document["questions"]}
    assert "for me" not in run("review", "week").out
    assert "for me" not in run("review", "month", "november").out
    paper = run("export", "journal")
    assert "Sunday 15" not in paper.out
    assert "One private answer stays with you" in paper.err
    assert "for me" in run("export", "journal", "--private").out


def test_a_month_on_paper_begins_with_it(run: Run) -> None:
    talk(run, "10 nov: tea with @Amara #tea", "she *hums* /5")
    talk(run, "11 nov: letter to @Chidi", "p: nobody reads this")
    whole = run("export", "journal").out
    assert whole.startswith("# November 2026\n\n**In your own words**\n\n- “she \\*hums\\*” *")
    assert whole.index("hums") < whole.index("## Tuesday 10 November")
    assert "nobody" not in whole
    assert "In your own words" not in run("export", "journal", "--only", "#tea").out


def test_a_hard_week_is_not_denied(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETJOURNAL_NOW", SUNDAY)
    assert "nothing to look back on" in run("review", "week").err
    run("log", "10 nov: could not sleep mood:1", "--no-ask")
    done = run("review", "week")
    assert "a week with few words" in " ".join(done.out.split())
    assert "nothing" not in done.err
    run("log", "11 nov: we quarrelled, @Amara and I mood:1", "--no-ask")
    done = run("review", "week")
    assert "With Amara" in " ".join(done.out.split())
    assert "quarrelled" not in done.out
