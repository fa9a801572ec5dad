"""Whose relative or friend somebody in a line is: Karim's mum came, and Karim was not met (issue 5 §1).

| in the line                                         | not met                                     |
|-----------------------------------------------------|---------------------------------------------|
| coffee with Karim's mum; Karim's mum made us tea    | Karim                                       |
| a colleague of Grace's; lunch with a friend of Bo   | Grace; Bo                                   |
| Karim's mum came with him; Karim's mum, he laughed  | nobody: he is Karim                         |
| dinner at Karim's; Karim's with the kids            | nobody: where it was, and Karim is          |
| Karim's sister's wedding; at Karim's parents' place | nobody: an occasion or a home may be shared |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY

_WOMEN = (
    r"mother|mum|mom|mama|mummy|sister(?:-in-law)?|daughter(?:-in-law)?|wife|girlfriend|fianc[eé]e|aunt"
    r"|auntie"
    r"|gran(?:dmother|dma|ny)?|granddaughter|niece|ex-wife"
)
_MEN = (
    r"father|dad|papa|daddy|brother(?:-in-law)?|son(?:-in-law)?|husband|boyfriend|fianc[eé]|uncle"
    r"|grand(?:father|pa|ad|dad|son)"
    r"|nephew|ex-husband"
)
_ANY = (
    r"parents?(?:-in-law)?|kids?|child(?:ren)?|sons|daughters|sisters|brothers|siblings?|twins|teenagers?"
    r"|partner|ex"
    r"|cousins?|grandparents|grandchild(?:ren)?|neighbou?rs?|boss|colleagues?|assistant|secretary|nurse"
    r"|carer|lawyer"
    r"|teacher|therapist|landlord|landlady|flat ?mates?|house ?mates?|room ?mates?|friends?|mates?"
    r"|co-?workers?"
    r"|girl|boy|in-laws|godfather|godmother|(?:step|half-?)\w+"
)
_KIN = rf"(?:(?P<her>{_WOMEN})|(?P<him>{_MEN})|{_ANY})"
_NOT_OWNED = (
    r"(?:an?|the|my|our|his|her|their|your|not|no|so|very|just|still|now|also|here|there|back|and|or|with"
    r"|to|at|in"
    r"|on|from|for|of)"
)
_OWNED = rf"(?P<who>{SOMEBODY})['’]s?(?: (?!{_NOT_OWNED}\b)[\w-]+){{0,2}}? {_KIN}\b(?!['’])"
_OF = (
    rf"\b(?:(?:an?|the|some|two|three|several|old|my) )(?:[\w-]+ )?{_KIN} of (?P<who>{SOMEBODY}(?: (?:and"
    rf"|&) {SOMEBODY})?)"
    r"(?!['’]s? (?!(?:at|in|on|who|and|from|with|was|came|called|today|here)\b)[a-z])"
)
_DID = (
    r"(?:(?:also|just|then|both) )?(?:called|came|rang|phoned|texted|wrote|told|said|asked|laughed|joined"
    r"|brought|cooked|made"
    r"|looked|was (?:there|here)|is (?:there|here)|and (?:I|we)|showed|met)\b"
)
_DIED = r"(?i)\s+(?:(?:has|just|is|was) )?(?:died|passed away|dead|buried)\b"
_HIM = rf"\bhim\b|\bhe {_DID}"
_HER = (
    rf"\bher(?=\s*(?:[.,;:!?)\n]|\Z)| (?:at|in|on|by|too|again|then|about|home|and|an?|the|some)\b)"
    rf"|\bshe {_DID}"
)
_WITH_THEM = r"(?i)\b(?:with|to|for|and|beside) (?:her|him|them)\b[^.,;:!?\n]*\Z"


def of_theirs(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text`, in which SOMEBODY stands for each name, those stand whose people are told of."""
    is_owned = any(f"{SOMEBODY}{mark}" in text for mark in ("'", "’"))
    for pattern in (_OWNED,) * is_owned + (_OF,) * (f" of {SOMEBODY}" in text):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            if not _is_there_too(found, text[found.end() :]):
                yield found.span("who")


def _is_there_too(found: re.Match[str], rest: str) -> bool:
    """Whether the `rest` of the line tells of the one whose people were `found`: he, of a mother."""
    clause = re.split(r"[.,;:!?\n]", rest, maxsplit=1)[0]
    near = rest.split(SOMEBODY, 1)[0]
    if re.search(_WITH_THEM, clause) or (
        re.match(_DIED, rest) and re.search(f"{_HIM}|{_HER}", near, re.IGNORECASE)
    ):
        return True
    if re.search(r"(?i)(?:s|children)\Z", found[0]) and re.search(rf"\bs?he {_DID}", near, re.IGNORECASE):
        return True
    is_neither = not found["her"] and not found["him"]
    is_him = not found["him"] and not is_neither and re.search(_HIM, near, re.IGNORECASE)
    is_her = not found["her"] and not is_neither and re.search(_HER, near, re.IGNORECASE)
    return bool(is_him or is_her)
