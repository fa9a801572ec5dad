"""Prints how many entries a second a filter looks at (issue 4 §3 and §4).

Run it with ``python -m tests.benchmarks.filters [ENTRIES]``, by default with 100,000 made-up entries with
2,000 people. ``values`` is the matcher over entries in memory; ``lines`` tells of lines of JSON whether they
may fit; ``read`` reads those that may and asks the matcher: all that a search does but for the files.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

import msgspec

from netjournal.language.filters.people import people_of, someone
from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Interaction
from tests.benchmarks.data import NOW, Size, at_a_glance, entries, people

T = TypeVar("T")
FILTERS = {
    "a word": "harbour",
    "a rare word": "sailmaker",
    "a quoted phrase": '"the second boat"',
    "a tag": "#work",
    "a person": "@grace",
    "a mixed filter": 'harbour (#work or @grace) -via:call from:2025 mood>=2 -"next spring"',
    "a mixed filter of common words": "coffee or station or (dogs -roof)",
}


def measure(count: int, foreign: float) -> None:
    """Print the figures for `count` entries."""
    size = Size(count, 2_000, 120)
    known = people(size.people)
    found_in = list(entries(size, known, foreign))
    lines = [msgspec.json.encode(entry) for entry in found_in]
    them = at_a_glance(known)
    find = {person.id: person for person in them}.get
    mean = sum(map(len, lines)) / len(lines)
    print(
        f"{count:,} entries of {mean:.0f} bytes, {foreign:.0%} with a letter beyond ASCII: entries a second"
    )
    for title, text in FILTERS.items():
        wanted = parse_filter(text, NOW)
        values, found = _timed(partial(_count, wanted.matcher(people_of(find)), found_in))
        everyone = [(person.id, someone(person)) for person in them]
        lined, maybe = _timed(partial(_count, wanted.could_fit(everyone), lines))
        decoded = map(msgspec.json.Decoder(Interaction).decode, filter(wanted.could_fit(everyone), lines))
        read, again = _timed(partial(_count, wanted.matcher(people_of(find)), decoded))
        assert found == again
        speeds = (
            f"{count / took:9,.0f} {name}"
            for name, took in (("values", values), ("lines", lined), ("read", read))
        )
        print(f"  {title:32}{'  '.join(speeds)}   {found:,} fit of {maybe:,} that may")


def _count(fits: Callable[[T], bool], them: Iterable[T]) -> int:
    return sum(map(fits, them))


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


if __name__ == "__main__":
    gc.freeze()
    for share in (0.0, 0.3):
        measure(int(sys.argv[1]) if sys.argv[1:] else 100_000, share)
