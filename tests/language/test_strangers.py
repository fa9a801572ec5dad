"""Names of those one was with that nobody in the journal has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.names.strangers import Stranger, stranger_in, strangers_in

_HERE = ["Birgit Holm"]


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather("Birgit Holm", "Mara van der Berg")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("lunch with the architect from the 2nd floor, Elif Şahin, at noon", "Elif Şahin"),
        ("met Karim Haddad in Berlin", "Karim Haddad"),
        ("tea with Birgit and Jonas Weber", "Jonas Weber"),
        ("wrote to Ilse van Dam", "Ilse van Dam"),
        ("Uwe and I sang", "Uwe"),
        ("met his assistant Jana", "Jana"),
        ("said sorry to Wilma for the noise", "Wilma"),
        ("phone w Uche about the van", "Uche"),
        ("Graham rang back", "Graham"),
        ("Birgit introduced me to his wife Solfrid", "Solfrid"),
        ("met Mr Baird at the gate", "Mr Baird"),
        ("Dr. Okonkwo finally answered", "Dr. Okonkwo"),
        ("rained all day. Mrs Tanaka came by with plums", "Mrs Tanaka"),
        ("called dad last night, he asked twice where i live", "dad"),
        ("coffee w dragan, one goat had twins", "dragan"),
        ("rang abena at last", "abena"),
        ("met rashid too at the quiz", "rashid"),
        ("walked home with Li Wei from the pharmacy", "Li Wei"),
        ("tea with van Dyck in the yard", "van Dyck"),
        ("tea with al-Hassan again", "al-Hassan"),
        ("tea with Ana María Ó Súilleabháin", "Ana María Ó Súilleabháin"),
        ("tea with 王小明 at home", "王小明"),
        ("lunch with 王明", "王明"),
        ("Beatriz from ward 6 brought me tea", "Beatriz"),
        ("she died. yusuf called at 5am", "yusuf"),
        ("inti and me cycled to the lake", "inti"),
        ("met noor by chance at the port", "noor"),
        ("kwame visited w the twins, they broke the lamp", "kwame"),
    ],
)
def test_whoever_one_was_with_is_told_by_the_words_around_their_name(
    line: str, written: str, room: Any
) -> None:
    assert stranger_in(line, room, _HERE) == Stranger(written)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("band practice w/ Birgit and Kwame", "Kwame"),
        ("pizza at Birgit's with her flatmates Inês and Bram", "Inês Bram"),
        ("tea with Birgit, Kofi and Bram", "Kofi Bram"),
        ("met Kofi, Bram and Ana Lima at the Anker", "Kofi Bram Ana Lima"),
        ("Wilma & Ailsa stayed for a pint", "Wilma Ailsa"),
        ("Noe, Ida and Tarek came over for soup", "Noe Ida Tarek"),
        ("lunch with Birgit, Berlin was cold", ""),
        ("lunch: birgit, yusuf n me. talked abt the strike", "yusuf"),
        ("zoom with noor, abena and birgit at 9", "noor abena"),
    ],
)
def test_each_of_several_is_told(line: str, written: str, room: Any) -> None:
    assert " ".join(one.written for one in strangers_in(line, room, _HERE)) == written


@pytest.mark.parametrize(
    "line",
    [
        "walked in Berlin, with the guy from Hamburg",
        "tea with Birgit and a neighbour",
        "called Mara van der Berg about the roof",
        "saw Hamlet on Monday",
        "Elif Şahin wins the prize",
        "with @Elif at the Mensa",
        "Nobody called, School rang about the fever",
        "Christmas came with snow",
        "Coffee came cold. Everyone stayed for cake",
        "visited Lisbon, listened to Bach",
        "coffee w milk and a walk w the dogs",
        "rang work, phoned school, texted everyone",
        "mum's sister called, the bank wrote, nobody came over",
        "kids and me at the pool, me and sleep are no friends",
        "tea with birgit, could not do it without her",
        "dinner with birgit and friends, then alone",
        "rang birgit, voicemail; tea with birgit, cake, promised her a walk",
        "talked to myself, sat with coffee, walked w friends",
    ],
)
def test_places_days_and_whoever_is_known_or_only_spoken_of_are_no_strangers(line: str, room: Any) -> None:
    assert stranger_in(line, room, _HERE) is None


def test_a_name_in_small_letters_is_written_down_with_a_capital(room: Any) -> None:
    found = stranger_in("coffee w dragan", room, _HERE)
    assert found is not None
    assert found.said == "dragan is not in your journal yet."
    assert found.instead == "@Dragan"


@given(st.sampled_from(["Elif", "Elif Şahin", "Ilse van Dam", "O'Neill", "Jean-Luc"]), st.text(max_size=20))
def test_what_is_to_be_put_in_place_names_just_them(room: Any, name: str, rest: str) -> None:
    line = f"tea with {name}, {rest}"
    found = stranger_in(line, room, ())
    assert found == Stranger(name)
    place = found.place_in(line)
    assert place is not None
    assert line[place[0] : place[1]] == name
    mended = line[: place[0]] + found.instead + line[place[1] :]
    assert stranger_in(mended, room, ()) != found
