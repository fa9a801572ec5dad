"""What the screens stand on: the journal, its one writer, the clock, and a way to say something."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from textual.screen import ModalScreen
from textual.signal import Signal
from textual.timer import Timer

from netjournal.errors import JournalError
from netjournal.language.filters.people import PeopleOf
from netjournal.language.finding.lookup import Lookup
from netjournal.model import Contact, Interaction
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.own import Own
from netjournal.store.own_history import OwnHistory
from netjournal.store.veiling import Veiled
from netjournal.tui.collecting import collect_at_rest
from netjournal.tui.dialogs.drafting import Drafting
from netjournal.tui.everyone import Everyone
from netjournal.tui.keys_ahead import KeysAhead
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.one_frame import OneFrame
from netjournal.tui.telling import Telling
from netjournal.tui.theme import theme_name

if TYPE_CHECKING:
    from netjournal.practice.prompt_library import Library
    from netjournal.practice.prompts import Prompt

R = TypeVar("R")
T = TypeVar("T")

_REST = 1.0
"""Seconds after a change from which on nobody waits for what it leads to."""


class Searched(NamedTuple):
    """What one last searched for, and the key of the row one went to."""

    text: str = ""
    key: str = ""


class Host(Telling):
    """An app on an open journal; `clock` says what time it is.

    `snapshot`, `lookup`, `everyone` and `tags` (the most used first) are the journal as it stood when it last
    changed; `changed` tells of that. What was `searched` for is there again the next time.
    """

    def __init__(self, journal: Journal, settings: Settings, clock: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self.journal = journal
        state = journal.places.state
        self.own = Own(journal.places.config, lambda: OwnHistory(state, lambda: journal.newest_change))
        self.settings = settings
        self.clock = clock
        self._take_snapshot()
        self.changed: Signal[None] = Signal(self, "journal-changed")
        self.searched = Searched()
        self.keys_ahead = KeysAhead(self.on_event, self.call_later, self.set_timer)
        self.one_frame = OneFrame(self.batch_update, self.set_timer)
        self._day = self.today
        self._is_looking = self._is_untold = False
        self._warming: Timer | None = None
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    @property
    def today(self) -> dt.date:
        """The calendar day it is."""
        return self.clock().date()

    @property
    def people_of(self) -> PeopleOf:
        """What a filter asks about people."""
        return self.everyone.people_of

    def prompts(self) -> Sequence[Prompt]:
        """The questions that may be asked, those of one's own among them."""
        return self.library().prompts

    def library(self) -> Library:
        """All questions, those that are muted as well."""
        library, noticed = self.own.library(self.settings.language)
        for slip in noticed:
            self.call_later(self.tell_once, slip.said, "")
        return library

    async def write(self, change: Callable[[], T], *, publish: bool = True) -> T:
        """Let the one writer do `change`, even if the app is left meanwhile; raises what it raises.

        Without `publish` the caller tells the screens, or else the next look at the disk does.
        """
        done = await asyncio.shield(asyncio.wrap_future(self._writer.submit(change)))
        self._is_untold = True
        if publish:
            self.publish()
        return done

    def write_now(self, change: Callable[[], T]) -> T:
        """Let the one writer do `change` while the app stands still; raises what it raises."""
        return self._writer.submit(change).result()

    async def attempt(self, change: Callable[[], T]) -> T | None:
        """The same; what goes wrong is told, and None comes back."""
        try:
            return await self.write(change)
        except JournalError as error:
            self.tell_error(error)
            return None

    async def look_up(self, question: Callable[[], T]) -> T:
        """What the journal answers, asked where it holds up no key; raises what the question raises."""
        return await asyncio.shield(asyncio.wrap_future(self._writer.submit(question)))

    async def open(
        self,
        dialog: ModalScreen[R | None],
        then: Callable[[R], Coroutine[Any, Any, None]],
        otherwise: Callable[[], Coroutine[Any, Any, None]] | None = None,
    ) -> None:
        """Float a dialog, unless one floats already; `then` goes on with what it was left with, if anything,
        and `otherwise` where it was left with nothing. What was said before it was left is no word on it.

        To be awaited in the key's own action: the next key already belongs to the dialog.
        """
        if self.screen.is_modal:
            return
        if self.is_discreet and isinstance(dialog, Drafting) and dialog.WRITES:
            self.tell("Names are hidden, so this only looks. F4 shows them again.")
            return

        def left(result: R | None) -> None:
            self.fall_silent()
            way = partial(then, result) if result is not None else otherwise
            if way is None:
                self.keys_ahead.release()
                return
            self.keys_ahead.hold()
            meanwhile(self, partial(self.keys_ahead.after, way))

        await self.one_frame.shows(self.push_screen(dialog, left))

    def keep_draft(self, name: str, text: str) -> None:
        """Keep what is half written; where that fails it is said, and what is typed stays on the screen."""
        try:
            self.journal.drafts.keep(name, text)
        except JournalError as error:
            self.tell_once(error.message, error.hint)

    def draft(self, name: str) -> str:
        """What was half written, empty if nothing was or it cannot be read."""
        try:
            return self.journal.drafts.get(name)
        except JournalError as error:
            self.tell_once(error.message, error.hint)
            return ""

    def look(self) -> None:
        """Take in what another process wrote, and that a new day began; not while still at it."""
        if not self._is_looking:
            self._is_looking = True
            self._writer.submit(self.journal.refresh).add_done_callback(self._looked)

    def _take_snapshot(self) -> None:
        self.snapshot = self.journal.snapshot()
        self.lookup = Lookup(self.snapshot.people)
        self.everyone = Everyone(self.snapshot.people)
        self.tags = cache(self.journal.tags)

    def publish(self) -> None:
        """Tell the screens that the journal is another one now."""
        self._take_snapshot()
        self._day, self._is_untold = self.today, False
        self.changed.publish(None)
        if self._warming is not None:
            self._warming.stop()
        self._warming = self.set_timer(_REST, self.warm_up)
        self.tell_problems()

    def publish_what_is_untold(self) -> None:
        """The same, unless a look at the disk told them already."""
        if self._is_untold:
            self.publish()

    def tell_problems(self) -> None:
        """Say once of each file that cannot be read that it cannot, and of each that is there twice."""
        for problem in self.snapshot.problems:
            self.tell_once(problem.message, problem.hint)
        try:
            copies = self.journal.conflict_copies()
        except JournalError as error:
            self.tell_once(error.message, error.hint)
            return
        for copy in copies:
            said = f"There is another version of {copy.shelf}, from another machine."
            self.tell_once(said, "`netjournal sync` makes one of the two.")

    def live_by(self, settings: Settings) -> None:
        """Take over settings that were just changed."""
        if settings.theme != self.settings.theme:
            self.theme = theme_name(settings.theme)
        self.settings = settings
        self.publish()

    def tell_notices(self) -> None:
        """Say once of each line of one's own files that it does not hold; the rest does."""
        for slip in self.own.read_settings()[1]:
            self.tell_once(slip.said, "")
        if self.own.prompt_files():
            self.library()

    def warm_up(self) -> None:
        """Let the lookup prepare itself while nobody waits for it."""
        self.run_worker(self._warm_up, thread=True, group="warm", exclusive=True)

    def _warm_up(self) -> None:
        self.lookup.warm()
        if not self.is_headless:
            collect_at_rest()

    @property
    def is_discreet(self) -> bool:
        """Whether names and words are hidden."""
        return self.journal.plain is not self.journal

    def veil(self) -> None:
        """Hide names and words; the journal is read anew."""
        self.journal = Veiled(self.journal)
        self._show_other_journal()

    def unveil(self) -> None:
        """Show the journal as it is again."""
        if isinstance(self.journal, Veiled):
            veiled, self.journal = self.journal, self.journal.plain
            veiled.close()
            self._show_other_journal()

    def _show_other_journal(self) -> None:
        self.searched = Searched()
        self._take_snapshot()

    def flush(self) -> None:
        """Wait for what is being written."""
        self._writer.shutdown(wait=True)

    async def show_person(self, id: str) -> None:
        """Go to a person's page."""
        raise NotImplementedError

    def show_entry(self, entry: Interaction) -> None:
        """Bring an entry into sight on the screen that is open, where it can show it."""
        raise NotImplementedError

    async def show_only(self, filter: str) -> None:
        """Go to the Timeline and show only what fits."""
        raise NotImplementedError

    def forget_trail(self) -> None:
        """Forget where one was."""
        raise NotImplementedError

    def leave_trail(self) -> None:
        """Remember where one is, to come back to it."""
        raise NotImplementedError

    async def go_to_entry(self, entry: Interaction) -> None:
        """Go to an entry on the Timeline."""
        raise NotImplementedError

    def tell_load(self, before: Contact | None, after: Contact) -> None:
        """Say it once where a rhythm just given asks for far more than one has talks for."""
        if words := self.journal.say_load(before, after, self.today, self.settings):
            self.tell(words)

    def _looked(self, looking: Future[bool]) -> None:
        """In the writer's thread: nothing more is done where nothing is new, which is nearly always."""
        self._is_looking = False
        is_untold = self._is_untold or self.today != self._day
        if not looking.cancelled() and (looking.exception() or looking.result() or is_untold):
            self.call_later(self._take_in, looking)

    def _take_in(self, looking: Future[bool]) -> None:
        try:
            looking.result()
        except JournalError as error:
            self.tell_once(error.message, error.hint)
        else:
            self.publish()
