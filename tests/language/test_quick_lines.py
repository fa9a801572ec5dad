"""Lines typed with quick fingers over five weeks of shifts, beside their neighbours."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.language.exchanged import is_attempt
from netjournal.language.names.misspelt import slip_in
from netjournal.practice.answering import promised_in
from tests.language.reading_lines import NOW, firsts, read

PEOPLE = (
    "Anjali Rao",
    "Rosa Quispe",
    "Kenji Sato",
    "Malia Kealoha",
    "Noe Ibarra",
    "Pia Lindqvist",
    "Karim Haddad",
    "Ewa Nowak",
    "Friedel Kranz",
    "Birgit Lang",
    "Yusuf Demir",
    "Dr. Albers",
    "Mark Otieno",
    "Rose Tan",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("sms to Birgit thx for the rolls, forgot last week", "message"),
        ("text from Ewa: all fine", "message"),
        ("walked home alone, dm to Noe", "message"),
        ("a quick voice note to Pia", "message"),
        ("card from Rosa", "message"),
        ("whatsapp to her, Pia is well", "message"),
        ("wished Pia happy birthday on whatsapp", "message"),
        ("mail from Kenji about the board", "email"),
        ("a long mail to Rosa", "email"),
        ("lunch with Pia, card to Rosa's aunt", "in_person"),
        ("Pia txt: all good", "message"),
        ("txt from Pia", "message"),
        ("card for Rosa posted", "message"),
        ("newsletter sent to Rosa two days late", "message"),
        ("sent inti drawing to Rosa. inti and me cycled to the lake, ice cream", "message"),
        ("she needs a card from Rosa", None),
        ("should write a card to Rosa", None),
        ("Pia, a note to myself", None),
    ],
)
def test_a_text_or_card_to_or_from_somebody_is_writing(room: Any, line: str, channel: str | None) -> None:
    assert read(line, room).channel == channel


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("rang Dr. Albers, line busy", "", None),
        ("rang Dr. Albers, engaged", "", None),
        ("rang Karim, the line is engaged", "", None),
        ("called Karim, busy tone", "", None),
        ("rang Karim, his voicemail is full", "", None),
        ("rang Karim, line busy. lunch with Pia", "Pia", "in_person"),
        ("rang Karim, line busy, tried again, we talked", "Karim", None),
        ("rang Karim, he is engaged to Pia", "Karim", "call"),
        ("rang Karim, engaged!", "Karim", "call"),
        ("rang Karim, busy as ever", "Karim", "call"),
    ],
)
def test_a_busy_line_is_no_call(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)


def test_a_busy_line_is_an_attempt() -> None:
    assert is_attempt("rang Dr. Albers, line busy")
    assert is_attempt("rang Karim, the line was engaged")
    assert not is_attempt("rang Karim, the line was engaged, called back later")
    assert not is_attempt("rang Karim, he is engaged to Pia")


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("at Friedel's bed, she slept mostly", "in_person"),
        ("by her bed all night, Friedel slept", "in_person"),
        ("again in Friedel's room", "in_person"),
        ("with Friedel in hospital", "in_person"),
        ("held her hand, Friedel slept", "in_person"),
        ("Friedel held my hand", "in_person"),
        ("her son @Henrik was there", "in_person"),
        ("Yusuf and Birgit sat with me till 6", "in_person"),
        ("Pia stood with me at the window", "in_person"),
        ("night shift. Birgit brought rolls at 5, she and me laughed about the machine", "in_person"),
        ("choir, then Pia and I walked home", "in_person"),
        ("Friedel is in hospital", None),
        ("Friedel at her side of the story", None),
        ("Pia was there for me", None),
        ("he held her hand, Friedel says", None),
        ("Noe didn't show, Pia and I waited an hour", "in_person"),
        ("Pia and I talked for hours", None),
        ("Birgit brought up the rolls question", None),
        ("Pia and I laughed on the phone", "call"),
        ("Zoom with Pia, Karim was there too", "video"),
        ("at the meetup, Karim was there", "event"),
    ],
)
def test_whoever_sat_or_laughed_beside_somebody_met_them(room: Any, line: str, channel: str | None) -> None:
    assert read(line, room).channel == channel


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("letter from Karim, lunch with Pia", "Karim Pia", None),
        ("called Karim, lunch with Pia", "Karim Pia", None),
        ("texted Pia, met Karim at the bar", "Pia Karim", None),
        ("Pia called, Karim came by", "Pia Karim", None),
        ("called Karim about lunch with Pia", "Karim Pia", "call"),
        ("called Karim, he met Pia", "Karim Pia", "call"),
        ("called Pia, lunch at home", "Pia", "call"),
        ("lunch with Pia, called Karim", "Pia Karim", "in_person"),
        ("lunch with Pia, text from Karim", "Pia", "in_person"),
        ("lunch with Pia, got a card from Karim and Noe", "Pia", "in_person"),
        ("lunch with Pia, letter from Karim, so I called him", "Pia Karim", "in_person"),
        ("lunch with Pia over a letter from Karim", "Pia Karim", "in_person"),
        ("lunch with Pia, a parcel from Karim's sister", "Pia", "in_person"),
    ],
)
def test_of_two_ways_the_meeting_stays_or_nothing_is_said(
    room: Any, line: str, who: str, channel: str | None
) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        (
            "at Friedels bed again, she slept mostly. her son @Henrik was there … sang her the Faure quietly",
            "Friedel Henrik",
            "in_person",
        ),
        ("in Pias kitchen with Karim", "Pia Karim", "in_person"),
        ("tea at Pias", "Pia", "in_person"),
        ("bbq at pias", "Pia", "in_person"),
        ("round to karims for soup", "Karim", "in_person"),
        ("went by karims w a cake", "Karim", None),
        ("pias birthday", "Pia", None),
        ("lunch with Pias sister", "", "in_person"),
        ("called Pia, Friedels plan is goats", "Pia", "call"),
        ("Marks birthday", "Mark", None),
        ("tea in Pia Lindqvists kitchen", "Pia", "in_person"),
        ("@Birgit Langs birthday", "Birgit", None),
        ("tea in Dr. Albers office", "Albers", "in_person"),
        ("Marks and scores were given", "", None),
        ("Roses bloom in the yard", "", None),
        ("Karims came by", "", None),
        ("at friedels bed", "Friedel", "in_person"),
        ("tea at marks", "Mark", "in_person"),
        ("three pias boats", "", None),
        ("tea with Pia at karims and sons", "Pia", "in_person"),
        ("@Friedels bed", "Friedels", None),
    ],
)
def test_a_genitive_needs_no_apostrophe(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel, found.unclear) == (who.split(), channel, ())


def test_a_name_that_ends_in_s_is_no_genitive(gather: Any) -> None:
    both = gather("Jona Weiss", "Jonas Berg", "Ana Marks", "Mark Otieno")
    assert firsts(read("Jonas kitchen", both)) == ["Jonas"]
    assert firsts(read("Marks kitchen, Ana Marks house", both)) == ["Ana"]
    assert firsts(read("Jonas kitchen", gather("Jona Weiss"))) == ["Jona"]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("mums rehab dayroom, she sang two songs", "Mum"),
        ("mums rehab dayroom", ""),
        ("mums rehab dayroom, she is worse", ""),
        ("dinner at mums with lio", "Mum Lio"),
        ("mums birthday, she sang", "Mum"),
        ("coffee with the other mums, she sang", ""),
        ("tea with Lio at mums and toddlers", "Lio"),
        ("talked to mums at the gate with Lio", "Lio"),
        ("drinks in the mums kitchen with Lio", "Lio"),
        ("rang lio, hes at mums", "Lio"),
        ("supper at Mr Satos: Yuki, Lio", "Kenji Yuki Lio"),
        ("supper at Satos: Yuki, Lio", "Yuki Lio"),
        ("supper at Mr Tanakas with Lio", "Lio"),
    ],
)
def test_a_genitive_of_mum_or_of_a_host_is_read_as_it_is_written(gather: Any, line: str, who: str) -> None:
    known = gather("Mum", "Lio Costa", "Kenji Sato", "Yuki Tanaka", "Hana Tanaka")
    assert firsts(read(line, known)) == who.split()


def test_nobody_is_asked_about_a_genitive(room: Any) -> None:
    text = "told Pia about Friedels bed"
    assert slip_in(text, room, {room.id("Pia Lindqvist"): "Pia Lindqvist"}) is None
    assert slip_in("told Pia about Freidel", room, {}) is not None
    assert read(text, room).text == text


@pytest.mark.parametrize(
    ("words", "each"),
    [
        ("sing her the Fauré, bring her the rose oil", "sing her the Fauré|bring her the rose oil"),
        (
            "call Noe, bring soup and flowers, then send the notes",
            "call Noe|bring soup and flowers|send the notes",
        ),
        ("ask her about the keel, and book the boat", "ask her about the keel|book the boat"),
        ("get flowers for Rosa, call Noe", "get flowers for Rosa|call Noe"),
        ("bring the cake and the plates", ""),
        ("bring the cake, the plates", ""),
        ("bring the cake, book club notes", ""),
        ("call, write", ""),
        ("wash the coat, return it", ""),
        ("send the plan, the draft, bring a pen", ""),
        ("call her, maybe bring soup", ""),
    ],
)
def test_each_thing_to_do_is_a_promise_and_the_last_has_the_day(room: Any, words: str, each: str) -> None:
    *others, last = each.split("|") if each else [words]
    expected = [*((one, None) for one in others), (last, date(2026, 11, 20))]
    for line in (f"tea with Rosa > {words} on friday", f"> {words} on friday"):
        assert [(one.text, one.due) for one in read(line, room).promises] == expected
    assert [(one.text, one.due) for one in promised_in(f"> {words} on friday", NOW)] == expected


def test_each_thing_to_do_may_have_a_day_of_its_own(room: Any) -> None:
    found = read("tea with Rosa > call her tomorrow, bring Noe the album by friday", room)
    assert [one.due for one in found.promises] == [date(2026, 11, 19), date(2026, 11, 20)]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("wrote the eulogy for Malia", ""),
        ("wrote the eulogy for Malia with Pia", "Pia"),
        ("Malia's mother called", ""),
        ("lunch with Pia, Malia's mother called", "Pia"),
        ("Malia's mother came by with her", "Malia"),
        ("called Malia's mother", ""),
        ("lunch with Malia's sister", ""),
        ("saw a photo of Ewa", ""),
        ("saw an old photo of Ewa, called her", "Ewa"),
        ("took a photo of Ewa", "Ewa"),
        ("liked a photo of Ewa", "Ewa"),
        ("read Anjali's book", ""),
        ("read Anjali's new book with her", "Anjali"),
        ("read Anjali's letter", "Anjali"),
        ("read Anjali's book, wrote her about it", "Anjali"),
        ("dreamt of Pia", ""),
    ],
)
def test_a_likeness_a_work_or_a_relative_is_not_the_person(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("asked Pia to bring Karim, and he came", "Pia Karim"),
        ("asked Pia to bring Karim, and she came without him", "Pia"),
        ("asked Pia to bring Karim", "Pia"),
        ("forgot to call Karim, and he came by", "Karim"),
    ],
)
def test_who_came_after_all_was_met(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ran into Ewa and Rosa says hi", "Ewa"),
        ("lunch with Pia and Karim sends a hug", "Pia"),
        ("tea with Pia, Kenji says hi and Noe sends love", "Pia"),
        ("lunch with Pia, Kenji and Noe say hi", "Pia"),
        ("lunch with Pia and Karim has a new job", "Pia"),
        ("lunch with Pia and Karim", "Pia Karim"),
        ("Pia and Karim have a new job", ""),
        ("Kenji and Noe say hi", "Kenji Noe"),
        ("Pia and Karim sent greetings", "Pia Karim"),
    ],
)
def test_who_only_says_hello_was_not_there(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("night shift with Birgit and Yusuf, three falls on the ward", "in_person"),
        ("rehearsal with Malia, Noe and Ewa, the Brahms is coming along", "in_person"),
        ("Yusuf drove me home after the shift", "in_person"),
        ("went to the doctor with Rosa", "in_person"),
        ("went with Yusuf to the foreigners' office, waited 3 hours", "in_person"),
        ("took Karim to the job centre", "in_person"),
        ("translated for Karim at the clinic", "in_person"),
        ("football with Kenji, 3:2", "in_person"),
        ("coffee w Pia", "in_person"),
        ("study call w Rosa", "call"),
        ("thx card to Birgit", "message"),
        ("rehearsal with Malia on zoom", "video"),
        ("swapped letters with Pia", "message"),
        ("Yusuf stayed 1h after class to go through my test", "in_person"),
        ("Yusuf stayed with her mum", None),
        ("Yusuf stayed away", None),
        ("swapped the late shift with Yusuf, he owes me one", None),
        ("Karim drove me to despair", None),
        ("things went well with Pia", None),
        ("the plan went to waste with Rosa", None),
        ("choir rehearsal tomorrow with Malia", None),
        ("climbing prices, argued with Kenji", None),
    ],
)
def test_what_is_done_in_one_place_is_done_in_person(room: Any, line: str, channel: str | None) -> None:
    assert read(line, room).channel == channel


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Rosa's 80th! Friedel sang", "Rosa Friedel"),
        ("Yusuf's lawyer called", ""),
        ("Yusuf's lawyer", ""),
    ],
)
def test_a_round_birthday_is_theirs_and_a_lawyer_is_not_they(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Pia's birthday is on friday", ""),
        ("Yusufs hearing is next week", ""),
        ("tea with Rosa, Pia's exam is in two days", "Rosa"),
        ("tea with Rosa, Pia's exam is tomorrow, she is nervous", "Rosa"),
        ("Pia's birthday is on friday, she came by with cake", "Pia"),
        ("Pia's birthday, cake on friday", "Pia"),
        ("Pia's kitchen is on the third floor, lunch", "Pia"),
    ],
)
def test_what_is_somebodys_on_a_day_to_come_is_no_meeting(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize("line", ["vogt called", "rang Vogt", "tea with herr vogt", "Herr Vogt paid"])
def test_who_is_written_down_with_a_title_is_found_by_the_name_after_it(gather: Any, line: str) -> None:
    room = gather("Herr Vogt", "Mayor Pohl")
    assert [person.name for person in read(line, room).who] == ["Herr Vogt"]


@pytest.mark.parametrize(
    "line",
    [
        "tea with Pia, said id send her the plan by friday",
        "tea with Pia, said I'd send her the plan by friday",
        "tea with Pia. said ill send her the plan by friday",
    ],
)
def test_what_quick_fingers_leave_out_is_no_less_promised(room: Any, line: str) -> None:
    [promise] = read(line, room).promises
    assert (promise.text, promise.due) == ("send her the plan", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("tea with Pia, told her id ask Ewa about the job", "Pia"),
        ("told Pia I'd introduce her to Ewa", "Pia"),
        ("Pia asked whether I know a baker, ill ask Ewa", "Pia"),
        ("Pia said she'd ask Ewa", "Pia"),
        ("Pia & Ewa met on their own!! they start next week", ""),
        ("Pia and Ewa had lunch without me", ""),
        ("Pia and I walked on our own", "Pia"),
        ("Yusuf off sick, long day alone", ""),
        ("Yusuf on the phone for an hour", "Yusuf"),
        ("Pia ill, brought her soup", "Pia"),
        ("Pia off sick, rang her", "Pia"),
        ("Pia texted, lost his flat, dont tell Ewa", "Pia"),
        ("Pia is in trouble, tell Ewa nothing yet", "Pia"),
        ("Pia told me all, must keep it from Ewa", "Pia"),
        ("Pia wrote, wants to play for me + Ewa sometime", "Pia"),
        ("choir, Pia wasnt there, Ewa said she is fine", "Ewa"),
        ("Pia and I cooked for Ewa", "Pia Ewa"),
    ],
)
def test_whom_one_will_ask_who_met_without_one_and_who_is_ill_were_not_met(
    room: Any, line: str, who: str
) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("told Pia id come see her workshop next sat", "come see her workshop", date(2026, 11, 21)),
        ("said I'd drop by Pia's on sunday", "drop by Pia's", date(2026, 11, 22)),
        ("Pia asked whether I know a baker, ill ask Ewa", "ask Ewa", None),
    ],
)
def test_to_come_and_see_and_to_ask_are_promised_as_quick_fingers_type_them(
    room: Any, line: str, text: str, due: date | None
) -> None:
    [promise] = read(line, room).promises
    assert (promise.text, promise.due) == (text, due)


@pytest.mark.parametrize("line", ["told Pia I'd drop by the shop", "Pia asked if I'd fix it"])
def test_an_errand_and_a_question_are_no_promises(room: Any, line: str) -> None:
    assert read(line, room).promises == ()


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        (
            "promised Pia to send the plan by friday, promised Ewa to fix the drum",
            {"send the plan": date(2026, 11, 20), "fix the drum": None},
        ),
        (
            "tea with Pia and Ewa, promised Pia the plan and Ewa the drum",
            {"the plan for Pia": None, "the drum for Ewa": None},
        ),
        ("soup with Karim - promised him to bring the saw", {"bring the saw": None}),
        ("soup with Karim, promised Ewa i would ring by monday", {"ring": date(2026, 11, 23)}),
        ("phoned Ewa, promised her id come for the feast", {"come for the feast": None}),
        ("soup with Karim - Ewa promised Pia the plan", {}),
        ("soup with Karim, Ewa promised Pia she would ring", {}),
    ],
)
def test_each_of_several_promises_is_kept_as_quick_fingers_type_it(
    room: Any, line: str, promised: dict[str, date | None]
) -> None:
    assert {one.text: one.due for one in read(line, room).promises} == promised
