"""What other processes do to a journal; run as ``python children.py TASK FOLDER ARGUMENT…``.

They fork: what they try, they try dozens of times, and an interpreter takes longer to start than all of it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import Contact, Interaction
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.asking import ask
from netjournal.store.index import Index
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import (
    NOW,
    bring,
    entry,
    files_holding,
    fresh_index,
    kept_index,
    person,
    places_in,
    standing,
)

ROOT = Path(__file__).parent.parent.parent
AWAY = dt.date(2026, 1, 7)


def run_child(task: str, places: Places, *arguments: object, **environment: str) -> str:
    """What a process of its own prints when it has done a task on the journal in `places`."""
    command = [sys.executable, __file__, task, str(places.journal.parent), *map(str, arguments)]
    known = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(command, env=known, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n")


def _forked(work: Callable[[], object]) -> int:
    """The process id of a child that does `work`; it leaves with 1 if that fails."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def undo(places: Places, times: str) -> None:
    """Take back the newest change, some times, each time with the journal opened anew."""
    for _ in range(int(times)):
        journal = Journal.open(places, NOW)
        print(journal.undo().kind)
        journal.close()


def begin(places: Places, number: str) -> None:
    """Open a journal where there is none, some processes at once; print the id that each found."""
    waiting, go = os.pipe()

    def work() -> None:
        os.read(waiting, 1)
        os.write(sys.stdout.fileno(), Journal.open(places, NOW).id.encode() + b"\n")

    children = [_forked(work) for _ in range(int(number))]
    os.write(go, b"x" * len(children))
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


def write(places: Places, number: str) -> None:
    """Two processes at once: each logs with somebody new, or adds somebody, some times."""
    os.fsync = lambda fd: None

    def work(name: str) -> None:
        journal = Journal.open(places, NOW)
        for count in range(int(number)):
            known = journal.add(person(f"{name} {count}"), now=NOW)
            journal.change(known, replace(known, about="twice written"), now=NOW)
            brought = Contact(id=f"{name}{count}", name=f"With {name} {count}")
            talk = Interaction(id=f"TALK{name}{count}", date=NOW.date(), people=(known.id, brought.id))
            bring(journal, brought, talk)

    children = [_forked(lambda name=name: work(name)) for name in ("A", "B")]  # type: ignore[misc]  # mypy sees no type in a default
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]


def kill(places: Places, kills: str) -> None:
    """Kill a process that writes, again and again; what it acknowledged must be there, and nothing half."""
    chance = random.Random(int(kills))  # noqa: S311 -- when to kill
    where: dict[str, str] = {}
    acknowledged = 0
    for _ in range(int(kills)):
        acks, ack = os.pipe()
        child = _forked(lambda ack=ack: _write_on(places, ack))  # type: ignore[misc]  # as above
        os.close(ack)
        time.sleep(chance.uniform(0.005, 0.09))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open(acks, "rb") as read:
            lines = [json.loads(line) for line in read.read().splitlines()]
        for line in lines:
            where |= line
        acknowledged += len(lines)
        journal = Journal.open(places, NOW)
        where = _checked(standing(places.journal), where)
        assert kept_index(journal) == fresh_index(journal)
        journal.close()
    print(acknowledged)


def _write_on(places: Places, ack: int) -> None:
    """Write in turns of four, each acknowledged by where it left the documents."""
    journal = Journal.open(places, NOW)

    def acknowledge(**where: str) -> None:
        os.write(ack, json.dumps(where).encode() + b"\n")

    while True:
        somebody, talk = person("Somebody"), entry()
        somebody, talk = replace(somebody, id=_own_id()), replace(talk, id=_own_id())
        talk = replace(talk, people=(somebody.id,))
        bring(journal, somebody, talk)
        acknowledge(**{somebody.id: "contacts", talk.id: "months/2026-11"})
        journal.change(talk, replace(talk, date=AWAY), now=NOW)
        acknowledge(**{talk.id: "months/2026-01"})
        journal.delete(somebody, now=NOW)
        acknowledge(**{somebody.id: "trash"})
        journal.undo()
        acknowledge(**{somebody.id: "contacts"})


def _own_id() -> str:
    return os.urandom(13).hex().upper()


