"""Prints what a month of many entries costs the app: CPU to open it and for a press of j (issue 4 §1).

Run it with ``python tests/benchmarks/month.py [ENTRIES]``, by default with 3,000 made-up entries.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

from netjournal.model import Interaction, Reflection, new_id
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.timeline import TimelineScreen

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
WORDS = (
    "we talked about the harbour and her plans for a second boat next spring over coffee near the station "
)
PRESSES = 40


def entry(number: int) -> Interaction:
    """An entry of about 300 bytes; two of three have an answer."""
    day = dt.date(2026, 10, 1) + dt.timedelta(days=number % 31)
    asked = Reflection(
        prompt="trust-01", dimension="trust", question="What did you say you would do?", asked=NOW,
        status="answered", answer=WORDS[: 40 + number % 50], rating=1 + number % 5,
    )  # fmt: skip
    id = new_id(NOW, lambda size: number.to_bytes(size, "big"))
    return Interaction(
        id=id, date=day, text=WORDS * (1 + number % 3), created=NOW, reflection=asked if number % 3 else None
    )


async def measure(journal: Journal) -> None:
    """Open October from November, and walk down in it."""
    app = NetjournalApp(journal, Settings(), lambda: NOW, built_in)
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
    """Measure a journal of one full month."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        journal = Journal.open(Places(root / "j", root / "s", root / "c", root / "k"), NOW)
        journal.bring([], [entry(number) for number in range(1, count + 1)], title="a month", now=NOW)
        for _ in range(3):
            asyncio.run(measure(journal))
        journal.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)
