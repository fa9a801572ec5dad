"""The app in a real terminal: what is typed outlives it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def app() -> Iterator[Terminal]:
    terminal = Terminal()
    terminal.until("Good to have you here")
    terminal.type("l")
    terminal.until("Tell it the way")
    terminal.type("half a quiz")
    terminal.until("z")
    yield terminal
    terminal.give_up()


def _draft(home: Path) -> str:
    [path] = home.glob("state/netjournal/*/drafts/log.txt")
    return path.read_text()


def test_a_closed_window_keeps_what_was_typed(app: Terminal, home: Path) -> None:
    app.hang_up()
    assert _draft(home) == "half a quiz"


def test_being_told_to_end_keeps_what_was_typed(app: Terminal, home: Path) -> None:
    time.sleep(0.2)
    os.kill(app.process.pid, signal.SIGTERM)
    code, shown = app.end()
    assert code == 128 + signal.SIGTERM
    assert _draft(home) == "half a quiz"
    assert "\x1b[?1049l" in shown


def test_half_a_letter_ends_nothing(app: Terminal, home: Path) -> None:
    """Over a slow line the two bytes of an é come one after the other."""
    for byte in "é".encode():
        os.write(app.master, bytes([byte]))
        time.sleep(0.15)
    app.hang_up()
    assert _draft(home) == "half a quizé"


_BREAKS = """
from netjournal.cli import main
from netjournal.tui.terminal import TerminalDriver

def fail(driver):
    raise ValueError("what Grace said")

TerminalDriver.run_input_thread = fail
main([])
"""


def test_a_mistake_in_reading_keys_is_told_in_two_lines_without_a_word_of_the_user() -> None:
    terminal = Terminal(program=_BREAKS)
    code, shown = terminal.end()
    assert code == 1
    assert "That is a mistake in netjournal, not yours: ValueError in " in shown
    assert "Traceback" not in shown
    assert "Grace" not in shown
