"""The channel of a talk, from a word or from plain words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netjournal.errors import JournalError
from netjournal.language.channels.by_post import post_named
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import _NAMES, NO_CHANNEL, named_channel, said_channel
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.terms import Via
from netjournal.language.keys import read_via
from netjournal.model import CHANNELS, Channel

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)

TOLD: dict[Channel | None, str] = {
    "call": "after lunch I called X|did not go to the workshop, called X instead|"
    "not well. Phone call with X|called X before breakfast|called X|X called me|Quick call with X|"
    "Call with X|Long call w/ X|rang X|X rang|phone call with X|we spoke by phone|"
    "on the phone with X|I phoned my father|weekly call|conference call with X|"
    "Called the dentist|X rang, I let it ring twice, then we spoke|X rang, I let it cool",
    "video": "Zoom with X|zoom call with X|video call with X|saw her on Teams|Skype X|Met X on Zoom|"
    "Zoom: X is moving|FaceTime with X|skyped with X",
    "message": "texted X|X texted: all well|wrote her a message|wrote X a long message|message from X|"
    "sms from X|chatted with X on WhatsApp|talked to X on Signal|WhatsApp: X is moving|"
    "X messaged|wrote X a long letter|got a postcard|a letter from X|Letter to X|"
    "sent X the photos of the workshop, he answered with a thumb only|"
    "sent the photos of our dinner to X|sent her the link|X sent me a photo|"
    "X sent a photo of the van|posted the samples to X, with a sorry|"
    "wrote to X about the party|X wrote that she cannot come|X wrote: no|"
    "wrote her about the keel|thank you note to X|Thanks note to X for the scissors|"
    "called X, no answer, left her a message|mailed the keys back to X|mailed X a book|"
    "sent X the old type catalogue|sent X the bread knife|sent X the sound of the ferry|sent X a song|"
    "called X, no answer, sent him a recording of the rain",
    "email": "sent X the draft by email|wrote to X by e-mail|emailed X the draft|e-mailed X|mailed X|"
    "sent X an email|Email from X|got a long email, at last",
    "event": "Met X at the Python meetup|at a conference with X|PyCon meetup: many new faces|"
    "gave a talk at the museum|Party at X place|dinner party with X|Met X, X and X at a party|"
    "Workshop on sails|Reception at the embassy|at a workshop on paste with X|"
    "X at a sewing workshop|attended the workshop with X|X came to the party|"
    "the workshop yesterday was full, X too|a two-day workshop with X|went to a workshop with X",
    "broadcast": "liked a post of X|liked X's post|Liked her photo|reacted to X's story|newsletter to X|"
    "sent the newsletter to X|mass mail to X|Mass-mailed X|our monthly newsletter from X",
    "in_person": "coffee w/ X|Lunch with X|Had coffee with X and X|tea with X, alone at last|"
    "walk, let alone dinner|met her alone|coffee chat with X|X, coffee|tea with X|"
    "drinks with X|beer with X|Met X for coffee|Met X, she emailed me later|Met a sailmaker|"
    "met up with X|walk with X|a long walk with X|visited X in Porto|visited her in Oslo|"
    "ate with X|sat with X|hike with X|talked about her job over lunch|"
    "Breakfast at home with X|Ran into X at the market|X met me at the station|"
    "sat in the yard with X, no talk|X came by|X, X and her son came by|X came by the shop|"
    "X came over for tea|X came round with cake|X came to the workshop with her friend X|"
    "X came to see the keel|X dropped in|X popped round with bread|dropped in on X|"
    "went to visit X|so I went to X too|visit from X|X and his nephew brought the press|"
    "brought X the jam|X brought bread|had X over|had X and X round for soup|gave X a haircut|"
    "X (Y's daughter) came by|brought soup to X|brought the old press to X|"
    "X delivered shelves!!|X came with paste|after dinner with X|all of us at her place, X too|"
    "at X's place|showed my press to X|showed X around|X cut my hair|hugged X|"
    "cooked with X and X|stayed two nights with X|X stayed for dinner|on the stairs with X|"
    "at the museum with X and X, four hours. X said that X wants to learn, so I called X too|"
    "evening in the garden with X|at my workshop with X|met X at the workshop|"
    "met X at the reception|X called, I missed it. Lunch with X then|"
    "ran into Lali the neighbour|bumped into Father X|X came to the pharmacy for his insulin|"
    "X lent me his ladder|lent X my ladder|borrowed a drill from X|X showed me the nets, two hours|"
    "X showed us around|X showed me how to mend nets|carried the radio to X, we fixed it|"
    "took X to X, he soldered|took X to the clinic|took the radio to X|took X to the doctor's|"
    "sold boubous with X at the night market|planted trees with X|painted the fence with X|"
    "X cancelled the trip, we had tea instead|we buried her with X and X|funeral of X, X carried her|"
    "X's funeral. X came|at the funeral of X, with X|buried X this morning, X prayed|wake for X|"
    "The funeral. X and X carried the coffin|we laid him to rest, X sang|lit a candle at the grave with X|"
    "buried my aunt today, X held my hand|condolence visit at X's|went to her funeral with X|"
    "X carried her, X spoke|buried her in the rain, X beside me|sat shiva with X|"
    "cooked for X, we ate late",
    None: "tea at home, alone|a long walk by myself|Solo hike|lunch on my own|called off the trip|"
    "We called it a day|met her goals|she met her husband in Oslo|was met with silence|"
    "we talked about a video|worked on two teams|got the message|a mixed signal|"
    "gave her my email address|told me about the conference|discussed the workshop with X|"
    "a third party|talk at length|she sells coffee machines|loves coffee|let's have lunch|"
    "should call X|promised to call X|X didn't call|that rang a bell|a close call|"
    "read a book called Dune|a cat called X|walked me through the code|visited her site|"
    "ran into trouble|published an article|got a letter of intent|read her letters|Talk with X|"
    "she liked my soup|X liked the talk|reacted to the news|works on a newsletter|"
    "X wrote a post about boats|after lunch I will send X the samples|X came with bad news|"
    "X will come by on friday|X did not come by|X never came by|if X came by I would ask|"
    "X told me Y came over|X came by a book|X came by train|X came round to the idea|"
    "X came over as rude|X's parcel came by noon|did not visit X|going to have lunch with X|"
    "no lunch with X|almost called X|asked if we had lunch|prices dropped by half, said X|"
    "was stopped by X|stayed in touch with X|his words stayed with me|X brought up the keel|"
    "X brought bad news|brought joy to X|"
    "brought the matter to X|brought X up to date|X works at the museum with X|X said he sat with X|"
    "a photo of X at the beach with X|walked through the plan with X|the workshop was cold|"
    "photos of the workshop|at the workshop with X|bought it from a workshop|a search party|"
    "a party of four|reached the summit with X|left it at the reception|sent X home|"
    "sent her son to X|X sent his son to fetch it|wrote X's name on it|wrote X down|"
    "wrote to X's firm|X delivered a talk|X delivered the report|showed the photos to X|"
    "left it at her place|X wrote a book|wrote X a reference|did not write to X|"
    "cooked for X, left it at the door|boss (X) called me in. written up|X called me in for a talk|"
    "called X an idiot|called X ‘old man’|X called, I did not pick up|called X, no answer|"
    "phoned X, then walked with X to the river|wrote to X, later lunch with X|"
    "rang X but nobody answered|talked with X and X, so I called X too|"
    "an hour with X, then I called X|X lent me his ear|X lent me money|lent X my voice|"
    "X showed me photos of the nets|X showed me the website|X showed me the door|"
    "carried on with X about boats|carried the talk with X|took X to task|took the news to X|"
    "took the question to X|took a photo of X|took X to be the owner|sold the car to X|"
    "X came to the conclusion|sent X home|X rang, I let it ring|X rang twice, I let it|"
    "X called, I just let it ring out|the funeral of X is on friday, says X|X spoke of the funeral|"
    "X told me of the funeral|X buried his dog|buried in work with X|buried the treasure with X|"
    "funeral home in Lyon, X works there|X could not come to the funeral|X carried her bag|"
    "asked X about the funeral|a funeral speech by X|X did not come to the funeral|a wake for early birds|"
    "X said they buried her mother|heard of the funeral|paid my respects by letter|X carried on",
}


@pytest.mark.parametrize("channel", TOLD)
def test_plain_words_tell_the_channel_or_nothing(channel: Channel | None) -> None:
    told = {text: said_channel(text.replace("X", SOMEBODY)) for text in TOLD[channel].split("|")}
    assert {text: found for text, found in told.items() if found != channel} == {}


@pytest.mark.parametrize(
    ("lines", "channel"),
    [
        ("X called round with jam|X called by with eggs|called at X's with jam|called in on X", "in_person"),
        ("X called in on the way home|X called in for tea|called in on her with soup", "in_person"),
        ("X called, by the way|X called in the morning|X called in tears|X called at 5", "call"),
        ("X called the other day|X called by phone|X called with news for me|X called in on Zoom", "call"),
        ("X called the plumber for me|party planning with X|festival tickets from X|X called in sick", None),
        ("party at X's|party with X, planning the next|wedding of X", "event"),
        ("zoom drinks with X|Zoom quiz: X", "video"),
        ("coffee with X about zoom", "in_person"),
        ("voice notes back and forth with X", "message"),
    ],
)
def test_what_a_cue_goes_on_with_tells_another_channel(lines: str, channel: Channel | None) -> None:
    for line in lines.split("|"):
        assert (line, said_channel(line.replace("X", SOMEBODY))) == (line, channel)


def test_the_first_that_decides_counts() -> None:
    assert said_channel("Called Bo, then lunch") == "call"
    assert said_channel("Lunch, and later a call with Bo") == "in_person"


def test_a_long_note_is_told_by_its_start() -> None:
    assert said_channel("a " * 2000 + "lunch") is None


@pytest.mark.parametrize(
    ("word", "channel"),
    [
        *((channel, channel) for channel in CHANNELS),
        *(("In-Person", "in_person"), ("in person", "in_person"), ("coffee", "in_person"), ("phone", "call")),
        *(
            ("ZOOM", "video"),
            ("whatsapp", "message"),
            ("letter", "message"),
            ("e-mail", "email"),
            ("Meet-up", "event"),
            ("like", "broadcast"),
            ("Newsletter", "broadcast"),
            ("mass mail", "broadcast"),
            ("owl", None),
        ),
        ("", None),
    ],
)
def test_a_word_names_a_channel(word: str, channel: Channel | None) -> None:
    assert named_channel(word) == channel


def test_whatever_a_line_takes_for_a_channel_a_filter_takes_too() -> None:
    words = [*" ".join(_NAMES.values()).split(), *NO_CHANNEL, "In-Person", "Letter"]
    roots = {word: parse_filter(f"via:{word}", NOW).root for word in words}
    assert [word for word, root in roots.items() if root != Via(read_via(word), post_named(word))] == []


def test_what_is_no_channel_is_none_in_either() -> None:
    for read in (read_via, lambda word: parse_filter(f"via:{word}", NOW)):
        with pytest.raises(JournalError, match="no channel called"):
            read("owl")
