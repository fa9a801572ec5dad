"""`today` and `year`: the same content as beside the month, for the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def written(run: Run) -> None:
    """Something promised, somebody's birthday, this day a year ago, and something today."""
    run("add", "Ngozi Eze", "--birthday", "--11-20")
    run("add", "Tane Rua")
    run("log", "2025-11-18: Dinner with Ngozi, on the pier", "--no-ask")
    run("log", "2025-11-18: A long walk with Tane", "--no-ask")
    run("log", 'yesterday: Lunch with Ngozi promise:"send the plan by friday"', "--no-ask")
    run("log", "today: called Tane about the walk", "--no-ask")


@pytest.mark.usefixtures("written")
def test_today_says_what_is_due_coming_and_written(run: Run) -> None:
    done = run("today")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "Wednesday 18 November 2026"
    for line in (
        "You promised",
        "  send the plan · Ngozi Eze · Fri",
        "Birthdays",
        "  Ngozi Eze · Fri 20 Nov",
        "On this day",
        "  2025  Ngozi Eze  Dinner with Ngozi, on the pier",
        "Written today",
        "    called Tane about the walk",
    ):
        assert line in lines


def test_what_one_keeps_to_oneself_is_not_read_out_by_today(run: Run) -> None:
    run("log", "tea with @Tane")
    run("reflect", "-", stdin="p: he looked so tired\n")
    shown = run("today").out
    assert "kept to yourself" in shown
    assert "tired" not in shown
    assert "he looked so tired" in run("show", "Tane").out


@pytest.mark.usefixtures("written")
def test_today_as_json(run: Run) -> None:
    shown = run("today", "--json").document
    assert list(shown) == [
        *("date", "promises", "still_yours", "birthdays", "introductions", "hellos"),
        *("told_you", "goals_over", "review", "review_of_month", "on_this_day", "interactions"),
    ]
    assert shown["date"] == "2026-11-18"
    [promise] = shown["promises"]
    assert (promise["text"], promise["due"]) == ("send the plan", "2026-11-20")
    assert [person["name"] for person in promise["people"]] == ["Ngozi Eze"]
    assert [(one["name"], one["date"]) for one in shown["birthdays"]] == [("Ngozi Eze", "2026-11-20")]
    assert [entry["text"] for entry in shown["on_this_day"]] == ["Dinner with Ngozi, on the pier"]
    assert [entry["text"] for entry in shown["interactions"]] == ["called Tane about the walk"]


def test_of_many_promises_it_says_where_the_others_are(run: Run) -> None:
    for number in range(5):
        run("log", f'yesterday: tea with @Amara and @Bo promise:"send photo {number}"', "--no-ask")
    assert "There are more" not in run("today").err
    run("log", 'yesterday: tea with @Chidi promise:"send photo 5"', "--no-ask")
    done = run("today")
    assert done.out.partition("Written today")[0].count("send photo") == 5
    assert done.err == "There are more promises: `netjournal search promise:open`.\n"
    assert run("search", "promise:open").out.count("tea with") == 6
    assert len(run("today", "--json").document["promises"]) == 6


def test_what_had_its_day_weeks_ago_leads_no_page_any_longer(run: Run) -> None:
    run("add", "Tane Rua")
    run("log", "2026-10-12: my son wants to quit the band > talk to his teacher by 2026-10-14", "--no-ask")
    run("log", "yesterday: tea with Tane > send him the plan by friday", "--no-ask")
    shown = run("today")
    assert "send him the plan" in shown.out
    assert "teacher" not in shown.out
    assert "What else you promised can wait" in shown.err
    assert "talk to his teacher" in run("search", "promise:open").out


def test_in_a_hard_week_it_says_where_promises_wait(run: Run) -> None:
    for day, text in (("monday", "mum in hospital"), ("yesterday", "sat with mum in hospital")):
        run("log", f'{day}: {text} promise:"call the {day} nurse"', "--no-ask")
    done = run("today")
    assert "nurse" not in done.out.partition("Written today")[0]
    assert done.err == "What else you promised can wait: `netjournal search promise:open`.\n"
    assert len(run("today", "--json").document["promises"]) == 2


@pytest.mark.usefixtures("written")
def test_whoever_is_at_rest_is_not_brought_up(run: Run) -> None:
    run("rest", "Ngozi")
    shown = run("today", "--json").document
    assert (shown["promises"], shown["birthdays"]) == ([], [])
    assert [entry["text"] for entry in shown["on_this_day"]] == ["A long walk with Tane"]
    run("rest", "Tane")
    assert run("today", "--json").document["on_this_day"] == []


def test_an_empty_day_is_said_to_be_one(run: Run) -> None:
    done = run("today")
    assert (done.code, done.out) == (0, "Wednesday 18 November 2026\n")
    assert done.err == "Nothing is due, and this day has no entry yet.\n"


@pytest.mark.usefixtures("written")
def test_a_year_is_a_calendar_with_marks(run: Run) -> None:
    lines = run("year").out.splitlines()
    assert lines[:2] == ["2026", ""]
    assert lines[2].split() == ["January", "February", "March"]
    assert any("16 17·‹18·›19 20 21 22" in line for line in lines)
    assert any("17 18:19" in line for line in run("year", "2025").out.splitlines())
    assert run("year", "2026", "--json").document == {
        "year": 2026,
        "days": {"2026-11-17": 1, "2026-11-18": 1},
    }
    empty = run("year", "1999")
    assert (empty.code, empty.err) == (0, "Nothing is written in 1999.\n")


@pytest.mark.parametrize("typed", ["26", "0000", "٢٠٢٦", "last", "20261"])
def test_what_is_no_year_is_told(run: Run, typed: str) -> None:
    assert run("year", typed).code == 2


@pytest.mark.parametrize(
    ("setting", "locale", "names"),
    [
        ('week_starts = "sunday"', "de_DE.UTF-8", "Su Mo Tu We Th Fr Sa"),
        ('week_starts = "locale"', "pt_BR.UTF-8", "Su Mo Tu We Th Fr Sa"),
        ('week_starts = "locale"', "ar_EG.UTF-8", "Sa Su Mo Tu We Th Fr"),
        ('week_starts = "locale"', "C", "Mo Tu We Th Fr Sa Su"),
        ("week_numbers = true", "C", "Mo Tu We Th Fr Sa Su"),
    ],
)
@pytest.mark.usefixtures("written")
def test_weeks_begin_as_the_settings_say(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, setting: str, locale: str, names: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    config = home / "config" / "netjournal"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text(setting)
    shown = run("year").out
    assert shown.count(names) == 11  # the column of today is wider
    assert any(line.startswith("44 26 27") for line in shown.splitlines()) == ("numbers" in setting)
    head = run("timeline").out.splitlines()[2:4]
    assert head[0].split() == names.split()
    assert head[1].startswith("44 ") == ("numbers" in setting)


@pytest.mark.usefixtures("written")
def test_the_month_is_named_on_the_first_day_of_its_review(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, is_told in (("23", False), ("24", True), ("25", False)):
        monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-{day}T12:00:00+01:00")
        assert ("`netjournal review month`" in " ".join(run("today").out.split())) is is_told
