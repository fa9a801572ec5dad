"""Looking back on a week or a month: its page, then one question after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model import Interaction
from netjournal.practice.answering import asks_why
from netjournal.practice.month_material import Material
from netjournal.practice.quoting import MOST_QUOTES, quotable
from netjournal.practice.review_steps import ENERGY_WORDS, Step, is_misread
from netjournal.practice.reviews import beside, days_of
from netjournal.tui.answering import Answering
from netjournal.tui.commands import Command, bindings
from netjournal.tui.month import page_rows, quoted_entry
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import show_line, span
from netjournal.tui.widgets.bars import KeyBar, TopBar
from netjournal.tui.widgets.editors import AnswerLine, LineEditor
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.rows import Rows

_KEEP_AFTER = 0.5


class ReviewScreen(JournalScreen):
    """Enter goes from the page through the steps, esc leaves at any of them; what is typed stays a draft.

    `period` is a week (2026-W47) or a month (2026-11); `steps_of` gives what is asked in one.
    """

    WHERE = "review"
    AUTO_FOCUS = "#review-page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("review"),
        Binding("ctrl+q", "app.quit", "Leave", show=False),
    ]
    DEFAULT_CSS = """
    ReviewScreen {
        & #review { height: 1fr; width: 100%; max-width: 84; padding: 0 2; }
        & #step { height: auto; display: none; padding: 0 0 1 0; }
        & #step Static { height: auto; }
        & #about { text-wrap: nowrap; text-overflow: ellipsis; }
        & #step Input { margin: 1 0; }
        & #review-page { height: 1fr; }
        &.-asking #step { display: block; }
    }
    ReviewScreen.-low {
        & #step Input { margin: 0; }
        &.-asking #review-page { display: none; }
    }
    """

    def __init__(self, period: str, steps_of: Callable[[str], tuple[Step, ...]]) -> None:
        super().__init__()
        self._period = period
        self._steps_of = steps_of
        self._steps = steps_of(period)
        self._at = -1
        self._answering: Answering | None = None
        self._shows_all = False
        self._entries: tuple[Interaction, ...] = ()
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """It is a part of the Timeline."""
        yield TopBar("timeline")
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The question if one is asked, and the page under it."""
        with Vertical(id="review"):
            with Vertical(id="step"):
                yield Static(id="about")
                yield Static(id="asked")
                yield AnswerLine(self._answer, id="line")
                yield KeyLine(id="said")
            yield Rows(id="review-page")

    @property
    def _is_week(self) -> bool:
        return "W" in self._period

    @property
    def page(self) -> Rows:
        """The page of the week or the month."""
        return self.query_one("#review-page", Rows)

    @property
    def line(self) -> LineEditor:
        """Where one answers."""
        return self.query_one("#line", LineEditor)

    @property
    def step(self) -> Step | None:
        """What is asked now."""
        return self._steps[self._at] if 0 <= self._at < len(self._steps) else None

    def take_in(self) -> None:
        """Read the page."""
        host, today = self.host, self.host.today
        pages = self.journal.pages(host.settings, today)
        page = pages.week(self._period) if self._is_week else pages.month(self._period)
        self._entries = () if self._is_week else self.journal.month(self._period)
        quotes = page.quotes
        if self._shows_all:
            awake = {one.id: one for one in host.snapshot.people if not one.rest}
            unquoted = self.journal.naming_gone(self._entries)
            quotes = quotable(Material(entries=self._entries, awake=awake, unquoted=unquoted))
        self.page.set_rows(list(page_rows(page, quotes, self._picked(), today)))

    def dress(self) -> None:
        """While one types, only what the keys then do."""
        super().dress()
        if self.step is not None:
            self.query_one(KeyBar).commands = ()

    def key_bar_commands(self) -> Iterable[Command]:
        """A week has no words to pick, and where nothing is asked enter only leaves."""
        for command in super().key_bar_commands():
            if command.id == "go-on" and not self._steps:
                continue
            is_picking = command.id in ("pick", "all-words")
            if command.id == "help" or (command.where == "review" and not (is_picking and self._is_week)):
                yield command

    def entry_here(self) -> Interaction | None:
        """None: what one does to an entry is done on the Timeline."""
        return None

    async def put_away(self) -> None:
        """Whoever goes elsewhere comes back to the Timeline."""
        self._leave()

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        step = self.step
        if step is not None and self.is_mounted:
            self.host.keep_draft(step.draft(self._period), self.line.value)

    def action_step_out(self) -> None:
        """Leave; what was kept stays, what is typed is a draft."""
        self._leave()

    def action_go_on(self) -> None:
        """On to the next question; after the last, back to where one came from."""
        if self.step is None:
            self._show(self._at + 1)

    def action_turn(self, by: int) -> None:
        """To the week or month before or after this one, from the first of the journal to the running one."""
        today = self.host.today
        earliest = self.journal.oldest_day() or today
        period = beside(self._period, by)
        first, last = days_of(period)
        if self.step is None and last >= earliest and first <= today:
            self._period, self._steps = period, self._steps_of(period)
            self._shows_all = False
            self.take_in()
            self.dress()

    def action_all_words(self) -> None:
        """Show all one's own words of the month, or only those that the page begins with."""
        if not self._is_week:
            self._shows_all = not self._shows_all
            self.take_in()

    def action_pick(self) -> None:
        """Let the month begin with the words under the cursor, or not again; three at most."""
        id = quoted_entry(self.page.key)
        entry = next((one for one in self._entries if one.id == id), None)
        if entry is None:
            return
        if entry.reflection is None or not entry.reflection.answer:
            self.host.tell("That line speaks where you answered little. What you answer can be picked.")
            return
        if not entry.reflection.quoted and len(self._picked()) >= MOST_QUOTES:
            self.host.tell("Three are picked already. space on one of them lets it go.")
            return
        self.run_worker(self._pick(entry))

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_go_on()

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        if self.step is not None and asks_why(self.line.value):
            self.line.value = ""
            self._say(self.step.why)
        elif self._keeping is None:
            self._keeping = self.set_timer(_KEEP_AFTER, self._kept)

    def _answer(self, line: str) -> None:
        step = self.step
        if step is None:
            return
        if is_misread(step, line):
            self._say(step.expects(line))
            self.line.offer_anew()
            return
        self.keep_draft()
        if self._answering is None:
            self._answering = Answering(self.host, self._period, self._go_back)
        self._answering.take(self._at, step, line)
        self._show(self._at + 1)

    def _go_back(self, at: int) -> None:
        """To a question whose answer could not be written."""
        if self.is_current:
            self.keep_draft()
            self._show(at)

    async def _pick(self, entry: Interaction) -> None:
        asked = entry.reflection
        assert asked is not None
        reflection = replace(asked, quoted=not asked.quoted)
        after = replace(entry, reflection=reflection)
        await self.host.attempt(lambda: self.journal.change(entry, after, now=self.host.clock()))

    def _picked(self) -> set[str]:
        return {one.id for one in self._entries if one.reflection is not None and one.reflection.quoted}

    def _show(self, at: int) -> None:
        """Ask the question `at`, or leave after the last."""
        self._at = at
        step = self.step
        self.set_class(step is not None, "-asking")
        if step is None:
            self._leave()
            if self._answering is not None:
                self._answering.end()
            return
        self.page.can_focus = False
        own = sum(one.kind == "question" for one in self._steps)
        about = span(step.heading, "muted") if step.heading else span(f"{at + 1} of {own}", "faint")
        self.query_one("#about", Static).update(show_line((about,)))
        self.query_one("#asked", Static).update(show_line((span(step.text, "strong"),)))
        with self.prevent(Input.Changed):
            self.line.value = self.host.draft(step.draft(self._period))
        self.line.cursor_position = len(self.line.value)
        self.line.placeholder = ENERGY_WORDS if step.kind == "energy" else ""
        self._say("")
        self.set_focus(self.line)
        self.dress()

    def _say(self, words: str) -> None:
        keys = keys_line(("enter", "keep, or not now"), ("?", "why this one"), ("esc", "leave, it stays"))
        line = (span(words, "muted"),) if words else keys
        self.query_one("#said", KeyLine).say(line)

    def _kept(self) -> None:
        self._keeping = None
        self.keep_draft()

    def _leave(self) -> None:
        if self.is_current:
            self.keep_draft()
            self._at = len(self._steps)
            self.dismiss(None)
