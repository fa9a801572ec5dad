"""What one noted for the next time is asked about when there is a mind for it, and not again and again."""

from __future__ import annotations

import pytest

from netjournal.model import Interaction, Promise
from netjournal.store.journal import Journal
from tests.store.journals import bring, entry, person, question

INES, TOMASZ, DAD = person("Ines Duarte"), person("Tomasz"), person("Dad")


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, INES, TOMASZ, DAD)
    return journal


def noted(day: str, answer: str, *who: str, **said: object) -> Interaction:
    asked = question("answered", day, answer=answer)
    return entry(day, people=who, **{"text": "tea", "reflection": asked, **said})


def asked(known: Journal, day: str, *who: str, **said: object) -> str:
    now = entry(day, people=who, **{"text": "tea", "reflection": question("answered", day), **said})
    bring(known, now)
    found = known.follow_up(now)
    return found.words if found else ""


def test_a_note_of_several_is_left_after_three_talks_with_any_of_them(known: Journal) -> None:
    bring(known, noted("2026-10-01", "ask her about the song", INES.id, TOMASZ.id))
    talks = [("2026-10-03", TOMASZ), ("2026-10-05", INES), ("2026-10-07", TOMASZ), ("2026-10-09", INES)]
    assert [bool(asked(known, day, who.id)) for day, who in talks] == [True, True, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Tomasz cancelled an hour before",
        "Tomasz never came",
        "Tomasz shouted at me on the stairs",
        "sat with Tomasz in hospital",
        "tea with Tomasz, i lost the commission",
    ],
)
@pytest.mark.parametrize("promised", [True, False])
def test_nothing_is_after_a_trying_line_and_it_waits_for_a_plain_one(
    known: Journal, line: str, promised: bool
) -> None:
    promises = (Promise(text="bring him the saw"),) if promised else ()
    words = "" if promised else "ask him about the song"
    bring(known, noted("2026-10-01", words, TOMASZ.id, promises=promises))
    for day in ("02", "03", "04"):
        assert not asked(known, f"2026-10-{day}", TOMASZ.id, text=line, mood=3)
    assert asked(known, "2026-11-02", TOMASZ.id)


def test_nothing_is_on_the_day_of_a_hard_entry(known: Journal) -> None:
    bring(known, noted("2026-10-01", "ask him about the song", TOMASZ.id))
    bring(known, entry("2026-10-07", text="sick in bed", mood=2))
    assert not asked(known, "2026-10-07", TOMASZ.id, text="Tomasz left soup at the door")
    assert asked(known, "2026-10-08", TOMASZ.id)


def test_beside_a_sickbed_only_what_is_from_there(known: Journal) -> None:
    bring(known, noted("2026-10-01", "ask him about the plane", DAD.id))
    bring(known, noted("2026-10-12", "i held his hand", DAD.id, text="dad fell, hospital, hip"))
    assert not asked(known, "2026-10-13", DAD.id, text="sat with him")
    bring(known, noted("2026-10-14", "bring him his blue pyjamas", DAD.id, text="he slept"))
    assert "blue pyjamas" in asked(known, "2026-10-15", DAD.id, text="sat with him")
