"""Each advertised key does what the help says; the help, the key bar and the README come from one table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.command import CommandPalette
from textual.pilot import Pilot

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.commands import COMMANDS, Command, key_list, key_name, on_screen
from netjournal.tui.dialogs.adjust import AdjustDialog
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.dialogs.goals import GoalsDialog
from netjournal.tui.dialogs.going import GoSheet
from netjournal.tui.dialogs.help import HelpDialog
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.note import NoteSheet
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.dialogs.questions import QuestionsDialog
from netjournal.tui.dialogs.search import SearchScreen
from netjournal.tui.dialogs.today import TodayDialog
from netjournal.tui.dialogs.trash import TrashDialog
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.screens.behind import BehindScreen
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.months import MonthsScreen
from netjournal.tui.screens.reflections import ReflectionsScreen
from netjournal.tui.screens.review import ReviewScreen
from netjournal.tui.screens.timeline import TimelineScreen
from netjournal.tui.screens.year import YearScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

Check = Callable[[NetjournalApp], bool]
_README = Path(__file__).parents[2] / "README.md"


def _mode(kind: type) -> Check:
    return lambda app: type(app.screen) is kind


def _timeline(app: NetjournalApp) -> TimelineScreen:
    assert isinstance(app.screen, TimelineScreen)
    return app.screen


def _year(app: NetjournalApp) -> YearScreen:
    assert isinstance(app.screen, YearScreen)
    return app.screen


def _journal_screen(app: NetjournalApp) -> JournalScreen:
    assert isinstance(app.screen, JournalScreen)
    return app.screen


def _contacts(app: NetjournalApp) -> ContactsScreen:
    assert isinstance(app.screen, ContactsScreen)
    return app.screen


def _kept(app: NetjournalApp) -> bool:
    return not app.journal.promises()


def _asked_for_an_editor(app: NetjournalApp) -> bool:
    """Without a terminal there is none to lend."""
    return "lent to an editor" in screen_text(app)


def _gone(text: str, month: str) -> Check:
    return lambda app: text not in {entry.text for entry in app.journal.month(month)}


BEHIND = ("3", "y", "enter")


EXPECTED: dict[str, tuple[tuple[str, ...], Check]] = {
    "log": ((), _mode(LogSheet)),
    "settings": ((), _mode(AdjustDialog)),
    "questions": ((), _mode(AdjustDialog)),
    "find": ((), lambda app: _contacts(app).lookup.has_focus),
    "search": ((), _mode(SearchScreen)),
    "open": (("1",), lambda app: _contacts(app).page.has_focus),
    "edit-person": (("1",), _mode(FormDialog)),
    "delete-person": (("1", "d"), lambda app: len(app.journal.people()) == 4),
    "introduce": (("1",), _mode(FormDialog)),
    "answer-here": (("1", "enter"), _mode(QuestionSheet)),
    "page-of-person": (("1",), _asked_for_an_editor),
    "page-of-entry": (("down",), _asked_for_an_editor),
    "page-of-reflected": (("3", "tab"), _asked_for_an_editor),
    "keep-here": (("1", "enter"), _kept),
    "filter-page": (("1",), lambda app: _contacts(app).filter_bar.line.has_focus),
    "note": (("1",), _mode(NoteSheet)),
    "keep-entry": (("down", "down"), _kept),
    "links-contacts": (("1", "enter"), _mode(ChoicesDialog)),
    "links-timeline": (("down",), _mode(ChoicesDialog)),
    "links-reflections": (("3", "tab"), _mode(ChoicesDialog)),
    "filter-days": ((), lambda app: _timeline(app).filter_bar.line.has_focus),
    "filter-answers": (("3",), lambda app: _journal_screen(app).filter_bar.line.has_focus),
    "back": (("down", "enter"), _mode(TimelineScreen)),
    "rhythm": (("1",), _mode(ChoicesDialog)),
    "look-alikes": (("1",), lambda app: "Nobody here looks like" in screen_text(app)),
    "open-entry": (("down",), lambda app: _contacts(app).page.has_focus),
    "previous-month": ((), lambda app: _timeline(app).grid.day.isoformat() == "2026-10-16"),
    "next-month": ((), lambda app: _timeline(app).grid.day.isoformat() == "2026-12-01"),
    "previous-year": ((), lambda app: _timeline(app).grid.day.isoformat() == "2025-11-18"),
    "next-year": ((), lambda app: _timeline(app).grid.day.isoformat() == "2027-11-18"),
    "go": ((), _mode(GoSheet)),
    "year": ((), _mode(YearScreen)),
    "page": ((), _mode(TodayDialog)),
    "open-day": (("y", "up"), lambda app: _timeline(app).grid.day.isoformat() == "2026-11-17"),
    "year-before": (("y",), lambda app: _year(app).grid.day.isoformat() == "2025-11-18"),
    "year-after": (("y",), lambda app: _year(app).grid.day.isoformat() == "2027-11-18"),
    "today-in-year": (("y", "left"), lambda app: _year(app).grid.day == NOW.date()),
    "fold-head": ((), lambda app: "In your own words" not in screen_text(app)),
    "look-back-week": ((), _mode(ReviewScreen)),
    "look-back-month": ((), _mode(ReviewScreen)),
    "go-on": (("v",), lambda app: app.screen.has_class("-asking")),
    "pick": (("V",), lambda app: "● “Boats" in screen_text(app)),
    "all-words": (("V",), lambda app: "“words 0”" in screen_text(app)),
    "review-before": (("V",), lambda app: "October 2026" in screen_text(app)),
    "review-after": (("V", "["), lambda app: "October 2026" not in screen_text(app)),
    "leave-review": (("v", "enter"), _mode(TimelineScreen)),
    "private": (("3", "tab"), lambda app: "for you alone" in screen_text(app)),
    "move-answer": (("3", "tab"), _mode(QuestionsDialog)),
    "leave-year": (("y", "up"), lambda app: _timeline(app).grid.day == NOW.date()),
    "today": (("left", "left"), lambda app: _timeline(app).grid.day == NOW.date()),
    "answer-entry": (("down",), _mode(QuestionSheet)),
    "edit-entry": (("down",), _mode(FormDialog)),
    "delete-entry": (("down",), _gone("Twenty minutes about Beirut.", "2026-11")),
    "answer": (("3", "tab"), _mode(QuestionSheet)),
    "edit-reflected": (("3", "tab"), _mode(FormDialog)),
    "delete-reflected": (
        ("3", "tab"),
        _gone("Lunch. She launches the boat in May and needs a sailmaker.", "2026-11"),
    ),
    "months": (("3",), _mode(MonthsScreen)),
    "open-behind": (("3", "y"), _mode(BehindScreen)),
    "cell-before": (("3", "y"), lambda app: "November 2026: few" in screen_text(app)),
    "cell-after": (("3", "y", "left"), lambda app: "2026: 3 new" in screen_text(app)),
    "span-before": (("3", "y"), lambda app: "November 2025 to October 2026" in screen_text(app)),
    "span-after": (("3", "y", "["), lambda app: "December 2025 to November" in screen_text(app)),
    "spans-before": (("3", "y"), lambda app: "December 2024 to November 2025" in screen_text(app)),
    "spans-after": (("3", "y", "{"), lambda app: "December 2025 to November" in screen_text(app)),
    "leave-months": (("3", "y"), _mode(ReflectionsScreen)),
    "go-to-entry": (BEHIND, _mode(TimelineScreen)),
    "answer-behind": (BEHIND, _mode(QuestionSheet)),
    "links-behind": (BEHIND, _mode(ChoicesDialog)),
    "filter-behind": (BEHIND, lambda app: _journal_screen(app).filter_bar.line.has_focus),
    "edit-behind": (BEHIND, _mode(FormDialog)),
    "page-of-behind": (BEHIND, _asked_for_an_editor),
    "delete-behind": (BEHIND, _gone("Twenty minutes about Beirut.", "2026-11")),
    "leave-behind": (BEHIND, _mode(MonthsScreen)),
    "new": ((), _mode(FormDialog)),
    "event": ((), _mode(FormDialog)),
    "goals": ((), _mode(GoalsDialog)),
    "trash": ((), _mode(TrashDialog)),
    "undo": ((), lambda app: app.journal.people() == ()),
    "contacts": ((), _mode(ContactsScreen)),
    "timeline": (("1",), _mode(TimelineScreen)),
    "reflections": ((), _mode(ReflectionsScreen)),
    "side": ((), lambda app: not _timeline(app).days.has_focus),
    "step-out": (("1", "enter"), lambda app: _contacts(app).people.has_focus),
    "light": ((), lambda app: app.theme == "netjournal-light"),
    "discreet": ((), lambda app: app.is_discreet),
    "palette": ((), _mode(CommandPalette)),
    "help": ((), _mode(HelpDialog)),
    "quit": ((), lambda app: app.return_code == 0 and not app.is_running),
}


def test_every_command_is_tried() -> None:
    assert EXPECTED.keys() == {command.id for command in COMMANDS}


CHANGING = frozenset(
    {
        *("delete-person", "keep-here", "keep-entry", "delete-entry", "undo", "light", "quit"),
        *("pick", "private", "delete-reflected", "all-words", "fold-head"),
    }
)
"""Keys after which the journal or the app is another one, or that need a journal of their own."""

TOGETHER = [one for one in COMMANDS if one.id not in CHANGING and one.where != "behind"]
"""Keys that are tried in one app, one after the other: to begin an app for each took half a minute."""


@pytest.mark.parametrize("where", sorted({command.where for command in TOGETHER}))
async def test_keys_do_what_the_help_says(journal: Journal, open_app: Open, where: str) -> None:
    async with open_app(journal) as (app, pilot):
        for command in (one for one in TOGETHER if one.where == where):
            await _try(app, pilot, command)
            await pilot.press(*["escape"] * 4, "2", "t")
            app.clear_notifications()
            await settle(app, pilot)
            assert type(app.screen) is TimelineScreen, f"after {command.id}"
            assert app.screen.days.has_focus, f"after {command.id}"


@pytest.mark.parametrize(
    "command",
    [command for command in COMMANDS if command not in TOGETHER],
    ids=lambda command: str(command.id),
)
async def test_a_key_does_what_the_help_says(journal: Journal, open_app: Open, command: Command) -> None:
    if command.id in ("all-words", "fold-head"):
        _answer_more(journal)
    async with open_app(journal) as (app, pilot):
        await _try(app, pilot, command)


def _answer_more(journal: Journal) -> None:
    """More answers in a month than its page begins with, old enough to come back."""
    [entry] = [one for one in journal.month("2026-11") if one.reflection and one.reflection.answer]
    assert entry.reflection is not None
    asked = [replace(entry.reflection, answer=f"words {number}") for number in range(4)]
    day = NOW.date() - dt.timedelta(days=8)
    more = [replace(entry, id=journal.new_id(NOW), date=day, reflection=one, promises=()) for one in asked]
    journal.bring([], more, title="more", now=NOW)


async def _try(app: NetjournalApp, pilot: Pilot[int], command: Command) -> None:
    before, holds = EXPECTED[command.id]
    for key in before:
        await pilot.press(key)
        await _patiently(app, pilot, _is_counted)
    await settle(app, pilot)
    assert not _holds(app, holds), f"before {command.id}"
    await pilot.press(command.keys[0])
    await settle(app, pilot)
    await _patiently(app, pilot, holds, command.id)


def _holds(app: NetjournalApp, check: Check) -> bool:
    """Whether it is so; on a screen that the check is not about it is not."""
    try:
        return check(app)
    except AssertionError:
        return False


def _is_counted(app: NetjournalApp) -> bool:
    """What threads read for these two screens is there."""
    here = app.screen
    if isinstance(here, MonthsScreen):
        return here.is_whole
    return not isinstance(here, BehindScreen) or here.rows.key is not None


async def _patiently(app: NetjournalApp, pilot: Pilot[int], holds: Check, name: str = "") -> None:
    """What is written by the writer's thread may take a moment."""
    for _ in range(50):
        if holds(app):
            return
        await pilot.pause(0.02)
    assert holds(app), name


@pytest.mark.parametrize(("keys", "mode"), [("12", "timeline"), ("1l", "log"), ("1?", "help")])
async def test_letters_are_only_letters_while_one_types(
    journal: Journal, open_app: Open, keys: str, mode: str
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash")
        await settle(app, pilot)
        await pilot.press(*(key if key != "?" else "question_mark" for key in keys))
        await settle(app, pilot)
        assert _contacts(app).lookup.value == keys, mode


async def test_the_help_names_every_key_of_the_screen(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(120, 60)) as (app, pilot):
        await pilot.press("question_mark")
        await settle(app, pilot)
        shown = screen_text(app)
        for command in on_screen("timeline"):
            assert command.help in shown
            assert key_name(command.keys[0]) in shown


async def test_j_and_k_are_arrows(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        first = _timeline(app).days.key
        await pilot.press("j")
        second = _timeline(app).days.key
        await pilot.press("k")
        assert _timeline(app).days.key == first
        await pilot.press("down")
        assert _timeline(app).days.key == second != first


def test_the_readme_lists_the_keys() -> None:
    assert key_list() in _README.read_text("utf-8")
