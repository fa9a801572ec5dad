"""Learning goes on by itself, and ends when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from netjournal.errors import Unavailable
from netjournal.tui.learning import Learning


def test_it_ends_with_the_step_it_is_at() -> None:
    begun, ended = threading.Event(), []

    def steps() -> Iterator[str]:
        for number in range(1_000):
            begun.set()
            ended.append(number)
            yield "months/2026-11"

    learning = Learning(steps(), first=0, between=0.001)
    learning.start()
    assert begun.wait(5)
    learning.stop()
    there = len(ended)
    assert 1 <= there < 1_000
    assert threading.Event().wait(0.02) is False
    assert len(ended) == there


def test_it_makes_way_for_keys() -> None:
    ended: list[int] = []
    begun = threading.Event()

    def steps() -> Iterator[str]:
        for number in range(1_000):
            ended.append(number)
            begun.set()
            yield "months/2026-11"

    learning = Learning(steps(), first=0.3, between=0)
    learning.make_way()
    learning.start()
    for _ in range(10):
        learning.make_way()
        assert not begun.wait(0.05)
    assert begun.wait(5)
    learning.stop()
    assert ended


def test_it_may_be_stopped_before_it_began() -> None:
    steps = iter(["months/2026-11"])
    learning = Learning(steps, first=0, between=0)
    learning.stop()
    learning.run()
    assert list(steps) == ["months/2026-11"]


def test_what_hinders_it_hinders_nobody() -> None:
    def steps() -> Iterator[str]:
        yield "months/2026-11"
        raise Unavailable("The journal's index is busy.", "Wait a moment and try again.")

    learning = Learning(steps(), first=0, between=0)
    learning.run()
    learning.stop()
