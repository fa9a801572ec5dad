"""What is told of a morning or an evening stands where it was lived, wherever a day is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.exchange.table import read_rows
from tests.cli.conftest import Run


def texts(entries: list[dict[str, str]]) -> list[str]:
    return [entry["text"] for entry in entries]


def test_a_day_reads_from_morning_to_evening_however_it_was_written(run: Run, tmp_path: Path) -> None:
    said = (
        "a walk",
        "last night: we sang",
        "yesterday morning: bread",
        "yesterday 6pm: letters",
        "rain at last",
    )
    for line in (*said, "this morning: called @Sefa"):
        run("log", line)
    days = run("timeline", "--json").document["days"]
    shown = [entry for day in days for entry in day["interactions"]]
    assert texts(shown) == [
        "bread",
        "letters",
        "we sang",
        "called Sefa",
        "a walk",
        "rain at last",
    ]
    assert [one["part"] for one in shown] == ["morning", None, "night", "morning", None, None]
    assert texts(run("today", "--json").document["interactions"]) == ["called Sefa", "a walk", "rain at last"]
    with_sefa = run("show", "sefa").out
    assert "Wed 18 Nov  morning  Sefa" in with_sefa
    header, *lines = read_rows(run("export", "journal", "--format", "csv").out)
    rows = [dict(zip(header.cells, line.cells, strict=True)) for line in lines]
    assert [(row["part"], row["text"]) for row in rows[2:4]] == [
        ("night", "we sang"),
        ("morning", "called Sefa"),
    ]
    run("export", "journal", "-o", f"{tmp_path}/paper/")
    assert "morning · **Sefa** · call" in (tmp_path / "paper" / "2026-11.md").read_text()
    assert run("search", "morning").out == "", "what nobody wrote is not found"


def test_the_echo_says_the_part_where_no_time_was_said(run: Run) -> None:
    assert run("log", "tue evening: dinner with @Ilse").out.startswith(
        "Tue 17 Nov 2026, in the evening · Ilse"
    )
    assert run("log", "--json", "--on", "yesterday evening", "tea with Ilse").document["part"] == "evening"
    assert run("log", "--json", "last night at 11:15: a call with Ilse").document["part"] is None


def test_a_day_within_the_words_is_read_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = run("log", "--json", "--no-ask", "dinner with @Ilse last night").document["id"]
    copy = tmp_path / "journal.json"
    run("export", "journal", "-o", str(copy))
    monkeypatch.setenv("NETJOURNAL_HOME", str(tmp_path / "another"))
    monkeypatch.setenv("NETJOURNAL_NOW", "2026-11-25T12:00:00+00:00")
    run("import", str(copy), "--no-ask")
    (day,) = run("timeline", "--json").document["days"]
    (entry,) = day["interactions"]
    assert (entry["id"], entry["date"], entry["part"]) == (id, "2026-11-17", "night")
    assert entry["text"] == "dinner with Ilse last night"
    assert run("log", "--json", "--on", "nov 3", "tea with @Ilse yesterday").document["date"] == "2026-11-03"
