"""A short list of things to decide, each with a key of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Static

from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.dialogs.taking import TakesKeys
from netjournal.tui.text import Line, Span, fit, show_line, span, width_of, wrap
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_LABEL, _KEY, _WORDS, _GAP = 14, 3, 22, 2
_NARROW = 50
_MOVES = ("enter", "escape", "up", "down", "j", "k", "home", "end", "pageup", "pagedown", "tab", "shift+tab")


class Choice(NamedTuple):
    """Something one can choose: `key` is a letter or digit, if any, `aside` says what comes of it; `here`
    says that it is so already, in a word before that, and is empty where it is not.

    Those with the same `group` stand together under its name.
    """

    id: str
    group: str
    key: str
    words: str
    aside: str = ""
    here: str = ""


class ChoicesDialog(TakesKeys, Floating[str | None]):
    """Dismissed with the id of what was chosen, by its key or with enter; None when one steps out.

    Where one is rather about to write, no choice has a key, and whoever types on is `typing` what that id
    stands for: a line begun a key too early does nothing but begin. Where it came `unasked`, as nobody called
    for it, any key but a letter means what it means without it, and so does the letter that `begins` a line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", show=False)]
    DEFAULT_CSS = """
    ChoicesDialog { & > Frame { width: 68; } & #standing { height: auto; padding: 0 2 1 2; } }
    ChoicesDialog.-low #standing { padding: 0 2; }
    """

    def __init__(
        self,
        title: str,
        standing: str,
        choices: Sequence[Choice],
        *,
        typing: str = "",
        unasked: bool = False,
        begins: str = "",
    ) -> None:
        super().__init__()
        self._is_unasked = unasked
        self._typing = typing
        self._begins = begins
        self._title = title
        self._standing = standing
        self._choices = choices
        self._has_left = False

    def compose(self) -> ComposeResult:
        """How it stands, and the list."""
        has_keys = any(choice.key for choice in self._choices)
        choose = ("enter", "or its key") if has_keys else ("↑ ↓ enter", "choose")
        typing = (("letters", "write"),) if self._typing else ()
        with Frame(self._title, choose, *typing, ("esc", "back")):
            if self._standing:
                yield Static(show_line((span(self._standing, "muted"),)), id="standing")
            yield Rows(id="choices")

    def on_mount(self) -> None:
        """List the choices; the cursor begins on what is so now."""
        here = next((choice.id for choice in reversed(self._choices) if choice.here), None)
        rows = self.query_one(Rows)
        rows.set_rows(list(_rows(self._choices)))
        if here is not None:
            rows.go_to(here)
        self.set_focus(rows)

    def passes(self, event: Key) -> bool:
        """What is typed where one is to write; where it came unasked, what does not move here."""
        is_typed = bool(self._typing) and event.is_printable
        return is_typed or (self._is_unasked and event.key not in _MOVES)

    def give_way(self, event: Key) -> None:
        """Go on to what is typed, or to what the key means."""
        letter = event.character or ""
        is_key = self._is_unasked and (letter == self._begins or not letter.isalpha())
        self._leave(None if is_key else self._typing)

    def holds(self, event: Key) -> bool:
        """What is typed on after a choice is of what comes of it."""
        return self._chosen_by(event) is not None or event.key == "enter"

    def takes(self, event: Key) -> bool:
        """A choice's own key chooses it."""
        choice = self._chosen_by(event)
        if choice is not None:
            self._leave(choice.id)
        return choice is not None

    def _chosen_by(self, event: Key) -> Choice | None:
        return next((choice for choice in self._choices if event.character == choice.key), None)

    def action_leave(self) -> None:
        """Step out; nothing was chosen."""
        self._leave(None)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._leave(event.key)

    def _leave(self, result: str | None) -> None:
        """End once; a second key has nothing to end."""
        if not self._has_left and self.is_current:
            self._has_left = True
            self.dismiss(result)


class ChoiceRow(Row):
    """The name of the group beside its first choice, then the key, the words and what comes of it.

    `columns` are the cells that the keys of all choices take, the words at least, and at most what comes of
    them.
    """

    def __init__(self, choice: Choice, label: str, columns: tuple[int, int, int]) -> None:
        super().__init__(choice.id)
        self._choice = choice
        self._label = label
        self._columns = columns

    def lines(self, width: int) -> Sequence[Line]:
        """In columns, without the name of the group where it is narrow; what comes of it stands below where
        there is no room beside.
        """
        choice = self._choice
        keys, least, widest = self._columns
        start: Line = (span(f"{choice.key:<{keys}}", "strong"),)
        if width >= _NARROW:
            label = fit((span(self._label, "muted"),), _LABEL - _GAP)
            start = (*label, Span(" " * _GAP, "text"), *start)
        words = span(choice.words, "accent" if choice.here else "text")
        aside = span(_aside(choice), "accent" if choice.here else "muted")
        room = max(1, width - width_of(start))
        column = _WORDS if _WORDS + widest <= room else least
        if aside.text and width_of((words,)) + _GAP <= column <= room - width_of((aside,)):
            return [(*start, *fit((words,), column), aside)]
        margin = Span(" " * width_of(start), "text")
        below = wrap((aside,), room) if aside.text else []
        first, *rest = [*wrap((words,), room), *below]
        return [(*start, *first), *((margin, *line) for line in rest)]


def _aside(choice: Choice) -> str:
    return ": ".join(part for part in (choice.here, choice.aside) if part)


def _columns(choices: Sequence[Choice]) -> tuple[int, int, int]:
    """Of words that are longer than most what comes of them stands below, and they widen no column."""
    words = [width_of((span(choice.words),)) + _GAP for choice in choices if _aside(choice)]
    beside = [width_of((span(_aside(choice)),)) for choice in choices]
    keys = _KEY if any(choice.key for choice in choices) else 0
    return keys, max((cells for cells in words if cells <= _WORDS), default=_WORDS), max(beside, default=0)


def _rows(choices: Sequence[Choice]) -> Iterator[Row]:
    columns = _columns(choices)
    for group, members in groupby(choices, lambda choice: choice.group):
        for number, choice in enumerate(members):
            if number == 0 and choice is not choices[0]:
                yield Written(f"above {group}", [(Span("", "text"),)])
            yield ChoiceRow(choice, group if number == 0 else "", columns)
