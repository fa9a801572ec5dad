"""Somebody forgotten: what goes, and what of others stays without them. Issue 3 §5, reflection.md §5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.errors import JournalError
from netjournal.language.folding import fold_keys, words
from netjournal.language.names.unnaming import Unnaming
from netjournal.model import Acquaintance, Acquaintances, Contact, Raw, from_raw
from netjournal.store.index import shelves
from netjournal.store.shelf import Edit
from netjournal.store.traces import backups, marks_of, traces
from netjournal.store.writing import Desk

_PEOPLE, _TRASH, _INTRODUCTIONS = "contacts", "trash", "introductions"
_REACHED_BY = ("emails", "phones", "links")
_OWN = frozenset(("name", "nicknames", *_REACHED_BY))
"""What others are called and reached by; it is theirs, though it be the same."""

_NO_WORDS = frozenset(
    (
        *("date", "at", "zone", "part", "people", "channel", "initiated", "created", "asked", "answered"),
        *("dimension", "status", "scale", "by", "due", "kept", "wished", "outcome", "birthday", "circle"),
        *("since", "until", "quiet_until", "rhythm_set", "period", "unit", "when", "destination", "let_go"),
        *("prompt", "excluded", "followed", "told", "goal", "ended"),
    )
)
"""Fields that hold no words of one's own."""


class Left(NamedTuple):
    """A document that keeps `words` of somebody's name, since they may be ordinary ones or somebody else's.

    `title` is the day of an entry (``2026-11-03``) or the name of a person, empty for what has neither.
    """

    shelf: str
    id: str
    title: str
    words: tuple[str, ...]


class Forgotten(NamedTuple):
    """The edits that it takes to forget somebody, and what they leave standing."""

    edits: list[Edit]
    left: tuple[Left, ...]


class Toll(NamedTuple):
    """What forgetting somebody removes: entries of them alone, their part in entries `shared` with others,
    places elsewhere that name them, introductions, documents in the trash, drafts and steps of undo.

    `backups` are the folders on this machine that it does not reach, `left` what it keeps elsewhere.
    """

    alone: int
    shared: int
    mentions: int
    introductions: int
    trashed: int
    drafts: int
    steps: int
    backups: tuple[Path, ...]
    left: tuple[Left, ...] = ()


def toll(plan: Forgotten, state: Path) -> Toll:
    """What `plan` comes to, and what in the folder `state` goes with it."""
    edits = plan.edits
    entries = [edit for edit in edits if edit.shelf.startswith("months/")]
    ids = marks_of(edits).ids
    shared = [edit for edit in entries if edit.after is not None and ids & _named(edit.before)]
    gone = [edit for edit in edits if edit.after is None]
    trashed = [edit for edit in edits if edit.shelf == _TRASH and _has_document(edit.before)]
    found = list(traces(state, marks_of(edits)))
    return Toll(
        alone=sum(edit.shelf.startswith("months/") for edit in gone),
        shared=len(shared),
        mentions=sum(edit.after is not None and edit.shelf != _TRASH for edit in edits) - len(shared),
        introductions=sum(edit.shelf == _INTRODUCTIONS for edit in gone),
        trashed=sum(not _has_document(edit.after) for edit in trashed),
        drafts=sum(path.parent.name in ("drafts", "edits") for path in found),
        steps=sum(path.parent.name == "undo" for path in found),
        backups=backups(state),
        left=plan.left,
    )


def forgotten(desk: Desk, folder: Path, id: str, everyone: Acquaintances, now: datetime) -> Forgotten:
    """The edits that leave nothing of a person, or of those they were merged from, on any shelf in `folder`.

    Of each document that goes a tombstone stays in the trash, which says when and from where and nothing
    else: without it another machine would bring it back. Raises JournalError if nobody has this `id`, and
    Unavailable if a shelf cannot be read.
    """
    forgetting = _Forgetting(desk, id, everyone, now)
    edits = list(forgetting.edits(sorted(shelves(folder))))
    return Forgotten(edits, tuple(forgetting.left))


def mentions(edits: Iterable[Edit], id: str) -> list[Edit]:
    """Those of the `edits` of `forgotten` that only take the name out of somebody else's document."""
    kept = (edit for edit in edits if edit.after is not None and edit.shelf != _TRASH)
    return [edit for edit in kept if id not in _named(edit.before) and _field(edit.before, "by") != id]


