"""Who is near anyway: family and friends. A talk with them is no business, and is rated in other words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from netjournal.language.folding import fold
from netjournal.language.names.kin import own_kin
from netjournal.model import Acquaintance, Circle, Interaction
from netjournal.settings import Scales

_TAGS = (
    *("family", "kin", "relative", "relatives", "inlaws", "childhood"),
    *("friend", "friends", "oldfriend", "oldfriends", "bestfriend"),
)
_CIRCLES: Collection[Circle | None] = ("inner", "close", "friends")


def are_near(entry: Interaction, people: Iterable[Acquaintance]) -> bool:
    """Whether all of an entry are family or friends: by its tags, or by the tags, the circle or the name
    (Dad, my sister Ines) of each of its `people`.
    """
    if _is_of_them(entry.tags):
        return True
    every = tuple(people)
    return bool(every) and len(every) == len(set(entry.people)) and all(map(_is_near, every))


def in_near_words(scales: Scales) -> Scales:
    """The scales with other words for how one showed up; what is kept is the same."""
    return replace(scales, friend=scales.near)


def _is_near(person: Acquaintance) -> bool:
    if _is_of_them(person.tags) or person.circle in _CIRCLES:
        return True
    return any(map(own_kin, (person.name, *person.nicknames, person.role)))


def _is_of_them(tags: Iterable[str]) -> bool:
    words = (word for tag in tags for word in fold(tag).split(":"))
    return any(word.replace("-", "").replace("_", "") in _TAGS for word in words)
