"""`introduce` and `introductions`: who was made known to whom, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.suggesting import pair_named, people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import JournalError, Misused
from netjournal.language.forms.introduction import INTRODUCTION_FIELDS
from netjournal.language.forms.pages import FormContext
from netjournal.language.forms.values import write_items, write_line
from netjournal.language.introduction_words import say_introduction
from netjournal.language.names.resolving import resolve
from netjournal.model import Introduction
from netjournal.practice.introduction_ideas import Idea, say_idea
from netjournal.practice.introductions import between, open_first

_AND = "and"
_BOTH = "both"


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="A [and] B", shell_complete=pair_named)
@click.option("--why", metavar="TEXT", help="What they might like about each other.")
@click.option("--by", metavar="NAME", help="Who makes it, if not you.")
@click.option("--wished", metavar="NAME", help="Who of the two asked for it.")
@click.option("--asked", metavar="NAME", multiple=True, help="Who of the two likes the idea; may come twice.")
@click.option("--both-asked", is_flag=True, help="Both like the idea.")
@click.option("--met", "outcome", flag_value="met", help="They met.")
@click.option("--not-now", "outcome", flag_value="not now", help="Nothing comes of it now.")
@click.option("--open", "outcome", flag_value="open", help="It is open again.")
@click.option("--on", metavar="DAY", help="When: today, or yesterday, nov 3.")
@click.option("--remove", is_flag=True, help="Take it out again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def introduce(
    session: Session,
    /,
    names: tuple[str, ...],
    asked: tuple[str, ...],
    remove: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Note that A and B are made known to each other, or what became of it.

    \b
    netjournal introduce ana karim --why 'both sail'
    netjournal introduce Ana Silva and Karim Haddad --both-asked

    A name of several words is quoted, or `and` stands between the two. Said again of the same two it changes
    the introduction that is open.
    """
    journal, now = session.journal, session.clock()
    pair = _pair(session, names)
    before = _meant(journal.introductions(), pair, is_about_one=remove or bool(said["outcome"]))
    if remove:
        _remove(session, before, as_json)
        return
    context = _context(session)
    blank = Introduction(id="", people=pair, date=now.date())
    after = _changed(before or blank, _typed(before or blank, asked, said, context), context)
    if before is None:
        after = journal.introduce(after, now=now)
    elif after != before:
        after = journal.change(before, after, now=now)
    known = journal.names(after.everyone)
    if as_json:
        say_json({"introduction": _shape(after, known)})
        return
    for line in wrapped(say_introduction(after, "", known, now.date()), indent="  ", first=""):
        say(line)
    if after.outcome == "open" and not (after.both_asked or after.by):
        tell("Ask both first: an introduction is a gift only if both would like it.")


