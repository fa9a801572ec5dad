"""The list of people: some at first, more as one goes down it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from textual import on
from textual.events import Resize

from netjournal.language.days.words import say_ago
from netjournal.language.finding.lookup import Match
from netjournal.tui.text import Line, Span, fit, span, width_of
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows

_COLUMN = 60
_FIRST = 40
_AHEAD = 30
_EVERYONE = 1_000_000


class PersonRow(Row):
    """A name, and at the right why it is here or when they were met."""

    def __init__(self, match: Match, today: dt.date, *, has_namesake: bool = False) -> None:
        super().__init__(match.person.id)
        self._match = match
        self._today = today
        self._has_namesake = has_namesake

    def lines(self, width: int) -> list[Line]:
        """One line, whatever the name."""
        person = self._match.person
        ago = say_ago(person.last, self._today) if person.last else ""
        apart = (person.organisation or person.place or person.role) if self._has_namesake else ""
        right = span(self._match.why or apart or ago, "muted")
        room = width - width_of((right,)) - 2
        if room < width // 2:
            right, room = span("", "muted"), width
        return [(*fit((span(person.name),), room), *((Span("  ", "text"), right) if right.text else ()))]


class PeopleList(Rows):
    """Everyone whom `find` gives, best first, asked for no more of them than one comes to see.

    So a keystroke costs the same among fifty people and among fifty thousand.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, single_lines=True, column=_COLUMN)
        self._find: Callable[[int], Sequence[Match]] = lambda limit: ()
        self._today = dt.date.min
        self._limit = _FIRST

    def show(
        self,
        find: Callable[[int], Sequence[Match]],
        today: dt.date,
        *,
        key: str | None = None,
        top: bool = False,
    ) -> None:
        """List those whom `find` gives for a limit; the cursor goes to the person `key`, however far down."""
        self._find, self._today, self._limit = find, today, max(_FIRST, self.size.height)
        matches = find(self._limit)
        wanted = key or (None if top else self.key)
        if len(matches) == self._limit and wanted not in (None, *(match.person.id for match in matches)):
            self._limit = _EVERYONE
            matches = find(_EVERYONE)
        self.set_rows(self._rows_of(matches), key=key, top=top)

    def action_edge(self, step: int) -> None:
        """The last row is that of the last person."""
        if step > 0:
            self._reach(_EVERYONE)
        super().action_edge(step)

    @on(Rows.Moved)
    def _came_near_the_end(self) -> None:
        if self.cursor is not None and self.cursor > self._limit - _AHEAD:
            self._reach(self._limit * 4)

    def on_resize(self, _: Resize) -> None:
        """Fill the window, however high it is."""
        self._reach(self.size.height)

    def _reach(self, limit: int) -> None:
        """List as many as `limit`."""
        if len(self.rows) == self._limit < limit:
            self._limit = limit
            self.add_rows(self._rows_of(self._find(limit)[len(self.rows) :]))

    def _rows_of(self, matches: Sequence[Match]) -> list[Row]:
        names = Counter(match.person.name for match in matches)
        return [PersonRow(match, self._today, has_namesake=names[match.person.name] > 1) for match in matches]
