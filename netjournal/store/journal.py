"""The journal: the one door to everything that is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from netjournal.errors import JournalError, Unavailable
from netjournal.language.entry_words import shortened
from netjournal.model import (
    Contact,
    Destination,
    Event,
    Goal,
    Interaction,
    Introduction,
    Reflection,
    changed,
    from_raw,
    to_raw,
)
from netjournal.settings import Settings
from netjournal.store.advising import Advising
from netjournal.store.backups import USUAL, Retention
from netjournal.store.beginning import begin
from netjournal.store.changes import Change, History
from netjournal.store.drafts import Drafts
from netjournal.store.events import EventKeeping
from netjournal.store.files import private_folder, signature
from netjournal.store.index import Index
from netjournal.store.keeping import Keeping
from netjournal.store.kept import Kept, shelf_of
from netjournal.store.known import remember
from netjournal.store.lock import PATIENCE
from netjournal.store.manifest import refuse_newer
from netjournal.store.met_through import refuse_circles
from netjournal.store.on_machines import OnMachines
from netjournal.store.places import Places
from netjournal.store.reflecting import Reflecting
from netjournal.store.replacing import replaced
from netjournal.store.shelf import Edit
from netjournal.store.taking_in import Addition, Alteration, Whole, put_down, taken_in
from netjournal.store.understood import understood
from netjournal.store.writing import Desk, Writer, Written

if TYPE_CHECKING:
    from netjournal.language.capture import Capture
    from netjournal.practice.choosing import Choice
    from netjournal.practice.prompts import Prompt

D = TypeVar("D", Contact, Interaction, Introduction, Goal, Destination, Event)


class Logged(NamedTuple):
    """An entry as it was written, whom it brought into the journal, and the question chosen for it."""

    entry: Interaction
    newcomers: tuple[Contact, ...]
    choice: Choice | None


class Journal(Advising, EventKeeping, Keeping, Reflecting, OnMachines):
    """A folder of shelves with its lock, its undo log, its drafts and its index. Never holds all shelves."""

    def __init__(
        self, places: Places, id: str, patience: float = PATIENCE, retention: Retention = USUAL
    ) -> None:
        self.places = places
        state = private_folder(places.state / id)
        with contextlib.suppress(Unavailable):
            private_folder(places.cache / id)  # where it cannot be made the index is kept in memory
        super().__init__(places.journal, Index(places.cache / id / "index.sqlite3", places.journal), id)
        self.drafts = Drafts(state / "drafts")
        self._writer = Writer(places.journal, state, self._index, patience, retention)
        try:
            with contextlib.suppress(Unavailable):
                self._writer.recover()  # what hinders it will hinder the next write, and be told then
            self.refresh()
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(
        cls, places: Places, now: datetime, *, patience: float = PATIENCE, retention: Retention = USUAL
    ) -> Journal:
        """The journal in its place, begun there if there is none yet, and none was.

        A write waits up to `patience` seconds for other writers; backups are kept as `retention` says.
        Raises Unavailable if it is damaged, newer than this program, or cannot be reached.
        """
        if signature((places := places.resolved()).journal / "journal.json") is None:
            begin(places, now)
        journal = cls(places, refuse_newer(places.journal), patience, retention)
        remember(places, journal.id)
        return journal

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()

    def log(
        self,
        capture: Capture,
        *,
        now: datetime,
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
        asks: bool = True,
    ) -> Logged:
        """Write an entry, whom it names for the first time, and its question if it `asks`, in one change."""
        entry, newcomers = understood(capture, now, self._writer.new_id)
        chosen: list[tuple[Choice, Reflection]] = []

        def plan(desk: Desk) -> Iterable[Edit]:
            yield from (Edit("contacts", person.id, None, to_raw(person)) for person in newcomers)
            found = self._question(entry, prompts, settings, now, newcomers) if asks else None
            chosen[:] = [found] if found else []
            asked = msgspec.structs.replace(entry, reflection=found[1]) if found else entry
            yield Edit(f"months/{entry.month}", entry.id, None, to_raw(asked))

        self._commit("log", entry.text, plan, now, in_step=False)  # each month's file would be looked at
        if not chosen:
            return Logged(entry, newcomers, None)
        [(choice, reflection)] = chosen
        return Logged(msgspec.structs.replace(entry, reflection=reflection), newcomers, choice)

    def add(self, contact: Contact, *, now: datetime) -> Contact:
        """Write a new person; gives them their id. Raises Unavailable if no journal could read them."""
        person = msgspec.structs.replace(contact, id=self._writer.new_id(now), created=now)
        raw = to_raw(person)
        from_raw(Contact, person.id, raw, "contacts.json")  # nothing is written that could not be read
        self._commit("add", person.name, lambda _: [Edit("contacts", person.id, None, raw)], now)
        return person

    def introduce(self, introduction: Introduction, *, now: datetime) -> Introduction:
        """Write down a new introduction; gives it its id."""
        new = msgspec.structs.replace(introduction, id=self._writer.new_id(now), created=now)
        edits = [Edit("introductions", new.id, None, to_raw(new))]
        self._commit("introduce", self._title(new), lambda _: edits, now)
        return new

    def bring(
        self, contacts: Sequence[Contact], interactions: Sequence[Interaction], *, title: str, now: datetime
    ) -> None:
        """Write many new documents as one change that can be taken back as one."""
        edits = [Edit("contacts", person.id, None, to_raw(person)) for person in contacts]
        edits += [Edit(f"months/{entry.month}", entry.id, None, to_raw(entry)) for entry in interactions]
        self._commit("bring", title, lambda _: edits, now)

    def new_id(self, now: datetime) -> str:
        """An id for somebody who is written later, together with others who name them."""
        return self._writer.new_id(now)

    def take_in(
        self,
        created: Sequence[Addition],
        changes: Sequence[Alteration],
        documents: Sequence[Whole] = (),
        *,
        title: str,
        now: datetime,
    ) -> None:
        """Write new people, what is added to others, and whole documents of any kind, as one change.

        New people get an id if they have none. Raises JournalError like `change`; then nothing was written.
        """
        ids = self._writer.new_ids(now, len(created))
        new = [addition.complete(id, now) for addition, id in zip(created, ids, strict=True)]

        def plan(desk: Desk) -> Iterable[Edit]:
            yield from taken_in(desk, new, changes)
            yield from put_down(desk, documents)

        self._commit("bring", title, plan, now)

    def change(
        self,
        before: D,
        after: D,
        *,
        now: datetime,
        kind: str = "change",
        amends: bool = False,
        newcomers: Sequence[Contact] = (),
    ) -> D:
        """Write what differs between `before`, as the caller saw it, and `after`; what others changed stays.

        `newcomers`, whom `after` names by id for the first time, are written with it as one change.
        Raises JournalError if the same field was changed elsewhere, or the document is gone.
        """
        result: list[D] = []

        def plan(desk: Desk) -> Iterable[Edit]:
            found: tuple[D, list[Edit]] = replaced(desk, before, after)
            result[:] = [found[0]]
            return [*(Edit("contacts", person.id, None, to_raw(person)) for person in newcomers), *found[1]]

        self._commit(kind, self._title(after), plan, now, amends=amends)
        return result[0]

    def change_people(
        self,
        ids: Collection[str],
        after: Callable[[Contact], Contact],
        *,
        title: str,
        nothing: str,
        now: datetime,
    ) -> tuple[Contact, ...]:
        """Write what `after` makes of each of these people in one change; gives those changed.

        Raises JournalError with the words `nothing` if it leaves all as they are.
        """
        result: list[Contact] = []

        def plan(desk: Desk) -> Iterable[Edit]:
            result.clear()
            standing = desk.documents("contacts")
            for id in ids:
                before = from_raw(Contact, id, standing[id], "contacts.json") if id in standing else None
                if before is not None and (person := after(before)) != before:
                    result.append(person)
                    yield Edit("contacts", id, standing[id], changed(standing[id], before, person))
            if not result:
                raise JournalError(nothing)

        self._commit("change", title, plan, now)
        return tuple(result)

    def keep_promise(self, entry: Interaction, position: int, *, now: datetime) -> Interaction:
        """Mark a promise of an entry kept today, or open again if it was kept."""
        promise = entry.promises[position]
        kept = None if promise.kept else now.date()
        promises = list(entry.promises)
        promises[position] = msgspec.structs.replace(promise, kept=kept)
        return self.change(entry, msgspec.structs.replace(entry, promises=tuple(promises)), now=now)

    def reread(self, document: D) -> D:
        """The document as it stands now; raises JournalError if it is gone."""
        shelf = shelf_of(document)
        raw = self._documents(shelf).get(document.id)
        if raw is None:
            raise JournalError("It was deleted or moved elsewhere in the meantime.")
        return from_raw(type(document), document.id, raw, f"{shelf}.json")

    @property
    def newest_change(self) -> str:
        """The id of the newest change of this machine; empty for none."""
        return History(self.places.state / self.id).newest_id

    def undo(self, *, now: datetime | None = None) -> Change:
        """Take back the newest change of this machine; raises JournalError if there is none."""
        return self._took_place(self._writer.undo(now))

    def _commit(
        self,
        kind: str,
        title: str,
        plan: Callable[[Desk], Iterable[Edit]],
        now: datetime,
        *,
        amends: bool = False,
        in_step: bool = True,
    ) -> Change:
        def checked(desk: Desk) -> Iterable[Edit]:
            edits = tuple(plan(desk))
            refuse_circles(desk, edits)
            return edits

        words = shortened(title, 60)
        written = self._writer.commit(kind, words, checked, now=now, amends=amends, in_step=in_step)
        return self._took_place(written)

    def _title(self, document: Kept) -> str:
        if isinstance(document, Introduction):
            return f"the introduction of {' and '.join(self.names(document.people).values())}"
        if isinstance(document, Contact | Event):
            return document.name
        asked = document.reflection if isinstance(document, Interaction) else None
        return document.text or (asked.question if asked is not None and asked.period else "")

    def _change_entry(
        self, before: Interaction, after: Interaction, now: datetime, kind: str, *, amends: bool = False
    ) -> Interaction:
        return self.change(before, after, now=now, kind=kind, amends=amends)

    def _took_place(self, written: Written) -> Change:
        """Our own changes are nothing that `refresh` needs to tell of."""
        for shelf, after in written.after.items():
            if after is not None and self._seen.get(shelf) == written.before[shelf]:
                self._seen[shelf] = after
        return written.change
