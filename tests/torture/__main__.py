"""The torture suite by hand: ``python -m tests.torture [--short] [--figures FILE] [PART …]``.

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
from importlib.metadata import version
from pathlib import Path

from tests.torture.full_disk import fill
from tests.torture.parts import PARTS, Row

_HEAD = """# Figures of the last long run

Made by `python -m tests.torture --figures tests/torture/figures.md`; `pytest -m torture` runs the same.
Lost is what was acknowledged and not there, there by half, not to be read, or there though it was said to
have failed. Processes are really killed; the power cuts are those of a model.

| part | tried | lost | seconds | what |
|---|---|---|---|---|
"""


def main(arguments: Sequence[str]) -> int:
    """Run parts by name, all by default; gives the exit code."""
    parser = ArgumentParser("python -m tests.torture")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--figures", type=Path)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    asked = parser.parse_args(arguments)
    names = asked.parts or list(PARTS)
    rows, lost = [], 0
    for name in names:
        began = time.monotonic()
        row = PARTS[name](not asked.short)
        rows.append(_say(name, row, time.monotonic() - began))
        print(rows[-1], flush=True)
        for one in row.broken:
            print(f"  {one}", file=sys.stderr, flush=True)
        lost += len(row.broken)
    if asked.figures:
        asked.figures.write_text(_HEAD + "".join(f"{row}\n" for row in rows) + _machine())
    return 1 if lost else 0


def _say(name: str, row: Row, seconds: float) -> str:
    return f"| {name} | {row.tried:,} | {len(row.broken)} | {seconds:.0f} | {row.what} |"


def _machine() -> str:
    commit = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    found = subprocess.run(commit, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    parts = (
        f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, TinyDB {version('tinydb')},"
        f" Textual {version('textual')}",
        f"files in memory (tmpfs) where there is /dev/shm; the code of commit {found}",
    )
    return "\n" + "".join(f"* {part}\n" for part in parts)


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:  # on a small disk of its own, by full_disk.small_disk
        print(json.dumps(fill(Path(sys.argv[2]))))
        sys.exit(0)
    sys.exit(main(sys.argv[1:]))
