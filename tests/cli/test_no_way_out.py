"""No text, from wherever, reaches the terminal as a control sequence: every command on a hostile journal."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from netjournal.cli import main
from netjournal.cli.root import root
from netjournal.store.journal import Journal
from tests.conftest import NOW
from tests.hostile import FORBIDDEN, HOSTILE, fill

_OURS = re.compile(r"\x1b\[(?:1|22)m|\r[0-9A-Za-z, ]*\x1b\[K")
"""What the commands themselves ask of a terminal: bold words, and a line of progress."""

_ESC = HOSTILE[12]
_BIDI = "a\u202eb\u202c"

RUNS: tuple[Sequence[str], ...] = (
    *(
        ["log", f'tea with @"{_ESC}" at:"{_BIDI}" {_ESC}'],
        ["log", "--on", _ESC, "x"],
        ["log", "--via", _ESC, "x"],
    ),
    *(["reflect"], ["reflect", "{entry}"], ["reflect", "{entry}", _ESC], ["reflect", _ESC]),
    *(["review", "week"], ["review", "month"], ["review", "month", _ESC], ["review", _ESC]),
    *(
        ["find", "x"],
        ["find", _ESC],
        ["show", "{person}"],
        ["show", "x"],
        ["show", _ESC],
        ["show", _ESC, "--only", _ESC],
    ),
    *(
        ["prep", "{person}"],
        ["today"],
        ["timeline"],
        ["timeline", _ESC],
        ["timeline", "--only", _ESC],
        ["year"],
    ),
    *(
        ["year", _ESC],
        ["search", "x"],
        ["search", "red"],
        ["search", _ESC],
        ["search", f"at:{_BIDI}"],
        ["search", "(" + _ESC],
    ),
    *(
        ["who"],
        ["later", "{person}"],
        ["pause", "{person}"],
        ["pause", "{person}", "--until", _ESC],
        ["resume", "{person}"],
    ),
    *(["kept", "{person}"], ["kept", "{entry}"], ["kept", _ESC], ["kept", "{person}", _ESC, "--again"]),
    *(["rest", "{person}"], ["note", "{person}", _ESC], ["note", _ESC, _ESC]),
    *(["introduce", "{person}", "and", "{other}"], ["introduce", _ESC, "and", _BIDI, "--why", _ESC]),
    *(
        ["introductions"],
        ["introductions", "{person}"],
        ["introductions", "--idea"],
        ["doors"],
        ["doors", "--dot", "--names"],
    ),
    *(
        ["goal", "add", _ESC, "--target", "2", "--by", "friday", "--unit", "day"],
        ["goal", "add", "--count", _ESC],
        ["goal", "remove", _ESC],
    ),
    *(
        ["goal", "add", "--preset", _ESC],
        ["goal", "destination", _ESC],
        ["goal", "extend", _ESC, "--by", _ESC],
    ),
    *(
        ["goal", "shrink", "red", "--target", "1"],
        ["goal", "let-go", "red"],
        ["goal", "exclude", "red", "{entry}"],
        ["goals"],
    ),
    *(
        ["goals", "--all"],
        ["add", _ESC, "--another"],
        ["add", _BIDI],
        ["add", "x", "--zone", _ESC],
        ["edit", _ESC],
    ),
    *(
        ["edit", "{person}"],
        ["duplicates"],
        ["merge", "{person}", "{other}"],
        ["merge", _ESC, _BIDI],
        ["delete", "{entry}"],
    ),
    *(
        ["insights"],
        ["insights", _ESC],
        ["trash"],
        ["restore"],
        ["restore", _ESC],
        ["doctor"],
        ["sync", _ESC],
    ),
    *(
        ["event", "begin", _ESC, "--place", _BIDI],
        ["event", "met", f'"{_ESC}"; > {_BIDI}'],
        ["event", "end"],
        ["event", "still", _ESC],
    ),
    *(["prompts", "check"], ["prompts", "list"], ["prompts", "mute", _ESC], ["prompts", "unmute", _ESC]),
    *(
        ["settings", "check"],
        ["settings", "defaults"],
        ["settings", "set", _ESC, _BIDI],
        ["settings", "write"],
    ),
    *(["undo"], ["delete", _ESC], ["forget", "{person}", "--dry-run"], ["forget", _ESC], ["import", _ESC]),
    *(
        ["import", "{file}", "--dry-run", "--all"],
        ["import", "{file}"],
        ["import", "{broken}"],
        ["export", "people"],
    ),
    *(
        ["export", "people", "--format", "csv"],
        ["export", "journal"],
        ["export", "journal", "--format", "json", "--private"],
    ),
    *(
        ["export", "journal", "--format", "csv"],
        ["export", "journal", "--format", "ics"],
        ["export", "{person}"],
    ),
    *(
        ["export", _ESC],
        ["export", "people", "-o", f"/nowhere/{_ESC}"],
        ["path"],
        ["--journal", f"{{home}}/{_ESC}", "path"],
    ),
    *(
        ["--journal", f"/dev/null/{_ESC}", "today"],
        ["demo", "--into", f"/dev/null/{_ESC}"],
        ["completions", "bash"],
    ),
    *(["completions", _ESC], [_ESC], [f"--{_ESC}"], ["--help"], ["log", f"--{_ESC}"], []),
)


class _Screen(io.StringIO):
    """A terminal, as far as a program asks."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def given(journal: Journal, home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A hostile journal; what may be named in the arguments."""
    fill(journal, dt.datetime.fromisoformat(NOW))
    one, other = [person.name for person in journal.people() if "\x1b" in person.name][:2]
    card = home / "cards.vcf"
    card.write_text(
        "".join(f"BEGIN:VCARD\nFN:{text} A\nNOTE:{text}\n{text}\nEND:VCARD\n" for text in HOSTILE)
    )
    (home / "broken.json").write_text(json.dumps({"netjournal": _ESC, "people": [{"name": _ESC}]}) + _ESC)
    monkeypatch.setenv("EDITOR", f"false{_ESC}")
    return {
        "home": str(home),
        "person": one,
        "other": other,
        "entry": journal.month("2026-11")[14].id,
        "file": str(card),
        "broken": str(home / "broken.json"),
    }


