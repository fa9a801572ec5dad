"""The torture suite by hand: ``python -m tests.torture [--short] [--figures FILE] [--jobs N] [PART …]``.

Each part prints a row of figures; it leaves with 1 if anything was lost, half there, or said to be otherwise.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from tests.torture.full_disk import fill
from tests.torture.parts import PARTS, Row

_HEAD = """# Figures of the last long run

Made by `python -m tests.torture --figures tests/torture/figures.md`; `pytest -m torture` runs the same.
Lost is what was acknowledged and not there, there by half, not to be read, or there though it was said to
have failed. Processes are really killed; the power cuts are those of a model. Named parts, run again, replace
their own rows.

| part | tried | lost | seconds | what |
|---|---|---|---|---|
"""


def main(arguments: Sequence[str]) -> int:
    """Run parts by name, all by default; gives the exit code."""
    parser = ArgumentParser("python -m tests.torture")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    asked = parser.parse_args(arguments)
    names = asked.parts or list(PARTS)
    if asked.jobs > 1:
        rows, lost = _in_processes(names, asked.jobs, ["--short"] if asked.short else [])
    else:
        rows, lost = [], False
        for name in names:
            row, is_broken = _part(name, is_long=not asked.short)
            rows.append(row)
            lost = lost or is_broken
    if asked.figures:
        rows = _with_others(asked.figures, rows)
        asked.figures.write_text(_HEAD + "".join(f"{row}\n" for row in rows) + _machine())
    return 1 if lost else 0


def _part(name: str, *, is_long: bool) -> tuple[str, bool]:
    """Run a part and print its row; whether anything was broken."""
    began = time.monotonic()
    row = PARTS[name](is_long)
    said = _say(name, row, time.monotonic() - began)
    print(said, flush=True)
    for one in row.broken:
        print(f"  {one}", file=sys.stderr, flush=True)
    return said, bool(row.broken)


def _in_processes(names: Sequence[str], jobs: int, options: Sequence[str]) -> tuple[list[str], bool]:
    """The same with so many parts at once."""

    def run(name: str) -> tuple[str, bool]:
        command = [sys.executable, "-m", "tests.torture", *options, name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        print(done.stdout, end="", flush=True)
        return done.stdout.strip() or f"| {name} | did not end | | | |", done.returncode != 0

    with ThreadPoolExecutor(jobs) as pool:
        ends = list(pool.map(run, names))
    return [row for row, _ in ends], any(is_broken for _, is_broken in ends)


def _with_others(figures: Path, rows: Sequence[str]) -> list[str]:
    """The rows with those of parts that were not run now, as the file has them."""
    before = figures.read_text().splitlines() if figures.exists() else []
    found = {row.split("|")[1].strip(): row for row in (*before, *rows) if row.startswith("| ")}
    return [found[name] for name in PARTS if name in found]


def _say(name: str, row: Row, seconds: float) -> str:
    return f"| {name} | {row.tried:,} | {len(row.broken)} | {seconds:.0f} | {row.what} |"


def _machine() -> str:
    parts = (
        f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores"
        " shared with other work",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, TinyDB {version('tinydb')},"
        f" Textual {version('textual')}",
        "files in memory (tmpfs) where there is /dev/shm",
    )
    return "\n" + "".join(f"* {part}\n" for part in parts)


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:  # on a small disk of its own, by full_disk.small_disk
        print(json.dumps(fill(Path(sys.argv[2]))))
        sys.exit(0)
    sys.exit(main(sys.argv[1:]))
