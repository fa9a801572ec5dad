"""How the app ends when nobody asked it to: nothing typed is lost, the terminal is as it was."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netjournal.cli import main
from tests.cli.terminal import Terminal

_SECRET = "Kwabena whispered it"
_FAULTY = """
from netjournal.tui.app import NetjournalApp
def action_find(self):
    secret = self.journal.snapshot()
    raise ValueError(f"{secret!r} {WORDS!r}")
NetjournalApp.action_find = NetjournalApp.action_quit = action_find
from netjournal.cli import main
main([])
""".replace("{WORDS!r}", _SECRET)

Begin = Callable[..., Terminal]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """The app on a journal with one entry, its text on the screen."""
    open_ones: list[Terminal] = []

    def begun(program: str = "") -> Terminal:
        with pytest.raises(SystemExit):
            main(["log", f'coffee with @"Abena Osei", {_SECRET}'])
        open_ones.append(Terminal(program=program))
        open_ones[-1].until(_SECRET)
        return open_ones[-1]

    yield begun
    for terminal in open_ones:
        terminal.give_up()


def _draft(home: Path, name: str = "log") -> str:
    [path] = home.glob(f"state/netjournal/*/drafts/{name}.txt")
    return path.read_text()


def _editor(home: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    script = home / "my editor"
    script.write_text(f"#!{sys.executable}\nimport os, pathlib, signal, sys, time\n{program}")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"'{script}'")


def test_told_to_end_while_the_editor_is_open(
    begin: Begin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rescue = "pathlib.Path(sys.argv[1] + '.save').write_text('what nano leaves')"
    hear = f"signal.signal(signal.SIGTERM, lambda *_: [{rescue}, sys.exit()])"
    _editor(home, f"{hear}\nprint('in the editor', flush=True)\ntime.sleep(30)", monkeypatch)
    app = begin()
    app.type("E")
    app.until("in the editor")
    os.kill(app.process.pid, signal.SIGTERM)
    app.until("\x1b[?1049l")
    assert app.process.wait(5) == 128 + signal.SIGTERM
    assert termios.tcgetattr(app.master)[3] & termios.ICANON
    [page] = home.glob("state/netjournal/*/edits/*/page.txt")
    assert page.read_text() == "what nano leaves"


def test_an_editor_that_fails_gives_the_terminal_back(
    begin: Begin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(home, "sys.exit(3)", monkeypatch)
    app = begin()
    app.type("E")
    app.until("ended")  # the words after it may stand on the next line
    app.type("q")
    assert app.end()[0] == 0


def test_bytes_that_are_no_text_end_nothing(begin: Begin, home: Path) -> None:
    app = begin()
    app.type("l")
    app.until("Tell it the way")
    os.write(app.master, b"caf\xe9 \xff\xf0\x9f z")
    app.until("z")
    os.write(app.master, b"y" * 30)
    os.kill(app.process.pid, signal.SIGTERM)
    code, _ = app.end()
    assert code == 128 + signal.SIGTERM
    draft = _draft(home)
    assert draft.startswith("caf\ufffd \ufffd\ufffd z")
    assert draft.endswith("y" * 30), "keys pressed before the signal count"


def test_a_terminal_that_takes_no_output_does_not_hold_it_up(begin: Begin, home: Path) -> None:
    app = begin()
    app.type("l")
    app.until("Tell it the way")
    app.type("half a quiz")
    app.until("z")
    for number in range(
        24
    ):  # nobody reads what is drawn now: all queues of output fill up, and it stands still
        termios.tcsetwinsize(app.master, (30 + number % 2, 100))
        time.sleep(0.03)
    started = time.monotonic()
    os.kill(app.process.pid, signal.SIGTERM)
    assert app.process.wait(5) == 128 + signal.SIGTERM
    assert time.monotonic() - started < 4, "an end, not a kill by whoever waits"
    assert _draft(home) == "half a quiz"


def test_a_fault_says_its_place_and_nobodys_words(begin: Begin) -> None:
    app = begin(_FAULTY)
    app.type("/")
    code, shown = app.end()
    after = shown.rpartition("\x1b[?1004l")[2]
    assert code == 1
    assert "mistake in netjournal" in after
    assert "ValueError in <string>:5" in after
    assert _SECRET not in after
    assert "Osei" not in after
    assert len(after.strip().splitlines()) == 2
    assert after.endswith("shows more.\n"), "it is not cut off at the edge"


def test_a_fault_tells_more_when_asked_and_keeps_drafts(
    begin: Begin, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETJOURNAL_TRACEBACK", "1")
    app = begin(_FAULTY)
    app.type("l")
    app.until("Tell it the way")
    app.type("half a quiz")
    app.until("z")
    app.type("\x11")
    code, shown = app.end()
    assert code == 1
    assert "Traceback" in shown
    assert "│" not in shown.rpartition("\x1b[?1004l")[2], "no boxes with the values of variables"
    assert _draft(home) == "half a quiz"
