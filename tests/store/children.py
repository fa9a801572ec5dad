"""What other processes do to a journal; run as ``python children.py TASK FOLDER ARGUMENT…``.

They fork: what they try, they try dozens of times, and an interpreter takes longer to start than all of it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from netjournal.model import Contact, Interaction
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store import index_rows
from netjournal.store.asking import ask
from netjournal.store.index import Index
from netjournal.store.index_rows import Rows
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import (
    NOW,
    bring,
    person,
    places_in,
)

ROOT = Path(__file__).parent.parent.parent


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


def break_off(places: Places) -> None:
    """Be killed while the index is made, when much of it is in its file."""
    index_rows._ROOM = -4
    Rows.settle = lambda self: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
    if not os.fork():
        Journal.open(places, NOW)
    print(os.wait()[1])


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
        task.__name__: task for task in (undo, begin, write, break_off, choose)
    }
    tasks[sys.argv[1]](places_in(Path(sys.argv[2])), *sys.argv[3:])
