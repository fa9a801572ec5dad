"""What nobody gets below who is made of the same things: measured in the same run as the rows it explains."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.app_rows import STATIC, Start, empty_app, opened, static_app
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Cost, Samples, by_turns, run, say
from tests.benchmarks.shell_rows import LARGE, index_files
from tests.benchmarks.table import Case, Measured, Row

_MADE_OF = "import click, msgspec, sqlite3"
_MODULES = (
    "netjournal.tui.app",
    "netjournal.tui.screens.timeline",
    "netjournal.store.journal",
    "netjournal.cli",
)

REASONS = {
    "start": "Textual's own start is most of it (see the floor of a frame); the rest are the modules of the"
    " first screen, a style sheet of twice the size, the newest month and 36 lines of it.",
    "start-empty": "The newest month is read and laid out, and 36 lines of it drawn, before the frame.",
    "keys-5000": "A Static that changes with each key takes nearly all of it.",
    "keys-50000": "A Static that changes with each key takes nearly all of it.",
    "next-entry": "A Static that changes with each key is beyond the bar already: the way from a key"
    " to a changed line is the floor.",
    "next-day": "The same, and the days beside the calendar are drawn anew.",
    "next-month": "A screen is drawn anew (see the floor of a month), after some 850 entries were read and"
    " the first of them laid out.",
    "next-screen": "A screen is drawn anew (see the floor of a month), its style asked for widget by widget.",
    "save": "The sheet goes and the question comes (see the floor of a question): two screens are drawn."
    " The line is read, written with fsync, and a question chosen; the write itself is little of it.",
    "memory": "The first whole frame alone is at the bar: the modules (see the floor of the memory), and a"
    " month of 850 entries; then come everyone's names, the words to find them by, and each month while it"
    " is read.",
    "log-sqlite": "What a command starts with is beyond the bar already: Python, click, msgspec and sqlite3"
    " (see the floor of a command); the script beside it needs sqlite3 alone, reads no words and asks no"
    " question.",
    "find": "What a command is made of takes most of what the bar allows (see the floor of a command), its"
    " own modules as much again; the rest is everyone, read from the index, as a slip may mean anybody.",
    "timeline": "The start of a command is most of it (see the floor of a command).",
    "search": "The start of a command is a third of it, the rest is 66 MB looked through.",
    "quit": "What is being written is waited for.",
    "keys-drawn": "The page beside the list follows when the keys rest.",
    "log-jrnl": "The start of a command is most of it (see the floor of a command).",
    "help": "The table of commands is read in, and laid out by click.",
    "help-log": "What the command is made of is read in to describe it.",
    "log-growth": "The index of 100,000 entries has more to look up.",
    "log-history": "Each month's file is looked at: the shelf may have been changed by hand.",
    "index": "SQLite alone takes four tenths of it (see the floor of the index); the rest are 64 MB read as"
    " entries, their rows, and a look for deaths in every text. The app is usable meanwhile.",
    "bytes": "Each page that changes in the index is written twice, to its log and to its place.",
}
"""Why a row is missed, if it is."""


def command(lab: Lab) -> Mapping[str, Measured]:
    """Python with what a command is made of, and nothing done."""
    trials = {
        "here": lambda: run([lab.python, "-c", _MADE_OF], lab.bare),
        "click": lambda: run([lab.python, "-c", "import click"], lab.bare),
    }
    seen = by_turns(trials, lab.rounds, lab.first)
    return {"floor-command": Measured(seen["here"], seen["click"])}


def frame(lab: Lab) -> Mapping[str, Measured]:
    """The empty app, with what ours is made of read in before."""
    bare = empty_app(lab)
    script = bare.command[-1]
    made = Start([lab.python, "-c", f"{_MADE_OF}, runpy; runpy.run_path({script!r}, run_name='__main__')"],
                 bare.environment, bare.words)  # fmt: skip
    costs: dict[str, list[Cost]] = {"here": [], "bare": []}
    for number in range(lab.first + lab.rounds):
        for name, start in (("here", made), ("bare", bare)):
            with opened(lab, start) as app:
                cost = app.first_frame(start.words)
            if number >= lab.first:
                costs[name].append(cost)
    return {"floor-frame": Measured(Samples.of(costs["here"]), Samples.of(costs["bare"]))}


def index(lab: Lab) -> Mapping[str, Measured]:
    """The rows of the index put into another one by sqlite3 alone."""
    lab.run_ours(LARGE, "path")()
    [source] = [file for file in index_files(Path(lab.journal(LARGE))) if file.suffix == ".sqlite3"]
    costs = []
    for _ in range(lab.few):
        printed = say([lab.python, *lab.yardstick("index_in_sqlite", str(source))[1:]], lab.bare)
        costs.append(Cost(*json.loads(printed)))
    return {"floor-index": Measured(Samples.of(costs))}


def screen(lab: Lab) -> Mapping[str, Measured]:
    """A screen of words of which every line changes, and one question that follows another."""
    drawn = Start(lab.yardstick("drawn_app"), lab.bare, ("Page 0, line 33", "Ask"))
    turned: list[float] = []
    beside: list[float] = []
    asked: list[Cost] = []
    with opened(lab, static_app(lab)) as still, opened(lab, drawn) as app:
        still.first_frame(["First line"])
        app.first_frame(drawn.words)
        app.rest()
        for _ in range(lab.keys):
            turned.append(app.press("m").cpu)
            beside.append(still.press("a").cpu)
            app.rest(0.1)
        for number in range(lab.first + lab.rounds):
            app.press("l")
            app.rest()
            cost = app.press_until("\r", ["What was said then"])
            app.rest()
            app.press("\r")
            app.rest()
            if number >= lab.first:
                asked.append(cost)
    return {
        "floor-screen": Measured(Samples(tuple(turned)), Samples(tuple(beside))),
        "floor-question": Measured(Samples.of(asked)),
    }


def memory(lab: Lab) -> Mapping[str, Measured]:
    """The empty app that has the modules of ours as well."""
    bare = empty_app(lab)
    script = bare.command[-1]
    modules = f"import {', '.join(_MODULES)}, runpy; runpy.run_path({script!r}, run_name='__main__')"
    made = Start([lab.python, "-c", modules], bare.environment, bare.words)
    held: list[list[float]] = [[], []]
    for _ in range(min(2, lab.rounds)):
        for start, seen in zip((made, bare), held, strict=True):
            with opened(lab, start) as app:
                app.first_frame(start.words)
                app.rest()
                seen.append(app.memory())
    here, beside = (Samples(tuple(seen)) for seen in held)
    return {"floor-memory": Measured(here, beside, "MiB")}


CASES = (
    Case(
        (
            Row(
                "floor-command",
                "floor of a command: what it is made of",
                'python -c "import click"',
                None,
            ),
        ),
        command,
    ),
    Case(
        (Row("floor-frame", "floor of a frame: the same read in first", "an empty Textual app", None),),
        frame,
    ),
    Case(
        (
            Row("floor-screen", "floor of a month: each line of a screen another one", STATIC, None),
            Row("floor-question", "floor of a question: one line asked for after another", "–", None),
        ),
        screen,
    ),
    Case(
        (Row("floor-memory", "floor of the memory: our modules read in", "an empty Textual app", None),),
        memory,
    ),
    Case((Row("floor-index", "floor of the index: its rows, by sqlite3 alone", "–", None),), index),
)
