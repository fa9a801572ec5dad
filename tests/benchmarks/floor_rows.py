"""What nobody gets below who is made of the same things: measured in the same run as the rows it explains."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.app_rows import NOBODY, STATIC, Start, empty_app, opened, ours, static_app
from tests.benchmarks.data import KNOWN, NOW
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Cost, Samples, by_turns, run, say
from tests.benchmarks.shell_rows import LARGE, index_files
from tests.benchmarks.table import Case, Measured, Row

_MADE_OF = "click, msgspec, sqlite3"
_OF_THE_FIRST_SCREEN = (
    "netjournal.tui.app",
    "netjournal.tui.screens.timeline",
    "netjournal.store.journal",
    "netjournal.cli",
)
_AFTER_THE_FIRST_FRAME = (
    "netjournal.store.conflict_copies",
    "netjournal.store.hellos",
    "netjournal.store.today",
    "netjournal.tui.todays_row",
)
_OF_FIND = (
    "netjournal.cli.leaving",
    "netjournal.cli.looking",
    "netjournal.cli.root",
    "netjournal.language.days.present",
    "netjournal.store.journal",
    "netjournal.store.own",
)
_DRAWN = ("Page 0, line 33", "Ask")
_WARM = 5
"""Logs of an open journal that do not count: the app has logged as well before it is measured."""

REASONS = {
    "start": "What ours is made of takes a part of what the bar allows, and the modules of our first screen,"
    " with nothing of them used, more than all of it (see the floors of a frame): some 170 of a quarter of a"
    " millisecond each, none of them large. The rest is a style sheet of twice the size, the newest month"
    " read and laid out, and 36 lines of it drawn.",
    "start-empty": "What shows a month is read in, which the welcome of an empty journal has no need of:"
    " the modules alone are at the bar (see the floor of a frame beside it). The rest is the month.",
    "keys-5000": "A Static that changes with each key takes nearly all of it.",
    "keys-50000": "A Static that changes with each key takes nearly all of it.",
    "next-entry": "A Static that changes with each key is beyond the bar already: the way from a key"
    " to a changed line is the floor.",
    "next-day": "The same, and the days beside the calendar are drawn anew.",
    "next-month": "A screen of which every line is another one takes the first third of it, and twice that"
    " at p95, as the machine is shared (see the floor of a month); the rest are some 850 entries that are"
    " read, sorted and laid out, and the answers chosen with which the month begins. In a quiet hour, with"
    " that floor at 7.2 ms, 95 of 100 are within 25 to 28 ms.",
    "next-screen": "A screen is drawn anew (see the floor of a month), its style asked for widget by widget.",
    "save": "A line asked for after another one, and the same line logged in an open journal with nothing"
    " drawn, take nearly all that the bar allows together (see the floors of a question and of a log). The"
    " rest is the timeline drawn behind the question, and the look for what to ask about an earlier talk.",
    "memory": "A page of words turned as often, by a process that holds our modules, everyone's names with"
    " the words to find them by, and one month, is at the bar already (see the floor of the memory): 7 MiB"
    " are modules, 8 are people, and 4 is what Textual keeps of what it drew.",
    "log-sqlite": "What a command starts with is beyond the bar already: Python, click, msgspec and sqlite3"
    " (see the floor of a command); the script beside it needs sqlite3 alone, reads no words and asks no"
    " question.",
    "find": "Python, click, msgspec and sqlite3 take nearly all that the bar allows (see the floor of a"
    " command), and with the modules of find it is passed (see the floor of find). The rest is everyone,"
    " read from the index, as a slip may mean anybody.",
    "timeline": "The start of a command is most of it (see the floor of a command).",
    "search": "The start of a command is a third of it, the rest is 66 MB looked through.",
    "quit": "What is being written is waited for.",
    "keys-drawn": "The page beside the list follows when the keys rest.",
    "log-jrnl": "The start of a command is most of it (see the floor of a command).",
    "help": "The table of commands is read in, and laid out by click.",
    "help-log": "What the command is made of is read in to describe it.",
    "log-growth": "The index of 100,000 entries has more to look up.",
    "log-history": "Each month's file is looked at, as it may have been changed by hand: 3 ms for 1,200 of"
    " them, of which the system takes two.",
    "index": "SQLite alone takes half of it (see the floor of the index); the rest are 64 MB read as"
    " entries, their rows, and a look for deaths in every text. The app is usable meanwhile. In a quiet"
    " hour, with that floor at 720 ms, every run is within 1.5 s.",
    "bytes": "Each page that changes in the index is written twice, to its log and to its place.",
}
"""Why a row is missed, if it is."""


def commands(lab: Lab) -> Mapping[str, Measured]:
    """Python with what a command is made of, and what find is made of, and nothing done."""
    imports = {"any": _MADE_OF, "find": f"{_MADE_OF}, {', '.join(_OF_FIND)}", "click": "click"}

    def read_in(modules: str) -> Callable[[], Cost]:
        return lambda: run([lab.python, "-c", f"import {modules}"], lab.bare)

    seen = by_turns({name: read_in(modules) for name, modules in imports.items()}, lab.rounds, lab.first)
    return {
        "floor-command": Measured(seen["any"], seen["click"]),
        "floor-find": Measured(seen["find"], seen["click"]),
    }


def frame(lab: Lab) -> Mapping[str, Measured]:
    """The empty app, with what ours is made of read in before, then with our first screen's modules too."""
    bare = empty_app(lab)

    def after(modules: str) -> Start:
        script = f"import {modules}, runpy; runpy.run_path({bare.command[-1]!r}, run_name='__main__')"
        return Start([lab.python, "-c", script], bare.environment, bare.words)

    starts = {
        "made": after(_MADE_OF),
        "here": after(f"{_MADE_OF}, {', '.join(_OF_THE_FIRST_SCREEN)}"),
        "bare": bare,
        "nobody": ours(lab, NOBODY),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in starts}
    for number in range(lab.first + lab.rounds):
        for name, start in starts.items():
            with opened(lab, start) as app:
                cost = app.first_frame(start.words)
            if number >= lab.first:
                costs[name].append(cost)
    seen = {name: Samples.of(them) for name, them in costs.items()}
    return {
        "floor-made-of": Measured(seen["made"], seen["bare"]),
        "floor-frame": Measured(seen["here"], seen["bare"]),
        "floor-frame-empty": Measured(seen["here"], seen["nobody"]),
    }


