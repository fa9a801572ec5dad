"""Which folders are a journal, and which are left alone."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.errors import Unavailable
from netjournal.model import is_id
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import NOW, bring, entry, person, places_in, rewrite, standing


def test_a_journal_is_begun_where_there_is_none(places: Places, open_journal: Callable[[], Journal]) -> None:
    journal = open_journal()
    assert standing(places.journal) == {"journal": {journal.id: {"schema": 1, "created": NOW.isoformat()}}}
    assert is_id(journal.id)
    assert open_journal().id == journal.id


def test_a_link_to_the_folder_of_a_journal_is_followed(tmp_path: Path, journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    link = tmp_path / "link"
    link.symlink_to(journal.folder)
    places = journal.places._replace(journal=link)
    again = Journal.open(places, NOW)
    assert again.month("2026-11") == (talk,)
    again.close()


@pytest.mark.parametrize("part", ["contacts.json", "trash.json", "months/2026-10.json"])
def test_parts_of_a_journal_without_journal_json_are_no_new_journal(places: Places, part: str) -> None:
    path = places.journal / part
    path.parent.mkdir(parents=True)
    path.write_text('{"contacts": {}}')
    with pytest.raises(Unavailable, match=r"no journal\.json"):
        Journal.open(places, NOW)
    assert [one for one in places.journal.rglob("*") if one.is_file()] == [path]


@pytest.mark.parametrize("left", ["nothing", "an empty folder", "the folder of its disk"])
def test_where_a_journal_was_none_is_begun_anew(
    journal: Journal, open_journal: Callable[[], Journal], left: str
) -> None:
    """The disk is not mounted, a program that syncs emptied the folder, somebody moved it."""
    journal.add(person("Noor Haddad"), now=NOW)
    folder = journal.folder
    folder.rename(folder.with_name("moved"))
    if left != "nothing":
        folder.mkdir()
    if left == "the folder of its disk":
        (folder / ".keep").touch()
    with pytest.raises(Unavailable, match=f"The journal that was in {folder} is not there") as caught:
        open_journal()
    assert caught.value.exit_code == 3
    assert not folder.exists() or {path.name for path in folder.iterdir()} <= {".keep"}

    if folder.exists():
        (folder / ".keep").unlink(missing_ok=True)
        folder.rmdir()
    folder.with_name("moved").rename(folder)
    assert open_journal().id == journal.id


def test_one_who_wants_a_new_journal_in_its_place_is_told_how(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    journal.folder.rename(journal.folder.with_name("moved"))
    with pytest.raises(Unavailable) as caught:
        open_journal()
    Path(caught.value.hint.rpartition("remove ")[2].removesuffix(".")).unlink()
    assert open_journal().id != journal.id


def test_a_journal_elsewhere_begins_as_ever(journal: Journal, tmp_path: Path) -> None:
    other = Journal.open(journal.places._replace(journal=tmp_path / "other"), NOW)
    assert other.id != journal.id
    other.close()


def test_a_journal_that_disappears_is_not_begun_anew(journal: Journal) -> None:
    known = journal.add(person("Noor Haddad"), now=NOW)
    journal.folder.rename(journal.folder.with_name("unplugged"))
    for write in (
        lambda: journal.add(person("Sana Malik"), now=NOW),
        lambda: journal.change(known, replace(known, name="Nour"), now=NOW),
        journal.undo,
    ):
        with pytest.raises(Unavailable, match="is not there"):
            write()
    with pytest.raises(Unavailable):
        journal.refresh()
    assert not journal.folder.exists()


def _newer(tables: dict[str, Any]) -> None:
    [manifest] = tables["journal"].values()
    manifest["schema"] = 2


def test_a_newer_journal_is_not_opened(journal: Journal, open_journal: Callable[[], Journal]) -> None:
    bring(journal, entry())
    rewrite(journal.folder / "journal.json", _newer)
    before = {path: path.read_bytes() for path in journal.folder.rglob("*.json")}
    with pytest.raises(Unavailable, match="newer netjournal") as caught:
        open_journal()
    assert caught.value.exit_code == 3
    assert {path: path.read_bytes() for path in journal.folder.rglob("*.json")} == before


def test_a_journal_that_becomes_newer_is_written_no_more(journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    rewrite(journal.folder / "journal.json", _newer)
    before = {path: path.read_bytes() for path in journal.folder.rglob("*.json")}
    for write in (
        lambda: bring(journal, entry()),
        lambda: journal.change(talk, replace(talk, text="x"), now=NOW),
        lambda: journal.delete(talk, now=NOW),
        journal.undo,
    ):
        with pytest.raises(Unavailable, match="newer netjournal"):
            write()
    assert {path: path.read_bytes() for path in journal.folder.rglob("*.json")} == before


MANIFESTS = {
    "nothing": {},
    "no journal": {"journal": {}},
    "two journals": {"journal": {"01M7QDK5Y00000000000000000": {"schema": 1}, "b": {"schema": 1}}},
    "no schema": {"journal": {"01M7QDK5Y00000000000000000": {}}},
    "no object": {"journal": {"01M7QDK5Y00000000000000000": 1}},
    "id of another folder": {"journal": {"../../elsewhere": {"schema": 1}}},
}


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_a_journal_json_that_says_nothing_is_refused(tmp_path: Path, places: Places, manifest: str) -> None:
    places.journal.mkdir()
    (places.journal / "journal.json").write_text(json.dumps(MANIFESTS[manifest]))
    with pytest.raises(Unavailable, match=re.escape(str(places.journal))):
        Journal.open(places, NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("not a folder")
    with pytest.raises(Unavailable, match=f"{tmp_path / 'journal'}.* could not be"):
        Journal.open(places_in(tmp_path), NOW)


def test_a_state_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("not a folder")
    with pytest.raises(Unavailable, match=f"{tmp_path / 'state'}.* could not be"):
        Journal.open(places_in(tmp_path), NOW)


@pytest.fixture
def _read_only(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal's folder as on a disk mounted read-only; the tests may run as root, who may all."""
    real = os.open

    def refusing(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        if flags & os.O_CREAT and str(path).startswith(str(journal.folder)):
            raise OSError(30, "Read-only file system")
        return real(path, flags, mode, **more)

    bring(journal, entry(text="old"))
    monkeypatch.setattr(os, "open", refusing)


@pytest.mark.usefixtures("_read_only")
def test_a_journal_that_cannot_be_written_can_be_read(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    again = open_journal()
    assert [one.text for one in again.month("2026-11")] == ["old"]
    with pytest.raises(
        Unavailable, match=r"contacts\.json could not be written: Read-only file system"
    ) as caught:
        again.add(person("Ada Obi"), now=NOW)
    assert caught.value.exit_code == 3
    assert caught.value.hint
    assert again.people() == ()


def test_a_folder_of_other_things_is_no_place_for_a_journal(places: Places) -> None:
    places.journal.mkdir(parents=True)
    (places.journal / "holiday.jpg").write_bytes(b"")
    with pytest.raises(Unavailable, match="other things"):
        Journal.open(places, NOW)
    assert [path.name for path in places.journal.iterdir()] == ["holiday.jpg"]


def test_an_empty_folder_becomes_private(places: Places, open_journal: Callable[[], Journal]) -> None:
    places.journal.mkdir(parents=True, mode=0o755)
    open_journal()
    assert places.journal.stat().st_mode & 0o777 == 0o700
