"""The sheet for one line about what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.errors import JournalError
from netjournal.language.capture import Capture, Newcomer, check, complete, insertion
from netjournal.language.days.dates import Moment, say_moment
from netjournal.language.entry_words import CHANNEL_WORDS, say_promise
from netjournal.language.folding import fold
from netjournal.language.kept_back import say_not_kept_back
from netjournal.language.names.half_named import Doubt
from netjournal.language.templates import begin, names_beginning
from netjournal.language.tokens import QUOTES
from netjournal.language.visible import visible
from netjournal.tui.dialogs.sheet import Sheet
from netjournal.tui.text import Line, Span, fit, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_NO_TEMPLATES: Mapping[str, str] = {}
_WITH_SOMEBODY = "yesterday: coffee at the harbour, she is looking for a sailmaker #boats"
_AT_EVENT = "Ines, boat builder; card; > send her the keel plan by friday"
_EXAMPLE = "yesterday: coffee with @Ana, she is looking for a sailmaker #boats"


class Suggestion(NamedTuple):
    """A name or tag that fits what is being typed, and a few words on it."""

    text: str
    about: str


class LogSheet(Sheet[Capture]):
    """As one types it says what it understood; dismissed with the line as it was understood.

    `understand` reads a line, with the people chosen where a name fits several; `suggest` gives what
    begins like the word being typed after ``@`` (``person``) or ``#`` (``tag``); `doubt` finds the name in
    what was understood that is nobody's. `company` is the name of whom it is about,
    whatever it says, `event` that of where one is, `templates` lines to begin with by the word that stands
    for them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("tab", "accept", "Take the suggestion, or the name meant", show=False, priority=True),
    ]

    def __init__(
        self,
        *,
        text: str,
        now: dt.datetime,
        understand: Callable[[str, Mapping[int, str]], Capture],
        suggest: Callable[[str, str], Sequence[Suggestion]],
        keep: Callable[[str], None],
        doubt: Callable[[Capture], Doubt | None] = lambda _: None,
        company: str = "",
        event: str = "",
        templates: Mapping[str, str] = _NO_TEMPLATES,
    ) -> None:
        about = (Span("with ", "muted"), span(f"{company} ", "strong")) if company else ()
        where = (Span("at ", "muted"), span(f"{event} ", "strong")) if event else ()
        super().__init__((Span(" log ", "accent"), *about, *where), text, keep)
        self._now = now
        self._understand = understand
        self._suggest = suggest
        self._doubt = doubt
        self._slip: Doubt | None = None
        self._example = _AT_EVENT if event else _WITH_SOMEBODY if company else _EXAMPLE
        self._templates = templates
        self._chosen: dict[int, str] = {}
        self._asking_who = False
        self._with_name = ""
        self._company = company
        self._is_at_event = bool(event)

    def below(self) -> Iterable[Widget]:
        """Suggestions, what was understood, and the keys."""
        yield Rows(id="suggestions", single_lines=True)
        yield Static(id="understood", classes="quiet")
        yield KeyLine(id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Show an example while the line is empty."""
        super().on_mount()
        self.line.placeholder = visible(self._example)
        self.suggestions.can_focus = False
        self._show()

    @property
    def suggestions(self) -> Rows:
        """What one can take."""
        return self.query_one("#suggestions", Rows)

    def action_move(self, step: int) -> None:
        """Go through the suggestions."""
        if self.suggestions.has_class("-shown"):
            self.suggestions.action_move(step)

    def action_accept(self) -> None:
        """Put the suggestion under the cursor into the line, or choose the person it stands for; where
        nothing is suggested, put the name that was perhaps meant, or an ``@``, in place of nobody's.
        """
        key = self.suggestions.key if self.suggestions.has_class("-shown") else None
        if key is None:
            self._mend()
            return
        if self._asking_who:
            start, _, id = key.partition(" ")
            self._chosen[int(start)] = id
            self._asking_who = False
            self._suggest_rows(())
            self._finish()
            return
        if key in names_beginning(self.line.value, self.line.cursor_position, self._templates):
            begun = begin(key, self._templates)
            self.line.value = begun.line
            self.line.cursor_position = begun.cursor
            return
        found = complete(self.line.value, self.line.cursor_position)
        if found is not None:
            before, after = self.line.value[: found.start], self.line.value[found.end :]
            put = insertion(found.kind, key)
            self.line.value = before + put + after.removeprefix(" ")
            self.line.cursor_position = len(before + put)

    def action_step_out(self) -> None:
        """One step: first out of the choice between people, then out of the sheet."""
        if self._asking_who:
            self._asking_who = False
            self._show()
        else:
            super().action_step_out()

    @on(Input.Changed, "#line")
    def _changed(self) -> None:
        self._chosen = {}
        self._asking_who = False
        self._show()

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        if self._asking_who:
            self.action_accept()
        elif self._takes_a_name():
            self.action_accept()
            self._with_name = self.line.value
        else:
            self._finish()

    def _takes_a_name(self) -> bool:
        """Whether enter takes a suggestion first: what is typed after the ``@`` would be somebody new."""
        found = complete(self.line.value, self.line.cursor_position)
        if found is None or found.kind != "person" or not self.suggestions.has_class("-shown"):
            return False
        is_quoted = self.line.value[found.start + 1] in QUOTES
        return is_quoted or fold(found.prefix) in map(fold, self._newcomers())

    def _newcomers(self) -> Sequence[str]:
        try:
            capture = self._understand(self.line.value, self._chosen)
        except JournalError:
            return ()
        return [person.name for person in (*capture.who, *capture.absent) if isinstance(person, Newcomer)]

    def _finish(self) -> None:
        """Leave with the line, or ask about the first name that fits several people."""
        try:
            capture = self._understand(self.line.value, self._chosen)
            check(capture, self._now.date())
        except JournalError as error:
            self.say("understood", (span(f"{error.message} {error.hint}", "accent"),))
            return
        if not capture.unclear:
            self.leave(capture)
            return
        mention = capture.unclear[0]
        self._asking_who = True
        known = [(person.id, person.name, _known(person.count)) for person in mention.candidates]
        known += [("", mention.written, "someone new")] if mention.is_stranger else []
        rows = [
            Written(f"{mention.start} {id}", [_row(name, about, 60)], heading=False)
            for id, name, about in known
        ]
        self._suggest_rows(rows)
        self.say("understood", (span(f"Which {mention.written} do you mean?", "accent"),))
        self.say("keys", keys_line(("↑ ↓", "choose"), ("enter", "this one"), ("esc", "back to the line")))

    def _show(self) -> None:
        """What was understood so far, and what fits the word being typed."""
        found = complete(self.line.value, self.line.cursor_position)
        names = names_beginning(self.line.value, self.line.cursor_position, self._templates)
        rows: list[Row] = [
            Written(name, [_row(name, self._templates[name], 60)], heading=False) for name in names
        ]
        if found is not None and found.prefix:
            suggestions = self._suggest(found.kind, found.prefix)
            rows = [
                Written(item.text, [_row(item.text, item.about, 60)], heading=False) for item in suggestions
            ]
        self._suggest_rows(rows)
        self.say("understood", self._understood())
        mend = (("tab", f"write {self._slip.instead}"),) if self._slip is not None else ()
        take = (("tab", "take"),) if rows else mend
        keys = (("enter", "take the name"),) if self._takes_a_name() else (("enter", "save"), *take)
        taken = (span("Not saved yet.   ", "accent"),) if self.line.value == self._with_name != "" else ()
        self.say("keys", taken, keys_line(*keys, ("esc", "keep as draft")))

    def _suggest_rows(self, rows: Sequence[Row]) -> None:
        self.suggestions.set_class(bool(rows), "-shown")
        self.suggestions.set_rows(rows, top=True)

    def _mend(self) -> None:
        """Write the name that was perhaps meant; the cursor stays where it is in the rest."""
        place = self._slip.place_in(self.line.value) if self._slip is not None else None
        if self._slip is None or place is None:
            return
        (start, end), cursor, put = place, self.line.cursor_position, self._slip.instead
        self.line.value = self.line.value[:start] + put + self.line.value[end:]
        self.line.cursor_position = (
            cursor if cursor <= start else max(cursor - (end - start), start) + len(put)
        )

    def _doubted(self, capture: Capture) -> Doubt | None:
        """The name that is nobody's, unless it is only being typed: Kenj, of Kenji."""
        slip = self._doubt(capture)
        place = slip.place_in(self.line.value) if slip is not None else None
        if slip is None or place is None:
            return None
        is_typed = self.line.cursor_position == place[1]
        return None if is_typed and fold(slip.instead).lstrip('@"').startswith(fold(slip.written)) else slip

    def _understood(self) -> Line:
        self._slip = None
        if not self.line.value.strip():
            return (span("Tell it the way you would tell a friend.", "faint"),)
        try:
            capture = self._understand(self.line.value, self._chosen)
        except JournalError as error:
            return (span(f"{error.message} {error.hint}", "accent"),)
        self._slip = self._doubted(capture)
        asked = (Span(" · ", "faint"), span(self._slip.said, "accent")) if self._slip is not None else ()
        said = filter(None, (self._say_without(capture), say_not_kept_back(capture.text)))
        plain = [part for one in said for part in (Span(" · ", "faint"), span(one, "accent"))]
        return (*understood(capture, self._now), *asked, *plain)

    def _say_without(self, capture: Capture) -> str:
        """That the line is of others than of whose page one came from, or of nobody met at the event."""
        if self._is_at_event and not (capture.who or capture.absent or capture.unclear):
            return "begin with a name, or write @name, to keep whom it is of"
        is_theirs = not self._company or self._company in (person.name for person in capture.who)
        return "" if is_theirs or not capture.who else f"not with {self._company}, unless you name them"


def understood(capture: Capture, now: dt.datetime) -> Line:
    """What a line was understood as, from its date with the weekday to what was promised."""
    unclear = {mention.written for mention in capture.unclear}
    moment = Moment(capture.date, capture.at, capture.zone, capture.part)
    parts: list[Line] = [(span(say_moment(moment, now), "strong"),)]
    by = {name: f", met through {known.name}" for name, known in capture.through}
    for person in capture.who:
        new = span(f" is new{by.get(person.name, '')}", "accent") if isinstance(person, Newcomer) else None
        parts.append((span(person.name, "strong"), *filter(None, (new,))))
    away = Span(" is new, and was not met", "accent")
    parts += [(span(person.name, "strong"), away) for person in capture.absent]
    parts += [(span(f"which {written}?", "accent"),) for written in sorted(unclear)]
    parts += [(Span("with nobody", "muted"),)] if len(parts) == 1 else []
    said = [CHANNEL_WORDS[capture.channel]] if capture.channel else []
    said += [f"at {capture.place}"] if capture.place else []
    said += [f"#{tag}" for tag in capture.tags]
    said += [f"gave {text}" for text in capture.gave] + [f"got {text}" for text in capture.got]
    said += [
        f"{'you' if promise.by == 'me' else 'they'} promised {say_promise(promise, now.date())}"
        for promise in capture.promises
    ]
    said += [
        f"{name} {value}/5" for name, value in (("mood", capture.mood), ("energy", capture.energy)) if value
    ]
    parts += [(span(text, "muted"),) for text in said]
    dot = Span(" · ", "faint")
    return tuple(part for number, line in enumerate(parts) for part in ((dot, *line) if number else line))


def _row(name: str, about: str, width: int) -> Line:
    return (*fit((span(name),), min(30, width // 2)), span(f"  {about}", "muted"))


def _known(count: int) -> str:
    return "not met yet" if count == 0 else "met once" if count == 1 else f"met {count} times"
