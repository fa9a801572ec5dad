"""On a person's page everything is mended, added to and kept where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from netjournal.model import Contact, Interaction, Met, Promise, new_id
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.screens.contacts import ContactsScreen
from tests.cli.terminal import Terminal
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def _person(journal: Journal, name: str) -> Contact:
    return next(journal.person(one.id) for one in journal.people() if one.name == name)


async def _open_page(app: NetjournalApp, pilot: Pilot[int], name: str, kind: str = "") -> ContactsScreen:
    """Open a page, with the cursor on the first row of a kind."""
    await app.show_person(_person(app.journal, name).id)
    await settle(app, pilot)
    screen = app.screen
    assert isinstance(screen, ContactsScreen)
    if kind:
        screen.page.go_to(next(row.key for row in screen.page.rows if row.key.startswith(kind)))
        await settle(app, pilot)
    return screen


async def _until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    for _ in range(100):
        if holds():
            return
        await pilot.pause(0.02)
    assert holds()


async def test_space_keeps_a_promise_and_opens_it_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        screen = await _open_page(app, pilot, "Grace Osei", "promise")
        await pilot.press("space")
        await _until(pilot, lambda: journal.promises() == ())
        await _until(pilot, lambda: not any(row.key.startswith("promise") for row in screen.page.rows))
        [promise] = [promise for entry in journal.month("2026-11") for promise in entry.promises]
        assert promise.kept == NOW.date()
        screen.page.go_to(next(entry.id for entry in journal.month("2026-11") if entry.promises))
        await pilot.press("space")
        await _until(pilot, lambda: len(journal.promises()) == 1)


async def test_space_keeps_no_other_promise_than_the_one_shown(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei", "promise")
        [entry] = [entry for entry in journal.month("2026-11") if entry.promises]
        added = replace(entry, promises=(Promise(text="send the photos"), *entry.promises))
        journal.change(entry, added, now=NOW)  # and the app was not told
        await pilot.press("space")
        await settle(app, pilot)
        assert [promise.kept for promise in journal.interaction(entry.id).promises] == [None, None]
        journal.delete(added, now=NOW)
        await pilot.press("space")
        await settle(app, pilot)
        assert "not in the journal any more" in screen_text(app)


async def test_one_stays_on_a_page_that_fits_the_lookup_no_more(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash", *"boats", "enter")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        grace = _person(journal, "Grace Osei")
        assert screen.people.key == grace.id
        assert screen.page.has_focus
        after = journal.change(grace, replace(grace, tags=()), now=NOW)
        app.publish()
        await settle(app, pilot)
        assert screen.people.key == grace.id
        assert screen.page.has_focus
        journal.delete(after, now=NOW)
        app.publish()
        await settle(app, pilot)
        assert screen.people.has_focus


@pytest.mark.parametrize(
    ("row", "field"),
    [("details", "details"), ("needs", "needs"), ("birthday", "birthday"), ("met.date", "met-date")],
)
async def test_e_begins_where_the_cursor_stands(
    journal: Journal, open_app: Open, row: str, field: str
) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei", row)
        await pilot.press("e")
        await settle(app, pilot)
        assert isinstance(app.screen, FormDialog)
        assert app.focused is not None
        assert app.focused.id == f"field-{field}"


async def test_e_on_a_promise_mends_its_entry(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei", "promise")
        await pilot.press("e")
        await settle(app, pilot)
        assert app.focused is not None
        assert app.focused.id == "field-promises"


async def test_a_line_is_added_and_taken_out_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei")
        await pilot.press("plus", *"needs", "colon", "space", *"rope")
        await settle(app, pilot)
        assert "needs  rope" in screen_text(app)
        await pilot.press("enter")
        await _until(pilot, lambda: "rope" in _person(journal, "Grace Osei").needs)
        assert journal.drafts.get(f"note-{_person(journal, 'Grace Osei').id}") == ""
        screen = await _open_page(app, pilot, "Grace Osei", "needs:1")
        await pilot.press("d")
        await _until(
            pilot, lambda: _person(journal, "Grace Osei").needs == ("a quiet harbour for the winter",)
        )
        assert screen.page.has_focus


async def test_a_line_that_does_not_fit_stays_to_be_mended(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Karim Haddad")
        await pilot.press("plus", *"born", "colon", *"soon", "enter")
        await settle(app, pilot)
        assert "Write it like 9 December 1906" in screen_text(app)
        await pilot.press("escape", "plus")
        await settle(app, pilot)
        assert "born:soon" in screen_text(app)


async def test_a_talk_logged_from_a_page_is_with_that_person(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Kim")
        await pilot.press("l", *"tea with Grace and Karim")
        await settle(app, pilot)
        assert isinstance(app.screen, LogSheet)
        assert "which" not in screen_text(app)
        await pilot.press("enter")
        await _until(pilot, lambda: len(journal.month("2026-11")) == 5)
        [new] = [entry for entry in journal.month("2026-11") if entry.text.startswith("tea")]
        assert list(journal.names(new.people).values()) == ["Grace Kim", "Karim Haddad"]


async def test_whoever_made_them_known_is_an_enter_away(journal: Journal, open_app: Open) -> None:
    karim, jorge = _person(journal, "Karim Haddad"), _person(journal, "Jorge Medina")
    journal.change(karim, replace(karim, met=Met(through=jorge.id)), now=NOW)
    async with open_app(journal) as (app, pilot):
        screen = await _open_page(app, pilot, "Karim Haddad", "person:")
        await pilot.press("enter")
        await settle(app, pilot)
        shown = screen_text(app)
        assert screen.people.key == jorge.id
        assert "Opened doors  Karim Haddad" in shown


async def test_an_old_promise_is_between_us_however_many_talks_came_since(
    journal: Journal, open_app: Open
) -> None:
    jorge = _person(journal, "Jorge Medina")
    [old] = journal.month("2026-08")
    journal.change(old, replace(old, promises=(Promise(text="mend his kite"),)), now=NOW)
    talks = [
        replace(old, id=f"01M7QDK5Y0ZZZZZZZZZZZZZZ{n:02}", promises=(), date=NOW.date()) for n in range(30)
    ]
    journal.bring([], talks, title="talks", now=NOW)
    async with open_app(journal) as (app, pilot):
        await app.show_person(jorge.id)
        await settle(app, pilot)
        assert "you promised: mend his kite" in screen_text(app)


async def test_keys_typed_fast_leave_one_page_to_read(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash", *"jorge")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        opened = screen.opened()
        assert opened is not None
        assert opened.person.name == "Jorge Medina"


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """The app on a page, with an editor that knows where she lives."""
    editor = home / "editor"
    editor.write_text('#!/bin/sh\nsed "s/^place:.*/place: Accra/" "$1" > "$1.new" && mv "$1.new" "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    shell = Terminal("log", "--no-ask", "coffee with @Ngozi")
    assert shell.end()[0] == 0
    terminal = Terminal()
    yield terminal
    terminal.give_up()


def test_the_page_is_lent_to_ones_own_editor(terminal: Terminal) -> None:
    terminal.until("coffee with")
    terminal.type("1")
    terminal.until("Last time, today")
    terminal.type("E")
    terminal.until("Accra")
    terminal.type("q")
    assert terminal.end()[0] == 0


async def test_an_empty_line_about_somebody_is_nothing(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Kim")
        await pilot.press("l", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, LogSheet)
        assert len(journal.month("2026-11")) == 4


async def test_the_page_shows_only_what_fits_and_marks_a_mistake(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, (120, 40)) as (app, pilot):
        screen = await _open_page(app, pilot, "Grace Osei")
        await pilot.press("f", *"keynote")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "Only keynote" in shown
        assert "About her keynote." in shown
        assert "Sailing along the coast." not in shown
        assert "send her the keel book" in shown
        await pilot.press(*" enrgy", "less_than_sign", "3")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "^^^^^" in shown
        assert "Did you mean energy:" in shown
        assert "Sailing along the coast." not in shown
        await pilot.press("enter")
        assert screen.filter_bar.line.has_focus
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.page.has_focus
        assert "Sailing along the coast." in screen_text(app)


async def test_the_cursor_stays_on_an_old_entry_that_fits(journal: Journal, open_app: Open) -> None:
    grace = _person(journal, "Grace Osei").id
    made = (NOW - dt.timedelta(number) for number in range(100, 140))
    old = [Interaction(id=new_id(at), date=at.date(), people=(grace,), text="rowed") for at in made]
    journal.bring([], [*old[:-1], replace(old[-1], text="swam")], title="", now=NOW)
    async with open_app(journal) as (app, pilot):
        screen = await _open_page(app, pilot, "Grace Osei")
        await pilot.press("f", *"swam", "enter")
        await _until(pilot, lambda: any(row.key == old[-1].id for row in screen.page.rows))
        screen.page.go_to(old[-1].id)
        app.publish()
        await settle(app, pilot)
        assert screen.page.key == old[-1].id


async def test_a_mistake_in_the_last_term_is_marked_once_typing_rests(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.widgets.filter_bar.REST", 3600)
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei")
        for key in ("f", *"keynote mood", "less_than_sign"):
            await pilot.press(key)
            assert "^" not in screen_text(app)
        monkeypatch.setattr("netjournal.tui.widgets.filter_bar.REST", 0.01)
        await pilot.press("9")
        await _until(pilot, lambda: "The mood is a number from 1 to 5" in screen_text(app))
        shown = screen_text(app)
        assert "^" in shown
        assert "Sailing along the coast." not in shown


async def test_a_filter_stays_until_one_steps_out_of_it(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, (120, 40)) as (app, pilot):
        screen = await _open_page(app, pilot, "Grace Osei")
        await pilot.press("f", *"keynote", "enter")
        await settle(app, pilot)
        assert screen.page.has_focus
        assert screen.filter_bar.has_words
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.page.has_focus
        assert "Only keynote" not in screen_text(app)
        assert "Sailing along the coast." in screen_text(app)
        await pilot.press("escape")
        assert screen.people.has_focus


async def test_what_changed_while_the_editor_was_open_stands_beside(
    journal: Journal, open_app: Open, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    karim = _person(journal, "Karim Haddad")
    editor = home / "editor"
    editor.write_text('#!/bin/sh\nsed "s/^place:.*/place: Accra/" "$1" > "$1.new" && mv "$1.new" "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Karim Haddad")

        @contextmanager
        def lent() -> Iterator[None]:
            journal.change(karim, replace(karim, place="Tyre"), now=NOW)
            yield

        monkeypatch.setattr(app, "suspend", lent)
        await pilot.press("E")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "Changed meanwhile" in shown
        assert "Tyre" in shown
        assert "Accra" in shown
        assert _person(journal, "Karim Haddad").place == "Tyre"
        await pilot.press("escape", "E")
        await _until(pilot, lambda: _person(journal, "Karim Haddad").place == "Accra")


async def test_someone_new_needs_a_name(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("n", "space", "ctrl+s")
        await settle(app, pilot)
        assert "A person needs a name." in screen_text(app)
        assert len(journal.people()) == 5


async def test_space_keeps_nothing_where_nothing_is_promised(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_page(app, pilot, "Grace Osei", "needs")
        await pilot.press("space")
        await settle(app, pilot)
        assert "Nothing is promised here." in screen_text(app)
        assert len(journal.promises()) == 1
