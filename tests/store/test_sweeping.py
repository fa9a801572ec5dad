"""What a crash left half written does not stay for ever."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person

_HALF = ".contacts.json.0123456789ab.tmp"


@pytest.mark.parametrize("place", ["journal", "journal/months", "state/{id}", "state/{id}/drafts"])
def test_half_a_file_is_swept_away_by_the_first_write_of_a_later_day(journal: Journal, place: str) -> None:
    bring(journal, entry())
    tomorrow = NOW + timedelta(days=1)
    folder = journal.folder.parent / place.format(id=journal.id)
    folder.mkdir(exist_ok=True)
    names = {_HALF, ".2026-11.json.ba9876543210.tmp", ".syncthing.contacts.json.tmp", "0123456789ab.tmp"}
    for name in names:
        (folder / name).write_text("half")
        hours = 2 if name == _HALF else 30
        written = tomorrow.timestamp() - hours * 3600
        os.utime(folder / name, (written, written))
    journal.add(person("Ana Kovač"), now=tomorrow)
    left = {path.name for path in folder.iterdir()} & names
    assert left == names - {".2026-11.json.ba9876543210.tmp"}
