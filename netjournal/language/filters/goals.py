"""What a small goal counts, as a filter."""

from __future__ import annotations

import datetime as dt

from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Goal


def filter_of(goal: Goal) -> Filter:
    """The filter of a goal; its text form names days in full, so it is the same whenever it is read.

    Raises Mistaken if it is none, as after a change by hand.
    """
    return parse_filter(goal.count, dt.datetime.combine(goal.since, dt.time(), dt.UTC))
