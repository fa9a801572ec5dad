"""The small goals, floating: each with its word below where it leads, and what counts toward one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key

from netjournal.language.days.words import say_near
from netjournal.model import Destination
from netjournal.practice.goals import Progress
from netjournal.tui.dialogs.floating import Floating, Frame, Keys
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.dialogs.taking import TakesKeys
from netjournal.tui.text import Line, Span, Style, paragraph, span, wrap
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

What = Literal["entries", "new", "extend", "shrink", "let_go", "destination", "go", "exclude", "filter"]


class Wish(NamedTuple):
    """What is wanted, of the goal or the entry with this id; empty where it is of none."""

    what: What
    id: str = ""


class _Listing(TakesKeys, Floating[Wish | None]):
    """A list with keys of its own; dismissed with what is wanted of the row under the cursor."""

    def __init__(self, title: str, said: str, rows: Sequence[Row], at: str, keys: Keys) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._said = said
        self._rows = rows
        self._at = at
        self._has_left = False

    def compose(self) -> ComposeResult:
        """The list, which begins with what is said of it, and the keys."""
        with Frame(self._title, *self._keys):
            yield Rows(id="listed")

    def on_mount(self) -> None:
        """List the rows; the cursor is where it was."""
        rows = self.query_one(Rows)
        said: list[Row] = [Said("said", self._said, heading=True)] if self._said else []
        rows.set_rows([*said, *self._rows])
        if self._at:
            self.call_after_refresh(rows.go_to, self._at)
        self.set_focus(rows)

    def holds(self, event: Key) -> bool:
        """What is typed on after a wish is of what comes of it."""
        what = self.ON_ENTER if event.key == "enter" else self.WANTS.get(event.key)
        return what is not None and self._wish(what) is not None

    def takes(self, event: Key) -> bool:
        """The key of a wish."""
        what = self.WANTS.get(event.key)
        if what is not None:
            self._leave_with(what)
        return what is not None

    def _wish(self, what: What) -> Wish | None:
        """A wish about the row under the cursor, if there is one to have it about."""
        key = self.query_one(Rows).key or ""
        return Wish(what, key) if key or what in ("new", "destination", "filter") else None

    def _leave_with(self, what: What) -> None:
        if (wish := self._wish(what)) is not None:
            self._leave(wish)

    def action_leave(self) -> None:
        """Step out."""
        self._leave(None)

    def on_rows_chosen(self) -> None:
        """Enter on a row, or two clicks."""
        self._leave_with(self.ON_ENTER)

    ON_ENTER: ClassVar[What]
    WANTS: ClassVar[Mapping[str, What]]

    def _leave(self, result: Wish | None) -> None:
        """End once; a second key has nothing to end."""
        if not self._has_left and self.is_current:
            self._has_left = True
            self.dismiss(result)


class GoalsDialog(Panel, _Listing):
    """All goals; `at` is the id of the one to begin at."""

    ON_ENTER = "entries"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,G,q", "leave", "Back", show=False),
    ]
    WANTS: ClassVar[Mapping[str, What]] = {
        "n": "new",
        "e": "extend",
        "s": "shrink",
        "l": "let_go",
        "d": "destination",
    }

    def __init__(self, found: Sequence[Progress], destinations: Sequence[Destination], at: str) -> None:
        nothing = "" if found or destinations else "None yet. n sets a small one: it counts itself."
        of_one = (("e", "extend"), ("s", "shrink"), ("l", "let go")) if found else ()
        see = (("enter", "see"),) if found else ()
        keys = (*see, ("n", "new"), *of_one, ("d", "where to"), ("esc", "back"))
        super().__init__("Small goals", nothing, list(_rows(found, destinations)), at, keys)


class GoalEntriesDialog(_Listing):
    """What counts toward a goal, as `rows`, and what of it was left out by hand."""

    ON_ENTER = "go"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", show=False),
    ]
    WANTS: ClassVar[Mapping[str, What]] = {"x": "exclude", "f": "filter"}

    def __init__(self, title: str, said: str, rows: Sequence[Row], at: str) -> None:
        of_one = (("enter", "go there"), ("x", "leave out, or count")) if rows else ()
        super().__init__(title, said, rows, at, (*of_one, ("f", "Timeline"), ("esc", "back")))


class Said(Row):
    """Words over as many lines as they take, and an empty one."""

    def __init__(self, key: str, words: str, *, heading: bool = False, style: Style | None = None) -> None:
        super().__init__(key, heading=heading)
        self._words = words
        self._style: Style = style or ("muted" if heading else "text")

    def lines(self, width: int) -> Sequence[Line]:
        """The words, those of a heading muted unless they have a style of their own."""
        return [*wrap((span(self._words, self._style),), width), ()]


class GoalRow(Row):
    """A goal in its own words, where it stands below them, and what one planned to do."""

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress.goal.id)
        self._progress = progress

    def lines(self, width: int) -> Sequence[Line]:
        """Words, standing, plan, and an empty line."""
        goal, today = self._progress.goal, self._progress.today
        is_over = today > goal.by or goal.let_go is not None
        until = "" if is_over else f" · until {say_near(goal.by, today)}"
        style: Style = "muted" if goal.let_go is not None else "strong"
        return [
            *paragraph(goal.text, width, style=style),
            *wrap((span(f"{self._progress.words}{until}", "muted"),), width, indent=2),
            *(paragraph(goal.plan, width, indent=2) if goal.plan else ()),
            (),
        ]


def _rows(found: Sequence[Progress], destinations: Sequence[Destination]) -> Iterator[Row]:
    """Those that lead nowhere in particular first, the others below their destination, then those past."""
    known = {one.id for one in destinations}
    here = [one for one in found if one.is_in_view]
    yield from (GoalRow(one) for one in here if one.goal.destination not in known)
    for destination in destinations:
        yield Said(f"to {destination.id}", destination.text, style="accent", heading=True)
        yield from (GoalRow(one) for one in here if one.goal.destination == destination.id)
    past = [one for one in found if not one.is_in_view]
    if past:
        yield Written("past", [(Span("Let go, or over", "muted"),), ()])
        yield from (GoalRow(one) for one in past)
