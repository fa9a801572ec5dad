"""One journal on several machines, by way of a git remote of one's own (issue 6 §3)."""

from __future__ import annotations

import contextlib
import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Raw
from netjournal.store.files import Moved, private_folder, read_whole, replace_whole, signature, write_whole
from netjournal.store.git import Git, Offline, Quicker, without_password
from netjournal.store.index import Index, shelves
from netjournal.store.manifest import SCHEMA
from netjournal.store.merge_driver import WAITING
from netjournal.store.merging_documents import Tables
from netjournal.store.merging_in import FEW, Incoming, Write, merge_in
from netjournal.store.places import MONTH, SHELVES
from netjournal.store.shelf import documents_if_any
from netjournal.store.writing import Desk, Writer

_TRIES = 5
_COMMIT, _MERGE = "netjournal: kept", "netjournal: merged"
_SHELF = re.compile(rf"({SHELVES}|months/{MONTH})\.json")
_ATTRIBUTES = b"*.json -text merge=netjournal\n"
_IGNORED = b".*.tmp\n*.sync-conflict-*\n*conflicted copy*\n.DS_Store\n"
_OWN = {".gitattributes": _ATTRIBUTES, ".gitignore": _IGNORED}
_MANIFEST = "journal.json"
_SHORT = ("contacts", "introductions", "goals", "destinations", "events")
_TWO = "`netjournal export journal --format json` there, and `import` here, makes one of two."


class Synced(NamedTuple):
    """What came of it: whether the `remote` (told without a password) was reached, what went and came."""

    remote: str
    is_offline: bool
    is_new: bool
    sent: bool
    incoming: Incoming


