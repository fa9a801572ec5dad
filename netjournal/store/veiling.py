"""A journal as one may look at it while others see the screen: initials for names, a sign for every word.

It is a copy in a private folder, of which only what `veiled_document` names is let through: no screen and no
command can show what it never gets.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from typing import NoReturn

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Raw
from netjournal.store.files import private_folder, write_whole
from netjournal.store.index import shelves
from netjournal.store.journal import Journal
from netjournal.store.passing import PREFIX, hold
from netjournal.store.places import Places
from netjournal.store.shelf import Edit, Shelf

HIDDEN = "………"
"""What stands for words, however many they are."""

_LONGEST_INITIALS = 3
_SHOWN = {
    "contacts": (
        *("circle", "rhythm", "rhythm_set", "equal", "trusted", "rest", "quiet_until", "pauses"),
        "created",
    ),
    "months": (*("date", "at", "people", "channel", "initiated", "mood", "energy", "created"),),
    "introductions": ("people", "date", "by", "wished", "asked", "outcome", "created"),
}
_SHOWN_OF_REFLECTION = (
    *("prompt", "dimension", "asked", "status", "scale", "rating", "answered", "private", "period", "quoted"),
)
_WORDS = ("text", "about", "why")
_LISTS = ("details", "needs", "offers", "gave", "got")


class Veiled(Journal):
    """Looks like the journal `plain`, and refuses every change; its folder is gone when it is closed."""

    def __init__(self, plain: Journal) -> None:
        cache = private_folder(plain.places.cache)
        self._folder = tempfile.TemporaryDirectory(prefix=PREFIX, dir=cache, ignore_cleanup_errors=True)
        parent = cache / os.path.basename(self._folder.name)
        self._held = hold(parent)
        places = Places(parent / "journal", parent / "state", parent / "cache", plain.places.config)
        _copy(plain, places)
        super().__init__(places, plain.id)
        self._plain = plain
        self._writer = _Refusing()  # type: ignore[assignment]  # nothing is written, so it writes nothing

    @property
    def plain(self) -> Journal:
        """The journal itself, to find whom a name means."""
        return self._plain

    @property
    def backup_trouble(self) -> Unavailable | None:
        """Of a copy there is no backup."""
        return None

    def close(self) -> None:
        """Let go of the files, and remove them."""
        super().close()
        self._held.close()
        self._folder.cleanup()


class _Refusing:
    def recover(self) -> None:
        """There is nothing half done."""

    def __getattr__(self, name: str) -> NoReturn:
        raise JournalError("Names are hidden, so nothing is changed.", "Show them again first.")


def initials(name: str) -> str:
    """``G. O.`` for Grace Osei; ``?`` for a name without a letter."""
    firsts = [next(filter(str.isalnum, word), "") for word in name.split()]
    found = [f"{letter.upper()}." for letter in firsts if letter]
    return " ".join(found[:_LONGEST_INITIALS]) or "?"


def veiled_document(shelf: str, raw: Raw) -> Raw:
    """A document of a shelf as it may be seen; a field that is not named here is left out."""
    kind = shelf.partition("/")[0]
    seen = {key: raw[key] for key in _SHOWN[kind] if key in raw}
    seen |= {key: HIDDEN for key in _WORDS if raw.get(key)}
    seen |= {key: [HIDDEN] for key in _LISTS if raw.get(key)}
    if "name" in raw:
        seen["name"] = initials(str(raw["name"]))
    if isinstance(met := raw.get("met"), dict):
        seen["met"] = {key: met[key] for key in ("date", "within", "through") if key in met}
    if isinstance(promises := raw.get("promises"), list):
        seen["promises"] = [
            {"text": HIDDEN} | {key: one[key] for key in ("by", "due", "kept") if key in one}
            for one in promises
            if isinstance(one, dict)
        ]
    if isinstance(asked := raw.get("reflection"), dict):
        shown = {key: asked[key] for key in _SHOWN_OF_REFLECTION if key in asked}
        answer = {"answer": HIDDEN} if asked.get("answer") else {}
        seen["reflection"] = {**shown, "question": HIDDEN, **answer}
    return seen


def _copy(plain: Journal, places: Places) -> None:
    """Shelves of which nothing may be seen, goals and what was deleted, are left out with their files."""
    private_folder(places.journal)
    manifest = plain.folder / "journal.json"
    write_whole(places.journal / "journal.json", manifest.read_bytes())
    for name in shelves(plain.folder):
        if name.partition("/")[0] in _SHOWN:
            with contextlib.suppress(Unavailable):  # one that is damaged is told of where it is whole
                documents = Shelf(plain.folder, name).documents()
                edits = (
                    Edit(name, id, None, veiled_document(name, raw))
                    for id, raw in documents.items()
                    if isinstance(raw, dict)
                )
                Shelf(places.journal, name).put(tuple(edits))
