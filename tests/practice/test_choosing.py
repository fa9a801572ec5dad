from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model import Dimension
from netjournal.practice.choosing import Choice, History, Showing, Shown, choose
from netjournal.practice.prompts import Prompt, built_in
from netjournal.practice.situation import KEYS, Situation

PROMPTS = built_in()
BY_ID = {prompt.id: prompt for prompt in PROMPTS}
TODAY = date(2026, 11, 18)
LONG_AGO = TODAY - timedelta(1000)


def where(**keys: str) -> Situation:
    return {key: frozenset(values.split()) for key, values in keys.items()}


def plain(id: str, dimension: Dimension = "trust", **when: str) -> Prompt:
    return Prompt(
        id=id, dimension=dimension, text=f"{id}?", when={key: (value,) for key, value in when.items()}
    )


def showings(*ids: str, dimension: Dimension = "voice", day: date = LONG_AGO) -> tuple[Showing, ...]:
    return tuple(Showing(prompt=id, dimension=dimension, day=day) for id in ids)


def ask(
    *prompts: Prompt,
    history: History | None = None,
    id: str = "i1",
    seed: str = "test",
    **keys: str,
) -> Choice | None:
    return choose(prompts, where(**keys), history or History(), seed=seed, interaction_id=id, today=TODAY)


def asked(*prompts: Prompt, history: History | None = None, id: str = "i1", **keys: str) -> str:
    choice = ask(*prompts, history=history, id=id, **keys)
    assert choice is not None
    return choice.prompt.id


@pytest.mark.parametrize(
    ("id", "keys", "prompt"),
    [
        ("i1", {"channel": "in_person", "first": "true"}, "presence-07"),
        ("i3", {"channel": "event", "group": "true", "many": "true", "energy": "low"}, "energy-03"),
        ("i4", {"channel": "call", "help": "given received", "known": "long"}, "giving-03"),
        ("i5", {"channel": "in_person", "mood": "low"}, "friend-09"),
        ("i6", {"channel": "call", "gap": "long", "known": "long"}, "learning-08"),
        ("i7", {"channel": "email", "intro": "made"}, "bridging-04"),
    ],
)
def test_the_golden_cases_of_the_design(id: str, keys: dict[str, Any], prompt: str) -> None:
    first_edition = [one for one in PROMPTS if one.id not in _LATER]
    assert asked(*first_edition, id=id, **keys) == prompt


_LATER = {
    *(f"{theme}-{number:02}" for theme in ("bridging", "destination") for number in (9, 10, 11)),
    *("curiosity-09", "giving-09", "receiving-09", "trust-10", "voice-10"),
    *(
        "presence-10",
        "presence-11",
        "curiosity-10",
        "curiosity-11",
        "learning-09",
        "learning-10",
        "openness-09",
    ),
    *("giving-10", "receiving-10", "trust-11", "bridging-12", "bridging-13", "voice-11", "voice-12"),
}


def test_the_worked_example_of_the_design() -> None:
    """First meeting in person: presence-07 scores 10, the other first-meeting prompts 9, presence twice
    shown makes it 6."""
    keys: dict[str, Any] = {"channel": "in_person", "first": "true"}
    assert {asked(*PROMPTS, id=f"i{number}", **keys) for number in range(50)} == {"presence-07"}
    visited = (*showings("x", "y"), *showings("presence-01", "presence-02", dimension="presence"))
    later = {
        asked(*PROMPTS, id=f"i{number}", history=History(recent=visited), **keys) for number in range(80)
    }
    only_first = {
        prompt.id for prompt in PROMPTS if prompt.when.keys() == {"first"} and prompt.dimension != "voice"
    }
    assert later == only_first


def test_what_is_rarer_weighs_more() -> None:
    assert asked(plain("a", channel="call"), plain("b", gap="long"), channel="call", gap="long") == "b"
    several = plain("c", "giving", gap="long", help="given", mood="high")
    four = plain("d", "energy", gap="long", help="given")
    both = {
        asked(several, four, id=f"i{number}", gap="long", help="given", mood="high") for number in range(20)
    }
    assert both == {"c", "d"}, "a fit counts for four at most"


def test_a_theme_not_visited_lately_comes_first() -> None:
    recent = (*showings("x", "y"), *showings("z", dimension="giving"))
    for id in map(str, range(20)):
        assert asked(plain("a", "giving"), plain("b", "trust"), history=History(recent=recent), id=id) == "b"


def test_only_the_newest_24_count_for_a_theme() -> None:
    old = (*showings(*map(str, range(24))), *showings(*["z"] * 9, dimension="giving"))
    picked = {
        asked(plain("a", "giving"), plain("b", "trust"), history=History(recent=old), id=id)
        for id in map(str, range(20))
    }
    assert picked == {"a", "b"}


