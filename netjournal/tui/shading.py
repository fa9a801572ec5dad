"""The calendar and the months beside it, shaded by how much fits the filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.screen import Screen

from netjournal.language.days.words import add_months, month_days
from netjournal.language.filters.meaning import Filter
from netjournal.model import Interaction
from netjournal.tui.fitting import Counted, FittingDays, with_month
from netjournal.tui.host import Host
from netjournal.tui.widgets.month import MonthGrid
from netjournal.tui.widgets.months import MonthStrip, by_month, months_around


class Shading:
    """Shades `grid` and `strip`; `screen` gets a `Counted` to hand to `take` each time more is known."""

    def __init__(self, host: Host, screen: Screen[None], *, grid: MonthGrid, strip: MonthStrip) -> None:
        self._host = host
        self._grid = grid
        self._strip = strip
        self._fitting = FittingDays(host, screen)
        self._month = ""
        self._entries: Sequence[Interaction] = ()

    def ask(self, filter: Filter, month: str, entries: Sequence[Interaction]) -> None:
        """Show a month (2026-11) with its `entries` that fit, and count what fits in the others around it."""
        self._month, self._entries = month, entries
        months = months_around(month, self._host.today.isoformat()[:7])
        first = min(months[0], add_months(month, -1))
        last = max(months[-1], add_months(month, 1))
        self._fitting.ask(filter, month_days(first)[0], month_days(last)[-1])
        self._shade(months)

    def take(self, found: Counted) -> None:
        """Show what was counted, unless something else is asked by now."""
        if self._fitting.take(found):
            self._shade(self._strip.counts)

    def _shade(self, months: Iterable[str]) -> None:
        counts = with_month(self._fitting.counts, self._month, self._entries)
        self._strip.month, self._strip.counts = self._month, by_month(counts, months)
        self._grid.counts = counts
