"""Lines of one person's month as a careful human takes them, beside their neighbours.

NOW is Wednesday, 18 November. A row is a line, who took part by first names, how, and on which day of the
month; ``-`` for nobody, for no channel and for no day that the line tells.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netjournal.language.days.feasts import named_ahead
from tests.language.conftest import Gather
from tests.language.reading_lines import firsts, read

PEOPLE = (
    *("Noor Haddad", "Katrin Behr", "Henrik Dahl", "Sami Odeh", "Jana Brandt", "Mayor Pohl", "Herr Vogt"),
    *("Elif Orman", "Lio Brandl", "Mehmet Kaya", "Uwe Aune", "Birgit Lang", "Grace Osei", "Rosa Lima"),
)
HOW = {"P": "in_person", "C": "call", "V": "video", "M": "message", "E": "email", "EV": "event"}

LINES = """
choir on friday: sang next to noor & mehmet | Noor Mehmet | P | 13
choir on friday - sang next to noor | Noor | P | 13
fundraiser on saturday - 40 people came! noor sang | Noor | EV | 14
flea market last saturday: bought a lamp with noor | Noor | P | 14
dentist on friday: asked noor to drive me | Noor | - | -
exam on friday: studied with noor | Noor | - | -
dentist on friday: noor drives me | Noor | - | -
choir concert last sunday, noor soloist, henrik so happy | Noor Henrik | P | 15
henrik's birthday party on the 4th, i baked | Henrik | EV | 04
heating man last friday, noor called | Noor | C | -
yesterdat bumped in to uwe at lidl | Uwe | P | 17
noor and i went for ramen last nite | Noor | P | 17
noor told me yesterday that she is moving | Noor | - | 17
noor told me she left yesterday | Noor | - | -
sami & elif are building 3 windows together. elif told me on the phone last night | Elif | C | 17
noor is here. elif told me about it | Noor Elif | P | -
sami phoned me, noor gave him my number. he builds frames too | Sami | C | -
tea with sami, noor gave him my number | Sami | P | -
met sami, elif introduced him to me | Sami Elif | P | -
tea with noor, she misses henrik | Noor | P | -
lio wrote he stops. five weeks. | Lio | M | -
lio wrote her thesis | Lio | - | -
tea with noor. he called me by mums name | Noor | P | -
noor called me by my surname | Noor | - | -
noor called me by phone | Noor | C | -
table delivered to herr vogt, he stroked it, 'invoice comes by mail' | Herr | P | -
parcel delivered to noor by post | Noor | - | -
elif said "let's have lunch soon" and left | Elif | - | -
the boys' lunch with noor, it was the girls' idea | Noor | P | -
no letter from katrin. she wrote on whatsapp: "thx for the letter" | Katrin | M | -
no letter from katrin, she rang instead | Katrin | C | -
no word from katrin. she wrote last year | - | - | -
brought jana's chair to the townhall, she sat on it. the mayor came out | Jana Mayor | P | -
mended jana's chair, elif helped me | Elif | P | -
herr vogt paid. he said sorry at the door | Herr | P | -
noor left soup at the door | Noor | - | -
noor heard that henrik fell. he sat on the floor | Noor | - | -
popped round to katrin's with some plums | Katrin | P | -
looked over to noor's desk | Noor | - | -
went over to noor's, she wasn't in | - | - | -
elif's stall at the market - bought two candles off her | Elif | P | -
bought a lamp off ebay, noor loved it | Noor | - | -
grace dropped me a line | Grace | M | -
thanked elif & noor for saturday (whatsapp group) | Elif Noor | M | -
nobody came to the repair cafe except rosa | Rosa | P | -
henrik conducted us, 3 hours | Henrik | P | -
henrik led the discussion | Henrik | - | -
rehearsal w/o henrik, birgit led | Birgit | P | -
said sorry to uwe over the fence, he laughed | Uwe | P | -
talked to uwe over zoom | Uwe | V | -
said hi to henrik at the bus stop | Henrik | P | -
herr vogt at the counter again, short chat | Herr | P | -
mehmet took a photo of us 3 | Mehmet | P | -
babysat for sami and his wife | Sami | P | -
tea & gossip with birgit | Birgit | P | -
katrin didn't answer again, left a voicemail | - | - | -
uwe's ladder is still here, must return it | - | - | -
grace's letter still unanswered | - | - | -
uwe's garden still lovely, sat there with him | Uwe | P | -
started the answer to grace, didnt finish | - | - | -
3 weeks since i saw sami. i should call | - | - | -
weeks since I saw sami, so I called him | Sami | C | -
helping lio move on saturday > bring boxes | - | - | -
elif and noor aren't speaking | - | - | -
mehmet is my rock | - | - | -
elif and sami got engaged!! | - | - | -
elif got engaged, rang her | Elif | C | -
katrin and i aren't speaking atm | - | - | -
no time for katrin this week | - | - | -
made no time for katrin, but she came by | Katrin | - | -
meeting grace at 6 | - | - | -
meeting noor at 10 went well | Noor | - | -
dropped by grace's office to sign the lease | Grace | P | -
came by noor's idea on my own | Noor | - | -
henrik's letter came, still on paper | Henrik | M | -
chatted with rosa at the school gate | Rosa | P | -
talked to rosa about the school at the bar | Rosa | - | -
"""


@pytest.fixture(scope="module")
def room(gather: Gather) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize("row", LINES.strip().splitlines())
def test_a_line_is_read_as_a_careful_human_takes_it(room: Any, row: str) -> None:
    line, who, how, day = (part.strip() for part in row.split(" | "))
    found = read(line, room)
    came = (" ".join(sorted(firsts(found))), found.channel, f"{found.date:%d}" if found.dated else "-")
    expected = " ".join(sorted(who.split())) if who != "-" else ""
    assert came == (expected, HOW.get(how) if expected else found.channel, day)


@pytest.mark.parametrize(
    ("line", "text", "gave", "got"),
    [
        ("tea with noor. gave: advice on glue. it rained", "tea with noor. it rained", "advice on glue", ""),
        ("tea with noor, gave: bread, jam, got: two eggs", "tea with noor", "bread, jam", "two eggs"),
        ('tea with noor; got: "two eggs"', "tea with noor", "", "two eggs"),
        ("what she gave: a smile", "what she gave: a smile", "", ""),
        ("what did i get? got: nothing", "what did i get? got: nothing", "", ""),
    ],
)
def test_what_was_given_may_stand_after_a_space(room: Any, line: str, text: str, gave: str, got: str) -> None:
    found = read(line, room)
    assert (found.text, found.gave, found.got) == (text, (gave,) if gave else (), (got,) if got else ())


@pytest.mark.parametrize(
    ("words", "promise", "due", "rest"),
    [
        ("call her by the weekend", "call her", "2026-11-21", ""),
        ("call her this weekend", "call her", "2026-11-22", ""),
        ("call her at the weekend", "call her", "2026-11-22", ""),
        ("call her next weekend", "call her", "2026-11-29", ""),
        ("call her before christmas", "call her before christmas", "2026-12-24", ""),
        ("call her by christmas day", "call her", "2026-12-25", ""),
        ("call her by new year", "call her", "2026-12-31", ""),
        ("call her before easter", "call her before easter", "2027-03-28", ""),
        ("ring her in january", "ring her in january", "2027-01-31", ""),
        ("send it by monday week", "send it", "2026-11-30", ""),
        ("send it at the end of the month", "send it", "2026-11-30", ""),
        ("plant the rose in spring", "plant the rose in spring", None, ""),
        ("bring christmas biscuits", "bring christmas biscuits", None, ""),
        ("easter eggs for her", "easter eggs for her", None, ""),
        ("ask about her trip in january", "ask about her trip in january", None, ""),
        ("send the photos of our trip in may", "send the photos of our trip in may", None, ""),
        ("mend her chair by 20 dec. lovely afternoon", "mend her chair", "2026-12-20", ". lovely afternoon"),
        ("mend it by 20 dec. bring her glue", "mend it. bring her glue", "2026-12-20", ""),
        ("mend her chair by 20 dec, the old one", "mend her chair, the old one", "2026-12-20", ""),
        ("mend her chair by dec. 20. so nice", "mend her chair", "2026-12-20", ". so nice"),
        ("mend her chair. lovely afternoon", "mend her chair. lovely afternoon", None, ""),
    ],
)
def test_the_day_of_a_promise_is_found_in_it(
    room: Any, words: str, promise: str, due: str | None, rest: str
) -> None:
    found = read(f"tea with noor > {words}", room)
    (made,) = found.promises
    assert (made.text, made.due and made.due.isoformat(), found.text) == (
        promise,
        due,
        f"tea with noor{rest}",
    )


def test_easter_is_where_the_calendar_has_it() -> None:
    for day in ((2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25), (2285, 3, 22)):
        assert named_ahead("easter", dt.date(day[0], 1, 1)) == dt.date(*day)


def test_a_hostile_line_of_a_month_comes_to_an_end(room: Any) -> None:
    for part in (
        "'a ",
        '"noor ',
        "noor told me ",
        "gave: a, ",
        "> by 20 oct. ",
        "noor said over the ",
        "w/o noor ",
    ):
        read(part * 300, room)
