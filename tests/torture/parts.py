"""The parts of the torture suite, each with a long form and a short one."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from tests.torture import crowd, faults, full_disk, fuzzing, hostile, injected, kills, power, replaced
from tests.torture.homes import WORKS


class Row(NamedTuple):
    """How much was tried, what was found `broken`, and what it was in words."""

    tried: int
    broken: tuple[str, ...]
    what: str


def _kills(is_long: bool) -> Row:
    return _killed(kills.at_random(600 if is_long else 11, fsync=0, seed=1), "fsync of 0 ms")


def _slow_kills(is_long: bool) -> Row:
    return _killed(kills.at_random(600 if is_long else 12, fsync=0.01, seed=2), "fsync of 10 ms")


def _real_kills(is_long: bool) -> Row:
    return _killed(kills.real_processes(150 if is_long else 2), "`python -m netjournal`")


def _killed(found: kills.Kills, what: str) -> Row:
    said = (
        f"kill -9 at random moments, {what}: the old state stood {found.old} times, the new one {found.new}"
    )
    return Row(found.kills, found.broken, f"{said}; {found.acknowledged} were acknowledged by then")


def _faults(is_long: bool) -> Row:
    found = faults.in_process() if is_long else faults.in_process(61, ("log",))
    what = f"{', '.join(faults.KINDS)} at each call of `os`: old state {found.old}, new {found.new}"
    return Row(found.faults, found.broken, what)


def _injected(is_long: bool) -> Row:
    if not is_long or not injected.can_inject():
        return Row(0, (), "strace is not here, or may not trace")
    found = injected.injected()
    what = f"{', '.join(injected.KINDS)} at each call of the real process, by strace, one in ten on the index"
    return Row(found.faults, found.broken, f"{what}: old state {found.old}, new {found.new}")


def _power(is_long: bool) -> Row:
    found = power.every_state(1 if is_long else 59)
    return Row(found.states, found.broken, "states of the disk that a power cut may leave, opened and read")


def _small_files(is_long: bool) -> Row:
    found = full_disk.small_files(64) if is_long else full_disk.small_files(1300, WORKS[1::3])
    return Row(
        found.commands, found.broken, f"no file may grow beyond so many bytes: {found.refused} refused"
    )


def _small_disk(is_long: bool) -> Row:
    if not is_long or not full_disk.can_mount():
        return Row(0, (), "a disk of our own cannot be mounted here")
    found = full_disk.small_disk(range(320, 560, 16))
    return Row(found.commands, found.broken, f"logs on a tmpfs that fills up: {found.refused} refused")


def _crowd(is_long: bool) -> Row:
    found = crowd.at_once(8, 25, 20) if is_long else crowd.at_once(8, 1)
    who = "8 processes and the app in a terminal" if is_long else "8 processes"
    broken = found.broken + ((f"{found.refused} were refused",) if found.refused else ())
    return Row(found.acknowledged, broken, f"changes by {who} at once: {found.refused} refused")


def _replaced(is_long: bool) -> Row:
    found = replaced.between() if is_long else replaced.between(7, WORKS[2::3])
    what = "times another program replaced or rewrote a shelf between read and write"
    return Row(found.times, found.broken, f"{what}: {found.done} went through all the same")


def _fuzzing(is_long: bool) -> Row:
    examples, broken = 3000 if is_long else 20, list[str]()
    feeding: dict[str, Callable[[int], None]] = {
        name: partial(fuzzing.feed, name) for name in hostile.READERS
    }
    feeding["damaged shelves"] = fuzzing.damage_shelves
    for name, feed in feeding.items():
        try:
            feed(examples)
        except Exception as error:
            broken.append(f"{name}: {error!r} {getattr(error, '__notes__', '')}")
    return Row(examples * len(feeding), tuple(broken), "examples by hypothesis for each reader")


def _large(is_long: bool) -> Row:
    size, tried, slowest, broken = 1_000_000 if is_long else 2_000, 0, (0.0, "", b""), list[str]()
    collecting = gc.get_threshold()
    gc.set_threshold(300_000)  # as the command has it, which reads them
    for name in hostile.READERS:
        for data in hostile.large(name, size):
            took, wrong = hostile.timed(name, data, time.process_time)
            tried, slowest = tried + 1, max(slowest, (took, name, data[-12:]))
            if wrong or (is_long and took > hostile.READERS[name].patience):
                broken.append(f"{name}, {data[:60]!r}: {wrong or f'{took:.1f} s'}")
    gc.set_threshold(*collecting)
    took, name, end = slowest
    said = f"inputs of {size:,} bytes; the slowest took {took:.2f} s ({name}, …{ascii(end.decode())[1:-1]})"
    return Row(tried, tuple(broken), said)


PARTS: Mapping[str, Callable[[bool], Row]] = {
    "injected faults": _injected,
    "kills": _kills,
    "kills, slow disk": _slow_kills,
    "kills of real processes": _real_kills,
    "faults": _faults,
    "power cuts": _power,
    "small files": _small_files,
    "full disk": _small_disk,
    "crowd": _crowd,
    "replaced": _replaced,
    "fuzzing": _fuzzing,
    "large inputs": _large,
}
