"""The words by which entries are found, read from a line of a month's file and nothing else of it."""

from __future__ import annotations

import msgspec

from netjournal.model import Interaction


class _Promise(msgspec.Struct, frozen=True, gc=False):
    text: str


class _Reflection(msgspec.Struct, frozen=True, gc=False):
    question: str
    status: str = "asked"
    answer: str = ""


class Worded(msgspec.Struct, frozen=True, gc=False):
    """What `texts_of` looks at in an Interaction, read six times as fast."""

    text: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promises: tuple[_Promise, ...] = ()
    reflection: _Reflection | None = None


def texts_of(entry: Interaction | Worded) -> list[str]:
    """What is shown of an entry in words of its own, and it is found by."""
    texts = [entry.text, entry.place, *entry.tags, *entry.gave, *entry.got]
    texts += [promise.text for promise in entry.promises]
    asked = entry.reflection
    if asked is not None and asked.status != "skipped":
        texts += [asked.question, asked.answer]
    return texts
