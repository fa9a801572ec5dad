"""`add`: someone new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
import msgspec

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import person_shape
from netjournal.cli.whom import wanted
from netjournal.errors import JournalError, Misused
from netjournal.language.contact_form import read_birthday, read_zone
from netjournal.language.resolving import describe, namesakes
from netjournal.model import CIRCLES, Contact

_ONE = {
    "organisation": "where they work",
    "role": "what they do there",
    "field": "their line of work",
    "place": "where they live",
    "zone": "their time zone, such as Europe/Oslo",
    "birthday": "1906-12-09, or 12-09 without the year",
    "about": "what you want to remember",
}
_SEVERAL = {
    "nickname": "nicknames",
    "email": "emails",
    "phone": "phones",
    "link": "links",
    "tag": "tags",
    "detail": "details",
    "need": "needs",
    "offer": "offers",
}


def _details(command: Callable[..., None]) -> Callable[..., None]:
    """One option for each thing to know of a person."""
    command = click.option("--rhythm", type=click.IntRange(min=1), help="Days between two hellos.")(command)
    command = click.option("--circle", type=click.Choice(CIRCLES), help="How close you are.")(command)
    for name in reversed(_SEVERAL):
        command = click.option(
            f"--{name}", _SEVERAL[name], multiple=True, metavar="TEXT", help="May be given several times."
        )(command)
    for name, what in reversed(_ONE.items()):
        command = click.option(f"--{name}", metavar="TEXT", help=f"{what[0].upper()}{what[1:]}.")(command)
    return command


@click.command()
@click.argument("name", nargs=-1, required=True)
@_details
@click.option("--another", is_flag=True, help="Add a namesake of someone who is there already.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def add(session: Session, /, name: tuple[str, ...], another: bool, as_json: bool, **details: Any) -> None:
    """Write down someone new called NAME, with what you know of them."""
    whole, now = wanted(name), session.clock()
    there = namesakes(whole, session.journal)
    if there and not another:
        raise JournalError(
            f"{there[0].name} is in your journal already: {describe(there[0], now.date())}.",
            "`netjournal show` shows what is there; --another adds a namesake.",
        )
    person = session.journal.add(_contact(whole, details), now=now)
    if as_json:
        say_json({"person": person_shape(person)})
        return
    say(f"{person.name} is in your journal.")
    if there:
        tell(f"There are {len(there) + 1} people of that name now.")


def _contact(name: str, details: dict[str, Any]) -> Contact:
    known = {key: _tidied(value) for key, value in details.items()}
    raw = {key: value for key, value in known.items() if value} | {"id": "new", "name": name}
    if "birthday" in raw:
        raw["birthday"] = read_birthday(raw["birthday"])
    if "zone" in raw:
        raw["zone"] = read_zone(raw["zone"])
    try:
        return msgspec.convert(raw, Contact)
    except msgspec.ValidationError as error:
        raise Misused(f"This does not fit: {error}.") from None


def _tidied(value: Any) -> Any:
    """Text without spaces around it, and no empty text in a list."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple):
        return [item.strip().removeprefix("#") for item in value if item.strip()]
    return value
