"""Someone to find again, at most one a week (reflection.md §3.4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from netjournal.model import Acquaintance, Pause
from netjournal.practice.dormant import NOT_THIS_ONE, pick_dormant, topics, value

MONDAY = date(2026, 3, 16)
WEEK = [MONDAY + timedelta(days) for days in range(7)]
FRIDAY = WEEK[4]
LONG_AGO = date(2024, 12, 1)


def someone(name: str, **fields: Any) -> Acquaintance:
    return Acquaintance(id=name, name=name, **{"last": LONG_AGO, "count": 3, "trusted": True, **fields})


def test_one_and_the_same_all_week() -> None:
    people = [someone(name) for name in "abcdefgh"]
    assert len({pick_dormant(people, day, "seed") for day in WEEK}) == 1
    weeks = {pick_dormant(people, MONDAY + timedelta(7 * week), "seed") for week in range(6)}
    assert len(weeks) > 1
    assert None not in weeks


def test_trust_and_novelty_count() -> None:
    today = FRIDAY
    assert value(someone("a", trusted=False, count=10), today) == 0
    assert value(someone("a"), today) == 3
    assert value(someone("a", count=10), today) == 2
    assert value(someone("a", field="Boats"), today, {"software"}) == 4
    assert value(someone("a", field="Software"), today, {"software"}) == 3
    assert value(someone("a", field="Boats"), today) == 3
    assert value(someone("a", tags=("Sails",)), today, wanted=topics(["sails"])) == 4
    assert value(someone("a", birthday="--04-03"), today) == 4
    assert value(someone("a", birthday="--04-04"), today) == 3
    dull, known, best = someone("a", trusted=False), someone("b", count=10), someone("c")
    assert pick_dormant([dull], FRIDAY, "seed") is None
    assert pick_dormant([dull, known], FRIDAY, "seed") == known
    assert pick_dormant([dull, known, best], FRIDAY, "seed") == best


@pytest.mark.parametrize(
    ("known", "meets"),
    [
        ({"needs": ("her Compiler is slow",)}, True),
        ({"tags": ("work:compilers",)}, True),
        ({"needs": ("an hour on sails",)}, False),
        ({"offers": ("an hour on compilers",)}, False),
        ({"tags": ("compil",)}, False),
    ],
)
def test_an_offer_meets_a_need_by_what_it_is_about(known: dict[str, Any], meets: bool) -> None:
    needy = someone("a", trusted=False, count=3, **known)
    found = pick_dormant([needy], FRIDAY, "seed", wanted=["an hour on compilers"])
    assert (found is not None) is meets


def test_a_field_other_than_ones_own_can_be_enough() -> None:
    other = someone("a", trusted=False, field="boats")
    assert pick_dormant([other], FRIDAY, "seed", own_fields=["Software"]) == other


@pytest.mark.parametrize(
    "fields",
    [
        {"last": None},
        {"last": MONDAY - timedelta(364)},
        {"last": MONDAY - timedelta(500), "rhythm": 300},
        {"rest": True},
        {"pauses": (Pause(since=date(2026, 3, 1)),)},
        {"quiet_until": date(2026, 6, 1)},
    ],
)
def test_who_is_not_meant(fields: dict[str, Any]) -> None:
    assert pick_dormant([someone("a", **fields)], FRIDAY, "seed") is None


def test_a_year_is_long_enough() -> None:
    assert pick_dormant([someone("a", last=MONDAY - timedelta(365))], FRIDAY, "seed") is not None


def test_whoever_is_not_the_right_one_is_not_replaced_this_week() -> None:
    people = [someone(name) for name in "abc"]
    first = pick_dormant(people, FRIDAY, "seed")
    assert first is not None
    put_off = [
        someone(one.id, quiet_until=FRIDAY + timedelta(NOT_THIS_ONE)) if one == first else one
        for one in people
    ]
    assert pick_dormant(put_off, FRIDAY, "seed") is None
    assert pick_dormant(put_off, WEEK[6], "seed") is None
    later = {pick_dormant(put_off, FRIDAY + timedelta(7 * week), "seed") for week in range(1, 20)}
    assert first.id not in {one.id for one in later if one}
    assert None not in later


def test_whoever_was_put_at_rest_is_not_replaced_this_week() -> None:
    people = [someone(name) for name in "abc"]
    first = pick_dormant(people, FRIDAY, "seed")
    assert first is not None

    def resting(since: date | None) -> list[Acquaintance]:
        return [someone(one.id, rest=True, rested=since) if one == first else one for one in people]

    assert pick_dormant(resting(FRIDAY), FRIDAY, "seed") is None
    assert pick_dormant(resting(FRIDAY), WEEK[6], "seed") is None
    for days in range(7, 90, 7):
        other = pick_dormant(resting(FRIDAY), FRIDAY + timedelta(days), "seed")
        assert other is not None
        assert other.id != first.id
    for since in (None, MONDAY - timedelta(1)):
        before = pick_dormant(resting(since), FRIDAY, "seed")
        assert before is not None
        assert before.id != first.id


def test_whoever_was_found_again_is_not_replaced_this_week() -> None:
    people = [someone(name) for name in "abc"]
    first = pick_dormant(people, FRIDAY, "seed")
    assert first is not None
    met = [someone(one.id, last=WEEK[2], count=4) if one == first else one for one in people]
    assert pick_dormant(met, FRIDAY, "seed", earlier={first.id: LONG_AGO}) is None
    other = next(one for one in people if one != first)
    met = [someone(one.id, last=WEEK[2]) if one == other else one for one in people]
    assert pick_dormant(met, FRIDAY, "seed", earlier={other.id: LONG_AGO}) == first
