"""Reflections: what one answered, by theme, and the questions that still wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from netjournal.language.days.words import say_day
from netjournal.language.entry_words import say_who
from netjournal.language.filters.meaning import Filter
from netjournal.model import DIMENSIONS, Interaction
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.commands import Command, bindings
from netjournal.tui.entries import about_line, reflection_lines
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import Line, paragraph, span, spread
from netjournal.tui.trail import Place
from netjournal.tui.widgets.bars import KeyBar
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_ALL = "all"
_WAITING = "asked"
_SIDE = 30
_AT_ONCE = 200
_OF_AN_ANSWER = ("private", "edit-reflected", "delete-reflected")
_AT_AN_ANSWER = "That key is for an answer: enter goes to them, esc comes back here."


class AnswerRow(Row):
    """One question with its answer, and what it was about."""

    def __init__(self, entry: Interaction, when: str, who: str, *, with_theme: bool) -> None:
        super().__init__(entry.id)
        self._entry = entry
        self._when = when
        self._who = who
        self._with_theme = with_theme

    def lines(self, width: int) -> Sequence[Line]:
        """When and with whom, the question, the answer; the entry's words where no answer is there yet."""
        found = self._entry.reflection
        if found is None:
            return ((),)
        title = (span(f"{self._when}   ", "muted"), span(self._who, "strong"))
        lines = spread(title, about_line(self._entry), width)
        if found.status == "asked":
            lines += paragraph(self._entry.text[:300], width, style="muted", indent=2)
        return [*lines, *reflection_lines(found, width, with_theme=self._with_theme), ()]


