# ruff: noqa: E501 S311
"""Prints how many entries a second a filter looks at (issue 4 §3 and §4).

Run it with ``python tests/benchmarks/filters.py [ENTRIES]``, by default with 100,000 made-up entries of about 300
bytes with 2,000 people. ``values`` is the matcher over entries in memory; ``lines`` tells of lines of JSON whether
they may fit; ``read`` reads those that may and asks the matcher: all that a search does but for the files.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from typing import TypeVar

import msgspec

from netjournal.language.filter_people import people_of, someone
from netjournal.language.filter_syntax import parse_filter
from netjournal.model import CHANNELS, Acquaintance, Interaction, Promise, Reflection

T = TypeVar("T")
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
WORDS = """
we talked about the harbour and her plans for a second boat next spring over coffee near the station he asked what
I read lately and listened then told me of his sister who moved to the coast with three dogs nobody knew how long
it would take to mend the roof so they began on Monday with what was there
"""
FOREIGN = ("José", "Müller", "café", "Łukasz", "naïve", "größer", "東京", "田中さん", "crème", "Åse")
RARE = ("sailmaker", "quince", "zeppelin")
FILTERS = {
    "a word": "harbour",
    "a rare word": "sailmaker",
    "a quoted phrase": '"the second boat"',
    "a tag": "#work",
    "a person": "@grace",
    "a mixed filter": 'harbour (#work or @grace) -via:call from:2025 mood>=2 -"next spring"',
    "a mixed filter of common words": "coffee or station or (dogs -roof)",
}


def made_up(count: int, foreign: float, seed: int = 20261118) -> tuple[list[Acquaintance], list[Interaction]]:
    """The same people and `count` entries for the same seed; a share of `foreign` has a letter beyond ASCII."""
    random = Random(seed)
    first = (
        "Grace",
        "Karim",
        "Mei",
        "Ngozi",
        "Tomas",
        "Aino",
        "Priya",
        "Yusuf",
        "Olena",
        "Rhys",
        "Ines",
        "Sora",
    )
    last = (
        "Osei",
        "Haddad",
        "Tanaka",
        "Eze",
        "Novak",
        "Virta",
        "Raman",
        "Bakri",
        "Tkach",
        "Pugh",
        "Costa",
        "Abe",
    )
    people = [
        Acquaintance(
            id=f"01J{number:023}",
            name=f"{random.choice(first[number % 20 > 0 :])} {random.choice(last)} {number}",
        )
        for number in range(2000)
    ]
    return people, [_entry(random, number, count, people, foreign) for number in range(count)]


def _entry(
    random: Random, number: int, count: int, people: list[Acquaintance], foreign: float
) -> Interaction:
    words = random.choices(WORDS.split(), k=22)
    if random.random() < foreign:
        words[random.randrange(22)] = random.choice(FOREIGN)
    if random.random() < 0.001:
        words[random.randrange(22)] = random.choice(RARE)
    promised = random.random() < 0.1
    return Interaction(
        id=f"01K{number:023}",
        date=date(2020, 1, 1) + timedelta(days=number * 2500 // count),
        people=tuple({random.choice(people).id for _ in range(random.randrange(1, 3))}),
        channel=random.choice(CHANNELS),
        text=" ".join(words),
        tags=tuple(random.sample(("food", "boats", "work:hiring", "work", "chess"), random.randrange(2))),
        place=random.choice(("", "", "Harbour Cafe", "Bergen")),
        promises=(Promise(text="send the book"),) if promised else (),
        mood=random.choice((None, 1, 2, 3, 4, 5)),
        reflection=Reflection(
            prompt="curiosity-01", dimension="curiosity", question="What did they light up at?", asked=NOW
        )
        if number % 4 == 0
        else None,
    )


def measure(count: int, foreign: float) -> None:
    """Print the figures for `count` entries."""
    people, entries = made_up(count, foreign)
    lines = [msgspec.json.encode(entry) for entry in entries]
    find = {person.id: person for person in people}.get
    size = sum(map(len, lines)) / len(lines)
    print(
        f"{count:,} entries of {size:.0f} bytes, {foreign:.0%} with a letter beyond ASCII: entries a second"
    )
    for title, text in FILTERS.items():
        wanted = parse_filter(text, NOW)
        values, found = _timed(partial(_count, wanted.matcher(people_of(find)), entries))
        everyone = [(person.id, someone(person)) for person in people]
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
