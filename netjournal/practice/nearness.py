"""Who is near anyway: family and friends. A talk with them is no business, and is rated in other words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from netjournal.language.folding import fold
from netjournal.language.names.friends import own_old_friend
from netjournal.language.names.kin import own_kin
from netjournal.language.names.long_known import is_long_known, tells_of_meeting
from netjournal.model import Acquaintance, Circle, Interaction
from netjournal.settings import Scales

Near = Literal["family", "friend"]

_FAMILY = ("family", "kin", "relative", "relatives", "inlaws")
_FRIENDS = ("friend", "friends", "oldfriend", "oldfriends", "bestfriend", "childhood")
_CIRCLES: Collection[Circle | None] = ("inner", "close")


def are_near(entry: Interaction, people: Iterable[Acquaintance]) -> bool:
    """Whether all of an entry are family or friends: by its tags, or by the tags, the circle or the name
    (Dad, my sister Ines) of each of its `people`.
    """
    every = [nearness(one.name, one.tags, one.circle, (*one.nicknames, one.role)) for one in people]
    return together(entry, every) is not None


def together(entry: Interaction, people: Sequence[Near | None]) -> Near | None:
    """What all of an entry are, each of its `people` being family, a friend or neither; family among friends
    is among friends, and so is who is alone with an old friend (Bela, a friend from school).
    """
    if (said := _of_tags(entry.tags)) is not None:
        return said
    if len(entry.people) == 1 and own_old_friend(entry.text):
        return next(iter(people), None) or "friend"
    if not people or None in people or len(people) != len(set(entry.people)):
        return None
    return "friend" if "friend" in people else "family"


def nearness(
    name: str, tags: Iterable[str] = (), circle: Circle | None = None, called: Iterable[str] = ()
) -> Near | None:
    """Whether somebody is family or a friend, by what stands on their page; `called` is what else one calls
    them.
    """
    if any(map(own_kin, (name, *called))):
        return "family"
    return _of_tags(tags) or ("friend" if circle in _CIRCLES else None)


def is_long_known_in(
    entry: Interaction, name: str, tags: Iterable[str] = (), nicknames: Collection[str] = (), role: str = ""
) -> bool:
    """Whether somebody whom no entry named before is nobody new to oneself: family by what stands on their
    page, or known from before by what the entry says.
    """
    if nearness(name, tags, called=(*nicknames, role)) == "family":
        return True
    return is_long_known(entry.text, (name, *nicknames), alone=len(set(entry.people)) == 1)


def is_just_met(entry: Interaction, names: Iterable[str]) -> bool:
    """Whether an entry tells that one just met who has these `names`, or is of an evening among people."""
    return entry.channel == "event" or tells_of_meeting(entry.text, names)


def in_near_words(scales: Scales) -> Scales:
    """The scales with other words for how one showed up; what is kept is the same."""
    return replace(scales, friend=scales.near)


def _of_tags(tags: Iterable[str]) -> Near | None:
    words = {word.replace("-", "").replace("_", "") for tag in tags for word in fold(tag).split(":")}
    if not words.isdisjoint(_FAMILY):
        return "family"
    return None if words.isdisjoint(_FRIENDS) else "friend"
