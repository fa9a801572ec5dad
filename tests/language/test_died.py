"""Who is told to have died; in doubt nobody."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.died import told_dead
from netjournal.language.hardship.mourned import (
    STEMS,
    may_any_tell_of_a_death,
    may_tell_of_a_death,
    words_by_deaths,
)
from tests.language.conftest import Gather

_DEAD = """
Beka died this morning
Beka died 4am. was holding his hand
Beka died this morn, i was holding his hand
Ana told me that Beka has died
@Beka passed away
Beka Lomidze is dead
funeral of Beka, all of the street came
the burial of old Beka
We buried Beka
At Beka's funeral, with Ana
wake for Beka at Ana's
Beka, who died in spring, sang like that
Beka died. Ana called at noon
Beka passed peacefully last night
Beka passed in his sleep, Ana says
Beka drowned off Batumi
Beka took his own life
Beka was cremated on Friday
Beka was laid to rest beside his mother
"""
_ALIVE = """
Beka's father died
funeral of Beka's mother
buried Beka's dog
Beka's phone died
Beka died laughing
Beka nearly died
dreamt that Beka died
if Beka died I would go
Beka is dead tired
Beka was buried in work
Beka buried the cat
condolence visit at Beka, his father died
Beka and Ana at the funeral
with Beka at the grave of his mother
Beka told me of a death in the village
Tea with Beka
Beka nearly drowned
Beka passed in his essay
"""


@pytest.mark.parametrize("text", _DEAD.strip().splitlines())
def test_who_died(gather: Gather, text: str) -> None:
    room = gather("Beka Lomidze", "Ana Silva")
    assert told_dead(text, room) == (room.id("Beka Lomidze"),)
    assert "beka" in set(words_by_deaths(text))


@pytest.mark.parametrize("text", _ALIVE.strip().splitlines())
def test_who_did_not(gather: Gather, text: str) -> None:
    assert told_dead(text, gather("Beka Lomidze", "Ana Silva")) == ()


def test_a_name_that_two_have_means_nobody_but_whom_one_was_with(gather: Gather) -> None:
    room = gather("Beka Lomidze", "Beka Mania")
    assert told_dead("Beka died", room) == ()
    assert told_dead("Beka died", room, [room.id("Beka Mania")]) == (room.id("Beka Mania"),)


@pytest.mark.parametrize("stem", STEMS)
def test_what_one_text_may_tell_many_may_tell_together(stem: str) -> None:
    told = f"The {stem.upper()} of them."
    assert may_tell_of_a_death(told)
    assert may_any_tell_of_a_death(["Lunch with Amina.", told])
    assert not may_any_tell_of_a_death(["She passed the salt, awake again.", "The grand old barn."])
