"""One more thing about a person, said in a line: ``needs: a sailmaker``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.errors import Misused
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.pages import FormContext
from netjournal.language.recalling import with_several
from netjournal.model import Contact

NOTABLE: Mapping[str, tuple[str, ...]] = {
    "details": ("told", "detail", "details"),
    "needs": ("needs", "need", "working on", "looking for"),
    "offers": ("offers", "offer", "could offer"),
    "tags": ("tag", "tags"),
    "nicknames": ("aka", "nickname", "nicknames"),
    "birthday": ("birthday", "born"),
    "place": ("place", "lives", "town"),
    "organisation": ("work", "organisation", "company"),
    "role": ("role",),
    "field": ("field",),
    "zone": ("zone", "time zone"),
    "emails": ("email", "e-mail", "mail"),
    "phones": ("phone", "call"),
    "links": ("link", "see", "web"),
    "met.through": ("through", "met through"),
    "met.place": ("met at",),
    "met.date": ("met on", "met"),
    "circle": ("circle",),
    "rhythm": ("rhythm", "every"),
    "about": ("about",),
}
"""The words before the colon, by the field of a person that they mean; the first is the one to show."""

_KEYS = {word: key for key, words in NOTABLE.items() for word in words}
_FIELDS = {field.key: field for field in CONTACT_FIELDS}
_LINE = re.compile(r"\s*([a-z][a-z -]*?)\s*:\s*(.*)", re.IGNORECASE)


class Noted(NamedTuple):
    """A person with what a line says of them: in which field it stands, and as what."""

    person: Contact
    key: str
    text: str


def note(person: Contact, line: str, context: FormContext) -> Noted:
    """`person` with what `line` says; a line that names no field is something they told.

    What has several values gets one more, anything else the new one. Raises Misused for a line without words,
    for what does not fit its field, and for what is known already.
    """
    whole = " ".join(line.split())
    found = _LINE.fullmatch(whole)
    known = found is not None and found[1].casefold() in _KEYS
    key, text = (_KEYS[found[1].casefold()], found[2]) if found and known else ("details", whole)
    if key == "details" and text.startswith("#"):
        key = "tags"
    if not text:
        raise Misused("There is nothing to keep yet.", f"Say what it is: {NOTABLE[key][0]}: …")
    after = _with(person, key, text, context)
    if after == person:
        raise Misused("That stands there already.")
    return Noted(after, key, text)


def _with(person: Contact, key: str, text: str, context: FormContext) -> Contact:
    taken = _FIELDS[key].take(person, text, context)
    if "." in key:
        return taken
    old, new = getattr(person, key), getattr(taken, key)
    if isinstance(new, tuple):
        both = (*old, *(one for one in new if one not in old))
        return with_several(person, key, both, context.now.date())
    return replace(person, about=f"{old}\n{new}") if key == "about" and old else taken
