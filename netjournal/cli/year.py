"""`year`: a calendar that says how much happened on each day."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.errors import Misused
from netjournal.language.calendars import year_lines


@click.command()
@click.argument("year", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def year(session: Session, year: str | None, as_json: bool) -> None:
    """Show the calendar of YEAR, or of this one: · one entry that day, : two or three, ⁝ more."""
    wanted = session.clock().year if year is None else _number(year)
    days = session.journal.days(date(wanted, 1, 1), date(wanted, 12, 31))
    if as_json:
        say_json({"year": wanted, "days": {day.isoformat(): count for day, count in sorted(days.items())}})
        return
    say(f"{wanted:04}")
    say()
    for line in year_lines(wanted, days, first=session.settings.week_starts):
        say(line)
    if not days:
        tell(f"Nothing is written in {wanted:04}.")


def _number(typed: str) -> int:
    if not re.fullmatch("[0-9]{4}", typed) or not typed.isascii() or not 1 <= int(typed) <= MAXYEAR:
        raise Misused(f"{typed} is no year.", "Write it like 2026.")
    return int(typed)
