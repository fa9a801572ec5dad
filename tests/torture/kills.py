"""A process is killed at a random moment of a command, again and again, in one journal that lives on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.store.journals import standing
from tests.torture.homes import CARDS, Home, Work, begun, scratch, stands, variables
from tests.torture.judging import NEW, OLD, Broken, parses, try_on, which_stands
from tests.torture.running import Ended, command, run, start
from tests.warming import warm_up

_EDITOR = "sed -i s/^place:.*/place:Bergen{}/"


class Kills(NamedTuple):
    """How many kills there were; after how many the old or the new state stood; how many came too late."""

    kills: int
    old: int
    new: int
    acknowledged: int
    broken: tuple[str, ...]


def at_random(kills: int, *, fsync: float | None, seed: int = 1) -> Kills:
    """Kill as often; each fsync takes as many seconds as `fsync` says, or what it takes."""
    warm_up()
    chance = random.Random(seed)  # noqa: S311 -- when to kill
    ends, late, broken = {OLD: 0, NEW: 0}, 0, list[str]()
    with scratch() as folder:
        home = begun(folder / "home")
        for number in range(kills):
            work = _next(home, chance, number)
            try:
                end, found = _kill(home, work, fsync, chance, folder)
                ends[found] += 1
                late += end.code == 0
            except Exception as error:
                broken.append(f"kill {number} of {work.arguments}: {error}")
                shutil.rmtree(folder / "shadow", ignore_errors=True)
                home = begun(folder / f"home{number}")
    return Kills(kills, ends[OLD], ends[NEW], late, tuple(broken))


def _kill(
    home: Home, work: Work, fsync: float | None, chance: random.Random, folder: Path
) -> tuple[Ended, str]:
    old = stands(home)
    shadow = home.copy(folder / "shadow")
    began = time.perf_counter()
    done = run(shadow, work, lambda: _slow(fsync))
    took = time.perf_counter() - began
    if done.code != 0:
        raise Broken(f"refused: {done.said}")
    new = stands(shadow, old)
    shutil.rmtree(shadow.folder)
    started = start(lambda: command(home, work, lambda: _slow(fsync)))
    time.sleep(chance.uniform(0, took))
    os.kill(started.child, signal.SIGKILL)
    end = started.end()
    return end, _whole(home, old, new, end)


def _whole(home: Home, old: str, new: str, end: Ended) -> str:
    parses(home.journal)
    found = which_stands(home, old, new)
    if end.code == 0 and found != NEW:
        raise Broken("acknowledged, and not there")
    if end.code:
        raise Broken(f"it failed: {end.said}")
    try_on(home)
    return found


def _slow(fsync: float | None) -> None:
    if fsync is not None:
        os.fsync = lambda fd: time.sleep(fsync)


def _next(home: Home, chance: random.Random, number: int) -> Work:
    """Something that can be done in the journal as it stands, and changes it."""
    found = standing(home.journal)
    people = [*found.get("contacts", {})]
    entries = [id for name, shelf in found.items() if name.startswith("months/") for id in shelf]
    cards = CARDS.replace("card-", f"{number}-").replace("@", f"@{number}.").replace("FN:", f"FN:{number} ")
    (home.folder / "cards.vcf").write_text(cards)
    ways: dict[str, Callable[[], Work]] = {
        "log": lambda: Work("log", ("log", f'coffee with @"Nobody {number}" #boats')),
        "edit": lambda: _edit(chance.choice(people + entries), number),
        "delete": lambda: Work("delete", ("delete", chance.choice(people + entries))),
        "import": lambda: Work("import", ("import", "CARDS", "--no-ask")),
        "undo": lambda: Work("undo", ("undo",)),
        "merge": lambda: Work("merge", ("merge", *chance.sample(people, 2), "--yes")),
        "forget": lambda: Work("forget", ("forget", chance.choice(people), "--yes")),
    }
    few = len(people) < 3 or not list(home.folder.glob("state/netjournal/*/undo/*"))
    name = chance.choice(["log", "import"]) if few else chance.choice([*ways][: 6 + (number % 4 == 0)])
    return ways[name]()


def _edit(id: str, number: int) -> Work:
    """Not going on with a page that an earlier kill left: what is on it was meant for another day."""
    return Work("edit", ("edit", "--afresh", id), _EDITOR.format(number))


def real_processes(kills: int, seed: int = 2) -> Kills:
    """Kill ``python -m netjournal`` itself, from the moment at which its modules are read."""
    chance = random.Random(seed)  # noqa: S311 -- when to kill
    ends, late, broken = {OLD: 0, NEW: 0}, 0, list[str]()
    warm_up()
    with scratch() as folder:
        home = begun(folder / "home")
        took = 0.2
        for number in range(kills):
            work = _next(home, chance, number)
            old = stands(home)
            shadow = home.copy(folder / "shadow")
            began = time.perf_counter()
            done = _process(shadow, work).communicate()
            took = 0.9 * took + 0.1 * (time.perf_counter() - began)
            new = stands(shadow, old)
            shutil.rmtree(shadow.folder)
            process = _process(home, work)
            time.sleep(chance.uniform(took / 2, took * 1.1))
            process.kill()
            said = process.communicate()[0].decode()
            try:
                end = Ended(process.returncode if process.returncode >= 0 else None, said)
                ends[_whole(home, old, new, end)] += 1
                late += end.code == 0
            except Exception as error:
                broken.append(f"kill {number} of {work.arguments}: {error} {done!r}")
                shutil.rmtree(folder / "shadow", ignore_errors=True)
                home = begun(folder / f"home{number}")
    return Kills(kills, ends[OLD], ends[NEW], late, tuple(broken))


def _process(home: Home, work: Work) -> subprocess.Popen[bytes]:
    said: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    arguments = [sys.executable, "-m", "netjournal", *home.arguments(work)]
    return subprocess.Popen(arguments, env=variables(home, work.editor), stdin=subprocess.DEVNULL, **said)
