"""At an event in the app: begun in a form, a line for each, a question at its end, and one two days later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from netjournal.language.days.words import say_day, say_due
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.terms import Tag
from netjournal.language.filters.words import to_text
from netjournal.language.forms.values import read_number
from netjournal.model import Event, Goal, Interaction, Promise
from netjournal.practice.events import (
    Asking,
    Owed,
    goal_for,
    new_event,
    owed,
    say_owed,
    say_promised,
    to_go_on,
)
from netjournal.store.events import Ended
from netjournal.tui.dialogs.choices import Choice, ChoicesDialog
from netjournal.tui.dialogs.evening import EveningDialog
from netjournal.tui.dialogs.form import FormDialog, FormField
from netjournal.tui.entries import EntryRow
from netjournal.tui.flows import Occasion, ask, log
from netjournal.tui.host import Host
from netjournal.tui.text import Line, Span, span, wrap
from netjournal.tui.widgets.row import Row, Written

_DRAFT = "form-event"
_MOST = 6
"""People that are named above the question about an event."""

_SOME = 3
"""Lines that what one promised may take above the question about an event."""

_MOVES = ((3, "3", "3 days"), (7, "7", "a week"), (14, "4", "two weeks"))
_GOES_ON = "l logs a line for each you meet; b leads to its end."

_FIELDS = (
    FormField("name", "name", "", "(harbour festival)", False),
    FormField("goal", "to meet", "", "(3: how many people would be enough)", False),
    FormField("place", "at", "", "(the pier)", False),
    FormField("until", "until", "", "(its last day, if that is not today)", False),
)

Do = Callable[[], Coroutine[Any, Any, None]]


async def at_event(app: Host) -> None:
    """What can be done about the event one is at, or begun, or answered about one that is over.

    With a hand free among people one begins a line with any key: none chooses but enter.
    """
    here = app.journal.open_event(app.clock())
    asked = app.journal.asked_of_events(app.today)
    does: dict[str, Do] = {"log": lambda: log(app)}
    choices = []
    if here is not None:
        event = here
        choices += [
            Choice("log", "Here", "", "log a line", "for each you meet: just type"),
            Choice("see", "Here", "", "see it so far", "whom you met"),
            Choice("end", "Here", "", "end it", "then one question"),
        ]
        does |= {"see": lambda: _see(app, event), "end": lambda: _end(app, event)}
    for number, asking in enumerate(asked):
        id = f"still-{number}"
        choices.append(Choice(id, "Still yours", "", asking.event.name, "what you promised there"))
        does[id] = partial(settle, app, asking)
    if not choices:
        await _begin(app)
        return
    if here is None:
        choices.append(Choice("begin", "Another", "", "begin an event", "an evening with its own small goal"))
        does["begin"] = lambda: _begin(app)
    title = here.name if here is not None else "Events"
    standing = _standing(app, here) if here is not None else "What you promised is asked about once."
    await app.open(ChoicesDialog(title, standing, choices, typing="log"), lambda chosen: does[chosen]())


def _standing(app: Host, event: Event) -> str:
    """How many one met, how far its goal is, and what is promised."""
    entries = app.journal.entries_of_event(event)
    met = len({id for entry in entries for id in entry.people})
    goal = _goal_of(app, event)
    progress = app.journal.progress(goal, app.today, app.settings.fields) if goal is not None else None
    said = [f"{met} met" if met else "nobody written down yet"]
    if progress is not None and progress.done == met > progress.goal.target:
        said = [f"{said[0]}, {progress.goal.target} {'was' if progress.goal.target == 1 else 'were'} in mind"]
    elif progress is not None:
        said.append(progress.words)
    if promised := len(owed(entries)):
        said.append("one thing promised" if promised == 1 else f"{promised} things promised")
    words = " · ".join(said)
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith('?') else '.'}"


def _goal_of(app: Host, event: Event) -> Goal | None:
    return next((goal for goal in app.journal.goals() if goal.id == event.goal), None)


async def _see(app: Host, event: Event) -> None:
    await app.show_only(to_text(Filter(Tag(event.tag))))


async def _begin(app: Host) -> None:
    form = FormDialog(
        "An event",
        _FIELDS,
        check=lambda texts: _checked(app, texts),
        draft=app.draft(_DRAFT),
        keep=lambda text: app.keep_draft(_DRAFT, text),
    )
    await app.open(form, lambda texts: _write_beginning(app, texts))


def _checked(app: Host, texts: Mapping[str, str]) -> None:
    """Raises JournalError naming what is off."""
    _said(app, texts)


def _said(app: Host, texts: Mapping[str, str]) -> tuple[Event, Goal | None]:
    """The event, and its own small goal."""
    event = new_event(texts["name"], texts["place"], texts["until"], app.clock())
    target = read_number(texts["goal"], "to meet")
    return event, goal_for(event, target) if target else None


async def _write_beginning(app: Host, texts: Mapping[str, str]) -> None:
    now, journal = app.clock(), app.journal
    event, goal = _said(app, texts)
    earlier = to_go_on(journal.events(), event.tag, now) if goal is None else None
    if earlier is not None:
        after = replace(earlier, ended=None, by=max(earlier.by, event.by))
        written = await app.attempt(lambda: journal.change(earlier, after, now=now))
    else:
        written = await app.attempt(lambda: journal.begin_event(event, goal, now=now))
    if written is not None:
        app.keep_draft(_DRAFT, "")
        app.tell(f"{'It counts itself, so forget it while you talk. ' if goal else ''}{_GOES_ON}")


async def _end(app: Host, event: Event) -> None:
    ended = await app.attempt(
        lambda: app.journal.end_event(event, now=app.clock(), prompts=app.prompts, settings=app.settings)
    )
    if ended is None:
        return
    if ended.entry is not None and ended.choice is not None and not app.screen.is_modal:
        app.show_entry(ended.entry)
        about = Occasion(f"you left {event.name}", _told(app, ended))
        await ask(app, ended.entry, ended.choice.why, about=about)
        return
    app.tell(f"You left {event.name}. u takes it back.")
    if rows := _evening(app, ended.event, ended.entry):
        await app.open(EveningDialog(event.name, rows), _nothing)


async def _nothing(_: None) -> None:
    """An evening that was read leads nowhere."""


def _told(app: Host, ended: Ended) -> tuple[str, ...]:
    """How many one met, and who, and what one promised, as far as that is said in a few lines."""
    entries = app.journal.entries_of_event(ended.event)
    met = dict.fromkeys(id for entry in entries for id in entry.people)
    names = app.journal.names(met)
    promised = [_say_due(app, one, names) for one in owed(entries)]
    shown = promised if len(promised) <= _SOME else [*promised[: _SOME - 1], "and more, on today's page"]
    told = _standing(app, ended.event), *shown
    if all(any(name in line for line in shown) for name in names.values()):
        return told
    who = ", ".join(list(names.values())[:_MOST]) + (" and others" if len(names) > _MOST else "")
    return told[0], who, *shown


def _say_due(app: Host, one: Owed, names: Mapping[str, str]) -> str:
    due = say_due(one.promise.due, app.today) if one.promise.due else ""
    return " · ".join(part for part in (say_owed(one, names), due) if part)


def _evening(app: Host, event: Event, own: Interaction | None) -> list[Row]:
    """Whom one met, each in the words of their line, and what one promised."""
    entries = [entry for entry in app.journal.entries_of_event(event) if own is None or entry.id != own.id]
    names = app.journal.names({id for entry in entries for id in entry.people})
    rows: list[Row] = [EntryRow(entry, names, app.today) for entry in entries]
    promises = owed(entries)
    if promises:
        rows.append(Written("promised", [(Span("You promised", "accent"),)]))
    for number, one in enumerate(promises):
        rows.append(_Promised(f"promise-{number}", _say_due(app, one, names)))
    return rows


class _Promised(Row):
    def __init__(self, key: str, words: str) -> None:
        super().__init__(key)
        self._words = words

    def lines(self, width: int) -> Sequence[Line]:
        """To whom, what, and by when."""
        return wrap((span(self._words),), width, indent=2)


async def settle(app: Host, asking: Asking) -> None:
    """Ask what of the promises made at an event that is over is to stand."""
    await _ask_next(app, asking, ())


async def _ask_next(app: Host, asking: Asking, decided: tuple[Promise | None, ...]) -> None:
    """Ask about the promises one after the other; nothing is written before the last answer."""
    if len(decided) == len(asking.owed):
        settled = await app.attempt(lambda: app.journal.settle_event(asking, decided, now=app.clock()))
        if settled is not None:
            app.tell("Kept. It is not asked again. u takes it back.")
        return
    one = asking.owed[len(decided)]
    ways: dict[str, Promise | None] = {"keep": one.promise, "go": None}
    stands = say_due(one.promise.due, app.today) if one.promise.due else "whenever you like"
    choices = [Choice("keep", "Keep", "k", "still mine", stands)]
    for days, key, words in _MOVES:
        day = app.today + dt.timedelta(days)
        ways[words] = replace(one.promise, due=day)
        choices.append(Choice(words, "Move", key, f"in {words}", say_day(day, app.today)))
    choices.append(Choice("go", "Let go", "l", "not any more", "and that is all right"))
    names = app.journal.names(one.entry.people)
    said = say_promised(one, names)
    standing = f"{said[0].upper()}{said[1:]}. Still yours?"
    await app.open(
        ChoicesDialog(asking.event.name, standing, choices),
        lambda chosen: _ask_next(app, asking, (*decided, ways[chosen])),
    )
