"""What the ``key:value`` and ``#tag`` signs of a line say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from netjournal.errors import Misused
from netjournal.language.channels.by_post import Post, post_named, with_tag
from netjournal.language.channels.telling import NO_CHANNEL, named_channel
from netjournal.language.days.dates import read_month, understand
from netjournal.language.days.words import MONTHS
from netjournal.language.tokens import BY_ME, Token
from netjournal.model import CHANNELS, Channel, Promise

_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_TILL = r"\b(?:till|until|before)\s+"
_DONE_ONCE = (
    r"(?i)(?:send|bring|call|ring|phone|text|e-?mail|mail|post|forward|share|tell|give|fetch|finish|deliver"
    r"|return|write|fix|mend|book|print|pay|check|submit|answer|repl(?:y|ies))s?\b"
)
"""What one does not do all the time until a day: until friday is by friday."""

_DOTTED = r"[0-9]{1,2}\. ?[0-9]{1,2}"
"""A day and its month, without the point that goes with it: 20.10 alone may be a time."""

_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_DAY = (
    r"(?i)(?<!\w)(?:(?=(?:today|tom+or+ow|tmrw?|tmrrw|tmw|2mor+ow?|2mrw|tomoz|tonight|on)\b)"
    r"|(?=[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))"
    r"|(?=(?:this|next)\s+(?:mon|tue|wed|thu|fri|sat|sun|week|month))|(?=in\s+\w+\s+(?:day|week|month)s?\b)"
    rf"|(?=(?:{_WEEKDAYS})\b)|(?=at\s+the\s+(?:end|weekend)\b)"
    rf"|in\s+(?=(?:{'|'.join(MONTHS)})\b))"
)
_NOT_ITS_OWN = (
    r"(?i)\b(?:for|from|of|since|than|like|with|and|or|an?|the|my|your|his|our|their|every|each|any|another|good"
    r"|some|more|much|enough|to|who|they|we|in|had|easter|till|until|before|next|this|coming)\s+\Z"
)
"""With what a day goes on that is named for itself: a song for monday, every monday."""

_OF_ANOTHER_DAY = r"(?i)\b(?:about|after|how|what|since|was|were|went|came|last)\b"
_OF_ANOTHER_MONTH = rf"{_OF_ANOTHER_DAY}|\b(?:from|of) (?:the|our|my|his|her|their)\b"
_REACHES_ABOUT = (
    r"(?i)\s*(?:ring|call|phone|text|message|e-?mail|write to|visit|see|meet|(?:speak|talk) (?:to|with))\s+"
    r"[^,;:.!?]*?\babout\s+[^\s,;:.!?]"
)
_SOON = r"(?i)(?:tomorrow|tmrw?|today|tonight|(?:this|next) week)\b"
"""When one reaches somebody about something: about the tour next week; but: about the fair on friday."""
_GOES_ON = re.compile(
    r"\s+(?=(?:before|after|when|once|as soon as|while|unless|because|so|in case|in time"
    r"|on (?:my|his|her|our|their|the) way|to|about|with)\s+[^\W\d_]|at\s+[^\W_])",
    re.IGNORECASE,
)
"""With what a promise goes on after its day: tomorrow before her shift."""

_PAUSED = r"[.,;!]\s+(?=\S)|\s+(?=[-–—]\s)"
"""Where a promise may go on after its day, and with something else."""

_SEVERAL = 3
"""Pauses at most before which a day may end: fri, 20 oct. 2026."""

_OF_A_CLAUSE = re.compile(r"\b(?:that|if|whether|because|so|why)\s+\Z", re.IGNORECASE)
_PARTS_OF_DAY = ("morning", "afternoon", "evening")
_MONTHS = tuple(month[:3].lower() for month in MONTHS)
_DETAILS = ("place", "gave", "got", "initiated", "mood", "energy")
_PAUSES = tuple(".,;!")
_LONGEST_END = 120
"""Letters at the end of a promise in which its day is looked for."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The values of the keys of a line, in the forms of Interaction; `is_via_told` if ``via:`` was given,
    `post` what it names of the messages.
    """

    channel: Channel | None = None
    is_via_told: bool = False
    post: Post | None = None
    tags: tuple[str, ...] = ()
    place: str = ""
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    initiated: Literal["me", "them"] | None = None
    mood: int | None = None
    energy: int | None = None


def told(tokens: Sequence[Token], now: datetime) -> Told:
    """What the keys and tags among `tokens` say; of a key that holds one value the last counts.

    Raises Misused for a channel, number or tag that there is not, and for a promise due on a day like 31 feb.
    """
    given: dict[str, list[str]] = {}
    for token in tokens:
        if token.kind == "key":
            given.setdefault(token.key, []).append(token.value)
    tags = map(_tag, dict.fromkeys(name for token in tokens for name in _tag_names(token)))
    promises = [
        promise
        for token in tokens
        if token.key in ("promise", "promised")
        for promise in promises_of(token.value, "me" if token.key == "promise" else "them", now)
    ]
    return Told(
        channel=read_via(given["via"][-1]) if "via" in given else None,
        is_via_told="via" in given,
        post=post_named(given["via"][-1]) if "via" in given else None,
        tags=tuple(dict.fromkeys(tags)),
        place=given.get("at", [""])[-1],
        gave=tuple(given.get("gave", ())),
        got=tuple(given.get("got", ())),
        promises=tuple(promises),
        initiated=("me" if given["by"][-1].casefold() in BY_ME else "them") if "by" in given else None,
        mood=_one_to_five("mood", given["mood"][-1]) if "mood" in given else None,
        energy=_one_to_five("energy", given["energy"][-1]) if "energy" in given else None,
    )


def details(values: Told, text: str, via: str | None = None) -> Mapping[str, Any]:
    """What `values` say that needs no other look, by field of Interaction; of a letter told by a ``via:``, or
    `via` in its place, the tag as well where the `text` has no word of it.
    """
    post = values.post if via is None else post_named(via)
    found = {name: getattr(values, name) for name in _DETAILS}
    return {**found, "tags": with_tag(post, text, values.tags)}


def read_via(word: str) -> Channel | None:
    """The channel that `word` names, None for none or unknown. Raises Misused if there is no such channel."""
    channel = named_channel(word)
    if channel is None and word.casefold() not in NO_CHANNEL:
        raise Misused(f"There is no channel called {_short(word)}.", f"Use one of {', '.join(CHANNELS)}.")
    return channel


def _one_to_five(key: str, value: str) -> int:
    if value not in ("1", "2", "3", "4", "5"):
        raise Misused(f"The {key} is a number from 1 to 5, not {_short(value)}.", f"For example {key}:4.")
    return int(value)


def _tag_names(token: Token) -> list[str]:
    if token.kind == "tag":
        return [token.value]
    return token.value.split(",") if token.key == "tag" else []


def _tag(name: str) -> str:
    """A tag as it is kept: in lower case, composed, with hyphens for spaces."""
    tag = unicodedata.normalize("NFC", "-".join(name.lstrip(" #").split()).casefold())
    if not any(letter.isalpha() for letter in tag):
        raise Misused(f"A tag needs a letter, and {_short(name)} has none.", "For example tag:food.")
    return tag


def promises_of(text: str, by: Literal["me", "them"], now: datetime) -> tuple[Promise, ...]:
    """The promises in `text`: one, or one for each to whom it gives something (`each_their_own`).

    A day at the end is that of all who have none of their own. But of several things to do (`one_by_one`)
    each has its own day or none. Raises Misused like `promise_of`.
    """
    from netjournal.language.promises.each_their_own import each_their_own  # few lines promise anything
    from netjournal.language.promises.one_by_one import one_by_one

    if len(parts := one_by_one(text)) > 1:
        return tuple(promise for part in parts for promise in promises_of(part, by, now))
    whole = promise_of(text, by, now)
    each = each_their_own(whole.text)
    if len(each) < 2:
        return (whole,)
    dated = (promise_of(words, by, now) for words in each)
    return tuple(one if one.due else msgspec.structs.replace(one, due=whole.due) for one in dated)


def promise_of(text: str, by: Literal["me", "them"], now: datetime) -> Promise:
    """A promise, due on the day its words end in: ``by friday``, ``next friday``, ``tomorrow before lunch``.

    The day leaves the words, as tomorrow it would say another; ``till friday`` says how long, and stays where
    it is not of something done once, as does ``before friday``. By october is by its last day. It may begin
    with its day, too (`leading_day`). What one asks or tells about may be of another: ``ask how it went on
    friday``. Raises Misused for what is due by a day that there is not.
    """
    begin = max(len(text) - _LONGEST_END, 0)
    for match in _BY.finditer(text, begin):
        if found := _due_in(text, match.start(), match.end(), now):
            due, _, rest = found
            return Promise(text=_joined(text, match.start(), rest) or text, by=by, due=due)
    for match in re.finditer(rf"{_DAY}|{_TILL}", text[begin:]):
        start, end = begin + match.start(), begin + match.end()
        of_another = _OF_ANOTHER_MONTH if match[0][:1] in ("i", "I") else _OF_ANOTHER_DAY
        is_own = start > 0 and not re.search(of_another, _told_of(text, start, end))
        with suppress(Misused):
            if (
                is_own
                and not re.search(_NOT_ITS_OWN, text[:start])
                and (found := _due_in(text, start, end, now))
            ):
                due, phrase, rest = found
                is_kept = match[0] and not _is_by(match[0], text)
                said = text if is_kept else _joined(text, start, f"{_time_in(phrase, due, now)} {rest}")
                return Promise(text=said, by=by, due=due)
    return _begun_with_its_day(text, by, now)


def _told_of(text: str, start: int, end: int) -> str:
    """What stands before a day and may make it another's; not of what one soon rings somebody about."""
    before = text[:start]
    is_soon = re.match(_REACHES_ABOUT, before) and re.match(_SOON, text[end:])
    return re.sub(r"(?i)\babout\b", "", before, count=1) if is_soon else before


