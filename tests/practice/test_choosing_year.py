"""The bounds of reflection.md §2.3 over made-up journals of 400 entries."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from netjournal.language.exchanged import MISSING
from netjournal.model import DIMENSIONS
from netjournal.practice.choosing import History, Showing, Shown, choose
from netjournal.practice.prompts import Prompt, built_in
from netjournal.practice.situation import KEYS, Situation

PROMPTS = built_in()
START = date(2026, 1, 1)

channels_of = {
    "mixed": ("in_person", "in_person", "call", "call", "message", "message", "email", "event"),
    "mostly text": ("message", "message", "message", "email", "email", "call", "in_person", "event"),
    "mostly events": ("event", "event", "event", "in_person", "in_person", "call", "message", "email"),
}


class Asked(NamedTuple):
    keys: Situation
    prompt: Prompt


def dice(sides: int, *what: object) -> int:
    """A fixed number below `sides`, fairly thrown for `what`."""
    return int(sha256("|".join(map(str, what)).encode()).hexdigest()[:8], 16) % sides


def made_up(log: str, number: int, everything: bool) -> Situation:
    """A situation of the made-up log; without `everything` only what this edition of netjournal derives."""

    def some(percent: int, key: str, *values: str) -> Iterator[tuple[str, str]]:
        if dice(100, log, number, key) < percent:
            yield key, values[dice(len(values), log, number, key, "which")]

    pairs = [
        *some(90, "channel", *channels_of[log]),
        *some(50, "help", "given", "received", "given received"),
        *some(55, "mood", "low", "high"),
        *some(55, "energy", "low", "high"),
    ]
    if dice(100, log, number, "alone") < 6:
        pairs += [("alone", "true")]
    else:
        near = [*some(40, "near", *KEYS["near"])]
        new = not near and dice(4, log, number, "first") == 0
        pairs += near
        pairs += (
            [("first", "true")] if new else [*some(100, "known", *KEYS["known"]), *some(12, "gap", "long")]
        )
        several = [*some(25, "group", "true")]
        is_event = ("channel", "event") in pairs
        pairs += [*several, *([("many", "true")] if is_event or (several and number % 3 == 0) else [])]
        pairs += [*some(60, "field", "same", "other"), *some(12, "ahead", "true")]
        pairs += [*some(50, "initiated", "me", "them")]
        pairs += some(10, "intro", "made", "received") if everything else ()
    if everything:
        pairs += [*some(25, "goal", "true"), *some(12, "promise", "kept")]
    pairs += [("without", missing) for missing in without(log, number, dict(pairs))]
    return {key: frozenset(values.split()) for key, values in pairs}


def without(log: str, number: int, found: Mapping[str, str]) -> tuple[str, ...]:
    """What does not stand in the entry: the space between them separates values (`MISSING`)."""
    channel = found.get("channel")
    if "alone" in found:
        return ("voice",)
    if channel is None and dice(2, log, number, "unknown"):
        return (" ".join(MISSING),)
    if channel not in ("message", "email"):
        return ()
    return (("voice", "voice theirs", "voice mine", " ".join(MISSING))[dice(4, log, number, "written")],)


def run(log: str, everything: bool, length: int = 400) -> list[Asked]:
    """A journal of about 13 months with 40 people, one question in five skipped."""
    recent: list[Showing] = []
    shown: dict[str, Shown] = {}
    skips: dict[str, list[bool]] = {}
    with_person: dict[int, dict[str, date]] = {}
    result, day = [], START
    for number in range(length):
        day += timedelta(dice(3, log, number, "days"))
        seen_with = with_person.setdefault(dice(40, log, number, "person"), {})
        keys = made_up(log, number, everything)
        history = History(recent=tuple(recent[:60]), by_prompt=shown, with_people=seen_with)
        choice = choose(PROMPTS, keys, history, seed=log, interaction_id=f"i{number}", today=day)
        assert choice is not None
        id, theme = choice.prompt.id, choice.prompt.dimension
        skips[id] = [dice(5, log, number, "skip") == 0, *skips.get(id, [])][:3]
        recent.insert(0, Showing(prompt=id, dimension=theme, day=day))
        shown[id] = Shown(last=day, skips=sum(skips[id]))
        seen_with[id] = day
        result.append(Asked(keys, choice.prompt))
    return result


@pytest.fixture(scope="module")
def logs() -> Mapping[tuple[str, bool], list[Asked]]:
    return {(log, everything): run(log, everything) for log in channels_of for everything in (True, False)}


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize("log", channels_of)
class TestOverAYear:
    def test_nothing_comes_back_soon(
        self, logs: Mapping[tuple[str, bool], list[Asked]], log: str, everything: bool
    ) -> None:
        ids = [one.prompt.id for one in logs[log, everything]]
        for start in range(len(ids)):
            window = ids[start : start + 13]
            assert len(set(window)) == len(window)
        themes = [one.prompt.dimension for one in logs[log, everything]]
        assert all(one != after for one, after in pairwise(themes))

    def test_every_theme_gets_its_share(
        self, logs: Mapping[tuple[str, bool], list[Asked]], log: str, everything: bool
    ) -> None:
        share = Counter(one.prompt.dimension for one in logs[log, everything])
        assert share.total() == 400
        between = {theme for theme in DIMENSIONS if 0.06 <= share[theme] / 400 <= 0.11}
        assert set(DIMENSIONS) - between == set()

    def test_the_questions_vary_and_suit(
        self, logs: Mapping[tuple[str, bool], list[Asked]], log: str, everything: bool
    ) -> None:
        questions = [one.prompt for one in logs[log, everything]]
        assert len({prompt.id for prompt in questions[:100]}) >= 60
        assert len({prompt.id for prompt in questions}) >= 85
        assert sum(bool(prompt.when) for prompt in questions) >= 0.85 * len(questions)
        assert all(prompt.fits(keys) for keys, prompt in logs[log, everything])

    def test_low_days_get_gentle_questions(
        self, logs: Mapping[tuple[str, bool], list[Asked]], log: str, everything: bool
    ) -> None:
        low = [prompt for keys, prompt in logs[log, everything] if "low" in keys.get("mood", ())]
        assert len(low) > 80
        assert sum("mood" in prompt.when for prompt in low) >= 0.95 * len(low)


_RUN = """
from tests.practice.test_choosing_year import channels_of, run
for log in channels_of:
    print(*(one.prompt.id for one in run(log, True)))
"""


def test_a_second_run_and_another_process_choose_the_same(
    logs: Mapping[tuple[str, bool], list[Asked]],
) -> None:
    here = [[one.prompt.id for one in logs[log, True]] for log in channels_of]
    assert [one.prompt.id for one in run("mixed", True)] == here[0]
    assert len({tuple(ids) for ids in here}) == len(here)
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        env=os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.split() for line in done.stdout.splitlines()] == here
