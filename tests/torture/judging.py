"""Whether a journal is whole after what was done to it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB

from netjournal.errors import JournalError
from tests.store.journals import NOW, files_holding, fresh_index, kept_index, person
from tests.torture.homes import TARIQ, Home, Work, leftovers, stands
from tests.torture.running import Ended, run

OLD, NEW = "old", "new"
_OUTPUT = "The output could not be written"
_MISTAKE = "mistake in netjournal"


_SETTLED_LATER = re.compile(r"intent(-back)?\.json|\.[0-9]{10}-\w{26}\.json\.[0-9a-f]{12}\.tmp")
"""Files with which whoever writes next comes to the same end."""


class Broken(AssertionError):
    """A promise that was not kept."""


class Case(NamedTuple):
    """A command in a home: what stands before and after it, and after an undo of each (None: refused)."""

    home: Home
    work: Work
    old: str
    new: str
    undone: dict[str, str | None]


def case_of(home: Home, work: Work, folder: Path) -> Case:
    """What `work` does in `home` where nothing hinders it."""
    old = stands(home)
    undone: dict[str, str | None] = {}
    with_it = home.copy(folder / "whole")
    done = run(with_it, work)
    assert done.code == 0, f"{work.name}: {done.said}"
    new = stands(with_it, old)
    assert new != old, work.name
    for end, one in ((OLD, home.copy(folder / "before")), (NEW, with_it)):
        undone[end] = _taken_back(one, old)
    return Case(home, work, old, new, undone)


def judge(case: Case, home: Home, end: Ended | None, *, killed: bool) -> str:
    """Whether the old or the new state stands; raises Broken unless it is whole and what was said is true.

    `end` is None where nobody heard how the command ended.
    """
    if end is not None and _MISTAKE in end.said:
        raise Broken(end.said)
    is_acknowledged = end is not None and end.code == 0
    lying = [path for path in leftovers(home) if not _SETTLED_LATER.fullmatch(path.name)]
    if lying and not killed:
        raise Broken(f"left behind: {lying}")
    parses(home.journal)
    found = which_stands(home, case.old, case.new)
    if is_acknowledged and found == OLD:
        raise Broken("acknowledged, and not there")
    if end is not None and end.code and found == NEW and _OUTPUT not in end.said:
        raise Broken(f"said to have failed with {end.code}, and is there: {end.said}")
    if end is not None and end.code and not end.said.strip():
        raise Broken(f"failed with {end.code} and said nothing")
    try_on(home)
    if leftovers(home) and not killed:
        raise Broken(f"left behind: {leftovers(home)}")
    undone = _taken_back(home, case.old)
    if case.work.name == "forget" and found == NEW:
        _is_forgotten(home)
    if undone != case.undone[found]:
        raise Broken(f"undo of the {found} one came to {_difference(undone, case.undone[found])}")
    return found


def which_stands(home: Home, old: str, new: str) -> str:
    """Open the journal, which recovers it, and say which state stands; raises Broken for others."""
    journal = home.open()
    try:
        if problems := journal.problems():
            raise Broken(f"problems: {problems}")
        if kept_index(journal) != fresh_index(journal):
            raise Broken("the index tells something else than the shelves")
    finally:
        journal.close()
    found = stands(home, old)
    if found not in (old, new):
        raise Broken(f"neither old nor new: {_difference(found, old)}")
    return OLD if found == old else NEW


def parses(folder: Path) -> None:
    """Every file can be read by the json of Python and by a TinyDB that knows nothing of us."""
    for path in folder.rglob("*.json"):
        tables = json.loads(path.read_bytes())
        with TinyDB(path, access_mode="r") as database:
            for table in database.tables():
                plain = database.table(table)
                plain.document_id_class = str
                assert {one.doc_id for one in plain.all()} == {*tables[table]}


def try_on(home: Home) -> None:
    """The next change can be made, and taken back, and nothing else comes with it."""
    before = stands(home)
    journal = home.open()
    try:
        journal.add(person("Next"), now=NOW)
        if journal.undo().title != "Next":
            raise Broken("undo took back something else")
    finally:
        journal.close()
    if stands(home, before) != before:
        raise Broken("the next change and its undo left something")


def _is_forgotten(home: Home) -> None:
    """Nothing tells of Tariq any more, but for the id of what must not come back from another machine."""
    told = files_holding(home.folder, "Tariq", "Aziz", TARIQ.id)
    if left := [path for path in told if path.name != "trash.json"]:
        raise Broken(f"not forgotten: {left}")


def _taken_back(home: Home, known: str) -> str | None:
    journal = home.open()
    try:
        journal.undo()
    except JournalError:
        return None
    finally:
        journal.close()
    return stands(home, known)


def _difference(found: str | None, wanted: str | None) -> str:
    rows, others = (set((text or "refused").splitlines()) for text in (found, wanted))
    return f"with {sorted(rows - others)[:12]}, without {sorted(others - rows)[:12]}"
