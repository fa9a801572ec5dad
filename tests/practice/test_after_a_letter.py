"""No question presupposes a talk after a letter, a parcel, a call nobody took, or a thought of somebody."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from netjournal.model import Channel, Interaction
from netjournal.practice.choosing import History, Showing, choose
from netjournal.practice.prompts import built_in
from netjournal.practice.situation import Companion, Situation, situation

PROMPTS = built_in()
DAY = date(2026, 11, 18)

OF_A_TALK = {
    *("friend-02", "friend-03", "friend-04", "friend-06", "friend-07", "presence-01", "presence-02"),
    *("presence-03", "presence-05", "presence-07", "presence-08", "curiosity-01", "curiosity-05"),
    *(
        "curiosity-08",
        "learning-06",
        "openness-02",
        "openness-04",
        "openness-06",
        "openness-08",
    ),
    *("giving-08", "receiving-05", "trust-02", "bridging-06", "bridging-09", "destination-05"),
    *("energy-03", "energy-05", "voice-01", "voice-02", "voice-03", "voice-04", "voice-05"),
    "voice-09",
}
OF_THEIR_WORDS = {
    *(
        "curiosity-02",
        "curiosity-07",
        "learning-01",
        "learning-08",
        "openness-07",
        "receiving-01",
        "trust-09",
    ),
}
OF_OWN_WORDS = {
    *(
        "curiosity-06",
        "friend-08",
        "giving-04",
        "receiving-02",
        "trust-01",
        "trust-04",
        "voice-06",
        "voice-07",
    ),
}

OF_WORDS = {"presence-06", "bridging-08", "energy-09"}

LINES: list[tuple[Channel | None, str, set[str]]] = [
    ("message", "Wrote Eka a letter", OF_A_TALK | OF_THEIR_WORDS),
    ("email", "emailed Eka the minutes", OF_A_TALK | OF_THEIR_WORDS),
    ("message", "a postcard from Eka", OF_A_TALK | OF_OWN_WORDS),
    ("message", "texted with Eka", OF_A_TALK),
    ("message", "posted Eka a book", OF_A_TALK | OF_THEIR_WORDS | OF_OWN_WORDS | OF_WORDS),
    (None, "parcel to Eka", OF_A_TALK | OF_THEIR_WORDS | OF_OWN_WORDS | OF_WORDS),
    (None, "thought of Eka", OF_A_TALK | OF_THEIR_WORDS | OF_OWN_WORDS),
    ("call", "called Eka, no answer", OF_A_TALK | OF_THEIR_WORDS | OF_OWN_WORDS),
]


def situations(channel: Channel | None, text: str, people: tuple[str, ...]) -> list[Situation]:
    """The entry with all that could hold of it besides."""
    pasts: tuple[tuple[int | None, int | None], ...] = ((None, None), (40, 10), (2000, 400))
    found = []
    for mood, energy, goal, (first, last), gave in product(
        (None, 2, 5), (2, 4), (True, False), pasts, (0, 1)
    ):
        entry = Interaction(
            id="01JCXA0000000000000000000A",
            date=DAY,
            people=people,
            channel=channel,
            text=text,
            mood=mood,
            energy=energy,
            gave=("a book",) * gave,
            got=("an hour",) * gave,
            initiated="me",
        )
        those = [
            Companion(
                id=id,
                field="law",
                first=DAY - timedelta(first) if first else None,
                last=DAY - timedelta(last) if last else None,
            )
            for id in people
        ]
        found.append(situation(entry, those, ["boats"], goal=goal))
    return found


@pytest.mark.parametrize(("channel", "text", "unfit"), LINES, ids=[text for _, text, _ in LINES])
@pytest.mark.parametrize("people", [("eka",), ("eka", "modou")], ids=["one", "two"])
def test_no_question_that_presupposes_a_talk_after_a_letter(
    channel: Channel | None, text: str, unfit: set[str], people: tuple[str, ...]
) -> None:
    there = {prompt.id for prompt in PROMPTS}
    assert unfit <= there
    for found in situations(channel, text, people):
        assert [prompt.id for prompt in PROMPTS if prompt.id in unfit and prompt.fits(found)] == []


def test_nor_after_an_entry_of_nobody() -> None:
    lines: list[tuple[str, Channel | None]] = [("went to the sea", None), ("Meetup, met no one", "event")]
    for text, channel in lines:
        for found in situations(channel, text, ()):
            unfit = (
                OF_A_TALK | OF_THEIR_WORDS | OF_OWN_WORDS | {"presence-06", "giving-06", "energy-09"}
            ) - {"learning-01"}
            assert [prompt.id for prompt in PROMPTS if prompt.id in unfit and prompt.fits(found)] == []


@pytest.mark.parametrize(("channel", "text", "unfit"), LINES, ids=[text for _, text, _ in LINES])
def test_ten_letters_running_are_asked_ten_things_in_ten_tones(
    channel: Channel | None, text: str, unfit: set[str]
) -> None:
    entry = Interaction(
        id="01JCXA0000000000000000000A", date=DAY, people=("eka",), channel=channel, text=text
    )
    known = Companion(id="eka", first=DAY - timedelta(40), last=DAY - timedelta(10))
    found, recent = situation(entry, [known]), list[Showing]()
    for number in range(10):
        choice = choose(
            PROMPTS, found, History(recent=tuple(recent)), seed="s", interaction_id=f"i{number}", today=DAY
        )
        assert choice is not None
        assert choice.prompt.id not in unfit
        assert choice.prompt.dimension not in {showing.dimension for showing in recent[:2]}
        recent.insert(0, Showing(prompt=choice.prompt.id, dimension=choice.prompt.dimension, day=DAY))
    assert len({showing.dimension for showing in recent}) >= 7


@pytest.mark.parametrize(
    ("channel", "text", "people"),
    [
        (None, "no answer from Bruno", ()),
        (None, "called Rosa, no one picked up", ()),
        ("call", "called Rosa, no one picked up", ("rosa",)),
        (None, "tried to call Rosa again", ("rosa",)),
        (None, "Bo could not come", ()),
    ],
)
def test_who_nobody_answered_is_asked_what_fits(
    channel: Channel | None, text: str, people: tuple[str, ...]
) -> None:
    """One knows whom one would like to hear from, and there is nothing that others would enjoy to hear."""
    entry = Interaction(id="01JCXA0000000000000000000A", date=DAY, people=people, channel=channel, text=text)
    known = [Companion(id=id, first=DAY - timedelta(400), last=DAY - timedelta(10)) for id in people]
    found, recent = situation(entry, known), list[Showing]()
    assert "attempt" in found
    of_attempts = {prompt.id for prompt in PROMPTS if "attempt" in prompt.when}
    for number in range(4):
        history = History(recent=tuple(recent))
        choice = choose(PROMPTS, found, history, seed="s", interaction_id=f"i{number}", today=DAY)
        assert choice is not None
        assert choice.prompt.id in of_attempts
        recent.insert(0, Showing(prompt=choice.prompt.id, dimension=choice.prompt.dimension, day=DAY))
    light = {"trust-10", "giving-09", "bridging-12", "curiosity-09", "voice-10"}
    assert [prompt.id for prompt in PROMPTS if prompt.id in light and prompt.fits(found)] == []
