"""What somebody is known by, and whether two names may be those of one person."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

import msgspec

from netjournal.exchange.cards import Card
from netjournal.exchange.telephones import phone_end
from netjournal.language.folding import fold, fold_keys, words
from netjournal.model import Contact

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?((?:linkedin\.com/in|github\.com|xing\.com/profile)/[^/?#\s]+)/?(?:[?#].*)?",
    re.IGNORECASE,
)
SEEN = "X-NETJOURNAL-SEEN-AS"
"""The property in which a person keeps the marks of cards that somebody said are theirs."""

_SLIP = 0.8


class Keys(NamedTuple):
    """What a person is found by: marks of address books, e-mail, folded names, ends of telephones.

    `called` are folded nicknames that are no name; `seen` are the marks of cards that are known to be theirs.
    """

    uids: tuple[str, ...]
    emails: tuple[str, ...]
    names: tuple[str, ...]
    phones: frozenset[str]
    called: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


def keys_of(card: Card) -> Keys:
    """What a card is found by."""
    person = card.contact
    profiles = (found[1].casefold() for link in person.links if (found := _PROFILE.fullmatch(link.strip())))
    names, called = names_of(person)
    return Keys(
        uids=tuple(uid for uid in (person.id, *card.uids, *profiles) if uid),
        emails=tuple(email.strip().casefold() for email in person.emails),
        names=names,
        phones=frozenset(end for phone in person.phones if (end := phone_end(phone))),
        called=called,
        seen=tuple(line.partition(":")[2] for line in card.lines if line.startswith(f"{SEEN}:")),
    )


def names_of(person: Contact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded name of a person in each way it may be typed, and the nicknames that are none of these."""
    names = _folded(person.name)
    called = dict.fromkeys(key for nickname in person.nicknames for key in _folded(nickname))
    return names, tuple(key for key in called if key not in names)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(sorted(words(key))) or key for key in fold_keys(name)))


def seen_as(card: Card) -> str:
    """A mark of what a card says, the same in a file and in the journal."""
    lines = sorted(line for line in card.lines if not line.startswith(f"{SEEN}:"))
    said = msgspec.json.encode((msgspec.structs.replace(card.contact, id="", created=None), lines))
    return f"seen-{sha256(said).hexdigest()[:32]}"


def remembered(card: Card, other: Card | None = None) -> Card:
    """`card` with a mark by which the very same one, or `other`, is known the next time."""
    return card._replace(lines=tuple(dict.fromkeys((*card.lines, f"{SEEN}:{seen_as(other or card)}"))))


def have_other_addresses(one: Keys, other: Keys) -> bool:
    """Whether both have an e-mail address, or both a telephone, and they share none of anything."""
    if {*one.emails, *one.phones, *one.uids} & {*other.emails, *other.phones, *other.uids}:
        return False
    return bool((one.emails and other.emails) or (one.phones and other.phones))


def alike(person: Contact, other: Contact) -> bool:
    """Whether two that share an address may be one person: not Anna and Tom Berg, but Mum and Anna Berg."""
    called = [(mine, theirs) for mine in _called(person) for theirs in _called(other)]
    return any(_may_be_one(mine, theirs) for mine, theirs in called)


def _called(person: Contact) -> tuple[str, ...]:
    return (person.name, *person.nicknames[:9])


def _may_be_one(name: str, other: str) -> bool:
    mine, theirs = words(fold(name)), words(fold(other))
    if not mine or not theirs or "@" in name + other or (len(mine) == 1) != (len(theirs) == 1):
        return True
    if set(mine) <= set(theirs) or set(mine) >= set(theirs):
        return True
    first, second = sorted((mine[0], theirs[0]), key=len)
    return second.startswith(first) or SequenceMatcher(None, first, second).ratio() > _SLIP
