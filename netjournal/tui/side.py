"""Today's page beside the month: asked for meanwhile, and shown as soon as it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from netjournal.store.reading import Snapshot
from netjournal.tui.host import Host
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from netjournal.practice.recalling import Recalled
    from netjournal.practice.today import Today


class TodaysPage:
    """Today's page of the journal of `host`, asked for anew each day and when the journal changed."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._asked: tuple[dt.date, Snapshot, Today] | None = None
        self._is_asking = False
        self._shown: tuple[Today | None, int] = (None, 0)

    def show(self, side: Rows) -> None:
        """Show it in as many lines as there is room for, as soon as it is read: that holds up no key."""
        if side.display and self._is_known:
            before, room = self._shown, side.size.height
            if before[0] is not self._page() or before[1] != room:
                page, names = self.read()
                self._shown = page, room
                from netjournal.tui.todays_row import TodayRow  # drawn after the first frame

                row = TodayRow(page, names, self._host.today, room=room)
                side.set_rows([row] if any(page) else [], top=True)
        elif side.display and not self._is_asking:
            self._is_asking = True
            meanwhile(self._host, partial(self._ask, side))

    def read(self) -> tuple[Today, Mapping[str, str]]:
        """What stands on it, and the names of those in its entries by their ids."""
        page = self._page()
        promised_to = {id for one in page.asked for id in one.people} | {
            id for one in page.every_promise for id in one.to
        }
        return page, self._host.journal.names(
            promised_to | {id for one in page.memories for id in one.entry.people}
        )

    @property
    def recalled(self) -> Recalled | None:
        """The detail that comes back today."""
        return self._page().recalled

    @property
    def _is_known(self) -> bool:
        asked = self._asked
        return asked is not None and asked[0] == self._host.today and asked[1] is self._host.snapshot

    async def _ask(self, side: Rows) -> None:
        host, today, snapshot = self._host, self._host.today, self._host.snapshot
        try:
            page = await host.look_up(lambda: host.journal.today(today, host.settings))
        finally:
            self._is_asking = False
        self._asked = (today, snapshot, page)
        self.show(side)

    def _page(self) -> Today:
        if self._asked is None or not self._is_known:
            today, snapshot = self._host.today, self._host.snapshot
            self._asked = (today, snapshot, self._host.journal.today(today, self._host.settings))
        return self._asked[2]
