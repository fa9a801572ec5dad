"""The terminal as the app meets it: bytes that are no text, and a terminal that goes away."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import selectors
import signal
import termios
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_BYTES = 4096
_LOOK = 0.1
_PLAIN_AGAIN = "".join(
    f"\x1b[{code}"
    for code in ("?2004l", "?7h", "?1000l", "?1003l", "?1015l", "?1006l", "<u", "?1049l", "?25h", "?1004l")
)
"""What undoes all that Textual asks of a terminal: paste, mouse and key reports, the other screen."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, which a byte that is no UTF-8 does not end, nor a terminal that is gone hold up."""

    def run_input_thread(self) -> None:
        """Read keys until told to stop; without a terminal to read from, hang up as its window would."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK):
                    data = self._read()
                    if not data:
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    if text := decode(data):  # none yet of half a letter; to be fed nothing ends the parser
                        for event in parser.feed(text):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _run_input_thread(self) -> None:
        """What goes wrong in reading ends the app as any other mistake of ours: Textual shows all of it."""
        try:
            self.run_input_thread()
        except Exception as error:  # nobody else hears of it in this thread
            self._app.call_later(self._app._handle_exception, error)

    @property
    def has_keys(self) -> bool:
        """Whether keys were pressed that nobody has read yet; none in a terminal that is gone."""
        with contextlib.suppress(OSError, ValueError):
            return any(fcntl.ioctl(self.fileno, termios.FIONREAD, bytes(4)))
        return False

    def write(self, data: str) -> None:
        """Write to the terminal; nothing where it is gone, as its writer's queue would fill up for good."""
        if self._writer_thread is None or self._writer_thread.is_alive():
            super().write(data)

    def put_back(self) -> None:
        """Leave the terminal as it was found, as far as it takes anything, without waiting for it."""
        with contextlib.suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            out = self._file.fileno() if self._file is not None else self.fileno
            if select.select([], [out], [], 0)[1]:
                os.write(out, _PLAIN_AGAIN.encode())

    def _read(self) -> bytes:
        with contextlib.suppress(OSError):
            return os.read(self.fileno, _BYTES)
        return b""
