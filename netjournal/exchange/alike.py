"""What somebody is known by, and whether two names may be those of one person."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

import msgspec

from netjournal.exchange.cards import Card
from netjournal.language.folding import fold, fold_keys, words
from netjournal.model import Contact

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?((?:linkedin\.com/in|github\.com|xing\.com/profile)/[^/?#\s]+)/?(?:[?#].*)?",
    re.IGNORECASE,
)
SEEN = "X-NETJOURNAL-SEEN-AS"
"""The property in which a person keeps the marks of cards that somebody said are theirs."""

_COUNTRY = re.compile(r"(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})(?=[0-9]{6})")
"""The codes of countries (ITU-T E.164)."""

_DIGITS = 9
_FEWEST_DIGITS = 6
_SLIP = 0.8


class Keys(NamedTuple):
    """What a person is found by: marks of address books, e-mail, folded names, ends of telephones.

    `seen` are the marks of cards that somebody said are theirs.
    """

    uids: tuple[str, ...]
    emails: tuple[str, ...]
    names: tuple[str, ...]
    phones: frozenset[str]
    seen: tuple[str, ...] = ()


def keys_of(card: Card) -> Keys:
    """What a card is found by."""
    person = card.contact
    profiles = (found[1].casefold() for link in person.links if (found := _PROFILE.fullmatch(link.strip())))
    return Keys(
        uids=tuple(uid for uid in (person.id, *card.uids, *profiles) if uid),
        emails=tuple(email.strip().casefold() for email in person.emails),
        names=tuple(dict.fromkeys(" ".join(sorted(words(key))) or key for key in fold_keys(person.name))),
        phones=frozenset(end for phone in person.phones if (end := phone_end(phone))),
        seen=tuple(line.partition(":")[2] for line in card.lines if line.startswith(f"{SEEN}:")),
    )


def seen_as(card: Card) -> str:
    """A mark of what a card says, the same wherever it stands and whatever was added to it since."""
    lines = sorted(line for line in card.lines if not line.startswith(f"{SEEN}:"))
    said = msgspec.json.encode((msgspec.structs.replace(card.contact, id=""), lines))
    return f"seen-{sha256(said).hexdigest()[:32]}"


def phone_end(phone: str) -> str:
    """The last nine digits of a number as it is dialled within its country; empty for what is too short.

    It is the same with and without the code of the country and the zero before that of a town: +49 (0) 30
    901820, 0049 30 901820 and 030 901820.
    """
    digits = "".join(str(int(sign)) for sign in phone if sign.isdecimal())
    if phone.strip().startswith("+") or digits.startswith("00"):
        digits = _COUNTRY.sub("", digits.removeprefix("00"), count=1)
    digits = digits.lstrip("0")
    return digits[-_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


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
