"""Who took part in what a line tells, and who is only spoken of in it (issue 5 §1).

| in the line                                     | only spoken of                                       |
|-------------------------------------------------|------------------------------------------------------|
| lunch with Pia, told her about Tomasz           | Tomasz: after ``about``, and somebody else was there |
| wrote Pia a note for Karim; the number of Karim | Karim: after ``for`` or ``of``, with one in hand     |
| did not call Mum; forgot to write to Mum        | Mum: it did not happen                               |
| Mum called, I did not pick up                   | Mum: nor did this                                    |

So is whom one only hears of (`hearsay`, `told_by`), whom a line only names (`not_among`), whose book or
photo one saw (`in_absence`), whose story one told to others (`handed_on`), who is named for what is still
to come (`unrealised`), who died (`mourning`), whom it was without, or who is at rest and remembered
(`absences`), and who only sent something while one met others (`only_sent`); and a name may be a place
(`place_names`). Whoever is named elsewhere in the line as well took part, and so did anybody after
``with``, unless that was called off, and whom one then called too (heard of Karim, so I called him too). An
``@`` is sure as well, but where it says that they were not there (@Karim could not come). In doubt they
did: what is understood is shown before it is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate

from msgspec.structs import replace

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.absences import left_out, remembered
from netjournal.language.company.hearsay import (
    is_absent,
    is_ahead,
    is_called_too,
    is_greeting,
    is_hearsay,
    is_news,
    is_said_too,
    is_told_on,
)
from netjournal.language.company.in_absence import is_in_absence
from netjournal.language.company.mourning import is_in_mind, is_mourned
from netjournal.language.company.not_among import not_there_at_all, only_named
from netjournal.language.company.only_sent import sent_only
from netjournal.language.company.told_by import told_of_and_by
from netjournal.language.company.unanswered import is_missed
from netjournal.language.company.unrealised import (
    is_awaited,
    is_called_off,
    is_in_touch_after_all,
    is_undone,
    is_why_nobody,
    tells_of_them,
    tells_talk,
)
from netjournal.language.names.genitives import is_genitive
from netjournal.language.names.in_text import Known, Mention, Newcomer
from netjournal.language.names.place_names import is_place
from netjournal.language.shorthand import Short, replaced, short_words

_REACH = 200
"""Letters before a name that are looked at, and after it."""

_OUTRIGHT = '@"“'
"""What stands before who is named outright, and took part unless it is said that they were not there."""

_NEAR = 8
"""Names before one, and after it, that are masked in what else its line tells."""

_AND = r"(?:['’]s)?,?\s+(?:and|or|&)\s+"
_CLAUSE = r"[,;:.!?\n]|\b(?:but|then)\b|\band\s+(?!(?:an?|the|my|our|his|her|their)\b)(?=[a-z])"
_OTHERS = r"(?:,?\s+(?:and|&)\s+@?[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?)+(?=\s)"
_THEM = r"(?i)\b(?:her|him|them)\b"
_IN_HAND = (
    r"(?i)[^\W_]\s+(?:(?<!cooked )for|(?<!front )(?<!company )(?<!presence )(?<!house )(?<!home )of)\s+\Z"
)
_NOT_THERE = (
    r"\b(?:ask(?:s|ed|ing) after|(?:toast(?:ed|ing)?|raised (?:a|our) glass(?:es)? to)"
    r"(?: (?:my|our|dear|old|absent))*)\s+\Z"
)
_IS = r"\s+(?:is|was|has|had)\b"


def taking_part(text: str, mentions: Sequence[Mention], company: Collection[str] = ()) -> tuple[Mention, ...]:
    """Those of the `mentions` in `text`, in order, that name somebody who took part.

    `company` are the ids of those who did whatever the text says.
    """
    named, (text, mentions) = mentions, _spelt_out(text, mentions)
    masked = _masked(text, mentions, 0, len(text))
    sent = {number for number in sent_only(masked) if mentions[number].written[:1] not in _OUTRIGHT}
    doubts = _doubts(text, mentions, left_out(masked) | sent)
    if any(map(_is_at_rest, mentions)):
        for number in remembered(masked):
            doubts[number] = "not" if _is_at_rest(mentions[number]) else doubts[number]
    of, by = told_of_and_by(masked)
    for number in range(len(mentions)) if of else ():
        is_sure = mentions[number].written[:1] in _OUTRIGHT or number in by
        doubts[number] = "" if is_sure else "about" if number in of else doubts[number]
    for number in not_there_at_all(masked):
        doubts[number] = "not"
    places = {number for number, one in enumerate(mentions) if is_place(text, one.start, one.end)}
    for number in (only_named(masked) - by) | places:
        doubts[number] = doubts[number] if mentions[number].written[:1] in _OUTRIGHT else "not"
    there = {mention.who for mention, doubt in zip(mentions, doubts, strict=True) if not doubt}
    ids = {*company, *(who.id for who in there if isinstance(who, Known))}
    someone = bool(ids or there)
    return tuple(
        mention
        for mention, doubt in zip(named, doubts, strict=True)
        if not doubt
        or _is_there(mention.who, ids)
        or (doubt == "about" and not someone)
        or (doubt == "ahead" and someone)
    )


def _spelt_out(text: str, mentions: Sequence[Mention]) -> tuple[str, Sequence[Mention]]:
    """The text with the letters and apostrophes that quick fingers left out, and where the `mentions` stand
    in it.
    """
    edits = [Short(mention.end, mention.end, "'") for mention in mentions if is_genitive(text, mention.end)]
    edits += (one for one in short_words(text) if not any(_holds(mention, one) for mention in mentions))
    if not edits:
        return text, mentions
    edits.sort()
    ends = [end for _, end, _ in edits]
    longer = [0, *accumulate(len(full) - (end - start) for start, end, full in edits)]
    moved = []
    for mention in mentions:
        more = longer[bisect_left(ends, mention.end)]
        moved.append(replace(mention, start=mention.start + more, end=mention.end + more))
    return replaced(text, edits), moved


def _holds(mention: Mention, one: Short) -> bool:
    return mention.start < one.end and one.start < mention.end


def _is_there(who: Known | Newcomer | None, ids: Collection[str]) -> bool:
    return isinstance(who, Known) and who.id in ids


def _is_at_rest(mention: Mention) -> bool:
    """Whether whom it names is at rest, and it is not outright."""
    if not isinstance(mention.who, Known) or mention.written[:1] in _OUTRIGHT:
        return False
    return any(one.rest for one in mention.candidates if one.id == mention.who.id)


def _doubts(text: str, mentions: Sequence[Mention], out: Collection[int]) -> list[str]:
    """Why each mention may be of somebody who took no part; "" for no reason.

    "not" if it did not happen, "about" if others than they were there, "ahead" if nobody else was.
    `out` are the numbers of those whom it was without.
    """
    doubts: list[str] = []
    there: Mention | None = None
    only_told_of: dict[Known | Newcomer, bool] = {}
    for number, mention in enumerate(mentions):
        before = mentions[number - 1] if number else None
        who = mention.who
        if mention.written[:1] in _OUTRIGHT:
            doubts.append(_away(text, mentions, number, out))
        elif before is not None and re.fullmatch(_AND, text[before.end : mention.start], re.IGNORECASE):
            doubts.append("about" if is_greeting(text[mention.end :]) else doubts[-1])
        else:
            after = text[mention.end : mentions[number + 1].start if number + 1 < len(mentions) else None]
            doubt = _doubt(text, mention, there)
            later = _unrealised(text, mentions, number, there) if doubt != "not" else ""
            later = later or _away(text, mentions, number, out)
            doubt = later if later == "not" else doubt or later
            if not doubt and who is not None and only_told_of.get(who) and is_told_on(after):
                doubt = "about"
            doubts.append("" if doubt == "about" and is_called_too(after) else doubt)
        if who is not None:
            only_told_of[who] = only_told_of.get(who, True) and doubts[-1] == "about"
        there = there if doubts[-1] else mention
    return doubts


def _doubt(text: str, mention: Mention, there: Mention | None) -> str:
    """Why a mention that is first in its list is doubtful; `there` is the last before it that is not."""
    start = max(mention.start - _REACH, 0)
    before = text[start : mention.start].lower()
    last = before.split()[-1].lstrip('(["“') if before[-1:].isspace() and before.strip() else ""
    after = text[mention.end : mention.end + _REACH]
    if last == "about" or re.search(_NOT_THERE, before):
        return "about"
    if last in ("with", "w", "w/") and not after.startswith(("'s ", "’s ")):
        return ""
    clause = _clause(text, start, mention.start)
    said = _of_all(text[clause : mention.start], after)
    if is_mourned(text[start : mention.start], said):
        return "not"
    if last in ("for", "of") and _is_in_hand(text, start, mention, there):
        return "about"
    told_of = (
        is_hearsay(text[clause : mention.start], after)
        or is_said_too(text[start : mention.start], text[clause : mention.start])
        or is_ahead(before, after)
    )
    if told_of or (there and is_news(before, said)):
        return "about"
    if is_missed(text[clause : mention.start], after, is_last=len(text) <= mention.end + _REACH):
        return "not"
    return ""


def _unrealised(text: str, mentions: Sequence[Mention], number: int, there: Mention | None) -> str:
    """Why a mention is of somebody named for what did not happen, or is still to come."""
    mention = mentions[number]
    start = max(mention.start - _REACH, 0)
    clause = _clause(text, start, mention.start)
    before, after = text[clause : mention.start], text[mention.end : mention.end + _REACH]
    said = _of_all(before, after)
    is_thought_of = is_in_mind(before, after) or is_in_absence(before, after)
    if is_undone(before) or is_called_off(said) or is_thought_of:
        rest = _without_clause(text, mentions, number, clause)
        is_met = tells_talk(rest, with_them=True) or is_in_touch_after_all(before, rest)
        return "" if is_met else "not"
    told = text[start : mention.start]
    if is_why_nobody(told if re.match(_IS, after) else _last_sentence(told), SOMEBODY + _first_clause(after)):
        return "not"
    if is_awaited(before, after):
        if there is not None:
            return "about"
        return "" if tells_talk(_without_clause(text, mentions, number, clause)) else "ahead"
    return ""


def _away(text: str, mentions: Sequence[Mention], number: int, out: Collection[int]) -> str:
    """Why a mention is of somebody who was not there, as is plainly said."""
    mention = mentions[number]
    clause = _clause(text, max(mention.start - _REACH, 0), mention.start)
    said = _of_all(text[clause : mention.start], text[mention.end : mention.end + _REACH])
    if number not in out and not is_absent(said):
        return ""
    return "about" if tells_of_them(_without_clause(text, mentions, number, clause)) else "not"


def _of_all(before: str, after: str) -> str:
    """What is said `after` the others listed beside a name, if it begins its clause: Ana and Bo are ill."""
    listed = None if before.strip() else re.match(_OTHERS, after)
    return after[listed.end() :] if listed else after


def _last_sentence(before: str) -> str:
    return re.split(r"[.;!?\n]", before)[-1]


def _first_clause(after: str) -> str:
    return re.split(_CLAUSE, after, maxsplit=1)[0]


def _without_clause(text: str, mentions: Sequence[Mention], number: int, clause: int) -> str:
    """What stands near a mention, but for the clause that begins at `clause`: SOMEBODY for each name."""
    end = mentions[number].end
    end += len(_first_clause(text[end : end + _REACH]))
    before = _masked(text, mentions[max(number - _NEAR, 0) : number], max(clause - _REACH, 0), clause)
    return f"{before}; {_masked(text, mentions[number + 1 : number + _NEAR], end, end + _REACH)}"


def _masked(text: str, mentions: Sequence[Mention], start: int, end: int) -> str:
    """The text from `start` to `end`, with SOMEBODY for each of the `mentions`."""
    parts = []
    for mention in mentions:
        if start <= mention.start and mention.end <= end:
            parts += [text[start : mention.start], SOMEBODY]
            start = mention.end
    return "".join((*parts, text[start:end]))


def _is_in_hand(text: str, start: int, mention: Mention, there: Mention | None) -> bool:
    """Whether it is of a thing that somebody else in the clause gets: wrote Pia a note for Karim."""
    found = re.search(_IN_HAND, text[start : mention.start])
    is_theirs = re.match(r"['’]s?\b", text[mention.end : mention.end + 3])
    if found is None or is_theirs or (there is not None and there.end > start + found.start()):
        return False
    clause = _clause(text, start, mention.start)
    has_name = there is not None and there.start >= clause
    return has_name or re.search(_THEM, text[clause : mention.start]) is not None


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause begins that goes on at `end`."""
    return max((start + found.end() for found in re.finditer(_CLAUSE, text[start:end])), default=start)
