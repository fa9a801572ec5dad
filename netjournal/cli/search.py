"""`search`: everything ever written, newest first."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Sequence

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.filtering import everyone, in_words, read_only
from netjournal.cli.keeping_back import without_answer
from netjournal.cli.layout import wrapped
from netjournal.cli.marking import marked
from netjournal.cli.negating import Negating, restored
from netjournal.cli.output import flush, say, say_json, say_marked, tell
from netjournal.cli.progress import Progress
from netjournal.cli.session import Session
from netjournal.cli.shapes import found_person_shape, found_shape
from netjournal.errors import JournalError, Misused
from netjournal.language.days.words import say_day, say_month
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.persons import why
from netjournal.language.filters.terms import SaidKey
from netjournal.language.tokens import QUOTES, quoted
from netjournal.model import Contact, Interaction
from netjournal.store.searching import Stretches

_MOST_SHOWN = 20
_FEW_PEOPLE = 3
_KEYED = re.compile(r"(-?(?:[^\W\d_]+:|[@#]|))(.+)", re.DOTALL)


@click.command(cls=Negating)
@click.argument("words", nargs=-1, required=True, callback=restored)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most the N newest entries.")
@click.option("--all", "everything", is_flag=True, help=f"Every entry, not only the {_MOST_SHOWN} newest.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document; of all, unless --limit.")
@click.option("--private", is_flag=True, help="With --json, look at answers kept to yourself too.")
@click.pass_obj
def search(
    session: Session,
    words: tuple[str, ...],
    limit: int | None,
    everything: bool,
    as_json: bool,
    private: bool,
) -> None:
    """Look through everything you ever wrote for WORDS, newest first, people and reflections included.

    \b
    netjournal search keel
    netjournal search 'lunch "exact words" #work @grace from:2026 -via:call'

    WORDS are a filter, as in --only; one argument with spaces among others counts as quoted. Answers kept to
    yourself (p:) are shown at the terminal, but stay out of --json, also as what is looked through, unless
    --private is given. Ctrl-C ends with what was found so far.
    """
    if limit and everything:
        raise Misused("--limit and --all do not go together.", "Leave one of them out.")
    query = _joined(words)
    now = session.clock()
    filter = read_only(query, now)
    if filter.is_empty:
        raise Misused("What are you looking for?", "Give words, #tags, @people or days.")
    if as_json:
        _say_document(session, query, filter, limit, private)
        return
    most = None if everything else limit or _MOST_SHOWN
    _Printed(session, filter, now.date(), most).run()


class _Printed:
    """A search while it is printed."""

    def __init__(self, session: Session, filter: Filter, today: dt.date, most: int | None) -> None:
        self._journal = session.journal
        self._filter = filter
        self._today = today
        self._most = most
        self._count = 0
        self._people = 0
        self._has_more = False
        self._progress = Progress()

    def run(self) -> None:
        """Print what is found, and say at the end how much it was. Raises JournalError if it is nothing."""
        try:
            with self._progress, contextlib.closing(self._journal.search(self._filter)) as stretches:
                self._print(stretches)
        except KeyboardInterrupt:
            tell(f"{self._said()} so far.")
            raise
        if not self._count and not self._people:
            why = self._journal.why_nothing(self._filter)
            raise JournalError(f"Nothing here fits: {in_words(self._filter)}.", why)
        if self._has_more:
            tell(f"{self._said()}, the newest. --all shows the older ones too.")
        else:
            tell(f"{self._said()}.")

    def _print(self, stretches: Stretches) -> None:
        for stretch in stretches:
            if stretch.people:
                self._say_people(_by_name(self._filter, stretch.people), stretch.is_whole)
            if stretch.entries:
                self._say_entries(stretch.entries)
            if self._has_more:
                return
            self._progress.found(self._count, say_month(stretch.month) if stretch.month else "")

    def _say_people(self, people: Sequence[Contact], is_whole: bool) -> None:
        self._people = len(people)
        shown = people if self._most is None else people[:_FEW_PEOPLE]
        for person in shown:
            label, text = why(self._filter, person)
            known = f"{label} {self._mark(text, None)}".strip()
            name = self._mark(person.name, None)
            for line in wrapped(f"{name} · {known}" if known else name, indent="    ", first="  "):
                say_marked(line)
        if len(shown) < self._people:
            say(f"  and {self._people - len(shown):,}{'' if is_whole else ' or more'} other people")
        say()
        flush()

    def _say_entries(self, entries: Sequence[Interaction]) -> None:
        room = len(entries) if self._most is None else self._most - self._count
        self._has_more = len(entries) > room
        shown = entries[:room]
        names = self._journal.names({id for entry in shown for id in entry.people})
        self._progress.clear()
        for entry in shown:
            self._count += 1
            when = say_day(entry.date, self._today)
            for line in entry_lines(entry, names, self._today, when=when, mark=self._mark):
                say_marked(line)
            say()
        flush()

    def _mark(self, text: str, key: SaidKey | None) -> str:
        return marked(text, lambda shown: self._filter.ranges(shown, key))

    def _said(self) -> str:
        """``37 entries and 2 people``."""
        parts = [f"{self._count:,} {'entry' if self._count == 1 else 'entries'}"]
        if self._people:
            parts.append("1 person" if self._people == 1 else f"{self._people:,} people")
        return " and ".join(parts)


def _say_document(session: Session, query: str, filter: Filter, limit: int | None, private: bool) -> None:
    journal = session.journal
    fits = filter.matcher(everyone(journal))
    people: tuple[Contact, ...] = ()
    entries: list[Interaction] = []
    with contextlib.closing(journal.search(filter)) as stretches:
        for stretch in stretches:
            people = people or stretch.people
            open_ones = stretch.entries if private else map(without_answer, stretch.entries)
            entries += (entry for entry in open_ones if private or fits(entry))
            if limit and len(entries) > limit:
                break
    has_more = limit is not None and len(entries) > limit
    entries = entries[:limit]
    names = journal.names({id for entry in entries for id in entry.people})
    say_json(
        {
            "query": query,
            "filter": in_words(filter),
            "count": len(entries),
            "more": has_more,
            "people": [found_person_shape(person, filter) for person in _by_name(filter, people)],
            "interactions": [found_shape(entry, names, filter) for entry in entries],
        }
    )


def _by_name(filter: Filter, people: Sequence[Contact]) -> list[Contact]:
    """Those whose name answers first."""
    return sorted(people, key=lambda person: (not filter.ranges(person.name), person.name.casefold()))


def _joined(words: Sequence[str]) -> str:
    """The arguments as one filter; the only one is the filter itself."""
    return words[0] if len(words) == 1 else " ".join(map(_requoted, words))


def _requoted(word: str) -> str:
    """A shell takes quotes away: several words in one argument were quoted, unless they are a filter."""
    found = _KEYED.fullmatch(word)
    if found is None or len(word.split()) < 2 or {"or", "and"} & set(word.lower().split()):
        return word
    if any(sign in found[2] for sign in f"{QUOTES}()#@:<>="):
        return word
    return found[1] + quoted(found[2])
