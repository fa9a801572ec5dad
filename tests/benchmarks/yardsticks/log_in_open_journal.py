"""A yardstick: lines read and logged in an open journal, with nothing drawn; prints milliseconds.

``log_in_open_journal.py TEXT COUNT NOW`` logs the text so many times, each with another word at its end.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time

from netjournal.language.capture import capture
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import find_places


def main(text: str, count: int, now: dt.datetime) -> None:
    """Log as the app does: the line read, the month written with fsync, a question chosen."""
    settings, prompts = Settings(), built_in()
    journal = Journal.open(find_places(None, settings, os.environ), now)
    took = []
    for number in range(count):
        wall, cpu = time.perf_counter(), time.process_time()
        line = capture(f"{text}, {number}", now, journal)
        journal.log(line, now=now, prompts=lambda: prompts, settings=settings)
        took.append(((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000))
    journal.close()
    print(json.dumps(took))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), dt.datetime.fromisoformat(sys.argv[3]))
