"""The app in a folder that something else shares."""

from __future__ import annotations

import json
import shutil

from netjournal.store.journal import Journal
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.editing import edit
from tests.tui.conftest import Open
from tests.tui.journals import screen_text, settle


async def test_a_conflict_copy_is_noticed_quietly_and_once(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        assert "another version" not in screen_text(app)
        people = journal.folder / "contacts.json"
        copy = people.with_name("contacts.sync-conflict-20261118-101010-ABC.json")
        shutil.copy(people, copy)
        people.write_bytes(people.read_bytes() + b"\n")
        app.look()
        await settle(app, pilot)
        await settle(app, pilot)
        assert "another version of contacts" in screen_text(app)
        app.clear_notifications()
        app.tell_problems()
        await settle(app, pilot)
        assert "another version" not in screen_text(app)
        assert copy.exists()


async def test_what_one_types_while_the_shelf_changes_is_kept_and_offered(
    journal: Journal, open_app: Open
) -> None:
    [grace] = [one for one in journal.people() if one.name == "Grace Osei"]
    async with open_app(journal) as (app, pilot):
        await edit(app, journal.person(grace.id))
        await settle(app, pilot)
        assert isinstance(app.screen, FormDialog)
        place = app.screen.query_one("#field-place")
        app.screen.set_focus(place)
        await pilot.press(*"Accra")
        path = journal.folder / "contacts.json"
        tables = json.loads(path.read_text())
        tables["contacts"][grace.id]["place"] = "Kumasi"
        path.write_text(json.dumps(tables))
        app.look()
        await settle(app, pilot)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        await settle(app, pilot)
        assert "changed elsewhere" in screen_text(app)
        assert journal.person(grace.id).place == "Kumasi"
        await edit(app, journal.person(grace.id))
        await settle(app, pilot)
        assert "Accra" in screen_text(app)
