"""Giving a rhythm, not now, a pause and at rest, from Contacts: each a key, a change, and a few words."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from netjournal.model import Contact, Interaction, Pause, new_id
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.note import NoteSheet
from netjournal.tui.screens.base import JournalScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

TODAY = NOW.date()


def _person(journal: Journal, name: str) -> Contact:
    return journal.person(next(person.id for person in journal.people() if person.name == name))


def _give(journal: Journal, name: str, **known: object) -> None:
    person = _person(journal, name)
    journal.change(person, replace(person, **known), now=NOW)


async def _open(app: NetjournalApp, pilot: Pilot[int], name: str) -> None:
    await app.show_person(_person(app.journal, name).id)
    await settle(app, pilot)
    await pilot.press("r")
    await settle(app, pilot)
    assert isinstance(app.screen, ChoicesDialog)


async def _press(app: NetjournalApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys and wait for what is written."""
    await pilot.press(*keys)
    await settle(app, pilot)
    await asyncio.wrap_future(app._writer.submit(lambda: None))
    await settle(app, pilot)


def _told(app: NetjournalApp) -> list[str]:
    return [line for toast in app._notifications for line in toast.message.split("\n")]


@pytest.mark.parametrize(
    ("key", "now", "said"),
    [
        ("1", {"circle": "inner", "rhythm_set": TODAY}, "A hello to Karim Haddad weekly from now on."),
        ("0", {"circle": None, "rhythm_set": None}, "Karim Haddad has no rhythm now."),
        (
            "w",
            {"quiet_until": dt.date(2026, 11, 25)},
            "Karim Haddad will not be suggested before Wed 25 Nov.",
        ),
        (
            "d",
            {"quiet_until": dt.date(2026, 11, 21)},
            "Karim Haddad will not be suggested before Sat 21 Nov.",
        ),
        ("p", {"pauses": (Pause(since=TODAY),)}, "The rhythm with Karim Haddad is paused."),
        ("x", {"rest": True}, "Karim Haddad is at rest. Everything you wrote stays."),
    ],
)
async def test_a_key_is_one_change(
    journal: Journal, open_app: Open, key: str, now: dict[str, object], said: str
) -> None:
    _give(journal, "Karim Haddad", circle="close", rhythm_set=TODAY)
    before = _person(journal, "Karim Haddad")
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Karim Haddad")
        await _press(app, pilot, key)
        assert isinstance(app.screen, JournalScreen)
        assert _person(journal, "Karim Haddad") == replace(before, **now)
        assert _told(app) == [f"{said} u takes it back."]
        await _press(app, pilot, "u")
        assert _person(journal, "Karim Haddad") == before


async def test_arrows_and_enter_begin_where_one_is(journal: Journal, open_app: Open) -> None:
    _give(journal, "Karim Haddad", circle="close", rhythm_set=TODAY)
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Karim Haddad")
        assert "now: monthly" in screen_text(app)
        await _press(app, pilot, "enter")
        assert _told(app) == []
        await _open(app, pilot, "Karim Haddad")
        await _press(app, pilot, "down", "enter")
        assert _person(journal, "Karim Haddad").circle == "friends"
        await _open(app, pilot, "Karim Haddad")
        await _press(app, pilot, "escape")
        assert isinstance(app.screen, JournalScreen)
        await _open(app, pilot, "Karim Haddad")
        await _press(app, pilot, "o")
        assert isinstance(app.screen, NoteSheet)


async def test_a_circle_takes_the_place_of_an_own_rhythm(journal: Journal, open_app: Open) -> None:
    _give(journal, "Karim Haddad", circle="close", rhythm=14, rhythm_set=TODAY)
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Karim Haddad")
        assert "their circle: monthly" in screen_text(app)
        assert "now: every two weeks" in screen_text(app)
        await _press(app, pilot, "2")
        assert (_person(journal, "Karim Haddad").circle, _person(journal, "Karim Haddad").rhythm) == (
            "close",
            None,
        )


async def test_only_what_makes_sense_is_offered(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Karim Haddad")
        shown = screen_text(app)
        assert "whenever you like" in shown
        for words in ("Not now", "pause", "go on", "Everybody"):
            assert words not in shown
        await _press(app, pilot, "x")
        await _open(app, pilot, "Karim Haddad")
        assert "no longer at rest" in screen_text(app)
        await _press(app, pilot, "x")
        assert not _person(journal, "Karim Haddad").rest


async def test_half_a_year_is_for_those_out_of_touch(journal: Journal, open_app: Open) -> None:
    long_ago = new_id(NOW, lambda size: bytes([99] * size))
    bo = Contact(id=long_ago, name="Bo Lindqvist")
    tea = Interaction(id=long_ago, date=dt.date(2024, 3, 1), people=(bo.id,), text="Tea.")
    journal.bring([bo], [tea], title="Bo", now=NOW)
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Bo Lindqvist")
        assert "not for half a year  until Mon 17 May 2027" in screen_text(app)
        await _press(app, pilot, "h")
        assert _person(journal, "Bo Lindqvist").quiet_until == dt.date(2027, 5, 17)


async def test_everybody_at_once(journal: Journal, open_app: Open) -> None:
    for name in ("Karim Haddad", "Grace Kim"):
        _give(journal, name, circle="inner", rhythm_set=dt.date(2026, 1, 1))
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Jorge Medina")
        assert "go on with all" not in screen_text(app)
        await _press(app, pilot, "P")
        assert {tie.person.pauses for tie in app.journal.rhythms(app.settings)} == {(Pause(since=TODAY),)}
        await _open(app, pilot, "Jorge Medina")
        await _press(app, pilot, "G")
        assert {tie.person.pauses for tie in app.journal.rhythms(app.settings)} == {()}
        await _open(app, pilot, "Jorge Medina")
        await _press(app, pilot, "F")
        assert _person(journal, "Grace Kim").quiet_until is not None
        assert _told(app)[-1] == "A fresh start. u takes it back."
        await _press(app, pilot, "u")
        assert _person(journal, "Grace Kim").quiet_until is None


async def test_what_the_rhythms_ask_for_is_said_once(journal: Journal, open_app: Open) -> None:
    who = _person(journal, "Jorge Medina").id
    tea = [
        Interaction(id=f"{month:026}", date=dt.date(2026, month, 9), people=(who,)) for month in range(5, 11)
    ]
    journal.bring([], tea, title="tea", now=NOW)
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Jorge Medina")
        await _press(app, pilot, "1")
        said = "The rhythms you chose ask for about 4 hellos a month; you have about 1. Lengthen some?"
        assert _told(app)[1:] == [said]
        await _open(app, pilot, "Jorge Medina")
        await _press(app, pilot, "p")
        assert said not in _told(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_all_of_it_is_in_sight(journal: Journal, open_app: Open, size: tuple[int, int]) -> None:
    for name in ("Karim Haddad", "Grace Kim"):
        _give(journal, name, circle="inner", rhythm_set=dt.date(2026, 1, 1))
    async with open_app(journal, size=size) as (app, pilot):
        await _open(app, pilot, "Grace Kim")
        shown = screen_text(app)
        for words in ("Grace Kim", "inner", "now: weekly", "at rest", "a fresh start", "esc back"):
            assert words in shown


async def test_a_second_key_decides_nothing(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open(app, pilot, "Karim Haddad")
        await _press(app, pilot, "x", "x")
        assert _person(journal, "Karim Haddad").rest
