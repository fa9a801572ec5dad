"""What things cost: whole processes and pieces of work, run by turns, as medians with their spread."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Environment = Mapping[str, str]


class Failed(Exception):
    """A command that is measured did not do what it is measured for."""


class Cost(NamedTuple):
    """One run: milliseconds by the clock and of the processor, user and system together."""

    wall: float
    cpu: float


class Samples(NamedTuple):
    """What was seen, run by run; `cpu` is empty where only one number is measured."""

    seen: tuple[float, ...]
    cpu: tuple[float, ...] = ()

    @classmethod
    def of(cls, costs: Sequence[Cost]) -> Samples:
        """The clock's numbers, with the processor's beside them."""
        return cls(tuple(cost.wall for cost in costs), tuple(cost.cpu for cost in costs))

    @property
    def median(self) -> float:
        """In the middle of what was seen."""
        return statistics.median(self.seen)

    @property
    def cpu_median(self) -> float | None:
        """The same of the processor's time."""
        return statistics.median(self.cpu) if self.cpu else None

    def at(self, share: float) -> float:
        """What a share of all runs stays within."""
        return quantile(self.seen, share)


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that a share of them does not exceed."""
    in_order = sorted(values)
    return in_order[max(0, math.ceil(len(in_order) * share) - 1)]


def run(command: Sequence[str], environment: Environment) -> Cost:
    """One whole process, what it says thrown away; raises Failed if it ends badly."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(wall * 1000, (used.ru_utime + used.ru_stime) * 1000)


def say(command: Sequence[str], environment: Environment) -> str:
    """What a process prints; raises Failed if it ends badly."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False
    )
    if done.returncode:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
    return done.stdout.decode()


def timed(work: Callable[[], object]) -> Cost:
    """One piece of work in this process."""
    wall, cpu = time.perf_counter(), time.thread_time()
    work()
    return Cost((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


def by_turns(trials: Mapping[str, Callable[[], Cost]], rounds: int, first: int = 1) -> dict[str, Samples]:
    """Each of `trials` as often as there are `rounds`, one after the other; the `first` ones do not count."""
    costs: dict[str, list[Cost]] = {name: [] for name in trials}
    for number in range(first + rounds):
        for name, trial in trials.items():
            cost = trial()
            if number >= first:
                costs[name].append(cost)
    return {name: Samples.of(them) for name, them in costs.items()}