def _is_by(word: str, text: str) -> bool:
    """Whether a till or until means by, as what is promised is done once."""
    return word.lower().startswith(("till", "until")) and re.match(_DONE_ONCE, text) is not None


def _begun_with_its_day(text: str, by: Literal["me", "them"], now: datetime) -> Promise:
    """A promise in words that may begin with its day: friday: send her the plan."""
    from netjournal.language.days.leading import leading_day

    found = leading_day(text, now)
    if found is None:
        return Promise(text=text, by=by)
    moment, phrase, rest = found
    return Promise(text=f"{rest} {_time_in(phrase, moment.date, now)}".strip(), by=by, due=moment.date)


def _due_in(text: str, start: int, begin: int, now: datetime) -> tuple[date, str, str] | None:
    """The day that `text` tells from `begin` on, its phrase, and with what the text goes on after it."""
    phrase = text[begin:]
    if due := _due(phrase, now):
        return due, phrase, ""
    is_clause = start == 0 or _OF_A_CLAUSE.search(text[:start])
    more = None if is_clause else _GOES_ON.search(phrase)
    if more and (due := _due(phrase[: more.start()], now)):
        return due, phrase[: more.start()], phrase[more.end() :]
    pauses = () if is_clause else re.finditer(_PAUSED, phrase)
    for pause, _ in zip(pauses, range(_SEVERAL), strict=False):
        if due := _due(phrase[: pause.start()], now):
            return due, phrase[: pause.start()], phrase[pause.start() :]
    return None


