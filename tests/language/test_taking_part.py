"""Who took part, and who is only spoken of."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.capture import Known
from tests.language.reading_lines import firsts, read

PEOPLE = (
    "Pia Lindqvist",
    "Nana Beridze",
    "Gia Beridze",
    "Otar Lomidze",
    "Mariam Lomidze",
    "Tomasz Zieliński",
    "Karim Haddad",
    "Ruben Costa",
    "Mum",
    "Ana Silva",
    "Ana Lima",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("lunch with Pia via:lunch, told her about Tomasz", "Pia"),
        ("lunch with Pia, told her about Tomasz and Karim's boat", "Pia"),
        ("talked about Tomasz with Pia and Karim", "Pia Karim"),
        ("wrote Pia a thank you note for Karim", "Pia"),
        ("lunch with Pia, gave her a note for Karim", "Pia"),
        ("messaged Ruben the number of Tomasz", "Ruben"),
        ("coffee with Pia and a friend of Karim", "Pia"),
        ("Pia came instead of Karim", "Pia"),
        ("slept, did not call Mum", ""),
        ("didn’t get to see Mum or Karim", ""),
        ("forgot to write to Mum, lunch with Pia", "Pia"),
        ("Nana: Gia's hand will be ok!!! she thanked me for the radio", "Nana"),
        ("Nana: Gia’s hand will be ok", "Nana"),
        ("called Nana, Gia's plan is goats", "Nana"),
        ("thanks note to Otar for Mariam's scissors", "Otar"),
        ("tea with Mariam (Otar's daughter)", "Mariam"),
        ("Otar's daughter Mariam laughed", "Mariam"),
        ("met Mariam, Otar's daughter", "Mariam"),
        ("wrote Nana about Gia's plan, Gia wants goats", "Nana"),
        ("Pia asked if Karim wants to work at her shop", "Pia"),
        ("Nana phoned, Gia fell from the ladder", "Nana"),
        ("letter from Nana: Gia is well, Otar has moved", "Nana"),
        ("Pia asked me how Karim is doing", "Pia"),
        ("Pia told me that Tomasz and Karim moved", "Pia"),
        ("Pia said Tomasz has left", "Pia"),
        ("told Pia that Tomasz has left", "Pia"),
        ("congratulated Pia on Karim's exam", "Pia"),
        ("helped Pia with Karim's move", "Pia"),
        ("Pia and Karim met on zoom, he hired her", ""),
        ("Pia and Karim met at my place", "Pia Karim"),
        ("postcard from Pia! she got the job, thanks to Karim", "Pia"),
        ("said thanks to Karim", "Karim"),
        ("tea with Pia, then thanks to Karim for the lift home", "Pia Karim"),
        ("letter from Pia, she greets Karim", "Pia"),
        ("missed Karim's birthday", ""),
        ("I owe Karim a call", ""),
        ("gotta email Karim the flyer by tomorrow", ""),
        ("I got to meet Karim at last", "Karim"),
        ("on Monday I'm meeting Karim about permits", ""),
        ("Karim cancelled our zoom", ""),
        ("Karim cancelled our zoom, so I rang him", "Karim"),
        ("Karim cancelled, had tea with Pia", "Pia"),
        ("told Pia n Otar n Tomasz abt Karim. everyone kind", "Pia Otar Tomasz"),
        ("dinner w Pia n his wife, talked abt Karim n laughed", "Pia"),
        ("had a drink w Pia, toasted Karim", "Pia"),
        ("toasted Karim at the pub, he blushed", "Karim"),
        ("Karim had a stroke this morn. sat w him all day", "Karim"),
        ("lunch with Karim's sister and Pia", "Pia"),
        ("lunch with Pia, Karim couldn't come", "Pia"),
        ("lunch with Pia; Karim and Tomasz were invited, Ruben was not there", "Pia Karim Tomasz"),
        ("wrote to Pia that I met Tomasz", "Pia"),
        ("Pia mentioned Karim", "Pia"),
        ("Pia spoke of Karim", "Pia"),
        ("at the funeral of Ruben, with Pia", "Pia"),
        ("long call w Otar re: paste. he will come saturday, Mariam too", "Otar"),
        ("call with Pia. she comes sunday, Karim as well", "Pia"),
        ("walk with Pia. she travels tomorrow, Karim too", "Pia"),
        ("Pia wanted to know whether Karim would paint her door", "Pia"),
        ("Pia wants to know if Karim and Tomasz will come", "Pia"),
        ("lunch with Pia. Karim has a new job", "Pia"),
        ("lunch with Pia; Karim sends greetings", "Pia"),
        ("met Pia in the bakery, no time; she looked pale. Karim says hello", "Pia"),
        ("Pia laughed, Karim sends a hug", "Pia"),
        ("coffee with Pia. Karim is in Paris now", "Pia"),
        ("Karim called, I did not pick up", ""),
        ("lunch with Pia, called Karim, no answer", "Pia"),
        ("tried to reach Karim, nobody answered", ""),
        ("Karim rang again, I missed it.", ""),
        ("Karim rang, I let it ring", ""),
        ("Karim rang twice, I let it. Talked shop with Otar", "Otar"),
        ("Karim called, let it ring out. Then to bed", ""),
        ("Karim rang. I let it ring", ""),
        ("Gia asked me to call Karim", "Gia"),
        ("Mariam reminded me to write to Karim", "Mariam"),
        ("promised Nana to call Karim", "Nana"),
        ("Gia told Otar to visit Karim", "Gia Otar"),
        ("planned with Gia to visit Karim on sunday", "Gia"),
        ("tea with Pia. Karim got married", "Pia"),
        ("tea with Pia. Karim had an operation", "Pia"),
        ("tea with Pia. Karim still has no work", "Pia"),
        ("tea with Pia. Karim and Tomasz are moving to Paris", "Pia"),
        ("lunch with Pia. Karim will move to Paris", "Pia"),
        ("lunch with Pia; Karim lost his job", "Pia"),
        ("lunch with Pia, Karim is ill", "Pia"),
        ("lunch with Pia – Karim is in Paris now", "Pia"),
        ("Pia brought her father's empty box. Karim is in hospital", "Pia"),
        ("lunch with Pia, coffee with Karim was cancelled", "Pia"),
        ("Karim has pneumonia, Otar says", "Otar"),
        ("Karim has pneumonia according to Otar", "Otar"),
        ("according to Otar, Karim has pneumonia", "Otar"),
        ("Otar said that Karim has pneumonia", "Otar"),
        ("heard from Nana that Karim plays", "Nana"),
        ("Karim plays again, heard from Nana", "Nana"),
        ("Karim and Pia got married, says Otar.", "Otar"),
        ("Karim, Pia and Gia are ill, said Otar and Nana today", "Otar Nana"),
        ("Karim's hand is well – says Otar", "Otar"),
        ("tea with Pia, Karim has moved in with Ruben, says Otar", "Pia Otar"),
        ("“Karim is ill”, said Otar", "Otar"),
        ("tea with Pia, she said Karim sends greetings", "Pia"),
        ("Karim is in hospital says Otar", "Otar"),
        ("Karim has pneumonia (so Otar says)", "Otar"),
        ("Karim has pneumonia, Otar rang to say", "Otar"),
        ("Karim has pneumonia, told Otar", "Otar"),
        ("Otar told me on the phone that Karim has pneumonia", "Otar"),
    ],
)
def test_whoever_is_only_spoken_of_took_no_part(room: Any, line: str, who: str) -> None:
    found = read(line, room)
    assert firsts(found) == who.split()
    assert found.text == line.replace(" via:lunch", "")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("with Pia, Tomasz and Karim about the boat", "Pia Tomasz Karim"),
        ("asked about Karim", "Karim"),
        ("letter from Karim, lunch with Pia", "Karim Pia"),
        ("lunch with Pia, told her about Tomasz, then tea with Tomasz", "Pia Tomasz"),
        ("lunch with Pia, told her about @Tomasz", "Pia Tomasz"),
        ("cooked for Pia and Karim", "Pia Karim"),
        ("cooked for Pia, Tomasz dropped by", "Pia Tomasz"),
        ("waited with Pia for Karim", "Pia Karim"),
        ("dinner with Pia, cake for Karim's birthday", "Pia Karim"),
        ("hugged Pia in front of Karim", "Pia Karim"),
        ("introduced Pia to Karim", "Pia Karim"),
        ("wrote to Pia, called Karim", "Pia Karim"),
        ("did not tell Mum the news", "Mum"),
        ("did not only call Mum", "Mum"),
        ("could not reach Mum, left her a message", "Mum"),
        ("did not call Pia but met Mum", "Mum"),
        ("Mum, not long", "Mum"),
        ("called Karim twice, lunch with Pia", "Karim Pia"),
        ("Karim came by, wrote Pia", "Karim Pia"),
        ("Karim came by, Pia rang to say", "Karim Pia"),
        ("Karim says Pia", "Karim Pia"),
        ("Karim called, wrote to Pia", "Karim Pia"),
        ("lunch with Karim, too salty, says Pia", "Karim Pia"),
        ("@Karim is ill, says Pia", "Karim Pia"),
        ("Karim laughed, Pia says yes", "Karim Pia"),
        ("Karim will come again, says Karim", "Karim"),
        ("Karim called, I let it ring twice, then we talked", "Karim"),
        ("Karim rang, I let it ring. called him back later", "Karim"),
        ("Karim rang, I let it cool and poured him tea", "Karim"),
        ("called Karim, no answer, left him a message", "Karim"),
        ("Karim called, I missed it, then called back and we laughed", "Karim"),
        ("Pia asked about Karim, so I called him too", "Pia Karim"),
        ("Pia said that Karim from the yard wants to learn sewing, so I called Karim too", "Pia Karim"),
        ("lunch with Pia, told her about Tomasz, Tomasz came by later", "Pia Tomasz"),
        ("dinner with Pia at Karim's", "Pia Karim"),
        ("called Nana, Gia answered", "Nana Gia"),
        ("called Nana, Gia left me a message", "Nana Gia"),
        ("called Nana, Gia was there too", "Nana Gia"),
        ("lunch with Nana, Gia fell asleep", "Nana Gia"),
        ("called about the boat, Gia is glad", "Gia"),
        ("lunch with Pia in Karim's kitchen", "Pia Karim"),
        ("Karim's birthday, sat with Pia", "Karim Pia"),
        ("lunch with Pia after Karim's visit", "Pia Karim"),
        ("Karim's boat sank", "Karim"),
        ("swam with Pia, then rum on Karim's boat", "Pia Karim"),
        ("Karim could not come, called to say so", "Karim"),
        ("lunch with Pia, Karim didn't like it", "Pia Karim"),
        ("Pia and Karim's dog", "Pia Karim"),
        ("“no way”, said Karim. Pia laughed", "Karim Pia"),
        ("Pia said goodbye to Karim", "Pia Karim"),
        ("Pia told Karim that she moves", "Pia Karim"),
        ("lunch with Pia. Karim is here too", "Pia Karim"),
        ("lunch with Pia. Karim has sent us a cake", "Pia Karim"),
        ("coffee with Pia on monday, Karim too", "Pia Karim"),
        ("lunch with Pia, she was in town on monday, Karim too", "Pia Karim"),
        ("we sang with Pia yesterday, Karim too", "Pia Karim"),
        ("heard Karim sing with Pia", "Karim Pia"),
        ("Otar will bring it; Mariam was there too", "Otar Mariam"),
        ("Karim, who was ill last week, came for tea", "Karim"),
        ("Karim was at the market, we talked for an hour", "Karim"),
        ("Karim was there too", "Karim"),
        ("Karim is back! lunch", "Karim"),
        ("Karim wanted to call Otar, so we called Otar together", "Karim Otar"),
        ("Pia asked me to call Karim, called him, a good talk", "Pia Karim"),
        ("asked Karim to call a doctor", "Karim"),
        ("wanted to see Karim, found him at the market", "Karim"),
        ("hoped to see Karim and he was at home", "Karim"),
        ("Pia asked me to call Karim. did it, he is well", "Pia Karim"),
        ("had not seen Karim for years, what a day", "Karim"),
        ("haven't seen Karim for months, bumped into him at the ferry", "Karim"),
        ("Karim cancelled the trip, we had tea instead", "Karim"),
        ("Karim postponed his exam", "Karim"),
        ("Karim could not come in, we talked at the door", "Karim"),
        ("lunch with Pia. Karim will never forget it", "Pia Karim"),
        ("party: Pia sang. Karim lost his shoes", "Pia Karim"),
        ("met Pia, Karim has a bad knee", "Pia Karim"),
        ("Karim is ill, brought him soup", "Karim"),
        ("asked Karim, Karim did not answer", "Karim"),
        ("Karim didn't write his essay", "Karim"),
        ("tea with Miss Karim", "Karim"),
        ("dreamt of Karim, called him", "Karim"),
    ],
)
def test_in_doubt_they_took_part(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    "line",
    [
        "Met nobody, Karim was ill",
        "met nobody. Karim is ill",
        "met nobody. Saw no one, Pia was away",
        "I should call Karim",
        "will meet Pia on friday",
        "will have tea with Pia on friday",
        "yoga, coffee, then home. I must call Mum",
        "tomorrow I will ask Otar for shelves",
        "we’ll visit Pia and Karim",
        "Pia will come on friday for tea",
        "Pia and Karim will come on friday",
        "Pia comes on sunday",
        "Pia will call Karim",
        "forgot to send Pia the book",
        "did not send Karim the type catalogue yet",
        "didnt send the catalogue to Karim",
        "no letter from Karim this week",
        "have not heard from Karim",
        "no news from Karim, he didn't pick up :(",
        "I will see Karim tomorrow at the beach",
        "Karim could not come",
        "missed a call from Karim",
        "missed Karim’s call",
        "Karim rang twice but I was asleep",
        "rang Pia, voicemail",
        "Karim didnt pick up",
        "called Karim, he didnt pick up",
        "lunch, Karim could not come",
        "we had lunch, Karim could not come",
        "dinner, Pia and Karim couldn't make it",
        "walk in the park. Karim was away",
        "Karim was supposed to come",
        "asked me to call Karim",
        "haven't seen Karim for weeks",
        "lunch with Karim was cancelled",
        "Karim cancelled lunch",
        "Karim did not write back",
        "Karim hasn’t answered my letter",
        "thought of Karim today",
        "I miss Karim",
        "lit a candle for Karim",
    ],
)
def test_nobody_took_part_in_what_did_not_happen_or_is_still_to_come(room: Any, line: str) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == ([], None)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Karim died this morning", ""),
        ("Karim has passed away", ""),
        ("Karim passed in his sleep", ""),
        ("Karim drowned off the pier", ""),
        ("Karim took his own life", ""),
        ("Karim passed the exam", "Karim"),
        ("Karim drowned the fish in lemon", "Karim"),
        ("Nana and Gia died in the flood", ""),
        ("Karim is dead", ""),
        ("Karim was buried today, Pia stood beside me", "Pia"),
        ("buried Karim this morning, Pia prayed", "Pia"),
        ("funeral of Karim, Pia stood beside me, Ruben prayed", "Pia Ruben"),
        ("funeral of Karim", ""),
        ("Karim's funeral. Pia came", "Pia"),
        ("visited Karim’s grave", ""),
        ("R.I.P. Karim", ""),
        ("Nana died last year, talked with Pia about her", "Pia"),
        ("Pia called: Karim died", "Pia"),
        ("sat with Karim all night. Karim died at dawn", "Karim"),
        ("Karim died this morning, I held his hand", "Karim"),
        ("funeral of Karim. held his mother, sat with her", ""),
        ("Karim died laughing at lunch", "Karim"),
        ("Pia almost died of shame", "Pia"),
        ("Karim was buried in work, we had tea anyway", "Karim"),
        ("Karim is dead tired after the walk", "Karim"),
        ("funeral of Karim's father, sat with Karim", "Karim"),
        ("Karim buried his dog", "Karim"),
    ],
)
def test_a_death_that_is_told_is_no_talk_with_the_dead(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("Karim has pneumonia, says Otar on the phone", "Otar", "call"),
        ("Pia is a grandmother again, says Karim on the phone", "Karim", "call"),
        ("Pia will play in Warsaw, wrote Nana", "Nana", "message"),
        ("Karim had lunch with Gia, says Otar", "Otar", None),
        ("tea with Pia, she will come again on friday", "Pia", "in_person"),
        ("had tea, Pia will come again on friday", "Pia", "in_person"),
        ("had tea with her, I should call Pia more", "Pia", "in_person"),
        ("I should call @Karim", "Karim", None),
        ("lunch with Pia, I should call Karim", "Pia", "in_person"),
        ("told Pia I will ask Otar for shelves", "Pia", None),
        ("lunch with Pia, Karim comes on friday", "Pia", "in_person"),
        ("met nobody but Karim", "Karim", "in_person"),
        ("Met nobody, Karim phoned", "Karim", "call"),
        ("no news from Karim, lunch with Pia", "Pia", "in_person"),
        ("had to call Mum", "Mum", None),
        ("saw Will near Karim", "Karim", None),
        ("asked Karim whether he will come", "Karim", None),
        ("missed a call from Karim, called back", "Karim", "call"),
        ("missed a call from Karim, lunch with Pia", "Pia", "in_person"),
        ("rang Pia, voicemail, left her a message", "Pia", "message"),
        ("Karim rang, I was asleep no more", "Karim", "call"),
        ("at a conference, did not see Karim", "", "event"),
    ],
)
def test_what_else_a_line_tells_counts(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)


def test_company_took_part_whatever_the_line_says(room: Any) -> None:
    pia = Known(room.id("Pia Lindqvist"), "Pia Lindqvist")
    assert firsts(read("did not call Pia", room, company=pia)) == ["Pia"]
    assert firsts(read("heard about Karim", room, company=pia)) == ["Pia"]
    assert firsts(read("lunch, Karim was there too", room, company=pia)) == ["Pia", "Karim"]
    assert firsts(read("called Pia and Karim", room, company=pia)) == ["Pia", "Karim"]


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("tea with Karim at the basket shop. showed him my dovetails, he cried a bit", "Karim"),
        ("yesterday: lunch with Karim, he asked about the keel", "Karim"),
        ("met Karim at the fair", "Karim"),
        ("coffee w/ @Karim", "Karim"),
        ("a walk with my old friend Karim along the mill", "Karim"),
        ("ran into Karim on the stairs", "Karim"),
        ("choir with Karim & Tomasz", "Karim Tomasz"),
        ("visited Karim in hospital", "Karim"),
        ("lunch with Karim too", "Pia Karim"),
        ("lunch with Karim as well", "Pia Karim"),
        ("dinner with Karim, the three of us", "Pia Karim"),
        ("she came with Karim", "Pia Karim"),
        ("met her brother Karim at last", "Pia Karim"),
        ("took her to lunch with Karim", "Pia Karim"),
        ("lunch, Karim was there", "Pia Karim"),
        ("tea, later with Karim to the harbour", "Pia Karim"),
        ("lunch with Karim and her", "Pia Karim"),
        ("Karim joined us for lunch", "Pia Karim"),
        ("met Karim through her; introduced at last", "Pia Karim"),
        ("tea with Karim and Pia", "Pia Karim"),
        ("told me about Karim", "Pia"),
        ("tea on the pier", "Pia"),
    ],
)
def test_a_line_on_somebodys_page_may_be_of_somebody_else(line: str, whom: str, room: Any) -> None:
    pia = Known(room.id("Pia Lindqvist"), "Pia Lindqvist")
    assert firsts(read(line, room, company=pia)) == whom.split()


def test_a_letter_of_somebody_else_is_not_of_the_company(room: Any) -> None:
    pia = Known(room.id("Pia Lindqvist"), "Pia Lindqvist")
    for line in ("letter from Karim, spidery hand", "called Karim", "Karim rang about the keel"):
        assert firsts(read(line, room, company=pia)) == ["Karim"]
    assert firsts(read("a long letter today", room, company=pia)) == ["Pia"]


def test_nobody_asks_which_of_two_is_spoken_of(room: Any) -> None:
    assert not read("lunch with Pia, told her about Ana", room).unclear
    assert [mention.written for mention in read("lunch with Ana", room).unclear] == ["Ana"]


words = st.sampled_from(
    ("with", "about", "for", "of", "did not call", "told her", "and", ",", ".", "then", "a note", "lunch")
)
names = st.sampled_from(("Pia", "Karim", "Tomasz", "@Ruben", '@"Bo Li"'))


@given(st.lists(words | names, max_size=9))
def test_the_sure_ones_stay_and_nobody_is_made_up(room: Any, parts: list[str]) -> None:
    line = " ".join(parts)
    who = firsts(read(line, room)) if line else []
    named = {part.strip('@"').split()[0] for part in parts if part[:1] in "@PKT"}
    sure = {part.strip('@"').split()[0] for part in parts if part[:1] == "@"}
    sure |= {name for word, name in pairwise(parts) if word == "with" and name[:1] in "PKT"}
    assert set(who) <= named
    assert sure <= set(who) or "did not call" in parts


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Mum's flat: cleared it out with Aoife", "Aoife"),
        ("cleared out Mum's flat with Aoife", "Aoife"),
        ("bought Mum's birthday present with Aoife", "Aoife"),
        ("Mum's flat: cleared it out with Aoife, she made tea", "Mum Aoife"),
        ("Mum's place: board games with Aoife", "Mum Aoife"),
        ("Mum's house, tea and cake", "Mum"),
        ("cleared the table at Mum's place", "Mum"),
        ("dinner at mum and aoifes, so good", "Mum Aoife"),
        ("Ms Adeyemi says mum can go back", ""),
        ("the nurse says mum can go back", ""),
        ("the nurse says mum can go back, drove her home", "Mum"),
        ("tea with mum, the nurse says mum can go back", "Mum"),
        ("dinner, the kids said mum cooked well", "Mum"),
        ("my brother says Aoife and I look alike", "Aoife"),
    ],
)
def test_whose_home_was_cleared_or_of_whom_another_says_something_took_no_part(
    gather: Any, line: str, who: str
) -> None:
    assert firsts(read(line, gather("Mum", "Aoife Byrne"))) == who.split()
