"""Lines of every day that were once misread, beside their neighbours that must not change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.practice.answering import promised_in
from tests.language.reading_lines import NOW, firsts, read

PEOPLE = (
    "Anjali Rao",
    "Rosa Quispe",
    "Kenji Sato",
    "Malia Kealoha",
    "Noe Ibarra",
    "Bruno Costa",
    "Pia Lindqvist",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("told Anjali that Rosa needs a board and that Kenji has one", "Anjali"),
        ("told Anjali that Rosa needs a board, and that Kenji has one", "Anjali"),
        ("told Anjali that it rains, that Kenji is ill and that I will call Noe", "Anjali"),
        ("Anjali said that Rosa and Pia moved and that Kenji and Noe stay", "Anjali"),
        ("told Anjali that I was tired and that evening Kenji came by", "Anjali Kenji"),
        ("told Anjali that I move and that was when Kenji came in", "Anjali Kenji"),
        ("told Anjali that I was tired and that I was cold and then called Kenji", "Anjali Kenji"),
        ("told Anjali that I move, then lunch with Kenji", "Anjali Kenji"),
        ("we sang that song, Anjali played it and that cheered Kenji", "Anjali Kenji"),
    ],
)
def test_what_somebody_said_goes_on_with_and_that(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("Rosa brought soup, Anjali sent flowers, Bruno a card", "Rosa Anjali Bruno", None),
        ("Anjali sent a card, Rosa brought soup", "Anjali Rosa", None),
        ("Rosa came by, Pia and Kenji sent flowers", "Rosa Pia Kenji", None),
        ("Rosa brought soup, Anjali a card", "Rosa Anjali", "in_person"),
        ("Rosa brought soup and sent me the recipe later", "Rosa", "in_person"),
        ("Rosa came over, Kenji sent the waiter away", "Rosa Kenji", "in_person"),
        ("lunch with Pia, Kenji sent me a photo", "Pia", "in_person"),
        ("lunch with Pia; Kenji and Noe texted a joke", "Pia", "in_person"),
        ("lunch with Pia, @Kenji sent a photo", "Pia Kenji", "in_person"),
        ("lunch with Pia, Kenji sent us a cake", "Pia Kenji", "in_person"),
        ("lunch with Pia, Kenji sent a photo, so we rang him", "Pia Kenji", "in_person"),
        ("lunch with Pia while Kenji wrote postcards", "Pia Kenji", "in_person"),
        ("dinner at Pia's, Kenji sent the wine back", "Pia Kenji", "in_person"),
        ("lunch with Pia, Pia sent the photos later", "Pia", "in_person"),
        ("Pia sent a car, we had lunch at hers", "Pia", "in_person"),
        ("Anjali sent flowers, Bruno a card", "Anjali Bruno", "message"),
        ("sent Anjali home with flowers", "Anjali", None),
    ],
)
def test_who_only_sent_something_was_not_met(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)


@pytest.mark.parametrize(
    ("line", "who", "absent"),
    [
        ("hospital again, not Karim thank god, just Pia; visited her", "Pia", ""),
        ("not Karim, just Pia was there", "Pia", ""),
        ("it was not Karim but Pia who sang", "Pia", ""),
        ("Not Karim and Ana, Pia laughed", "Pia", ""),
        ("not Karim's fault, says Pia", "Pia", ""),
        ("@Bartek could not come", "", "Bartek"),
        ("@Bartek did not come", "", "Bartek"),
        ("tea with Pia, @Bartek wasn't there", "Pia", "Bartek"),
        ("tea with Pia, @Bartek and @Ola couldn't make it", "Pia", "Bartek Ola"),
        ("tea with Pia without @Bartek", "Pia", "Bartek"),
        ("@Rosa could not come", "", ""),
        ("@Bartek could not come, so we talked on the phone", "Bartek", ""),
        ("tea with @Bartek; @Bartek did not come to the concert", "Bartek", ""),
        ('@"Ewa Nowak" (from the choir) sends her love', "Ewa", ""),
        ("@Bartek is ill, says Pia", "Bartek Pia", ""),
        ("@Bartek could not stop laughing", "Bartek", ""),
    ],
)
def test_a_newcomer_who_is_said_not_to_have_come_is_new_and_was_not_met(
    room: Any, line: str, who: str, absent: str
) -> None:
    found = read(line, room)
    assert (firsts(found), [one.name for one in found.absent]) == (who.split(), absent.split())
    assert not found.is_empty


@pytest.mark.parametrize(
    ("words", "promise", "day"),
    [
        ("ring Rosa tomorrow before her shift", "ring Rosa before her shift", 19),
        ("ring her tomorrow morning before her shift", "ring her in the morning before her shift", 19),
        ("send her the plan by friday before she leaves", "send her the plan before she leaves", 20),
        ("call her on friday about the board", "call her about the board", 20),
        ("do that tomorrow", "do that", 19),
        ("send her the plan by friday, no card", "send her the plan", 20),
        ("send her flowers, no card", "send her flowers, no card", None),
        ("bring her cake, no nuts", "bring her cake, no nuts", None),
        ("ring her about the tour next week", "ring her about the tour", 29),
        ("email rosa about her board tomorrow", "email rosa about her board", 19),
        ("call her about next week", "call her about next week", None),
        ("call her about the concert on friday", "call her about the concert on friday", None),
        ("tell her about the party next week", "tell her about the party next week", None),
        ("ring her about what was said today", "ring her about what was said today", None),
        (
            "tell her that tomorrow before noon it is shut",
            "tell her that tomorrow before noon it is shut",
            None,
        ),
        ("ask if tomorrow after work suits her", "ask if tomorrow after work suits her", None),
        ("ask how it went on friday with Kenji", "ask how it went on friday with Kenji", None),
        ("learn a song for monday with Pia", "learn a song for monday with Pia", None),
        ("keep the keys till friday", "keep the keys till friday", 20),
    ],
)
def test_a_promise_may_go_on_after_its_day(room: Any, words: str, promise: str, day: int | None) -> None:
    due = day and date(2026, 11, day)
    for line in (f"tea with Rosa > {words}", f"> {words}", f"Promise: {words}. She is ill"):
        assert [(one.text, one.due) for one in read(line, room).promises] == [(promise, due)]
    assert [(one.text, one.due) for one in promised_in(f"> {words}", NOW)] == [(promise, due)]


@pytest.mark.parametrize(
    ("words", "each"),
    [
        ("bring Malia the blanket, Noe the album", "bring Malia the blanket|bring Noe the album"),
        (
            "bring Malia her hat, Noe his old album and Pia a pie",
            "bring Malia her hat|bring Noe his old album|bring Pia a pie",
        ),
        (
            "bring the blanket to Malia and the album to Noe",
            "bring the blanket to Malia|bring the album to Noe",
        ),
        ("bring Malia the blanket, Noe the dog is ill", ""),
        ("bring Malia the blanket, Noe is ill", ""),
        ("bring Malia the blanket, the album", ""),
        ("bring Malia and Noe the album", ""),
        ("bring Malia soup, Noe too", ""),
        ("ask Malia about the blanket, Noe about the album", ""),
    ],
)
def test_what_is_promised_to_each_is_a_promise_of_its_own(room: Any, words: str, each: str) -> None:
    expected = each.split("|") if each else [words]
    found = read(f"tea with Rosa > {words} by friday", room).promises
    assert [one.text for one in found] == expected
    assert {one.due for one in found} == {date(2026, 11, 20)}
    assert [one.text for one in promised_in(f"> {words}", NOW)] == expected


def test_each_has_the_day_that_is_said_beside_it(room: Any) -> None:
    found = read("> bring Malia the blanket tomorrow, Noe the album by friday", room)
    assert [one.due for one in found.promises] == [date(2026, 11, 19), date(2026, 11, 20)]


@pytest.mark.parametrize(
    "line", ["> she said so\n> and left, Pia too", "<b>Pia</b> laughed", "> Pia", ">> Pia sang"]
)
def test_what_only_looks_like_a_promise_is_none(room: Any, line: str) -> None:
    assert read(line, room).promises == ()


def test_whom_a_promise_alone_names_was_not_met(room: Any) -> None:
    assert read("> ring Rosa tomorrow", room).who == ()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("lunch with Pia and her mum", "Pia"),
        ("called Rosa's mum", ""),
        ("Pia came by with their Mum", "Pia"),
        ("called my mum", "Mum"),
        ("lunch with Mum", "Mum"),
        ("tea at mum's with Pia", "Mum Pia"),
        ("lunch with her and Mum", "Mum"),
        ("lunch with Pia and her @Mum", "Pia Mum"),
    ],
)
def test_the_mum_of_somebody_else_is_not_ones_own(gather: Any, line: str, who: str) -> None:
    assert firsts(read(line, gather(*PEOPLE, "Mum"))) == who.split()


def test_what_somebody_did_on_a_medium_with_a_capital_is_no_surname(room: Any) -> None:
    found = read("Pia FaceTimed me from Lisbon", room)
    assert (firsts(found), found.channel, found.unclear) == (["Pia"], "video", ())


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("tea with Pia, Noe bailed", "Pia", "in_person"),
        ("tea with Pia, Noe bailed on us", "Pia", "in_person"),
        ("Noe didn't show, Pia and I waited an hour", "Pia", "in_person"),
        ("tea with Pia, no Noe today", "Pia", "in_person"),
        ("tea with Pia (no Noe or Kenji)", "Pia", "in_person"),
        ("I was supposed to meet Noe, went home", "", None),
        ("Pia bailed me out", "Pia", None),
        ("Noe didn't show me his boat", "Noe", None),
        ("tea with Pia, no, Noe came too", "Pia Noe", "in_person"),
        ("tea with Pia, no Noe jokes", "Pia Noe", "in_person"),
        ("was supposed to meet Noe, met him later at the bar", "Noe", "in_person"),
    ],
)
def test_who_did_not_show_was_not_met(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("told Anjali how Kenji fell", "Anjali"),
        ("told Anjali how I fell, then Kenji came by", "Anjali Kenji"),
        ("Anjali rang to say Kenji has had a fall", "Anjali"),
        ("Anjali came to say goodbye to Kenji", "Anjali Kenji"),
        ("Anjali asked after Kenji", "Anjali"),
        ("asked Anjali, after Kenji had left", "Anjali Kenji"),
        ("promised Anjali to bring Kenji the album", "Anjali"),
        ("asked Anjali to bring Kenji, sat with him", "Anjali Kenji"),
    ],
)
def test_who_is_asked_after_or_told_of_took_no_part(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("sent Pia and Noe the minutes", "message"),
        ("sent Pia, Noe and Rosa the minutes by email", "email"),
        ("hung out with Malia at the beach", "in_person"),
        ("spent the weekend at the cabin with Noe", "in_person"),
        ("picked up Rosa from the airport", "in_person"),
        ("dropped Malia off at the clinic", "in_person"),
        ("hung up on Noe", "call"),
        ("picked up Noe's parcel from the post office", None),
        ("dropped Malia from the list", None),
        ("picked Rosa for the team", None),
        ("said that we sent Pia and Noe the minutes", None),
    ],
)
def test_how_it_happened_is_told_by_plain_words(room: Any, line: str, channel: str | None) -> None:
    assert read(line, room).channel == channel
