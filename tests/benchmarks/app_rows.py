"""The rows of issue 7 that are the app, in a terminal of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from netjournal.store.files import write_whole
from tests.benchmarks.data import KNOWN, NEWEST, NOW
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Cost, Environment, Samples, timed
from tests.benchmarks.pty_app import PtyApp
from tests.benchmarks.table import Bar, Case, Measured, Row

LARGE, MANY, NOBODY = "100,000", "50,000 people", "empty"
_FULL = (NEWEST, "? help")
_EMPTY = ("Good to have you here", "? help")
_YARDSTICK = ("Nothing in it", "First line", "Leave")
_NAMES = ("karim", "grace o", "omar l", "zofia", "priyas", "jroge", "rosen", "ana")
_TYPING = 0.07
_WALKS: Mapping[str, Sequence[str]] = {
    "entry": "jk",
    "day": ("\x1b[D", "\x1b[C"),
    "month": "[]",
    "screen": "231",
}
_QUESTION = ("keep, or not now",)


class Start(NamedTuple):
    """A program, the words that its first whole frame has, and the key that leaves it."""

    command: Sequence[str]
    environment: Environment
    words: Sequence[str]


def ours(lab: Lab, journal: str) -> Start:
    """Our app with the journal of this name."""
    return Start(lab.ours(), lab.environment(journal), _EMPTY if journal == NOBODY else _FULL)


def empty_app(lab: Lab) -> Start:
    """Header, list and footer, with nothing in them."""
    return Start(lab.yardstick("empty_app"), lab.bare, _YARDSTICK)


def static_app(lab: Lab) -> Start:
    """An input, and a Static that shows other lines after each key."""
    return Start(lab.yardstick("static_app"), lab.bare, ("First line",))


def opened(lab: Lab, start: Start) -> AbstractContextManager[PtyApp]:
    """A program in a terminal of its own, for as long as one is with it."""
    return contextlib.closing(PtyApp(start.command, start.environment, haste=lab.haste))


def from_start_to_end(lab: Lab) -> Mapping[str, Measured]:
    """Each opened and left again, by turns."""
    starts = {"yardstick": empty_app(lab), LARGE: ours(lab, LARGE), NOBODY: ours(lab, NOBODY)}
    frames: dict[str, list[Cost]] = {name: [] for name in starts}
    ends: dict[str, list[Cost]] = {name: [] for name in starts}
    for number in range(lab.first + lab.rounds):
        for name, start in starts.items():
            with opened(lab, start) as app:
                frame = app.first_frame(start.words)
                app.rest()
                end = app.quit("q")
            if number >= lab.first:
                frames[name].append(frame)
                ends[name].append(end)
    drawn = {name: Samples.of(them) for name, them in frames.items()}
    gone = {name: Samples.of(them) for name, them in ends.items()}
    return {
        "start": Measured(drawn[LARGE], drawn["yardstick"]),
        "start-empty": Measured(drawn[LARGE], drawn[NOBODY]),
        "quit": Measured(gone[LARGE], gone["yardstick"]),
    }


def keys_in_the_lookup(lab: Lab) -> Mapping[str, Measured]:
    """The same keys in both journals and in a Static that changes with each, one after the other."""
    with contextlib.ExitStack() as stack:
        still = stack.enter_context(opened(lab, static_app(lab)))
        still.first_frame(["First line"])
        apps = {"yardstick": still}
        for name in (LARGE, MANY):
            start = ours(lab, name)
            apps[name] = stack.enter_context(opened(lab, start))
            apps[name].first_frame(start.words)
            apps[name].rest()
            apps[name].press("/")
        seen = _type_names(apps, lab.keys)
    cpu = {name: Samples(tuple(cost.cpu for cost in costs)) for name, costs in seen.items()}
    return {
        "keys-5000": Measured(cpu[LARGE], cpu["yardstick"]),
        "keys-50000": Measured(cpu[MANY], cpu["yardstick"]),
        "keys-drawn": Measured(Samples.of(seen[MANY]), Samples.of(seen["yardstick"])),
    }


def _type_names(apps: Mapping[str, PtyApp], count: int) -> dict[str, list[Cost]]:
    seen: dict[str, list[Cost]] = {name: [] for name in apps}
    while len(seen["yardstick"]) < count:
        for typed in _NAMES[:count]:
            for app in apps.values():
                app.rest(0.2)
            for key in typed:
                for name, app in apps.items():
                    seen[name].append(app.press(key, _TYPING))
            for app in apps.values():
                app.press("\x7f" * len(typed))
    return seen


def walking(lab: Lab) -> Mapping[str, Measured]:
    """From entry to entry, from day to day, from month to month, and from screen to screen."""
    start = ours(lab, LARGE)
    seen: dict[str, list[float]] = {name: [] for name in _WALKS}
    floor: list[float] = []
    with opened(lab, static_app(lab)) as still, opened(lab, start) as app:
        still.first_frame(["First line"])
        app.first_frame(start.words)
        app.rest()
        for key in "123[2[":  # what is read at the first time is not what a key costs
            app.press(key)
            app.rest()
        for name, keys in _WALKS.items():
            for key in _walk(keys, lab.keys):
                seen[name].append(app.press(key).cpu)
                floor.append(still.press("a").cpu)
                app.rest(0.1)
            app.press("2")
            app.rest()
    beside = Samples(tuple(floor))
    return {f"next-{name}": Measured(Samples(tuple(costs)), beside) for name, costs in seen.items()}


def _walk(keys: Sequence[str], count: int) -> list[str]:
    """Half the way with the first of two keys and back with the other; of three, one after the other."""
    if len(keys) > 2:
        return [keys[turn % len(keys)] for turn in range(count)]
    return [keys[0]] * (count - count // 2) + [keys[1]] * (count // 2)


def saving(lab: Lab) -> Mapping[str, Measured]:
    """From enter on a line to the question about it, beside the file alone replaced and synced."""
    start = ours(lab, LARGE)
    shelf = lab.journal(LARGE) / "journal" / "months" / f"{NOW:%Y-%m}.json"
    data = shelf.read_bytes()
    here, alone = [], []
    with opened(lab, start) as app:
        app.first_frame(start.words)
        app.rest()
        for number in range(lab.first + lab.rounds):
            app.press("l")
            app.press(f"Lunch with {KNOWN} and the keel, {number}")
            app.rest()
            cost = app.press_until("\r", _QUESTION)
            app.rest()
            app.press("\x1b")
            app.rest()
            written = timed(lambda: write_whole(lab.folder / "shelf.json", data))
            if number >= lab.first:
                here.append(cost)
                alone.append(written)
    return {"save": Measured(Samples.of(here), Samples.of(alone))}


def memory(lab: Lab) -> Mapping[str, Measured]:
    """The most that is held while every month is read, beside an app with nothing in it."""
    start, beside = ours(lab, LARGE), empty_app(lab)
    here, floor = [], []
    for _ in range(min(2, lab.rounds)):
        with opened(lab, start) as app:
            app.first_frame(start.words)
            app.rest()
            for _ in range(lab.size(LARGE).months - 1):
                app.press("[", 0.03)
            app.rest()
            here.append(app.memory())
        with opened(lab, beside) as app:
            app.first_frame(beside.words)
            app.rest()
            floor.append(app.memory())
    return {"memory": Measured(Samples(tuple(here)), Samples(tuple(floor)), "MiB")}


STATIC = "a Static changed by each key"
CASES = (
    Case(
        (
            Row("start", "app: first whole frame at 100,000", "an empty Textual app", Bar("times", 1.15)),
            Row("start-empty", "the same", "the app with an empty journal", Bar("times", 1.1)),
            Row("quit", "quit key to process end", "an empty Textual app", Bar("times", 1.1)),
        ),
        from_start_to_end,
    ),
    Case(
        (
            Row("keys-5000", "CPU of a key in the lookup, 5,000 people", STATIC, Bar("within", 12)),
            Row("keys-50000", "the same, 50,000 people", STATIC, Bar("within", 16)),
            Row("keys-drawn", "key to last byte, 50,000 people", STATIC, Bar("times", 1.8)),
        ),
        keys_in_the_lookup,
    ),
    Case(
        (
            Row("next-entry", "CPU of a key: next entry at 100,000", STATIC, Bar("within", 5)),
            Row("next-day", "next day", STATIC, Bar("within", 5)),
            Row("next-month", "next month", STATIC, Bar("within", 30)),
            Row("next-screen", "next screen", STATIC, Bar("within", 30)),
        ),
        walking,
    ),
    Case(
        (
            Row(
                "save",
                "enter on a log to its question at 100,000",
                "the shelf written alone",
                Bar("more", 30),
            ),
        ),
        saving,
    ),
    Case(
        (Row("memory", "memory after all months at 100,000", "an empty Textual app", Bar("times", 1.6)),),
        memory,
    ),
)
