"""`add`: someone new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import click

from netjournal.cli.loads import tell_load
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import JournalError
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.contact_values import check_address
from netjournal.language.forms.pages import FormContext
from netjournal.language.names.resolving import describe, namesakes
from netjournal.language.recalling import with_several
from netjournal.model import CIRCLES, Contact


class Detail(NamedTuple):
    """An option: how it is called, the field of a person it fills, what it says, and what it takes.

    One of `kind` several may be given more than once, a mark takes nothing.
    """

    name: str
    field: str
    help: str
    metavar: str = "TEXT"
    kind: str = "one"


GROUPS: Mapping[str, Sequence[Detail]] = {
    "Who they are (* more than once)": (
        Detail("nickname", "nicknames", "* What they are called, too.", kind="several"),
        Detail("organisation", "organisation", "Where they work."),
        Detail("role", "role", "What they do there."),
        Detail("field", "field", "Their line of work."),
        Detail("place", "place", "Where they live."),
        Detail("zone", "zone", "Their time zone: Europe/Oslo, or Oslo."),
        Detail("birthday", "birthday", "9 December 1906, or 9 December.", "DAY"),
        Detail("tag", "tags", "* A tag: boats, work:hiring.", kind="several"),
    ),
    "How to reach them": (
        Detail("email", "emails", "* An e-mail address.", kind="several"),
        Detail("phone", "phones", "* A telephone number.", kind="several"),
        Detail("link", "links", "* A page of theirs.", kind="several"),
    ),
    "How you met": (
        Detail("met-on", "met.date", "When it was.", "DAY"),
        Detail("met-at", "met.place", "Where it was."),
        Detail("met-through", "met.through", "Who brought you together.", "NAME"),
    ),
    "What to remember": (
        Detail("about", "about", "Anything."),
        Detail("detail", "details", "* Something they told you.", kind="several"),
        Detail("need", "needs", "* Something they look for.", kind="several"),
        Detail("offer", "offers", "* Something they could give.", kind="several"),
        Detail("trusted", "trusted", "You would be glad to find them again.", kind="mark"),
    ),
    "Rhythm": (
        Detail("circle", "circle", "inner (weekly), close, friends or wider (yearly).", "CIRCLE"),
        Detail("rhythm", "rhythm", "One of their own: 6 weeks, 45 days.", "SPAN"),
        Detail("any-channel", "equal", "A message counts like a visit.", kind="mark"),
        Detail("at-rest", "rest", "Never to be suggested.", kind="mark"),
    ),
}


class InGroups(click.Command):
    """A command whose help has the options of each group under its heading."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The groups, then what is in none of them."""
        records = {
            option.name: record
            for option in self.get_params(ctx)
            if isinstance(option, click.Option) and (record := option.get_help_record(ctx)) is not None
        }
        column = max(len(left) for left, _ in records.values()) + 2
        sections = {
            heading: [records.pop(detail.name.replace("-", "_")) for detail in details]
            for heading, details in GROUPS.items()
        }
        for heading, rows in {**sections, "Options": list(records.values())}.items():
            widest = max(len(left) for left, _ in rows)
            with formatter.section(heading):
                formatter.write_dl(rows, col_spacing=column - widest)


def _details(command: Callable[..., None]) -> Callable[..., None]:
    """One option for each thing to know of a person."""
    for detail in (detail for group in GROUPS.values() for detail in group):
        kind: dict[str, Any] = {"multiple": detail.kind == "several", "metavar": detail.metavar}
        if detail.kind == "mark":
            kind = {"is_flag": True}
        elif detail.metavar == "NAME":
            kind["shell_complete"] = people_named
        elif detail.field == "circle":
            kind["type"] = click.Choice(CIRCLES)
        command = click.option(f"--{detail.name}", help=detail.help, **kind)(command)
    return command


@click.command(cls=InGroups)
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
    person = session.journal.add(_contact(session, whole, details), now=now)
    if as_json:
        say_json({"person": person_shape(person)})
    else:
        say(f"{person.name} is in your journal.")
        if there:
            tell(f"There are {len(there) + 1} people of that name now.")
    tell_load(session, None, person)


def _contact(session: Session, name: str, details: Mapping[str, Any]) -> Contact:
    """Somebody of that name; what was said of them is read as in the form. Raises JournalError."""
    now, fields = session.clock(), {field.key: field for field in CONTACT_FIELDS}
    context = FormContext(
        now=now,
        name_of=lambda id: session.journal.names([id])[id],
        resolve_person=lambda name: find_person(session.journal, name, now.date()).id,
    )
    person = Contact(id="new", name=name)
    for detail in (detail for group in GROUPS.values() for detail in group):
        typed = details[detail.name.replace("-", "_")]
        if not typed:
            continue
        if detail.kind == "several":
            items = [stripped for item in typed if (stripped := item.strip().removeprefix("#"))]
            for item in items:
                check_address(detail.field, item)
            person = with_several(person, detail.field, items, now.date())
        else:
            text = "yes" if detail.kind == "mark" else typed.strip()
            person = fields[detail.field].change(person, text, context)
    return person
