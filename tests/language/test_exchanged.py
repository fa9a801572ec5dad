"""What passed between people: a parcel has no words, a letter no voice; what is unknown counts as missing."""

from __future__ import annotations

import pytest

from netjournal.language.exchanged import MISSING, Missing, is_attempt, missing, tells_of_no_show
from netjournal.model import Channel


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("in_person", "Coffee with Eka"),
        ("in_person", "Walked with Eka, she was out of sorts"),
        ("call", "Levan called, he was nearly crying"),
        ("call", "called Eka, no answer, then she called back"),
        ("event", "Harbour festival, with Modou"),
        ("video", ""),
        (None, "Eka told me she is moving"),
    ],
)
def test_a_talk_has_everything(channel: Channel | None, text: str) -> None:
    assert missing(channel, text) == ()


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("texted with Eka", ()),
        ("texted Eka: how are you? She answered at once", ()),
        ("", ()),
        ("Wrote Eka a letter", ("theirs",)),
        ("posted a note to Eka about the choir", ("theirs",)),
        ("emailed Eka the minutes", ("theirs",)),
        ("Postcard to Cheikh", ("theirs",)),
        ("a letter from Eka", ("mine",)),
        ("mail from Eka: the table is ready", ("mine",)),
        ("Eka texted me about the boat", ("mine",)),
        ("Eka's email came", ("mine",)),
        ("Jan Kos sent his varnish recipe", ("mine",)),
        ("Choir at six. Marija de la Cruz wrote about it", ("mine",)),
        ("My sister sent her recipe", ("mine",)),
        ("Yesterday evening wrote Eka a recipe", ()),
        ("posted Eka a book", ("words", "mine", "theirs")),
        ("Eka sent me a parcel", ("words", "mine", "theirs")),
    ],
)
def test_what_is_written_has_no_voice(text: str, lacking: tuple[Missing, ...]) -> None:
    assert missing("message", text) == ("voice", *lacking)
    assert missing("email", text) == ("voice", *lacking)


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        (None, "posted Eka a book"),
        (None, "thought of Eka, with whom I once walked"),
        (None, "tried Eka, no answer"),
        (None, "left a bag at Eka's, under the door"),
        (None, "Eka"),
        (None, "parcel from Sefa, two maple wedges"),
        (None, "Jan Kos sent a parcel"),
        ("call", "called Eka, no answer"),
        ("call", "rang Eka. The line was busy"),
        ("in_person", "brought Beka the radio, he was out"),
        ("broadcast", "liked Eka's photo"),
    ],
)
def test_where_nobody_was_reached_or_it_is_unknown_all_is_missing(channel: Channel | None, text: str) -> None:
    assert missing(channel, text) == MISSING


@pytest.mark.parametrize(
    ("text", "is_vain"),
    [
        ("no answer from Bruno", True),
        ("called Rosa, no one picked up", True),
        ("rang Bruno, voicemail", True),
        ("knocked at Bruno's, nobody home", True),
        ("tried to call Rosa again", True),
        ("still nothing from Rosa", True),
        ("called Bruno, but he wasn't home", True),
        ("Bruno never called back", True),
        ("waited an hour for Bruno, he did not come", True),
        ("Bruno didn't answer, called me back at nine", False),
        ("no answer to the question of the keel", False),
        ("tried the new bakery with Rosa", False),
        ("Bruno answered at once", False),
        ("walked home with Rosa", False),
    ],
)
def test_whether_one_tried_in_vain(text: str, is_vain: bool) -> None:
    assert is_attempt(text) == is_vain


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Bo could not come", True),
        ("Bo couldn't make it, poor thing", True),
        ("Bo didn’t show up", True),
        ("Bo didnt turn up at the Anker. waited an hour", True),
        ("I could not come to choir", False),
        ("the plan did not come up", False),
        ("Bo came", False),
    ],
)
def test_whether_somebody_stayed_away(text: str, is_so: bool) -> None:
    assert tells_of_no_show(text) == is_so
