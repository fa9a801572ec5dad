"""Names in an entry's form that nobody has: asked about once, then written down with the entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from unicodedata import normalize

from msgspec.structs import replace

from netjournal.errors import JournalError, Nobody
from netjournal.language.forms.pages import FormContext
from netjournal.model import Contact, Interaction, Met

_AGAIN = "Save again to write them down as new."


class Newcomers:
    """Who may be new in one form; `context` reads its fields and takes a name that nobody has.

    `new_id` gives the ids of those who are written in the end.
    """

    def __init__(self, context: FormContext, new_id: Callable[[datetime], str]) -> None:
        self.context = replace(context, resolve_person=self._resolve)
        self._resolve_known = context.resolve_person
        self._new_id = new_id
        self._people: dict[str, Contact] = {}
        self._hints: dict[str, str] = {}
        self._told: set[str] = set()

    def among(self, entry: Interaction) -> tuple[Contact, ...]:
        """Those of an entry's people who are not in the journal yet, met on its day at its place."""
        met = Met(date=entry.date, place=entry.place)
        new = (person for person in self._people.values() if person.id in entry.people)
        return tuple(replace(person, met=met, created=self.context.now) for person in new)

    def ask_about(self, entry: Interaction) -> None:
        """Raises JournalError, once for each name, that asks to save again if somebody is new."""
        names = [person.name for person in self.among(entry)]
        if not self._told.issuperset(names):
            self._told.update(names)
            *others, last = names
            called = f"{', '.join(others)} or {last}" if others else last
            hints = dict.fromkeys(self._hints[name] for name in names)
            raise JournalError(f"Nobody here is called {called}.", " ".join(filter(None, (*hints, _AGAIN))))

    def _resolve(self, name: str) -> str:
        try:
            return self._resolve_known(name)
        except Nobody as error:
            called = normalize("NFC", name.strip().removeprefix("@").strip('"').strip())
            new = Contact(id=self._new_id(self.context.now), name=called)
            self._hints[called] = error.hint
            return self._people.setdefault(called, new).id
