"""What cannot be read is named and left alone, and hinders nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.errors import Unavailable
from netjournal.language.capture import Capture, Newcomer
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, fresh_index, kept_index, person, question

MISFITS: dict[str, tuple[Any, str]] = {
    "list": ([1, 2], "not a JSON object"),
    "no date": ({"text": "x"}, '"date" is missing'),
    "no such date": ({"date": "2026-11-31"}, '"date" must be a day in quotes, 2026-11-03, and a real one'),
    "other month": ({"date": "2026-10-31"}, '"date" is wrong: 2026-10-31 is of another month'),
    "number for a text": ({"date": "2026-11-01", "tags": ["a", 7]}, '"tags[1]" must be a text in quotes'),
    "no such channel": ({"date": "2026-11-01", "channel": "telepathy"}, "\"channel\" cannot be 'telepathy'"),
    "mood of 9": ({"date": "2026-11-01", "mood": 9}, '"mood" must be 1 to 5'),
    "half a promise": ({"date": "2026-11-01", "promises": [{"by": "me"}]}, '"promises[0].text" is missing'),
    "time without zone": (
        {"date": "2026-11-01", "at": "2026-11-01T10:00:00"},
        '"at" must say its offset from UTC',
    ),
    "deep": (
        {"date": "2026-11-01", "reflection": {"prompt": "x", "dimension": "luck"}},
        "\"reflection.dimension\" cannot be 'luck'",
    ),
    "surrogate": (
        {"date": "2026-11-01", "gave": ["a", "\ud83d"]},
        '"gave[1]" is wrong: half of a surrogate pair',
    ),
}


@pytest.mark.parametrize("misfit", MISFITS)
def test_a_document_that_does_not_fit_is_named_and_survives(journal: Journal, misfit: str) -> None:
    raw, what = MISFITS[misfit]
    path = journal.folder / "months/2026-11.json"
    bring(journal, entry(text="before"), entry(text="after"))
    first, second = path.read_text().splitlines()[1:3]
    line = f',"01M7QDK5Y0MISF1T0000000000": {json.dumps(raw)}'
    path.write_text("\n".join(['{"interactions": {', first, line, second, "}}", ""]))
    journal.refresh()

    [problem] = journal.problems()
    assert problem.shelf == "months/2026-11"
    assert problem.message.startswith(f"months/2026-11.json, line 3: {what}")
    assert {one.text for one in journal.month("2026-11")} == {"before", "after"}

    bring(journal, entry(text="later"))
    assert line[1:] in {row[1:] for row in path.read_text().splitlines()}
    assert len(journal.month("2026-11")) == 3
    assert kept_index(journal) == fresh_index(journal)


def test_a_person_that_does_not_fit_is_named_and_survives(journal: Journal) -> None:
    path = journal.folder / "contacts.json"
    line = '"00000000000000000000000000": {"name": "", "big": 1e999, "odd": 1.50, "caf\\u00e9": "\\ud83d"}'
    path.write_text('{"contacts": {\n ' + line + "\n}}\n")
    journal.refresh()
    assert [problem.message for problem in journal.problems()] == [
        'contacts.json, line 2: "name" must not be empty.'
    ]
    journal.add(person("Chidi Okafor"), now=NOW)
    assert [one.name for one in journal.people()] == ["Chidi Okafor"]
    assert line in path.read_text()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _symlink(path: Path) -> None:
    elsewhere = path.parent.parent.parent / "elsewhere.json"
    path.replace(elsewhere)
    path.symlink_to(elsewhere)


def _replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replaced(path: Path) -> None:
        path.unlink()
        make(path)

    return replaced


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut short": _truncated,
    "empty": lambda path: path.write_bytes(b""),
    "only spaces": lambda path: path.write_bytes(b" \n"),
    "null": lambda path: path.write_text("null"),
    "list": lambda path: path.write_text("[]"),
    "text": lambda path: path.write_text('"interactions"'),
    "table of the wrong kind": lambda path: path.write_text('{"interactions": []}'),
    "two objects": lambda path: path.write_bytes(path.read_bytes() * 2),
    "zeros": lambda path: path.write_bytes(bytes(512)),
    "UTF-16": lambda path: path.write_bytes(path.read_text().encode("utf-16")),
    "Latin-1": lambda path: path.write_bytes(path.read_bytes() + b"\xe9"),
    "marks of a merge": lambda path: path.write_text("<<<<<<< mine\n" + path.read_text()),
    "not a number": lambda path: path.write_text('{"interactions": {"a": {"mood": NaN}}}'),
    "very deep": lambda path: path.write_text("[" * 100_000),
    "a number without end": lambda path: path.write_text('{"interactions": ' + "9" * 5000 + "}"),
    "link": _symlink,
    "dangling link": _replaced_by(lambda path: path.symlink_to("nowhere")),
    "endless device": _replaced_by(lambda path: path.symlink_to("/dev/zero")),
    "FIFO": _replaced_by(os.mkfifo),
    "folder": _replaced_by(Path.mkdir),
}


def _as_it_is(path: Path) -> object:
    """What would be another if somebody had written there."""
    status = path.lstat()
    content = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    return status.st_mode, status.st_ino, status.st_mtime_ns, content


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_shelf_is_named_and_left_alone(
    journal: Journal, open_journal: Callable[[], Journal], damage: str
) -> None:
    autumn, summer = entry("2026-11-02", text="é", reflection=question()), entry("2026-07-01", text="sea")
    bring(journal, autumn, summer, person("Ines Duarte"))
    path = journal.folder / "months/2026-11.json"
    DAMAGES[damage](path)
    before = _as_it_is(path)

    for look in (journal, open_journal()):
        look.refresh()
        [problem] = look.problems()
        assert problem.shelf == "months/2026-11"
        assert str(path) in problem.message
        assert (damage in ("FIFO", "folder")) == ("is not a regular file" in problem.message)
        assert look.month("2026-11") == ()
        assert look.month("2026-07") == (summer,)
        assert list(look.reflections(None, answered=False)) == []
        said = Capture(date=autumn.date, text="new", who=(Newcomer("Kofi Mensah"),))
        for refused in (
            partial(look.log, said, now=NOW, prompts=built_in, settings=Settings()),
            lambda: bring(journal, entry("2026-11-03")),
            lambda: journal.change(summer, replace(summer, date=autumn.date), now=NOW),
            lambda: journal.delete(autumn, now=NOW),
        ):
            with pytest.raises(Unavailable) as caught:
                refused()
            assert str(path) in caught.value.message
            assert caught.value.exit_code == 3
        assert _as_it_is(path) == before
        assert [one.name for one in look.people()] == ["Ines Duarte"]

    bring(journal, entry("2026-07-02", text="sand"))
    journal.add(person("Tomás Oliveira"), now=NOW)
    assert [one.text for one in journal.month("2026-07")] == ["sea", "sand"]
    assert kept_index(journal) == fresh_index(journal)
    assert _as_it_is(path) == before


def test_a_mended_shelf_is_read_again(journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    path = journal.folder / "months/2026-11.json"
    good = path.read_bytes()
    path.write_bytes(b"")
    assert journal.refresh()
    assert journal.problems()
    path.write_bytes(good)
    assert journal.refresh()
    assert journal.problems() == ()
    assert journal.interaction(talk.id) == talk


def test_the_same_entry_twice_in_a_file_is_not_silently_one(journal: Journal) -> None:
    bring(journal, entry(text="mine"))
    path = journal.folder / "months/2026-11.json"
    line = path.read_text().splitlines()[1]
    text = path.read_text().replace(line, f"{line}\n,{line[1:].replace('mine', 'theirs')}")
    path.write_text(text)
    journal.refresh()
    [problem] = journal.problems()
    assert "stands in it twice" in problem.message
    with pytest.raises(Unavailable):
        bring(journal, entry())
    assert path.read_text() == text


def test_damaged_contacts_leave_the_months_readable(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    wei = person("Wei Zhang")
    talk = entry(people=(wei.id,))
    bring(journal, wei, talk)
    (journal.folder / "contacts.json").write_text("")
    again = open_journal()
    assert again.people() == ()
    assert again.month("2026-11") == (talk,)
    assert again.names([wei.id]) == {wei.id: "someone"}
    with pytest.raises(Unavailable):
        again.person(wei.id)
    with pytest.raises(Unavailable):
        again.add(person("Wei Zhang"), now=NOW)
    bring(again, entry())
    assert len(again.month("2026-11")) == 2


def test_months_that_are_no_folder_are_named(journal: Journal, open_journal: Callable[[], Journal]) -> None:
    months = journal.folder / "months"
    months.write_text("a file")
    with pytest.raises(Unavailable, match=f"{months} could not be read"):
        journal.refresh()
    with pytest.raises(Unavailable):
        open_journal()


def test_what_is_no_shelf_is_left_alone(journal: Journal) -> None:
    bring(journal, entry())
    months = journal.folder / "months"
    for name in (
        "2026-11.sync-conflict-20260101-101010-ABCDEFG.json",
        "2026-11 (Ann's conflicted copy 2026-01-01).json",
        ".2026-11.json.swp",
        "._2026-11.json",
        "2026-1.json",
        "notes.txt",
    ):
        (months / name).write_text("not ours")
    assert not journal.refresh()
    assert journal.problems() == ()
    bring(journal, entry())
    others = [one.read_text() for one in months.iterdir() if one.name != "2026-11.json"]
    assert others == ["not ours"] * 6
    assert len(journal.month("2026-11")) == 2


def test_damage_after_the_last_look_leaves_pages_incomplete_not_broken(journal: Journal) -> None:
    gone, left = entry("2026-11-02", reflection=question()), entry("2026-10-02", reflection=question())
    bring(journal, gone, left)
    (journal.folder / "months/2026-11.json").write_text("")
    assert list(journal.reflections(None, answered=False)) == [left]
    with pytest.raises(Unavailable):
        journal.interaction(gone.id)
