"""``--only``: what a command shows, narrowed down by a filter."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def month(run: Run) -> None:
    """Two people and three entries in November."""
    run("add", "Ngozi Eze", "--field", "Boat building")
    run("log", "2026-11-02: called Ngozi about the keel")
    run("log", '2026-11-09: Lunch with Ngozi and @"Mei Tanaka" #work:hiring at:Café mood:4')
    run("log", "yesterday: lunch alone, a quiet one")


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize(
    ("only", "days"),
    [
        ("lunch", [9, 17]),
        ("lunch -@ngo", [17]),
        ("#work or via:call", [2, 9]),
        ("at:cafe mood>3 field:boat", [9]),
        ("to:2026-11-08", [2]),
        ("quince", []),
        ("  ", [2, 9, 17]),
    ],
)
def test_a_month_holds_only_what_fits(run: Run, only: str, days: list[int]) -> None:
    shown = run("timeline", "--only", only, "--json").document
    assert [int(day["date"][-2:]) for day in shown["days"]] == days
    assert shown["count"] == len(days)


@pytest.mark.usefixtures("month")
def test_the_filter_says_itself(run: Run) -> None:
    only = "lunch @ngozi -via:call"
    assert run("timeline", "--only", only, "--json").document["filter"] == "lunch with ngozi, not calls"
    assert (
        run("timeline", "--only", only).out.splitlines()[0] == "November 2026 · lunch with ngozi, not calls"
    )
    nothing = run("timeline", "--only", "quince theme:doors")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err == "Nothing is written in November 2026 that fits: quince, theme Doors.\n"
    assert "filter" not in run("timeline", "--json").document


def test_a_mistake_is_marked_at_its_place(run: Run) -> None:
    done = run("timeline", "--only", "喝 via:pigeon or b", "--json")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[:3] == [
        "  喝 via:pigeon or b",
        "         ^^^^^^",
        "There is no channel called “pigeon”.",
    ]