class _Forgetting:
    """The shelves as they are, seen with the eyes of somebody who leaves."""

    def __init__(self, desk: Desk, id: str, everyone: Acquaintances, now: datetime) -> None:
        self._desk = desk
        self._people = desk.documents(_PEOPLE)
        self._trash = desk.documents(_TRASH)
        self._ids = {id} | {one for one, raw in self._trash.items() if _field(raw, "merged") == id}
        self._now = now.isoformat()
        self._words: dict[str, None] = {}
        self._edits: dict[tuple[str, str], Edit] = {}
        self.left: list[Left] = []
        pages = [page for one in sorted(self._ids) if (page := self._page(one)) is not None]
        if not pages:
            raise JournalError("This person is not in the journal any more.")
        self._unnamed = self._unnaming(id, pages, everyone)

    def edits(self, names: Iterable[str]) -> Iterator[Edit]:
        """What changes on the shelves of these names."""
        for shelf in names:
            for id, raw in self._desk.documents(shelf).items():
                if shelf == _TRASH:
                    self._look_in_trash(id, raw)
                elif self._is_theirs(shelf, id, raw):
                    self._remove(shelf, id, raw)
                else:
                    self._put(Edit(shelf, id, raw, self._without(raw, shelf)))
                    self._note_left(shelf, id, raw)
        yield from self._edits.values()

    def _page(self, id: str) -> Contact | None:
        raw = self._people.get(id)
        raw = _field(self._trash.get(id), "document") if raw is None else raw
        return None if raw is None else from_raw(Contact, id, raw, "contacts.json")

    def _unnaming(self, id: str, pages: list[Contact], everyone: Acquaintances) -> Unnaming:
        called = [name for page in pages for name in (page.name, *page.nicknames)]
        person = Acquaintance(id=id, name=called[0], nicknames=tuple(called[1:]))
        known = {word for name in called for key in fold_keys(name) for word in words(key)}
        rivals = [one for one in everyone.answering_to(known) if one.id not in self._ids]
        signs = {sign for page in pages for field in _REACHED_BY for sign in getattr(page, field)}
        of_others = (raw for one, raw in self._people.items() if one not in self._ids)
        signs -= {sign for raw in of_others for field in _REACHED_BY for sign in _items(_field(raw, field))}
        return Unnaming(person, rivals, signs, [page.name for page in pages])

    def _look_in_trash(self, id: str, raw: Raw) -> None:
        if isinstance(_field(raw, "of"), str):
            self._look_at_loss(id, raw)
            return
        shelf, document = _field(raw, "from"), _field(raw, "document")
        if (_TRASH, id) in self._edits or not isinstance(shelf, str) or not isinstance(document, dict):
            return
        if self._is_theirs(shelf, id, document):
            stone = {"deleted": raw.get("deleted", self._now), "from": shelf, "forgotten": True}
            self._put(Edit(_TRASH, id, raw, stone))
        else:
            self._put(Edit(_TRASH, id, raw, raw | {"document": self._without(document, shelf)}))
            self._note_left(_TRASH, id, document)

    def _look_at_loss(self, id: str, raw: Raw) -> None:
        """What a merge put there of one field of a document."""
        shelf, of = str(_field(raw, "from")), raw["of"]
        removed = self._edits.get((shelf, of))
        if of in self._ids or (removed is not None and removed.after is None):
            self._put(Edit(_TRASH, id, raw, None))
            return
        said = self._without({str(_field(raw, "field")): _field(raw, "value")}, shelf)
        self._put(Edit(_TRASH, id, raw, raw | {"value": next(iter(said.values()), "")}))

    def _is_theirs(self, shelf: str, id: str, raw: Raw) -> bool:
        if shelf == _PEOPLE:
            return id in self._ids
        named = _named(raw)
        if shelf == _INTRODUCTIONS:
            return not self._ids.isdisjoint(named)
        return bool(named) and named <= self._ids

    def _remove(self, shelf: str, id: str, raw: Raw) -> None:
        stone: Raw = {"deleted": self._now, "from": shelf, "forgotten": True}
        self._put(Edit(_TRASH, id, self._trash.get(id), stone))
        self._put(Edit(shelf, id, raw, None))

    def _put(self, edit: Edit) -> None:
        if edit.before != edit.after:
            self._edits[edit.shelf, edit.id] = edit

    def _note_left(self, shelf: str, id: str, raw: Raw) -> None:
        """Keep what the last document was left with, for it to be told."""
        if self._words:
            title = _field(raw, "date") or _field(raw, "name")
            self.left.append(Left(shelf, id, title if isinstance(title, str) else "", tuple(self._words)))

    def _without(self, raw: Any, shelf: str) -> Any:
        """A document of somebody else without their id and their name; by hand it may be any JSON."""
        self._words = {}
        if not isinstance(raw, dict):
            return self._scrubbed(raw, set())
        own = _OWN if shelf == _PEOPLE else frozenset()
        kept = {key: value for key, value in raw.items() if key in own}
        rest = {key: value for key, value in raw.items() if key not in own}
        present = _named(raw) | (self._ids if self._is_linked(rest) else set())
        after = self._scrubbed(rest, present) | kept
        return {key: after[key] for key in raw if key in after}

    def _scrubbed(self, value: Any, present: set[str], key: str = "") -> Any:
        """A value without their id and, where it is words, without their name; what is left empty goes."""
        if isinstance(value, str):
            return value if key in _NO_WORDS else self._unname(value, present, key)
        if isinstance(value, list):
            kept = [one for one in value if not self._is_id(one)]
            after = [self._scrubbed(one, present, key) for one in kept]
            is_tags = key == "tags"
            return [one for one, was in zip(after, kept, strict=True) if one == was or not is_tags]
        if isinstance(value, dict):
            parts = {name: part for name, part in value.items() if not self._is_id(part)}
            left = {name: self._scrubbed(part, present, name) for name, part in parts.items()}
            return {name: part for name, part in left.items() if part not in ([], {}) or part == parts[name]}
        return value

    def _unname(self, text: str, present: set[str], key: str) -> str:
        sign = "#" if key == "tags" else ""
        after = self._unnamed(sign + text, present)
        self._words |= dict.fromkeys(self._unnamed.left_in(after, present))
        return after.removeprefix(sign)

    def _is_linked(self, value: Any) -> bool:
        """Whether a document names them by their id, but for being somebody else."""
        if isinstance(value, dict):
            return any(self._is_linked(part) for name, part in value.items() if name != "others")
        return any(map(self._is_linked, value)) if isinstance(value, list) else self._is_id(value)

    def _is_id(self, value: object) -> bool:
        return isinstance(value, str) and value in self._ids


def _field(raw: object, name: str) -> Any:
    return raw.get(name) if isinstance(raw, Mapping) else None


def _named(raw: object) -> set[str]:
    """The ids of the people that a document is of."""
    return set(_items(_field(raw, "people")))


def _items(value: object) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, str)]


def _has_document(raw: object) -> bool:
    return isinstance(_field(raw, "document"), dict)
