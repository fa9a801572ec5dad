"""What somebody means to do, as an answer says it."""

from __future__ import annotations

import re

_VERBS = "ask|tell|send|call|write|bring|invite|remember|thank|visit|offer|introduce|listen|show|give"
_INTENTION = (
    rf"(?:(?:^|[,:–—-]\s+)(?:(?:and|but|so|then|also|to|please|maybe|perhaps|better)\s+)*(?:{_VERBS})\b"
    r"|\bnext time\b|\bi will\b|\bi['’]ll\b|\bi (?:want|mean|plan|hope) to\b)"
)
"""What is meant for the next time: a clause that begins with what to do, or words that say so."""

_TO_DO = (
    rf"(?:(?:and|but|so|then|also|to|please|maybe|perhaps|better)\s+)*(?:{_VERBS}|post|print|buy|finish|mend|make|find"
    r"|get|take|let|order|read|try|go)\b|i will\b|i['’]ll\b|i (?:want|mean|plan|hope) to\b"
)
_BARE = (
    rf"\W*(?:(?:and|but|so|then|also|to|please|maybe|perhaps|better|i|will|i['’]ll|want|mean|{_VERBS}|her|him|them"
    r"|it|that|about|next|time|again|soon|more)\W*)+"
)
"""A clause that says neither what nor about whom: the one before does."""

_CLAUSE = r"[,:–—-]\s+"
_SENTENCE = r"[.;?…]\s+"


def intention(text: str) -> str:
    """The last sentence that says what one means to do, from that clause on; empty for none."""
    return next(filter(None, map(_meant, reversed(re.split(_SENTENCE, text)))), "")


def is_to_do(words: str) -> bool:
    """Whether words are nothing but what one means to do: one sentence that begins with it."""
    return re.match(_TO_DO, words, re.IGNORECASE) is not None and not re.search(_SENTENCE, words)


def _meant(sentence: str) -> str:
    """The sentence from the clause on in which it says what one means to do; empty where it says nothing."""
    found = re.search(_INTENTION, sentence, re.IGNORECASE)
    if found is None:
        return ""
    starts = [
        0,
        *(clause.end() for clause in re.finditer(_CLAUSE, sentence) if clause.start() <= found.start()),
    ]
    says_what = next(
        (start for start in reversed(starts) if not re.fullmatch(_BARE, sentence[start:], re.IGNORECASE)), 0
    )
    return sentence[says_what:].strip(" .;")
