"""Where each row of a list lies; those that can guess their height are measured only near the window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain

from netjournal.tui.text import Line
from netjournal.tui.widgets.row import Row


class Layout:
    """Rows one below the other at some width; where all have one line, none is asked for its lines before
    it is drawn. Those listed in the layout `before` are taken to be as high as they were, until measured.
    """

    def __init__(
        self, rows: Sequence[Row], width: int, *, single_lines: bool, before: Layout | None = None
    ) -> None:
        self.rows: list[Row] = []
        self.width = width
        self._before = before.heights() if before is not None and before.width == width else {}
        self._single_lines = single_lines
        self._lines: dict[int, Sequence[Line]] = {}
        self._heights: list[int] = []
        self._guessed: set[int] = set()
        self._known_tops: list[int] | None = [0]
        self.add(rows)
        self._before = {}

    @property
    def height(self) -> int:
        """All lines, as far as is known."""
        return len(self.rows) if self._single_lines else self._tops[-1]

    def add(self, rows: Sequence[Row]) -> None:
        """Lay more rows below the others, which stay where they are."""
        start = len(self.rows)
        self.rows += rows
        if not self._single_lines:
            self._heights += [self._about(position) for position in range(start, len(self.rows))]
            self._known_tops = None

    def heights(self) -> Mapping[str, int]:
        """How high each row is, by its key."""
        return {row.key: height for row, height in zip(self.rows, self._heights, strict=False)}

    def measure(self, position: int, *, above: int, below: int) -> bool:
        """Take the true heights from so many lines above a row to so many below its top; whether any was
        another than guessed.
        """
        if not self._guessed:
            return False
        changed = self._measure(range(position, len(self.rows)), below)
        return self._measure(range(position - 1, -1, -1), above) or changed

    def is_measured(self, first: int, last: int) -> bool:
        """Whether the heights of the rows from `first` to `last` are true ones."""
        return not self._guessed or self._guessed.isdisjoint(range(first, last + 1))

    def lines(self, position: int) -> Sequence[Line]:
        """The lines of a row."""
        if position not in self._lines:
            self._lines[position] = self.rows[position].lines(self.width)
        return self._lines[position]

    def top(self, position: int) -> int:
        """The line that a row begins on."""
        return position if self._single_lines else self._tops[position]

    def bottom(self, position: int) -> int:
        """The line after a row."""
        return self.top(position + 1)

    def at(self, line: int) -> int:
        """The position of the row that a line belongs to."""
        return min(line, len(self.rows)) if self._single_lines else bisect_right(self._tops, line) - 1

    def find(self, key: str) -> int | None:
        """The position of the row with a key, if it can be chosen."""
        for position, row in enumerate(self.rows):
            if row.key == key and not row.heading:
                return position
        return None

    def onward(self, start: int, step: int) -> int | None:
        """The first row that can be chosen, from `start` in the direction of `step`."""
        return self._first(range(start, len(self.rows)) if step > 0 else range(start, -1, -1))

    def near(self, start: int, step: int = 1) -> int | None:
        """The same, else the nearest one behind `start`."""
        start = max(0, min(start, len(self.rows) - 1))
        after, before = range(start, len(self.rows)), range(start, -1, -1)
        return self._first(chain(after, before) if step > 0 else chain(before, after))

    def first_heading(self, position: int) -> int:
        """The first of the headings right above a row; the row itself where there is none."""
        while position > 0 and self.rows[position - 1].heading:
            position -= 1
        return position

    @property
    def _tops(self) -> list[int]:
        """The line that each row begins on, and the one after the last."""
        if self._known_tops is None:
            self._known_tops = list(accumulate(self._heights, initial=0))
        return self._known_tops

    def _about(self, position: int) -> int:
        guess = self.rows[position].guess(self.width)
        if guess is None:
            return len(self.lines(position))
        self._guessed.add(position)
        return self._before.get(self.rows[position].key, guess)

    def _measure(self, positions: Iterable[int], room: int) -> bool:
        changed = False
        for position in positions:
            if room <= 0:
                break
            if position in self._guessed:
                self._guessed.discard(position)
                height = len(self.lines(position))
                if height != self._heights[position]:
                    self._heights[position], self._known_tops, changed = height, None, True
            room -= self._heights[position]
        return changed

    def _first(self, positions: Iterable[int]) -> int | None:
        for position in positions:
            if 0 <= position < len(self.rows) and not self.rows[position].heading:
                return position
        return None
