"""Who stood beside one, where no word names a channel; and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.language.channels.beside import is_beside
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.names.masked import ELSEWHERE
from tests.language.reading_lines import read

PEOPLE = ("Noor Haddad", "Birgit Lang", "Kenji Sato", "Pia Lindqvist", "Uwe Brandt", "Dr. Patel")

TOGETHER = (
    "Noor - brought her soup, she gave me 2 jars",
    "Noor: took her to the fair",
    *("padel with Noor", "bike ride w/ Noor", "food bank w/ Noor & Uwe, 80 families", "sat up with Noor"),
    *("coffe with Birgit", "pho with Noor and her husband", "night out w/ Noor", "caught the bus with Noor"),
    *("hung out w/ lan n Noor", "appt with Dr. Patel 9.15, new pills", "the walk with Noor was lovely"),
    *(
        "yesterday morning with Noor at the market",
        "at the workshop with Uwe",
        "colouring + wine with Noor 🍷",
    ),
    *(
        "sunday walk with Noor along the mill",
        "monday walk with Noor",
        "the workshop was full, swam with Noor",
    ),
    *("sailing with Noor, she'll call me on monday", "ferry with Noor. will text her the photos"),
    *("fondue at Noor's", "sunday roast at Noor's, Uwe did the potatoes", "picked up the kids from Noor's"),
    *("at Noor's leaving do. Kenji cried", "Noor + Kenji at mine for cards", "games at ours, Noor won"),
    *("Noor & me round the lake, hardly talked", "Noor and I got lost", "me, Noor and Uwe in the woods"),
    *("pizza night: Noor, Kenji", "pub, Noor & Kenji", "finally drinks [Noor, Kenji, Uwe] home by 11"),
    *(
        "5-a-side: Noor, Kenji. lost",
        "choir again. came early, Noor was glad",
        "quiz night, Noor there, Uwe bailed",
    ),
    *(
        "Noor was here",
        "Noor round ours for games",
        "Noor over for tea",
        "Noor there, Uwe there, late as ever",
    ),
    *("Noor came", "Noor came early", "Kenji came to look at the boiler", "Noor visited", "Noor turned up"),
    *(
        "Noor cooked us couscous",
        "Noor made us tea",
        "Noor brought round a bottle",
        "Noor gave me a jar of honey",
    ),
    *("birgit waved me in and showed me the oven", "Birgit waited at my bike", "Noor dropped off the keys"),
    *("saw Noor", "saw Noor at the shops", "came across Noor in town", "padel vs Noor", "beat Noor at chess"),
    *("drove Noor to dialysis", "brought Noor flowers", "gave Noor a piano lesson", "gave the keys to Noor"),
    *("sat opposite Noor on the train", "sat between Noor and Uwe", "what a joy to see Noor again"),
    *(
        "had Noor n Uwe over",
        "thank god for Noor. she sat with me for an hour",
        "soup with Noor, gave her bread",
    ),
    *("chat over the fence with Noor", "school run, chatted to Noor at the gate", "Noor at the club"),
    *("Uwe didn't come, so talked to Noor at the bar", "Uwe introduced me to Noor at the fair"),
)
OPEN = (
    *("talked with Noor", "spoke with Noor about money", "chat with Noor", "chatted to Noor in the morning"),
    *(
        "caught up with Noor",
        "catch-up with Noor",
        "1:1 with Noor",
        "in touch with Noor again",
        "meeting with Noor",
    ),
    *(
        "argued with Noor",
        "made up with Noor",
        "fell out with Noor",
        "trouble with Noor",
        "agreed with Noor to wait",
    ),
    *("all fine with Noor", "worked with Noor", "in love with Noor", "done with Noor", "workshop with Noor"),
    *(
        "shared the recipe with Noor",
        "went over the draft with Noor",
        "got on well with Noor",
        "Noor is with Uwe",
    ),
    *(
        "padel with Noor tomorrow",
        "padel with Noor next week",
        "want to go climbing with Noor",
        "no padel with Noor",
    ),
    *(
        "padel with Noor rained off",
        "10 years ago today bouldering with Noor",
        "Uwe went bouldering with Noor",
    ),
    *("remembered our trip with Noor", "found a photo of me and Noor", "played padel with Noor online"),
    *(
        "telly with Noor, on the phone to Uwe's mum?",
        "padel with Noor's sister",
        "made an appointment with Dr. Patel",
    ),
    *(
        "Noor and I talked for hours",
        "Noor and I are fine",
        "Noor and I agreed to wait",
        "told me, Noor left",
    ),
    *("looked at Noor's website", "laughed at Noor's joke, photos", "at Noor's request", "jam from Noor's"),
    *("birthdays: Noor, Uwe", "gift ideas: Noor, Uwe", "sad, Noor and Uwe split up", "yoga tip from Noor"),
    *(
        "Noor was there for me",
        "Noor was over the moon",
        "Noor came up with a plan",
        "Noor came over as rude",
    ),
    *("Noor made me laugh", "Noor gave me advice", "Noor gave me Uwe's number", "Noor brought up the rent"),
    *("Noor joined the choir", "Noor visited Rome", "Noor dropped her plan", "Noor fixed my code"),
    *("saw Noor on TV", "saw Noor's photos", "gave Noor my number", "gave Noor a hint", "took Noor to task"),
    *("nice to see Noor happy", "would be nice to see Noor", "between Noor and Uwe there is a row"),
    *(
        "Noor has a job at the bar",
        "told Noor about the fight at the pub",
        "lost the book from Noor on the bus",
    ),
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize("line", TOGETHER)
def test_who_stands_beside_one_was_met(room: Any, line: str) -> None:
    assert read(line, room).channel == "in_person"


@pytest.mark.parametrize("line", OPEN)
def test_what_may_have_been_from_afar_stays_open(room: Any, line: str) -> None:
    assert read(line, room).channel is None


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("phone with Noor 20 min", "call"),
        ("phone: Noor, well again", "call"),
        ("gave Noor a ring, she sounded tired", "call"),
        ("had Noor on the line, bad connection", "call"),
        ("Noor hung up on me", "call"),
        ("Noor telefoned me", "call"),
        ("client call 9am w/ Noor", "call"),
        ("gave Noor a ring for her birthday", None),
        ("Noor msgd: can i borrow the drill", "message"),
        ("msg from Noor", "message"),
        ("slacked Noor", "message"),
        ("Signal from Noor: all ok", "message"),
        ("a telegram from Noor", "message"),
        ("teams chat w/ Noor about the rota", "message"),
        ("chat on Teams with Noor", "message"),
        ("Teams with Noor", "video"),
        ("group chat with Noor & Uwe", "message"),
        ("Noor replied to my message at last", "message"),
        ("Noor sent a meme", "message"),
        ("commented on Noor's photos, she was glad", "message"),
        ("wished Noor happy birthday on FB", "message"),
        ("handwritten letter from Noor, 4 pages", "message"),
        ("parcel from Noor came: chocolate", "message"),
        ("answered Noor's email", "email"),
        ("tea with Noor, photos of Uwe's wedding", "in_person"),
        ("evening with Noor going through photos of Uwe's wedding", "in_person"),
    ],
)
def test_calls_and_messages_as_quick_fingers_type_them(room: Any, line: str, channel: str | None) -> None:
    assert read(line, room).channel == channel


def test_only_whoever_took_part_stood_beside_one() -> None:
    assert is_beside(f"padel with {SOMEBODY}")
    assert not is_beside(f"padel with {ELSEWHERE}")
    assert not is_beside(f"told {SOMEBODY} of padel with {ELSEWHERE}")


def test_a_sign_that_says_a_channel_counts_before_it(room: Any) -> None:
    assert read("padel with Noor via:zoom", room).channel == "video"
    assert read("padel with Noor via:none", room).channel is None
