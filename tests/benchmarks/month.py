"""Prints what a month of many entries costs the app: CPU to open it and for a press of j (issue 4 §1).

Run it with ``python -m tests.benchmarks.month [ENTRIES]``, by default with 3,000 made-up entries.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.timeline import TimelineScreen
from tests.benchmarks.data import NOW, Size, places_in, write_journal

PRESSES = 40


async def measure(journal: Journal) -> None:
    """Open October from November, and walk down in it."""
    app = NetjournalApp(journal, Settings(), lambda: NOW)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        began = time.process_time()
        journal.month("2026-10")
        parsing = time.process_time() - began
        began = time.process_time()
        await pilot.press("left_square_bracket")
        await pilot.pause()
        opening = time.process_time() - began
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.entry_here() is not None
        began = time.process_time()
        for _ in range(PRESSES):
            await pilot.press("j")
        pressing = (time.process_time() - began) / PRESSES
        began = time.process_time()
        await pilot.press("end")
        await pilot.pause()
        ending = time.process_time() - began
        rows = len(app.screen.days.rows)
    print(
        f"{rows} rows: parsing {parsing * 1000:.0f} ms, opening {(opening - parsing) * 1000:.0f} ms more,"
        f" j {pressing * 1000:.1f} ms, end {ending * 1000:.0f} ms"
    )


def main(count: int) -> None:
    """Measure a journal of two such months."""
    with tempfile.TemporaryDirectory() as folder:
        write_journal(Path(folder), Size(2 * count, 50, 2))
        journal = Journal.open(places_in(Path(folder)), NOW)
        for _ in range(3):
            asyncio.run(measure(journal))
        journal.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)