@click.command()
@click.argument("name", nargs=-1, shell_complete=people_named)
@click.option("--idea", is_flag=True, help="Two who might like to know each other: one idea a week.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def introductions(session: Session, name: tuple[str, ...], idea: bool, as_json: bool) -> None:
    """Show who was introduced to whom, by everyone or with the person called NAME; the open ones first."""
    journal, today = session.journal, session.clock().date()
    if idea:
        if name:
            raise Misused("An idea is not asked for with a name.", "`netjournal introductions --idea`.")
        _tell_idea(journal.introduction_idea(today), as_json)
        return
    of = find_person(journal, wanted(name), today).id if name else ""
    found = [one for one in open_first(journal.introductions()) if not of or of in one.everyone]
    names = journal.names({id for one in found for id in one.everyone})
    if as_json:
        say_json({"introductions": [_shape(one, names) for one in found]})
        return
    for one in found:
        for line in wrapped(say_introduction(one, of, names, today), indent="  ", first=""):
            say(line)
    if not found:
        tell("None yet. `netjournal introduce A and B` writes one down.")


def _pair(session: Session, words: Sequence[str]) -> tuple[str, str]:
    """The ids of the two that are named."""
    at = [number for number, word in enumerate(words) if word.casefold() == _AND]
    if len(words) == 2:
        named = [words[0], words[1]]
    elif len(at) == 1 and 0 < at[0] < len(words) - 1:
        named = [wanted(words[: at[0]]), wanted(words[at[0] + 1 :])]
    else:
        raise Misused(
            "Whom do you introduce to whom?", "Say it like: netjournal introduce Ana Silva and Karim Haddad."
        )
    today = session.clock().date()
    one, other = (find_person(session.journal, wanted([name]), today) for name in named)
    if one.id == other.id:
        raise Misused(f"Both are {one.name}.", "An introduction is of two people.")
    return one.id, other.id


def _meant(
    introductions: Sequence[Introduction], pair: tuple[str, str], *, is_about_one: bool
) -> Introduction | None:
    """The open one of the two; else the last, if it must be about one, or they met: nobody meets twice."""
    newest = next(iter(between(introductions, pair)), None)
    if newest is not None and (is_about_one or newest.outcome != "not_now"):
        return newest
    return None


def _typed(
    before: Introduction, asked: Sequence[str], said: Mapping[str, Any], context: FormContext
) -> Mapping[str, str]:
    """What the options say, as one would type it into the form."""
    typed = {
        key: write_line(said[option])
        for key, option in (("why", "why"), ("by", "by"), ("wished", "wished"), ("date", "on"))
        if said[option] is not None
    }
    if said["both_asked"]:
        typed["asked"] = _BOTH
    elif asked:
        typed["asked"] = write_items([*(context.name_of(id) for id in before.asked), *asked])
    if said["outcome"]:
        typed["outcome"] = said["outcome"]
    return typed


def _changed(before: Introduction, typed: Mapping[str, str], context: FormContext) -> Introduction:
    after = before
    for field in INTRODUCTION_FIELDS:
        if field.key in typed:
            after = field.change(after, typed[field.key], context)
    return after


def _remove(session: Session, introduction: Introduction | None, as_json: bool) -> None:
    if introduction is None:
        raise JournalError("There is no introduction of the two.", "`netjournal introductions` shows all.")
    change = session.journal.delete(introduction, now=session.clock())
    if as_json:
        say_json({"deleted": "introduction", "id": introduction.id, "title": change.title})
    else:
        say(f"{change.title[0].upper()}{change.title[1:]} is in the trash.")
        tell("`netjournal undo` brings it back.")


def _tell_idea(idea: Idea | None, as_json: bool) -> None:
    if as_json:
        say_json({"idea": idea and _idea_shape(idea)})
    elif idea is None:
        tell(
            "No idea this week. It takes a need, an offer that meets it, and two fields or a tag they share."
        )
    else:
        for line in wrapped(f"{say_idea(idea)}.", indent="  ", first=""):
            say(line)
        pair = f"{idea.seeker.name} and {idea.giver.name}"
        tell(f"Would both like it? `netjournal introduce {pair}` writes it down.")


def _context(session: Session) -> FormContext:
    now = session.clock()
    return FormContext(
        now=now,
        name_of=lambda id: session.journal.names([id])[id],
        resolve_person=lambda name: resolve(name, session.journal, now.date()).id,
    )


def _idea_shape(idea: Idea) -> Shape:
    seeker, giver = ({"id": one.id, "name": one.name} for one in (idea.seeker, idea.giver))
    return {"people": [seeker, giver], "need": idea.need, "offer": idea.offer, "reason": say_idea(idea)}


def _shape(introduction: Introduction, names: Mapping[str, str]) -> Shape:
    def person(id: str) -> Shape | None:
        return {"id": id, "name": names[id]} if id else None

    return {
        "id": introduction.id,
        "people": [person(id) for id in introduction.people],
        "date": introduction.date.isoformat(),
        "by": person(introduction.by),
        "why": introduction.why or None,
        "wished": person(introduction.wished),
        "asked": [person(id) for id in introduction.asked],
        "both_asked": introduction.both_asked,
        "outcome": introduction.outcome,
    }
