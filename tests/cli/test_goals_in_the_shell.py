"""`goal` and `goals`, and what a log says of them."""

from __future__ import annotations

import pytest

from netjournal.store.journal import Journal
from tests.cli.conftest import Run


def add(run: Run, *words: str) -> str:
    """Sets a goal until the end of the month; gives its id."""
    plain = () if {"--count", "--preset"} & set(words) else ("--unit", "interaction")
    return str(run("goal", "add", *words, *plain, "--by", "30 nov", "--json").document["goal"]["id"])


def test_a_goal_is_set_and_counts_itself(run: Run) -> None:
    run("log", "--no-ask", "2 nov: talk with @Ada mood:4")
    done = run(
        *("goal", "add", "3 good talks", "in November", "--target", "3", "--by", "30 nov"),
        *("--from", "1 nov", "--count", "mood>=4 from:monday", "--plan", "When I wait, I will ask"),
    )
    assert done.out.splitlines()[0].startswith(
        "3 good talks in November · 0 of 3 · slower than planned: about"
    )
    assert done.out.splitlines()[-1] == "  When I wait, I will ask"
    assert done.err.splitlines() == [
        "It counts entries: mood 4 or more, since 16 November 2026.",
        "It counts itself, so forget it while you talk.",
    ]
    told = run("log", "--no-ask", "lunch with Ada mood:5")
    assert told.err.splitlines()[-1] == "Counts toward 3 good talks in November: 1 of 3."
    assert "Counts" not in run("log", "--no-ask", "lunch with Ada mood:2").err
    assert run("log", "--no-ask", "--json", "lunch mood:5").err == ""
    [goal] = run("goals", "--json").document["goals"]
    assert (goal["done"], goal["count"], goal["word"]) == (2, "mood>=4 from:2026-11-16", "on the way")
    run("undo")
    assert "1 of 3" in run("goals").out


def test_an_answer_that_makes_it_count_says_so(run: Run) -> None:
    run("goal", "add", "--preset", "good-talks", "--by", "friday")
    id = run("log", "--json", "coffee with @Ada").document["id"]
    assert (
        run("reflect", id, "boats /4").err.splitlines()[-1] == "Counts toward 3 good conversations: 1 of 3."
    )
    assert "Counts" not in run("reflect", id, "and sails /5").err


def test_nobody_is_told_of_a_goal_at_a_bed(run: Run) -> None:
    run("goal", "add", "--preset", "good-talks", "--by", "30 nov")
    run("goal", "add", "--preset", "hellos", "--by", "30 nov")
    ward = run("log", "--json", "visited @Friedel in hospital, held her hand").document["id"]
    assert run("reflect", ward, "her hand was cold /5").err.splitlines() == ["Kept."]
    beside = run("log", "--no-ask", "at Friedel's bed again, her son @Henrik was there")
    assert beside.err.splitlines() == ["Henrik is new."]
    assert {goal["done"] for goal in run("goals", "--json").document["goals"]} == {1, 2}


def test_goals_stand_below_where_they_lead(run: Run) -> None:
    assert run("goals").err.startswith("None yet.")
    run("goal", "destination", "Know people", "around wooden boats")
    add(run, "--preset", "new-people", "--for", "boats", "--count", "#harbour")
    add(run, "--preset", "thank-yous", "--target", "1")
    lines = [line.split(" · ")[0] for line in run("goals").out.splitlines() if not line.startswith("    ")]
    assert lines == [
        "1 thank-you",
        "Know people around wooden boats",
        "  3 new people I would gladly meet again",
    ]
    assert run("goal", "destination", "boats", "--remove").out.endswith("is in the trash.\n")
    assert len(run("goals", "--json").document["goals"]) == 2
    assert run("goals", "--json").document["destinations"] == []


def test_extend_shrink_let_go(run: Run) -> None:
    add(run, "3 walks", "--target", "3")
    assert "until Thu 31 Dec" in run("goal", "extend", "walks", "--by", "end of december").out
    assert "until Sun 31 Oct 2027" in run("goal", "extend", "walks", "--by", "31 oct").out
    assert "0 of 2" in run("goal", "shrink", "WALK", "--target", "2").out
    assert run("goal", "shrink", "walk", "--target", "4").code == 2
    assert run("goal", "shrink", "walk", "--target", "2").err == "Nothing was changed.\n"
    assert run("goal", "let-go", "walk", "--json").document["goal"]["let_go"] == "2026-11-18"
    assert run("goals").out == ""
    assert run("goals").err == "None is open; `netjournal goals --all` has those that are over.\n"
    assert "let go" in run("goals", "--all").out
    assert "Counts" not in run("log", "--no-ask", "a walk").err
    add(run, "2 walks", "--target", "2")
    assert run("goal", "let-go", "walks").out.startswith("2 walks · 1 of 2 · let go"), (
        "not the one let go before"
    )
    assert run("goal", "extend", "3 walks", "--by", "friday").code == 0
    assert run("goals").out.startswith("3 walks · 1 of 2 · on the way")
    run("undo")
    assert run("goals").out == ""
    assert run("goal", "remove", "3 walks").code == 0
    assert len(run("goals", "--all", "--json").document["goals"]) == 1


