"""Whom those one was with see, who were not there themselves: she's fed up with Karim (issue 5 §1).

| in the line                                     | only spoken of                             |
|-------------------------------------------------|--------------------------------------------|
| tea with Bo who works with Karim                | Karim; but: tea with Bo, who brought Karim |
| tea with Bo, she's fed up with Karim            | Karim; but: she is here with Karim         |
| tea with Bo, she and Karim are dating           | Karim; but: she and Karim came             |
| chess with Bo, he beat Karim yesterday          | Karim: it was on another day               |
| lunch with Bo before her date with Karim        | Karim                                      |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.not_there import LIST

_WITHOUT_ME = r"(?:(?!\b(?:I|we|me|us|our|my|here|together|and|but|while|so)\b)[^.,;:!?\n])"
_KNOWS = (
    r"(?:works?|worked|lives?|lived|knows?|knew|likes?|loves?|hates?|miss(?:es)?|dates?|dated|married"
    r"|stud(?:y|ies|ied)"
    r"|manages?|shares?|used to|thinks?|wants?|needs?|can['’]?t stand|cannot stand|ha(?:s|ve)(?! brought\b))"
)
_NOT_HERE = r"(?! (?:here|there|back|coming|come|with|brought|joined|taken|been|just|met)\b)"
_AROUND = ("before", "after", "until", "because of", "about", "ahead of", "despite")

_RULES = (
    (
        (" who",),
        rf"{SOMEBODY},? who(?:['’]s{_NOT_HERE}| (?:is|was){_NOT_HERE}|(?: now| still| also| once)? {_KNOWS}) "
        rf"(?P<who>(?:{_WITHOUT_ME}{{0,60}}?\b(?:with|for|to|of|near) )?{LIST})",
    ),
    (
        (" he", " she", " they"),
        rf"(?:[.,;!?:\n(–—-]\s*|\b(?:because|cos|since|that|as|and|but) )(?:s?he|they)(?:(?:['’]s"
        rf"|['’]re|(?<=e)s\b|(?<=y)re\b){_NOT_HERE}"
        rf"| (?:is|are){_NOT_HERE}|(?: still| now| also| really"
        rf"| never)? {_KNOWS}) (?P<who>{_WITHOUT_ME}{{0,60}}?{LIST})",
    ),
    (
        ("he and", "they and", "her and", "him and"),
        rf"\b(?:s?he|they|her|him) and (?P<who>{LIST}) (?:(?:are|have|were){_NOT_HERE}|will|want"
        rf"|got (?:married|engaged|together|back)"
        r"|broke up|split up|plan|moved|married|bought)\b",
    ),
    (
        ("yesterday", "last ", "other day", " ago", " once"),
        rf"(?:[.,;!?:\n(]\s*|\b(?:because|that|but) )(?:s?he|they) (?!(?:and|brought|came|joined"
        rf"|introduced|invited)\b)"
        rf"[a-z]+(?: [a-z]+){{0,3}}? (?P<who>{LIST}){_WITHOUT_ME}{{0,30}}? "
        r"(?:yesterday|last (?:night|week(?:end)?|month|year|summer|winter|spring|autumn|\w+day)"
        r"|the other day|(?:\w+ ){1,2}ago|once)\b",
    ),
    (
        tuple(f"{word} {whose} " for word in _AROUND for whose in ("his", "her", "their")),
        rf"\b(?:{'|'.join(_AROUND)}) (?:his|her|their)(?: [\w'’-]+){{1,2}} "
        rf"with (?P<who>{LIST})",
    ),
)


def whom_they_see(text: str) -> Iterator[re.Match[str]]:
    """Where `text`, in which SOMEBODY stands for each name, tells whom those named before see (``who``)."""
    small = text.lower()
    first = text.find(SOMEBODY)
    for signs, pattern in _RULES:
        if any(sign in small for sign in signs):
            yield from re.compile(pattern, re.IGNORECASE).finditer(text, first)
