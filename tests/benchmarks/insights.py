"""Prints what the months cost in a large journal: as a whole process, month by month, and in the app.

Run it with ``python -m tests.benchmarks.insights FOLDER``, that of ``python -m tests.benchmarks`` or a new
one. In the app it says how long the loop was held up at most while the months were counted.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from netjournal.practice.insights import insights, span_up_to
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.months import MonthsScreen
from tests.benchmarks.data import NOW, places_in
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import by_turns

ROUNDS = 5


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
    app = NetjournalApp(journal, Settings(), lambda: NOW)
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


def main(folder: Path) -> None:
    """Measure in the journal of 100,000 entries."""
    lab = Lab(folder, rounds=ROUNDS, keys=0, offline=True)
    whole = by_turns({"insights": lab.run_ours("100,000", "insights")}, ROUNDS)["insights"]
    print(f"whole process: {whole.median:.0f} ms")
    journal = Journal.open(places_in(lab.journal("100,000")), NOW)
    for _ in range(ROUNDS):
        print("month by month:", month_by_month(journal))
    for _ in range(ROUNDS):
        print("in the app:", asyncio.run(in_the_app(journal)))
    journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