def _joined(text: str, end: int, rest: str) -> str:
    """What stands in `text` before `end`, and the `rest`."""
    rest = rest.strip()
    return f"{_before(text, end)}{'' if rest[:1] in _PAUSES else ' '}{rest}".strip()


def _before(text: str, end: int) -> str:
    return text[:end].rstrip(" ,;")


def _time_in(phrase: str, due: date, now: datetime) -> str:
    """What a `phrase` says beside its day: at 15:00, in the evening."""
    words = phrase.rstrip(" .!").split()
    for number in range(1, len(words)):
        if _due(" ".join(words[:number]), now) == due:
            rest = " ".join(words[number:])
            if rest.casefold() in _PARTS_OF_DAY:
                return f"in the {rest}"
            moment = understand(rest, now, "future")
            return rest if moment and moment.at else ""
    return ""


def _due(phrase: str, now: datetime) -> date | None:
    begun, phrase = phrase, phrase.rstrip(" .!")
    if re.fullmatch(_DOTTED, phrase) and begun.startswith(f"{phrase}."):
        phrase = f"{phrase}."
    if "/" in phrase:
        from netjournal.language.days.leading import unslashed

        phrase = unslashed(phrase)
    if moment := understand(phrase, now, "future"):
        return moment.date
    if phrase[:3].casefold() in _MONTHS and read_month(phrase, now):
        month = understand(f"end of {phrase}", now, "future")
        return month.date if month else None
    return None


def _short(value: str) -> str:
    return f"“{value}”" if len(value) <= 40 else f"“{value[:39]}…”"
