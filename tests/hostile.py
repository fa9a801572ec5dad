"""Texts that would do something to a terminal, to a screen that reads markup, or to whoever reads them."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from netjournal.language.visible import visible
from netjournal.model import (
    Contact,
    Destination,
    Goal,
    Interaction,
    Introduction,
    Met,
    Promise,
    Reflection,
    new_id,
)
from netjournal.store.journal import Journal

HOSTILE = (
    *("[/foo]", "[red]x[/red]", "[@click=app.quit]x[/]", "[@click=app.simulate_key('d')]Ann Lee[/]"),
    *("Ann [/", "[CEO]", "[1, '3']", "[foo='bar", "[#zzz]", "[b + c", "\\[x\\]", "\\"),
    *("[link=https://example.test]x[/link]", ":smile: {0} {x!r} %s %(x)s ${HOME} $(id) `id`"),
    *("\x1b[31mred", "\x1b[2J", "\x1b[6n", "\x1b[?1049l", "\x1bc", "\x1b]0;title\x07", "\x1b]0;title\x1b\\"),
    *(
        "\x1b]52;c;UFdO\x1b\\",
        "\x1b]8;;http://example.test\x1b\\x",
        "\x1bPq\x1b\\",
        "\x1b_x\x1b\\",
        "end \x1b]",
    ),
    *("\x9b31m", "\x9d0;x\x9c", "a\x07b\x08\x08c\rd\x0be\x0cf\x7f", "a\tb"),
    *("a\u202eb\u202c", "a\u2066b\u2069", "a\u200e\u061cb", "e\u0301\u200b\ufeff\xad", "a\u2028b\u2029c"),
    *("\ufff9x", "\U000e0041", "\uffff\U0010ffff", "\ufdd0x\ufdd1"),
    *("👩‍👩‍👧‍👦 🏳️‍🌈", "שלום العربية नमस्ते", "Z" + "\u0351\u036b\u0343" * 30, "x" * 300),
    *("=1+1", "../../x", "javascript:alert(1)", "(a+)+$", "-rf", "--help", "~", "@SUM(1)"),
)
"""Of reliability.md §5.1; NUL and lone surrogates, which no journal holds, are left to the forms."""

FORBIDDEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""What no terminal is to get but a line break."""


def _same(number: int, size: int) -> bytes:
    return bytes([number] * size)


def fill(journal: Journal, now: dt.datetime) -> None:
    """A person and an entry for each text, with it in every field, and the rest of a journal."""
    people, entries = [], []
    for number, text in enumerate(HOSTILE):
        people.append(_person(new_id(now, partial(_same, number)), text, now))
        entries.append(_entry(new_id(now, partial(_same, number)), text, now))
    journal.bring(people, entries, title=HOSTILE[0], now=now)
    one, other, third = (person.id for person in people[14:17])
    text = HOSTILE[14]
    journal.introduce(Introduction(id="", people=(one, other), date=now.date(), why=text, by=third), now=now)
    today = now.date()
    journal.set_destination(Destination(id="", text=text), now=now)
    journal.set_goal(Goal(id="", text=text, plan=text, target=3, since=today, by=today), now=now)


def _person(id: str, text: str, now: dt.datetime) -> Contact:
    many = (text, visible(text))
    return Contact(
        id=id,
        name=text,
        nicknames=(f"nick {text}",),
        emails=many,
        phones=many,
        links=many,
        organisation=text,
        role=text,
        field=text,
        place=text,
        about=f"{text}\n{text}",
        tags=many,
        details=many,
        needs=many,
        offers=many,
        met=Met(date=now.date(), place=text),
    )


def _entry(id: str, text: str, now: dt.datetime) -> Interaction:
    return Interaction(
        id=id,
        date=now.date(),
        people=(id,),
        text=f"{text}\n{text}",
        place=text,
        tags=(text,),
        gave=(text,),
        got=(text,),
        promises=(Promise(text=text, due=now.date()), Promise(text=text, by="them")),
        reflection=Reflection(
            prompt="own", dimension="giving", question=text, asked=now, answer=text, status="answered"
        ),
        created=now,
    )
