"""What is not ours in the folders of a journal is refused: links, and files of other users."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.errors import Unavailable
from netjournal.store.journal import Journal
from netjournal.store.lock import locked
from tests.store.journals import NOW, bring, entry, person, places_in

_SOMEBODY = 54_321

Plant = Callable[[Path], None]


def _link(path: Path) -> None:
    """The same, but somewhere else, with a link to it in its place."""
    elsewhere = path.parent.parent / f"elsewhere {path.name}"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def _of_somebody(path: Path) -> None:
    os.chown(path, _SOMEBODY, _SOMEBODY)
    os.utime(path)


PLANTS = [
    _link,
    pytest.param(
        _of_somebody, marks=pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
    ),
]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal.open(places_in(tmp_path), NOW)
    bring(journal, person("Amara Obi"), entry())
    journal.drafts.keep("log", "half")
    journal.close()
    return journal


def _again(journal: Journal) -> Journal:
    return Journal.open(journal.places, NOW)


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("name", ["journal.json", "months"])
def test_a_journal_that_is_not_ours_is_not_opened(journal: Journal, plant: Plant, name: str) -> None:
    plant(journal.folder / name)
    with pytest.raises(Unavailable, match=name):
        _again(journal)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_shelf_that_is_not_ours_is_told_and_left(journal: Journal, plant: Plant) -> None:
    path = journal.folder / "contacts.json"
    plant(path)
    before = path.read_bytes()
    again = _again(journal)
    assert "contacts.json" in again.problems()[0].message
    assert again.people() == ()
    with pytest.raises(Unavailable):
        again.change_people(["x"], lambda one: one, title="", nothing="", now=NOW)
    assert path.read_bytes() == before
    again.close()


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("folder", ["months", "undo", "drafts", "."])
def test_nothing_is_written_into_a_folder_that_is_not_ours(
    journal: Journal, plant: Plant, folder: str
) -> None:
    path = (journal.folder if folder == "months" else journal.places.state / journal.id) / folder
    again = _again(journal)
    plant(path)
    before = sorted(path.rglob("*"))
    writing: dict[str, Callable[[], object]] = {
        "drafts": lambda: again.drafts.keep("new", "words"),
        ".": lambda: _again(journal),
    }
    with pytest.raises(Unavailable, match=r"symbolic link|another user"):
        writing.get(folder, lambda: bring(again, entry()))()
    assert sorted(path.rglob("*")) == before
    again.close()


@pytest.mark.parametrize("plant", PLANTS)
def test_an_index_that_is_not_ours_is_left_alone(journal: Journal, plant: Plant) -> None:
    path = journal.places.cache / journal.id / "index.sqlite3"
    plant(path)
    before = path.read_bytes()
    again = _again(journal)
    assert again.people()
    again.close()
    assert path.read_bytes() == before


def test_a_lock_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "made by somebody")
    with pytest.raises(Unavailable), locked(tmp_path / "lock"):
        pass
    assert not (tmp_path / "made by somebody").exists()


def test_the_folders_themselves_may_be_links(tmp_path: Path) -> None:
    places = places_in(tmp_path / "far")
    for number, path in enumerate((places.journal, places.state, places.cache)):
        (tmp_path / str(number)).mkdir()
        path.parent.mkdir(exist_ok=True, parents=True)
        path.symlink_to(tmp_path / str(number))
    journal = Journal.open(places, NOW)
    bring(journal, person("Amara Obi"), entry())
    journal.drafts.keep("log", "half")
    assert (tmp_path / "0" / "contacts.json").exists()
    assert list((tmp_path / "1").glob("*/drafts/log.txt"))
    journal.close()


def test_a_shelf_that_is_a_link_is_said_to_be_one(journal: Journal, tmp_path: Path) -> None:
    path = journal.folder / "contacts.json"
    path.rename(tmp_path / "contacts.json")
    path.symlink_to(tmp_path / "contacts.json")
    again = _again(journal)
    assert again.problems()[0].message == f"{path} is a symbolic link, which is not followed."
    again.close()
