"""A journal in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import NOW, places_in


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def open_journal(places: Places) -> Iterator[Callable[[], Journal]]:
    """Opens the journal once more, as another process would."""
    opened: list[Journal] = []

    def open_journal() -> Journal:
        opened.append(Journal.open(places, NOW, patience=0.1))
        return opened[-1]

    yield open_journal
    for journal in opened:
        journal.close()


@pytest.fixture
def journal(open_journal: Callable[[], Journal]) -> Journal:
    return open_journal()
