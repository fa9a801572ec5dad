"""What a list is made of: rows of lines."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.tui.text import Line


class Row:
    """One thing in the list, over one or more lines; headings cannot be chosen."""

    def __init__(self, key: str, *, heading: bool = False) -> None:
        self.key = key
        self.heading = heading

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, at most `width` cells wide."""
        raise NotImplementedError

    def guess(self, width: int) -> int | None:
        """About how many lines it has, where that is much sooner said than how many exactly."""
        return None


class Written(Row):
    """A row whose lines are known beforehand."""

    def __init__(self, key: str, lines: Sequence[Line], *, heading: bool = True) -> None:
        super().__init__(key, heading=heading)
        self._lines = lines

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, as they are."""
        return self._lines
