# ruff: noqa: S311
"""Prints what the months cost in a large journal: as a whole process, month by month, and in the app.

Run it with ``python tests/benchmarks/insights.py FOLDER [ENTRIES]``: FOLDER is made if it is not there and
used again if it is; by default there are 100,000 made-up entries over ten years with 5,000 people, two of
three with an answer. In the app it says how long the loop was held up at most while the months were counted.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import statistics
import subprocess
import sys
import time
from itertools import groupby
from pathlib import Path
from random import Random

from netjournal.model import CHANNELS, DIMENSIONS, Contact, Interaction, Reflection, new_id, to_raw
from netjournal.practice.insights import insights, span_up_to
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.store.shelf import Edit, Shelf
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.months import MonthsScreen

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
TEXT = (
    "we talked about the harbour and her plans for a second boat next spring over coffee near the station "
    * 3
)
FIELDS = ("boats", "law", "bread", "music", "health", "design", "")
ROUNDS = 5


def build(places: Places, count: int) -> None:
    """Write the journal, a shelf at a time."""
    random = Random(20261118)
    people = [
        Contact(id=new_id(NOW, random.randbytes), name=f"Person {number}", field=random.choice(FIELDS))
        for number in range(5_000)
    ]
    journal = Journal.open(places, NOW)
    journal.bring(people, [], title="benchmark", now=NOW)
    entries = (_entry(random, number, count, people) for number in range(count))
    for month, some in groupby(entries, lambda entry: entry.month):
        edits = tuple(Edit(f"months/{month}", entry.id, None, to_raw(entry)) for entry in some)
        Shelf(journal.folder, f"months/{month}").put(edits)
    journal.refresh()
    journal.close()


def _entry(random: Random, number: int, count: int, people: list[Contact]) -> Interaction:
    day = dt.date(2016, 12, 1) + dt.timedelta(days=number * 3640 // count)
    asked = Reflection(
        prompt="p", dimension=random.choice(DIMENSIONS), question="What did you say you would do?", asked=NOW,
        status="answered", answer=TEXT[: random.randrange(20, 90)], rating=random.randrange(1, 6),
    )  # fmt: skip
    return Interaction(
        id=new_id(dt.datetime(day.year, day.month, day.day, 18, tzinfo=dt.UTC), random.randbytes),
        date=day,
        people=tuple({random.choice(people).id for _ in range(random.randrange(1, 3))}),
        channel=random.choice(CHANNELS),
        text=TEXT,
        gave=("an hour",) if random.random() < 0.2 else (),
        got=("tea",) if random.random() < 0.2 else (),
        energy=random.choice((None, None, 1, 3, 5)),
        reflection=asked if number % 3 else None,
    )


def month_by_month(journal: Journal) -> str:
    """Milliseconds until the first month stands, for the longest other one, and for all twelve."""
    months = span_up_to("2026-11")
    begun = last = time.perf_counter()
    pages = journal.pages(Settings(), NOW.date())
    counts, steps = {}, []
    for month in reversed(months):
        counts[month] = pages.counts(month)
        steps.append(time.perf_counter() - last)
        last = time.perf_counter()
    insights(months, counts)
    summing, whole = time.perf_counter() - last, time.perf_counter() - begun
    told = {"first": steps[0], "longest other": max(steps[1:]), "sums": summing, "all": whole}
    return ", ".join(f"{what} {took * 1000:.0f} ms" for what, took in told.items())


async def in_the_app(journal: Journal) -> str:
    """Milliseconds from the key to the last month, and for which the loop was held up most."""
    app = NetjournalApp(journal, Settings(), lambda: NOW, built_in)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.3)
        watching = asyncio.create_task(_watch(app))
        await pilot.press("y")
        whole, longest = await watching
        return f"{whole * 1000:.0f} ms to the end, held up {longest * 1000:.0f} at most"


async def _watch(app: NetjournalApp) -> tuple[float, float]:
    longest, begun = 0.0, time.perf_counter()
    while not (isinstance(app.screen, MonthsScreen) and app.screen.is_whole):
        last = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - last)
    return time.perf_counter() - begun, longest


def whole_process(folder: Path) -> str:
    """The median of whole processes."""
    command = [sys.executable, "-m", "netjournal", "--journal", str(folder / "journal"), "insights"]
    homes = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("state", "cache", "config", "data")}
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        environment = {"PYTHONPATH": ":".join(sys.path), "NETJOURNAL_NOW": NOW.isoformat(), **homes}
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
        took.append((time.perf_counter() - begun) * 1000)
    return f"{statistics.median(took):.0f} ms"


def main(folder: Path, count: int) -> None:
    """Build what is missing, and measure."""
    cache, state = folder / "cache" / "netjournal", folder / "state" / "netjournal"
    places = Places(folder / "journal", state, cache, folder / "config")
    if not folder.exists():
        build(places, count)
    print("whole process:", whole_process(folder))
    journal = Journal.open(places, NOW)
    for _ in range(ROUNDS):
        print("month by month:", month_by_month(journal))
    for _ in range(ROUNDS):
        print("in the app:", asyncio.run(in_the_app(journal)))
    journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
