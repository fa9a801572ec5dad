"""The page of a month or a week as rows: one's own words, then what else there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from netjournal.language.days.words import say_day
from netjournal.model import Acquaintance, Interaction
from netjournal.practice.month_head import Line as PageLine
from netjournal.practice.month_head import MonthPage, head
from netjournal.practice.quoting import Quote
from netjournal.settings import Numbers
from netjournal.tui.text import Line, Span, fit, paragraph, span, spread, width_of, wrap
from netjournal.tui.widgets.row import Row, Written

_LABEL = 22
_NARROW, _WIDE = 60, 100
_LOW, _HIGH = 18, 30
"""Lines and cells from which on a month begins with one line, and with all of them."""

_HEAD = 6
"""Lines of what a month begins with: its title, three of one's own words, the themes."""

_QUOTE = "quote:"
_PICKED = "● "
_DOT = " · "


class TitleRow(Row):
    """What the page is of."""

    def __init__(self, title: str) -> None:
        super().__init__("title", heading=True)
        self._title = title

    def lines(self, width: int) -> Sequence[Line]:
        """The title, and an empty line."""
        return [*wrap((span(self._title, "strong"),), width), ()]


class QuoteRow(Row):
    """Something one wrote oneself, with its theme and day; marked if it was `picked`."""

    def __init__(self, quote: Quote, today: dt.date, *, picked: bool) -> None:
        super().__init__(f"{_QUOTE}{quote.entry}")
        self._quote = quote
        self._about = quote.about(say_day(quote.day, today))
        self._picked = picked

    def lines(self, width: int) -> Sequence[Line]:
        """The words, then the theme at the right or below."""
        mark = (Span(_PICKED, "accent"),) if self._picked else ()
        words = (*mark, span(f"“{self._quote.words}”"))
        about = span(self._about, "muted")
        if width_of(words) + width_of((about,)) + 4 <= width:
            return [(Span("  ", "text"), *line) for line in spread(words, (about,), width - 2)]
        return [*wrap(words, width, indent=2), *wrap((about,), width, indent=4)]


class PageLineRow(Row):
    """Something the page tells, its label beside it where it is the first of its kind."""

    def __init__(self, key: str, line: PageLine, *, labelled: bool) -> None:
        super().__init__(key)
        self._line = line
        self._label = line.label if labelled else ""

    def lines(self, width: int) -> Sequence[Line]:
        """The words in a column beside the label; below it where there is little room."""
        if width < _NARROW:
            label = wrap((span(self._label, "muted"),), width) if self._label else []
            return [*label, *paragraph(self._line.words, width, indent=2)]
        first, *rest = paragraph(self._line.words, width - _LABEL)
        name, margin = span(f"{self._label:<{_LABEL}}", "muted"), Span(" " * _LABEL, "text")
        return [(name, *first), *((margin, *line) for line in rest)]


class HeadRow(Row):
    """What a month begins with above its days: the words on a line each, and the themes under them."""

    def __init__(self, page: MonthPage, *, lines: int) -> None:
        super().__init__("head", heading=True)
        self._page = page
        self._most = lines

    def lines(self, width: int) -> Sequence[Line]:
        """In as many lines as are wanted; one alone has the first of the words."""
        page = self._page
        key: Line = (Span("V ", "strong"), Span("all of it", "muted"))
        title = (Span("In your own words", "accent"),)
        if self._most == 1:
            words = (span(f"“{page.quotes[0].words}”", "muted"),) if page.quotes else title
            room = max(1, width - width_of(key) - 2)
            return [(*fit(words, room), Span("  ", "text"), *key), ()]
        rows: list[Line] = list(spread(title, key, width))
        rows += [fit((Span("  ", "text"), span(f"“{quote.words}”")), width) for quote in page.quotes]
        rows += [_whole(line, width) for line in page.lines]
        return [*rows[: self._most], ()]


def head_rows(
    entries: Sequence[Interaction],
    awake: Mapping[str, Acquaintance],
    size: tuple[int, int],
    by: Numbers,
    today: dt.date,
    unquoted: Callable[[Iterable[Interaction]], Collection[str]],
) -> list[Row]:
    """What a month of `entries` begins with, as much as there is room for in a terminal of a `size`.

    `by` says from how many values on something is said, `unquoted` of which entries (ids) nothing is quoted.
    """
    width, height = size
    if height < _LOW or width < _NARROW:
        return []
    page = head(entries, awake, by, today, unquoted(entries))
    is_small = height < _HIGH or width < _WIDE
    return [] if page.is_empty else [HeadRow(page, lines=1 if is_small else _HEAD)]


def _whole(line: PageLine, width: int) -> Line:
    """The label, and as many whole things of the line as there is room for, with how many more there are."""
    label = span(f"{line.label}  ", "muted")
    parts = line.words.split(_DOT)
    most = next(
        (most for most in range(len(parts), 1, -1) if width_of((label, _some(parts, most))) <= width), 1
    )
    return fit((label, _some(parts, most)), width)


def _some(parts: Sequence[str], most: int) -> Span:
    left = len(parts) - most
    return span(_DOT.join([*parts[:most], *([f"and {left} more"] if left else [])]), "muted")


def page_rows(
    page: MonthPage, quotes: Sequence[Quote], picked: Collection[str], today: dt.date
) -> Iterator[Row]:
    """The title, `quotes` with those `picked` (ids of entries) marked, and what else the page tells."""
    yield TitleRow(page.title)
    if quotes:
        yield Written("own-words", [(Span("In your own words", "accent"),)])
        for quote in quotes:
            yield QuoteRow(quote, today, picked=quote.entry in picked)
        yield Written("gap", [()])
    before = ""
    for number, line in enumerate(page.lines):
        yield PageLineRow(f"line:{number}", line, labelled=line.label != before)
        before = line.label
    if page.is_empty:
        nothing = [(Span("Nothing is written here yet.", "faint"),)]
        yield Written("none", nothing, heading=False)  # enter on it goes on


def quoted_entry(key: str | None) -> str | None:
    """The id of the entry that a row quotes."""
    return key.removeprefix(_QUOTE) if key is not None and key.startswith(_QUOTE) else None
