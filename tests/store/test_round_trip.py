"""What is written is read again, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from netjournal.errors import Misused
from netjournal.model import Contact, Interaction
from netjournal.store.journal import Journal
from tests.store.anything import contacts, interactions
from tests.store.journals import NOW, bring, fresh_index, in_memory, kept_index, person, places_in, standing


@settings(max_examples=15)
@given(contact=contacts, interaction=interactions)
def test_any_document_comes_back_from_its_file(contact: Contact, interaction: Interaction) -> None:
    with in_memory() as folder:
        places = places_in(Path(folder))
        writing = Journal.open(places, NOW)
        bring(writing, contact, interaction)
        reading = Journal.open(places, NOW)
        assert reading.person(contact.id) == contact
        assert reading.month(interaction.month) == (interaction,)
        assert reading.interaction(interaction.id) == interaction
        assert [one.id for one in reading.people()] == [contact.id]
        assert reading.problems() == ()
        assert kept_index(reading) == fresh_index(reading)
        writing.close()
        reading.close()


@settings(max_examples=15)
@given(before=interactions, after=interactions)
def test_any_change_can_be_made_and_taken_back(before: Interaction, after: Interaction) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, before)
        changed = journal.change(before, _as(before.id, after), now=NOW)
        assert changed == _as(before.id, after) == journal.interaction(before.id)
        if changed != before:
            journal.undo()
        assert journal.interaction(before.id) == before
        assert kept_index(journal) == fresh_index(journal)
        journal.close()


@pytest.mark.parametrize("text", ["nul \0", "half \ud83d of a smile"])
def test_a_text_that_no_file_can_hold_is_refused_before_anything_is_touched(
    journal: Journal, text: str
) -> None:
    known = journal.add(person("Amina Diallo"), now=NOW)
    before = standing(journal.folder)
    with pytest.raises(Misused, match=r"The details\[1\] holds characters that cannot be kept"):
        journal.change(known, replace(known, details=("fine", text)), now=NOW)
    with pytest.raises(Misused, match="The name holds"):
        journal.add(person(text), now=NOW)
    assert standing(journal.folder) == before


def _as(id: str, interaction: Interaction) -> Interaction:
    return replace(interaction, id=id)
