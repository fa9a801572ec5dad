"""Where a phrase leads on the Timeline."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.errors import Misused
from netjournal.language.days.going import Aim, aim, read_days

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("phrase", "lived", "day", "words"),
    [
        ("2026-11-03", None, "2026-11-03", "Tuesday 3 November 2026, 2 weeks ago"),
        ("last friday", None, "2026-11-13", "Friday 13 November 2026, 5 days ago"),
        ("today", None, "2026-11-18", "Wednesday 18 November 2026, today"),
        ("mar 2025", "2025-03-29", "2025-03-29", "March 2025, to Sat 29 Mar 2025"),
        ("mar 2025", None, "2025-03-01", "March 2025: nothing is written there"),
        ("2025", "2025-08-02", "2025-08-02", "2025, to Sat 2 Aug 2025"),
        ("last week", "2026-11-15", "2026-11-15", "Mon 9 Nov to Sun 15 Nov, to Sun 15 Nov"),
    ],
)
def test_a_phrase_leads_to_a_day_and_says_so(phrase: str, lived: str | None, day: str, words: str) -> None:
    last = dt.date.fromisoformat(lived) if lived else None
    assert aim(read_days(phrase, NOW), last, TODAY) == Aim(dt.date.fromisoformat(day), words)


@pytest.mark.parametrize("phrase", ["the pier", "31 feb", "2026-13", "10000-01-01", ":"])
def test_what_is_no_day_says_what_to_write(phrase: str) -> None:
    with pytest.raises(Misused) as refused:
        read_days(phrase, NOW)
    assert refused.value.hint
