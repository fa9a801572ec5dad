"""The day that a line tells of, wherever in it: NOW is a Wednesday, 18 November."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netjournal.language.capture import capture
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.days.told import told_day
from tests.hanging import comes_to_an_end
from tests.language.conftest import Gather
from tests.language.reading_lines import NOW, read


@pytest.fixture(scope="module")
def room(gather: Gather) -> Any:
    return gather("Noor Haddad", "Rose Abernathy", "Karim Bello", "Mateo Silva", "Will Tanaka", "Aunt Nora")


LIVED = """
Coffee with Rose yesterday                              | 17
dinner with Karim last night                            | 17 night
dinner with Karim last night, he leaves on friday       | 17 night
dinner with Karim last night. He told me Will left      | 17 night
noor rang yesterday                                     | 17
met noor yesterday for tea                              | 17
called dad last night, he asked twice where i live      | 17 night
Rose and I had tea yesterday                            | 17
we met yesterday, Rose and I                            | 17
great seeing Rose yesterday                             | 17
wow, coffee with Rose yesterday!!                       | 17
Karim gave me a lift yesterday                          | 17
talked to Rose yesterday about her exam on friday       | 17
coffee with Rose yesterday, I should ring her more      | 17
choir last night                                        | 17 night
tea with Rose (yesterday)                               | 17
phoned Rose yesterday afternoon                         | 17 afternoon
Met Rose 2 days ago at the gym                          | 16
tea with Rose (mon)                                     | 16
coffee with rose on monday                              | 16
coffee with Rose on monday. I'll send her the recipe    | 16
mum rang on sunday                                      | 15
noor came over for dinner last saturday                 | 14
Aunt Nora visited last saturday                         | 14
dinner at Noor's on saturday night                      | 14 night
hike sat: Noor, Karim, rain all day                     | 14
went mushroom picking with Noor last sunday             | 15
climbing thurs w/ Mateo                                 | 12
met up with Rose last thursday after work               | 12
Karim came to my party last friday                      | 13
coffee with Rose on nov 3                               | 3
coffee with Rose on the 3rd                             | 3
met Rose on tuesday last week                           | 10
met Rose on sat 7 nov                                   | 7
tuesday noor rang                                       | 17
monday I met Rose                                       | 16
Sunday lunch with Noor                                  | 15
sunday roast at Aunt Nora's                             | 15
choir at the school tonight!!                           | 18 evening
dinner with Rose tonight                                | 18 evening
swam with Rose this morning                             | 18 morning
"""


@pytest.mark.parametrize("row", LIVED.strip().splitlines())
def test_a_day_that_a_line_tells_of_is_its_day_and_stays_in_its_words(room: Any, row: str) -> None:
    line, _, said = (part.strip() for part in row.rpartition("|"))
    found = read(line, room)
    assert f"{found.date.day} {found.part or ''}".strip() == said
    assert (found.text, found.dated) == (line, True)


OPENING = """
on tuesday uwe fixed my bike tube         | 17         | uwe fixed my bike tube
on friday noor rang                       | 13         | noor rang
last friday noor rang                     | 13         | noor rang
last night noor rang                      | 17 night   | noor rang
last night dinner with Karim              | 17 night   | dinner with Karim
last night went dancing w/ Rose           | 17 night   | went dancing w/ Rose
yday lunch w Karim                        | 17         | lunch w Karim
monday evening, noor rang                 | 16 evening | noor rang
three days ago i met noor                 | 15         | i met noor
a week ago we had fondue at Noor's        | 11         | we had fondue at Noor's
on the 3rd had lunch with Rose            | 3          | had lunch with Rose
November 3 we met Rose                    | 3          | we met Rose
13.11. tea with Aunt Nora                 | 13         | tea with Aunt Nora
Saturday, tea with Rose                   | 14         | tea with Rose
Mon. tea with Rose                        | 16         | tea with Rose
sunday arvo bbq at Will's                 | 15 afternoon | bbq at Will's
this morning birgit waved me in           | 18 morning | birgit waved me in
this evening Rose came round              | 18 evening | Rose came round
tonight we had dinner with Rose           | 18 evening | we had dinner with Rose
evening: bike ride w/ Mateo               | 18 evening | bike ride w/ Mateo
mon - tea with Rose                       | 16         | tea with Rose
nov 3 – coffee                            | 3          | coffee
yday - tea: two pots                      | 17         | tea: two pots
last week on tuesday we met Rose          | 10         | we met Rose
Late last night Rose called               | 17 night   | Late last night Rose called
Back on monday I phoned Rose              | 16         | Back on monday I phoned Rose
"""


@pytest.mark.parametrize("row", OPENING.strip().splitlines())
def test_a_day_that_a_line_begins_with_needs_no_colon(room: Any, row: str) -> None:
    line, said, text = (part.strip() for part in row.split("|"))
    found = read(line, room)
    assert f"{found.date.day} {found.part or ''}".strip() == said
    assert found.text == text


OPEN = """
told me she went to Berlin yesterday
Rose told me she went to Berlin yesterday
we talked about last friday
coffee with Rose, she said she left him last friday
played chess with Karim, he beat Will yesterday
mum called, aunt nora fell last night
read the letter Rose wrote last friday
emailed Rose the notes from yesterday
thanked Rose for coming on friday
tea with Rose, back from Berlin last night
met Rose, whom I last saw 3 weeks ago
Karim flew to Lagos yesterday
Rose's exam yesterday
Karim got married last saturday
Rose and Karim went to Rome last friday
the boiler broke yesterday, Will fixed it
Rose is ill since yesterday
haven't seen Rose since last friday
did not see Rose yesterday
she comes on friday
Rose comes on friday
friday Rose comes for dinner
lunch with Rose on friday, need to book
lunch with Rose on saturday?
meeting Karim on friday
having lunch with Karim on friday
call Rose on friday
invited Rose to dinner on friday
agreed to meet Rose on monday
lunch with Rose on 20 nov
nov 20 lunch with Rose
lunch with Rose on the 30th
on friday we will meet Rose
on friday I meet Rose
on friday Rose flew to Lima
tea with Rose > send it by friday
> send it by friday
yesterday was hard
last friday was great with Rose
yesterday and today with Rose
this morning was hard
last night bus with Rose
last night shift with Rose
rang Rose on monday, Will on tuesday
on monday I met Rose, on tuesday Will
met Rose on monday and tuesday
met Rose yesterday and again today
mon - fri: workshop with Rose
15:00 - 16:00 standup with Rose
walk - monday was hard
last week - tea with Rose
Friday market
friday market with Rose
tuesday group met
black friday with Rose
choir tuesdays with Rose
every friday tea with Rose
Amina starts chemo on Monday
rang Rose to swap Saturday for Sunday
Karim's last evening with Rose
signed up for choir on tuesday
met Rose on the 3rd floor
on 31 feb I met Rose
sat with Rose by the window
sat in the sun with Rose
sun came out, walked with Rose
a week in Paris with Rose
back from Berlin, tea with Rose
whatsapped Rose re sunday
"""


@pytest.mark.parametrize("line", OPEN.strip().splitlines())
def test_a_day_of_others_or_to_come_leaves_it_today(room: Any, line: str) -> None:
    found = read(line, room)
    assert (found.date, found.part, found.dated) == (NOW.date(), None, False)


def test_the_day_that_is_given_wins(room: Any) -> None:
    found = capture("tea with Rose yesterday evening", NOW, room, on="nov 3")
    assert (found.date, found.part) == (dt.date(2026, 11, 3), None)
    assert read("mon: tea with Rose, as yesterday", room).date == dt.date(2026, 11, 16)
    assert read("mon: tea with Rose last night", room).date == dt.date(2026, 11, 16)


def test_what_is_promised_is_counted_from_the_day_that_is_told_of(room: Any) -> None:
    found = read("tea with Rose last friday > send the plan in 3 days", room)
    assert [one.due for one in found.promises] == [dt.date(2026, 11, 16)]


@pytest.mark.parametrize(
    "text",
    ["day before " * 300, f"{SOMEBODY}, " * 700 + "met yesterday", "(mon) " * 400, "for " * 600 + "friday"],
)
def test_a_line_made_to_be_hard_comes_to_an_end(text: str) -> None:
    with comes_to_an_end():
        told_day(text, NOW)
