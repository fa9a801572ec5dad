"""A disk that fills up: no file may grow any more, or the folder has no room left."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError
from tests.store.journals import standing
from tests.torture.homes import ROOT, WORKS, Home, Work, begun, leftovers, scratch
from tests.torture.judging import NEW, OLD, Broken, case_of, judge, parses, try_on
from tests.torture.running import run
from tests.warming import warm_up

_LARGEST = 4096
"""Bytes; every file of the small journal fits, its index does not."""

_REFUSALS = 4


class Filled(NamedTuple):
    """How many commands were tried where there was no room, how many were refused, and what was `broken`."""

    commands: int
    refused: int
    broken: tuple[str, ...]


def small_files(step: int, works: Sequence[Work] = WORKS) -> Filled:
    """Each of `works` where no file may become larger than so many bytes, every `step` of them."""
    warm_up()
    ends, broken = {OLD: 0, NEW: 0}, list[str]()
    with scratch() as folder:
        for work in works:
            case = case_of(begun(folder / "begun"), work, folder)
            for size in range(0, _LARGEST, step):
                home = case.home.copy(folder / "tried")
                try:
                    end = run(home, work, _at_most(size))
                    ends[judge(case, home, end, killed=False)] += 1
                except Exception as error:
                    broken.append(f"{work.name}, files of {size} bytes: {error!r}")
                shutil.rmtree(home.folder)
            for child in folder.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
    return Filled(sum(ends.values()) + len(broken), ends[OLD], tuple(broken))


def _at_most(size: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

    return limit


def can_mount() -> bool:
    """Whether a small file system of our own can be mounted here."""
    if shutil.which("unshare") is None:
        return False
    mounted = ["unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]
    return subprocess.run(mounted, check=False, capture_output=True).returncode == 0


def small_disk(sizes: range) -> Filled:
    """Log on disks of so many KiB until they are full, and again when there is room."""
    found = []
    for size in sizes:
        with scratch() as folder:
            script = f'mount -t tmpfs -o size={size}k none "$1" && exec "$2" -m tests.torture fill "$1"'
            command = ["unshare", "-Urm", "sh", "-c", script, "sh", str(folder), sys.executable]
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
            )
            if done.returncode:
                found.append(Filled(0, 0, (f"{size} KiB: {done.stderr[-600:]}",)))
            else:
                commands, refused, broken = json.loads(done.stdout)
                found.append(Filled(commands, refused, tuple(f"{size} KiB: {one}" for one in broken)))
    broken = tuple(one for filled in found for one in filled.broken)
    return Filled(sum(one.commands for one in found), sum(one.refused for one in found), broken)


def fill(folder: Path) -> Filled:
    """Log below `folder` until there is no room, make room, and log again."""
    warm_up()
    broken: list[str] = []
    filler = folder / "filler"
    filler.write_bytes(bytes(24 * 1024))
    home = begun(folder / "home")
    number, kept, refused = count(), set[str](), 0
    try:
        refused += _until_full(home, number, kept)
        _check(home, kept)
        with contextlib.suppress(OSError):
            filler.unlink()
        before = len(kept)
        refused += _until_full(home, number, kept)
        if len(kept) == before:
            raise Broken("refused although there was room again")
        _check(home, kept)
    except Exception as error:
        broken.append(repr(error))
    return Filled(next(number), refused, tuple(broken))


def _until_full(home: Home, number: count[int], kept: set[str]) -> int:
    refused = 0
    while refused < _REFUSALS:
        words = f"entry {next(number)} " + "of many words " * 20
        end = run(home, Work("log", ("log", words)))
        if end.code == 0:
            kept.add(words.strip())
        elif end.code == 3 and end.said:
            refused += 1
        else:
            raise Broken(f"{end}")
    return refused


def _check(home: Home, kept: set[str]) -> None:
    parses(home.journal)
    found = {
        raw.get("text")
        for name, shelf in standing(home.journal).items()
        if "months" in name
        for raw in shelf.values()
    }
    said = {text for text in found if text and text.startswith("entry")}
    if said != kept:
        raise Broken(f"lost {len(kept - said)}, not acknowledged {len(said - kept)}")
    if lying := leftovers(home):
        raise Broken(f"left behind: {lying}")
    journal = home.open()
    journal.close()
    with contextlib.suppress(JournalError):  # where there is no room nothing can be tried
        try_on(home)
