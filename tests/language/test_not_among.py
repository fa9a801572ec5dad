"""Whom a line names although they took no part: news, plans, absences, and X's mum."""

from __future__ import annotations

from typing import Any

import pytest

from tests.language.reading_lines import firsts, read

PEOPLE = (
    "Grace Osei",
    "Karim Haddad",
    "Mateo Silva",
    "Rose Abernathy",
    "Paris Konstantinou",
    "Birgit Sander",
    "Uwe Kranz",
    "Friedel Ott",
    "Mum",
    "Tariq Aziz",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Karim has covid", ""),
        ("the nurse rang, Karim is sleeping badly", ""),
        ("Ms Adeyemi phoned, Karim has a new bed", ""),
        ("Grace's nurse Ms Adeyemi phoned, Grace is sleeping badly", ""),
        ("the doctor called about Karim", ""),
        ("Karim is in Lagos this week", ""),
        ("Grace has had her baby!!", ""),
        ("Apparently Paris has a new job", ""),
        ("saw on facebook that Grace had the baby", ""),
        ("saw Karim on the telly", ""),
        ("heard that Karim moved", ""),
        ("anyone know how Karim is?", ""),
        ("hope Karim gets the job", ""),
        ("worried about Karim", ""),
        ("sick in bed since yesterday. cancelled Karim", ""),
        ("had to cancel lunch with Grace", ""),
        ("Grace couldnt come", ""),
        ("choir, Karim ill, we sang without him", ""),
        ("emailed the school about Karim", ""),
        ("my sister called, says hi from Karim", ""),
        ("Grace sends love via Rose, who I met for tea", "Rose"),
        ("Karim had his op, Rose says he is fine", "Rose"),
        ("bought a present for Grace", ""),
        ("picked up a parcel for Grace", ""),
        ("lunch with Karim, bought a present for Grace", "Karim"),
        ("wore the scarf from Mateo", ""),
        ("reading the novel Rose lent me", ""),
        ("listened to the record Mateo gave me in 2009", ""),
        ("thinking about what Rose said last year", ""),
        ("tea with Mum, she remembered when Tariq fell in the lake", "Mum"),
        ("10 years ago today I met Grace", ""),
        ("found old photos of me and Karim from uni", ""),
        ("going through photos of Karim's wedding with Rose", "Rose"),
        ("Read Karim's paper", ""),
        ("drove past Karim's old house", ""),
        ("it's Grace's birthday today", ""),
        ("tea with Mum, Tariq is poorly", "Mum"),
        ("tea with Rose, she's fed up with Karim", "Rose"),
        ("coffee with Rose. She and Karim are dating!", "Rose"),
        ("lunch with Karim who works with Mateo now", "Karim"),
        ("lunch with Karim before his date with Rose", "Karim"),
        ("chess with Karim, he beat Mateo yesterday", "Karim"),
        ("Mum on the phone: Tariq fell", "Mum"),
        ("Karim wants me to introduce him to Rose, said yes", "Karim"),
        ("flew to Paris, met Mateo for dinner", "Mateo"),
        ("trip to Paris with Karim", "Karim"),
    ],
)
def test_who_is_only_spoken_of_is_not_in(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Karim is ill, brought him soup", "Karim"),
        ("a friend rang, then lunch with Karim", "Karim"),
        ("the choir rang, Karim and I sang", "Karim"),
        ("Grace is moving to Lisbon, farewell drinks", "Grace"),
        ("Grace is moving to Lisbon. Rang Karim", "Karim"),
        ("Karim is back! lunch", "Karim"),
        ("worried about Karim, called him", "Karim"),
        ("cancelled Karim, then he came by anyway", "Karim"),
        ("tea with Grace, could not do it without her", "Grace"),
        ("Karim has lost weight, looks great", "Karim"),
        ("Karim has found my keys", "Karim"),
        ("Karim had a baby shower", "Karim"),
        ("worried about @Karim", "Karim"),
        ("bought a drink for Karim", "Karim"),
        ("bought bread for Karim and brought it round", "Karim"),
        ("cooked for Karim", "Karim"),
        ("got a letter from Karim", "Karim"),
        ("read a letter from Karim", "Karim"),
        ("saw Karim on the train", "Karim"),
        ("walked past Karim in the street", "Karim"),
        ("it's Karim's birthday, we had cake", "Karim"),
        ("coffee with Grace, she brought Karim", "Grace Karim"),
        ("lunch with Karim who brought Rose", "Karim Rose"),
        ("lunch with Karim, who was with Rose", "Karim Rose"),
        ("dinner with Karim, he and Rose came together", "Karim Rose"),
        ("tea with Rose, she has a cold and Karim drove us home", "Rose Karim"),
        ("played the game Karim brought", "Karim"),
        ("Birgit waved me in", "Birgit"),
        ("Uwe told me he moves next month", "Uwe"),
        ("Uwe and Birgit came", "Uwe Birgit"),
        ("tea with Mum, Uwe listened", "Mum Uwe"),
        ("tea with Mum, Uwe made cake", "Mum Uwe"),
        ("Uwe fixed my bike", "Uwe"),
        ("Friedel died, Uwe was with me", "Uwe"),
        ("wrote to Paris", "Paris"),
        ("went to Paris for tea", "Paris"),
        ("flew to Paris's wedding", "Paris"),
        ("flew to Karim", "Karim"),
    ],
)
def test_who_was_met_beside_the_news_stays(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("meeting Karim tomorrow", ""),
        ("seeing Rose next week!!", ""),
        ("dinner with Karim, Grace and Uwe tomorrow", ""),
        ("tea with Mum, off to Grace's tomorrow", "Mum"),
        ("tea with Mum, Karim comes tomorrow", "Mum"),
        ("seeing Grace on saturday", ""),
        ("going to Grace's on sunday", ""),
        ("Lunch with Grace on friday, need to book", ""),
        ("looking forward to seeing Grace", ""),
        ("dinner planned with Grace", ""),
        ("Tennis with Karim rained off", ""),
        ("lunch with Grace moved to friday", ""),
        ("Karim appointment moved to the 20th", ""),
        ("postponed lunch with Grace to next week", ""),
        ("rescheduled the call with Karim", ""),
        ("booked flights to visit Karim in march", ""),
        ("Shall I invite Rose for christmas?", ""),
        ("coffee with Karim cancelled, lunch with Rose instead", "Rose"),
        ("told Karim I'm seeing Grace tomorrow", "Karim"),
        ("tennis with Karim tomorrow cancelled, a run with Rose", "Rose"),
        ("meeting Karim tomorrow, talked to him on the phone", "Karim"),
        ("meeting Karim was fun", "Karim"),
        ("having dinner with Karim tonight", "Karim"),
        ("seeing Grace on saturday was lovely", "Grace"),
        ("coffee with Grace on saturday", "Grace"),
        ("coffee with Grace about next week", "Grace"),
        ("called Karim about tomorrow", "Karim"),
        ("Grace asked if we could meet tomorrow", "Grace"),
        ("Grace says tomorrow is fine", "Grace"),
        ("lunch with Grace and Karim, they move to Lisbon next year", "Grace Karim"),
        ("lunch with Grace, next week we start the garden", "Grace"),
        ("lunch with @Grace tomorrow", "Grace"),
        ("booked flights with Grace", "Grace"),
        ("planning the party with Rose & Karim", "Rose Karim"),
        ("tennis with Karim moved indoors", "Karim"),
        ("should have called Karim", "Karim"),
    ],
)
def test_who_is_named_for_a_plan_is_not_in(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Mateo no show, so talked to Rose", "Rose"),
        ("dinner: Grace, Karim (no show)", "Grace"),
        ("everyone but Karim came: Grace, Rose", "Grace Rose"),
        ("Rose turned up, Grace didn't", "Rose"),
        ("with Rose, minus Karim", "Rose"),
        ("Rose laughed, Grace didn't", "Rose Grace"),
        ("Poker w/ everyone except @Karim: Grace, Rose", "Grace Rose"),
        ("waited 40 min for Karim, he never showed", ""),
        ("lunch with Karim, he didn't show", ""),
        ("stood up by Karim", ""),
        ("Karim ignored my text", ""),
        ("choir. stood next to Rose, Grace was ill", "Rose"),
        ("Grace was sick so just me and Karim at the pub", "Karim"),
        ("waiting for Karim to call back", ""),
        ("not seen Grace in years", ""),
        ("not a peep from Karim", ""),
        ("miss you Paris", ""),
        ("never got round to writing Karim", ""),
        ("wrote a letter to Karim, didn't send it", ""),
        ("wrote a letter to Karim, sent it off", "Karim"),
        ("nobody but Karim came", "Karim"),
        ("everyone laughed but Karim cried", "Karim"),
        ("Karim didn't come alone", "Karim"),
        ("Karim was sick all over the sofa, Rose laughed", "Karim Rose"),
        ("Grace was ill but came, Rose too", "Grace Rose"),
        ("texted Karim, he didn't come", "Karim"),
        ("met Grace. They didn't come", "Grace"),
        ("waited with Rose for Karim", "Rose Karim"),
        ("not seen Karim in years, bumped into him at the market", "Karim"),
    ],
)
def test_who_was_not_there_is_not_in(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()


@pytest.mark.parametrize(
    ("line", "who", "channel"),
    [
        ("coffee with Karim's mum", "", "in_person"),
        ("Karim's mum made tea for us", "", None),
        ("rang Karim's mum", "", "call"),
        ("lunch with my friend Rose's sister", "", "in_person"),
        ("met a colleague of Grace's at the gym", "", "in_person"),
        ("coffee with Rose, a friend of Karim's", "Rose", "in_person"),
        ("met Rose's brother, she wasn't there", "", "in_person"),
        ("did not call Karim's mum", "", None),
        ("lunch with Grace moved to friday, Karim's mum is ill", "", None),
        ("Karim's mum came by with him", "Karim", None),
        ("Karim's mum, he laughed", "Karim", None),
        ("Karim's dad died, he called me", "Karim", "call"),
        ("dinner at Karim's", "Karim", "in_person"),
        ("dinner at Karim's parents' place", "Karim", "in_person"),
        ("Karim's with the kids", "Karim", None),
        ("Karim's friend Uwe came by", "Uwe", "in_person"),
        ("tea with Karim and his mum", "Karim", "in_person"),
        ("walked Karim's dog", "Karim", None),
    ],
)
def test_the_mum_of_somebody_is_not_they(room: Any, line: str, who: str, channel: str | None) -> None:
    found = read(line, room)
    assert (firsts(found), found.channel) == (who.split(), channel)