def _checked(found: dict[str, Any], where: dict[str, str]) -> dict[str, str]:
    """Where each document is now: where it was acknowledged, but for those of the one step in flight."""
    now: dict[str, str] = {}
    for shelf in found.keys() - {"journal"}:
        for id in found[shelf]:
            assert id not in now, f"{id} is in {shelf} and {now[id]}"
            now[id] = shelf
    lost = where.keys() - now.keys()
    assert not lost, f"lost: {lost}"
    moved = {id for id in where if where[id] != now[id]}
    assert len(moved) <= 1, f"not where they were put: {moved}"
    came = now.keys() - where.keys()
    assert len(came) in (0, 2), f"half a change: {came}"
    assert not (moved and came), f"two changes in flight: {moved} {came}"
    for shelf in (name for name in found if name.startswith("months/")):
        for raw in found[shelf].values():
            assert now[raw["people"][0]] in ("contacts", "trash")
    return now


def crash(places: Places) -> None:
    """Die at each call of the system, in each kind of write; then the old or the new state stands, whole."""
    os.fsync = lambda fd: None
    known = person("Ana Kovač")
    talk = entry(people=(known.id,))
    steps: dict[str, Callable[[Journal], object]] = {
        "bring": lambda journal: bring(journal, replace(known, id="B"), replace(talk, id="C", people=("B",))),
        "move": lambda journal: journal.change(talk, replace(talk, date=AWAY), now=NOW),
        "undo": lambda journal: journal.undo(),
        "forget": lambda journal: journal.forget(known.id, now=NOW),
    }
    begun = places.journal.parent / "begun"
    journal = Journal.open(places_in(begun), NOW)
    bring(journal, known, talk)
    journal.close()
    old = standing(begun / "journal")
    for name, step in steps.items():
        ends = {"old": 0, "new": 0}
        new = _after(begun, step)
        for nth in range(1, 200):
            folder = begun.with_name(f"{name}{nth}")
            shutil.copytree(begun, folder)
            child = _forked(lambda folder=folder, step=step, nth=nth: _die_at(folder, step, nth))  # type: ignore[misc]  # as above
            if os.waitpid(child, 0)[1] == 0:
                break
            again = Journal.open(places_in(folder), NOW)
            found = standing(folder / "journal")
            assert found in (old, new), f"{name}, killed at call {nth}: {found}"
            ends["new" if found == new else "old"] += 1
            again.add(person("Next"), now=NOW)
            assert again.undo().title == "Next"
            assert standing(folder / "journal") == found
            assert kept_index(again) == fresh_index(again)
            if found == new:
                _take_back(again, None if name in ("undo", "forget") else old)
            if found == new and name == "forget":
                again.close()
                assert not [
                    path for path in files_holding(folder, "Kova", known.id) if path.name != "trash.json"
                ]
            again.close()
            shutil.rmtree(folder)
        print(name, ends["old"], ends["new"])


def _take_back(journal: Journal, old: dict[str, Any] | None) -> None:
    """What a recovery finished can be taken back, once."""
    try:
        journal.undo()
    except JournalError:
        assert old is None
    else:
        assert standing(journal.folder) == old


def _after(begun: Path, step: Callable[[Journal], object]) -> dict[str, Any]:
    folder = begun.with_name("whole")
    shutil.copytree(begun, folder)
    journal = Journal.open(places_in(folder), NOW)
    step(journal)
    journal.close()
    found = standing(folder / "journal")
    shutil.rmtree(folder)
    return found


def _die_at(folder: Path, step: Callable[[Journal], object], nth: int) -> None:
    journal = Journal.open(places_in(folder), NOW)
    left = iter(range(nth - 1))

    def deadly(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return call

    for name in ("open", "fsync", "replace", "unlink", "mkdir", "close"):
        setattr(os, name, deadly(getattr(os, name)))
    step(journal)


def choose(places: Places) -> None:
    """Print the question for an entry that is the same in every process."""
    journal = Journal.open(places, NOW)
    index = Index(Path("/dev/null/nowhere"), places.journal)
    index.refresh()
    for number in range(40):
        talk = Interaction(id=f"TALK{number}", date=NOW.date(), channel="call", mood=2 + number % 3)
        found = ask(index, talk, seed=journal.id, prompts=built_in, settings=Settings(), now=NOW)
        print(found and found[0].prompt.id, found and found[0].why)


if __name__ == "__main__":
    tasks: dict[str, Callable[..., None]] = {
        task.__name__: task for task in (undo, begin, write, kill, crash, choose)
    }
    tasks[sys.argv[1]](places_in(Path(sys.argv[2])), *sys.argv[3:])
