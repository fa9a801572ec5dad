"""Events: begun, ended, and asked about once; which entries are theirs the entries themselves tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import (
    Contact,
    Event,
    Goal,
    Interaction,
    Promise,
    Raw,
    Reflection,
    changed,
    from_raw,
    to_raw,
)
from netjournal.store.event_reading import EventReading
from netjournal.store.goal_documents import check_goals
from netjournal.store.goals import GoalKeeping
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk

if TYPE_CHECKING:
    from netjournal.practice.choosing import Choice
    from netjournal.practice.events import Asking
    from netjournal.practice.prompts import Prompt
    from netjournal.settings import Settings

D = TypeVar("D", Event, Interaction)

_SHELF = "events"
_GONE = "It was deleted or moved elsewhere in the meantime."


class Ended(NamedTuple):
    """An event that is over, and the one question about it: its entry, and why this one; None for none."""

    event: Event
    entry: Interaction | None
    choice: Choice | None


class EventKeeping(GoalKeeping, EventReading):
    """A journal that keeps events. They are changed and deleted like every document."""

    def aim_documents(self) -> Mapping[str, Sequence[tuple[str, Raw]]]:
        """Goals, destinations and events, each with its id, by the name of their shelf."""
        return {
            "goals": [(goal.id, raw) for goal, raw in self.goal_documents()],
            "destinations": [(one.id, raw) for one, raw in self.destination_documents()],
            _SHELF: [(event.id, raw) for event, raw in self.event_documents()],
        }

    def begin_event(self, event: Event, goal: Goal | None = None, *, now: dt.datetime) -> Event:
        """Write down an event with its own small goal in one change; gives both their ids.

        Raises JournalError while another one is open, Unavailable if no journal could read it.
        """
        own = [replace(goal, id=self._writer.new_id(now), created=now)] if goal is not None else []
        new = replace(event, id=self._writer.new_id(now), created=now, goal=own[0].id if own else event.goal)
        from_raw(Event, new.id, to_raw(new), "events.json")  # nothing is written that could not be read
        for one in own:
            check_goals("goals", one.id, to_raw(one))

        def plan(_: Desk) -> Iterable[Edit]:
            if (other := self.open_event(now)) is not None:
                raise JournalError(f"You are still at {other.name}.", "End it first.")
            yield from (Edit("goals", one.id, None, to_raw(one)) for one in own)
            yield Edit(_SHELF, new.id, None, to_raw(new))

        self._commit("event", _title(new), plan, now)
        return new

    def end_event(
        self,
        event: Event,
        *,
        now: dt.datetime,
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
        asks: bool = True,
    ) -> Ended:
        """Leave an event; where anything was logged there, an entry of its own keeps the one question about
        it all, if it `asks`. One change. Raises JournalError if it is gone.
        """
        found: list[tuple[Interaction, Choice]] = []

        def plan(desk: Desk) -> Iterable[Edit]:
            yield _edit(desk.documents(_SHELF), _SHELF, event, ended)
            entries = self.entries_of_event(event) if asks else ()
            asked = self._question_about(ended, entries, prompts, settings, now)
            found[:] = [asked] if asked else []
            for entry, _ in found:
                yield Edit(f"months/{entry.month}", entry.id, None, to_raw(entry))

        ended = replace(event, ended=now)
        self._commit("event", f"leaving {event.name}", plan, now)
        return Ended(ended, *found[0]) if found else Ended(ended, None, None)

    def settle_event(
        self,
        asking: Asking,
        decided: Sequence[Promise | None],
        *,
        now: dt.datetime,
    ) -> Event:
        """Write what is to become of each promise that was asked about, None to let it go; in one change,
        after which nothing asks again. Raises JournalError if one was changed in the meantime.
        """
        from netjournal.practice.events import settled

        by_entry: dict[str, dict[int, Promise | None]] = {}
        entries = {one.entry.id: one.entry for one in asking.owed}
        for one, promise in zip(asking.owed, decided, strict=True):
            by_entry.setdefault(one.entry.id, {})[one.position] = promise
        event, after = asking.event, replace(asking.event, asked=now.date())
        pairs = [(entries[id], settled(entries[id], changes)) for id, changes in by_entry.items()]

        def plan(desk: Desk) -> Iterable[Edit]:
            yield _edit(desk.documents(_SHELF), _SHELF, event, after)
            for entry, new in pairs:
                shelf = f"months/{entry.month}"
                if new != entry:
                    yield _edit(desk.documents(shelf), shelf, entry, new)

        self._commit("event", f"what you said about {event.name}", plan, now)
        return after

    def _question(
        self,
        entry: Interaction,
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
        now: dt.datetime,
        newcomers: Sequence[Contact] = (),
    ) -> tuple[Choice, Reflection] | None:
        """The question for an entry, and how it is kept."""
        from netjournal.store.asking import ask  # the prompts with it: only a log needs them

        return ask(
            self._index,
            entry,
            seed=self.id,
            prompts=prompts,
            settings=settings,
            now=now,
            goals_of=lambda one: self.goals_toward(one, settings.fields),
            time_of=self._time_of,
            newcomers=newcomers,
        )

    def first_question(
        self,
        entry: Interaction,
        *,
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
        now: dt.datetime,
    ) -> tuple[Choice, Reflection] | None:
        """A question for an entry that has none, whenever one wishes for it, and how it would be kept.

        None if no prompt fits. The setting `ask` says only what follows a log.
        """
        return self._question(entry, prompts, replace(settings, ask="always"), now)

    def fitting_question(
        self,
        before: Interaction,
        after: Interaction,
        *,
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
    ) -> Reflection | None:
        """The question of an entry that is mended from `before` to `after`: one that waits is chosen anew
        if it fits no more.
        """
        from netjournal.store.asking import fitting_question

        return fitting_question(
            self._index,
            before,
            after,
            seed=self.id,
            prompts=prompts,
            settings=settings,
            goals_of=lambda one: self.goals_toward(one, settings.fields),
            time_of=self._time_of,
        )

    def another_question(
        self, entry: Interaction, *, prompts: Sequence[Prompt], settings: Settings, now: dt.datetime
    ) -> tuple[Choice, Reflection] | None:
        """Another question about an entry, for `reflect`; None after two of them, or if none fits."""
        from netjournal.store.asking import another

        return another(
            self._index,
            entry,
            seed=self.id,
            prompts=prompts,
            settings=settings,
            now=now,
            goals_of=lambda one: self.goals_toward(one, settings.fields),
            time_of=self._time_of,
        )

    def _question_about(
        self,
        event: Event,
        entries: Sequence[Interaction],
        prompts: Callable[[], Sequence[Prompt]],
        settings: Settings,
        now: dt.datetime,
    ) -> tuple[Interaction, Choice] | None:
        """The entry of the event itself with its question, chosen for all who were met; None if it has one.

        It names nobody, so that it is nobody's last talk.
        """
        from netjournal.practice.events import is_own, own_entry

        if not entries or any(is_own(event, entry) for entry in entries):
            return None
        own = replace(own_entry(event), id=self._writer.new_id(now), created=now)
        everyone = tuple(dict.fromkeys(id for entry in entries for id in entry.people))
        asked = self._question(replace(own, people=everyone), prompts, settings, now)
        return (replace(own, reflection=asked[1]), asked[0]) if asked else None


def _edit(documents: Mapping[str, Raw], shelf: str, before: D, after: D) -> Edit:
    standing = documents.get(before.id)
    if standing is None:
        raise JournalError(_GONE)
    return Edit(shelf, before.id, standing, changed(standing, before, after))


def _title(event: Event) -> str:
    return f"the event “{event.name}”"
