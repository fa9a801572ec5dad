"""Another program rewrites a shelf between our read and our write: nothing of either side is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.store import files, shelf
from netjournal.store.files import Signature
from tests.torture.homes import WORKS, Work, begun, scratch
from tests.torture.judging import NEW, Broken, Case, case_of, which_stands
from tests.torture.running import run
from tests.warming import warm_up

WAYS = ("renamed over", "written in place")
_THEIRS = "01M7QDK5Y0THE1RS0000000000"
_DOCUMENTS: dict[str, dict[str, Any]] = {
    "contacts": {"name": "Theirs"},
    "interactions": {"date": "2026-11-01", "text": "theirs"},
    "introductions": {
        "people": [f"{_THEIRS[:-1]}1", f"{_THEIRS[:-1]}2"],
        "date": "2026-11-01",
    },
    "goals": {"text": "theirs", "target": 1, "since": "2026-11-01", "by": "2026-11-30"},
    "trash": {"deleted": "2026-11-01T10:00:00+01:00", "from": "goals", "document": {}},
}


class Replaced(NamedTuple):
    """How often somebody came in between, how many commands went through, and what was lost."""

    times: int
    done: int
    broken: tuple[str, ...]


def between(step: int = 1, works: Sequence[Work] = WORKS) -> Replaced:
    """At every `step`th moment after a read or before a write of a shelf, in each of `works` and WAYS."""
    warm_up()
    times, done, turn, broken = 0, 0, 0, list[str]()
    with scratch() as folder:
        for work in works:
            case = case_of(begun(folder / "begun"), work, folder)
            for way in WAYS:
                nth, is_reached = 0, True
                while is_reached:
                    nth, turn = nth + 1, turn + 1
                    if turn % step and nth > 1:
                        is_reached = nth < 40
                        continue
                    try:
                        is_reached, is_done = _one(case, folder / "tried", nth, way)
                        times, done = times + is_reached, done + (is_reached and is_done)
                    except Exception as error:
                        broken.append(f"{work.name}, {way} at {nth}: {error!r}")
                        is_reached = nth < 40
                    shutil.rmtree(folder / "tried", ignore_errors=True)
            for child in folder.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
    return Replaced(times, done, tuple(broken))


def _one(case: Case, folder: Path, nth: int, way: str) -> tuple[bool, bool]:
    home = case.home.copy(folder)
    end = run(home, case.work, lambda: Meddler(nth, way).install())
    theirs = _take_out(home.journal)
    found = which_stands(home, case.old, case.new)
    meddled = (folder / "journal" / ".meddled").exists()
    if meddled and not theirs:
        raise Broken("theirs is lost")
    if (end.code == 0) != (found == NEW):
        raise Broken(f"{found}, and said to be otherwise: {end}")
    return meddled, end.code == 0


class Meddler:
    """Adds a document to a shelf at the nth moment at which a shelf was read or is about to be written."""

    def __init__(self, nth: int, way: str) -> None:
        self._left = nth
        self._way = way

    def install(self) -> None:
        """Stand between the shelves and their files, in a fork."""
        read, write = files.read_whole, files.replace_whole

        def read_whole(path: Path) -> tuple[bytes, Signature] | None:
            found = read(path)
            self._come(path)
            return found

        def replace_whole(path: Path, old: Signature | None, data: bytes) -> Signature:
            self._come(path)
            return write(path, old, data)

        vars(shelf).update(read_whole=read_whole, replace_whole=replace_whole)

    def _come(self, path: Path) -> None:
        table = "interactions" if path.parent.name == "months" else path.stem
        if table not in _DOCUMENTS:
            return
        self._left -= 1
        if self._left:
            return
        tables = json.loads(path.read_bytes()) if path.exists() else {}
        tables.setdefault(table, {})[_THEIRS] = _DOCUMENTS[table] | (
            {"date": f"{path.stem}-01"} if table == "interactions" else {}
        )
        if self._way == WAYS[0]:
            beside = path.with_suffix(".theirs")
            beside.write_text(json.dumps(tables))
            beside.replace(path)
        else:
            path.write_text(json.dumps(tables))
        (path.parent.parent if path.parent.name == "months" else path.parent).joinpath(".meddled").touch()


def _take_out(folder: Path) -> bool:
    """Take their document out of the journal; whether it was there."""
    for path in sorted(folder.rglob("*.json")):
        tables = json.loads(path.read_bytes())
        for name, table in tables.items():
            if table.pop(_THEIRS, None) is not None:
                path.write_text(json.dumps(tables if table or len(tables) > 1 else {name: {}}))
                return True
    return False
