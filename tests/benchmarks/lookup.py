# ruff: noqa: S311
"""Prints how quickly and how surely people are found by what one types (issue 3 §1).

Run it with ``python -m tests.benchmarks.lookup [PEOPLE …]``, by default with 5,000 and 50,000 made-up people.
Bars: 95 of 100 keystrokes within 4 ms over 5,000 people and 8 ms over 50,000; over 5,000 the ten best hold
the person in 97 of 100 tries for each kind of slip, 99 for beginnings, and always for initials that fewer
than ten share.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable
from random import Random

from netjournal.language.finding.lines import query_keys, speller
from netjournal.language.finding.lookup import Lookup
from netjournal.model import Acquaintance
from tests.benchmarks.data import at_a_glance, people
from tests.benchmarks.measuring import quantile

TRIES = 500


def slipped(word: str, kind: str, random: Random) -> str:
    """`word` with one slip: two letters swapped, one missing, wrong or doubled."""
    at = random.randrange(len(word))
    if kind == "swapped":
        pairs = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
        at = random.choice(pairs) if pairs else 0
        return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    wrong = random.choice("abcdefghijklmnopqrstuvwxyz".replace(word[at], ""))
    return word[:at] + {"missing": "", "doubled": word[at] * 2, "wrong": wrong}[kind] + word[at + 1 :]


def _names(person: Acquaintance) -> list[str]:
    return [key[1:] for key in query_keys(person.name, speller())[0]]


def _with_slip(kind: str, *, only_long: bool) -> Callable[[Acquaintance, Random], str]:
    def query(person: Acquaintance, random: Random) -> str:
        words = [_names(person)[0], _names(person)[-1]]
        can = [index for index, word in enumerate(words) if len(word) > (3 if only_long else 1)]
        at = random.choice(can or [0])
        words[at] = slipped(words[at], kind, random)
        return " ".join(words)

    return query


def _surname_with_slip(person: Acquaintance, random: Random) -> str:
    return slipped(_names(person)[-1], random.choice(SLIPS), random)


def _beginnings(person: Acquaintance, random: Random) -> str:
    words = [_names(person)[0], _names(person)[-1]]
    random.shuffle(words)
    return " ".join(word[: random.randint(3, 6)] for word in words)


SLIPS = ("swapped", "missing", "wrong", "doubled")
QUERIES: dict[str, Callable[[Acquaintance, Random], str]] = {
    "beginnings of two words, either order": _beginnings,
    "last name first": lambda person, random: " ".join(reversed(_names(person))),
    "first name and last initial": lambda person, random: f"{_names(person)[0]} {_names(person)[-1][0]}",
    "initials that fewer than ten share": lambda person, random: "".join(word[0] for word in _names(person)),
    **{f"a letter {kind}": _with_slip(kind, only_long=True) for kind in SLIPS},
    **{f"a letter {kind}, short words too": _with_slip(kind, only_long=False) for kind in SLIPS},
    "a slip in the last name alone": _surname_with_slip,
}


def measure(count: int) -> None:
    """Print the figures for `count` people."""
    them = at_a_glance(people(count))
    started = time.perf_counter()
    lookup = Lookup(them)
    lookup.find("grace hop")
    first = time.perf_counter()
    lookup.warm()
    warm = time.perf_counter()
    print(f"{count:,} people: the first answer after {(first - started) * 1e3:.0f} ms,", end=" ")
    print(f"{(warm - first) * 1e3:.0f} ms more to warm up")
    initials = Counter("".join(word[0] for word in _names(person)) for person in them)
    random = Random(1)
    times: list[float] = []
    for title, query in QUERIES.items():
        held = tries = 0
        for person in random.choices(them, k=TRIES):
            typed = query(person, random)
            if title.startswith("initials") and initials[typed] >= 10:
                continue
            tries += 1
            held += any(match.person is person for match in lookup.find(typed, 10))
            times += [_timed(lookup, typed[:end]) for end in range(1, len(typed) + 1)]
        print(f"  {title:45} {100 * held / max(tries, 1):6.1f} % of {tries}")
    for facet in (
        "hardware",
        "#boats",
        "bergen",
        "sailmaker",
        "zurich hardware",
        "priya bergen",
        "nothing such",
    ):
        times += [_timed(lookup, facet[:end]) for end in range(1, len(facet) + 1)]
        match = next(iter(lookup.find(facet)), None)
        print(f"  {facet:45} {_timed(lookup, facet):6.2f} ms   {match and (match.person.name, match.why)}")
    at = {share: quantile(times, share) for share in (0.5, 0.95, 0.99, 1)}
    print("  ms a keystroke: " + ", ".join(f"{share:.0%} {value:.2f}" for share, value in at.items()))


def _timed(lookup: Lookup, query: str) -> float:
    started = time.perf_counter()
    lookup.find(query)
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    gc.freeze()
    for size in [int(argument) for argument in sys.argv[1:]] or [5_000, 50_000]:
        measure(size)
