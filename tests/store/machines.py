"""Machines without a disk, each with a state of one journal, for whatever merges them."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from netjournal.model.registers import kind_on, stamped

State = dict[str, dict[str, dict[str, Any]]]
Step = tuple[str, int, int]

NOON = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)
IDS = tuple(f"01KA000000{'0' * 15}{number}" for number in range(6))
PEOPLE, ENTRIES = IDS[:2], IDS[2:4]
WORDS = ("keel", "mast", "sail", "rope")


def begun() -> State:
    """Two people, two entries in two months, an introduction and a goal."""
    return {
        "contacts": {
            PEOPLE[0]: {"name": "Grace Osei", "tags": ["boats"], "met": {"place": "Tema"}, "about": "paints"},
            PEOPLE[1]: {"name": "Ana Lima", "place": "Faro", "novel": {"by": "another"}},
        },
        "months/2026-10": {
            ENTRIES[0]: {
                "date": "2026-10-30",
                "people": [PEOPLE[0]],
                "text": "lunch",
                "tags": ["food", "work"],
            }
        },
        "months/2026-11": {
            ENTRIES[1]: {
                "date": "2026-11-03",
                "people": list(PEOPLE),
                "text": "a call",
                "promises": [{"text": "send the plan"}, {"text": "call back", "by": "them"}],
                "reflection": {
                    "prompt": "trust-01",
                    "dimension": "trust",
                    "question": "And?",
                    "asked": "2026-11-03T12:00:00+01:00",
                },
            }
        },
        "introductions": {IDS[4]: {"people": list(PEOPLE), "date": "2026-11-01"}},
        "goals": {IDS[5]: {"text": "talks", "target": 3, "since": "2026-11-01", "by": "2026-11-30"}},
    }


def standing(state: State) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Shelf, id and document of everything that is not in the trash."""
    for shelf, documents in state.items():
        if shelf != "trash":
            for id, raw in documents.items():
                yield shelf, id, raw


def text_of(value: Any) -> str:
    """All that a value says."""
    return json.dumps(value, sort_keys=True)


class Machine:
    """A state, and a clock `off` by some minutes."""

    def __init__(self, name: str, state: State, off: int = 0) -> None:
        self.name = name
        self.state = copy.deepcopy(state)
        self._clock = NOON + dt.timedelta(minutes=off)
        self._count = 0
        self.written: list[str] = []

    def do(self, step: Step) -> None:
        """One change, on whatever document the numbers of `step` lead to."""
        kind, which, how = step
        self._clock += dt.timedelta(minutes=1 + how)
        self._count += 1
        word = f"{WORDS[how % 4]} {self.name}{self._count}"
        places = sorted((shelf, id) for shelf, id, _ in standing(self.state))
        if kind == "add" or not places:
            self.written.append(word)
            id = f"01KB000000{self.name * 6}{self._count:010}"
            raw = {"date": f"2026-{10 + how % 2}-15", "text": word, "people": [PEOPLE[which % 2]]}
            self.state.setdefault(f"months/{raw['date'][:7]}", {})[id] = raw
            return
        if kind == "restore":
            self._restore(which)
            return
        shelf, id = places[which % len(places)]
        raw = self.state[shelf][id]
        if kind == "delete":
            del self.state[shelf][id]
            gone = {"deleted": self._clock.isoformat(), "from": shelf, "document": raw}
            self.state.setdefault("trash", {})[id] = gone
            return
        after = copy.deepcopy(raw)
        _CHANGES[kind](after, shelf, word, how)
        if after != raw and kind == "text":
            self.written.append(word)
        after = stamped(raw, after, kind_on(shelf), self._clock)
        del self.state[shelf][id]
        new = f"months/{after['date'][:7]}" if shelf.startswith("months/") else shelf
        self.state.setdefault(new, {})[id] = after

    def _restore(self, which: int) -> None:
        gone = sorted(id for id, raw in self.state.get("trash", {}).items() if "document" in raw)
        if gone:
            stone = self.state["trash"].pop(gone[which % len(gone)])
            self.state.setdefault(stone["from"], {})[gone[which % len(gone)]] = stone["document"]


def _text(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    raw["text" if shelf.startswith("months/") or shelf == "goals" else "about"] = word


def _clear(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    raw.pop(("about", "place", "tags", "mood")[how % 4], None)


def _tag(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    tags = raw.setdefault("tags", [])
    if WORDS[how % 4] in tags:
        tags.remove(WORDS[how % 4])
    else:
        tags.insert(how % 2, WORDS[how % 4])


def _met(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    if shelf == "contacts":
        raw["met"] = {**raw.get("met", {}), ("place", "through")[how % 2]: WORDS[how % 4]}


def _promise(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    promises = raw.get("promises", [])
    if shelf.startswith("months/"):
        if promises and how % 2:
            promises[how % len(promises)]["kept"] = f"2026-11-{10 + how:02}"
        else:
            raw["promises"] = [*promises, {"text": WORDS[how % 4]}]


def _move(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    if shelf.startswith("months/"):
        raw["date"] = f"2026-{(10, 11, 12)[how % 3]}-1{how % 10}"
    elif shelf == "goals":
        raw["by"], raw["since"] = f"2026-11-{20 + how}", f"2026-11-{10 + how:02}"


def _reflect(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    if "reflection" in raw:
        said: dict[str, Any] = {"private": True} if how % 3 == 0 else {"status": "answered", "answer": word}
        raw["reflection"] = {**raw["reflection"], **said}


def _novel(raw: dict[str, Any], shelf: str, word: str, how: int) -> None:
    raw["novel"] = {"word": word}


_CHANGES: dict[str, Callable[[dict[str, Any], str, str, int], None]] = {
    "text": _text,
    "clear": _clear,
    "tag": _tag,
    "met": _met,
    "promise": _promise,
    "move": _move,
    "reflect": _reflect,
    "novel": _novel,
}
STEPS: SearchStrategy[Step] = st.tuples(
    st.sampled_from([*_CHANGES, "text", "tag", "move", "add", "delete", "restore"]),
    st.integers(0, 7),
    st.integers(0, 9),
)
HISTORIES = st.lists(st.lists(STEPS, max_size=6), min_size=3, max_size=3)
CLOCKS = st.lists(st.sampled_from([0, 60, -60, 3]), min_size=3, max_size=3)
