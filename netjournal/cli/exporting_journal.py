"""`export journal`: what happened, month by month, to keep, to print, or for other programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from netjournal.cli.filtering import everyone, in_words
from netjournal.cli.keeping_back import told_promises, without_private_promises
from netjournal.cli.output import say_file, say_json, tell
from netjournal.cli.session import Session
from netjournal.errors import JournalError, Misused, Unavailable
from netjournal.exchange import journal_calendar, journal_csv
from netjournal.exchange.calendar import Event, calendar
from netjournal.exchange.journal_json import write_journal
from netjournal.exchange.journal_markdown import month_page
from netjournal.language.filters.meaning import Filter
from netjournal.model import Interaction, Raw
from netjournal.store.files import private_folder, write_parts
from netjournal.store.journal import Journal


class Wish(NamedTuple):
    """What is wanted: which entries, in which form (markdown, json, csv, ics), with `private` answers or not.

    With `entries` a calendar has what happened as well.
    """

    form: str
    filter: Filter
    private: bool
    entries: bool


def export_journal(session: Session, wish: Wish, output: str | None, as_json: bool) -> int:
    """Write it to `output`, a file or for Markdown a folder, or to stdout; gives the exit code.

    Raises JournalError if it cannot be written.
    """
    wish = wish._replace(form="json") if output is None and as_json else wish
    leaving = Leaving(session, wish)
    target = None if output is None else Path(output)
    try:
        if output is None or target is None:
            for part in leaving.parts():
                say_file(part)
        elif output.endswith(os.sep) or target.is_dir():
            _write_folder(target, leaving)
        else:
            write_parts(target, leaving.parts())
    except Unavailable as error:
        if session.journal.problems():
            raise
        raise JournalError(error.message, error.hint) from error
    _told(leaving, target, as_json)
    return Unavailable.exit_code if session.journal.problems() else 0


def _write_folder(folder: Path, leaving: Leaving) -> None:
    if leaving.wish.form != "markdown":
        raise Misused(f"{folder} is a folder.", "Only Markdown is written a file a month. Name a file.")
    if not folder.is_dir():  # one that is there is taken as it is, a link too: it was named
        private_folder(folder.resolve())
    for month, page in leaving.pages():
        write_parts(folder / f"{month}.md", (page.encode(),))


def _told(leaving: Leaving, target: Path | None, as_json: bool) -> None:
    if as_json and target is not None:
        counts = {"months": leaving.months, "interactions": leaving.count, "events": leaving.events}
        said = {"file": str(target), "format": leaving.wish.form, **counts}
        say_json({**said, "private_left_out": leaving.kept_back})
    elif target is not None and leaving.wish.form == "ics":
        tell(f"{leaving.events:,} {'event is' if leaving.events == 1 else 'events are'} in {target}.")
    elif not leaving.count:
        fitting = in_words(leaving.wish.filter)
        tell(f"No entry fits: {fitting}." if fitting else "No entry is written in your journal yet.")
    elif target is not None:
        entries = "One entry is" if leaving.count == 1 else f"{leaving.count:,} entries are"
        tell(f"{entries} in {target}.")
    if leaving.kept_back and leaving.wish.form != "ics":
        answers = "One private answer stays" if leaving.kept_back == 1 else "Your private answers stay"
        tell(f"{answers} with you; --private takes them along.")


class Leaving:
    """The entries that are wanted, a month at a time, in the form that is wanted; counts what goes by."""

    def __init__(self, session: Session, wish: Wish) -> None:
        self.wish = wish
        self.count = self.months = self.events = self.kept_back = 0
        self._session = session
        self._journal: Journal = session.journal
        self._now: datetime = session.clock()
        self._fits = wish.filter.matcher(everyone(self._journal))
        self._met: set[str] = set()

    def parts(self) -> Iterator[bytes]:
        """One document, part by part."""
        ways: Mapping[str, Callable[[], Iterator[bytes]]] = {
            "markdown": self._markdown,
            "csv": self._csv,
            "json": self._json,
            "ics": lambda: calendar(self._counted(self._events()), self._now),
        }
        return ways[self.wish.form]()

    def pages(self) -> Iterator[tuple[str, str]]:
        """The page of each month; it begins with what the month shows, unless only some of it is wanted."""
        narrowed = in_words(self.wish.filter)
        heads = self._journal.pages(self._session.settings, self._now.date())
        for month, found in self._months():
            entries = sorted((entry for entry, _ in found), key=lambda entry: entry.order)
            head = heads.month(month) if self.wish.filter.is_empty else None
            yield month, month_page(month, entries, self._names(entries), narrowed, head)

    def _markdown(self) -> Iterator[bytes]:
        between = ""
        for _, page in self.pages():
            yield f"{between}{page}".encode()
            between = "\n"

    def _csv(self) -> Iterator[bytes]:
        yield journal_csv.header()
        for _, found in self._months():
            entries = sorted((entry for entry, _ in found), key=lambda entry: entry.order)
            yield journal_csv.rows(entries, self._names(entries))

    def _json(self) -> Iterator[bytes]:
        """Everyone, or with a filter those who took part, before whatever else there is to say of them.

        Goals and events go with the whole journal only.
        """
        if not self.wish.filter.is_empty:
            for _ in self._months():
                pass
            self.count = self.months = self.kept_back = 0
        people = [(person.id, raw) for person, raw in self._journal.everyone() if self._is_wanted(person.id)]
        introductions = [
            (one.id, raw)
            for one, raw in self._journal.introduction_documents()
            if all(self._is_wanted(id) for id in one.everyone)
        ]
        entries = ((entry.id, raw) for _, found in self._months() for entry, raw in found)
        aims = self._journal.aim_documents() if self.wish.filter.is_empty else {}
        return write_journal(people, introductions, entries, aims)

    def _counted(self, events: Iterator[Event]) -> Iterator[Event]:
        for event in events:
            self.events += 1
            yield event

    def _events(self) -> Iterator[Event]:
        journal, today = self._journal, self._now.date()
        people = journal.people()
        resting = {person.id for person in people if person.rest}
        for _, found in self._months():
            entries = [entry for entry, _ in found]
            names = self._names(entries)
            yield from journal_calendar.promises(entries, names, resting)
            if self.wish.entries:
                yield from journal_calendar.talks(entries, names, resting)
        yield from journal_calendar.birthdays(one for one in people if self._is_wanted(one.id))
        if self.wish.filter.is_empty:
            deleted = [one.value for one in journal.trashed()]
            yield from journal_calendar.gone(deleted, with_talks=self.wish.entries)
        settings = self._session.settings
        ties = [tie for tie in journal.open_to_hellos(today, settings) if self._is_wanted(tie.person.id)]
        now = [hello for hello in journal.hellos(today, settings) if self._is_wanted(hello.person.id)]
        yield from journal_calendar.hellos(ties, now, today)

    def _months(self) -> Iterator[tuple[str, Sequence[tuple[Interaction, Raw]]]]:
        """The entries that fit, with their documents, of each month that has any."""
        first, last = self._days
        for month in self._journal.months():
            if first <= month <= last:
                documents = self._journal.month_documents(month)
                fitting = (self._without_private(*one) for one in documents)
                found = [one for one in fitting if one is not None]
                if found:
                    self.count += len(found)
                    self.months += 1
                    self._met.update(id for entry, _ in found for id in entry.people)
                    yield month, found

    @cached_property
    def _days(self) -> tuple[str, str]:
        first, last = self.wish.filter.days()
        return first.isoformat()[:7], last.isoformat()[:7]

    def _without_private(self, entry: Interaction, raw: Raw) -> tuple[Interaction, Raw] | None:
        """What of an entry may leave, if it fits as it leaves; an answer of a review is all there is."""
        fits = self._fits(entry)
        asked = entry.reflection
        if self.wish.private or asked is None or not asked.private:
            return (entry, raw) if fits else None
        self.kept_back += fits
        public = msgspec.structs.replace(entry, reflection=None, promises=told_promises(entry))
        if asked.period or not self._fits(public):
            return None
        told = without_private_promises(raw)
        return public, {key: value for key, value in told.items() if key != "reflection"}

    def _is_wanted(self, person: str) -> bool:
        return self.wish.filter.is_empty or person in self._met

    def _names(self, entries: Sequence[Interaction]) -> Mapping[str, str]:
        return self._journal.names({id for entry in entries for id in entry.people})
