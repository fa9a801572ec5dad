"""A list with a cursor that is never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var

from netjournal.tui.text import STYLES
from netjournal.tui.widgets.laid_out import COLUMN, LaidOut
from netjournal.tui.widgets.row import Row


class Rows(LaidOut, can_focus=True, inherit_bindings=False):
    """Rows of lines; up, down, j, k, page and end keys move the cursor, enter chooses.

    Rows of different heights are laid out once for a width, those that can guess their height as they come
    near the window; a list of one-line rows needs no layout.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{style}" for style in (*STYLES, "cursor", "mark")}
    DEFAULT_CSS = """
    Rows {
        background: transparent;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .rows--text { color: $foreground; }
        & > .rows--strong { color: $foreground; text-style: bold; }
        & > .rows--emphasis { color: $foreground; text-style: italic; }
        & > .rows--here { color: $foreground; text-style: bold underline; }
        & > .rows--muted { color: $text-muted; }
        & > .rows--accent { color: $text-accent; }
        & > .rows--faint, & > .rows--mark { color: $text-disabled; }
        &:focus > .rows--mark { color: $primary; }
        &:focus > .rows--cursor { background: $cursor-row; }
    }
    """

    cursor: var[int | None] = var(None, init=False)
    """The position of the row under the cursor; None where there is nothing to choose."""

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    class Chosen(Moved):
        """Enter was pressed on a row, or it was clicked twice."""

    class Followed(Message):
        """A name or a tag in a row was clicked, which leads somewhere."""

        def __init__(self, to: str) -> None:
            super().__init__()
            self.to = to

    def __init__(
        self,
        *,
        id: str | None = None,
        classes: str | None = None,
        column: int = COLUMN,
        single_lines: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes, column=column, single_lines=single_lines)
        self._size_before = Size(0, 0)

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return None if self.cursor is None else self.rows[self.cursor].key

    def set_rows(self, rows: Sequence[Row], *, key: str | None = None, top: bool = False) -> None:
        """List `rows`; the cursor stays on the row `key` (else where it was), in sight if it was in sight."""
        old = self.key
        wanted = key or old
        position = self.cursor or 0
        top = top or not self.rows
        in_sight = self._is_in_sight(self.size.height)
        goes = self.cursor is None or (key is not None and key != old)
        layout = self.lay_out(rows)
        found = None if wanted is None or top else layout.find(wanted)
        cursor = layout.near(0 if top else position) if found is None else found
        self.set_reactive(Rows.cursor, cursor)
        self.measure_around(cursor or 0)
        self.measure_window()
        self.refresh()
        if top or cursor is None:
            self.scroll_to(y=0, animate=False, force=True)
        elif goes:
            self._keep_in_sight(cursor)
        elif in_sight:
            self._bring_back()
        if self.key is not None and self.key != old:
            self.post_message(self.Moved(self, self.key))

    def add_rows(self, rows: Sequence[Row]) -> None:
        """List more rows under the others."""
        self.fit()
        self._layout_of_rows.add(rows)
        self.take_height()
        if self.cursor is None:
            self.cursor = self._layout_of_rows.near(0)
        self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on the row `key`, if it is there."""
        position = self._layout_of_rows.find(key)
        if position is not None:
            self.cursor = position

    def show_heading(self, key: str) -> None:
        """Bring a heading to the top of the window; the cursor goes to the first row under it."""
        for position, row in enumerate(self.rows):
            if row.key == key:
                self.cursor = self._layout_of_rows.near(position)
                self.measure_around(position)
                self.scroll_to(y=self._layout_of_rows.top(position), animate=False, force=True)
                return

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Draw the two rows anew, keep the new one in sight, and say so."""
        for position in (old, new):
            if position is not None and position < len(self.rows):
                self.refresh(self.region_of(position).translate((0, -self.scroll_offset.y)))
        if new is not None:
            self._keep_in_sight(new)
            self.post_message(self.Moved(self, self.rows[new].key))

    def on_resize(self, _: Resize) -> None:
        """Lay out anew when the width changes; a cursor that was in sight stays in sight."""
        self.fit()

    def on_click(self, event: Click) -> None:
        """A click moves the cursor, a second one chooses."""
        layout, line = self._layout_of_rows, event.y + self.scroll_offset.y
        if line >= layout.height:
            return
        position = layout.at(line)
        if self.rows[position].heading:
            return
        link = self.link_at(event.x, line)
        if link:
            self.post_message(self.Followed(link))
        elif position == self.cursor and event.chain > 1:
            self.action_choose()
        self.cursor = position

    def action_move(self, step: int) -> None:
        """Go one row up or down; what is out of sight of the row is scrolled through first."""
        if self.cursor is None:
            self.scroll_by(step)
            return
        region, window = self.region_of(self.cursor), self.scrollable_content_region.height
        below = region.bottom - self.scroll_offset.y - window
        beyond = below if step > 0 else self.scroll_offset.y - region.y
        following = self._layout_of_rows.onward(self.cursor + step, step)
        if beyond > 0:
            self.scroll_by(step * min(beyond, window - 1))
        elif following is None:
            self.scroll_by(step * window)
        else:
            self.cursor = following

    def action_page(self, step: int) -> None:
        """Go a window further."""
        window = max(1, self.scrollable_content_region.height - 1)
        if self.cursor is None:
            self.scroll_by(step * window)
            return
        layout = self._layout_of_rows
        line = layout.top(self.cursor) + step * window
        self.cursor = layout.near(layout.at(max(0, min(line, layout.height - 1))), step)

    def action_edge(self, step: int) -> None:
        """Go to the first or the last row."""
        if self.cursor is None:
            self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False, force=True)
            return
        self.cursor = self._layout_of_rows.near(0 if step < 0 else len(self.rows) - 1, -step)

    def action_choose(self) -> None:
        """Say that the row under the cursor was chosen."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def is_here(self, position: int) -> bool:
        """Whether the cursor is on a row."""
        return position == self.cursor

    def fit(self) -> None:
        """Take in another size; drawing often meets it before the event does, and must not scroll itself."""
        before, width = self._size_before, self.text_width
        if (self.size, width) == (before, self._layout_of_rows.width):
            return
        in_sight = bool(before) and self._is_in_sight(max(before.height, self.size.height))
        is_by_scrollbar = self.size == before  # which may not push the top of a page away
        self._size_before = self.size
        if width != self._layout_of_rows.width:
            self.lay_out(self.rows)
        self.call_later(self.measure_window)
        if in_sight and not (is_by_scrollbar and self.scroll_offset.y == 0):
            self.call_later(self._bring_back)

    def _is_in_sight(self, window: int) -> bool:
        if self.cursor is None:
            return False
        region, top = self.region_of(self.cursor), self.scroll_offset.y
        return region.y >= top and region.bottom <= top + window

    def _bring_back(self) -> None:
        if self.cursor is not None and not self._is_in_sight(self.size.height):
            self._keep_in_sight(self.cursor)

    def _keep_in_sight(self, position: int) -> None:
        """Scroll to a row, with the headings above it where there is room; a tall one begins at the top."""
        self.measure_around(position)
        region, window = self.region_of(position), self.scrollable_content_region.height
        top = self._layout_of_rows.top(self._layout_of_rows.first_heading(position))
        if region.height > window:
            self.scroll_to(y=region.y, animate=False, force=True)
        elif region.bottom - top > window:
            self.scroll_to_region(region, animate=False, force=True)
        else:
            whole = Region(0, top, region.width, region.bottom - top)
            self.scroll_to_region(whole, animate=False, force=True)
