"""A name that was typed means one person, or is asked back; never whoever merely begins so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pytest

from netjournal.errors import JournalError, Unclear
from netjournal.language.names.resolving import Everyone, namesakes, resolve
from netjournal.model import Acquaintance
from tests.language.conftest import Room

TODAY = date(2026, 11, 18)
ID = "01M7NZ8100V04E9C1GMAEBZPF8"


class Few(Everyone):
    """People in memory; `asked_for_all` once somebody wanted all of them."""

    def __init__(self, *people: Acquaintance) -> None:
        self._room = Room(people)
        self.asked_for_all = False

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        return self._room.answering_to(words)

    def people(self) -> Sequence[Acquaintance]:
        self.asked_for_all = True
        return self._room.people


@pytest.fixture
def few() -> Few:
    return Few(
        Acquaintance(id="1", name="Grace Kim", organisation="Acme", place="Oslo", last=date(2026, 11, 15)),
        Acquaintance(id="2", name="grace kim"),
        Acquaintance(id="3", name="Gracelyn Ito", nicknames=("Gigi",)),
        Acquaintance(id="4", name="Mina Gigi"),
        Acquaintance(id="5", name="José Diaz"),
        Acquaintance(id="6", name="Jose Diaz"),
        Acquaintance(id="7", name="Rosa de la Cruz"),
        Acquaintance(id="8", name="Jürgen Müller"),
        Acquaintance(id="9", name="🙂"),
        Acquaintance(id=ID, name="Ada"),
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("gracelyn  ito", "Gracelyn Ito"),
        ("gigi", "Gracelyn Ito"),
        ("mina", "Mina Gigi"),
        ("mina g", "Mina Gigi"),
        ("JOSÉ diaz", "José Diaz"),
        ("Jose\u0301 Diaz", "José Diaz"),
        ("jose diaz", "Jose Diaz"),
        ("cruz rosa", "Rosa de la Cruz"),
        ("mueller", "Jürgen Müller"),
    ],
)
def test_one_person_is_meant_without_asking_for_all(few: Few, query: str, name: str) -> None:
    assert resolve(query, few, TODAY).name == name
    assert not few.asked_for_all


@pytest.mark.parametrize("query", ["🙂", ID, f" {ID.lower()} "])
def test_a_name_without_a_letter_and_an_id_mean_their_person(few: Few, query: str) -> None:
    assert resolve(query, few, TODAY).id in ("9", ID)


@pytest.mark.parametrize(
    ("query", "candidates"),
    [
        (
            "grace kim",
            ("Grace Kim  Acme · Oslo · last met 3 days ago  1", "grace kim  not met yet  2"),
        ),
        ("jose", ("José Diaz  not met yet  5", "Jose Diaz  not met yet  6")),
    ],
)
def test_those_who_share_a_name_are_told_apart(few: Few, query: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(Unclear) as caught:
        resolve(query, few, TODAY)
    assert caught.value.candidates == candidates


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("gracel", "Did you mean Gracelyn Ito, Grace Kim or grace kim?"),
        ("Gracelin Ito", "Did you mean Gracelyn Ito?"),
        ("Zzyzx", ""),
        ("", ""),
        ("...", ""),
        ("01M7RHMR00CJGN6DZM5KSKJSMK", ""),
    ],
)
def test_whoever_is_merely_alike_is_offered_not_taken(few: Few, query: str, hint: str) -> None:
    with pytest.raises(JournalError) as caught:
        resolve(query, few, TODAY)
    assert not isinstance(caught.value, Unclear)
    assert caught.value.hint == hint


def test_namesakes_have_the_whole_name_whatever_its_spelling(few: Few) -> None:
    assert [person.id for person in namesakes("JOSE\u0301 DIAZ", few)] == ["5", "6"]
    assert namesakes("jose", few) == ()
