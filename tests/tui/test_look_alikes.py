"""People who look like one, gone through in the app: one page, or two for good."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from netjournal.model import Contact, Interaction, Raw
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.alike import BesideDialog, PairsDialog
from netjournal.tui.screens.contacts import ContactsScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def is_open(app: NetjournalApp, kind: type) -> bool:
    return isinstance(app.screen, kind)


@pytest.fixture
def twins(journal: Journal) -> Journal:
    """Two pairs who look like one: by a slip, and by an address."""
    kareem = journal.add(Contact(id="", name="Kareem Haddad", place="Lisbon"), now=NOW)
    journal.add(Contact(id="", name="Jorge Medina", emails=("j@example.org",), about="[b]x"), now=NOW)
    talk = Interaction(id="TALK", date=NOW.date(), people=(kareem.id,), text="About the tram.")
    journal.bring((), (talk,), title="a talk", now=NOW)
    return journal


async def test_two_are_made_one_and_two_are_told_apart(twins: Journal, open_app: Open) -> None:
    async with open_app(twins) as (app, pilot):
        await pilot.press("1", "D")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "Kareem Haddad" in shown
        assert "one slip apart" in shown
        assert shown.index("same name") < shown.index("one slip apart")
        await pilot.press("enter")
        await settle(app, pilot)
        assert "[b]x" in screen_text(app)
        await pilot.press("x")
        await app.workers.wait_for_complete()
        await settle(app, pilot)
        assert is_open(app, PairsDialog)
        assert "same name" not in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "Beirut" in shown
        assert "Lisbon" in shown
        await pilot.press("m")
        await app.workers.wait_for_complete()
        await settle(app, pilot)
        assert is_open(app, ContactsScreen)
        [karim] = [one for one in twins.people() if "Haddad" in one.name]
        assert karim.count == 2
        await pilot.press("u", "u")
        await app.workers.wait_for_complete()
        assert len([one for one in twins.people() if "Haddad" in one.name]) == 2


async def test_two_are_told_apart_from_the_list(twins: Journal, open_app: Open) -> None:
    async with open_app(twins) as (app, pilot):
        await pilot.press("1", "D", "x")
        await app.workers.wait_for_complete()
        await settle(app, pilot)
        assert is_open(app, PairsDialog)
        assert "same name" not in screen_text(app)
        assert "one slip apart" in screen_text(app)
        await pilot.press("x")
        await app.workers.wait_for_complete()
        await settle(app, pilot)
        assert is_open(app, ContactsScreen)
        await pilot.press("D")
        await settle(app, pilot)
        assert is_open(app, ContactsScreen)


async def test_of_many_people_the_pairs_come_when_they_are_found(
    twins: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = threading.Event()
    everyone = twins.everyone

    def slowly() -> Iterator[tuple[Contact, Raw]]:
        assert read.wait(10)
        return everyone()

    monkeypatch.setattr("netjournal.tui.uniting._MANY", 1)
    monkeypatch.setattr(twins, "everyone", slowly)
    async with open_app(twins) as (app, pilot):
        await pilot.press("1", "D", "j")
        assert is_open(app, ContactsScreen)
        assert "Looking" in screen_text(app)
        read.set()
        await app.workers.wait_for_complete()
        await settle(app, pilot)
        assert is_open(app, PairsDialog)


async def test_a_crowd_of_one_name_is_told(journal: Journal, open_app: Open) -> None:
    journal.bring([Contact(id=f"LIMA{n:02}", name="Ana Lima") for n in range(12)], (), title="Limas", now=NOW)
    async with open_app(journal, size=(100, 40)) as (app, pilot):
        await pilot.press("1", "D")
        await settle(app, pilot)
        assert "12 people are called Ana Lima" in screen_text(app)


@pytest.mark.parametrize("width", [40, 80, 120])
async def test_both_pages_are_seen_at_any_width(twins: Journal, open_app: Open, width: int) -> None:
    async with open_app(twins, size=(width, 30)) as (app, pilot):
        await pilot.press("1", "D", "end", "enter")
        await settle(app, pilot)
        assert is_open(app, BesideDialog)
        place = next(line for line in screen_text(app).splitlines() if "Place" in line)
        assert "Beirut" in place
        assert ("Lisbon" in place) == (width >= 80)
        assert "Lisbon" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert is_open(app, PairsDialog)
        await pilot.press("escape")
        await settle(app, pilot)
        assert is_open(app, ContactsScreen)
