"""What can be asked about people: who answers to a name, who was met with whom, who made whom known."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.language.entry_words import SOMEONE
from netjournal.language.finding.reaching import reach_typed
from netjournal.model import Acquaintance, Contact, Introduction, Raw, from_raw
from netjournal.store.acquainted import ACQUAINTANCE, acquaintances
from netjournal.store.files import Signature, read_whole, signature
from netjournal.store.index import Index
from netjournal.store.shelf import Shelf


class Doors(NamedTuple):
    """Those met through somebody, by name: first hand, in the order they were met, and how many in all."""

    names: tuple[str, ...]
    total: int


class PeopleReading:
    """The questions about people; answered from the index, and from the shelf of contacts."""

    def __init__(self, folder: Path, index: Index) -> None:
        self.folder = folder
        self._index = index
        self._contacts: tuple[Signature | None, Mapping[str, Raw]] = (None, {})
        self._everyone: tuple[object, tuple[Acquaintance, ...]] = (None, ())

    @property
    def plain(self) -> PeopleReading:
        """The journal itself, where this one only shows what may be seen of it."""
        return self

    def people(self) -> tuple[Acquaintance, ...]:
        """Everyone, in the order in which they came into the journal."""
        stamp, everyone = self._index.stamp, self._everyone
        if stamp != everyone[0]:
            everyone = stamp, tuple(self._index.read(acquaintances, f"{ACQUAINTANCE} ORDER BY id"))
            self._everyone = everyone
        return everyone[1]

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        """Those with one of the folded `words` among the words of their name or a nickname."""
        found = "SELECT person FROM word WHERE word IN (SELECT value FROM json_each(?))"
        query = f"{ACQUAINTANCE} WHERE id IN ({found}) ORDER BY id"
        return acquaintances(self._rows(query, _array(words)))

    def reached_by(self, text: str) -> Sequence[Acquaintance]:
        """Those with an e-mail address that begins so, or a telephone number with these digits in a row."""
        key = reach_typed(text)
        if not key:
            return ()
        chosen = "key >= ?1 AND key < ?1 || char(1114111)" if "@" in key else "key LIKE '%' || ?1 || '%'"
        found = f"SELECT person FROM reach WHERE {chosen}"  # noqa: S608 -- one of the two above
        return acquaintances(self._rows(f"{ACQUAINTANCE} WHERE id IN ({found}) ORDER BY last DESC, id", key))

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        """How many interactions each other person had together with any of `people` (ids)."""
        query = (
            "SELECT b.person, COUNT(DISTINCT b.entry) FROM participant a"
            " JOIN participant b ON b.entry = a.entry"
            " WHERE a.person IN (SELECT value FROM json_each(?1))"
            " AND b.person NOT IN (SELECT value FROM json_each(?1)) GROUP BY b.person"
        )
        return dict(self._rows(query, _array(people)))

    def names(self, people: Iterable[str]) -> dict[str, str]:
        """The name of each of `people` (ids), deleted ones included."""
        wanted = list(people)
        query = (
            "SELECT id, name FROM gone WHERE id IN (SELECT value FROM json_each(?1))"
            " UNION ALL SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?1))"
        )
        return dict.fromkeys(wanted, SOMEONE) | dict(self._rows(query, _array(wanted)))

    def awake(self, people: Iterable[str]) -> frozenset[str]:
        """Those of `people` (ids) who are neither at rest nor deleted: who may be brought up unasked."""
        query = "SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?)) AND NOT resting"
        return frozenset(id for (id,) in self._rows(query, _array(list(people))))

    def person(self, id: str) -> Contact:
        """Everything known about a person; raises JournalError if there is nobody with this id."""
        return self.whole(id)[0]

    def whole(self, id: str) -> tuple[Contact, Raw]:
        """The same, with the document as it stands, which may hold more; raises JournalError."""
        raw = self._contacts_shelf().get(id)
        if raw is None:
            raise JournalError("This person is not in the journal any more.")
        return from_raw(Contact, id, raw, "contacts.json"), raw

    def marked(self) -> Iterator[Contact]:
        """Those with a detail that begins with ``!``, of whom one wants to remember something."""
        if not self._has_marks():
            return
        for id, raw in self._contacts_shelf().items():
            details = raw.get("details") if isinstance(raw, dict) else None
            if isinstance(details, list) and any(str(one).startswith("!") for one in details):
                with contextlib.suppress(Unavailable):
                    yield from_raw(Contact, id, raw, "contacts.json")

    def _has_marks(self) -> bool:
        """Whether any text on the shelf of contacts begins so; mostly none does, and nothing is parsed."""
        with contextlib.suppress(Unavailable):
            found = read_whole(self.folder / "contacts.json")
            return found is not None and (b'"!' in found[0] or b"\\u0021" in found[0])
        return True

    def everyone(self) -> Iterator[tuple[Contact, Raw]]:
        """Everything known about everybody, each with their document; those that do not fit are left out.

        Raises Unavailable if nobody can be read.
        """
        for id, raw in self._contacts_shelf().items():
            with contextlib.suppress(Unavailable):
                yield from_raw(Contact, id, raw, "contacts.json"), raw

    def deleted_people(self) -> Iterator[Contact]:
        """Everybody in the trash, but for those who turned out to be somebody else."""
        for id, raw in self._documents("trash").items():
            if isinstance(raw, dict) and raw.get("from") == "contacts" and "merged" not in raw:
                with contextlib.suppress(Unavailable):
                    yield from_raw(Contact, id, raw.get("document"), "trash.json")

    def merged_people(self) -> Mapping[str, str]:
        """The ids of pages that went into others, each with that of the page it is part of now."""
        found = (
            (id, raw.get("merged")) for id, raw in self._documents("trash").items() if isinstance(raw, dict)
        )
        return {id: kept for id, kept in found if isinstance(kept, str)}

    def introductions(self) -> tuple[Introduction, ...]:
        """Every introduction, newest first."""
        found = (introduction for introduction, _ in self.introduction_documents())
        return tuple(sorted(found, key=lambda one: (one.date, one.id), reverse=True))

    def introduction_documents(self) -> Iterator[tuple[Introduction, Raw]]:
        """Every introduction, each with its document."""
        for id, raw in self._documents("introductions").items():
            with contextlib.suppress(Unavailable):
                yield from_raw(Introduction, id, raw, "introductions.json"), raw

    def doors_opened(self, id: str) -> Doors:
        """Those whom one met through a person, and through them in turn (reflection.md §3.6)."""
        first = self._rows("SELECT name FROM person WHERE through = ? ORDER BY met, id", id)
        everyone = (
            "WITH RECURSIVE below(id) AS (SELECT ?1 UNION"
            " SELECT p.id FROM person p JOIN below b ON p.through = b.id)"
            " SELECT COUNT(*) FROM below WHERE id != ?1"
        )
        [(total,)] = self._rows(everyone, id)
        return Doors(tuple(name for (name,) in first), total)

    def _contacts_shelf(self) -> Mapping[str, Raw]:
        """The shelf of contacts, which is read at every key of a lookup: parsed anew when it changed."""
        shelf = Shelf(self.folder, "contacts")
        if signature(shelf.path) != self._contacts[0]:
            documents = shelf.documents()
            self._contacts = shelf.signature, documents
        return self._contacts[1]

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._index.rows(query, *values)

    def _documents(self, shelf: str) -> Mapping[str, Raw]:
        try:
            return Shelf(self.folder, shelf).documents()
        except Unavailable:
            return {}  # `problems` says why


def _array(items: Iterable[str]) -> str:
    return json.dumps(list(items))
