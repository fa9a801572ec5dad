"""Whom one only nodded to, waved at, or saw from afar: no talk, and nobody met (issue 5 §1).

| in the line                                          | not met                               |
|------------------------------------------------------|---------------------------------------|
| nodded to Karim; waved at Karim across the hall      | Karim; but: waved Karim over          |
| only a nod with Karim; exchanged glances with Karim  | Karim; but: a nod to Karim, then cake |
| Karim, just nodded; Karim waved at me from his bike  | Karim; but: Karim nodded off          |
| saw Karim, did not talk; Karim was there, no chance  | Karim; but: did not talk much         |
| to talk                                              |                                       |
| only saw Karim from afar; avoided Karim              | Karim                                 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.not_there import BEGIN, LIST

_A_BIT = r"(?:(?:I|we|only|just|briefly|quickly|then|also|at least|politely|shyly|both) )"
_HOW = r"(?:(?:quick|brief|small|little|short|polite|friendly|shy|silent|mere|single|few) )"
_NODDED = r"(?:nodded|waved|smiled|winked|glanced)(?: (?:hello|hi|briefly|back|politely|shyly|over|across))?"
_NOD = rf"(?:an? |some )?{_HOW}{{0,2}}(?:nods?|waves?|smiles?|glances?)"
_ONLY = r"(?:only|just|no more than|not more than|nothing but|but)"
_PLACE = (
    r"(?: (?:across|from|in|at|on|by|near|over|through|outside|inside|behind|between|again|too|only|briefly"
    r"|twice|today|tonight|once|this)\b"
    rf"(?:(?!\b(?:and|then|but|who|until|we|s?he|they|I|as|so|while)\b|{SOMEBODY})[^.,;:!?()\n]){{0,60}})?"
)
_NO_TALK = (
    r"(?:but )?(?:(?:I|we|she|he|they) )?(?:(?:did(?:n['’]?t| not)|could(?:n['’]?t| not)|never|not)"
    r"(?: (?:really|actually|even|get (?:a chance )?to|got (?:a chance )?to|manage to|managed to|dare to))*"
    r"|no (?:chance|time|way|occasion)(?: to)?|too (?:shy|tired|busy|loud|far)(?: away)? to|without)"
    r" (?:talk|talked|talking|speak|spoke|speaking|chat|chatted|exchange a word|say (?:hello|hi|anything))"
    r"(?: (?:to|with) (?:her|him|them|me|us|each other))?"
)
_END = (
    r"(?=\s*(?:[.;!?)\n–—]|\Z)|,? (?:only|just|no|not|nothing|did|too|so|went|left|home|tired|that was all)\b"
    r"|,? then (?:left|went|home)\b)"
)
_AFTER = (
    r"(?=\s*(?:[.,;:!?)\n–—]|\Z)"
    r"|\s+(?:at all|this time|today|tonight|in the end|again|yet|though|either|after all)\b)"
)

_FAR = (
    r"(?:from afar|from (?:a|the|some) distance|in the distance|in the crowd|across the (?:hall|room|street"
    r"|square|road|crowd|floor|aisle|yard))"
)
_SIGNS_OF_A_NOD = ("nod", "wave", "smile", "glance", "wink")
_RULES = (
    (
        _SIGNS_OF_A_NOD,
        rf"{BEGIN}{_A_BIT}{{0,3}}{_NODDED} (?:to|at|towards?) (?P<who>{LIST})(?!['’]){_PLACE}{_END}",
    ),
    (
        _SIGNS_OF_A_NOD,
        rf"{BEGIN}(?:{_A_BIT}|{_ONLY} |exchanged |shared |got |gave |had ){{0,3}}"
        rf"(?:{_NOD} (?:with|to|from|at|for|between) (?P<who>{LIST})(?!['’])){_PLACE}{_END}",
    ),
    (
        _SIGNS_OF_A_NOD,
        rf"{BEGIN}(?P<who>{LIST}),? (?:only |just |briefly )?{_NODDED} (?:to|at) (?:me|us){_PLACE}{_END}",
    ),
    (
        (*_SIGNS_OF_A_NOD, "afar", "distance", "passing"),
        rf"{BEGIN}(?P<who>{LIST})(?: was (?:there|here))?[,;:–—-]?\s*\(?{_ONLY} "
        rf"(?:{_NODDED}|{_NOD}|(?:seen |saw (?:her|him|them) )?(?:{_FAR}|in passing)){_PLACE}{_END}",
    ),
    (
        ("afar", "distance", "crowd", "across", "passing"),
        rf"\b(?:saw|seen|spotted|noticed|recogni[sz]ed) (?P<who>{LIST}),? (?:(?:only|just) )?{_FAR}{_END}",
    ),
    (("passing",), rf"\b(?:only|just) (?:saw|seen) (?P<who>{LIST}) in passing{_END}"),
    (
        _SIGNS_OF_A_NOD,
        rf"{BEGIN}{_A_BIT}{{0,3}}(?:gave|threw|sent) (?P<who>{LIST}) {_NOD}{_PLACE}{_END}",
    ),
    (
        ("glimpse", "caught sight"),
        rf"\b(?:glimpsed?(?: of)?|caught sight of) (?P<who>{LIST})(?!['’]){_PLACE}{_END}",
    ),
    (
        ("avoided", "dodged", "hid from", "steered clear", "kept away"),
        rf"{BEGIN}{_A_BIT}{{0,2}}(?:avoided|dodged|hid from|steered clear of|kept away from)"
        rf" (?P<who>{LIST})(?!['’]){_PLACE}{_END}",
    ),
)
_SILENT = (
    rf"\b(?:saw|spotted|noticed|recogni[sz]ed|passed|there was|(?:was|were) near) (?P<who>{LIST}){_PLACE}"
    rf"(?:\s*[,;(–—-]\s*| but )(?:but )?{_NO_TALK}{_AFTER}",
    rf"{BEGIN}(?P<who>{LIST})(?: (?:was|were) (?:also )?(?:there|here|around)(?: too| as well)?)?"
    rf"\s*[,;(–—:-]\s*{_NO_TALK}{_AFTER}",
)
_TALKS = ("talk", "speak", "spoke", "chat", " say ")
_DENIALS = (" not ", "n't", "n’t", "nt ", "never", "no chance", "no time", "no way", "too ", "without ")
_MORE = (
    r"(?i)\b(?:(?:s?he|they|we)\b(?! (?:look|was|were|is|are|seem|wore|had|has|did(?:n['’]?t| not)|never|have"
    r"|should|must|will))|together\b|us\b)"
)
"""What they did, or one did with them, after all."""


def only_seen(text: str) -> Iterator[re.Match[str]]:
    """Where `text`, in which SOMEBODY stands for each name, tells of no more than a nod (group ``who``)."""
    small = text.lower()
    for signs, pattern in _RULES:
        if any(sign in small for sign in signs):
            yield from (found for found in re.finditer(pattern, text, re.IGNORECASE) if _is_all(found, text))
    if any(sign in small for sign in _TALKS) and any(sign in small for sign in _DENIALS):
        for pattern in _SILENT:
            yield from re.finditer(pattern, text, re.IGNORECASE)


def _is_all(found: re.Match[str], text: str) -> bool:
    """Whether nothing follows that they did with one, up to the next who is named."""
    return re.search(_MORE, text[found.end() :].split(SOMEBODY, 1)[0]) is None
