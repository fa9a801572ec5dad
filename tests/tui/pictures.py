"""The pictures in the README, made by the real app on the demo journal: ``python -m tests.tui.pictures``."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from netjournal import demo
from netjournal.model import Raw
from netjournal.settings import Settings
from netjournal.store.files import private_folder
from netjournal.store.journal import Journal
from netjournal.store.manifest import SCHEMA
from netjournal.store.places import Places
from netjournal.store.shelf import Edit, Shelf
from netjournal.tui.app import NetjournalApp
from netjournal.tui.widgets.rows import Rows
from tests.tui.journals import screen_text, settle

FOLDER = Path(__file__).parents[2] / "screenshots"
NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+00:00")
_ID = "01M7EFHQS0KVRM1ST0CC4HQTRP"
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


class Picture(NamedTuple):
    """A picture: name, size of the terminal, the keys that lead to it, words that say that it is whole."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str]
    theme: str = "dark"
    until: str = ""


PICTURES = (
    Picture("timeline", (120, 36), ()),
    Picture("year", (120, 36), ("y", "left", "up")),
    Picture("contacts", (120, 36), ("1",)),
    Picture("reflections", (120, 36), ("3", "down", "down", "down", "down")),
    Picture("months", (120, 36), ("3", "y"), until="135 of 152"),
    Picture("log", (120, 36), ("l", *"yesterday: tea with ", "at", *"gra")),
    Picture("review", (80, 24), ("v", "enter", *"to Will for the kettle"), until="1 of"),
    Picture("timeline-light", (80, 24), (), "light"),
    Picture("search", (80, 24), ("s", *"sail gra"), until="13 entries"),
    Picture("contacts-narrow", (40, 12), ("1",)),
)


def journal_in(folder: Path) -> Journal:
    """The demo journal, in a folder of its own; which questions a review asks goes by its id."""
    places = Places(folder / "journal", folder / "state", folder / "cache", folder / "config")
    manifest: Raw = {"schema": SCHEMA, "created": NOW.isoformat()}
    Shelf(private_folder(places.journal), "journal").put((Edit("journal", _ID, None, manifest),))
    journal = Journal.open(places, NOW)
    contacts, interactions = demo.make(NOW)
    journal.bring(contacts, interactions, title="demo", now=NOW)
    return journal


def pictures(journal: Journal) -> Iterator[tuple[str, str]]:
    """Each picture's file name and SVG. No font is fetched when one is looked at."""
    for picture in PICTURES:
        yield f"{picture.name}.svg", asyncio.run(_draw(journal, picture))


async def _draw(journal: Journal, picture: Picture) -> str:
    settings = Settings(theme="light" if picture.theme == "light" else "dark")
    app = NetjournalApp(journal, settings, lambda: NOW)
    async with app.run_test(size=picture.size) as pilot:
        await settle(app, pilot)
        for key in picture.keys:
            await pilot.press("space" if key == " " else "colon" if key == ":" else key)
        await settle(app, pilot)
        for _ in range(500):
            if picture.until in screen_text(app):
                break
            await pilot.pause(0.02)
        else:
            raise AssertionError(f"{picture.name} never shows {picture.until!r}")
        before = ""
        while before != (before := screen_text(app)):  # what comes from a thread comes in pieces
            await pilot.pause(0.06)
        if picture.name == "search":  # how much of it came at first says how long the rest is guessed to be
            rows = app.screen.query_one(Rows)
            rows.measure_around(len(rows.rows) - 1)
            await settle(app, pilot)
        if picture.name == "months":  # where it began may have been by the first of what came
            await pilot.press("home")
            await settle(app, pilot)
        svg = app.export_screenshot(title="netjournal")
        if picture.name in ("log", "review"):
            await pilot.press("ctrl+u", "escape")
    return _FONT_FACE.sub("\n", svg)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, svg in pictures(journal_in(Path(folder))):
            (FOLDER / name).write_text(svg, "utf-8")
            print(FOLDER / name)
