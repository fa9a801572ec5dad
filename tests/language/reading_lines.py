"""What a line becomes on a day in November."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from netjournal.language.capture import Capture, capture

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def read(line: str, room: Any, **known: Any) -> Capture:
    """`line` as it is understood among the people of `room`."""
    return capture(line, NOW, room, **known)


def firsts(captured: Capture) -> list[str]:
    """The first names of those who took part."""
    return [person.name.removeprefix("Dr. ").split()[0] for person in captured.who]
