"""Who reached out, by the words of an entry: rang Ada is oneself, Ada rang is she.

| in the entry                                          | who       |
|-------------------------------------------------------|-----------|
| rang Ada; I texted Bo; and wrote to her; letter to Bo | oneself   |
| Ada rang; mum called me; text from Bo; rang Ada back  | they      |
| a long call with Ada; coffee with Bo                  | not told  |
"""

from __future__ import annotations

import re
from typing import Literal

from netjournal.language.shorthand import spelt_out
from netjournal.model import Interaction

_REACH = 400
_WAYS = frozenset(("call", "video", "message", "email"))
_DID = (
    r"(?:rang|phoned|called|facetimed|zoomed|skyped|video-?called|texted|messaged|whatsapped|pinged|dm['’]?d"
    r"|e-?mailed|wrote|posted)"
)
_POST = (
    r"(?:calls?|letters?|(?:post)?cards?|e-?mails?|(?:voice ?)?messages?|texts?|(?:voice ?)?notes?|lines?)"
)
_I = r"(?:i|we|and|then|so|but|today|yesterday)"
_JUST = r"(?:(?:just|finally|also|later) )?"
_BEGIN = rf"(?:\A\s*|[.,;:!?\n–—]\s*|\b{_I}\s+){_JUST}"
_WHO = (
    rf"{_BEGIN}(?P<back>{_DID} (?:[\w'’@-]+ ){{0,2}}back\b)"
    rf"|\b(?P<them>{_DID} (?:me|us)\b|{_POST} from\b)"
    rf"|{_BEGIN}(?P<me>{_DID}|{_POST} to)\b(?! (?:me|us)\b)"
    rf"|\b(?!{_I}\b)[\w'’-]+ {_JUST}(?P<they>{_DID})\b(?! back\b)"
)


def who_reached_out(entry: Interaction) -> Literal["me", "them"] | None:
    """Who did: as was noted, else as the words of a call or a message tell; None where they do not."""
    if entry.initiated is not None or entry.channel not in _WAYS:
        return entry.initiated
    found = re.search(_WHO, spelt_out(entry.text[:_REACH]).lower())
    if found is None:
        return None
    return "me" if found["me"] else "them"
