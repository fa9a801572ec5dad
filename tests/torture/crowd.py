"""Many who write at once: processes of the shell, and the app in a terminal."""

from __future__ import annotations

import os
import select
import time
from typing import NamedTuple

from tests.cli.terminal import Terminal
from tests.store.journals import NOW, fresh_index, kept_index, standing
from tests.torture.homes import Home, Work, begun, scratch, variables
from tests.torture.judging import parses
from tests.torture.running import run, start
from tests.warming import warm_up

_PATIENCE = 20.0
"""Seconds until what is typed is kept."""


class Crowd(NamedTuple):
    """How many changes were acknowledged, how many refused, and what was lost."""

    acknowledged: int
    refused: int
    broken: tuple[str, ...]


def at_once(processes: int, changes: int, typed: int = 0) -> Crowd:
    """Processes log, add and edit so many times each, and so many entries are typed into the app."""
    warm_up()
    with scratch() as folder:
        home = begun(folder / "home")
        (folder / "home" / "config" / "netjournal").mkdir(parents=True)
        (folder / "home" / "config" / "netjournal" / "settings.toml").write_text('ask = "never"\n')
        app = _app(home) if typed else None
        writers = [start(lambda name=name: _write(home, name, changes)) for name in range(processes)]  # type: ignore[misc]  # mypy sees no type in a default
        broken: list[str] = []
        if app is not None:
            broken += _type(app, home, typed)
        ends = [writer.end() for writer in writers]
        said = [row for end in ends for row in end.said.splitlines()]
        refused = [row for row in said if row.startswith("refused")]
        kept = {row.removeprefix("kept ") for row in said if row.startswith("kept ")}
        wanted = kept | {f"typed {number}" for number in range(typed)}
        broken += _lost(home, wanted)
        if any(end.code for end in ends):
            broken.append(f"a writer failed: {[end for end in ends if end.code]}")
        return Crowd(len(wanted), len(refused), tuple(broken))


def _write(home: Home, name: int, changes: int) -> int:
    """Each change is a command of its own; what it acknowledges is told."""
    for number in range(changes):
        words = f"{name} logged {number}"
        places = f"{name} lives at {number}"
        works = (
            (Work("log", ("log", f'{words} @"Friend {name} {number}"', "--no-ask")), words),
            (Work("add", ("add", f"Somebody {name} {number}", "--place", f"{places} first")), ""),
            (
                Work("edit", ("edit", f"Somebody {name} {number}"), f"sed -i 's/^place:.*/place: {places}/'"),
                places,
            ),
        )
        for work, about in works:
            end = run(home, work)
            told = f"kept {about}" if end.code == 0 else f"refused {end}"
            if about or end.code:
                os.write(1, f"{told}\n".encode())
    return 0


def _app(home: Home) -> Terminal:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(variables(home) | {"TERM": "xterm-256color"})
    try:
        app = Terminal()
    finally:
        os.environ.clear()
        os.environ.update(before)
    app.until("1049h")
    return app


def _type(app: Terminal, home: Home, typed: int) -> list[str]:
    """Log entries with keys, each when the one before stands in its file; then leave."""
    try:
        for number in range(typed):
            _settle(app)
            app.type("l")
            app.until("Tell it the way")
            app.type(f"typed {number}\r")
            if not _appears(app, home, f'"typed {number}"'):
                return [f"typed {number} was not kept: {app.shown[-600:]!r}"]
        app.type("q")
        code, shown = app.end()
        return [f"the app left with {code}: {shown[-300:]!r}"] if code else []
    except AssertionError as error:
        return [f"the app: {str(error)[-600:]}"]
    finally:
        app.give_up()


def _settle(app: Terminal) -> None:
    """Let the app draw until it is quiet: the dialog closes a little after the entry is kept."""
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline and select.select([app.master], [], [], 0.4)[0]:
        os.read(app.master, 65536)
    app.shown = ""


def _appears(app: Terminal, home: Home, words: str) -> bool:
    """Whether something stands in the month before long; a terminal goes on drawing meanwhile."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if words in (home.journal / "months" / "2026-11.json").read_text():
            return True
        if select.select([app.master], [], [], 0.02)[0]:
            os.read(app.master, 65536)
    return False


def _lost(home: Home, wanted: set[str]) -> list[str]:
    parses(home.journal)
    found = standing(home.journal)
    texts = {
        raw.get("text", "") for name, shelf in found.items() for raw in shelf.values() if "months" in name
    }
    said = [text.partition(" Friend ")[0] for text in texts]
    said += [str(raw.get("place")) for raw in found["contacts"].values()]
    lost = wanted - set(said)
    twice = len(said) - len(set(said)) if len([one for one in said if one in wanted]) != len(wanted) else 0
    journal = home.open()
    try:
        is_in_step = kept_index(journal) == fresh_index(journal)
        journal.month(f"{NOW:%Y-%m}")
    finally:
        journal.close()
    rows = [f"lost: {sorted(lost)[:5]} of {len(lost)}"] if lost else []
    rows += [f"{twice} stand twice"] if twice else []
    return rows + ([] if is_in_step else ["the index tells something else than the shelves"])
