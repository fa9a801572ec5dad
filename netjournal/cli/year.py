"""`year`: a calendar that says how much happened on each day."""

from __future__ import annotations

from datetime import date

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.errors import Misused
from netjournal.language.days.calendars import year_lines
from netjournal.language.days.dates import read_year


@click.command()
@click.argument("year", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def year(session: Session, year: str | None, as_json: bool) -> None:
    """Show the calendar of YEAR, or of this one: · one entry that day, : two or three, ⁝ more, ‹18› today."""
    today, settings = session.clock().date(), session.settings
    wanted = today.year if year is None else read_year(year)
    if wanted is None:
        raise Misused(f"{year} is no year.", "Write it like 2026.")
    days = session.journal.days(date(wanted, 1, 1), date(wanted, 12, 31))
    if as_json:
        say_json({"year": wanted, "days": {day.isoformat(): count for day, count in sorted(days.items())}})
        return
    say(f"{wanted:04}")
    say()
    numbers = settings.week_numbers
    for line in year_lines(wanted, days, today, first=settings.week_starts, numbers=numbers):
        say(line)
    if not days:
        tell(f"Nothing is written in {wanted:04}.")
