"""`timeline`: a month in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.filtering import ONLY, everyone, in_words, read_only
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape
from netjournal.errors import Misused, Unavailable
from netjournal.language.days.calendars import month_lines
from netjournal.language.days.dates import read_month, read_year
from netjournal.language.days.words import say_day, say_month
from netjournal.model import Interaction

_YEARS = {"last year": -1, "this year": 0, "next year": 1}


class _Span(NamedTuple):
    """The months that are read, what they are called together, and the field of the JSON that says so."""

    months: tuple[str, ...]
    title: str
    said: Shape


class _Month(NamedTuple):
    """What fits of a month."""

    month: str
    entries: Sequence[Interaction]

    def days(self) -> Iterator[tuple[dt.date, Sequence[Interaction]]]:
        return ((day, list(group)) for day, group in groupby(self.entries, lambda entry: entry.date))


@click.command()
@click.argument("month", nargs=-1)
@ONLY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def timeline(session: Session, month: tuple[str, ...], only: str, as_json: bool) -> None:
    """Read MONTH again (2026-11, november, last month), or this one, day by day; or a year (2026)."""
    journal, now = session.journal, session.clock()
    span = _span(month, now)
    filter = read_only(only, now)
    fits = filter.matcher(everyone(journal))
    for problem in journal.problems():
        if problem.shelf.removeprefix("months/") in span.months:
            raise Unavailable(f"{span.title} cannot be read as a whole.", problem.hint)
    found = [_Month(month, [one for one in journal.month(month) if fits(one)]) for month in span.months]
    count = sum(len(one.entries) for one in found)
    names = journal.names({id for one in found for entry in one.entries for id in entry.people})
    if as_json:
        said = {"filter": in_words(filter)} if only.strip() else {}
        days = [shape for one in found for shape in _shapes(one, names)]
        say_json({**span.said, **said, "count": count, "days": days})
        return
    if not count:
        fitting = "" if filter.is_empty else f" that fits: {in_words(filter)}"
        tell(f"Nothing is written in {span.title}{fitting}.")
        return
    say(" · ".join(part for part in (span.title, in_words(filter)) if part))
    for one in found:
        if one.entries:
            for line in _lines(one, names, session, now.date(), has_title=len(found) > 1):
                say(line)


def _shapes(one: _Month, names: Mapping[str, str]) -> Iterator[Shape]:
    for day, group in one.days():
        yield {"date": day.isoformat(), "interactions": [entry_shape(entry, names) for entry in group]}


def _lines(
    one: _Month, names: Mapping[str, str], session: Session, today: dt.date, *, has_title: bool
) -> Iterator[str]:
    """The calendar, with a mark on each day of these entries, and the days in words."""
    if has_title:
        yield ""
        yield say_month(one.month)
    yield ""
    counts, settings = Counter(entry.date for entry in one.entries), session.settings
    first, numbers = settings.week_starts, settings.week_numbers
    yield from month_lines(one.month, counts, today, first=first, numbers=numbers)
    for day, group in one.days():
        yield ""
        yield say_day(day, today)
        for entry in group:
            yield from entry_lines(entry, names, today)


def _span(typed: Sequence[str], now: dt.datetime) -> _Span:
    phrase = " ".join(" ".join(typed).split())
    year = now.year + _YEARS[phrase.lower()] if phrase.lower() in _YEARS else read_year(phrase)
    if year is not None:
        months = tuple(f"{year:04}-{number:02}" for number in range(1, 13))
        return _Span(months, f"{year:04}", {"year": year})
    month = read_month(phrase, now) if phrase else f"{now:%Y-%m}"
    if month is None:
        raise Misused(f"{phrase} is no month.", "Write 2026-11, november, nov 2025, last month, or 2026.")
    return _Span((month,), say_month(month), {"month": month})
