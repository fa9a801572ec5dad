"""What the months show: figures over twelve months, and each opens what is behind it (issue 5 §4)."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from netjournal.errors import JournalError
from netjournal.language.days.words import add_months, say_month
from netjournal.model import Interaction
from netjournal.practice.figures import Figure
from netjournal.practice.insights import Insights, Series, insights, say_months, span_up_to
from netjournal.practice.month_material import Counts
from netjournal.tui.commands import bindings
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import Line, Span, show_line, span, spread, width_of, wrap
from netjournal.tui.trail import Place
from netjournal.tui.widgets.bars import KeyBar, TopBar
from netjournal.tui.widgets.laid_out import MARGIN
from netjournal.tui.widgets.plots import letters, plot_rows
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

AT = "months"
_HIGH = 18
"""Lines of a screen that has room for what a key does."""

_PATIENCE = 0.15
_BREATH = 0.001
"""Seconds for which the thread steps aside between months: keys come first."""


class MonthsScreen(JournalScreen):
    """One walks over the figures with up and down, over the months with left and right.

    The months are counted by a thread, the newest first, and shown as they come.
    """

    WHERE = "months"
    AUTO_FOCUS = "#plots"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("months")]

    class Counted(Message):
        """What those months show that are counted by now, from `since` on; `error` is what hindered it."""

        def __init__(self, found: Insights, since: str, error: JournalError | None = None) -> None:
            super().__init__()
            self.found = found
            self.since = since
            self.error = error

    def __init__(self, last: str) -> None:
        super().__init__()
        self._months = span_up_to(last)
        self._column = len(self._months)
        self._since = ""
        self._found = Insights(self._months, ())

    def compose(self) -> ComposeResult:
        """It is a part of Reflections."""
        yield TopBar("reflections")
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The months above, the figures, and what is under the cursor in words."""
        with Vertical(id="insights"):
            yield Static(id="span")
            yield Rows(id="plots")
            yield Static(id="said")

    @property
    def plots(self) -> Rows:
        """The figures."""
        return self.query_one("#plots", Rows)

    @property
    def is_whole(self) -> bool:
        """Whether all months are counted and shown."""
        return self._since == self._months[0]

    def on_resize(self) -> None:
        """The letters of the months stand over their columns."""
        self.call_after_refresh(self._say)

    def take_in(self) -> None:
        """Count the months anew; what is shown stays until something else is known."""
        self._since = ""
        self._count(self._months)

    @work(thread=True, exclusive=True, group="count")
    def _count(self, months: tuple[str, ...]) -> None:
        """The newest month first; what is counted by then is shown a few times a second."""
        worker, settings, today = get_current_worker(), self.host.settings, self.host.today
        counts: dict[str, Counts] = {}
        try:
            pages, told = self.journal.pages(settings, today), time.monotonic()
            for month in reversed(months):
                counts[month] = pages.counts(month)
                time.sleep(_BREATH)
                if worker.is_cancelled:
                    return
                if month == months[0] or time.monotonic() > told + _PATIENCE:
                    self.post_message(self.Counted(insights(months, counts, settings.fields), month))
                    told = time.monotonic()
        except JournalError as error:
            self.post_message(self.Counted(insights(months, counts, settings.fields), months[-1], error))

    @on(Counted)
    def _take(self, event: Counted) -> None:
        """Months of a span that was left meanwhile are of no use."""
        event.stop()
        if event.error is not None:
            self.host.tell_error(event.error)
        if event.found.months == self._months:
            self._found, self._since = event.found, event.since
            self._list()

    def entry_here(self) -> Interaction | None:
        """None: a number is no entry."""
        return None

    def place(self) -> Place:
        """The number."""
        return Place("reflections", AT, self.plots.key or "")

    def return_to(self, place: Place) -> None:
        """Be at the number again; whoever was on Reflections is there again."""
        if place.at == AT:
            self.plots.go_to(place.row)
            return
        below = self.app.screen_stack[0]
        self.dismiss(None)
        if isinstance(below, JournalScreen):
            below.return_to(place)

    def action_cell(self, step: int) -> None:
        """Go to another month, after the last one to all of them."""
        self._column = max(0, min(self._column + step, len(self._months)))
        self._list()

    def action_step(self, months: int) -> None:
        """Go some months back or on, no further than to this one."""
        this = self.host.today.isoformat()[:7]
        last = min(add_months(self._months[-1], months), max(this, self._months[-1]))
        if last != self._months[-1]:
            self._months = span_up_to(last)
            self._column = min(self._column, len(self._months))
            self.take_in()
            self._say()

    async def action_open(self) -> None:
        """Open what is behind the number under the cursor."""
        from netjournal.tui.screens.behind import BehindScreen

        series, figure = self._here()
        if series is None:
            return
        if figure is None:
            self.host.tell("Fewer than five are too few to say anything from.")
        elif not (figure.entries or figure.introductions):
            self.host.tell("Nothing is behind it.")
        elif self.is_current:
            title = f"{self._title_of(series)} · {self._when()}"
            await self.host.push_screen(BehindScreen(title, figure))

    def action_step_out(self) -> None:
        """Back to where one was on Reflections."""
        if self.is_current:
            self.dismiss(None)

    @on(Rows.Chosen, "#plots")
    async def _chosen(self) -> None:
        await self.action_open()

    @on(Rows.Moved, "#plots")
    def _moved(self) -> None:
        self._say()

    def _list(self) -> None:
        rows: list[Row] = plot_rows(self._found, self._column)
        if not rows and self.is_whole:
            words = "There is too little in these months to show anything from yet."
            rows = [Written("none", [(span(words, "faint"),)])]
        self.plots.set_rows(rows)
        self._say()

    def _say(self) -> None:
        """The months above, and below the number under the cursor as a sentence."""
        width = self.plots.text_width
        margin = Span(" " * MARGIN, "text")
        so_far = f"so far, back to {say_month(self._since)}" if self._since and not self.is_whole else ""
        head = spread((span(say_months(self._months), "strong"),), (span(so_far, "muted"),), width)[0]
        above: Line = (margin, *head, Span("\n", "text"), margin, *letters(self._months, self._column, width))
        self.query_one("#span", Static).update(show_line(above))
        sentence, hint = self._sentence()
        lines = [(*sentence, Span(" · ", "muted"), *hint)] if hint else wrap(sentence, width)
        if width_of(lines[0]) > width:
            has_room = self.app.size.height >= _HIGH
            lines = [*wrap(sentence, width), *([hint] if has_room else [])]
        below = [part for line in lines for part in (Span("\n", "text"), margin, *line)][1:]
        self.query_one("#said", Static).update(show_line(below))

    def _sentence(self) -> tuple[Line, Line]:
        """What the number says, and what enter does."""
        series, figure = self._here()
        if series is None:
            return (), ()
        if figure is None:
            month = self._months[self._column]
            if not self._since or month < self._since:
                return (span(f"{self._when()}: not read yet", "muted"),), ()
            return (span(f"{self._when()}: fewer than five, so nothing is said", "muted"),), ()
        behind = len(figure.entries) or len(figure.introductions)
        kind = "entries" if figure.entries else "introductions"
        many = f"1 {'entry' if figure.entries else 'introduction'}" if behind == 1 else f"{behind} {kind}"
        hint = (span(f"enter opens {many}", "muted"),) if behind else ()
        return (span(f"{self._when()}: ", "muted"), span(figure.words)), hint

    def _here(self) -> tuple[Series | None, Figure | None]:
        """The series and the number under the cursor."""
        key = self.plots.key
        for group in self._found.groups:
            for series in group.series:
                if series.key == key:
                    is_whole = self._column >= len(series.months)
                    return series, series.whole if is_whole else series.months[self._column]
        return None, None

    def _when(self) -> str:
        if self._column >= len(self._months):
            return say_months(self._months)
        return say_month(self._months[self._column])

    def _title_of(self, series: Series) -> str:
        group = next(group for group in self._found.groups if series in group.series)
        return f"{group.title.partition(',')[0]}: {series.label}"
