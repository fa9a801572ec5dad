"""Rows in a window: only those in sight are drawn, only those near it are measured."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netjournal.tui.text import Line, width_of
from netjournal.tui.widgets.layout import Layout
from netjournal.tui.widgets.row import Row

MARGIN = 2
"""Cells at the left of each row, for the cursor's mark."""

COLUMN = 76
"""Text is never set wider than this, however wide the terminal."""


class Drawing:
    """What the lines of one drawing of a window share: its first line, its width, and its styles."""

    def __init__(self, window: LaidOut) -> None:
        self.top = window.scroll_offset.y
        self._width = window.scrollable_content_region.width
        self._window = window
        self._base = window.rich_style
        self._styles = window.styles_on(self._base)
        self._mark = "▎ " if window.has_focus else "▏ "  # seen without colour too

    def line(self, spans: Line, *, here: bool) -> Strip:
        """A line of a row, as wide as the window; `here` where the cursor is."""
        texts, styles = [self._mark if here else " " * MARGIN], [self._style("mark", here)]
        for part in spans:
            style = self._style(part.style, here)
            if part.to:
                style += RichStyle(underline=here)
            if style is styles[-1]:
                texts[-1] += part.text
            else:
                texts.append(part.text)
                styles.append(style)
        strip = Strip(map(Segment, texts, styles), MARGIN + width_of(spans))
        return strip.adjust_cell_length(self._width, self._base if not here else self._style("", here))

    def _style(self, name: str, here: bool) -> RichStyle:
        style = self._styles.get((name, here))
        if style is None:
            base = self._style("cursor", False) if here else self._base
            style = (
                base + self._window.get_component_rich_style(f"rows--{name}", partial=True) if name else base
            )
            self._styles[name, here] = style
        return style


class LaidOut(ScrollView):
    """A window on rows that lie below one another, with text at most `column` cells wide.

    Heights that were guessed are put right as rows come near, and nothing in sight moves because of it.
    """

    def __init__(self, *, id: str | None, classes: str | None, column: int, single_lines: bool) -> None:
        super().__init__(id=id, classes=classes)
        self._drawing: Drawing | None = None
        self._base: RichStyle | None = None
        self._styles: dict[tuple[str, bool], RichStyle] = {}
        self._column = column
        self._single_lines = single_lines
        self._layout_of_rows = Layout((), 1, single_lines=single_lines)

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._layout_of_rows.rows

    @property
    def text_width(self) -> int:
        """Cells for a line of a row; the widest while there is no window yet."""
        width = self.scrollable_content_region.width
        return max(1, min(self._column, width - MARGIN)) if width else self._column

    def is_here(self, position: int) -> bool:
        """Whether a row is marked as the one under the cursor."""
        return False

    def styles_on(self, base: RichStyle) -> dict[tuple[str, bool], RichStyle]:
        """The styles asked for so far while the window's own was `base`; they cost more than the lines."""
        if base != self._base:
            self._base, self._styles = base, {}
        return self._styles

    def notify_style_update(self) -> None:
        """Ask anew after a change of what the style sheets say."""
        self._base = None
        super().notify_style_update()

    def fit(self) -> None:
        """Take in another size."""

    def lay_out(self, rows: Sequence[Row]) -> Layout:
        """Lay rows out for the width there is now."""
        self._layout_of_rows = Layout(
            rows, self.text_width, single_lines=self._single_lines, before=self._layout_of_rows
        )
        self.take_height()
        return self._layout_of_rows

    def take_height(self) -> None:
        """Be as high as the rows are.

        A window that has its height from elsewhere needs no new layout of the screen for it, which would cost
        as much again as drawing the rows.
        """
        size = Size(0, self._layout_of_rows.height)
        if self.styles.is_auto_height or not self.is_attached:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(LaidOut.virtual_size, size)
            self._scroll_update(size)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What comes near is measured before it comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self.measure_window()

    def measure_window(self) -> None:
        """Know the heights of the rows in sight, and of those half a window before and after them."""
        layout, window = self._layout_of_rows, self.size.height
        if layout.rows:
            top = min(self.scroll_offset.y, layout.height - 1)
            first = layout.at(max(0, top - window // 2))
            last = layout.at(min(top + window + window // 2, layout.height - 1))
            if not layout.is_measured(first, last):
                here = layout.at(top)
                self._measure(here, passed=top - layout.top(here))

    def measure_around(self, position: int) -> None:
        """Know the height of a row and of those around it."""
        if self.rows and not self._layout_of_rows.is_measured(position, position):
            self._measure(position)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; what they share is asked for once, which costs more than a line does."""
        self.fit()
        self._drawing = Drawing(self)
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = None

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        drawing = self._drawing or Drawing(self)
        layout, line = self._layout_of_rows, y + drawing.top
        if line >= layout.height:
            return drawing.line((), here=False)
        position = layout.at(line)
        if not layout.is_measured(position, position):
            self.call_later(self._catch_up)
            return drawing.line((), here=False)
        spans = layout.lines(position)[line - layout.top(position)]
        return drawing.line(spans, here=bool(spans) and self.is_here(position))

    def link_at(self, x: int, line: int) -> str:
        """Where the text in a cell of a line leads; empty for nowhere."""
        layout = self._layout_of_rows
        position = layout.at(line)
        end = MARGIN
        for part in layout.lines(position)[line - layout.top(position)]:
            end += cell_len(part.text)
            if x < end:
                return part.to
        return ""

    def region_of(self, position: int) -> Region:
        """Where a row lies, scrolling aside."""
        top, bottom = self._layout_of_rows.top(position), self._layout_of_rows.bottom(position)
        return Region(0, top, self.size.width, bottom - top)

    def scroll_by(self, lines: int) -> None:
        """Scroll, at once."""
        self.scroll_relative(y=lines, animate=False, force=True)

    def _measure(self, position: int, *, passed: int = 0) -> None:
        """Measure a window before a row, and two behind its first `passed` lines, so that few keys need to
        measure any; the row at the top of the window stays where it is.
        """
        layout, window, top = self._layout_of_rows, self.size.height, self.scroll_offset.y
        first = layout.at(min(top, layout.height - 1))
        within = top - layout.top(first)
        if layout.measure(position, above=window, below=passed + 2 * window):
            self.take_height()
            there = layout.top(first) + min(within, layout.bottom(first) - layout.top(first) - 1)
            if there != top:
                self.scroll_to(y=there, animate=False, force=True)

    def _catch_up(self) -> None:
        """Measure and draw what came into sight unmeasured."""
        self.measure_window()
        self.refresh()