class Sync:
    """One run. Raises JournalError, and Unavailable for a file, here or there, that cannot be read."""

    def __init__(self, folder: Path, id: str, writer: Writer, index: Index, git: Git, now: datetime) -> None:
        self._folder = folder
        self._id = id
        self._writer = writer
        self._index = index
        self._git = git
        self._now = now
        self._committed: object = None

    def begin(self, remote: str, driver: str) -> bool:
        """Sync with `remote` from now on; whether this journal is the one that others keep there.

        A journal in which nothing is written yet becomes the one that is there.
        """
        self._git.set_up(driver)
        before = self._git.remote
        self._git.point_to(remote)
        try:
            branch = self._git.remote_branch()
            if branch and not self._git.commit_of("HEAD"):
                self._git.take_branch(branch)
            theirs = self._git.fetch(branch) if branch else ""
            return bool(theirs) and self._take_over(theirs)
        except (Offline, JournalError) as error:
            if before:
                self._git.point_to(before)
            else:
                self._git.forget_remote()
            if isinstance(error, Offline):
                raise JournalError("The remote cannot be reached just now.", "Try it again later.") from error
            raise

    def run(self, *, is_new: bool, removed: bool) -> Synced:
        """Commit, fetch, merge and push, until nobody was quicker. Offline all is committed nonetheless."""
        branch = self._git.branch()
        self._git.follow(branch)
        with self._writer.alone(self._now) as write:
            incoming = self._mended(write)
            self._commit(removed=removed)
        sent = is_offline = False
        try:
            for _ in range(_TRIES):
                theirs = self._git.fetch(branch)
                with self._writer.alone(self._now) as write:
                    self._commit(removed=removed)
                    incoming = incoming.with_more(self._merged(theirs, write))
                if self._git.commit_of("HEAD") == theirs:
                    break
                try:
                    self._git.push(branch)
                except Quicker:
                    continue
                sent = True
                break
            else:
                raise JournalError("Other machines keep pushing.", "Wait a moment, then sync again.")
        except Offline:
            is_offline = True
        return Synced(without_password(self._git.remote), is_offline, is_new, sent, incoming)

    def _take_over(self, theirs: str) -> bool:
        """Become the journal in a commit, if nothing is written here yet; False if we are it already."""
        tree = {path: blob for path, blob in self._git.tree(theirs).items() if _is_ours(path)}
        id = self._checked(tree)
        if id == self._id:
            return False
        with self._writer.alone(self._now):
            desk = Desk(self._folder)
            if any(desk.documents(shelf) for shelf in shelves(self._folder)):
                raise JournalError("Another journal is kept there.", _TWO)
            paths = sorted(tree, key=lambda path: path != _MANIFEST)
            for path, data in zip(paths, _each(self._git, tree, paths), strict=True):
                private_folder((self._folder / path).parent)
                write_whole(self._folder / path, data)
            self._git.take_others("", theirs, _is_ours)
            self._git.join(_paths(self._folder), theirs, _MERGE)
        self._id = id
        return True

    def _checked(self, tree: Mapping[str, str]) -> str:
        """The id of the journal that the files of a commit are."""
        [manifest] = _each(self._git, tree, [_MANIFEST]) if _MANIFEST in tree else [b""]
        documents = documents_if_any(manifest, "journal", Path(f"{_MANIFEST} at the remote"))
        if len(documents) != 1:
            raise JournalError("There is something else than a journal at the remote.", "Name an empty one.")
        [(id, raw)] = documents.items()
        schema = raw.get("schema") if isinstance(raw, dict) else None
        if not isinstance(schema, int) or schema > SCHEMA:
            raise Unavailable(
                "A newer netjournal wrote what is at the remote.", "Update netjournal here first."
            )
        return id

    def _mended(self, write: Write) -> Incoming:
        """Bring documents that a merge by files left in two places to the one where they belong."""
        lost = self._folder / ".git" / WAITING
        waiting = sorted(lost.glob("*.json")) if lost.is_dir() else []
        if not (waiting or self._is_doubled()):
            return Incoming()
        read = ((path, read_whole(path)) for path in waiting)
        found = [documents_if_any(data[0], "trash", path) for path, data in read if data is not None]
        records = {id: raw for documents in found for id, raw in documents.items()}
        names, now = shelves(self._folder), self._now.isoformat()
        incoming = merge_in(write, names, {}, {"trash": records} if records else {}, now)
        for path in waiting:
            path.unlink(missing_ok=True)
        return incoming

    def _is_doubled(self) -> bool:
        """Whether a document stands on two shelves, or on one and in the trash."""
        desk = Desk(self._folder)
        gone = set(desk.documents("trash"))
        if any(not gone.isdisjoint(desk.documents(shelf)) for shelf in _SHORT):
            return True
        query = "SELECT 1 FROM entry WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1"
        twice = "SELECT 1 FROM entry GROUP BY id HAVING COUNT(*) > 1 LIMIT 1"
        return bool(self._index.rows(query, json.dumps(sorted(gone))) or self._index.rows(twice))

    def _commit(self, *, removed: bool) -> None:
        for name, data in _OWN.items():
            found = read_whole(self._folder / name)
            if found is None or (name == ".gitattributes" and b"merge=netjournal" not in found[0]):
                write_whole(self._folder / name, (found[0] if found else b"") + data)
        for message, hint in self._index.rows("SELECT message, hint FROM problem WHERE id = ''"):
            raise Unavailable(message, hint)
        standing = shelves(self._folder)
        changed = [] if standing == self._committed else filter(_is_ours, self._git.changed())
        self._commit_files(list(changed), removed=removed)
        self._committed = standing

    def _commit_files(self, changed: list[str], *, removed: bool) -> None:
        if not changed:
            return
        head = self._git.commit_of("HEAD")
        if head and not removed:
            self._refuse_loss(self._git.tree(head), changed)
        gone = [path for path in changed if signature(self._folder / path) is None]
        self._git.commit([*_paths(self._folder), *gone], _COMMIT)

    def _refuse_loss(self, tree: Mapping[str, str], changed: Iterable[str]) -> None:
        """Raises JournalError if so much is gone that it was hardly meant."""
        known = [path for path in changed if path in tree]
        missing = [path for path in known if signature(self._folder / path) is None]
        before = _tables(self._git, {path: tree[path] for path in known if path != "trash.json"})
        gone = {id for found in before.values() for id in found}
        if not gone:
            return
        desk = Desk(self._folder)
        gone.difference_update(*(desk.documents(shelf) for shelf in shelves(self._folder)))
        if len(gone) > FEW or (missing and gone):
            files = shlex.join(["git", "-C", str(self._folder), "checkout", "HEAD", "--", *missing])
            back = f"`{files}` brings them back" if missing else "Bring back a backup"
            raise JournalError(
                f"{len(gone):,} people and entries that were here at the last sync are gone.",
                f"{back}; or, if you removed them yourself, `netjournal sync --removed`.",
            )

    def _merged(self, theirs: str, write: Write) -> Incoming:
        head = self._git.commit_of("HEAD")
        base = self._git.common(head, theirs) if theirs else ""
        if not theirs or base == theirs:
            return Incoming()
        trees = [self._git.tree(commit) for commit in (base, head, theirs)]
        if self._checked(trees[2]) != self._id:
            raise JournalError("Another journal is kept there.", "Nothing was changed here.")
        paths = sorted({path for tree in trees for path in tree if _is_shelf(path)})
        other = [path for path in paths if len({tree.get(path) for tree in trees}) > 1]
        found = [_tables(self._git, {path: tree[path] for path in other if path in tree}) for tree in trees]
        names = [*(path[:-5] for path in other), "trash"]
        for tables, tree in zip(found, trees, strict=True):
            if "trash.json" in tree and "trash.json" not in other:
                tables |= _tables(self._git, {"trash.json": tree["trash.json"]})
        incoming = merge_in(write, names, found[0], found[2], self._now.isoformat())
        self._take_form(other, trees[2], found[2])
        self._git.take_others(base, theirs, _is_ours)
        self._git.join(_paths(self._folder), theirs, _MERGE)
        return incoming

    def _take_form(self, paths: Iterable[str], tree: Mapping[str, str], theirs: Tables) -> None:
        """Make a file that says the same as theirs theirs to the byte, or each would rewrite the other's."""
        desk = Desk(self._folder)
        same = [
            path for path in paths if path in tree and desk.documents(path[:-5]) == theirs.get(path[:-5], {})
        ]
        for path, data in zip(same, _each(self._git, tree, same), strict=True):
            found = read_whole(self._folder / path)
            if found is not None and found[0] != data and desk.signature(path[:-5]) == found[1]:
                with contextlib.suppress(Moved):  # the next sync takes it in
                    replace_whole(self._folder / path, found[1], data)


def _paths(folder: Path) -> list[str]:
    return [*_OWN, _MANIFEST, *(f"{name}.json" for name in sorted(shelves(folder)))]


def _is_shelf(path: str) -> bool:
    return _SHELF.fullmatch(path) is not None


def _is_ours(path: str) -> bool:
    return path in (_MANIFEST, *_OWN) or _is_shelf(path)


def _tables(git: Git, tree: Mapping[str, str]) -> dict[str, dict[str, Raw]]:
    """The documents in files of a commit, by shelf."""
    paths = [path for path in tree if _is_shelf(path)]
    pairs = zip(paths, _each(git, tree, paths), strict=True)
    return {
        path[:-5]: documents_if_any(data, path[:-5], Path(f"{path} at the remote")) for path, data in pairs
    }


def _each(git: Git, tree: Mapping[str, str], paths: Iterable[str]) -> Iterator[bytes]:
    wanted = [tree[path] for path in paths]
    found = git.contents(wanted) if wanted else {}
    yield from (found[id] for id in wanted)