def log(lab: Lab) -> Mapping[str, Measured]:
    """A line logged in an open journal, with nothing drawn."""
    count = str(_WARM * lab.first + lab.rounds)
    command = lab.yardstick("log_in_open_journal", f"Lunch with {KNOWN} and the keel", count, NOW.isoformat())
    took = [Cost(*each) for each in json.loads(say(command, lab.environment(LARGE)))]
    return {"floor-log": Measured(Samples.of(took[-lab.rounds :]))}


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
    drawn = Start(lab.yardstick("drawn_app"), lab.bare, _DRAWN)
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
    """Words on a page that is turned month by month, by a process that holds what ours holds at rest."""
    modules = (*_OF_THE_FIRST_SCREEN, *_AFTER_THE_FIRST_FRAME)
    made = Start(lab.yardstick("drawn_with_ours", *modules), lab.environment(LARGE), _DRAWN)
    bare = empty_app(lab)
    held: list[list[float]] = [[], []]
    for _ in range(min(2, lab.rounds)):
        for start, seen in zip((made, bare), held, strict=True):
            with opened(lab, start) as app:
                app.first_frame(start.words)
                app.rest()
                for _ in range(lab.size(LARGE).months - 1 if start is made else 0):
                    app.press("m", 0.03)
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
            Row("floor-find", "floor of find: the same and its modules", 'python -c "import click"', None),
        ),
        commands,
    ),
    Case(
        (
            Row(
                "floor-made-of",
                "floor of a frame: what ours is made of read in",
                "an empty Textual app",
                None,
            ),
            Row(
                "floor-frame",
                "floor of a frame: the first screen's modules as well",
                "an empty Textual app",
                None,
            ),
            Row("floor-frame-empty", "the same", "the app with an empty journal", None),
        ),
        frame,
    ),
    Case(
        (
            Row("floor-screen", "floor of a month: each line of a screen another one", STATIC, None),
            Row("floor-question", "floor of a question: one line asked for after another", "–", None),
        ),
        screen,
    ),
    Case((Row("floor-log", "floor of a log: by an open journal, nothing drawn", "–", None),), log),
    Case(
        (
            Row(
                "floor-memory",
                "floor of the memory: a page turned, what is held at rest beside it",
                "an empty Textual app",
                None,
            ),
        ),
        memory,
    ),
    Case((Row("floor-index", "floor of the index: its rows, by sqlite3 alone", "–", None),), index),
)
