"""Lists and the month: what stays in sight, what is laid out twice, and text and days at the edges."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from netjournal.model import Contact, Interaction, Met, Reflection
from netjournal.practice.page import Surroundings, page_of
from netjournal.tui.entries import EntryRow
from netjournal.tui.person import page_rows
from netjournal.tui.text import Line, Span, paragraph, width_of, wrap
from netjournal.tui.theme import LAMP
from netjournal.tui.widgets.layout import Layout
from netjournal.tui.widgets.month import MonthGrid
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows
from tests.tui.journals import NOW

pytestmark = pytest.mark.usefixtures("drawn")

TODAY = NOW.date()


class _Counted(Row):
    """A row of words, wrapped, that counts how often it was asked for its lines."""

    def __init__(self, key: str, text: str = "a b", *, heading: bool = False) -> None:
        super().__init__(key, heading=heading)
        self.asked = 0
        self._text = text

    def lines(self, width: int) -> Sequence[Line]:
        self.asked += 1
        return [*wrap((Span(self._text, "text"),), width), ()]


class _App(App[None]):
    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget
        self.register_theme(LAMP)
        self.theme = LAMP.name

    def compose(self) -> ComposeResult:
        yield self._widget


@asynccontextmanager
async def _shown(widget: Widget, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    async with _App(widget).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def _resize(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()
    await pilot.pause()


def _is_in_sight(rows: Rows) -> bool:
    assert rows.cursor is not None
    layout, top = rows._layout_of_rows, rows.scroll_offset.y
    return layout.top(rows.cursor) >= top and layout.bottom(rows.cursor) <= top + rows.size.height


def _words(count: int, *, long: bool = False) -> list[Row]:
    return [_Counted(str(number), "some words " * (12 if long else 1)) for number in range(count)]


@pytest.mark.parametrize("position", ["20", "39"])
@pytest.mark.parametrize("size", [(60, 8), (30, 20), (30, 14), (70, 12)])
async def test_the_cursor_stays_in_sight_in_a_terminal_of_another_size(
    position: str, size: tuple[int, int]
) -> None:
    rows = Rows()
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(_words(40, long=True), top=True)
        rows.go_to("39")
        rows.go_to(position)
        await pilot.pause()
        assert _is_in_sight(rows)
        await _resize(pilot, *size)
        assert _is_in_sight(rows)
        await _resize(pilot, 60, 20)
        assert _is_in_sight(rows)


async def test_a_terminal_that_gets_lower_keeps_the_cursor_of_an_unscrolled_list() -> None:
    rows = Rows(single_lines=True)
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows([Written(str(number), [()], heading=False) for number in range(40)], key="18")
        rows.go_to("18")
        await pilot.pause()
        assert rows.scroll_offset.y == 0
        await _resize(pilot, 60, 10)
        assert _is_in_sight(rows)


async def test_who_scrolled_away_from_the_cursor_is_not_brought_back() -> None:
    rows = Rows()
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(_words(80), top=True)
        rows.scroll_to(y=60, animate=False, force=True)
        await pilot.pause()
        await _resize(pilot, 60, 15)
        assert rows.scroll_offset.y == 60
        assert rows.cursor == 0


async def test_a_page_begins_at_its_top_though_a_scrollbar_comes() -> None:
    rows = Rows()
    head = _Counted("head", "x" * 58 * 16, heading=True)  # a line more beside a scrollbar
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows([head, *_words(1)], top=True)
        await pilot.pause()
        rows.add_rows(_words(30))
        await pilot.pause()
        await pilot.pause()
        assert rows.scroll_offset.y == 0


async def test_the_same_rows_anew_do_not_move_the_window() -> None:
    rows = Rows()
    listed = [_Counted("day", heading=True), *_words(40)]
    async with _shown(rows, (60, 10)) as pilot:
        rows.set_rows(listed, top=True)
        rows.scroll_to(y=2, animate=False, force=True)
        await pilot.pause()
        rows.set_rows(listed)
        await pilot.pause()
        assert rows.scroll_offset.y == 2
        rows.set_rows([_Counted("new", "words " * 100), *listed])
        await pilot.pause()
        assert rows.key == "0"
        assert _is_in_sight(rows)


async def test_rows_that_come_later_leave_the_others_alone() -> None:
    rows = Rows()
    first, later = _words(40), _words(10)
    async with _shown(rows, (60, 10)) as pilot:
        rows.set_rows(first, top=True)
        await pilot.pause()
        await pilot.pause()
        asked = [row.asked for row in first if isinstance(row, _Counted)]
        for row in later:
            rows.add_rows([row])
            await pilot.pause()
        assert [row.asked for row in first if isinstance(row, _Counted)] == asked
        assert all(row.asked == 1 for row in later if isinstance(row, _Counted))
        assert rows.virtual_size.height == 2 * len(rows.rows) == 100


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=5), st.booleans())
@settings(max_examples=40)
def test_a_layout_that_grew_is_one_that_was_made_whole(pages: list[list[int]], single: bool) -> None:
    grown = Layout((), 10, single_lines=single)
    rows: list[Row] = []
    for page in pages:
        new = [Written("", [()] * height) for height in page]
        rows += new
        grown.add(new)
    whole = Layout(rows, 10, single_lines=single)
    assert grown.rows == whole.rows == rows
    assert grown.height == whole.height
    for position in range(len(rows)):
        assert (grown.top(position), grown.bottom(position)) == (whole.top(position), whole.bottom(position))


def test_an_entry_is_wrapped_once_for_a_width() -> None:
    row = EntryRow(Interaction(id="A", date=TODAY, text="words " * 40), {}, TODAY)
    wide = row.lines(60)
    assert row.lines(60) is wide
    assert len(row.lines(30)) > len(wide)
    assert row.lines(60) == wide


@given(
    st.text(st.sampled_from(" \t\u3000\u2003ab漢e\u0301\n"), max_size=60),
    st.integers(1, 20),
    st.integers(0, 3),
)
def test_text_is_broken_into_lines_that_fit_and_none_is_lost(text: str, width: int, indent: int) -> None:
    lines = wrap((Span(text.replace("\n", " "), "text"),), width + indent, indent=indent)
    assert lines
    assert all(width_of(line) <= max(2, width) + indent for line in lines)
    shown = "".join(part.text for line in lines for part in line)
    assert "".join(shown.split()) == "".join(text.split())
    assert len(paragraph(text, width)) >= text.count("\n") + 1


@pytest.mark.parametrize("blank", [" " * 200, "\u3000" * 100, " " * 200 + "\n" + " " * 200])
def test_blank_text_wider_than_the_line_is_an_empty_line(blank: str) -> None:
    assert wrap((Span(blank.split("\n")[0], "text"),), 40) == [()]
    asked = Reflection(
        prompt="trust-01", dimension="trust", question=blank, asked=NOW, status="answered", answer=blank
    )
    entry = Interaction(id="A", date=TODAY, text=blank, reflection=asked)
    assert EntryRow(entry, {}, TODAY).lines(40)
    told = Contact(id="B", name="Ana Silva", details=(blank,), needs=(blank,))
    page = page_of(told, Surroundings(entries=[entry]), NOW)
    assert all(row.lines(40) for row in page_rows(page))


def test_a_meeting_in_an_early_year_is_named_with_four_digits() -> None:
    met = Contact(id="B", name="Ana Silva", met=Met(date=dt.date(999, 5, 3)))
    rows = page_rows(page_of(met, Surroundings(), NOW))
    shown = "".join(part.text for row in rows for line in row.lines(60) for part in line)
    assert "May 0999" in shown


class _Guessing(_Counted):
    """A row that guesses its height, mostly wrongly."""

    def guess(self, width: int) -> int:
        return 1 + (int(self.key) * 7) % 5


def _guessed(count: int) -> list[Row]:
    return [_Guessing(str(number), f"{number} " + "some words " * (number % 12)) for number in range(count)]


def _shown_words(rows: Rows) -> list[str]:
    lines = [rows.render_line(y) for y in range(rows.size.height)]
    return ["".join(segment.text for segment in line)[2:].strip() for line in lines]


async def test_of_many_rows_only_those_near_the_window_are_measured() -> None:
    rows, listed = Rows(), _guessed(3_000)
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(listed, top=True)
        await pilot.pause()
        await pilot.press("end", "home")
        for _ in range(30):
            rows.action_move(1)
        await pilot.pause()
        asked = [row.asked for row in listed if isinstance(row, _Counted)]
        assert sum(asked) < 300
        assert max(asked) <= 2, "once, and once again when the scrollbar takes a column"
        assert rows.key == "30"


@pytest.mark.parametrize("start", ["0", "1500", "2999"])
async def test_rows_measured_late_stand_as_if_all_had_been_measured_at_once(start: str) -> None:
    rows, listed = Rows(), _guessed(3_000)
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(listed, top=True)
        rows.go_to(start)
        for go, step, times in (
            (rows.action_move, -1, 40),
            (rows.action_page, 1, 3),
            (rows.action_page, -1, 5),
        ):
            for _ in range(times):
                go(step)
            await pilot.pause()
            assert _is_in_sight(rows)
            shown = _shown_words(rows)
            assert not any(a and b and a == b for a, b in pairwise(shown))
            numbers = [int(line.split()[0]) for line in shown if line[:1].isdigit()]
            assert len(numbers) > 2
            assert numbers == list(range(numbers[0], numbers[-1] + 1))


async def test_scrolling_moves_what_is_in_sight_by_as_many_lines() -> None:
    rows, listed = Rows(), _guessed(3_000)
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(listed, top=True)
        rows.go_to("1500")
        await pilot.pause()
        for step in (-3, -7, -3, 5, -19, -19, -19, 11):
            before = _shown_words(rows)
            rows.scroll_by(step)
            await pilot.pause()
            after = _shown_words(rows)
            assert before[max(0, step) : 20 + min(0, step)] == after[max(0, -step) : 20 - max(0, step)]


async def test_what_follows_a_row_of_many_windows_is_there_when_one_scrolls_to_it() -> None:
    rows, tall = Rows(), _Guessing("0", "word " * 600)
    async with _shown(rows, (40, 9)) as pilot:
        rows.set_rows([tall, *_guessed(100)[1:]], top=True)
        await pilot.pause()
        lines = len(tall.lines(rows.text_width))
        assert lines > 8 * rows.size.height
        for _ in range(lines - rows.size.height + 2):
            rows.scroll_by(1)
            await pilot.pause()
        assert _shown_words(rows)[-4:] == ["word word word word word", "", "1 some words", ""]


async def test_the_same_rows_made_anew_are_as_high_as_they_were() -> None:
    rows = Rows()
    async with _shown(rows, (60, 20)) as pilot:
        rows.set_rows(_guessed(3_000), top=True)
        rows.go_to("700")
        await pilot.press(*["down"] * 9)
        await pilot.pause()
        before = _shown_words(rows)
        rows.set_rows(_guessed(3_000))
        await pilot.pause()
        assert _shown_words(rows) == before


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=40), st.data())
def test_a_layout_measured_bit_by_bit_ends_as_one_measured_whole(
    heights: list[tuple[int, int]], data: st.DataObject
) -> None:
    class Guess(Written):
        def guess(self, width: int) -> int:
            return guesses[self.key]

    rows = [Guess(str(number), [()] * height) for number, (height, _) in enumerate(heights)]
    guesses = {str(number): guess for number, (_, guess) in enumerate(heights)}
    layout = Layout(rows, 10, single_lines=False)
    assert layout.height == sum(guesses.values())
    for position in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=5)):
        layout.measure(position, above=4, below=4)
        assert layout.is_measured(position, position)
        assert layout.bottom(position) - layout.top(position) == heights[position][0]
    layout.measure(0, above=0, below=1_000)
    assert [layout.top(position) for position in range(len(rows))] == [
        sum(height for height, _ in heights[:position]) for position in range(len(rows))
    ]
    assert [layout.at(line) for line in range(layout.height)] == [
        position for position, (height, _) in enumerate(heights) for _ in range(height)
    ]


async def test_one_walks_through_a_year_before_1000() -> None:
    grid = MonthGrid(dt.date(999, 5, 3))
    async with _shown(grid, (60, 12)) as pilot:
        grid.focus()
        await pilot.press("end")
        assert grid.day == dt.date(999, 5, 31)
        await pilot.press("right")
        assert grid.day == dt.date(999, 6, 1)
        await pilot.pause()
        assert "[ 1 ]  2" in "".join(segment.text for segment in grid.render_line(1))


def test_what_is_found_in_a_text_of_several_lines_stands_out_where_it_is() -> None:
    text = "a lighthouse\n\nno more\nthe lighthouse again"
    spans = [(found.start(), found.end()) for found in re.finditer("lighthouse", text)]
    lines = paragraph(text, 40, find=lambda _: spans)
    assert ["".join(part.text for part in line) for line in lines] == text.split("\n")
    assert [part.text for line in lines for part in line if part.style == "found"] == ["lighthouse"] * 2


@given(st.lists(st.sampled_from(["Bo", "Ann-Marie", "Lind"]), min_size=2, max_size=6), st.integers(12, 30))
def test_a_comma_stays_with_its_name_and_a_word_whole_however_it_is_styled(
    names: list[str], width: int
) -> None:
    parts: list[Span] = []
    for name in names:
        parts += [Span(", ", "muted")] if parts else []
        parts += [Span(name[:1], "found"), Span(name[1:], "strong")]
    lines = ["".join(part.text for part in line).rstrip() for line in wrap(parts, width)]
    assert " ".join(lines) == ", ".join(names)
    assert all(len(line) <= width for line in lines)