def test_an_entry_is_left_out_by_hand_and_taken_in_again(run: Run) -> None:
    goal = add(run, "3 walks", "--target", "3")
    entry = run("log", "--json", "--no-ask", "a walk").document["id"]
    assert "0 of 3" in run("goal", "exclude", "3", "walks", entry[-6:].lower()).out
    assert run("goal", "exclude", goal[-6:].lower(), entry, "--again", "--json").document["goal"]["done"] == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("add a walk --by friday", 2, "How many do you have in mind?"),
        ("add --target 2 --by friday", 2, "What is the goal?"),
        ("add be kinder to Bo --target 1 --by friday", 2, "What counts toward it?"),
        ("add be kinder to Bo --target 1 --by friday --plan When_I_wake", 2, "--count '@bo #kind'"),
        ("add walks --target 2 --by yesterday", 2, "It would end before it begins."),
        ("add walks --target 2 --by someday", 2, "by: “someday” does not fit."),
        ("add walks --target 2 --by friday --count via:pigeon", 2, "There is no channel called “pigeon”."),
        ("add walks --target 2 --by friday --for sea", 1, "No destination has these words."),
        ("add --preset introductions --by friday --first", 2, "Introductions are counted as they are."),
        ("extend talks --by friday", 2, "Several goals fit “talks”:"),
        ("extend sea --by friday", 1, "No goal has these words."),
        ("extend ? --by friday", 2, "Which goal do you mean?"),
        ("extend long --by 1.11.2026", 2, "It would end before it begins."),
        ("exclude long ABCDEF", 1, "No entry has the id ABCDEF."),
    ],
)
def test_what_cannot_be_is_told(run: Run, journal: Journal, words: str, code: int, said: str) -> None:
    add(run, "2 long talks", "--target", "2")
    add(run, "2 short talks", "--target", "2")
    before = journal.goals()
    done = run("goal", *words.split())
    assert (done.code, said in done.err) == (1 if "Several" in said else code, True), done.err
    assert journal.goals() == before


def test_fields_of_ones_own_are_needed_to_know_others(run: Run) -> None:
    done = run("goal", "add", "--preset", "other-fields", "--by", "friday")
    assert done.err.startswith("Say your own lines of work")


def test_whoever_did_not_reach_a_goal_is_told_for_a_week_and_no_longer(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "--no-ask", "yesterday: talk with @Ada mood:4")
    id = str(
        run(
            *("goal", "add", "3 talks", "--target", "3", "--unit", "interaction"),
            *("--from", "monday", "--by", "20 nov", "--json"),
        ).document["goal"]["id"]
    )
    run("goal", "add", "1 walk", "--target", "1", "--from", "monday", "--by", "20 nov", "--count", "-x")
    asked = "3 talks · 1 of 3: its days are over, and that is all right"
    for day, is_asked in (("20", False), ("21", True), ("27", True), ("28", False)):
        monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-{day}T09:00:00+01:00")
        page = run("today")
        assert (asked in page.out, "walk" in page.out) == (is_asked, False), day
    monkeypatch.setenv("NETJOURNAL_NOW", "2026-11-22T09:00:00+01:00")
    week = " ".join(run("review", "week", "2026-W47").out.split())
    assert f"Small goals {asked} 1 walk: done" in week
    assert "3 talks" not in run("review", "week", "2026-W46").out
    assert run("today", "--json").document["goals_over"][0]["id"] == id
    run("goal", "let-go", "talks")
    assert "talks" not in run("today").out


@pytest.mark.parametrize(
    ("first", "since"),
    [
        ("10 nov", "2026-11-10"),
        ("friday", "2026-11-20"),
        ("1 dec", "2026-12-01"),
        ("wednesday", "2026-11-18"),
    ],
)
def test_a_goal_begins_on_the_nearest_day_of_that_name(run: Run, first: str, since: str) -> None:
    words = ("goal", "add", "3 talks", "--target", "3", "--from", first, "--by", "end of the year", "--json")
    assert run(*words, "--unit", "person").document["goal"]["since"] == since


def test_whom_one_knows_from_before_does_not_count_as_new_once_their_page_says_so(run: Run) -> None:
    done = run("goal", "add", "--preset", "new-people", "--by", "friday")
    said = " ".join(done.err.split())
    assert "`netjournal note NAME met on: 1 june 2019`" in said
    assert "goal exclude" in said
    run("log", "--no-ask", "tea with @Tariq and @Ada")
    assert "2 of 3" in run("goals").out
    assert run("note", "Tariq", "met on: 1 june 1990").code == 0
    assert "1 of 3" in run("goals").out


def test_a_letter_to_an_old_friend_counts_once_their_page_says_since_when(
    run: Run,
) -> None:
    run("goal", "add", "--preset", "old-friends", "--by", "friday")
    run("log", "--no-ask", "letter to @Nell")
    assert "0 of 3" in run("goals").out
    run("note", "Nell", "met on: 1 june 2019")
    assert "1 of 3" in run("goals").out


def test_a_goal_about_somebody_unknown_says_so(run: Run) -> None:
    told = run("goal", "add", "ring mum", "--target", "3", "--by", "30 nov", "--count", "@mum via:call").err
    assert "Nobody here is called mum yet: @mum in a line writes them down." in told
    run("log", "--no-ask", "tea with @Ada")
    assert (
        "Nobody"
        not in run("goal", "add", "see Ada", "--target", "3", "--by", "30 nov", "--count", "@ada").err
    )
