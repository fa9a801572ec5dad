"""Prints what a search takes of the processor until its first hits stand and until the end (issue 4 §4).

Run it with ``python -m tests.benchmarks.searching FOLDER``, that of ``python -m tests.benchmarks`` or a new
one: 100,000 made-up entries over ten years, one in eight with a letter beyond ASCII.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from netjournal.language.filters.syntax import parse_filter
from netjournal.store.journal import Journal
from tests.benchmarks.data import NOW, places_in
from tests.benchmarks.lab import Lab

ROUNDS = 5
QUERIES = (
    "sailmaker",
    "nowhere",
    "harbour",
    "priya",
    "call",
    '"next spring"',
    "#work sailmaker",
    "café",
    "s",
    "sailmaker harbour",
    "sailmaker boatyard",
    '"spring next"',
)


def in_process(folder: Path) -> None:
    """Print the milliseconds to the first hits and to the end, and the longest step, with the months' words
    as far as they are known, then with all of them.
    """
    journal = Journal.open(places_in(folder), NOW)
    _print_all(journal, "as it is")
    begun = time.thread_time()
    months = sum(1 for _ in journal.learn_words())
    if months:
        print(f"{months} months learned in {(time.thread_time() - begun) * 1000:,.0f} ms")
        _print_all(journal, "all learned")
    journal.close()


def _print_all(journal: Journal, head: str) -> None:
    print(f"{head:20}{'first 20':>10}{'whole':>10}{'longest step':>14}   hits")
    for query in QUERIES:
        runs = [_searched(journal, query) for _ in range(ROUNDS)]
        first, whole, longest = (statistics.median(run[part] for run in runs) for part in range(3))
        print(f"  {query:18}{first:8.1f}ms{whole:8.1f}ms{longest:12.1f}ms   {runs[0][3]:,}")


def _searched(journal: Journal, query: str) -> tuple[float, float, float, int]:
    begun = last = time.thread_time()
    first = longest = 0.0
    hits = 0
    for stretch in journal.search(parse_filter(query, NOW)):
        now = time.thread_time()
        longest, last = max(longest, now - last), now
        hits += len(stretch.entries)
        if hits >= 20 and not first:
            first = now - begun
    whole = time.thread_time() - begun
    return (first or whole) * 1000, whole * 1000, longest * 1000, hits


if __name__ == "__main__":
    in_process(Lab(Path(sys.argv[1]), rounds=ROUNDS, keys=0, offline=True).journal("100,000"))
