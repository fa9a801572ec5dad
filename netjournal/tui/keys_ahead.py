"""Keys that are pressed while what the one before began is not on the screen yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from textual.events import Event, Key, Paste
from textual.timer import Timer

_AT_MOST = 2.0
"""Seconds for which keys are held back, whatever becomes of what they wait for."""


class KeysAhead:
    """Holds keys back until what a key leads to stands there; then `deliver` gets them in order.

    `soon` calls something after all keys that are on their way already, `later` so many seconds from now.
    """

    def __init__(
        self,
        deliver: Callable[[Event], Awaitable[None]],
        soon: Callable[[Callable[[], Awaitable[None]]], object],
        later: Callable[[float, Callable[[], None]], Timer],
    ) -> None:
        self._deliver = deliver
        self._soon = soon
        self._later = later
        self._latest: Timer | None = None
        self._held: list[Event] | None = None

    def hold(self) -> None:
        """Hold back what is pressed from now on."""
        if self._held is None:
            self._held = []
        if self._latest is not None:
            self._latest.stop()
        self._latest = self._later(_AT_MOST, self.release)

    def takes(self, event: Event) -> bool:
        """Whether an event is held back."""
        if self._held is None or not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        self._held.append(event)
        return True

    async def after(self, way: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Go a way to its end, then release."""
        try:
            await way()
        finally:
            self.release()

    def release(self) -> None:
        """Hand over what was held back."""
        if self._held is not None:
            self._soon(self._hand_over)

    async def _hand_over(self) -> None:
        held, self._held = self._held or [], None
        for event in held:
            await self._deliver(event)
