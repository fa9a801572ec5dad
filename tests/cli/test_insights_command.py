"""`insights`: what the months show, with the ids behind each number."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def ids(run: Run) -> list[str]:
    """Six calls in October, each with an answer; two gave something."""
    found = []
    for day in range(1, 7):
        gave = " gave:bread" if day < 3 else ""
        done = run("log", "--json", f"{day} oct: call with @Amara{gave} via:call energy:4")
        found.append(str(done.document["id"]))
        assert run("reflect", found[-1], f"she hums /{day - 1 or 1}").code == 0
    return found


def test_every_number_names_its_entries(run: Run, ids: list[str]) -> None:
    document = run("insights", "--json").document
    assert (document["months"][0], document["months"][-1]) == ("2025-12", "2026-11")
    series = {one["key"]: one for group in document["groups"] for one in group["series"]}
    energy = series["energy.calls"]
    assert energy["whole"]["interactions"] == ids
    assert energy["whole"] == energy["months"]["2026-10"]
    assert energy["months"]["2026-11"] is None
    assert sum(one["whole"]["value"] for key, one in series.items() if key.startswith("themes.")) == 6
    page = run("review", "month", "october", "--json").document
    lines = {line["key"]: line for line in page["lines"]}
    assert lines["energy"]["text"] == "calls mostly charged you (6 notes)"
    assert lines["energy"]["interactions"] == energy["whole"]["interactions"]


def test_it_is_read_at_a_terminal_too(run: Run, ids: list[str]) -> None:
    done = run("insights", "3", "months")
    assert done.code == 0
    lines = done.out.split("\n")
    assert lines[0] == "September to November 2026"
    assert lines[1].split() == ["S", "O", "N"]
    [calls] = [line for line in lines if line.startswith("  calls")]
    assert calls.split() == ["calls", "▆", "mostly", "charged", "you"]
    assert calls.index("▆") == lines[1].index("O")
    assert "A gap is a month" in done.err
    one = next(line for line in run("insights", "october").out.split("\n") if "calls" in line)
    assert one.split() == ["calls", "▆", "mostly", "charged", "you"]


def test_nothing_is_said_where_there_is_too_little(run: Run, ids: list[str]) -> None:
    done = run("insights", "2025")
    assert (done.code, done.out) == (0, "")
    assert "January to December 2025: there is too little" in done.err
    assert run("insights", "2025", "--json").document["groups"] == []
    assert run("insights", "soon").code == 2
    assert run("insights", "2020..2026").code == 2
