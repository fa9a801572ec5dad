"""The form of an entry: people are added to it afterwards, someone new too."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Contact, Interaction, Met, Reflection
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.form import FormDialog
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


async def _until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    for _ in range(100):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


async def _open_form(app: NetjournalApp, pilot: Pilot[int], people: str) -> Input:
    """Open the form of an entry with Karim, with `people` in the field for them."""
    app.show_entry(_call(app.journal))
    await pilot.press("e")
    assert isinstance(app.screen, FormDialog)
    line = app.screen.query_one("#field-people", Input)
    line.value = people
    return line


def _call(journal: Journal) -> Interaction:
    return next(entry for entry in journal.month("2026-11") if entry.channel == "call")


def _called(journal: Journal, name: str) -> list[Contact]:
    return [journal.person(person.id) for person in journal.people() if person.name == name]


async def test_someone_new_is_asked_about_once_and_written_with_the_entry(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_form(app, pilot, "Karim Haddad; @Omar Farouk; Lin Mei")
        before = _call(journal)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert "Nobody here is called Omar Farouk or Lin Mei." in shown
        assert "Save again" in shown
        assert len(journal.people()) == 5
        await pilot.press("ctrl+s")
        await _until(pilot, lambda: len(journal.people()) == 7)
        await settle(app, pilot)
        assert "Omar Farouk is in the journal now." in screen_text(app)
        [omar], [lin] = _called(journal, "Omar Farouk"), _called(journal, "Lin Mei")
        assert _call(journal).people == (*before.people, omar.id, lin.id)
        assert omar.met == Met(date=before.date, place=before.place)
        await pilot.press("u")
        await _until(pilot, lambda: len(journal.people()) == 5)
        assert _call(journal) == before


async def test_a_slip_is_mended_and_brings_nobody(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        line = await _open_form(app, pilot, "Karim Hadad; Yuki")
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "Did you mean Karim Haddad? Save again" in " ".join(screen_text(app).split())
        assert line.value == "Karim Hadad; Yuki"
        line.value = "Karim Haddad; Yuki; Ottilie Brandt"
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "Nobody here is called Ottilie Brandt." in screen_text(app)
        line.value = "Karim Haddad; Yuki"
        await pilot.press("ctrl+s")
        await _until(pilot, lambda: len(_call(journal).people) == 2)
        assert len(journal.people()) == 5


async def test_no_to_someone_new_loses_nothing_typed(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_form(app, pilot, "Karim Haddad; Omar Farouk")
        await pilot.press("ctrl+s", "escape")
        await settle(app, pilot)
        assert len(journal.people()) == 5
        await pilot.press("e")
        assert isinstance(app.screen, FormDialog)
        assert app.screen.query_one("#field-people", Input).value == "Karim Haddad; Omar Farouk"


async def test_a_name_of_several_is_nobody_new(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _open_form(app, pilot, "Grace")
        await pilot.press("ctrl+s", "ctrl+s")
        await settle(app, pilot)
        assert "Several people are called Grace" in screen_text(app)
        assert isinstance(app.screen, FormDialog)
        assert len(journal.people()) == 5


async def test_a_question_that_waits_and_fits_no_more_is_chosen_anew(
    journal: Journal, open_app: Open
) -> None:
    before = _call(journal)
    asked = Reflection(prompt="voice-05", dimension="voice", question="Almost said?", asked=NOW)
    journal.change(before, replace(before, reflection=asked), now=NOW)
    async with open_app(journal) as (app, pilot):
        await _open_form(app, pilot, "Karim Haddad")
        app.screen.query_one("#field-channel", Input).value = "email"
        await pilot.press("ctrl+s")
        await _until(pilot, lambda: journal.interaction(before.id).channel == "email")
        after = journal.interaction(before.id)
        assert after.reflection is not None
        assert (after.reflection.status, after.reflection.prompt != "voice-05") == ("asked", True)


async def test_a_hint_that_is_too_long_says_that_it_goes_on(journal: Journal, open_app: Open) -> None:
    for width, shown in ((120, "(nobody, if you make it yourself)"), (40, "(nobody, if you mak…")):
        async with open_app(journal, size=(width, 24)) as (app, pilot):
            await pilot.press("1", "i")
            await settle(app, pilot)
            assert shown in screen_text(app)
