"""A yardstick: `drawn_app`, by a process that holds what ours holds while one reads: its modules, everyone
with the words to find them by, and a month. The module names to read in come as arguments.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from importlib import import_module

from netjournal.language.finding.lookup import Lookup
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import find_places
from tests.benchmarks.yardsticks.drawn_app import DrawnApp

if __name__ == "__main__":
    for module in sys.argv[1:]:
        import_module(module)
    journal = Journal.open(find_places(None, Settings(), os.environ), dt.datetime.now(dt.UTC))
    people = journal.people()
    lookup = Lookup(people)
    lookup.warm()
    entries = journal.month(journal.months()[-1])
    DrawnApp().run()