def _run(arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal gets of a command."""
    screen = _Screen()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        patch.setattr(sys, "stdout", screen)
        patch.setattr(sys, "stderr", screen)
        with pytest.raises(SystemExit):
            main(arguments)
    return screen.getvalue()


def test_no_command_lets_anything_through(given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for run in RUNS:
        arguments = [
            argument.format(**given) if argument[:1] + argument[-1:] == "{}" else argument for argument in run
        ]
        for more in ([], ["--json"]):
            shown = _run([*arguments, *more], monkeypatch)
            assert shown, arguments
            assert not FORBIDDEN.findall(_OURS.sub("", shown)), (arguments, more)


def test_what_completes_a_name_lets_nothing_through(
    given: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for shell in ("bash", "zsh", "fish"):
        monkeypatch.setenv("_NETJOURNAL_COMPLETE", shell)
        for line in (
            "nj show ",
            "nj show x",
            f"nj show {_ESC}",
            f"nj {_ESC}",
            "nj edit a",
            f"nj log --{_ESC}",
        ):
            monkeypatch.setenv("_NETJOURNAL_LINE", line)
            shown = _run([], monkeypatch)
            assert not FORBIDDEN.findall(shown), line
        monkeypatch.setenv("_NETJOURNAL_LINE", "nj show ")
        assert "[/foo]" in _run([], monkeypatch)


def test_every_command_is_among_them() -> None:
    run = {tuple(word for word in run if word in _names(root)) for run in RUNS}
    missing = [path for path in _paths(root, ()) if path not in {names[: len(path)] for names in run}]
    assert missing == [("demo",)] or missing == []


def _paths(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not isinstance(command, click.Group):
        yield path
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        yield from _paths(found, (*path, name))


def _names(command: click.Command) -> set[str]:
    return {name for path in _paths(command, ()) for name in path}
