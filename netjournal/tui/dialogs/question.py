"""The sheet for the one question after a log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model import Reflection, Scale
from netjournal.practice.answering import DIMENSION_NAMES, WISH_WORDS, WISHES, asks_why, say_scale, wish
from netjournal.practice.following_up import read_reply
from netjournal.settings import DEFAULTS, Scales
from netjournal.tui.dialogs.sheet import Sheet, keys_line
from netjournal.tui.text import show_line, span

_OTHERS = ("s", "l", "m")


class QuestionSheet(Sheet[str]):
    """Dismissed with the line that answers, or is a wish (`answering.WISHES`): empty means not now.

    None leaves the question for later. `earlier` is asked first, of the last time: y or n alone says so, and
    goes to `reply`. `counts` works out the lines on what the entry counts toward, which come when they are
    known.
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
        counts: Callable[[], Awaitable[Sequence[str]]] | None = None,
    ) -> None:
        super().__init__((span(f" {title} ", "accent"),), text, keep)
        self._earlier = earlier
        self._reply = reply
        self._question = question
        self._why = why
        self._rates = say_scale(scale, scales) if scale else ""
        self._counts = counts

    def above(self) -> Iterable[Widget]:
        """What one noted the last time, the theme and the question."""
        if self._reply is not None:
            keys = (span("   y", "strong"), span(" or ", "muted"), span("n", "strong"))
            earlier = show_line((span(self._earlier, "muted"), *keys))
            yield Static(earlier, id="earlier", classes="quiet")
        theme = span(f"{DIMENSION_NAMES[self._question.dimension]}   ", "accent")
        yield Static(show_line((theme, span(self._question.question, "strong"))), classes="quiet")

    def below(self) -> Iterable[Widget]:
        """Why this one, when asked, and the keys."""
        yield Static(id="why", classes="quiet")
        yield Static(id="counts", classes="quiet")
        yield Static(id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Say what the keys do."""
        super().on_mount()
        self._say_keys("")
        self.query_one("#why").display = False
        self.query_one("#counts").display = False
        if self._counts is not None:
            self.run_worker(self._tell_counts(self._counts))

    async def _tell_counts(self, counts: Callable[[], Awaitable[Sequence[str]]]) -> None:
        if lines := await counts():
            self.query_one("#counts").display = True
            self.say("counts", (span("\n".join(lines), "muted"),))

    def _say_keys(self, line: str) -> None:
        """What enter does with the line, and what else there is."""
        wanted = wish(line)
        if wanted is not None and not asks_why(line):
            self.say("keys", keys_line(("enter", WISH_WORDS[wanted])))
            return
        asked = () if self._question.status == "answered" else _OTHERS
        others = tuple((sign, WISH_WORDS[WISHES[sign]]) for sign in asked)
        pairs = (("enter", "keep, or not now"), ("?", WISH_WORDS["why"]), *others)
        self.say("keys", keys_line(*pairs, ("", self._rates)))

    @on(Input.Changed, "#line")
    def _changed(self, event: Input.Changed) -> None:
        self._say_keys(event.value)
        if asks_why(event.value):
            self.line.value = ""
            self.query_one("#why").display = True
            self.say("why", (span(self._why or "It was asked when you logged this.", "muted"),))

    @on(Input.Submitted, "#line")
    def _answered(self) -> None:
        said = read_reply(self.line.value)
        if said is None or self._reply is None:
            self.leave(self.line.value)
            return
        self._reply(said)
        self._reply = None
        self.line.value = ""
        self.say("earlier", (span("Noted.", "muted"),))
