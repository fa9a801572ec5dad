"""What a list is made of: rows of lines, and where each of them lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice

from netjournal.tui.text import Line


class Row:
    """One thing in the list, over one or more lines; headings cannot be chosen."""

    def __init__(self, key: str, *, heading: bool = False) -> None:
        self.key = key
        self.heading = heading

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, at most `width` cells wide."""
        raise NotImplementedError


class Written(Row):
    """A row whose lines are known beforehand."""

    def __init__(self, key: str, lines: Sequence[Line], *, heading: bool = True) -> None:
        super().__init__(key, heading=heading)
        self._lines = lines

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, as they are."""
        return self._lines


class Layout:
    """Rows one below the other at some width; where all have one line, none is asked for its lines before
    it is drawn.
    """

    def __init__(self, rows: Sequence[Row], width: int, *, single_lines: bool) -> None:
        self.rows: list[Row] = []
        self.width = width
        self._lines: dict[int, Sequence[Line]] = {}
        self._offsets: list[int] | range = range(1) if single_lines else [0]
        self.add(rows)

    @property
    def height(self) -> int:
        """All lines."""
        return self._offsets[-1]

    def add(self, rows: Sequence[Row]) -> None:
        """Lay more rows below the others, which stay where they are."""
        start = len(self.rows)
        self.rows += rows
        if isinstance(self._offsets, range):
            self._offsets = range(len(self.rows) + 1)
        else:
            heights = map(self._height, range(start, len(self.rows)))
            self._offsets += islice(accumulate(heights, initial=self.height), 1, None)

    def lines(self, position: int) -> Sequence[Line]:
        """The lines of a row."""
        if position not in self._lines:
            self._lines[position] = self.rows[position].lines(self.width)
        return self._lines[position]

    def top(self, position: int) -> int:
        """The line that a row begins on."""
        return self._offsets[position]

    def bottom(self, position: int) -> int:
        """The line after a row."""
        return self._offsets[position + 1]

    def at(self, line: int) -> int:
        """The position of the row that a line belongs to."""
        return bisect_right(self._offsets, line) - 1

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

    def _height(self, position: int) -> int:
        return len(self.lines(position))

    def _first(self, positions: Iterable[int]) -> int | None:
        for position in positions:
            if 0 <= position < len(self.rows) and not self.rows[position].heading:
                return position
        return None
