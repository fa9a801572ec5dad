"""A small journal for the app's tests, and what they look at."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from netjournal.model import Contact, Interaction, Met, Promise, Reflection, new_id
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")


async def settle(app: NetjournalApp, pilot: Pilot[int]) -> None:
    """Wait until what was begun is written and drawn; an open dialog keeps its worker waiting."""
    await pilot.pause()
    if app.is_running:
        await asyncio.wrap_future(app._writer.submit(lambda: None))
    await pilot.pause()


def screen_text(app: NetjournalApp) -> str:
    """What stands on the screen, line by line, without trailing spaces."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def until(app: NetjournalApp, pilot: Pilot[int], words: str) -> str:
    """What stands on the screen once `words` do; what a thread reads or writes takes a moment."""
    for _ in range(100):
        if words in (shown := screen_text(app)):
            return shown
        await pilot.pause(0.02)
    raise AssertionError(f"{words!r} is not in\n{screen_text(app)}")


def fill(journal: Journal, rename: Callable[[str], str] = lambda text: text) -> None:
    """Write the small journal; `rename` may change every text in it."""
    people = {
        name: Contact(id=_id(seed), name=rename(name), **known)
        for seed, (name, known) in enumerate(_PEOPLE.items(), 1)
    }
    entries = [
        Interaction(
            id=_id(seed),
            people=tuple(people[name].id for name in who),
            text=rename(text),
            created=NOW,
            **known,
        )
        for seed, (who, text, known) in enumerate(_entries(rename), 100)
    ]
    journal.bring(list(people.values()), entries, title="the small journal", now=NOW)


def _id(seed: int) -> str:
    return new_id(NOW, lambda size: bytes([seed] * size))


_PEOPLE: dict[str, dict[str, Any]] = {
    "Grace Osei": {
        "nicknames": ("Gracie",),
        "role": "sailmaker",
        "place": "Tema",
        "tags": ("boats",),
        "needs": ("a quiet harbour for the winter",),
        "offers": ("an hour on sails",),
        "details": ("her sister Mary paints",),
        "birthday": "1966-12-01",
        "zone": "Africa/Accra",
        "met": Met(date=dt.date(2025, 4, 2), place="the harbour festival"),
    },
    "Jorge Medina": {},
    "Karim Haddad": {"place": "Beirut", "birthday": "--11-19"},
    "Grace Kim": {"organisation": "Hanbit Labs"},
    "田中由紀": {"nicknames": ("Yuki",)},
}


def _asked(theme: str, question: str, answer: str = "", rating: int | None = None) -> Reflection:
    return Reflection(
        prompt=f"{theme}-01",
        dimension=theme,  # type: ignore[arg-type]  # a plain word in a table of the tests
        question=question,
        asked=NOW,
        answer=answer,
        rating=rating,
        status="answered" if answer else "asked",
    )


def _entries(rename: Callable[[str], str]) -> list[tuple[list[str], str, dict[str, Any]]]:
    day = dt.date.fromisoformat
    return [
        (
            ["Grace Osei", "Jorge Medina"],
            "Lunch. She launches the boat in May and needs a sailmaker.",
            {
                "date": day("2026-11-17"),
                "channel": "in_person",
                "place": rename("Café Lula"),
                "tags": (rename("food"),),
                "gave": (rename("intro to Karim"),),
                "got": (rename("a place at her table"),),
                "promises": (Promise(text=rename("send her the keel book"), due=day("2026-11-20")),),
                "reflection": _asked("curiosity", "What made them light up?", rename("Boats; ask again."), 4),
            },
        ),
        (
            ["Karim Haddad"],
            "Twenty minutes about Beirut.",
            {
                "date": day("2026-11-17"),
                "at": dt.datetime.fromisoformat("2026-11-17T18:40:00+01:00"),
                "channel": "call",
                "reflection": _asked("trust", "What did you say you would do?"),
            },
        ),
        ([], "Gave the talk on small tools.", {"date": day("2026-11-16"), "tags": (rename("talks"),)}),
        (["Grace Kim"], "Sent her the list.", {"date": day("2026-11-03"), "channel": "message"}),
        (["Grace Osei"], "About her keynote.", {"date": day("2026-10-16"), "mood": 4, "energy": 3}),
        (
            ["Grace Osei", "田中由紀"],
            "Sailing along the coast.",
            {
                "date": day("2025-08-02"),
                "reflection": _asked("giving", "What did you share?", rename("My old charts.")),
            },
        ),
        (["Jorge Medina"], "Tea at the pier.", {"date": day("2026-08-05"), "channel": "in_person"}),
    ]
