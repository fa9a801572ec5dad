"""Learning goes on by itself, and ends when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from netjournal.errors import Unavailable
from netjournal.store.concordances import Learnt
from netjournal.tui.learning import Learning


def test_it_ends_with_the_step_it_is_at() -> None:
    begun, ended = threading.Event(), []

    def steps() -> Iterator[Learnt]:
        for number in range(1_000):
            begun.set()
            ended.append(number)
            yield Learnt("months/2026-11", 0)

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

    def steps() -> Iterator[Learnt]:
        for number in range(1_000):
            ended.append(number)
            begun.set()
            yield Learnt("months/2026-11", 0)

    learning = Learning(steps(), first=0.3, between=0)
    learning.make_way()
    learning.start()
    for _ in range(10):
        learning.make_way()
        assert not begun.wait(0.05)
    assert begun.wait(5)
    learning.stop()
    assert ended


def test_after_an_index_was_made_anew_it_rests_when_little_is_left() -> None:
    learnt: list[int] = []
    begun = threading.Event()

    def steps() -> Iterator[Learnt]:
        for left in reversed(range(120)):
            learnt.append(left)
            begun.set()
            yield Learnt("months/2026-11", left)

    learning = Learning(steps(), first=0.1, between=60)
    learning.start()
    assert begun.wait(5)
    for _ in range(500):
        learning.make_way()
        if threading.Event().wait(0.01) or learnt[-1] <= 12:
            break
    learning.stop()
    assert learnt[-1] == 12


def test_it_may_be_stopped_before_it_began() -> None:
    steps = iter([Learnt("months/2026-11", 0)])
    learning = Learning(steps, first=0, between=0)
    learning.stop()
    learning.run()
    assert list(steps) == [Learnt("months/2026-11", 0)]


def test_what_hinders_it_hinders_nobody() -> None:
    def steps() -> Iterator[Learnt]:
        yield Learnt("months/2026-11", 0)
        raise Unavailable("The journal's index is busy.", "Wait a moment and try again.")

    learning = Learning(steps(), first=0, between=0)
    learning.run()
    learning.stop()
