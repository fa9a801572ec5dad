"""A form: labels at the left, what one knows at the right. Empty is fine."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus, Key
from textual.widgets import Input, Static, TextArea
from textual.widgets.input import Selection

from netjournal.errors import JournalError, Unclear
from netjournal.language.visible import visible
from netjournal.tui.dialogs.drafting import Drafting
from netjournal.tui.text import Span, fit, show_line, span
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.page_editor import PageEditor

_CANDIDATES = 3


class FormField(NamedTuple):
    """One line or block of a form: `text` is in it, `hint` stands in it while it is empty."""

    key: str
    label: str
    text: str
    hint: str
    multiline: bool


class Slip(NamedTuple):
    """A part of what was typed, from `start` to `end` in the field `key`, that cannot be understood."""

    key: str
    start: int
    end: int
    words: str


class FormDialog(Drafting[Mapping[str, str]]):
    """Dismissed with the texts by key once `check` takes them: it raises JournalError naming what is off, or
    gives the Slip at its place, which is shown there.

    `draft` is what was left in it the last time, `keep` gets what is in it now. `at` is the key of the field
    to begin at.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
    ]
    DEFAULT_CSS = """
    FormDialog {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 84;
            max-width: 100%;
            height: auto;
            max-height: 95%;
            background: $panel;
            border: round $primary 40%;
            border-title-color: $text-accent;
            padding: 0 1;
        }
        & VerticalScroll {
            height: auto;
            max-height: 100%;
            scrollbar-size-vertical: 1;
            scrollbar-background: $panel;
        }
        & Horizontal { height: auto; }
        & .label { width: 14; color: $text-muted; text-align: right; padding: 0 1 0 0; }
        & Input { width: 1fr; background: $panel; &:focus { background: $cursor-row; } }
        & TextArea {
            width: 1fr;
            height: auto;
            min-height: 1;
            max-height: 8;
            border: none;
            padding: 0 1;
            background: $panel;
            &:focus { border: none; background: $cursor-row; }
        }
        & .foot { dock: bottom; height: auto; padding: 0 1; color: $text-muted; }
    }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        *,
        check: Callable[[Mapping[str, str]], Slip | None],
        draft: str,
        keep: Callable[[str], None],
        at: str = "",
    ) -> None:
        super().__init__()
        self._at = at
        self._title = title
        self._fields = fields
        self._check = check
        self._draft = _read_draft(draft)
        self._keep = keep
        self._problem = self._hint = ""

    def compose(self) -> ComposeResult:
        """A row for each field, and the keys."""
        with Vertical() as frame:
            frame.border_title = show_line((span(self._title),))
            with VerticalScroll(can_focus=False):
                for field in self._fields:
                    with Horizontal():
                        yield Static(show_line((span(field.label, "muted"),)), classes="label")
                        yield self._editor(field)
            yield KeyLine(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Begin with the field that is meant, else with the first."""
        self._say()
        self._begin(self._at)

    def on_resize(self) -> None:
        """A hint that is too long for its field ends in a sign that it goes on."""
        self.call_after_refresh(self._fit_hints)

    def _fit_hints(self) -> None:
        for field in self._fields:
            editor = self.query_one(f"#{_editor_id(field.key)}")
            width = editor.content_size.width
            if isinstance(editor, LineEditor) and width:
                hint = "".join(part.text for part in fit((span(field.hint),), width))
                editor.placeholder = visible(hint.rstrip())

    @property
    def _is_one_line(self) -> bool:
        return len(self._fields) == 1 and not self._fields[0].multiline

    def _begin(self, at: str) -> None:
        begun = next((field for field in self._fields if field.key == at), self._fields[0])
        self.set_focus(self.query_one(f"#{_editor_id(begun.key)}"))

    def holds(self, event: Key) -> bool:
        """What ends or changes the whole form; in a form of one line enter ends it, as in any other line."""
        return event.key in ("ctrl+s", "ctrl+r") or (event.key == "enter" and self._is_one_line)

    def takes(self, event: Key) -> bool:
        """A key to another field: what is typed on at once is of that one. The whole form is saved, or begun
        anew, once all that was typed before is in it.
        """
        if self.holds(event):
            (self.focused or self).call_later(self._begin_anew if event.key == "ctrl+r" else self._save)
            return True
        in_a_line = isinstance(self.focused, LineEditor)
        if event.key == "shift+tab" or (event.key == "up" and in_a_line):
            self.focus_previous()
        elif event.key == "tab" or (event.key in ("enter", "down") and in_a_line):
            self.focus_next()
        else:
            return False
        return True

    def keep_draft(self) -> None:
        """Keep what differs from what was there before."""
        if self.is_mounted:
            texts = self._texts()
            new = {field.key: texts[field.key] for field in self._fields if texts[field.key] != field.text}
            self._keep(json.dumps(new) if new else "")

    def _save(self) -> None:
        """Leave with the texts, or go to what is off."""
        texts = self._texts()
        try:
            slip = self._check(texts)
        except JournalError as error:
            self._go_to_field(error.message.partition(":")[0])
            some = "; ".join(error.candidates[:_CANDIDATES]) if isinstance(error, Unclear) else ""
            self._say(" ".join(part for part in (error.message, some, error.hint) if part))
        else:
            if slip is None:
                self.leave(texts)
            else:
                self._show_slip(slip)
        if not self.has_left:
            self.post_message(self.Stayed())

    def _go_to_field(self, label: str) -> None:
        """To the field that a message begins with."""
        for field in self._fields:
            if field.label == label:
                self.set_focus(self.query_one(f"#{_editor_id(field.key)}"))

    def _show_slip(self, slip: Slip) -> None:
        """Go to what is off and mark it."""
        editor = self.query_one(f"#{_editor_id(slip.key)}", Input)
        self.set_focus(editor)
        editor.selection = Selection(slip.start, max(slip.end, slip.start + 1))
        self._say(slip.words)

    def _begin_anew(self) -> None:
        """Put back what was there before anything was typed, and begin with the first field."""
        for field in self._fields:
            text = visible(field.text, multiline=field.multiline)
            editor = self.query_one(f"#{_editor_id(field.key)}")
            if isinstance(editor, PageEditor):
                editor.text = text
            elif isinstance(editor, LineEditor):
                editor.value = text
        self._draft = {}
        self._say()
        self._begin("")
        self.post_message(self.Stayed())

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.keep_soon()

    @on(DescendantFocus)
    def _reached(self, event: DescendantFocus) -> None:
        """Say the whole of a hint that its field is too narrow for."""
        hints = {_editor_id(field.key): field.hint for field in self._fields}
        hint = visible(hints.get(event.widget.id or "", ""))
        is_cut = cell_len(hint) > event.widget.content_size.width > 0
        self._hint = hint.strip("()") if is_cut else ""
        self._say(self._problem)

    def _editor(self, field: FormField) -> LineEditor | PageEditor:
        text = visible(self._draft.get(field.key, field.text), multiline=field.multiline)
        if field.multiline:
            return PageEditor(
                text,
                id=_editor_id(field.key),
                compact=True,
                tab_behavior="focus",
                placeholder=visible(field.hint),
            )
        return LineEditor(
            text,
            id=_editor_id(field.key),
            compact=True,
            placeholder=visible(field.hint),
            select_on_focus=False,
        )

    def _texts(self) -> dict[str, str]:
        """What stands in each field; one not touched stays as it was, whatever could be shown of it."""
        texts: dict[str, str] = {}
        for field in self._fields:
            editor = self.query_one(f"#{_editor_id(field.key)}")
            text = (
                editor.text
                if isinstance(editor, PageEditor)
                else self.query_one(f"#{_editor_id(field.key)}", Input).value
            )
            shown = visible(field.text, multiline=field.multiline)
            texts[field.key] = field.text if text == shown else text
        return texts

    def _say(self, problem: str = "") -> None:
        self._problem = problem
        anew = [("ctrl+r", "begin anew: this is your draft")] if self._draft else []
        save = (("enter", "save"),) if self._is_one_line else (("ctrl+s", "save"), ("tab", "next"))
        line = keys_line(*save, ("esc", "keep as draft"), *anew)
        words = span(problem, "accent") if problem else span(self._hint, "muted")
        said = (words, Span("\n", "text")) if words.text else ()
        self.query_one("#foot", KeyLine).say((*said, *line))


def _read_draft(draft: str) -> Mapping[str, str]:
    """What was left in the fields, by key; nothing of a draft that was damaged."""
    with contextlib.suppress(ValueError, RecursionError):
        found = json.loads(draft) if draft else {}
        if isinstance(found, dict):
            return {key: text for key, text in found.items() if isinstance(text, str)}
    return {}


def _editor_id(key: str) -> str:
    return f"field-{key.replace('.', '-')}"