def test_a_prompt_skipped_before_waits_behind_the_others() -> None:
    shown = {"a": Shown(last=LONG_AGO, skips=2), "b": Shown(last=LONG_AGO)}
    for id in map(str, range(20)):
        assert asked(plain("a"), plain("b"), history=History(by_prompt=shown), id=id) == "b"


def test_one_not_seen_for_long_comes_before_one_seen_last_month() -> None:
    shown = {"a": Shown(last=TODAY - timedelta(30)), "b": Shown(last=TODAY - timedelta(150))}
    for id in map(str, range(20)):
        assert asked(plain("a"), plain("b"), history=History(by_prompt=shown), id=id) == "b"


def seen(ago: int) -> History:
    return History(by_prompt={"a": Shown(last=TODAY - timedelta(ago))})


def seen_with(ago: int) -> History:
    return History(with_people={"a": TODAY - timedelta(ago)})


def seen_before(others: int) -> History:
    return History(recent=showings(*map(str, range(others)), "a"))


@pytest.mark.parametrize(
    ("history", "rests"),
    [
        (seen(14), True),
        (seen(15), False),
        (seen(-1), True),
        (seen_with(90), True),
        (seen_with(91), False),
        (seen_before(11), True),
        (seen_before(12), False),
    ],
)
def test_a_prompt_rests_after_it_was_shown(history: History, rests: bool) -> None:
    """`a` would be the better fit, so it is asked unless it rests."""
    better, other = plain("a", gap="long"), plain("b")
    assert asked(better, other, history=history, gap="long") == ("b" if rests else "a")


def test_a_theme_is_not_asked_twice_in_three() -> None:
    better, other = plain("a", "giving", gap="long"), plain("b")
    for before in (0, 1):
        recent = (*showings(*"xyz"[:before]), *showings("w", dimension="giving"))
        assert asked(better, other, history=History(recent=recent), gap="long") == "b"
    recent = (*showings("x", "y"), *showings("w", dimension="giving"))
    assert asked(better, plain("c", "voice", gap="long"), history=History(recent=recent), gap="long") == "a"


def test_where_nothing_is_left_the_rules_give_way_in_order() -> None:
    """A theme just visited gives way before a prompt seen this fortnight, that before one of the last 12,
    that before one of the last 3."""
    theme = plain("theme", "giving")
    day, twelve, three = plain("day"), plain("twelve"), plain("three")
    history = History(
        recent=(*showings("x", dimension="giving"), *showings("y", "three", "twelve", "z")),
        by_prompt={"day": Shown(last=TODAY - timedelta(3))},
    )
    assert asked(three, twelve, day, theme, history=history) == "theme"
    assert asked(three, twelve, day, history=history) == "day"
    assert asked(three, twelve, history=history) == "twelve"
    assert asked(three, history=history) == "three"
    assert ask(history=history) is None
    assert ask(plain("a", first="true"), history=history) is None


def test_on_a_low_day_the_question_is_a_gentle_one() -> None:
    strong = plain("strong", gap="long", first="true")
    gentle = plain("gentle", "giving", mood="low")
    recent = History(recent=(*showings("x", "y"), *showings(*"abcdefgh", dimension="giving")))
    assert asked(strong, gentle, history=recent, mood="low", gap="long", first="true") == "gentle"
    assert asked(strong, mood="low", gap="long", first="true") == "strong"


def test_in_a_hard_time_nothing_light_is_asked_though_the_day_was_none() -> None:
    light = Prompt(
        id="light", dimension="trust", text="?", when={"gap": ("long",)}, unless={"mood": ("low",)}
    )
    even = plain("even", "giving")
    assert asked(light, even, gap="long") == "light"
    assert asked(light, even, gap="long", time="hard") == "even"
    assert asked(light, gap="long", time="hard") == "light", "rather than nothing"
    assert asked(light, plain("gentle", "giving", mood="low"), gap="long", time="hard") == "light"


def test_ties_are_broken_by_the_seed_and_the_entry() -> None:
    prompts = [plain(f"p{number}") for number in range(8)]
    expected = min(prompts, key=lambda prompt: sha256(f"test|i1|{prompt.id}".encode()).hexdigest())
    assert asked(*prompts) == asked(*reversed(prompts)) == expected.id
    assert len({asked(*prompts, id=f"i{number}") for number in range(60)}) == 8
    seeds = {choice.prompt.id for seed in "abcdefgh" if (choice := ask(*prompts, seed=seed))}
    assert len(seeds) > 1


