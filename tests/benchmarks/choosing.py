"""Prints what the choice of a question costs after years of answers: under 5 ms is the aim (issue 5 §6).

Run it with ``python tests/benchmarks/choosing.py [ANSWERS]``, by default with 10,000 made-up answers over ten
years, with 60 people. Measured is the choice as a log makes it, from the journal's own index: what the entry
is about, what was asked before, and the rule itself; then the same with the questions read from their file
first, as in a process that logs once, and a whole log, written to disk.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from netjournal.language.capture import Capture, Known
from netjournal.model import CHANNELS, Contact, Interaction, Reflection, new_id
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.asking import ask
from netjournal.store.journal import Journal
from netjournal.store.places import Places

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
PEOPLE = 60
TIMES = 40


def id_of(number: int) -> str:
    """An id of its own."""
    return new_id(NOW, lambda size: number.to_bytes(size, "big"))


def answers(count: int) -> list[Interaction]:
    """Entries with an answer each, evenly over ten years."""
    prompts = built_in()
    found = []
    for number in range(count):
        asked = NOW - dt.timedelta(days=3650 * (count - number) / count)
        prompt = prompts[number * 37 % len(prompts)]
        status = "skipped" if number % 5 == 0 else "answered"
        reflection = Reflection(
            prompt=prompt.id, dimension=prompt.dimension, question=prompt.text, asked=asked,
            status="skipped" if status == "skipped" else "answered", answer="asked one question too few",
        )  # fmt: skip
        found.append(
            Interaction(
                id=id_of(1000 + number),
                date=asked.date(),
                people=(id_of(1 + number % PEOPLE), id_of(1 + number * 7 % PEOPLE)),
                channel=CHANNELS[number % len(CHANNELS)],
                text="we talked about the harbour",
                reflection=reflection,
                created=asked,
            )
        )
    return found


def timed(work: Callable[[int], object]) -> str:
    """The median and the slowest of some runs, in ms."""
    took = []
    for number in range(TIMES):
        began = time.perf_counter()
        work(number)
        took.append((time.perf_counter() - began) * 1000)
    return f"median {median(took):.1f} ms, slowest {max(took):.1f} ms"


def main(count: int) -> None:
    """Measure on a journal with so many answers."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        journal = Journal.open(Places(root / "j", root / "s", root / "c", root / "k"), NOW)
        people = [
            Contact(id=id_of(number + 1), name=f"Person {number}", created=NOW) for number in range(PEOPLE)
        ]
        journal.bring(people, answers(count), title="ten years", now=NOW)
        prompts, settings = built_in(), Settings()

        def entry(number: int) -> Interaction:
            who = (people[number % PEOPLE].id, people[number * 3 % PEOPLE].id)
            return Interaction(id=id_of(10**6 + number), date=NOW.date(), people=who, channel="call", mood=4)

        def choice(number: int, read: bool) -> None:
            ask(
                journal._index, entry(number), seed=journal.id,
                prompts=built_in if read else lambda: prompts, settings=settings, now=NOW,
            )  # fmt: skip

        def whole(number: int) -> None:
            who = people[number % PEOPLE]
            said = Capture(date=NOW.date(), text="a call", who=(Known(who.id, who.name),), channel="call")
            journal.log(said, now=NOW, prompts=lambda: prompts, settings=settings)

        print(f"{count} answers: choosing {timed(lambda number: choice(number, False))};")
        print(f"with the questions read anew {timed(lambda number: choice(number, True))};")
        print(f"a whole log {timed(whole)}")
        journal.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
