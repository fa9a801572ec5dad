"""Introducing people in the app, and being asked to tell somebody how it went."""

from __future__ import annotations

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Contact, Met
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.editing import edit
from netjournal.tui.flows import ask
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def somebody(journal: Journal, name: str) -> Contact:
    return journal.person(next(person.id for person in journal.people() if person.name == name))


async def fill_in(app: NetjournalApp, pilot: Pilot[int], **texts: str) -> None:
    for key, text in texts.items():
        app.screen.query_one(f"#field-{key}", Input).value = text
    await pilot.press("ctrl+s")
    await settle(app, pilot)


async def test_i_introduces_the_person_and_a_form_changes_it(journal: Journal, open_app: Open) -> None:
    grace = somebody(journal, "Grace Osei")
    async with open_app(journal) as (app, pilot):
        await app.show_person(grace.id)
        await settle(app, pilot)
        await pilot.press("i")
        await settle(app, pilot)
        assert "Introduce Grace Osei to …" in screen_text(app)
        await fill_in(app, pilot)
        assert "Somebody is missing." in screen_text(app)
        await fill_in(app, pilot, to="Grace Osei")
        assert "That is the same person." in screen_text(app)
        await fill_in(app, pilot, to="Gracy Ossei")
        assert "Nobody here is called Gracy Ossei." in " ".join(screen_text(app).split())
        assert "Did you mean Grace" not in " ".join(screen_text(app).split())
        assert "n writes down someone new" in " ".join(screen_text(app).split())
        await fill_in(app, pilot, to="Karim", why="both sail", asked="Grace")
        assert "Grace Osei and Karim Haddad, today: both sail" in " ".join(screen_text(app).split())
        [made] = journal.introductions()
        assert (made.asked, made.outcome, made.date) == ((grace.id,), "open", NOW.date())

        await pilot.press("i")
        await settle(app, pilot)
        await fill_in(app, pilot, to="Karim")
        assert "is open already" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)

        await edit(app, made)
        await settle(app, pilot)
        assert isinstance(app.screen, FormDialog)
        await fill_in(app, pilot, asked="both", outcome="met")
        [after] = journal.introductions()
        assert (after.both_asked, after.outcome, after.why) == (True, "met", "both sail")


async def test_to_somebody_else_leaves_out_who_was_asked(journal: Journal, open_app: Open) -> None:
    grace = somebody(journal, "Grace Osei")
    async with open_app(journal) as (app, pilot):
        await app.show_person(grace.id)
        await settle(app, pilot)
        await pilot.press("i")
        await settle(app, pilot)
        await fill_in(app, pilot, to="Karim", asked="Karim", wished="Karim")
        await edit(app, journal.introductions()[0])
        await settle(app, pilot)
        await fill_in(app, pilot, to="Jorge", asked="", wished="")
        [after] = journal.introductions()
        assert after.people == (grace.id, somebody(journal, "Jorge Medina").id)
        assert (after.asked, after.wished) == ((), "")


async def test_whoever_brought_us_together_may_like_to_hear(journal: Journal, open_app: Open) -> None:
    karim, yuki = somebody(journal, "Karim Haddad"), somebody(journal, "田中由紀")
    journal.change(karim, replace(karim, met=Met(through=yuki.id)), now=NOW)
    async with open_app(journal) as (app, pilot):
        entry = next(one for one in journal.month("2026-11") if one.people == (karim.id,))
        await ask(app, entry)
        await settle(app, pilot)
        app.screen.query_one("#line", Input).value = "a laugh /4"
        await pilot.press("enter")
        await settle(app, pilot)
        assert sum("You met Karim Haddad through 田中由紀." in one.message for one in app._notifications) == 1
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one("#line", Input).value = "tea with Karim got:maps"
        await pilot.press("enter")
        await settle(app, pilot)
        assert sum("You met Karim Haddad through 田中由紀." in one.message for one in app._notifications) == 1
