"""Who took part in what a line tells, and who is only spoken of in it (issue 5 §1).

| in the line                                     | only spoken of                                       |
|-------------------------------------------------|------------------------------------------------------|
| lunch with Pia, told her about Tomasz           | Tomasz: after ``about``, and somebody else was there |
| wrote Pia a note for Karim; the number of Karim | Karim: after ``for`` or ``of``, with one in hand     |
| did not call Mum; forgot to write to Mum        | Mum: it did not happen                               |

Whoever is named elsewhere in the line as well took part, and so did anybody with an ``@`` or after ``with``.
In doubt they did: what is understood is shown before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from netjournal.language.names import Known, Mention, Newcomer

_REACH = 200
"""Letters before a name that are looked at."""

_ABOUT = re.compile(r"\babout\s+\Z", re.IGNORECASE)
_FOR = re.compile(
    r"[^\W_]\s+(?:for|(?<!front )(?<!company )(?<!presence )(?<!house )(?<!home )of)\s+\Z", re.IGNORECASE
)
_WHOSE = re.compile("['’]s?\\b")
_WITH = re.compile(r"\bwith\s+\Z", re.IGNORECASE)
_AND = re.compile(r"(?:['’]s)?,?\s+(?:and|or|&)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.!?\n]|\b(?:but|then)\b|\band\s+(?!(?:an?|the|my|our|his|her|their)\b)(?=[a-z])")
_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:(?:did|could|would|can)(?:\s+not|n['’]t)|cannot|can['’]t|forgot)\s+"
    r"(?:(?:get|manage|dare|want)\s+)?(?:to\s+)?"
    r"(?:call|phone|ring|write|text|message|e?mail|see|meet|visit|reach|talk|speak|contact|answer)"
    r"(?:\s+(?:back|up|to))?\s+\Z",
    re.IGNORECASE,
)
"""What did not happen, of what one does to be in touch: whom one did not tell one may well have met."""


def taking_part(text: str, mentions: Sequence[Mention], company: Collection[str] = ()) -> tuple[Mention, ...]:
    """Those of the `mentions` in `text`, in order, that name somebody who took part.

    `company` are the ids of those who did whatever the text says.
    """
    doubts = _doubts(text, mentions)
    there = {mention.who for mention, doubt in zip(mentions, doubts, strict=True) if not doubt}
    ids = {*company, *(who.id for who in there if isinstance(who, Known))}
    someone = bool(ids or there)
    return tuple(
        mention
        for mention, doubt in zip(mentions, doubts, strict=True)
        if not doubt or _is_there(mention.who, ids) or (doubt == "about" and not someone)
    )


def _is_there(who: Known | Newcomer | None, ids: Collection[str]) -> bool:
    return isinstance(who, Known) and who.id in ids


def _doubts(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Why each mention may be of somebody who was only spoken of: "about", "not", or "" for no reason."""
    doubts: list[str] = []
    for number, mention in enumerate(mentions):
        before = mentions[number - 1] if number else None
        if mention.written[:1] in '@"“':
            doubts.append("")
        elif before is not None and _AND.fullmatch(text, before.end, mention.start):
            doubts.append(doubts[-1])
        else:
            there = [one for one, doubt in zip(mentions, doubts, strict=False) if not doubt]
            doubts.append(_doubt(text, mention, there))
    return doubts


def _doubt(text: str, mention: Mention, there: Sequence[Mention]) -> str:
    """Why a mention that is first in its list is doubtful; `there` are those before it that are not."""
    start = max(mention.start - _REACH, 0)
    if _WITH.search(text, start, mention.start):
        return ""
    if _ABOUT.search(text, start, mention.start):
        return "about"
    clause = max((found.end() for found in _CLAUSE.finditer(text, start, mention.start)), default=start)
    if found := _FOR.search(text, start, mention.start):
        is_next_to_one = any(one.end > found.start() for one in there) or _WHOSE.match(text, mention.end)
        is_in_hand = any(one.start >= clause for one in there) or _THEM.search(text, clause, mention.start)
        return "about" if is_in_hand and not is_next_to_one else ""
    is_not = _NOT.search(text, clause, mention.start) and not _THEM.search(text, mention.end)
    return "not" if is_not else ""
