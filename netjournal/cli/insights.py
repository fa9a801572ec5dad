"""`insights`: what the months show, each number with what is behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from netjournal.cli.layout import padded, width, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.errors import Misused
from netjournal.language.days.months import read_months
from netjournal.language.days.words import say_month
from netjournal.practice.figures import Figure
from netjournal.practice.insights import Group, Insights, Series, say_months, span_up_to
from netjournal.practice.insights import insights as shown

_MOST = 36
_LABEL = 30
_NUMBER = 20
_SIGNS = {
    "·": "· is a month with fewer than five to say anything from.",
    " ": "A gap is a month with none of it.",
}


@click.command()
@click.argument("span", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, with the ids behind.")
@click.pass_obj
def insights(session: Session, span: tuple[str, ...], as_json: bool) -> None:
    """See what the months of SPAN show (6 months, 2026, 2025-06..2026-03), by default the last twelve.

    Themes, how you showed up, energy by kind of meeting, giving and receiving, people, fields and doors. In
    each month stands what its page says; nothing is said of fewer than five values.
    """
    months = _months(session, " ".join(span))
    pages = session.journal.pages(session.settings, session.clock().date())
    counts = {month: pages.counts(month) for month in reversed(months)}
    found = shown(months, counts, session.settings.fields)
    if as_json:
        say_json(_shape(found))
        return
    if not found.groups:
        tell(f"{say_months(months)}: there is too little to show anything from yet.")
        return
    for line in _lines(found):
        say(line)
    signs = {
        sign for group in found.groups for one in group.series if any(one.months) for sign in group.signs(one)
    }
    for sign, words in _SIGNS.items():
        if sign in signs:
            tell(words)


def _months(session: Session, phrase: str) -> tuple[str, ...]:
    now = session.clock()
    if not phrase.strip():
        return span_up_to(f"{now:%Y-%m}")
    months = read_months(phrase, now)
    if not months:
        raise Misused(f"{phrase} names no months.", "Write 6 months, 2026, or 2025-06..2026-03.")
    if len(months) > _MOST:
        raise Misused(f"{phrase} is {len(months)} months; {_MOST} can be seen at a time.")
    return months


def _lines(found: Insights) -> Iterator[str]:
    """A heading with the first letters of the months, and under it a line for each series."""
    count = len(found.months)
    step = 2 if _LABEL + 2 * count + _NUMBER <= width() else 1
    is_wide = _LABEL + step * count + _NUMBER <= width()
    yield say_months(found.months)
    letters = _spaced([say_month(month)[0] for month in found.months], step)
    yield f"{' ' * (_LABEL if is_wide else 4)}{letters}".rstrip()
    for group in found.groups:
        yield ""
        yield from wrapped(
            f"{group.title}: {group.words}" if group.words else group.title, indent="  ", first=""
        )
        for series in group.series:
            plot = _spaced(group.signs(series), step)
            if is_wide:
                yield f"{padded(f'  {series.label}', _LABEL)}{plot}  {series.whole.text}"
            else:
                yield from wrapped(f"{series.label}: {series.whole.text}", indent="  ")
                if plot.strip():
                    yield f"    {plot}".rstrip()


def _spaced(signs: Sequence[str], step: int) -> str:
    return "".join(f"{sign:<{step}}" for sign in signs)


def _shape(found: Insights) -> Shape:
    return {"months": list(found.months), "groups": [_group_shape(found, group) for group in found.groups]}


def _group_shape(found: Insights, group: Group) -> Shape:
    return {
        "key": group.key,
        "title": group.title,
        "words": group.words or None,
        "overall": group.overall and _figure_shape(group.overall),
        "series": [_series_shape(found, series) for series in group.series],
    }


def _series_shape(found: Insights, series: Series) -> Shape:
    each = zip(found.months, series.months, strict=True)
    return {
        "key": series.key,
        "label": series.label,
        "whole": _figure_shape(series.whole),
        "months": {month: figure and _figure_shape(figure) for month, figure in each},
    }


def _figure_shape(figure: Figure) -> Shape:
    return {
        "value": round(figure.value, 4),
        "of": figure.of,
        "text": figure.text,
        "words": figure.words,
        "interactions": list(figure.entries),
        "introductions": list(figure.introductions),
        "people": list(figure.people),
    }
