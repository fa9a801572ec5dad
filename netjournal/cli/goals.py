"""`goals`: the small goals, each with where it stands; and what every command on goals shows of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
import msgspec

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.language.days.words import say_near
from netjournal.language.filters.goals import filter_of
from netjournal.language.filters.words import describe
from netjournal.model import Destination, Goal, short_id
from netjournal.practice.goal_counting import say_what_counts
from netjournal.practice.goals import Progress
from netjournal.practice.themes import DIMENSION_NAMES


@click.command()
@click.option("--all", "everything", is_flag=True, help="Those let go and those long over as well.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def goals(session: Session, everything: bool, as_json: bool) -> None:
    """Show your small goals below where they lead, each with how far it is."""
    journal = session.journal
    found = [one for goal in journal.goals() if (one := standing(session, goal)).is_in_view or everything]
    destinations = journal.destinations()
    if as_json:
        say_json(
            {
                "destinations": [destination_shape(one) for one in destinations],
                "goals": [goal_shape(one) for one in found],
            }
        )
        return
    for line in _listed(found, destinations):
        say(line)
    if not found and not destinations and journal.goals():
        tell("None is open; `netjournal goals --all` has those that are over.")
    elif not found and not destinations:
        tell("None yet. `netjournal goal add --preset new-people --by friday` is a small one to begin with.")


def standing(session: Session, goal: Goal) -> Progress:
    """How far a goal is today."""
    return session.journal.progress(goal, session.clock().date(), session.settings.fields)


def goal_lines(progress: Progress, indent: str = "") -> Iterator[str]:
    """A goal with where it stands and until when, and what one planned to do."""
    goal, today = progress.goal, progress.today
    until = () if today > goal.by or goal.let_go else (f"until {say_near(goal.by, today)}",)
    line = " · ".join((goal.text, progress.words, *until, short_id(goal.id)))
    yield from wrapped(line, indent=f"{indent}  ", first=indent)
    if goal.plan:
        yield from wrapped(goal.plan, indent=f"{indent}  ")


def what_counts(goal: Goal) -> str:
    """``It counts people: the first time you write of somebody you did not know before; calls.``"""
    return say_what_counts(goal, describe(filter_of(goal), DIMENSION_NAMES))


def goal_shape(progress: Progress) -> Shape:
    """A goal with how far it is, in numbers and in words."""
    goal = progress.goal
    shape = {name: msgspec.to_builtins(getattr(goal, name)) for name in goal.__struct_fields__}
    return {name: None if value == "" else value for name, value in shape.items()} | {
        "done": progress.done,
        "expected": round(progress.expected, 2),
        "left": progress.left,
        "per_week": round(progress.per_week, 2),
        "word": progress.word,
        "words": progress.words,
    }


def destination_shape(destination: Destination) -> Shape:
    """A destination."""
    return {
        "id": destination.id,
        "text": destination.text,
        "created": msgspec.to_builtins(destination.created),
    }


def _listed(found: Sequence[Progress], destinations: Sequence[Destination]) -> Iterator[str]:
    """Those that lead nowhere in particular first, the others below their destination."""
    known = {one.id for one in destinations}
    for one in found:
        if one.goal.destination not in known:
            yield from goal_lines(one)
    for destination in destinations:
        yield from wrapped(destination.text)
        for one in found:
            if one.goal.destination == destination.id:
                yield from goal_lines(one, "  ")
