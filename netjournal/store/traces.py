"""What a forgotten person leaves beside the shelves: steps of undo, drafts, pages, half a file."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.language.folding import fold, fold_keys, words
from netjournal.language.names.everyday import EVERYDAY
from netjournal.language.names.shortening import short_word
from netjournal.store.files import told
from netjournal.store.shelf import Edit

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LEFTOVERS = ".*.tmp"


class Marks(NamedTuple):
    """What tells that a file is about somebody: the `ids` that go with them, those of documents that are
    `changed` to be without them, and what they are called.
    """

    ids: frozenset[str]
    changed: frozenset[str]
    called: tuple[str, ...]


def marks_of(edits: Iterable[Edit]) -> Marks:
    """The marks of those whom `edits` remove for good."""
    ids, changed, called = set(), set(), []
    for edit in edits:
        gone, after = edit.before, edit.after
        if edit.shelf == "trash" and gone is not None and "document" not in (after or {}):
            gone = gone.get("document") if isinstance(gone, dict) else None
        elif after is not None:
            changed.add(edit.id)
            continue
        ids.add(edit.id)
        if isinstance(gone, dict) and "name" in gone:
            nicknames = gone.get("nicknames")
            called += [gone["name"], *(nicknames if isinstance(nicknames, list) else ())]
    return Marks(
        frozenset(ids),
        frozenset(changed - ids),
        tuple(dict.fromkeys(one for one in called if isinstance(one, str))),
    )


def traces(state: Path, marks: Marks) -> Iterator[Path]:
    """The files and folders in a journal's folder of `state` that are about them. Raises Unavailable."""
    holds = _holder(marks)
    firsts = {short_word(name) for name in marks.called if name.split()}
    for kind in ("undo", "drafts", "edits", "copies"):
        for path in _in(state / kind):
            text = "\n".join(_unescaped(_text(file)) for file in (_in(path) if path.is_dir() else [path]))
            is_of_changed = any(id in (text if kind == "undo" else path.name) for id in marks.changed)
            may_name = kind == "undo" or any(_stands_alone(first, text) for first in firsts)
            if any(id in path.name for id in marks.ids) or holds(text) or (is_of_changed and may_name):
                yield path


def backups(state: Path) -> tuple[Path, ...]:
    """The folders of backups in a journal's folder of `state`, which nothing is removed from."""
    return tuple(path for path in _in(state) if "backup" in path.name and path.is_dir())


def remove_traces(state: Path, journal: Path, marks: Marks) -> None:
    """Remove them, and half-written files that a crash left in either folder. Raises Unavailable."""
    left: list[Path] = []
    for folder in (journal, state):
        with told("read", folder):
            left += sorted(folder.rglob(_LEFTOVERS))
    holds = _holder(marks)
    for path in (*traces(state, marks), *(path for path in left if holds(_unescaped(_text(path))))):
        with told("removed", path), contextlib.suppress(FileNotFoundError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def _holder(marks: Marks) -> Callable[[str], bool]:
    """Whether a text holds an id or a name."""
    spelt = {found for name in marks.called for key in fold_keys(name) if (found := words(key))}
    telling = [r"[\W_]*".join(map(re.escape, found)) for found in spelt if not EVERYDAY.issuperset(found)]
    folded = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(telling))})(?![^\W_])") if telling else None
    exact = [*marks.ids, *(name for name in marks.called if len(name) > 1)]

    def holds(text: str) -> bool:
        return any(_stands_alone(one, text) for one in exact) or bool(folded and folded.search(fold(text)))

    return holds


def _stands_alone(name: str, text: str) -> bool:
    if name not in text:
        return False
    return not name.isascii() or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _unescaped(text: str) -> str:
    if "\\u" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _in(folder: Path) -> list[Path]:
    with told("read", folder):
        return sorted(folder.iterdir()) if folder.is_dir() else []


def _text(path: Path) -> str:
    with told("read", path):
        return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
