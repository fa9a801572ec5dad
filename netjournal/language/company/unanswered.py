"""Whether a name in a line is that of somebody whose call, or to whom a call, was not answered."""

from __future__ import annotations

import re

from netjournal.language.channels.cues import MISSED

_CALLED = r"(?:called|phoned|rang)"
_CALLED_THEM = rf"(?i)\b(?:{_CALLED}|tried(?: to (?:call|phone|ring|reach))?)\s+\Z"
_THEY_CALLED = (
    rf"(?i)\s+(?:\w+\s+)?{_CALLED}(?:\s+(?:me|us|twice|again|today|back))*\s*"
    r"(?:[^\w\s]|\b(?:but|and|while)\b)"
)
_DID_NOT_ANSWER = (
    r"(?i)\s+(?:did(?: not|n['’]?t)|never)(?: \w+)? "
    r"(?:pick up|answer (?:(?:the|his|her|their|my) )?(?:phone|calls?))\b"
)
_MISSED_FROM = r"(?i)\bmissed\s+(?:(?:an?|the|another|two|three|\w+)\s+)?(?:\w+\s+)?calls?\s+(?:from|by)\s+\Z"
_CALLED_BACK = (
    r"(?i)\b(?:call(?:ed)?|phoned|rang|wrote|texted|messaged|e?-?mailed) (?:back|(?:him|her|them)\b)"
)
_AT_THE_END = r"(?i)\W*(?:(?:again|today|this time|either)\W*)?\Z"
_ELSEWHERE = (
    r"(?i)\s*[.;!?\n]"
    r"(?!.*\b(?:back|he|she|they|his|him|her|hers|their|them|we|us|our|together|again|later)\b)"
)
"""What goes on after a call that nobody answered, and is not of the same people."""


def is_missed(before: str, after: str, *, is_last: bool) -> bool:
    """Whether it was a call, to or from them, that nobody answered, and that is all that is told."""
    small = before.lower()
    if "missed" in small:
        is_from = small.endswith("missed ") and after.startswith(("'s call", "’s call"))
        return (is_from or bool(re.search(_MISSED_FROM, before))) and not re.search(_CALLED_BACK, after)
    if not is_last or not any(word in after for word in MISSED.words):
        return False
    if re.match(_DID_NOT_ANSWER, after) is not None:
        return not re.search(_CALLED_BACK, after)
    missed = re.match(MISSED.pattern, after)
    if missed is None:
        return False
    rest = after[missed.end() :]
    if not re.match(_AT_THE_END, rest) and not re.match(_ELSEWHERE, rest, re.DOTALL):
        return False
    return re.search(_CALLED_THEM, before) is not None or re.match(_THEY_CALLED, after) is not None
