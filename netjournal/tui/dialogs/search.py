"""The search: one line to type in, below it what fits, newest first, while it is still being looked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from netjournal.errors import Mistaken
from netjournal.language.days.words import say_day
from netjournal.language.filters.meaning import Filter
from netjournal.model import Interaction
from netjournal.tui.hits import EntryFound, Found, mistake_lines, people_rows, say_progress, understood
from netjournal.tui.text import Span, show_line, span, spread
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.filter_bar import REST
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows


class Goal(NamedTuple):
    """Where one goes: to an entry, or to the page of the person with an id."""

    entry: Interaction | None = None
    person: str = ""


_EACH = 0.03
_PATIENCE = 0.15
"""Seconds for which what was found before stays while nothing else is."""

_AT_ONCE = 15
"""Entries that are laid out in one go, in a few milliseconds."""

_AHEAD = 10


class SearchScreen(ModalScreen[Goal | None]):
    """Dismissed with whom or what one chose; None when one steps out.

    `read` makes a filter of what is typed, told whether its last term may be half typed (raises Mistaken; a
    mistake there is shown once typing is at rest). `begin` starts a search that wakes the screen, `keep`
    remembers the text and the row under the cursor, `close` ends what runs. `key` is that row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("up", "hits('move', -1)", "Up", show=False),
        Binding("down", "hits('move', 1)", "Down", show=False),
        Binding("pageup", "hits('page', -1)", "Page up", show=False),
        Binding("pagedown", "hits('page', 1)", "Page down", show=False),
    ]
    DEFAULT_CSS = """
    SearchScreen {
        background: $background;
        & > Vertical { padding: 0 1; }
        & #head { height: 1; margin-bottom: 1; }
        & Input { background: $panel; padding: 0 1; &:focus { background: $panel; } }
        & #said { height: auto; min-height: 2; max-height: 3; padding: 0 1; margin-bottom: 1; }
        & #hits { height: 1fr; margin-left: 0; }
        & #keys { height: 1; margin-top: 1; padding: 0 1; }
        & #hits > .rows--mark { color: $primary; }
        & #hits > .rows--cursor { background: $cursor-row; }
    }
    .-low SearchScreen, SearchScreen.-low { & #head, & #said, & #keys { margin: 0; } }
    """

    def __init__(
        self,
        *,
        text: str,
        key: str,
        today: dt.date,
        read: Callable[[str, bool], Filter],
        begin: Callable[[Filter, Callable[[], None]], Found],
        names: Callable[[Iterable[str]], Mapping[str, str]],
        keep: Callable[[str, str], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._text = text
        self._key = key
        self._today = today
        self._read = read
        self._begin = begin
        self._names = names
        self._keep = keep
        self._close = close
        self._filter = Filter()
        self._found: Found | None = None
        self._is_shown = True
        self._listed = 0
        self._wanted = _AT_ONCE
        self._looking: Timer | None = None
        self._waiting: Timer | None = None
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The count above, the line, what was understood, the hits, the keys."""
        with Vertical():
            yield Static(id="head")
            yield LineEditor(self._text, id="query", compact=True, select_on_focus=True)
            yield Static(id="said")
            yield Rows(id="hits")
            yield KeyLine(id="keys")

    @property
    def query_line(self) -> Input:
        """Where one types."""
        return self.query_one("#query", Input)

    @property
    def hits(self) -> Rows:
        """What was found."""
        return self.query_one("#hits", Rows)

    def on_mount(self) -> None:
        """Search again for what was searched for last."""
        self.hits.can_focus = False
        self.set_focus(self.query_line)
        keys = keys_line(("↑ ↓", "move"), ("enter", "go there"), ("esc", "back"))
        self.query_one("#keys", Static).update(show_line(keys))
        self._looking = self.set_interval(_EACH, self._look, pause=True)
        self._search()

    def on_unmount(self) -> None:
        """Nothing goes on behind a screen that is left."""
        self._stop()
        self._close()

    def on_resize(self) -> None:
        """The count stands at the right edge."""
        self._say_head()

    def action_hits(self, way: str, step: int) -> None:
        """The arrows move among the hits while one types."""
        if way == "move":
            self.hits.action_move(step)
        else:
            self.hits.action_page(step)

    def action_leave(self) -> None:
        """Step out; what is typed is there again the next time."""
        if self.is_current:
            self._keep(self.query_line.value, self.hits.key or "")
            self.dismiss(None)

    @on(Input.Changed, "#query")
    def _changed(self) -> None:
        self._key = ""
        self._search()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._check)

    @on(Input.Submitted, "#query")
    @on(Rows.Chosen, "#hits")
    def _entered(self) -> None:
        goal = self._goal()
        if goal is not None and self.is_current:
            self._keep(self.query_line.value, self.hits.key or "")
            self.dismiss(goal)

    @on(Rows.Moved, "#hits")
    def _moved(self) -> None:
        """More of them are listed before one comes to the end of the list."""
        rows = self.hits
        if rows.cursor is not None and rows.cursor > len(rows.rows) - _AHEAD and self._is_shown:
            self._wanted = self._listed + _AT_ONCE
            self._look()

    def _goal(self) -> Goal | None:
        key = self.hits.key
        if self._found is None or not self._is_shown:
            return None
        entry = next((entry for entry in self._found.entries if entry.id == key), None)
        if entry is not None:
            return Goal(entry)
        return next((Goal(person=person.id) for person in self._found.people if person.id == key), None)

    def _search(self) -> None:
        """Begin anew with what is typed; where it makes no sense, what was found last stays."""
        text = self.query_line.value
        try:
            filter = self._read(text, True)
        except Mistaken as mistake:
            self._say_mistake(text, mistake)
            return
        self.query_one("#said", Static).update(show_line(understood(filter, text)))
        if filter == self._filter and self._found is not None:
            return
        self._stop()
        self._filter = filter
        if filter.is_empty:
            self._found = None
            self.hits.set_rows([], top=True)
            self._say_head()
            return
        self._is_shown, self._listed, self._wanted = False, 0, _AT_ONCE
        self._found = found = self._begin(filter, lambda: self._look(found))
        self._waiting = self.set_timer(_PATIENCE, self._show)
        if self._looking is not None:
            self._looking.resume()

    def _check(self) -> None:
        text = self.query_line.value
        try:
            self._read(text, False)
        except Mistaken as mistake:
            self._say_mistake(text, mistake)

    def _stop(self) -> None:
        if self._found is not None:
            self._found.stop()
        if self._looking is not None:
            self._looking.pause()
        if self._waiting is not None:
            self._waiting.stop()

    def _look(self, woken_by: Found | None = None) -> None:
        """Take in what was found meanwhile, but by a search that was given up."""
        found = self._found
        if found is None or not self.is_attached or woken_by not in (None, found):
            return
        if not self._is_shown and (found.entries or found.people or found.is_done):
            self._show()
        elif self._is_shown:
            self._list_more()
        self._say_head()
        if found.is_done and self._looking is not None:
            self._looking.pause()

    def _show(self) -> None:
        """What was found before makes room."""
        if self._found is None or self._is_shown:
            return
        self._is_shown = True
        rows = [*people_rows(self._found.people, self._filter), *self._entry_rows()]
        if not rows and self._found.is_done:
            rows = [Written("none", [(span(self._nothing(), "faint"),)])]
        self.hits.set_rows(rows, top=True)
        if self._key:
            self.hits.go_to(self._key)

    def _list_more(self) -> None:
        rows = self._entry_rows()
        if rows:
            self.hits.add_rows(rows)
        elif self._found is not None and self._found.is_done and not self.hits.rows:
            self.hits.set_rows([Written("none", [(span(self._nothing(), "faint"),)])])

    def _entry_rows(self) -> list[Row]:
        """The next rows, as many as one may soon come to see."""
        if self._found is None:
            return []
        entries = self._found.entries[self._listed : self._wanted]
        self._listed += len(entries)
        names = self._names({id for entry in entries for id in entry.people})
        today, ranges = self._today, self._filter.ranges
        return [
            EntryFound(entry, names, today, when=say_day(entry.date, today), ranges=ranges)
            for entry in entries
        ]

    def _nothing(self) -> str:
        assert self._found is not None
        if self._found.error is not None:
            return f"{self._found.error.message} {self._found.error.hint}"
        return f"Nothing you wrote fits that. {self._found.why}".strip()

    def _say_head(self) -> None:
        left = (Span(" Search", "accent"),)
        right = (span(say_progress(self._found), "muted"),)
        [line, *_] = spread(left, right, max(1, self.size.width - 3))
        self.query_one("#head", Static).update(show_line(line))

    def _say_mistake(self, text: str, mistake: Mistaken) -> None:
        line = self.query_line
        said = mistake_lines(text, mistake, int(line.scroll_offset.x), line.size.width - 2)
        self.query_one("#said", Static).update(show_line(said))
