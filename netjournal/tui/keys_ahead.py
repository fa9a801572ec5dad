"""Keys that are pressed while what an enter began is not on the screen yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from textual.events import Event, Key, Paste


class KeysAhead:
    """Holds keys back from an enter until what it leads to stands there; then `deliver` gets them in order.

    `soon` calls something after all keys that are on their way already. An enter pressed once too often means
    nothing: nobody has seen yet what it would answer.
    """

    def __init__(
        self,
        deliver: Callable[[Event], Awaitable[None]],
        soon: Callable[[Callable[[], Awaitable[None]]], object],
    ) -> None:
        self._deliver = deliver
        self._soon = soon
        self._held: list[Event] | None = None

    def hold(self) -> None:
        """Hold back what is pressed from now on."""
        self._held = []

    def takes(self, event: Event) -> bool:
        """Whether an event is held back."""
        if self._held is None or not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        if self._held or not _is_enter(event):
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


def _is_enter(event: Event) -> bool:
    return isinstance(event, Key) and event.key == "enter"
