"""`goal`: a small goal set, made longer or smaller, let go; and where it leads."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click
from msgspec.structs import replace

from netjournal.cli.filtering import read_only
from netjournal.cli.goals import destination_shape, goal_lines, goal_shape, standing, what_counts
from netjournal.cli.naming_goals import find_destination, find_goal
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.whom import find_entry
from netjournal.errors import Misused
from netjournal.language.filters.nobody_yet import say_nobody_yet
from netjournal.language.filters.words import to_text
from netjournal.language.forms.goal import counts_any_entry
from netjournal.language.forms.values import read_day, read_first_day
from netjournal.model import UNITS, Destination, Goal
from netjournal.practice.goal_counting import say_known_before
from netjournal.practice.goal_presets import PRESETS

_UNITS = [unit for unit in UNITS if unit != "introduction"]
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
_GOAL = click.argument("words", nargs=-1, required=True, metavar="GOAL")
_WHAT = "Say it with --count '@bo #kind', or take a --preset; --unit interaction counts all you log."
_UNDO = "`netjournal undo` takes it back."
_MET = "`netjournal note NAME met on: 1 june 2019`"
_LEAVE_OUT = "`netjournal goal exclude` leaves an entry out."


@click.command()
@click.argument("words", nargs=-1, metavar="[TEXT]")
@click.option("--target", type=click.IntRange(1), metavar="N", help="How many.")
@click.option("--by", metavar="DAY", required=True, help="Its last day: friday, 30 nov, end of the year.")
@click.option("--from", "since", metavar="DAY", help="Its first day, if it is not today.")
@click.option(
    "--unit",
    type=click.Choice(_UNITS),
    help="What is counted once; an interaction, of those that --count fits, unless you say.",
)
@click.option(
    "--count", metavar="FILTER", help="What counts, such as 'via:event #harbour'; quote it as a whole."
)
@click.option("--first", is_flag=True, help="Only the first time you write of somebody.")
@click.option("--preset", type=click.Choice(list(PRESETS)), help="Begin with one that is known to be good.")
@click.option("--for", "destination", metavar="DESTINATION", help="Where it leads, by some words of it.")
@click.option("--plan", metavar="TEXT", help="When I …, I will …")
@_JSON
@click.pass_obj
def add(session: Session, /, words: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """Set a small goal in your own words. What you log counts toward it by itself.

    \b
    netjournal goal add 3 good talks in November --target 3 --by '30 nov' --count 'mood>=4'
    netjournal goal add --preset new-people --by friday --count '#harbour'
    """
    goal = session.journal.set_goal(_new(session, " ".join(words), said), now=session.clock())
    if "another_field" in goal.when and not session.settings.fields:
        tell('Say your own lines of work in settings.toml first: fields = ["…"]. Until then nothing counts.')
    _show(session, goal, as_json)
    if not as_json:
        tell(what_counts(goal))
        if "another_field" in goal.when:
            tell("Whose line of work you noted counts: `netjournal note NAME field: sailmaking`.")
        if known := say_known_before(goal, _MET, _LEAVE_OUT):
            tell(known)
        if unknown := say_nobody_yet(goal, session.journal):
            tell(unknown)
        tell("It counts itself, so forget it while you talk.")


@click.command()
@_GOAL
@click.option("--by", metavar="DAY", required=True, help="Its new last day.")
@_JSON
@click.pass_obj
def extend(session: Session, words: tuple[str, ...], by: str, as_json: bool) -> None:
    """Give GOAL until another day; one that was let go goes on."""
    before = find_goal(session.journal, words)
    day = _day(session, by, "by")
    if day < before.since:
        raise Misused("It would end before it begins.", f"It begins on {before.since}.")
    _change(session, before, replace(before, by=day, let_go=None), as_json)


@click.command()
@_GOAL
@click.option("--target", type=click.IntRange(1), metavar="N", required=True, help="How many are enough.")
@_JSON
@click.pass_obj
def shrink(session: Session, words: tuple[str, ...], target: int, as_json: bool) -> None:
    """Let fewer be enough for GOAL: 2 instead of 3."""
    before = find_goal(session.journal, words)
    if target > before.target:
        raise Misused(f"That is more than the {before.target} it asks for now.", "Set a new goal for more.")
    _change(session, before, replace(before, target=target), as_json)


@click.command("let-go")
@_GOAL
@_JSON
@click.pass_obj
def let_go(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """Let GOAL go: nothing asks for it any more, and `extend` takes it up again."""
    before = find_goal(session.journal, words)
    _change(session, before, replace(before, let_go=before.let_go or session.clock().date()), as_json)


@click.command()
@_GOAL
@click.argument("id")
@click.option("--again", is_flag=True, help="Let it count again.")
@_JSON
@click.pass_obj
def exclude(session: Session, words: tuple[str, ...], id: str, again: bool, as_json: bool) -> None:
    """Let the entry with this ID not count toward GOAL."""
    journal = session.journal
    before = find_goal(journal, words)
    entry = find_entry(journal, id, session.clock().date())
    others = tuple(one for one in before.excluded if one != entry.id)
    _change(session, before, replace(before, excluded=others if again else (*others, entry.id)), as_json)


@click.command()
@_GOAL
@_JSON
@click.pass_obj
def remove(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """Move GOAL to the trash, where it was set by mistake."""
    _delete(session, find_goal(session.journal, words), "goal", as_json)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT")
@click.option("--remove", is_flag=True, help="Take it out; its goals stay.")
@_JSON
@click.pass_obj
def destination(session: Session, words: tuple[str, ...], remove: bool, as_json: bool) -> None:
    """Write down where you would like to get, in words; small goals point there with --for."""
    journal = session.journal
    if remove:
        _delete(session, find_destination(journal, words), "destination", as_json)
        return
    new = Destination(id="", text=_text(" ".join(words), "Where would you like to get?"))
    new = journal.set_destination(new, now=session.clock())
    if as_json:
        say_json({"destination": destination_shape(new)})
    else:
        say(new.text)


@click.group(commands=[add, extend, shrink, let_go, exclude, remove, destination])
def goal() -> None:
    """Set a small goal that counts itself, or make it longer, smaller, or let it go."""


def _new(session: Session, text: str, said: dict[str, Any]) -> Goal:
    preset = PRESETS[said["preset"]] if said["preset"] else None
    target = said["target"] or (preset.target if preset else None)
    if target is None:
        raise Misused("How many do you have in mind?", "Say it with --target; small is good.")
    since, by = _days(session, said["since"], said["by"])
    unit = said["unit"] or (preset.unit if preset else "interaction")
    when = dict.fromkeys((*(preset.when if preset else ()), *(("first",) if said["first"] else ())))
    if unit == "introduction" and (said["count"] or when):
        raise Misused("Introductions are counted as they are.", "Leave out --count and --first.")
    leads_to = find_destination(session.journal, [said["destination"]]).id if said["destination"] else ""
    goal = Goal(
        id="",
        text=_text(text or (preset.text(target) if preset else ""), "What is the goal?"),
        target=target,
        since=since,
        by=by,
        unit=unit,
        count=_filter(session, preset.fits if preset else "", said["count"] or ""),
        when=tuple(when),
        destination=leads_to,
        plan=" ".join((said["plan"] or "").split()),
    )
    if counts_any_entry(goal) and not said["unit"]:
        raise Misused("What counts toward it?", _WHAT)
    return goal


def _text(typed: str, question: str) -> str:
    text = " ".join(typed.split())
    if not text:
        raise Misused(question, "Say it in your own words.")
    return text


def _filter(session: Session, preset: str, typed: str) -> str:
    """Both of them, as text that is read the same on any day. Raises Mistaken."""
    now = session.clock()
    own = to_text(read_only(typed, now))
    return to_text(read_only(" ".join(f"({part})" for part in (preset, own) if part), now))


def _days(session: Session, first: str | None, last: str) -> tuple[dt.date, dt.date]:
    """Both days: the last one looking ahead, the first one the nearest, or past if it came after the last."""
    by, now = _day(session, last, "by"), session.clock()
    since = (read_first_day(first, "from", now) if first else None) or now.date()
    if first and since > by:
        since = read_day(first, "from", now, "past") or since
    if since > by:
        raise Misused("It would end before it begins.", "Give a later day with --by.")
    return since, by


def _day(session: Session, typed: str, label: str) -> dt.date:
    day = read_day(typed, label, session.clock(), "future")
    if day is None:
        raise Misused(f"Which day is it {label}?", "Write a day like friday, or 30 nov.")
    return day


def _change(session: Session, before: Goal, after: Goal, as_json: bool) -> None:
    if after != before:
        after = session.journal.change(before, after, now=session.clock())
    _show(session, after, as_json)
    if not as_json:
        tell(_UNDO if after != before else "Nothing was changed.")


def _show(session: Session, goal: Goal, as_json: bool) -> None:
    progress = standing(session, goal)
    if as_json:
        say_json({"goal": goal_shape(progress)})
        return
    for line in goal_lines(progress):
        say(line)


def _delete(session: Session, document: Goal | Destination, kind: str, as_json: bool) -> None:
    session.journal.delete(document, now=session.clock())
    if as_json:
        say_json({"deleted": kind, "id": document.id, "title": document.text})
    else:
        say(f"“{document.text}” is in the trash.")
        tell("`netjournal undo` brings it back.")