class ReflectionsScreen(JournalScreen):
    """Themes at the left, the answers in the one under the cursor at the right, newest first."""

    WHERE = "reflections"
    AUTO_FOCUS = "#themes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reflections")]

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Interaction, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Two columns."""
        with Horizontal(id="reflections"):
            yield Rows(id="themes", column=_SIDE)
            with Vertical(id="answered"):
                yield FilterBar(self.host.clock)
                yield Rows(id="answers")

    @property
    def themes(self) -> Rows:
        """The themes with their counts."""
        return self.query_one("#themes", Rows)

    @property
    def answers(self) -> Rows:
        """The answers."""
        return self.query_one("#answers", Rows)

    def take_in(self) -> None:
        """Count the themes and read the one that is chosen."""
        self._count()
        self._list_answers()

    def _count(self) -> None:
        """Say at each theme how many answers it has, of those that fit a filter."""
        only = self.filter_bar.filter
        counts = self.journal.themes() if only.is_empty else self._fitting(only)
        waiting = counts.pop(_WAITING, 0)
        rows = [_theme_row(_ALL, "All", sum(counts.values())), _gap("above")]
        rows += [_theme_row(key, DIMENSION_NAMES[key], counts.get(key, 0)) for key in DIMENSIONS]
        rows += [_gap("below"), _theme_row(_WAITING, "Not answered yet", waiting)]
        with self.themes.prevent(Rows.Moved):
            self.themes.set_rows(rows)

    def _fitting(self, only: Filter) -> dict[str, int]:
        fits = only.matcher(self.host.people_of)
        answered = filter(fits, self.journal.reflections(None))
        themes = (entry.reflection.dimension for entry in answered if entry.reflection is not None)
        counts = Counter[str](themes)
        waiting = sum(map(fits, self.journal.reflections(None, answered=False)))
        return {**counts, _WAITING: waiting}

    def entry_here(self) -> Interaction | None:
        """The entry whose answer is under the cursor."""
        key = self.answers.key
        return next((entry for entry in self._entries if entry.id == key), None)

    def document_here(self) -> Interaction | None:
        """Nothing while one is among the themes."""
        return self.entry_here() if self.answers.has_focus else None

    async def action_answer(self) -> None:
        """From the themes into the answers; there, open the question."""
        if self.themes.has_focus:
            self.answers.focus()
        else:
            await super().action_answer()

    def action_private(self) -> None:
        """Keep the answer under the cursor to oneself, or not any more."""
        from netjournal.tui.answers import keep_private

        entry = self.document_here()
        if entry is not None:
            meanwhile(self.host, partial(keep_private, self.host, entry))
        else:
            self.say_nothing_is_here()

    async def action_move_answer(self) -> None:
        """Move the answer under the cursor to another question."""
        from netjournal.tui.answers import move

        entry = self.document_here()
        if entry is not None:
            await move(self.host, entry)
        else:
            self.say_nothing_is_here()

    def say_nothing_is_here(self) -> None:
        """The keys of an answer wait for one among the answers."""
        self.host.tell(_AT_AN_ANSWER if self._entries else "There is no answer here.")

    def show_entry(self, entry: Interaction) -> None:
        """Go to its answer, if that is among those shown."""
        self.answers.go_to(entry.id)

    def key_bar_commands(self) -> Iterable[Command]:
        """Among the themes none of those that are for an answer."""
        is_among_themes = self.themes.has_focus
        for command in super().key_bar_commands():
            if not (is_among_themes and command.id in _OF_AN_ANSWER):
                yield command

    def on_descendant_focus(self) -> None:
        """The keys are other ones on the other side."""
        self.query_one(KeyBar).commands = tuple(self.key_bar_commands())

    def action_step_out(self) -> None:
        """First everything is seen again, then from the answers back to the themes."""
        if self.filter_bar.has_words:
            self.filter_bar.clear()
        else:
            self.themes.focus()

    def place(self) -> Place:
        """The theme, and the answer."""
        return Place("reflections", self.themes.key or "", self.answers.key or "", self.filter_bar.line.value)

    def return_to(self, place: Place) -> None:
        """Be in the theme again, at the answer."""
        self.filter_bar.put(place.only)
        self.themes.go_to(place.at)
        self._list_answers()
        self.answers.go_to(place.row)
        self.answers.focus()

    async def action_months(self) -> None:
        """Show what twelve months show, up to this one."""
        from netjournal.tui.screens.months import MonthsScreen

        self.host.leave_trail()
        await self.host.push_screen(MonthsScreen(self.host.today.isoformat()[:7]))

    @on(FilterBar.Changed)
    def _filter_changed(self) -> None:
        self._count()
        self._list_answers(top=True)

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self.answers.focus()

    @on(Rows.Moved, "#themes")
    def _theme_moved(self) -> None:
        self._list_answers(top=True)

    @on(Rows.Chosen)
    async def _chosen(self) -> None:
        await self.action_answer()

    def _list_answers(self, *, top: bool = False) -> None:
        theme = self.themes.key or _ALL
        dimension = next((name for name in DIMENSIONS if name == theme), None)
        fits = self.filter_bar.filter.matcher(self.host.people_of)
        found = filter(fits, self.journal.reflections(dimension, answered=theme != _WAITING))
        self._entries = tuple(entry for entry, _ in zip(found, range(_AT_ONCE), strict=False))
        names = self.journal.names({person for entry in self._entries for person in entry.people})
        today = self.host.today
        rows: list[Row] = []
        if dimension is not None:
            rows.append(Written("theme", [(span(DIMENSION_NAMES[dimension], "accent"),), ()]))
        rows += [
            AnswerRow(entry, say_day(entry.date, today), say_who(entry, names), with_theme=dimension is None)
            for entry in self._entries
        ]
        if not self._entries:
            none = "Nothing here fits." if self.filter_bar.has_words else _nothing(theme)
            rows.append(Written("none", [(span(none, "faint"),)]))
        self.answers.set_rows(rows, top=top)


def _theme_row(key: str, name: str, count: int) -> Row:
    number = (span(str(count), "muted"),) if count else ()
    return Written(key, spread((span(name),), number, _SIDE - 4), heading=False)


def _gap(key: str) -> Row:
    return Written(key, [()])


def _nothing(theme: str) -> str:
    if theme == _WAITING:
        return "No question waits."
    return "No answers here yet. A question comes after each line you log."
