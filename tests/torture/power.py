"""The power goes: every state that a disk may be in, by the order of writes, is opened and read.

The model is that of ALICE (research.cs.wisc.edu/wind/Publications/alice-osdi14.html), more pessimistic than
any file system in use: data that was not fsynced is there, half there, zeros, or not at all (that of a backup
there or not: each of them says itself whether it is whole); a name that was made, changed or removed since
the last fsync of its folder is as it was before or as it is, whatever became of the others.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from netjournal.model import Contact
from netjournal.store.backups import FOLDER
from netjournal.store.journal import Journal
from tests.store.journals import NOW
from tests.torture.homes import TALK, WORKS, Home, Work, begun, scratch, stands
from tests.torture.judging import Broken, parses, try_on
from tests.torture.running import command, start
from tests.warming import warm_up

Event = tuple[Any, ...]
Names = dict[str, int | None]
"""What each name leads to: the number of a file, or None for a folder."""
Standing = tuple[Names, dict[int, bytes]]
"""What the names lead to, and what the files hold by number."""

_MOST_AT_ONCE = 5
"""Of more names that are not sure than this, not every combination is tried."""

_SAMPLES = 24


class States(NamedTuple):
    """How many different states of the disk were opened, and which of them were `broken`."""

    states: int
    broken: tuple[str, ...]


Step = Work | Callable[[Journal], object]
KOFI = Contact(id="01M7QDK5Y0K0F10000000000000"[:26], name="Kofi Mensah", created=NOW)
NAMED = replace(TALK, people=(*TALK.people, KOFI.id))


def name_somebody_new(journal: Journal) -> None:
    """An entry changed on one shelf and a newcomer on another, as the form of an entry does."""
    journal.change(TALK, NAMED, now=NOW, newcomers=[KOFI])


def name_them_no_more(journal: Journal) -> None:
    """The entry changed back, on its shelf alone."""
    journal.change(NAMED, TALK, now=NOW)


PAIRS: tuple[tuple[Step, ...], ...] = (
    (name_somebody_new, name_them_no_more),
    (Work("log", ("log", "tea with @Kofi")), Work("undo", ("undo",))),
    (Work("delete", ("delete", TALK.id)), Work("undo", ("undo",))),
)


def every_state(step: int = 1) -> States:
    """Every `step`th state of the disk in each of WORKS, in PAIRS, and where a journal begins."""
    warm_up()
    found, broken = 0, list[str]()
    runs: list[tuple[str, tuple[Step, ...], bool]] = [(work.name, (work,), True) for work in WORKS]
    runs += [(" then ".join(map(_name, steps)), steps, True) for steps in PAIRS]
    runs.append(("the first log", (Work("log", ("log", "coffee with @Ana")),), False))
    for name, steps, is_begun in runs:
        with scratch() as folder:
            states, wrong = _States(folder, steps, is_begun).tried(step)
            found += states
            broken += [f"{name}: {one}" for one in wrong]
    return States(found, tuple(broken))


def _name(step: Step) -> str:
    return step.name if isinstance(step, Work) else step.__name__


class Recorder:
    """Tells a file what becomes of the files below a folder, in the order in which it happens."""

    def __init__(self, root: Path, told: Path) -> None:
        self._root = f"{root}/"
        self._told = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._write = os.write

    def tell(self, *event: object) -> None:
        """Keep an event."""
        self._write(self._told, f"{event!r}\n".encode())

    def install(self) -> None:
        """Listen to this process, which is a fork."""
        real = {name: getattr(os, name) for name in ("open", "fsync", "replace", "unlink", "mkdir", "rmdir")}

        def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
            is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
            descriptor: int = real["open"](path, flags, *rest, **named)
            if is_new:
                self._happened("create", path)
            return descriptor

        def fsync(descriptor: int) -> None:
            path = os.readlink(f"/proc/self/fd/{descriptor}")
            if os.path.isdir(path):
                self._happened("sync names", path)
            else:
                self._happened("sync", path, self._data(path))

        def replaced(source: Any, target: Any) -> None:
            self._happened("data", source, self._data(source))
            real["replace"](source, target)
            self._happened("rename", source, self._inside(target))

        def simple(name: str) -> Callable[..., None]:
            def call(path: Any, *rest: Any, dir_fd: int | None = None, **named: Any) -> None:
                real[name](path, *rest, dir_fd=dir_fd, **named)
                within = "" if dir_fd is None else os.readlink(f"/proc/self/fd/{dir_fd}")
                self._happened(name, os.path.join(within, path))

            return call

        os.open, os.fsync, os.replace = opened, fsync, replaced  # type: ignore[assignment]  # a fork of ours
        os.unlink, os.mkdir, os.rmdir = map(simple, ("unlink", "mkdir", "rmdir"))

    def _inside(self, path: Any) -> str:
        return f"{os.fspath(path)}/".removeprefix(self._root).rstrip("/")

    def _happened(self, what: str, path: Any, *more: object) -> None:
        if f"{os.fspath(path)}/".startswith(self._root):
            self.tell(what, self._inside(path), *more)

    def _data(self, path: Any) -> bytes:
        with open(path, "rb") as file:
            return file.read()


class _States:
    """What may be on the disk at each moment of some steps, of which each is acknowledged before the next."""

    def __init__(self, folder: Path, steps: Sequence[Step], is_begun: bool) -> None:
        self._folder = folder
        home = begun(folder / "home") if is_begun else Home(folder / "home")
        home.folder.mkdir(exist_ok=True)
        self._base = home.copy(folder / "base")
        told = folder / "events"
        self._known = stands(home) if is_begun else ""
        if not is_begun:
            bare = home.copy(folder / "bare")
            bare.open().close()
            self._wanted = [stands(bare, "")]
        else:
            self._wanted = [self._known]
        for step in steps:
            self._do(home, step, told)
            self._wanted.append(stands(home, self._known))
        self._events: list[Event] = [ast.literal_eval(row) for row in told.read_text().splitlines()]
        self._seen: set[tuple[int, frozenset[tuple[str, bytes | None]]]] = set()

    def tried(self, step: int) -> tuple[int, list[str]]:
        """How many states were tried, and what was wrong."""
        number, broken, done = 0, list[str](), 0
        standing = _standing(self._base)
        for after in range(1, len(self._events) + 1):
            done += self._events[after - 1] == ("acknowledged",)
            for tree in _trees(standing, self._events[:after]):
                mark = (done, frozenset(tree.items()))
                if mark in self._seen:
                    continue
                self._seen.add(mark)
                number += 1
                if number % step == 0:
                    try:
                        self._try(tree, self._wanted[done : done + 2])
                    except Exception as error:
                        broken.append(f"after {self._events[after - 1][:2]}, {self._told(tree)}: {error!r}")
        return number // step, broken

    def _told(self, tree: Mapping[str, bytes | None]) -> str:
        names, files = _standing(self._base)
        before = {name: files[number] for name, number in names.items() if number is not None}
        rows = (f"{name}: {data[:60]!r}" for name, data in tree.items() if data and before.get(name) != data)
        return " ".join([*rows, *(f"no {name}" for name in before.keys() - tree.keys())])

    def _do(self, home: Home, step: Step, told: Path) -> None:
        recorder = Recorder(home.folder, told)

        def work() -> int:
            if isinstance(step, Work):
                return command(home, step, recorder.install)
            recorder.install()
            journal = home.open()
            step(journal)
            journal.close()
            return 0

        end = start(work).end()
        assert end.code == 0, end.said
        recorder.tell("acknowledged")

    def _try(self, tree: Mapping[str, bytes | None], wanted: Sequence[str]) -> None:
        home = Home(self._folder / "tried")
        _lay_out(home.folder, tree)
        if (self._base.folder / "cache").exists():
            shutil.copytree(self._base.folder / "cache", home.folder / "cache", dirs_exist_ok=True)
        try:
            journal = home.open()
            problems = journal.problems()
            journal.close()
            if problems:
                raise Broken(f"{problems}")
            parses(home.journal)
            if stands(home, self._known) not in wanted:
                raise Broken("it is neither as it was acknowledged last nor as it would have been next")
            try_on(home)
        finally:
            shutil.rmtree(home.folder)


def _lay_out(folder: Path, tree: Mapping[str, bytes | None]) -> None:
    folder.mkdir()
    for name, data in sorted(tree.items()):
        path = folder / name
        if data is None:
            path.mkdir(mode=0o700)
        else:
            path.write_bytes(data)


def _trees(before: Standing, events: Sequence[Event]) -> Iterator[dict[str, bytes | None]]:
    """Each way in which the disk may stand after these events: the folders and files by name."""
    names, files = before
    sure = dict(names)
    durable: dict[int, tuple[bytes, ...]] = {number: (data,) for number, data in files.items()}
    now, pending = dict(names), list[tuple[str, Event, int | None]]()
    for what, *about in events:
        if what == "sync names":
            for _, event, number in (one for one in pending if one[0] == about[0]):
                _apply(sure, event, number)
            pending = [one for one in pending if one[0] != about[0]]
        elif what in ("sync", "data"):
            number = now.get(about[0])
            if number is not None and (what == "sync" or durable.get(number) != (about[1],)):
                torn = _torn(about[1])[: 2 if f"/{FOLDER}/" in about[0] else None]
                durable[number] = (about[1],) if what == "sync" else torn
        elif what in ("create", "mkdir", "unlink", "rmdir", "rename"):
            number = len(durable) if what == "create" else now.get(about[0])
            if what == "create":
                durable[len(durable)] = (b"",)
            event = (what, *about)
            _apply(now, event, number)
            pending.append((os.path.dirname(about[0]), event, number))
    for chosen in _subsets(len(pending)):
        found = dict(sure)
        for position in chosen:
            _apply(found, *pending[position][1:])
        yield from _with_data(found, durable)


def _with_data(names: Names, durable: Mapping[int, tuple[bytes, ...]]) -> Iterator[dict[str, bytes | None]]:
    kept = _reached(names)
    numbers = sorted({number for number in kept.values() if number is not None})
    for contents in product(*(durable[number] for number in numbers)):
        data = dict(zip(numbers, contents, strict=True))
        yield {name: None if number is None else data[number] for name, number in kept.items()}


def _reached(names: Names) -> Names:
    """Those whose folders are there; a folder sorts before what is in it."""
    found: Names = {"": None}
    for name in sorted(names):
        parent = name.rpartition("/")[0]
        if parent in found and found[parent] is None:
            found[name] = names[name]
    del found[""]
    return found


def _torn(data: bytes) -> tuple[bytes, ...]:
    return (data, b"", data[: len(data) // 2], bytes(len(data)))


def _apply(names: Names, event: Event, number: int | None) -> None:
    what, path, *target = event
    if what in ("unlink", "rmdir"):
        names.pop(path, None)
    elif what == "rename":
        names.pop(path, None)
        names[target[0]] = number
    else:
        names[path] = number if what == "create" else None


def _subsets(count: int) -> Iterator[tuple[int, ...]]:
    positions = range(count)
    if count <= _MOST_AT_ONCE:
        for size in range(count + 1):
            yield from combinations(positions, size)
        return
    for end in range(count + 1):
        yield tuple(positions[:end])
    chance = random.Random(count)  # noqa: S311 -- which states to try
    for _ in range(_SAMPLES):
        yield tuple(position for position in positions if chance.random() < 0.5)


def _standing(home: Home) -> Standing:
    names: Names = {}
    files: dict[int, bytes] = {}
    for path in sorted(home.folder.rglob("*")):
        name = str(path.relative_to(home.folder))
        if name.startswith("cache/"):
            continue
        if path.is_dir():
            names[name] = None
        else:
            names[name] = len(files)
            files[len(files)] = path.read_bytes()
    return names, files
