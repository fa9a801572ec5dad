"""`kept`: what was promised is done, or open again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import NamedTuple

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import entry_shape, filled
from netjournal.cli.suggesting import people_named
from netjournal.cli.typing_in import at_terminal, read_line
from netjournal.cli.whom import find_either, wanted
from netjournal.errors import JournalError, Nobody, Unclear
from netjournal.language.days.words import say_day, say_due
from netjournal.language.entry_words import say_who
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.folding import fold, words
from netjournal.language.names.resolving import perhaps_called
from netjournal.model import Acquaintance, Contact, Interaction, Promise, short_id
from netjournal.store.journal import Journal

_MOST = 500
"""Promises looked through for words."""


class _Made(NamedTuple):
    """A promise, and where it stands."""

    entry: Interaction
    position: int

    @property
    def promise(self) -> Promise:
        return self.entry.promises[self.position]


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME|ID|WORDS", shell_complete=people_named)
@click.option("--again", is_flag=True, help="It is open again after all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, and ask nothing.")
@click.pass_obj
def kept(session: Session, name: tuple[str, ...], again: bool, as_json: bool) -> None:
    """Mark the promise to NAME kept, or the one of the entry with this ID, or the one with these WORDS.

    \b
    netjournal kept grace             if there is but one
    netjournal kept grace keel book   if there are several
    netjournal kept keel book

    What they promised you can be kept as well; without WORDS yours are meant.
    """
    journal, now = session.journal, session.clock()
    made = _meant(session, name, again=again)
    if len(made) > 1 and at_terminal() and not as_json:
        made = _chosen(session, made)
    if len(made) > 1:
        raise Unclear("Which promise do you mean?", list(_lines(session, made)), "Say some words of it.")
    [(entry, position)] = made
    after = journal.keep_promise(entry, position, now=now)
    names = journal.names(after.people)
    if as_json:
        say_json({"promise": filled(after.promises[position]), "interaction": entry_shape(after, names)})
        return
    promise = after.promises[position]
    who = (say_who(after, names),) if after.people else ()
    say(" · ".join((f"{'Kept' if promise.kept else 'Open again'}: {promise.text}", *who)))
    tell("`netjournal undo` takes it back.")


def _meant(session: Session, name: Sequence[str], *, again: bool) -> list[_Made]:
    """The promises that fit, one's own alone where one said no words of it; never none.

    Where there is none with whoever is named, the name may be one of the words; where there are several,
    those are meant that hold it.
    """
    ways, said, perhaps = _where(session, name, again=again)
    found = next(filter(None, (_open_or_kept(entries, said, again=again) for entries in ways)), [])
    if not found and len(said) < len(name):
        found = _open_or_kept(_promised(session, again=again), name, again=again)
    if not found:
        is_named = f" with “{' '.join(said)}” in it" if said else ""
        hint = perhaps or ("" if again else "`netjournal today` shows what you promised.")
        raise JournalError(f"No {'kept' if again else 'open'} promise is there{is_named}.", hint)
    if said:
        return found
    mine = [one for one in found if one.promise.by == "me"] or found
    called = words(fold(" ".join(name)))
    return [one for one in mine if any(_has(one.promise.text, [word]) for word in called)] or mine


def _open_or_kept(entries: Iterable[Interaction], said: Sequence[str], *, again: bool) -> list[_Made]:
    """Those promised in `entries` that have each word that was said, and are open, or kept if `again`."""
    meant = words(fold(" ".join(said)))
    return [
        one
        for entry in entries
        for one in (_Made(entry, position) for position in range(len(entry.promises)))
        if (one.promise.kept is not None) == again and _has(one.promise.text, meant)
    ]


def _where(
    session: Session, name: Sequence[str], *, again: bool
) -> tuple[Iterable[Iterable[Interaction]], Sequence[str], str]:
    """The entries with whoever, or of whatever, the first words name, by each way to read the name, and the
    other words; where they name nobody those of all that is promised, all words, and who may be meant.
    """
    journal, today, perhaps = session.journal, session.clock().date(), ""
    wanted(name)
    for count in range(len(name), 0, -1):
        if ways := perhaps_called(wanted(name[:count]), journal.plain):
            return (_with_any(journal, people) for people in ways), name[count:], ""
        try:
            found = find_either(journal, name[:count], today)
        except Nobody as nobody:
            perhaps = perhaps or nobody.hint
            continue
        entries = journal.with_person(found.id) if isinstance(found, Contact) else (found,)
        return (entries,), name[count:], ""
    return (_promised(session, again=again),), name, perhaps


def _with_any(journal: Journal, people: Iterable[Acquaintance]) -> Iterable[Interaction]:
    """The entries with any of these people, each once."""
    return {entry.id: entry for one in people for entry in journal.with_person(one.id)}.values()


def _promised(session: Session, *, again: bool) -> Iterable[Interaction]:
    """Each entry with an open promise; with those that are kept, the newest first, if `again`."""
    if not again:
        promised = (one.interaction for one in session.journal.promises(_MOST))
        return {entry.id: entry for entry in promised}.values()
    filter = parse_filter("promise:kept or promised:kept", session.clock())
    with closing(session.journal.search(filter)) as stretches:
        return tuple(islice((entry for stretch in stretches for entry in stretch.entries), _MOST))


def _has(text: str, said: Sequence[str]) -> bool:
    """Whether each word that was said begins one of the text."""
    there = words(fold(text))
    return all(any(word.startswith(one) for word in there) for one in said)


def _chosen(session: Session, made: Sequence[_Made]) -> list[_Made]:
    """The one whose number somebody types; all of them if it is none of theirs."""
    tell("Which one?")
    for number, line in enumerate(_lines(session, made), 1):
        tell(f"  {number}  {line}")
    answer = (read_line(start="", keep=lambda _: None) or "").strip()
    is_one = answer.isdecimal() and 1 <= int(answer) <= len(made)
    return [made[int(answer) - 1]] if is_one else list(made)


def _lines(session: Session, made: Iterable[_Made]) -> Iterator[str]:
    today = session.clock().date()
    for one in made:
        names = session.journal.names(one.entry.people)
        promise, who = one.promise, say_who(one.entry, names) if one.entry.people else ""
        due = say_due(promise.due, today) if promise.due else ""
        by = "they" if promise.by == "them" else ""
        day = f"said {say_day(one.entry.date, today)}"
        yield " · ".join(filter(None, (by, promise.text, who, due, day, short_id(one.entry.id))))