@pytest.mark.parametrize(
    ("keys", "history", "why"),
    [
        (
            {"channel": "call", "first": "true"},
            History(),
            "Someone here was new to you, you talked on a call, and this theme has not come up before.",
        ),
        (
            {},
            History(recent=showings(*map(str, range(24)))),
            "This one suits almost anything, and this theme has not come up for a while.",
        ),
        (
            {"help": "given"},
            History(recent=showings("x", "y", "z", dimension="trust")),
            "You helped, or gave something, and you have not been asked this before.",
        ),
        (
            {"mood": "low"},
            History(
                recent=showings("x", dimension="trust"), by_prompt={"a": Shown(last=TODAY - timedelta(40))}
            ),
            "It was a hard day, and it is a while since you were asked this.",
        ),
        (
            {},
            History(recent=showings("a", dimension="trust"), by_prompt={"a": Shown(last=TODAY)}),
            "This one suits almost anything, and few other questions fit that you have not just seen.",
        ),
    ],
)
def test_why_this_one(keys: dict[str, Any], history: History, why: str) -> None:
    choice = ask(plain("a", **keys), history=history, **keys)
    assert choice is not None
    assert choice.why == why


@pytest.mark.parametrize(("key", "value"), [(key, value) for key in KEYS for value in KEYS[key]])
def test_every_key_can_be_a_reason(key: str, value: str) -> None:
    keys: dict[str, Any] = {key: value}
    choice = ask(plain("a", **keys), **keys)
    assert choice is not None
    assert not choice.why.startswith("This one")
    assert len(choice.why) <= 120


_CHOICES = """
from datetime import date
from netjournal.practice.choosing import History, choose
from netjournal.practice.prompts import built_in
prompts = built_in()
for channel in ("call", "event", "email"):
    for mood in ("low", "high"):
        for id in ("i1", "i2", "i3"):
            found = {"channel": {channel}, "mood": {mood}, "help": {"given", "received"}, "group": {"true"}}
            found = {key: frozenset(found[key]) for key in set(found)}
            for keys in (found, {"channel": frozenset({channel})}):
                choice = choose(prompts, keys, History(), seed="s", interaction_id=id, today=date(2026, 1, 1))
                print(choice.prompt.id, choice.why)
"""


def test_any_process_asks_the_same() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _CHOICES],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 36


situations = st.fixed_dictionaries(
    {},
    optional={
        key: st.sets(st.sampled_from(values), min_size=1, max_size=1).map(frozenset)
        for key, values in KEYS.items()
    },
)
ids = st.sampled_from(sorted(BY_ID))
near_days = st.integers(0, 200).map(lambda ago: TODAY - timedelta(ago))


@given(
    situations,
    st.lists(ids, max_size=40),
    st.dictionaries(ids, st.builds(Shown, last=near_days, skips=st.integers(0, 3)), max_size=80),
    st.dictionaries(ids, near_days, max_size=20),
    st.text(max_size=5),
)
def test_whatever_the_history_the_question_fits_and_is_rested_if_one_is(
    keys: Situation,
    recent: list[str],
    shown: dict[str, Shown],
    with_people: dict[str, date],
    id: str,
) -> None:
    rows = tuple(Showing(prompt=one, dimension=BY_ID[one].dimension, day=TODAY) for one in recent)
    history = History(recent=rows, by_prompt=shown, with_people=with_people)
    choice = choose(PROMPTS, keys, history, seed="s", interaction_id=id, today=TODAY)

    def rested(prompt: Prompt) -> bool:
        return (
            prompt.id not in recent[:12]
            and not (prompt.id in shown and shown[prompt.id].last >= TODAY - timedelta(14))
            and not (prompt.id in with_people and with_people[prompt.id] >= TODAY - timedelta(90))
            and prompt.dimension not in {BY_ID[one].dimension for one in recent[:2]}
        )

    assert choice is not None, "some prompts fit everywhere"
    assert choice.prompt.fits(keys)
    best = [prompt for prompt in PROMPTS if prompt.fits(keys) and rested(prompt)]
    assert not best or choice.prompt in best


@given(st.lists(ids, max_size=6), st.text(max_size=5))
def test_good_news_is_met_with_gladness_and_with_no_thought_of_use(recent: list[str], id: str) -> None:
    rows = tuple(Showing(prompt=one, dimension=BY_ID[one].dimension, day=TODAY) for one in recent)
    keys = {"news": frozenset({"good"}), "first": frozenset({"true"}), "channel": frozenset({"in_person"})}
    choice = choose(PROMPTS, keys, History(recent=rows), seed="s", interaction_id=id, today=TODAY)
    assert choice is not None
    assert choice.prompt.dimension != "bridging"
    made_for = {one.id for one in PROMPTS if "news" in one.when}
    assert choice.prompt.id in made_for or made_for & set(recent)
