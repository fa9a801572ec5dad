"""A file is known by what is in it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from netjournal.errors import JournalError
from netjournal.exchange import reading
from netjournal.exchange.reading import read_volume
from tests.exchange.made_up import NOON

CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:%b\nEND:VCARD\n"


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CARD % b"Ana")
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbfName;E-mail\nBo;bo@example.org\n")
    (tmp_path / "c").write_bytes((CARD % b"Chi").decode().encode("utf-16"))
    names = [read_volume(tmp_path / name, NOON).people[0].contact.name for name in ("a.csv", "b.txt", "c")]
    assert names == ["Ana", "Bo", "Chi"]


def test_a_folder_of_cards(tmp_path: Path) -> None:
    outside = tmp_path / "outside.vcf"
    outside.write_bytes(CARD % b"Nobody")
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "b.VCF").write_bytes(CARD % b"Bo" + b"BEGIN:VCARD\nEND:VCARD\n")
    (folder / "a.vcf").write_bytes(CARD % b"Ana")
    (folder / "notes.txt").write_bytes(CARD % b"Nobody")
    os.symlink(outside, folder / "link.vcf")
    found = read_volume(folder, NOON)
    assert [card.contact.name for card in found.people] == ["Ana", "Bo"]
    assert (found.skipped, found.warnings[0].where) == (1, "b.VCF, line 5")


def test_a_broken_file_in_a_folder_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "broken.vcf").write_bytes(b"nothing at all\n")
    (tmp_path / "empty.vcf").write_bytes(b"")
    with pytest.raises(JournalError, match=r"broken\.vcf, empty\.vcf"):
        read_volume(tmp_path, NOON)
    (tmp_path / "whole.vcf").write_bytes(CARD % b"Ana")
    found = read_volume(tmp_path, NOON)
    assert [card.contact.name for card in found.people] == ["Ana"]
    assert (found.skipped, [warned.where for warned in found.warnings]) == (2, ["broken.vcf", "empty.vcf"])


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)))
    (tmp_path / "empty.vcf").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    for path in (
        tmp_path,
        tmp_path / "photo.jpg",
        tmp_path / "pipe",
        tmp_path / "none.vcf",
        tmp_path / "empty.vcf",
    ):
        if path == tmp_path:
            (tmp_path / "empty.vcf").rename(tmp_path / "empty")
        with pytest.raises(JournalError):
            read_volume(path, NOON)
    monkeypatch.setattr(reading, "LARGEST", 20)
    (tmp_path / "large.vcf").write_bytes(CARD % b"Ana")
    for path in (tmp_path, tmp_path / "large.vcf"):
        with pytest.raises(JournalError, match="too large"):
            read_volume(path, NOON)


def test_a_file_of_too_many_is_read_so_far_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.exchange.reading.MOST", 3)
    path = tmp_path / "people.csv"
    path.write_text("First Name,Last Name\n" + "Amara,Obi\n" * 5)
    found = read_volume(path, NOON)
    assert len(found.people) == 3
    assert "left out" in found.warnings[-1].what
    path.write_text("First Name,Last Name\n" + "Amara,Obi\n" * 3)
    assert not read_volume(path, NOON).warnings


@pytest.mark.parametrize(
    "content",
    [
        *('{"netjournal": 1, "contacts": ' + "[" * 100_000, '{"netjournal": 1, "n": ' + "9" * 5_000),
        *("BEGIN:VCARD\nFN:Amara\n" * 2_000, "BEGIN:VCARD\nFN:Amara\nADR:" + ";" * 100_000),
        *(
            "BEGIN:VCARD\nFN:Amara\nTEL" + ";TYPE=x" * 20_000 + ":1\nEND:VCARD",
            "First Name,Last Name" + ",x" * 5_000,
        ),
    ],
)
def test_what_is_nested_or_long_without_end_is_read_or_refused_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "people"
    path.write_text(content)
    with contextlib.suppress(JournalError):
        assert read_volume(path, NOON) is not None
