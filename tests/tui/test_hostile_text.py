"""Whatever is written is shown literally: markup does nothing, no control character reaches the terminal."""

from __future__ import annotations

import re
from functools import partial

import pytest
from textual.events import Paste
from textual.widgets import Input

from netjournal.language.visible import visible
from netjournal.model import Contact, Interaction, Promise, Reflection, new_id
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

pytestmark = pytest.mark.usefixtures("drawn")

HOSTILE = (
    "[/foo]",
    "[red]x[/red]",
    "[@click=app.quit]x[/]",
    "Ann [/",
    "[CEO]",
    "\\[x\\]",
    "[link=https://example.test]x[/link]",
    ":smile: {0} %s ${HOME}",
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]52;c;UFdO\x1b\\",
    "\x9b31m",
    "a\u202eb",
    "e\u0301\u200b\ufeff",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "שלום العربية नमस्ते",
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TALL = (110, 400)


def _same(number: int, size: int) -> bytes:
    return bytes([number] * size)


@pytest.fixture
def hostile(empty: Journal) -> Journal:
    """A person and an entry for each text, with it in every field that is shown."""
    people, entries = [], []
    for number, text in enumerate(HOSTILE):
        id = new_id(NOW, partial(_same, number))
        many = (text,)
        people.append(
            Contact(
                id=id, name=text, nicknames=many, role=text, place=text, about=text, details=many, needs=many
            )
        )
        reflection = Reflection(
            prompt="own", dimension="giving", question=text, asked=NOW, answer=text, status="answered"
        )
        entries.append(
            Interaction(
                id=id,
                date=NOW.date(),
                people=(id,),
                text=f"{text}\n{text}",
                place=text,
                tags=many,
                gave=many,
                promises=(Promise(text=text, due=NOW.date()),),
                reflection=reflection,
                created=NOW,
            )
        )
    empty.bring(people, entries, title="hostile", now=NOW)
    return empty


async def test_every_screen_and_dialog_shows_it_literally(hostile: Journal, open_app: Open) -> None:
    shown = [visible(text)[:24] for text in HOSTILE]
    async with open_app(hostile, size=_TALL) as (app, pilot):

        async def look(*keys: str) -> str:
            await pilot.press(*keys)
            await settle(app, pilot)
            seen = screen_text(app)
            assert app.is_running
            assert not _CONTROL.search(seen)
            return seen

        for keys in ((), ("1",), ("3",)):
            seen = await look(*keys)
            assert [text for text in shown if text not in seen] == []
        await pilot.resize_terminal(110, 40)
        await look("tab", "a")
        await look("escape", "e")
        await look("escape", "2", "e")
        await look("escape", "1", "e")
        await look("escape", "enter", "question_mark")
        await look("escape", "l")
        for text in HOSTILE:
            app.screen.query_one(Input).value = f'tea with @"{text}" at:"{text}" gave:"{text}" #{text}'
            await pilot.pause()
            assert not _CONTROL.search(screen_text(app))
        await look("escape", "ctrl+p")
        app.post_message(Paste(" ".join(HOSTILE)))
        await pilot.pause(0.3)
        await look()


async def test_toasts_show_it_literally(hostile: Journal, open_app: Open) -> None:
    async with open_app(hostile, size=_TALL) as (app, pilot):
        for text in HOSTILE:
            app.tell(text)
        await settle(app, pilot)
        seen = screen_text(app)
        assert not _CONTROL.search(seen)
        assert [text for text in HOSTILE if visible(text) not in seen] == []


async def test_the_name_of_a_newcomer_is_said_literally(empty: Journal, open_app: Open) -> None:
    async with open_app(empty, settings=Settings(ask="never")) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one(Input).value = 'tea with @"[b]Zuri[/b] [/foo]"'
        await pilot.press("enter")
        await settle(app, pilot)
        assert "[b]Zuri[/b] [/foo]" in screen_text(app)
    assert [person.name for person in empty.people()] == ["[b]Zuri[/b] [/foo]"]
