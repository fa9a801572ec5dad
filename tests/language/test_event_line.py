"""A line about somebody met at an event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import Misused
from netjournal.language.capture import Capture, Known
from netjournal.language.event_line import capture_at, spelt_out
from netjournal.language.folding import fold, words
from netjournal.model import Acquaintance, Event

NOW = dt.datetime.fromisoformat("2026-11-19T00:40:00+01:00")
DAY = dt.date(2026, 11, 18)
HERE = Event(id="e", name="Harbour festival", tag="harbour-festival", since=DAY, by=DAY, place="the pier")


class People:
    """Those whom a journal knows."""

    def __init__(self, *names: str) -> None:
        self.people = [Acquaintance(id=name, name=name) for name in names]

    def answering_to(self, words_: Collection[str]) -> Sequence[Acquaintance]:
        return [one for one in self.people if not set(words(fold(one.name))).isdisjoint(words_)]

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        return {}


def read(line: str, *known: str, company: Known | None = None) -> Capture:
    return capture_at(HERE, DAY, line, NOW, People(*known), company=company)


def who(line: str, *known: str) -> list[str]:
    return [person.name for person in read(line, *known).who]


def test_a_whole_line() -> None:
    found = read("Ines, boat builder; card; > send her the keel plan by friday; < the list #boats")
    assert [person.name for person in found.who] == ["Ines"]
    assert (found.text, found.date, found.at) == ("Ines, boat builder", DAY, None)
    assert (found.channel, found.place, found.got) == ("event", "the pier", ("card",))
    assert found.tags == ("harbour-festival",)
    assert [(one.text, one.by, one.due) for one in found.promises] == [
        ("send her the keel plan", "me", dt.date(2026, 11, 20)),
        ("the list #boats", "them", None),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ines", ["Ines"]),
        ("ines duarte, boats", ["Ines Duarte"]),
        ("Ines from Faro", ["Ines"]),
        ("Ana van der Berg and Karim Haddad, both sail", ["Ana van der Berg", "Karim Haddad"]),
        ("Rose & Mark", ["Rose", "Mark"]),
        ("田中由紀, 木工", ["田中由紀"]),
        ("O'Brien, x", ["O'Brien"]),
        ('"Jean-Luc van der Meer"; > lend him the adze; card', ["Jean-Luc van der Meer"]),
        ('"Mary-Ann \'t Hooft", boats', ["Mary-Ann 't Hooft"]),
        ("“Ines” likes boats", ["Ines"]),
        ('"Nice boat" he said', []),
        ('"nice", he said', []),
        ("@ada likes boats", ["Ada"]),
        ("old Mrs Wrona, soprano, choir since 1996", ["Mrs Wrona"]),
        ("young Dr. Haddad and Ines; card", ["Dr. Haddad", "Ines"]),
        ("Old Mrs Wrona, boats", ["Mrs Wrona"]),
        ("old Tom from Faro", ["Tom"]),
        ("Young Park, boats", ["Young Park"]),
        ("young, loud", []),
        ("Met somebody in a hat", []),
        ("The harbour master told me", []),
        ("going home", []),
        ("> send Karim the list", []),
        (r"\Ines is the name of the boat", []),
        ("oh and Frau Dr. Lindner, head of the vocational school, wants a bench", ["Frau Dr. Lindner"]),
        ("frau lindner from the school; card", ["Frau Lindner"]),
        ("dr. okafor; card", ["Dr. Okafor"]),
        ("dr okafor, dentist", ["Dr Okafor"]),
        ("the cooper Anders; card", ["Anders"]),
        ("the young teacher Mr. Haddad, maths", ["Mr. Haddad"]),
        ("Anders (cooper) & Ruth (weaver); card", ["Anders", "Ruth"]),
        ("Anders (cooper), Ruth (weaver); card", ["Anders", "Ruth"]),
        ("Anders (cooper), Faro, (a town)", ["Anders"]),
        ("frau dr. lindner from the school; card", ["Frau Dr. Lindner"]),
        ("frau Lindner, bench; card", ["Frau Lindner"]),
        ("a Frau Lindner from the school", ["Frau Lindner"]),
        ("a cooper called Anders, laughs a lot", ["Anders"]),
        ("my neighbour Anders; card", ["Anders"]),
        ("Anders' wife Ruth; card", ["Ruth"]),
        ("Anders' boat; card", []),
        ("met Anders; card", ["Anders"]),
        ("talked to the cooper Anders and Ruth, oak", ["Anders", "Ruth"]),
        ("spoke with frau lindner; card", ["Frau Lindner"]),
        ("met him; card", []),
        ("met the cooper; card", []),
        ("with friends; a song", []),
        ("the crowd; loud", []),
        ("talked about Rome", []),
        ("also Bo, a sailor", ["Bo"]),
        ("and then we left", []),
        ("a talk about Rome", []),
        ("the river Rhine is high", []),
        ("the harbour was full", []),
    ],
)
def test_who_it_begins_with(line: str, names: list[str]) -> None:
    assert who(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "lovely crowd; good food",
        "Lovely crowd; good food",
        "tired, went early",
        "Tired, went early",
        "too loud",
        "Too loud",
        "nice people all in all",
        "Nice People; free beer",
        "Good Food",
        "boring speeches; good soup",
        "Boring speeches; good soup",
        "weird mood; dj too loud",
        "wine ok; music bad",
        "cold, rain",
        "nobody",
        "Nobody new",
        "hungry",
        "home early; happy",
        "meh",
        "Left early",
        "Same old faces",
        "So many people",
        "At the bar it was quiet",
        "Just a nod to the host",
        "sore feet; happy",
        "headache; left at nine",
        "parking hell; then fine",
        "great evening; would go again",
        "beautiful hall; bad chairs",
        "Decent turnout",
        "talks too long, coffee cold",
        "No name, weaver",
    ],
)
def test_how_it_was_is_nobody(line: str) -> None:
    assert who(line) == []
    assert read(line).text == line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Pretty Yende, sings", "Pretty Yende"),
        ("So Yeon, cellist", "So Yeon"),
        ("Little Amara from Lagos", "Little Amara"),
        ("Tea Horvat; card", "Tea Horvat"),
        ("Odd Lie; fish", "Odd Lie"),
        ("amina sow, lovely", "Amina Sow"),
        ("xiaoming, too loud", "Xiaoming"),
    ],
)
def test_who_is_called_nearly_so_is_somebody(line: str, name: str) -> None:
    assert who(line) == [name]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("name? Ulrike i think", "name? Ulrike i think"),
        ("name? ulrike i think", "name? Ulrike i think"),
        ("Her name was maybe Ulrike", "Her name was maybe Ulrike"),
        ("Name: Ulrike?", "Name: Ulrike?"),
        ("ulrike i think, weaver", "Ulrike i think, weaver"),
        ("Ulrike (?), weaver", "Ulrike (?), weaver"),
        ("Ulrike?, weaver", "Ulrike?, weaver"),
        ("Ulrike? From Faro", "Ulrike? From Faro"),
        ("Maybe Ulrike, weaver", "Maybe Ulrike, weaver"),
        ("someone called Ulrike", "someone called Ulrike"),
    ],
)
def test_a_doubt_about_a_name_is_none_of_it(line: str, text: str) -> None:
    assert (who(line), read(line).text) == (["Ulrike"], text)


@pytest.mark.parametrize(
    "line", ["forgot her name; weaver", "name is hard to spell", "sailing maybe", "maybe next year; tired"]
)
def test_a_doubt_alone_is_nobody(line: str) -> None:
    assert who(line) == []


@pytest.mark.parametrize(
    ("line", "text", "promised", "got"),
    [
        ("Piet, planes > invite him over; no card", "Piet, planes; no card", ["invite him over"], ()),
        ("Piet, planes > invite him over, no card", "Piet, planes, no card", ["invite him over"], ()),
        ("Ines > ring her by friday; card", "Ines", ["ring her"], ("card",)),
        ("Ines < the list; boats #sail", "Ines; boats", ["the list"], ()),
        ("Ines, boats > send her the plan #sail; card", "Ines, boats", ["send her the plan"], ("card",)),
    ],
)
def test_a_semicolon_ends_what_is_promised(
    line: str, text: str, promised: list[str], got: tuple[str, ...]
) -> None:
    found = read(line)
    assert (found.text, [one.text for one in found.promises], found.got) == (text, promised, got)


def test_others_are_only_spoken_of() -> None:
    known = ("Ines Duarte", "Karim Haddad")
    assert who("Yuki, knows Karim", *known) == ["Yuki"]
    assert who("Yuki; came with @karim", *known) == ["Yuki", "Karim Haddad"]
    assert who("talked to Karim", *known) == ["Karim Haddad"]
    assert who("ines, boats", *known) == ["Ines Duarte"]
    assert [one.said for one in read("Ines; boats", "Ines Duarte", "Ines Rocha").unclear] == ["Ines"]


@pytest.mark.parametrize(
    "line",
    [
        "old Mrs Wrona, soprano",
        "Oyuunbileg (throat singer), hates boats",
        "Mary (from Goa)",
        "Ines — boats",
        "Mary(Goa)",
        "Bo: x",
    ],
)
def test_its_words_are_kept_as_typed(line: str) -> None:
    assert read(line).text == line


def test_what_is_not_of_the_event_is_left_alone() -> None:
    for line in ("monday: coffee with @Bo", "called @Bo via:call"):
        found = read(line)
        assert (found.tags, found.place) == ((), "")
        assert found.channel != "event"
    assert read("met @Bo last friday").tags == ()
    assert read("met @Bo last friday").date == dt.date(2026, 11, 13)
    assert (read("Bo, whom I met last friday").date, read("met @Bo tonight").date) == (DAY, DAY)
    late = read("11pm: Bo, a sailor")
    assert (late.date, late.at and late.at.hour, late.tags) == (DAY, 23, ("harbour-festival",))
    assert read("Bo; at:bar #harbour-festival #food").tags == ("harbour-festival", "food")
    assert read("Bo at:bar").place == "bar"
    with pytest.raises(Misused):
        read("Bo; mood:9")


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("called Noe, all good again between us", "call"),
        ("Called noe", "call"),
        ("noe called, all good", "call"),
        ("Noe and Bo rang", "call"),
        ("11pm: rang Noe about the keel", "call"),
        ("quick video call with Noe", "video"),
        ("texted @Noe the way", "message"),
        ("got a long letter from Noe", "message"),
        ("Noe emailed me the plan", "email"),
        ("liked Noe's photo", "broadcast"),
    ],
)
def test_a_call_or_a_letter_is_not_of_the_event(line: str, channel: str) -> None:
    found = read(line, "Noe Ito", "Bo Lind")
    assert (found.channel, found.tags, found.place) == (channel, (), "")
    assert "Noe Ito" in [person.name for person in found.who]
    for at_it in (f"{line} #harbour-festival", f"{line} via:event"):
        assert (read(at_it, "Noe Ito").channel, read(at_it, "Noe Ito").place) == ("event", "the pier")


@pytest.mark.parametrize(
    "line",
    [
        "Noe, phoned his wife about the boat",
        "Noe called his dog Rex",
        "Noe called me an optimist",
        "Callum phoned his wife; card",
        "Noe works on zoom",
        "Noe wrote a book on boats",
        "Noe, sent me his card by email",
        "Noe; > call him; > write to his wife",
        "letterpress printer, Noe knows him",
        "phone repairer from Faro",
        "Signal engineer",
        "exchanged numbers with Noe",
    ],
)
def test_what_one_notes_of_somebody_there_is_of_the_event(line: str) -> None:
    assert (read(line, "Noe Ito").channel, read(line, "Noe Ito").place) == ("event", "the pier")


def test_on_the_page_of_somebody_the_line_is_about_them() -> None:
    found = read("boat builder; card", company=Known("a", "Ines"))
    assert [person.name for person in found.who] == ["Ines"]
    assert (found.text, found.got) == ("boat builder", ("card",))


@given(st.text(st.sampled_from('aB é;,<>"@#:\\\n'), max_size=40) | st.text(max_size=40))
def test_any_line_is_read(line: str) -> None:
    try:
        found = read(line)
    except Misused:
        return
    assert found.is_empty or found.tags or found.date != DAY
    assert spelt_out(line) == spelt_out(f"  {line} ") or '"' in line


def test_of_a_very_long_line_all_is_kept_and_it_is_said_how_far_it_was_read() -> None:
    line = "Ines, boat builder; card; " + "word " * 40_000 + "; > send her the plan"
    found = read(line)
    assert [person.name for person in found.who] == ["Ines"]
    assert found.got == ("card",)
    assert found.text.endswith("word ; > send her the plan")
    assert found.text.count("word") == 40_000
    assert found.unread_said


def test_somebody_known_who_could_not_come_was_not_met() -> None:
    assert who("Karim could not come", "Karim Haddad") == []
    assert who("Ines; Karim could not come", "Karim Haddad", "Ines Roy") == ["Ines Roy"]
    assert who("Karim and Ines, she is a boat builder", "Karim Haddad", "Ines Roy") == [
        "Karim Haddad",
        "Ines Roy",
    ]
    assert who("Karim could not come in, we talked outside", "Karim Haddad") == ["Karim Haddad"]
    assert read("Karim could not come", "Karim Haddad").channel == "event"


@pytest.mark.parametrize(
    "line",
    [
        "nodded to Ruth",
        "only a nod with Ruth",
        "waved at Ruth across the hall",
        "saw Ruth, did not talk",
        "Ruth, only nodded",
        "Ruth; only waved",
        "Ruth was there, no chance to talk",
    ],
)
def test_whom_one_only_nodded_to_was_not_met(line: str) -> None:
    for found in (read(line), read(line, "Ruth Okeke")):
        assert (found.who, found.absent, found.text) == ((), (), line)
    assert [one.name for one in read("nodded to @Ruth").absent] == ["Ruth"], "one writes her down oneself"


@pytest.mark.parametrize(
    "line", ["Ruth, did not talk much", "Ruth nodded, likes the plan", "Ruth, only nodded, then told me all"]
)
def test_more_than_a_nod_is_a_talk(line: str) -> None:
    assert (who(line), who(line, "Ruth Okeke")) == (["Ruth"], ["Ruth Okeke"])
