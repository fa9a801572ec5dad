"""The sheet for the one question after a log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model import Reflection, Scale
from netjournal.practice.answering import (
    WISH_WORDS,
    WISHES,
    asks_why,
    rating_alone,
    say_scale,
    say_too_short,
    wish,
)
from netjournal.practice.following_up import read_reply
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.settings import DEFAULTS, Scales
from netjournal.tui.dialogs.sheet import Sheet
from netjournal.tui.text import Line, Span, show_line, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line

_OTHERS = ("s", "l", "m")
_NARROW, _LOW, _TIGHT = 60, 18, 15
_BREAK = Span("\n", "muted")
_LOG_KEY = "l"


class Typed(NamedTuple):
    """What was typed under a question; `is_new` if it is rather a line of its own to log."""

    line: str
    is_new: bool = False


class QuestionSheet(Sheet[Typed]):
    """Dismissed with the line that answers, or is a wish (`answering.WISHES`): empty means not now.

    None leaves the question for later. `earlier` is asked first, of the last time: y or n alone says so, and
    goes to `reply`. `told` stands above the question; `counts` works out the lines on what the entry counts
    toward, which come when they are known. A ``?`` says why at once, and an enter right after it leaves the
    question open.

    Whoever types on after a letter that was refused may take the question for closed. So what begins with the
    key that begins a line is kept as an answer only by a second enter; a tab makes a line of its own of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "log_it", "Log it as a line", show=False, priority=True)
    ]
    DEFAULT_CSS = """
    QuestionSheet {
        & #why { display: none; }
        & #told { margin: 0 0 1 0; }
        &.-why #why { display: block; }
    }
    QuestionSheet.-low {
        & > Vertical { max-height: 100%; padding: 0 1; }
        & #told { margin: 0; max-height: 1; }
        &.-why #earlier, &.-why #told { display: none; }
    }
    QuestionSheet.-tight.-why #question { display: none; }
    """

    def __init__(
        self,
        *,
        title: str,
        question: Reflection,
        why: str,
        scale: Scale | None,
        text: str,
        keep: Callable[[str], None],
        scales: Scales = DEFAULTS.scales,
        earlier: str = "",
        reply: Callable[[bool], None] | None = None,
        told: Sequence[str] = (),
        counts: Callable[[], Awaitable[Sequence[str]]] | None = None,
    ) -> None:
        super().__init__((span(f" {title} ", "accent"),), text, keep)
        self._earlier = earlier
        self._reply = reply
        self._question = question
        self._why = why
        self._scale = scale
        self._rates = say_scale(scale, scales) if scale else ""
        self._told = told
        self._counts = counts
        self._has_asked_why = self._was_refused = False
        self._asked_about = ""

    def above(self) -> Iterable[Widget]:
        """What one noted the last time, the theme and the question."""
        if self._reply is not None:
            keys = (span("   y", "strong"), span(" or ", "muted"), span("n", "strong"))
            earlier = (span(self._earlier, "muted"), *keys)
            yield Static(show_line(earlier), id="earlier", classes="quiet")
        if self._told:
            yield Static(show_line(_below_each_other(self._told)), id="told", classes="quiet")
        theme = span(f"{DIMENSION_NAMES[self._question.dimension]}   ", "accent")
        asked = (theme, span(self._question.question, "strong"))
        yield Static(show_line(asked), id="question", classes="quiet")

    def below(self) -> Iterable[Widget]:
        """Why this one, when asked, and the keys."""
        yield Static(id="why", classes="quiet")
        yield Static(id="counts", classes="quiet")
        yield KeyLine(id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Say what the keys do."""
        super().on_mount()
        self._say_keys("")
        self.query_one("#counts").display = False
        if self._counts is not None:
            self.run_worker(self._tell_counts(self._counts))

    async def _tell_counts(self, counts: Callable[[], Awaitable[Sequence[str]]]) -> None:
        if lines := await counts():
            self.query_one("#counts").display = True
            self.query_one("#counts", Static).update(show_line(_below_each_other(lines)))

    def on_resize(self) -> None:
        """Where there is little room ? alone tells of the other keys, if need be in place of the question."""
        self.set_class(self.app.size.height < _TIGHT, "-tight")
        self._say_keys(self.line.value)

    def _say_keys(self, line: str) -> None:
        """What enter does with the line, and what else there is."""
        wanted, said = wish(line), read_reply(line)
        if said is not None and self._reply is not None:
            self.say("keys", keys_line(("enter", "yes" if said else "no")))
        elif self._may_be_new:
            self.say("keys", keys_line(("enter", "the answer"), ("tab", "a line to log")))
        elif wanted is not None and not asks_why(line):
            self.say("keys", keys_line(("enter", WISH_WORDS[wanted])))
        elif self._is_small and not self.has_class("-why"):
            self.say("keys", keys_line(("enter", "keep, or not now"), ("?", "more")))
        else:
            asked = () if self._question.status == "answered" else _OTHERS
            others = tuple((sign, WISH_WORDS[WISHES[sign]]) for sign in asked)
            why = () if self._is_small else (("?", "why"),)
            enter = "go on" if self._has_asked_why and not line else "keep, or not now"
            self.say("keys", keys_line(("enter", enter), *why, *others), *self._rating())

    def _rating(self) -> tuple[Line, ...]:
        return ((_BREAK, span(self._rates, "muted")),) if self._rates else ()

    @property
    def _may_be_new(self) -> bool:
        """Whether it may be typed in the belief that the question is gone."""
        line = self.line.value
        return self._was_refused and line[:1] == _LOG_KEY and wish(line) is None

    def holds(self, event: Key) -> bool:
        """An enter, and a tab that makes a line of it."""
        return super().holds(event) or (event.key == "tab" and self._may_be_new)

    def action_log_it(self) -> None:
        """Make a line of what was begun with the key for one."""
        if self._may_be_new:
            self.leave(Typed(self.line.value.removeprefix(_LOG_KEY), is_new=True))

    @property
    def _is_small(self) -> bool:
        width, height = self.app.size
        return width < _NARROW or height < _LOW

    @on(Input.Changed, "#line")
    def _changed(self, event: Input.Changed) -> None:
        if asks_why(event.value):
            self._has_asked_why = True
            self.add_class("-why")
            self.line.value = ""
            self.say("why", (span(self._why or "It was asked when you logged this.", "muted"),))
        elif event.value:
            self._has_asked_why = False
            self.set_class(self.has_class("-why") and not self._is_small, "-why")
        self._say_keys(self.line.value)

    @on(Input.Submitted, "#line")
    def _answered(self) -> None:
        if self._has_asked_why and not self.line.value:  # the enter that goes with the ? of a shell
            self._has_asked_why = False
            self._say_keys("")
            return
        said = read_reply(self.line.value)
        if said is None or self._reply is None:
            line = rating_alone(self.line.value, self._scale)
            if too_short := say_too_short(line):
                self.say("keys", (span(too_short, "accent"),))
                self.line.offer_anew()
                self._was_refused = True
            elif self._may_be_new and self._asked_about != line:
                self._asked_about = line
                asked = span("Is it the answer, or a new line?   ", "accent")
                self.say("keys", (asked,), keys_line(("enter", "the answer"), ("tab", "a line to log")))
            else:
                self.leave(Typed(line))
            return
        self._reply(said)
        self._reply = None
        self.line.value = ""
        self.say("earlier", (span("Noted.", "muted"),))


def _below_each_other(lines: Sequence[str]) -> Line:
    return tuple(part for line in lines for part in (_BREAK, span(line, "muted")))[1:]
