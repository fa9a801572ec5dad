"""From the words of a command to an entry: read, kept, told, and asked about."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import click

from netjournal.cli.meaning import choose
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import logged_shape
from netjournal.cli.typing_in import at_terminal, is_stdin_left, read_line, read_stdin
from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.capture import Capture, Mention, capture, check, join_arguments
from netjournal.language.days.dates import Moment, say_moment
from netjournal.language.entry_words import CHANNEL_WORDS, facts, say_tags, say_who
from netjournal.language.kept_back import say_not_kept_back
from netjournal.language.names.in_text import find_names
from netjournal.language.names.resolving import describe
from netjournal.model import Interaction, short_id
from netjournal.store.journal import Logged

_DRAFT = "log"
_STDIN = "-"
_NOBODY_NAMED = "nobody named"
_GOES_ON = frozenset(("and", "n", "&", "+", "with", "w", "w/"))


class Line(NamedTuple):
    """What was said to `log`: the words, day and channel if told, and the template that it begins with."""

    words: Sequence[str]
    on: str | None = None
    via: str | None = None
    template: str | None = None


def write_down(session: Session, said: Line, *, no_ask: bool, as_json: bool) -> None:
    """Log `said`, tell what was understood, and ask the question about it: with `no_ask` it has none.

    Raises JournalError.
    """
    line = _typed(session, said)
    journal, now = session.journal, session.clock()
    try:
        logged = written(
            session,
            lambda chosen: capture(line, now, journal, on=said.on, via=said.via, chosen=chosen),
            may_ask=at_terminal() and not as_json,
            asks=not no_ask,
        )
    except JournalError:
        if said.template is None:
            _keep_typed(session, said.words, line)
        raise
    if not said.words and said.template is None:
        session.journal.drafts.drop(_DRAFT)
    tell_logged(session, logged, as_json)
    if logged.choice is not None and not as_json:
        _ask(session, logged.entry, logged.choice.why)


def _ask(session: Session, entry: Interaction, why: str) -> None:
    """Ask it at a terminal; what is on stdin may be the rest of a list in a loop, so it is no answer."""
    if at_terminal():
        from netjournal.cli.question import ask

        ask(session, entry, why, session.journal.follow_up(entry))
    elif is_stdin_left():
        tell("What is on stdin was not read. An answer to the question goes to `netjournal reflect -`.")


def _typed(session: Session, said: Line) -> str:
    if said.template is not None:
        return _begun(session, said.template, said.words)
    words = said.words
    if tuple(words) == (_STDIN,):
        return read_stdin().strip()
    if words:
        return join_arguments(words)
    if not at_terminal():
        raise Misused("There is nothing to log.", "Say what happened, or give - to read it from stdin.")
    drafts = session.journal.drafts
    tell("What happened, and with whom?")
    line = read_line(start=drafts.get(_DRAFT), keep=lambda text: drafts.keep(_DRAFT, text))
    if line is None:
        raise click.exceptions.Exit(0)
    return line


def _begun(session: Session, template: str, words: Sequence[str]) -> str:
    from netjournal.language.templates import begin

    return begin(template, session.settings.templates, join_arguments(words)).line


def _keep_typed(session: Session, words: Sequence[str], line: str) -> None:
    """A line that was typed here and could not be logged becomes a draft; arguments stay with the shell."""
    drafts = session.journal.drafts
    if words and not (tuple(words) == (_STDIN,) and at_terminal() and not drafts.get(_DRAFT)):
        return
    drafts.keep(_DRAFT, line)
    if line.strip():
        tell("The line is not lost: `netjournal log` begins with it.")


def written(
    session: Session,
    understand: Callable[[Mapping[int, str]], Capture],
    *,
    may_ask: bool,
    asks: bool = True,
) -> Logged:
    """The entry that a line means, as it was kept, with a question if it `asks`.

    `understand` reads the line, with the people chosen. Raises Unclear if a name may be that of several.
    """
    journal, now = session.journal, session.clock()
    captured = understand({})
    check(captured, now.date())
    if captured.unclear and may_ask:
        captured = understand(choose(captured.unclear, now.date()))
    if captured.unclear:
        raise _unclear(captured.unclear, now.date())
    if captured.unread:
        tell(captured.unread_said)
    return journal.log(captured, now=now, prompts=session.prompts, settings=session.settings, asks=asks)


def _unclear(mentions: Sequence[Mention], today: dt.date) -> Unclear:
    said = ", ".join(mention.said for mention in mentions)
    people = {person.id: person for mention in mentions for person in mention.candidates}
    candidates = [f"{person.name}  {describe(person, today)}" for person in people.values()]
    if len({person.name for person in people.values()}) < len(people):
        hint = "`netjournal edit` gives one of two namesakes a nickname."
    else:
        hint = f'Say it with the whole name, such as @"{next(iter(people.values())).name}".'
    if strangers := [f'@"{mention.said}"' for mention in mentions if mention.is_stranger]:
        hint = f"{hint} For someone new say {' or '.join(strangers)}."
    return Unclear(f"Which {said} do you mean?", candidates, f"Nothing was written. {hint}")


def tell_logged(session: Session, logged: Logged, as_json: bool) -> None:
    """Say what was understood, who is new, whom one might tell, and what it counts toward."""
    entry, choice = logged.entry, logged.choice
    names = session.journal.names(entry.people)
    if as_json:
        new = {person.id: person.name for person in logged.newcomers}
        say_json(logged_shape(entry, names, new, choice.why if choice else None))
        _tell_not_kept_back(entry)
        return
    nobody = "" if entry.people else _say_nobody(session, logged)
    _say_in_lines(" · ".join(_understood(entry, names, nobody, session.clock())))
    _tell_newcomers(session, logged)
    _tell_half_names(logged, names.values())
    slip = _tell_slip(session, logged, names)
    if nobody == _NOBODY_NAMED or _may_name_others(entry.text, names.values()):
        _tell_strangers(session, entry, names.values(), but=slip)
    _tell_not_kept_back(entry)
    if dead := session.journal.newly_dead(entry):
        _offer_rest(dead.values())
    today = session.clock().date()
    if line := session.journal.line_to_tell(entry, today):
        tell(line)
    for counted in session.journal.counts_toward(entry, today, session.settings.fields):
        tell(counted.words)


def _tell_newcomers(session: Session, logged: Logged) -> None:
    """Say who was written down, and through whom they were met."""
    for person in logged.newcomers:
        by = person.met.through if person.met is not None else ""
        how = "" if person.id in logged.entry.people else ", and was not met"
        how = f", met through {session.journal.names([by])[by]}" if by else how
        tell(f"{person.name} is new{how}.")


def _offer_rest(names: Iterable[str]) -> None:
    from shlex import quote

    from netjournal.practice.pausing import offer_rest

    for name in names:
        tell(offer_rest(name, f"`netjournal rest {' '.join(map(quote, name.split()))}`"))


def _tell_half_names(logged: Logged, names: Iterable[str]) -> None:
    """Say how a name of more words is written, where one of somebody new seems to go on."""
    new = [person.name for person in logged.newcomers]
    if new and _may_name_others(logged.entry.text, new):
        from netjournal.language.names.half_named import half_named

        for half in half_named(logged.entry.text, new, {word for name in names for word in name.split()}):
            tell(f"{half.said} `netjournal edit {half.name}` mends it.")


def _tell_slip(session: Session, logged: Logged, names: Mapping[str, str]) -> str:
    """Ask back where a name in the entry is nobody's, and nearly somebody's; gives it as it was written."""
    from netjournal.language.names.misspelt import slip_in

    entry, new = logged.entry, {person.id for person in logged.newcomers}
    slip = slip_in(entry.text, session.journal, names, new)
    if slip is None:
        return ""
    tell(f"Did you mean {slip.person.name}? Then: netjournal edit {short_id(entry.id)}")
    return slip.written


def _may_name_others(text: str, names: Iterable[str]) -> bool:
    """Whether a word but the first has a capital, or goes on with others, and is of none of the `names`."""
    known = {word.lower() for name in names for word in name.split()}
    words = [word.rstrip(".,;:!?") for word in text.split()]
    return any(
        word.lower() not in known and (word[:1].isupper() or before in _GOES_ON)
        for before, word in pairwise(words)
    )


def _tell_strangers(session: Session, entry: Interaction, present: Iterable[str], *, but: str) -> None:
    """Say how those are written down who were named without an ``@``, `but` who was asked after before."""
    from netjournal.language.names.strangers import strangers_in

    for stranger in strangers_in(entry.text, session.journal, tuple(filter(None, (*present, but)))):
        tell(f"{stranger.said} {stranger.instead} in the line writes them down.")


def _tell_not_kept_back(entry: Interaction) -> None:
    if said := say_not_kept_back(entry.text):
        tell(said)


def _say_in_lines(text: str) -> None:
    """In one line for another program, and in a terminal in as many as it takes."""
    if sys.stdout is not None and sys.stdout.isatty():
        from netjournal.cli.layout import wrapped  # an entry written without a terminal needs none of it

        for line in wrapped(text, indent="  ", first=""):
            say(line)
    else:
        say(text)


def _say_nobody(session: Session, logged: Logged) -> str:
    """What is said in place of people: whether somebody was named who was not met."""
    is_named = logged.newcomers or find_names(logged.entry.text, session.journal)
    return "nobody met" if is_named else _NOBODY_NAMED


def _understood(entry: Interaction, names: Mapping[str, str], nobody: str, now: dt.datetime) -> Iterator[str]:
    """The day with its weekday, who, how, where, and all else that was not left in the text."""
    yield say_moment(Moment(entry.date, entry.at, entry.zone, entry.part), now)
    yield nobody or say_who(entry, names)
    if entry.channel:
        yield CHANNEL_WORDS[entry.channel]
    if entry.place:
        yield f"at {entry.place}"
    if entry.tags:
        yield say_tags(entry.tags)
    yield from (f"{label} {words}" for label, words in facts(entry, now.date()))
