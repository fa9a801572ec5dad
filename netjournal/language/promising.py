"""What one says in plain words that one promised: promised Nana to sew her recipe book by 10 september."""

from __future__ import annotations

import re

_WHOM = (
    r"(?P<whom>(?!to\b|that\b|by\b|me\b|us\b|not\b|nothing\b)[\w'’-]+(?: (?!to\b|that\b|I\b)[\w'’-]+){0,3})"
)
_PROMISED = re.compile(
    r"(?:(?P<line>\A\s*)|(?:[.;!?\n]|[–—]\s)\s*"
    r"|(?P<own>(?:\A|[.;:!?,\n]|\b(?:and|but|so|then|also))\s*I (?:also )?))"
    rf"promised (?:{_WHOM} )?(?:to|that I will|that I['’]ll|I will|I['’]d|I['’]ll) (?P<what>[^.;!?\n>]+)",
    re.IGNORECASE,
)
_AND_THEN = re.compile(
    r",?\s+(?:but|because|so|then|which)\b|,\s+(?:and\s+)?(?:he|she|they|I|we|it)\b", re.IGNORECASE
)
_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)
_LONGEST = 120


def promised_plainly(text: str) -> str:
    """The words of what one promised, with their day; empty where it may as well be another who did.

    A sentence that begins with ``promised`` is of oneself where it says to whom, as is one with an I.
    """
    for found in _PROMISED.finditer(text) if "romised" in text else ():
        what = found["what"]
        end = _AND_THEN.search(what)
        words = (what[: end.start()] if end else what).strip(" ,:–—")
        is_own = found["own"] or found["line"] is not None or found["whom"] or _THEM.search(words)
        if is_own and len(words.split()) > 1 and len(words) <= _LONGEST:
            return words
    return ""
