"""`export`: everyone, all about one person, or what happened, to keep or for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from netjournal.cli.filtering import ONLY, read_only
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named

_PEOPLE, _JOURNAL, _ONE = "people", "journal", "one person"
_FORMS = {
    _PEOPLE: ("vcard", "csv", "json"),
    _JOURNAL: ("markdown", "json", "csv", "ics"),
    _ONE: ("json", "vcard"),
}
"""The forms that each can be written in, the usual one first."""

_ENDINGS = {
    ".vcf": "vcard",
    ".vcard": "vcard",
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".ics": "ics",
}


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="people|journal|NAME", shell_complete=people_named)
@click.option(
    "--format",
    "form",
    type=click.Choice(["vcard", "markdown", "csv", "json", "ics"]),
    help="people: vcard (usual), csv, json; journal: markdown (usual), csv, json, ics; NAME: json, vcard.",
)
@ONLY
@click.option("--private", is_flag=True, help="Take along the answers that you keep to yourself.")
@click.option("--entries", is_flag=True, help="With ics: also what happened, as events.")
@click.option(
    "-o", "--output", metavar="FILE", help="Write into FILE; Markdown also into a folder, a file a month."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def export(
    session: Session,
    what: tuple[str, ...],
    form: str | None,
    only: str,
    private: bool,
    entries: bool,
    output: str | None,
    as_json: bool,
) -> int:
    """Write down all people in your journal, what happened with them, or all that is held about one.

    The JSON of a journal has everyone and everything that happened, with your goals and events: `netjournal
    import` makes the same journal of it. The calendar has promises that have a day, birthdays, and when a
    hello would be good. A file that is there is replaced; its ending says the form where --format does not.
    """
    kind = what[0] if what in ((_PEOPLE,), (_JOURNAL,)) else _ONE
    form = form or (_ENDINGS.get(Path(output).suffix.lower()) if output else None) or _FORMS[kind][0]
    if form not in _FORMS[kind]:
        forms = ", ".join(_FORMS[kind])
        raise click.BadParameter(f"{kind} can be written as {forms}.", param_hint="--format")
    if kind == _JOURNAL:
        from netjournal.cli.exporting_journal import Wish, export_journal

        filter = read_only(only, session.clock())
        return export_journal(session, Wish(form, filter, private, entries), output, as_json)
    if only or entries:
        raise click.UsageError("--only and --entries are for the journal.")
    if private and kind == _PEOPLE:
        raise click.UsageError("--private is for the journal, and for all that is held about one person.")
    from netjournal.cli.exporting_people import export_one, export_people

    target = None if output is None else Path(output)
    if kind == _PEOPLE:
        export_people(session, form, target, as_json)
    else:
        export_one(session, what, form, target, as_json, private=private)
    return 0
