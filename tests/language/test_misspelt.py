"""A name in an entry that is nearly somebody's."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.language.names.misspelt import slip_in
from tests.hanging import comes_to_an_end

PEOPLE = ("Zurab Kiknadze", "Lali Tsereteli", "Eka Gelashvili", "Ana Silva", ("Oluwaseun Adeyanju", "Seun"))
TWINS = ("Ndella Faye", "Ndella Diop", "Marie Sarr", "Maria Costa")


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE, *TWINS)


def meant(text: str, room: Any, *present: str, new: tuple[str, ...] = ()) -> str:
    ids = {room.id(name): name for name in (*present, *new)}
    found = slip_in(text, room, ids, [room.id(name) for name in new])
    return found.person.name if found else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("claled Zurba", "Zurab Kiknadze"),
        ("lunch with Lali and Zurabb", "Zurab Kiknadze"),
        ("tea at Zurb's", "Zurab Kiknadze"),
        ("tea with Zurav Kiknadze", "Zurab Kiknadze"),
        ("tea with Zurav Lomidze", ""),
        ("tea with Suen, and Sean", "Oluwaseun Adeyanju"),
        ("Lalli called", "Lali Tsereteli"),
        ("Zurbab carved a scroll with me", "Zurab Kiknadze"),
        ("Zurba & I: a walk", "Zurab Kiknadze"),
        ("Zurba: walk, 16 wks", "Zurab Kiknadze"),
        ("Zurba, Margit: rehearsal", "Zurab Kiknadze"),
        ("tea. Zurba and me on the quay", "Zurab Kiknadze"),
        ("Long day. Zurb sang, then home", "Zurab Kiknadze"),
        ("Laali was at the lathe", "Lali Tsereteli"),
        ("Ekaa brought soup", "Eka Gelashvili"),
        ("tea with Ekaa", "Eka Gelashvili"),
        ("tea with Eeka", ""),
        ("Zurb Bread", ""),
        ("Zurb need help", ""),
        ("Helped Zurab, Wrote it", ""),
        ("Lalo is a fine word", ""),
        ("tea with Lala and Zurab's boat", ""),
        ("tea with Laali", "Lali Tsereteli"),
        ("tea with Bo Zurba", ""),
        ("tea with Jan van Zurba", ""),
        ("tea with Ekka", ""),
        ("tea with Ndela", ""),
        ("tea with Mari", ""),
        ("tea with lalo", ""),
        ("dinner w zurba... no, video", "Zurab Kiknadze"),
        ("dinner with zurba", "Zurab Kiknadze"),
        ("#1 of `x` to zurba@mail.ge, dinner with zurba", "Zurab Kiknadze"),
        ("zurba video call, roof is on", "Zurab Kiknadze"),
        ("rang zuarb", "Zurab Kiknadze"),
        ("the zurba was good", ""),
        ("tea with zurbb", "Zurab Kiknadze"),
        ("rang zurb, then work", "Zurab Kiknadze"),
        ("milk with zurbb", ""),
        ("tea with zurab", ""),
        ("TEA WITH LALO", ""),
        ("tea in Tbilisi, then Five Seven Eight Nineteen Lalo", ""),
    ],
)
def test_one_slip_from_one_known_name_is_asked_about(room: Any, text: str, who: str) -> None:
    assert meant(text, room, *(("Lali Tsereteli",) if "Lali " in text else ())) == who


@pytest.mark.parametrize("word", ["x" * 2000, "X" + "x" * 2000])
def test_a_word_of_any_length_comes_to_an_end(room: Any, word: str) -> None:
    with comes_to_an_end(0.5):
        assert meant(f"met {word}", room) == ""


@pytest.mark.parametrize(
    "text", ["Milk was sour", "Rain stopped", "Sofa broke", "Party is over", "Bread baked"]
)
def test_a_thing_that_begins_a_sentence_is_nobody(gather: Any, text: str) -> None:
    assert meant(text, gather("Milka Ilić", "Rani Devi", "Sofia Rocha", "Patty Osei", "Brad Wong")) == ""


def test_whoever_took_part_or_is_at_rest_is_not_asked_about(room: Any, gather: Any) -> None:
    assert meant("lunch with Zurab and Zurba", room, "Zurab Kiknadze") == ""
    resting = gather("Zurab Kiknadze")
    resting.people[0] = replace(resting.people[0], rest=True)
    assert meant("lunch with Zurba", resting) == ""


def test_somebody_who_came_with_the_line_does_not_make_the_name_known(gather: Any) -> None:
    room = gather("Zurab Kiknadze", "Zurba")
    assert meant("lunch with Zurba", room, "Zurba") == ""
    assert meant("lunch with Zurba", room, new=("Zurba",)) == "Zurab Kiknadze"


def test_nobody_is_asked_where_every_name_is_known(room: Any) -> None:
    room = type(room)(room.people)
    room.answering_to = None
    assert meant("Lunch with Lali Tsereteli on Monday. Zurab laughed", room, *(PEOPLE[:2])) == ""
