"""Who searched in vain is told which word is nowhere, and which one was perhaps meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.language.filters.syntax import parse_filter
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person, places_in


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A fossil in two months, a fissile in one, and Graça."""
    opened = Journal.open(places_in(tmp_path), NOW)
    graça = person("Graça Monteiro", about="Keeps the archive.")
    texts = {
        "2026-09-02": "Marguerite gave me a fossil.",
        "2026-10-03": "Showed the fossil to the children.",
        "2026-10-04": "A fosic of a word, and umbrellas.",
    }
    bring(opened, graça, *(entry(day, text=text) for day, text in texts.items()))
    return opened


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("fosil", "Did you mean fossil?"),
        ("fosisl", "Did you mean fossil?"),
        ("Gracca", "Did you mean graca?"),
        ("marguerit4 fossil", "Did you mean marguerite?"),
        ("fosil via:call", "Did you mean fossil?"),
        ("quince", ""),
        ("quince via:call", ""),
        ("xyz", ""),
        ("quince fossil", "Nothing has “quince”: leave it out."),
        ("quince medlar fossil", "Nothing has “quince” nor “medlar”: leave them out."),
        ("umbrellas gave", "Each word is somewhere, but nothing has them all: try umbrellas alone."),
        ('"fosil"', ""),
        ("fossil from:2027", ""),
        ("-fosil via:call", ""),
    ],
)
def test_what_helps(journal: Journal, typed: str, told: str) -> None:
    filter = parse_filter(typed, NOW)
    assert not any(step.entries or step.people for step in journal.search(filter))
    assert journal.why_nothing(filter) == told


def test_a_word_that_was_deleted_since_is_not_meant(journal: Journal) -> None:
    filter = parse_filter("umbrelas", NOW)
    assert journal.why_nothing(filter) == "Did you mean umbrellas?"
    [gone] = [one for one in journal.month("2026-10") if "umbrellas" in one.text]
    journal.delete(gone, now=NOW)
    assert journal.why_nothing(filter) == ""
