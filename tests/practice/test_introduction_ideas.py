"""Ideas for introductions: as a look at all pairs finds them, one a week (reflection.md §3.6)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.keywords import telling_words
from netjournal.model import Acquaintance, Introduction
from netjournal.practice.introduction_ideas import Idea, introduction_idea, ranked, say_idea

MONDAY = date(2026, 3, 16)
WEEK = [MONDAY + timedelta(days) for days in range(7)]
SEEN = date(2026, 3, 1)


def someone(name: str, **fields: Any) -> Acquaintance:
    return Acquaintance(**{"id": name.casefold(), "name": name, "last": SEEN, "field": name, **fields})


ANA = someone("Ana", needs=("sleep", "a good sailmaker"))
KARIM = someone("Karim", offers=("two sailmakers in Tyre",))


def idea(people: list[Acquaintance], day: date = WEEK[2], *made: Introduction, **more: Any) -> Idea | None:
    known: dict[str, Any] = {"together": lambda one, other: None, "earlier": {}, **more}
    return introduction_idea(people, made, day, "seed", **known)


def introduction(day: date = SEEN, **said: Any) -> Introduction:
    return Introduction(**{"id": "1", "people": ("karim", "ana"), "date": day, **said})


def test_what_one_looks_for_and_the_other_could_offer() -> None:
    found = idea([ANA, KARIM])
    assert found is not None
    assert say_idea(found) == "Ana looks for a good sailmaker; Karim could offer two sailmakers in Tyre"


def test_words_meet_without_case_accents_and_a_plural_s() -> None:
    assert telling_words("Someone with two Sails, for the café") == {"sail", "cafe"}
    assert telling_words("glass") == {"glass"}
    assert telling_words("an MP3 of it") == {"mp3"}
    assert telling_words("sailing").isdisjoint(telling_words("sailmaker"))


@pytest.mark.parametrize(
    "karim",
    [
        {"rest": True},
        {"last": None},
        {"last": WEEK[2] - timedelta(190)},
        {"through": "ana"},
        {"field": "ana"},
        {"field": ""},
        {"offers": ("sails",)},
    ],
)
def test_who_is_not_meant(karim: dict[str, Any]) -> None:
    fields = {"offers": KARIM.offers, **karim}
    assert idea([ANA, someone("Karim", **fields)]) is None
    assert idea([ANA, KARIM]) is not None


@pytest.mark.parametrize("outcome", ["open", "met", "not_now"])
def test_nobody_who_knows_the_other(outcome: Any) -> None:
    assert idea([ANA, KARIM], WEEK[2], introduction(outcome=outcome)) is None
    assert idea([ANA, KARIM], together=lambda one, other: SEEN) is None


def test_one_all_week_and_another_the_next() -> None:
    people = [ANA, *(someone(name, offers=("a sailmaker",)) for name in ("Bo", "Chi", "Dee", "Eli", "Fay"))]
    assert len({idea(people, day) for day in WEEK}) == 1
    assert len({idea(people, MONDAY + timedelta(7 * week)) for week in range(6)}) > 1
    assert idea(people) == idea(people[::-1])


def test_whoever_met_since_leave_their_place_empty_for_the_week() -> None:
    people = [ANA, KARIM, someone("Bo", needs=("a sailmaker",))]
    first = idea(people)
    assert first is not None
    pair = (first.seeker.id, first.giver.id)
    since = introduction(WEEK[1], people=pair)
    noted = introduction(SEEN, people=pair, created=datetime.fromisoformat("2026-03-17T10:00:00+01:00"))
    assert idea(people, WEEK[3], since) is None
    assert idea(people, WEEK[3], noted) is None
    assert idea(people, WEEK[3], together=lambda *two: WEEK[1] if set(two) == set(pair) else None) is None
    assert idea(people, WEEK[3] + timedelta(7), since) not in (None, first)


def test_whoever_is_met_in_the_week_does_not_change_its_idea() -> None:
    bo = someone("Bo", needs=("a sailmaker",), tags=("boats",))
    karim = someone("Karim", offers=KARIM.offers, tags=("boats",))
    away = someone("Bo", needs=("a sailmaker",), tags=("boats",), last=WEEK[1])
    assert idea([ANA, karim, bo]) != idea([ANA, karim])
    assert idea([ANA, karim, away]) == idea([ANA, karim])
    assert idea([ANA, karim, away], earlier={"bo": SEEN}) != idea([ANA, karim])
    assert idea([away, karim]) is not None, "where Monday had none, those met since count"


WORDS = st.lists(st.sampled_from(["sails", "a sail", "the keel", "keels and sails", "it"]), max_size=2).map(
    tuple
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "needs": WORDS,
            "offers": WORDS,
            "tags": st.lists(st.sampled_from("xyz"), max_size=3).map(tuple),
            "field": st.sampled_from(["", "boats", "Boats", "glass"]),
            "through": st.sampled_from(["", "p0", "p1"]),
        }
    ),
    max_size=6,
)


def value(one: Acquaintance, other: Acquaintance) -> int:
    """The formula, word for word."""
    match = any(
        telling_words(need) & telling_words(offer)
        for seeker, giver in ((one, other), (other, one))
        for need in seeker.needs
        for offer in giver.offers
    )
    fields = {one.field.casefold(), other.field.casefold()}
    return 3 * match + min(2, len({*one.tags} & {*other.tags})) + (len(fields) == 2 and "" not in fields)


@given(PEOPLE)
def test_the_same_as_a_look_at_all_pairs(tables: list[dict[str, Any]]) -> None:
    people = [someone(f"P{number}", **table) for number, table in enumerate(tables)]
    plain = {
        (one.id, other.id): value(one, other)
        for one, other in combinations(people, 2)
        if value(one, other) >= 4 and one.through != other.id and other.through != one.id
    }
    found = [tuple(sorted((idea.seeker.id, idea.giver.id))) for idea in ranked(people, "seed")]
    assert sorted(found) == sorted(plain)
    values = [plain[pair] for pair in found]  # type: ignore[index]  # pairs, sorted
    assert values == sorted(values, reverse=True)
    for idea in ranked(people, "seed"):
        assert idea.need in idea.seeker.needs
        assert idea.offer in idea.giver.offers
        assert telling_words(idea.need) & telling_words(idea.offer)
