"""``python -m tests.benchmarks``: measures what issue 7 asks for, beside its yardsticks, in one run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import app_rows, floor_rows, shell_rows
from tests.benchmarks.lab import PEERS, Lab, Missing
from tests.benchmarks.measuring import Failed
from tests.benchmarks.table import Case, Result, as_document, as_markdown, as_text

CASES = (*app_rows.CASES, *shell_rows.CASES, *floor_rows.CASES)
RESULTS = Path(__file__).parent / "results.md"
_ABOUT = """\
# The last run

Made by `python -m tests.benchmarks --write` on {when}; {rounds} runs of each, of what is slow {few},
of a `log` beside itself {many}. Medians, in brackets the middle half of the runs; "of it" is the ratio of
the medians by the clock, "CPU" that of the processor's time, which is less disturbed by what else runs.
Everything in a row was run by turns.

{machine}

{table}

## What is missed, and why

{reasons}
"""


def results(lab: Lab, cases: Sequence[Case]) -> Iterator[Result]:
    """Every row of `cases`, measured one case after the other; what cannot be measured says why."""
    for case in cases:
        try:
            measured = case.measure(lab)
        except (Missing, Failed) as error:
            yield from (Result(row, None, str(error)) for row in case.rows)
        else:
            yield from (Result(row, measured[row.key]) for row in case.rows)


def machine() -> dict[str, str]:
    """What it was measured on, and with."""
    names = ("textual", "rich", "click", "msgspec", "tinydb", "pendulum")
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return {
        "machine": ", ".join([platform.system(), platform.machine(), *models[:1], f"{len(models)} cores"]),
        "load": f"{os.getloadavg()[0]:.1f}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{name: version(name) for name in names},
        **dict(peer.split("==") for peer in PEERS),
    }


def _reasons(seen: Sequence[Result]) -> str:
    missed = [one.row for one in seen if one.is_met is False]
    return "\n".join(f"* {row.what}: {floor_rows.REASONS[row.key]}" for row in missed)


def _chosen(keys: Sequence[str]) -> list[Case]:
    known = [row.key for case in CASES for row in case.rows]
    if unknown := sorted(set(keys) - set(known)):
        raise SystemExit(f"There is no row {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [case for case in CASES if not keys or any(row.key in keys for row in case.rows)]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--folder", type=Path, help="where the data and the yardsticks are kept and used again"
    )
    parser.add_argument(
        "--rows", nargs="+", default=[], metavar="KEY", help="only these rows, and their neighbours"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run down as JSON")
    parser.add_argument("--write", action="store_true", help=f"write the table to {RESULTS.name}")
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    parser.add_argument("--offline", action="store_true", help="install nothing; jrnl and khard are left out")
    return parser.parse_args()


def main() -> None:
    """Measure, and print the table as it grows."""
    asked = _arguments()
    cases = _chosen(asked.rows)
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="netjournal-benchmarks-"))
    rounds = 5 if asked.quick else 15
    lab = Lab(folder.absolute(), rounds=rounds, keys=4 * rounds, offline=asked.offline)
    seen: list[Result] = []
    try:
        for result in results(lab, cases):
            seen.append(result)
            print(f"{time.strftime('%H:%M:%S')}  {result.row.key}", file=sys.stderr)
    finally:
        if asked.folder is None:
            shutil.rmtree(folder)
    print(as_text(seen))
    said = machine()
    print("\n" + ", ".join(f"{name} {value}" for name, value in said.items()))
    if asked.json:
        asked.json.write_text(json.dumps(as_document(seen, said), indent=1), "utf-8")
    if asked.write:
        told = ", ".join(f"{name} {value}" for name, value in said.items())
        page = _ABOUT.format(
            when=time.strftime("%Y-%m-%d"),
            rounds=rounds,
            few=lab.few,
            many=lab.many,
            machine=told,
            table=as_markdown(seen),
            reasons=_reasons(seen),
        )
        RESULTS.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
