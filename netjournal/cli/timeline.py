"""`timeline`: a month in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.filtering import ONLY, everyone, in_words, read_only
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import entry_shape
from netjournal.errors import Misused, Unavailable
from netjournal.language.calendars import month_lines
from netjournal.language.dates import read_month
from netjournal.language.day_words import say_day, say_month
from netjournal.model import Interaction


@click.command()
@click.argument("month", nargs=-1)
@ONLY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def timeline(session: Session, month: tuple[str, ...], only: str, as_json: bool) -> None:
    """Read MONTH again (2026-11, november, last month), or this one, day by day."""
    journal, now = session.journal, session.clock()
    wanted = _month(month, now)
    filter = read_only(only, now)
    fits = filter.matcher(everyone(journal))
    for problem in journal.problems():
        if problem.shelf == f"months/{wanted}":
            raise Unavailable(f"{say_month(wanted)} cannot be read as a whole.", problem.hint)
    entries = [entry for entry in journal.month(wanted) if fits(entry)]
    names = journal.names({id for entry in entries for id in entry.people})
    days = [(day, list(group)) for day, group in groupby(entries, lambda entry: entry.date)]
    if as_json:
        shapes = [
            {"date": day.isoformat(), "interactions": [entry_shape(entry, names) for entry in group]}
            for day, group in days
        ]
        said = {"filter": in_words(filter)} if only.strip() else {}
        say_json({"month": wanted, **said, "count": len(entries), "days": shapes})
        return
    if not entries:
        fitting = "" if filter.is_empty else f" that fits: {in_words(filter)}"
        tell(f"Nothing is written in {say_month(wanted)}{fitting}.")
        return
    say(" · ".join(part for part in (say_month(wanted), in_words(filter)) if part))
    say()
    for line in _calendar(entries, wanted, session, now.date()):
        say(line)
    for day, group in days:
        say()
        say(say_day(day, now.date()))
        for entry in group:
            for line in entry_lines(entry, names, now.date()):
                say(line)


def _calendar(entries: Sequence[Interaction], month: str, session: Session, today: dt.date) -> Iterator[str]:
    """The month with a mark on each day of these entries."""
    counts = Counter(entry.date for entry in entries)
    settings = session.settings
    return month_lines(month, counts, today, first=settings.week_starts, numbers=settings.week_numbers)


def _month(typed: Sequence[str], now: dt.datetime) -> str:
    phrase = " ".join(typed).strip()
    if not phrase:
        return f"{now:%Y-%m}"
    month = read_month(phrase, now)
    if month is None:
        raise Misused(f"{phrase} is no month.", "Write 2026-11, november, nov 2025 or last month.")
    return month
