"""Where one was before one followed a name or a tag."""

from __future__ import annotations

from typing import Literal, NamedTuple

Mode = Literal["contacts", "timeline", "reflections"]

_LONGEST = 50


class Place(NamedTuple):
    """The screen, the day, person or theme on it, the row under the cursor, and what was filtered for."""

    mode: Mode
    at: str
    row: str = ""
    only: str = ""


class Trail:
    """The places one came from, the newest last."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place one leaves."""
        if self._places[-1:] != [place]:
            self._places = [*self._places, place][-_LONGEST:]

    def back(self) -> Place | None:
        """The last place one left, which is forgotten by that; None if there is none."""
        return self._places.pop() if self._places else None
