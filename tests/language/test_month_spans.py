"""Several months as one says them."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.days.months import read_months

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")


@pytest.mark.parametrize(
    ("phrase", "first", "last", "many"),
    [
        ("6 months", "2026-06", "2026-11", 6),
        ("the last 3 months", "2026-09", "2026-11", 3),
        ("1 month", "2026-11", "2026-11", 1),
        ("2026", "2026-01", "2026-11", 11),
        ("last year", "2025-01", "2025-12", 12),
        ("2025-06..2026-03", "2025-06", "2026-03", 10),
        ("march", "2026-03", "2026-03", 1),
        ("2027", "2027-01", "2027-12", 12),
        ("last friday", "2026-11", "2026-11", 1),
        ("2026-11..2026-03", "2026-11", "2026-11", 1),
    ],
)
def test_months_in_a_row(phrase: str, first: str, last: str, many: int) -> None:
    months = read_months(phrase, NOW)
    assert (months[0], months[-1], len(months)) == (first, last, many)


@pytest.mark.parametrize("phrase", ["soon", "0 months", "months", ""])
def test_what_names_no_months(phrase: str) -> None:
    assert read_months(phrase, NOW) == ()
