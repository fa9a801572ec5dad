"""How commands end: exit codes, one line for what went wrong, and never a control character on a terminal."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli import output, root
from netjournal.errors import say_fault
from netjournal.model import Contact, Interaction, Promise, Reflection, new_id
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.conftest import NOW

HOSTILE = (
    "\x1b[2J\x1b]52;c;UFdO\x07 \x9b31m \x9d0;t\x9c \x00\x08\r\x7f [/foo] [@click=app.quit]x[/] {0} %s \u202e"
).replace("\0", "")
COMMANDS = sorted(root.COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["-h"], 0),
        (["--version"], 0),
        ([], 2),
        (["demo"], 2),
        (["lgo"], 2),
        (["log", "--wat"], 2),
        (["completions", "tcsh"], 2),
        (["--journal", "", "path"], 2),
        (["undo"], 1),
        (["show", "Nobody"], 1),
    ],
)
def test_exit_codes(run: Run, arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.code == code
    assert bool(done.out) is (code == 0)
    assert bool(done.err) is (code != 0)


def test_the_app_says_in_one_line_that_it_needs_a_terminal(run: Run) -> None:
    assert len(run().err.splitlines()) == 1


def test_a_slip_in_a_command_is_understood(run: Run) -> None:
    assert "'log'" in run("lgo").err


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert f"Usage: netjournal {name} " in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_every_command_that_shows_or_changes_something_speaks_json() -> None:
    without = {name for name in COMMANDS if "--json" not in _options(name)}
    assert without == {"completions"}


def _options(name: str) -> set[str]:
    """Those of a command, or those that all commands of a group have."""
    command = root.root.get_command(click.Context(root.root), name)
    assert command is not None
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    return set.intersection(*(_options_of(one) for one in commands))


def _options_of(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts}


def test_a_journal_of_a_newer_version_is_refused(run: Run, home: Path) -> None:
    run("log", "met @Ada")
    manifest = home / "journal" / "journal.json"
    manifest.write_text(manifest.read_text().replace('"schema": 1', '"schema": 99'))
    for arguments in (["timeline"], ["log", "met @Bo"], ["undo"]):
        done = run(*arguments)
        assert (done.code, done.out) == (3, "")
        assert "newer netjournal" in done.err


def test_a_journal_that_cannot_be_made_is_said(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("NETJOURNAL_HOME", str(home / "file" / "journal"))
    done = run("log", "met @Ada")
    assert (done.code, done.out) == (3, "")
    assert str(home / "file") in done.err


@pytest.mark.parametrize("settings", ["ask = 3", "ask = ", "colour = true"])
def test_settings_that_do_not_fit_are_named_and_the_rest_holds(run: Run, home: Path, settings: str) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    (home / "config" / "netjournal" / "settings.toml").write_text(f"# mine\n{settings}\nweek_numbers = true")
    run("log", "met @Ada")
    done = run("timeline")
    assert done.code == 0
    assert re.search(r"^ *47 ", done.out, re.MULTILINE)
    assert "settings.toml, line 2: " in done.err


@pytest.mark.parametrize("setting", ["journal = 3", "journal = ~/j", 'theme = "light"\njournal = "y'])
def test_no_other_journal_is_opened_where_the_one_meant_cannot_be_told(
    run: Run, home: Path, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    (home / "config" / "netjournal" / "settings.toml").write_text(setting)
    monkeypatch.delenv("NETJOURNAL_HOME")
    done = run("log", "met @Ada")
    assert (done.code, done.out) == (1, "")
    assert "settings.toml, line" in done.err
    assert not (home / "data").exists()
    assert run("--journal", str(home / "j"), "log", "met @Ada").code == 0


def test_a_clock_that_is_none_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETJOURNAL_NOW", "teatime")
    assert run("timeline").code == 2


def test_a_mistake_of_ours_is_owned_in_two_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netjournal.cli.leaving.say_fault", say_fault)
    monkeypatch.setattr("netjournal.store.journal.Journal.open", lambda *_, **__: 1 // 0)
    done = run("timeline")
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 2
    assert "ZeroDivisionError in test_ways_out.py" in done.err
    monkeypatch.setenv("NETJOURNAL_TRACEBACK", "1")
    assert "Traceback" in run("timeline").err


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("netjournal.store.journal.Journal.open", interrupt)
    assert run("timeline") == (130, "", "")


@pytest.fixture
def hostile(journal: Journal) -> Journal:
    """A journal with hostile text in every field of a person and an entry."""
    now = dt.datetime.fromisoformat(NOW)
    many = (HOSTILE, HOSTILE)
    person = Contact(
        id=new_id(now),
        name=f"Mallory {HOSTILE}",
        nicknames=many,
        emails=many,
        organisation=HOSTILE,
        role=HOSTILE,
        place=HOSTILE,
        about=f"{HOSTILE}\n{HOSTILE}",
        tags=many,
        details=many,
        needs=many,
        offers=many,
    )
    reflection = Reflection(
        prompt="x", dimension="voice", question=HOSTILE, asked=now, answer=HOSTILE, status="answered"
    )
    entry = Interaction(
        id=new_id(now),
        date=now.date(),
        people=(person.id,),
        text=f"{HOSTILE}\n{HOSTILE}",
        tags=many,
        place=HOSTILE,
        gave=many,
        got=many,
        promises=(Promise(text=HOSTILE),),
        reflection=reflection,
    )
    journal.bring([person], [entry], title=HOSTILE, now=now)
    return journal


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            ["find", "mallory"],
            ["show", "mallory"],
            ["timeline"],
            ["reflect", "{id}"],
            ["show", f"x{HOSTILE}"],
        ),
        *(["find", "mallory", "--json"], ["show", "mallory", "--json"], ["timeline", "--json"]),
        *(["add", f"mallory {HOSTILE}"], ["delete", "mallory"], ["undo"], ["undo", "--json"], [HOSTILE]),
        *(
            ["log", "{id}", f"--{HOSTILE}"],
            ["timeline", HOSTILE],
            ["completions", HOSTILE],
            ["edit", f"x{HOSTILE}"],
        ),
        *(["log", "--on", HOSTILE, "x"], ["log", "--via", HOSTILE, "x"], ["add", "x", "--zone", HOSTILE]),
    ],
)
def test_no_control_character_reaches_the_terminal(run: Run, hostile: Journal, arguments: list[str]) -> None:
    id = hostile.month("2026-11")[0].id
    done = run(*(argument.replace("{id}", id) for argument in arguments))
    shown = done.out + done.err
    assert [letter for letter in shown.replace("\n", "") if not letter.isprintable()] == []
    if "--json" not in arguments and "mallory" in shown.lower():
        assert "[@click=app.quit]x[/]" in shown


def test_json_gives_back_the_very_text(run: Run, hostile: Journal) -> None:
    shown = run("timeline", "--json").document["days"][0]["interactions"][0]
    assert shown["text"] == f"{HOSTILE}\n{HOSTILE}"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_json_is_escaped_and_means_the_same(text: str, utf8: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        written = _Written("utf-8" if utf8 else "latin-1")
        patch.setattr("sys.stdout", written)
        output.say_json({"text": text, "more": [text]})
    assert json.loads(written.text) == {"text": text, "more": [text]}
    assert not {unicodedata.category(letter) for letter in set(written.text) - {"\n"}} & {"Cc", "Zl", "Zp"}
    assert not set(written.text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\ufeff")
    assert utf8 or written.text.isascii()


class _Written:
    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text
