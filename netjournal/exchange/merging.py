"""Two people of the journal who are one: what their one page says, with nothing of either lost.

Where both say something else what stands on the kept page stays, and the other is told in words under what
is written about them. Issue 3 §5.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from netjournal.exchange.alike import remembered
from netjournal.exchange.cards import kept_card, kept_fields
from netjournal.exchange.telephones import with_numbers
from netjournal.exchange.uniting import united
from netjournal.language.entry_words import say_birthday
from netjournal.language.forms.met import finer, may_be_one_day, say_when_met
from netjournal.model import CIRCLES, Birthday, Contact, Met, Pause, Raw, changed
from netjournal.model.registers import STAMPS

NameOf = Callable[[str], str]
"""The name of somebody by id."""

_LISTS = ("emails", "links", "tags", "details", "needs", "offers")
_TEXTS = ("organisation", "role", "field", "place", "zone")
_SAID = {"field": "field: {}", "place": "place: {}", "zone": "time zone: {}"}


class Page(NamedTuple):
    """A person, and their document as it was read."""

    person: Contact
    raw: Raw


class Merged(NamedTuple):
    """The one person, their document, and what the other page said otherwise, which `about` tells now."""

    person: Contact
    raw: Raw
    otherwise: tuple[str, ...]


def merged(kept: Page, other: Page, name_of: NameOf) -> Merged:
    """`kept` with everything of `other`, whose name becomes a nickname."""
    one, two = kept.person, other.person
    otherwise = tuple(_otherwise(one, two, name_of))
    fields: dict[str, Any] = {name: _both(name, getattr(one, name), getattr(two, name)) for name in _LISTS}
    fields["phones"] = with_numbers(one.phones, two.phones)
    fields["nicknames"] = _called(one, two)
    fields |= {name: getattr(one, name) or getattr(two, name) for name in (*_TEXTS, "birthday")}
    also = f"Also: {'; '.join(otherwise)} (from another page of theirs)" if otherwise else ""
    if _differ_in_work(one, two):  # nobody is a baker at the other one's yard
        fields |= {"organisation": one.organisation, "role": one.role}
    fields["about"] = _about(_about(one.about, two.about), also)
    fields["met"] = _met(one, two)
    ours = (one.id, two.id)
    fields["others"] = tuple(id for id in _both("others", one.others, two.others) if id not in ours)
    person = msgspec.structs.replace(one, **fields, **_rhythm(one, two))
    return Merged(person, _document(kept, other, person), otherwise)


def _otherwise(one: Contact, two: Contact, name_of: NameOf) -> Iterable[str]:
    """What the page of `two` says where that of `one` says something else, in words; the wider circle."""
    if _differ_in_work(one, two):
        yield " at ".join(part for part in (two.role, two.organisation) if part)
    for name, words in _SAID.items():
        if _differ(getattr(one, name), getattr(two, name)):
            yield words.format(getattr(two, name))
    if _differ(one.birthday, two.birthday):
        yield f"birthday: {_say_birthday(two.birthday)}"
    met, also = one.met or Met(), two.met or Met()
    if met.date and also.date and not may_be_one_day(met, also):
        yield f"met {say_when_met(also)}"
    if _differ(met.place, also.place):
        yield f"met at {also.place}"
    if {one.id, two.id}.isdisjoint((met.through, also.through)) and _differ(met.through, also.through):
        yield f"met through {name_of(also.through)}"
    if one.circle and two.circle and one.circle != two.circle:
        yield f"circle: {max(one.circle, two.circle, key=CIRCLES.index)}"
    if one.rhythm and two.rhythm and one.rhythm != two.rhythm:
        yield f"every {two.rhythm} days"


def _differ_in_work(one: Contact, two: Contact) -> bool:
    return _differ(one.organisation, two.organisation) or _differ(one.role, two.role)


def _differ(mine: str, theirs: str) -> bool:
    return bool(mine and theirs and mine != theirs)


def _say_birthday(birthday: str) -> str:
    return say_birthday(Birthday.parse(birthday)) if birthday else ""


def _met(one: Contact, two: Contact) -> Met | None:
    """When, where and through whom, as far as either says; through nobody who turns out to be themselves."""
    met, also = one.met or Met(), two.met or Met()
    through = next((id for id in (met.through, also.through) if id not in ("", one.id, two.id)), "")
    when = finer(met, also)
    both = Met(date=when.date, within=when.within, place=met.place or also.place, through=through)
    return None if both == Met() else both


def _rhythm(one: Contact, two: Contact) -> Mapping[str, Any]:
    """The closer circle, the later of two days before which nothing is suggested, every pause, what comes
    back; rest stays.
    """
    circles = [person.circle for person in (one, two) if person.circle]
    since = [person.rhythm_set for person in (one, two) if person.rhythm_set]
    quiet = [person.quiet_until for person in (one, two) if person.quiet_until]
    created = [person.created for person in (one, two) if person.created]
    known = {recall.detail for recall in one.recalls}
    pauses: tuple[Pause, ...] = tuple(dict.fromkeys((*one.pauses, *two.pauses)))
    return {
        "circle": min(circles, key=CIRCLES.index, default=None),
        "rhythm": one.rhythm or two.rhythm,
        "rhythm_set": max(since, default=None),
        "quiet_until": max(quiet, default=None),
        "pauses": tuple(sorted(pauses, key=lambda pause: pause.since)),
        "recalls": (*one.recalls, *(recall for recall in two.recalls if recall.detail not in known)),
        **{name: getattr(one, name) or getattr(two, name) for name in ("equal", "trusted", "rest")},
        "created": min(created, default=None),
    }


def _called(one: Contact, two: Contact) -> tuple[str, ...]:
    names = _both("nicknames", one.nicknames, (two.name, *two.nicknames))
    return tuple(name for name in names if name in one.nicknames or _same(name) != _same(one.name))


def _both(field: str, mine: Sequence[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """What is in either list, each once; two spellings of one value are one."""
    key = _SAME.get(field, _same)
    kept = {key(one) for one in mine}
    new = {key(one): one for one in reversed(tuple(theirs)) if key(one) not in kept}
    return (*mine, *reversed(new.values()))


def _about(mine: str, theirs: str) -> str:
    if theirs in mine or mine in theirs:
        return max(mine, theirs, key=len)
    return f"{mine}\n\n{theirs}"


def _same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _address(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", text.strip(), flags=re.IGNORECASE)


_SAME: Mapping[str, Callable[[str], str]] = {"links": _address, "others": str}


def _document(kept: Page, other: Page, person: Contact) -> Raw:
    """The document of `person`: what no field of a Contact holds comes from both, beside each other."""
    raw = changed(kept.raw, kept.person, person)
    known = (*Contact.__struct_fields__, STAMPS)
    more = {name: other.raw[name] for name in other.raw if name not in known}
    if all(_are_lines(page.raw.get("vcard")) for page in (kept, other)):
        more.pop("vcard", None)
        gone = kept_card(*other)
        raw |= kept_fields(remembered(united(kept_card(*kept), gone)[0], gone))
    for name, value in sorted(more.items()):
        raw[_free(name, value, raw)] = value
    met, also = raw.get("met"), other.raw.get("met")
    if isinstance(also, dict):
        unknown = {name: also[name] for name in also if name not in Met.__struct_fields__}
        if unknown:
            raw["met"] = unknown | (met if isinstance(met, dict) else {})
    return raw


def _are_lines(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(line, str) for line in value))


def _free(name: str, value: object, raw: Raw) -> str:
    """`name`, or where something else has it the first of ``name_2``, ``name_3`` that nothing else has."""
    free, number = name, 1
    while free in raw and raw[free] != value:
        number += 1
        free = f"{name}_{number}"
    return free
