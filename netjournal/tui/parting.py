"""How the app ends when nobody asked it to: told by a signal, without a terminal, or by a mistake of ours."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from threading import Thread
from time import sleep
from types import FrameType
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

_LONGEST = 0.85
_LOOK = 0.03
_LOOKS = 14
_QUIET = 2
_ENDS = (signal.SIGTERM, signal.SIGHUP)


@runtime_checkable
class _Keeping(Protocol):
    """A screen or a dialog in which one writes."""

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        ...


class Parting(App[int]):
    """What is typed becomes a draft, what is saved is saved, and the terminal is as it was."""

    def get_driver_class(self) -> type[Driver]:
        """Ours, unless another one is asked for."""
        if os.environ.get("TEXTUAL_DRIVER") or os.name != "posix":
            return super().get_driver_class()
        from netjournal.tui.terminal import TerminalDriver

        return TerminalDriver

    @property
    def fault(self) -> BaseException | None:
        """The mistake that ended the app, if one did."""
        found = self._exception
        return found.error if isinstance(found, WorkerFailed) else found

    def flush(self) -> None:
        """Wait for what is being written."""
        raise NotImplementedError

    def listen(self) -> None:
        """From now on signals that would end the process end the app in good order."""
        if not self.is_headless:
            asyncio.get_running_loop().set_exception_handler(self._fault_beside)
            for number in _ENDS:
                signal.signal(number, self._hear)

    def keep_drafts(self) -> None:
        """Keep what is typed, on whatever is open; a form that fails to does not keep others from it."""
        with contextlib.ExitStack() as stack:
            for screen in self.screen_stack:
                if isinstance(screen, _Keeping):
                    stack.callback(screen.keep_draft)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        """Drafts are kept at once: the event loop may stand still before a terminal that takes no output."""
        for each in _ENDS:
            signal.signal(each, signal.SIG_IGN)
        code = 128 + number
        Thread(target=self._end_anyhow, args=(code,), daemon=True).start()
        with contextlib.suppress(RuntimeError):  # the loop ended by itself meanwhile
            asyncio.get_running_loop().call_soon_threadsafe(self._hang_up, code)
        self.keep_drafts()

    def _hang_up(self, code: int) -> None:
        self._hanging_up = asyncio.create_task(self.leave(code))

    async def leave(self, code: int) -> None:
        """End once the keys that were pressed before are typed."""
        quiet = 0
        for _ in range(_LOOKS):
            await asyncio.sleep(_LOOK)
            quiet = 0 if self._is_behind() else quiet + 1
            if quiet == _QUIET:
                break
        self.keep_drafts()
        self.exit(code, return_code=code)

    def _is_behind(self) -> bool:
        from netjournal.tui.terminal import TerminalDriver

        if isinstance(self._driver, TerminalDriver) and self._driver.has_keys:
            return True
        pumps = filter(None, (self, *self.screen_stack, self.focused))
        return any(pump.message_queue_size for pump in pumps)

    def _end_anyhow(self, code: int) -> None:
        """The end, from a thread of its own, where the terminal holds up the app for too long."""
        from netjournal.tui.terminal import TerminalDriver

        sleep(_LONGEST)
        self.flush()
        if isinstance(self._driver, TerminalDriver):
            self._driver.put_back()
        os._exit(code)

    def _handle_exception(self, error: Exception) -> None:
        """End, and leave it to `run` to say why: Textual would print our variables (reliability.md C5)."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        try:
            self.keep_drafts()
        finally:
            self._close_messages_no_wait()

    def _fault_beside(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A fault in a task that nobody waits for: asyncio would log its words."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)
