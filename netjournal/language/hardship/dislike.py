"""Whether a line says that one would rather not meet somebody again (issue 5 §1)."""

from __future__ import annotations

import re

_UNLIKED = (
    r"(?i:unpleasant|unlikeable|unlikable|obnoxious|insufferable|arrogant|creepy|nasty|rude|disgusting|horrible"
    r"|awful|hostile|aggressive|annoying|sleazy|pushy|smug|unfriendly|racist|sexist)"
)
_SO = r"(?:(?i:very|so|really|rather|quite|too|a bit|totally|pretty|most|an?|and|plainly) ){0,2}"
_END = (
    r"(?=\s*(?:[.,;:!?)\n–—]|\Z)"
    r"| (?:man|woman|person|fellow|guy|type|to (?:me|us|everyone|everybody|others))\b)"
)
_BEGIN = r"(?:\A|[,;:(–—.!]\s*)"
_THEM = r"(?:her|him|them)\b"
_DISLIKE = (
    rf"{_BEGIN}{_SO}{_UNLIKED}{_END}"
    rf"|\b(?:(?i:s?he|they)|[^\W\d_a-z][\w'’-]+) (?:is|was|are|were|seems?|seemed) {_SO}{_UNLIKED}{_END}"
    rf"|(?i:\bfound {_THEM} {_SO}{_UNLIKED}{_END}"
    rf"|{_BEGIN}never again(?=\s*(?:[.,;:!?)]|\Z))"
    rf"|\b(?:did(?:n['’]?t| not)|do(?:n['’]?t| not)) (?:much |really )?(?:like|trust) {_THEM}"
    rf"|\bdisliked {_THEM}|\b(?:can(?:n?['’]?t|not)|could(?:n['’]?t| not)) stand {_THEM}"
    rf"|\b(?:no need|would rather not|do(?:n['’]?t| not) (?:need|want)) to (?:meet|see) {_THEM} again\b"
    r"|\bnot my (?:kind|sort|type)(?: of (?:person|people|man|woman|guy))?(?=\s*(?:[.,;:!?)]|\Z))"
    r"|\bfull of (?:himself|herself|themselves)\b)"
)


def tells_of_dislike(text: str) -> bool:
    """Whether `text` says so in plain English: never again; Bo, unpleasant."""
    return re.search(_DISLIKE, text) is not None
