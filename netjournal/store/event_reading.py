"""What can be asked about events: at which one is, what was logged there, what is asked of it later."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from netjournal.errors import Unavailable
from netjournal.model import Event, Interaction, Raw, from_raw
from netjournal.store.reading import Reading

if TYPE_CHECKING:
    from netjournal.practice.events import Asking

_SHELF = "events"


class EventReading(Reading):
    """The questions about events; where there are none, nothing of the practice is read for them."""

    def events(self) -> tuple[Event, ...]:
        """Every event, in the order in which they began."""
        return tuple(sorted((event for event, _ in self.event_documents()), key=lambda one: one.id))

    def event_documents(self) -> Iterator[tuple[Event, Raw]]:
        """Every event, each with its document."""
        for id, raw in self._documents(_SHELF).items():
            with contextlib.suppress(Unavailable):
                yield from_raw(Event, id, raw, "events.json"), raw

    def open_event(self, now: dt.datetime) -> Event | None:
        """Where one is now: of several, begun on two machines, the one that began last."""
        if not self._documents(_SHELF):
            return None
        from netjournal.practice.events import is_open

        return next((event for event in reversed(self.events()) if is_open(event, now)), None)

    def entries_of_event(self, event: Event) -> tuple[Interaction, ...]:
        """What was logged there, in the order it was lived."""
        from netjournal.practice.events import belongs

        first, last = event.since.isoformat()[:7], event.by.isoformat()[:7]
        months = [month for month in self.months() if first <= month <= last]
        return tuple(entry for month in months for entry in self.month(month) if belongs(event, entry))

    def asked_of_events(self, today: dt.date) -> tuple[Asking, ...]:
        """The events whose one question about what was promised there stands today; not of those at rest."""
        if not self._documents(_SHELF):
            return ()
        from netjournal.practice.events import Asking, is_asked, owed

        resting = {person.id for person in self.people() if person.rest}
        found = []
        for event in self.events():
            if is_asked(event, today):
                entries = self.entries_of_event(event)
                found.append(Asking(event, owed(one for one in entries if resting.isdisjoint(one.people))))
        return tuple(one for one in found if one.owed)
