"""What somebody told of others, named after the clause: Karim is ill, says Otar on the phone (issue 5 §1).

Whoever such a clause begins with, and who else is named in it, is spoken of; who told it took part.

| in the line                                                   | told by                         |
|---------------------------------------------------------------|---------------------------------|
| Karim is ill, says Otar; Karim is ill, Otar told me           | Otar                            |
| Karim is ill according to Otar; according to Otar, Karim left | Otar                            |
| Karim will play, wrote Nana; Karim plays, heard from Nana     | Nana: after what is, or will be |
| Karim is ill. Otar told me yesterday                          | Otar                            |
| Karim came by, wrote Pia                                      | nobody: one wrote to Pia        |
| told Otar Karim makes violas                                  | oneself; Otar took part         |
| tea with Otar. Karim texted he was ill                        | Karim, in passing: of himself   |

What was told in passing tells nothing of how one talked with the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from netjournal.language.channels.cues import SOMEBODY

_SIGNS = (
    "says",
    "said",
    "told",
    "tells",
    "write",
    "wrote",
    "hear",
    "report",
    "according",
    " to say",
    "text",
    "mail",
    "messaged",
)
_HINDRANCES = (
    *("late", "ill", "sick", "unwell", "delay", "stuck", "held up", "absent", "come", "coming"),
    *("make it", "join", "be there", "word", "regrets", "apologies"),
)
_BEGIN = r"(?:\A|(?<=[.,;:!?\n–—]))\s?[\"“‘(]?"
_LIST = rf"{SOMEBODY}(?:(?:,|,? and| &) {SOMEBODY}){{0,7}}"
_CLAUSE = rf"(?P<told>{_LIST}(?:['’]s?)? [a-z][^.,;:!?\n–—]*?)"
_NOW = (
    rf"(?P<told>{_LIST}(?:['’]s?(?: [\w-]+){{1,2}})? (?:is|are|has|have|will|would|can|cannot|may|might|must"
    r"|should|(?:is|has|wo|ca)n['’]t|(?!was\b)\w+s)\b[^.,;:!?\n–—]*?)"
)
_STANDS = (
    rf"(?P<told>{_LIST} (?:is|are|has|have) (?!here\b|there\b|back\b|coming\b|with\b|joined\b|come\b)"
    r"(?![^.,;:!?\n]*\b(?:me|us|we|our|my)\b)[^.,;:!?\n–—]*?)"
)
_PAUSE = r"[\"”’]?\s?[,–—(][\"”’]?\s*(?:(?:as|so|or so|and) )?"
_SAYS = (
    rf"(?P<by>(?:says|said|reports|reported) {_LIST}"
    rf"|{_LIST} (?:(?:says|said)(?: so)?|(?:tells|told) (?:me|us)))"
)
_WROTE = (
    rf"(?P<by>(?:wrote|writes|told|texted|messaged|e?-?mailed|(?:I )?heard? (?:it )?from) {_LIST}"
    rf"|{_LIST} (?:writes|(?:rang|called|phoned|wrote|texted|came) to (?:say|tell)(?: (?:so|me|us))?))"
)
_END = (
    r"(?=[\"”’]?\s*(?:[.,;:!?\n)]|\Z)|\s+(?:on|in|over|by|at|from|with|when|while|today|yesterday|tonight|this"
    r"|last|again|to (?:me|us))\b)"
)
_ACCORDING = rf"(?P<by>\baccording to {_LIST})"
_I_TOLD = (
    rf"\b(?P<by>(?:told|tells?) {_LIST}) (?P<told>{_LIST}(?:['’]s?)? (?!(?:about|and|or|but|of|with|at|in|on"
    r"|to|from|for|by|that|how|what|why|when|where|whether|if|all)\b)[a-z][^.,;:!?\n–—]*)"
)
_HINDERED = (
    r"(?:late|ill|sick|unwell|delayed|stuck|held up|absent|not coming|cannot come"
    r"|(?:is|was|are|were)n['’]t coming"
    r"|(?:(?:could|can|would|will|did)(?:n['’]?t| not)|won['’]t) (?:come|make it|join|be there))"
)
_CAME_THEN = (
    r"(?![,;.:]?\s*(?:(?:but|and|then|so|later) )*(?:(?:he|she|they) )?(?:came|joined|arrived|got|we|I)\b)"
)
_IN_PASSING = (
    rf"{_BEGIN}(?P<told>{_LIST} (?:(?:also|just|then|only) )?(?:"
    r"(?:texted|wrote|writes|messaged|e?-?mailed|let (?:me|us|everyone) know|(?:called|phoned|rang)"
    r"(?= to (?:say|tell)))(?: (?:me|us))?,?"
    r"(?: (?:to say|to tell (?:me|us)|saying|that)){0,2}:? (?:(?:he|she|they)\b[^.,;:!?\n–—]*? )?"
    rf"{_HINDERED}|(?:called|phoned|rang|texted|wrote) in sick"
    rf"|sent (?:his|her|their) (?:regrets|apologies))\b[^.,;:!?\n–—{SOMEBODY}]{{0,30}}"
    rf"(?=\s*(?:[.,;:!?\n)]|\Z)){_CAME_THEN})"
)
_PATTERNS = (
    rf"{_BEGIN}{_CLAUSE}{_PAUSE}{_SAYS}{_END}",
    rf"{_BEGIN}{_CLAUSE} \b(?P<by>says {_LIST}){_END}",
    rf"{_BEGIN}{_NOW}{_PAUSE}{_WROTE}{_END}",
    rf"{_BEGIN}{_STANDS}[.;] (?P<by>{_LIST} (?:told|tells) (?:me|us)){_END}",
    rf"{_BEGIN}{_CLAUSE},? {_ACCORDING}",
    rf"{_ACCORDING},? {_CLAUSE}(?=[.,;:!?\n–—]|\Z)",
    _I_TOLD,
)


class Telling(NamedTuple):
    """Where a clause `told` of somebody and the words that say `by` whom stand in a text, as offsets."""

    told: tuple[int, int]
    by: tuple[int, int]


def tellings(text: str) -> list[Telling]:
    """What somebody told in `text`, in which SOMEBODY stands for each name, and who did."""
    names = text.count(SOMEBODY)
    if names < 2:  # who told it, and of whom
        return []
    small = text.lower()
    patterns = _PATTERNS if any(sign in small for sign in _SIGNS) else ()
    found = (match for pattern in patterns for match in re.finditer(pattern, text, re.IGNORECASE))
    told = (Telling(match.span("told"), match.span("by")) for match in found)
    return [*told, *(_in_passing(text, names) if any(sign in small for sign in _HINDRANCES) else ())]


def _in_passing(text: str, names: int) -> Iterator[Telling]:
    """Where somebody sent word that they could not come, in a line that is of others: nobody was told it."""
    for match in re.finditer(_IN_PASSING, text, re.IGNORECASE):
        if match[0].count(SOMEBODY) < names:
            yield Telling(match.span("told"), (match.start(), match.start()))


def told_of_and_by(text: str) -> tuple[set[int], set[int]]:
    """Which of the names in `text`, by number, are told of so, and which are of those who told it."""
    found = tellings(text)
    return names_within(text, [one.told for one in found]), names_within(text, [one.by for one in found])


def without_told(text: str) -> str:
    """`text` without what somebody told so: how one heard of it is left."""
    last = len(text)
    for (start, end), _ in sorted(tellings(text), reverse=True):
        if end <= last:
            text = text[:start] + text[end:].lstrip(' ,–—"”’')
            last = start
    return text


def names_within(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """Which of the names in `text`, by number, stand within one of the `spans`."""
    return {
        number
        for start, end in spans
        for number in range(text.count(SOMEBODY, 0, start), text.count(SOMEBODY, 0, end))
    }
