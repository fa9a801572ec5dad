"""A line logged during an event that tells of a call, a message or a letter, and so of nobody met there.

Only what the line begins with counts: first comes who, or what one did (issue 5 §3). Of whoever is met there
one may well note that they phoned somebody or work over Zoom.

| at the event                                      | elsewhere                                       |
|---------------------------------------------------|-------------------------------------------------|
| Noe, phoned his wife about the boat               | called Noe, all good again                      |
| Noe called his dog Rex; Noe calls it a day        | Noe called; Noe rang about the keel             |
| Ines, sent me her card by email                   | got a long letter from Ines; Ines emailed me    |
| > call Noe                                        | quick video call with Noe                       |
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import said_channel
from netjournal.model import Channel

_ELSEWHERE: tuple[Channel, ...] = ("call", "video", "message", "email", "broadcast")
"""Channels by which one reaches somebody who is not there."""

_LONGEST = 300
_CLAUSE = re.compile(r"[^,;:.!?\n(–—]*")
_WRITTEN = re.compile(r"@?[\"“„][^\"”\n]*[\"”]|@?\w[\w’'-]*")

# What is looked for is compiled when it first is: at once it would take 3 ms of the start.
_BEFORE = (
    "i|we|just|then|also|later|finally|meanwhile|had|got|received|sent|answered|exchanged|and|an?|the|my|our"
    "|another|two|quick|short|long|longer|brief|nice|good|great|lovely|voice|phone|video|group"
)
_SAYS_SO = (
    "(?:tele)?phone[ds]?|(?:phone)?call(?:ed|s)?|rang|text(?:ed|s)?|messag(?:ed?|es)|wrote|letters?|postcards?"
    "|e-?mail(?:ed|s)?|dms?|sms|sent|posted|spoke|talked|chatted|zoom(?:ed)?|skyped?|facetimed?|videocall(?:ed)?"
    "|teams|whatsapp(?:ed)?|signal|telegram|imessage|messenger|slack|discord|wechat|threema|liked|reacted"
    "|newsletter"
)
_DID = rf"(?i:(?:(?:{_BEFORE})\s+){{0,4}}(?:{_SAYS_SO})\b)"
_NO_NAME = rf"(?i:{_BEFORE}|{_SAYS_SO}|i['’].*)"
_CALLED = "called|(?:tele)?phoned|rang|texted|messaged|wrote|e-?mailed"
_THEY_DID = (
    rf"{SOMEBODY}(?:(?: and | & | ){SOMEBODY})* (?:(?:just|then|also|later|finally) )?"
    rf"(?:(?:{_CALLED})(?: back| again)?(?:(?: to)? (?:me|us)(?! (?:an?|the|my|our)\b))?"
    r"(?= *\Z| (?:about|from|to (?:say|ask|tell)|that|today|tonight|earlier|just now|again|back|and)\b)"
    r"|(?:e-?mailed|texted|messaged) (?:me|us)\b|(?:on|by|over) (?:the )?(?:tele)?phone(?= *\Z))"
)
_IN_HASTE = rf"\w+(?= (?:{_CALLED})(?: back| again)? *\Z)"


def is_elsewhere(line: str) -> bool:
    """Whether what a line begins with plainly tells of a channel that is none of an event."""
    clause = _CLAUSE.match(line.lstrip()[:_LONGEST])
    assert clause is not None
    head = " ".join(clause[0].split())
    masked = re.sub(_IN_HASTE, SOMEBODY, head) if head.islower() else _WRITTEN.sub(_mask, head)
    tells = _THEY_DID if masked.startswith(SOMEBODY) else _DID
    return re.match(tells, masked) is not None and said_channel(masked) in _ELSEWHERE


def _mask(written: re.Match[str]) -> str:
    """SOMEBODY for a word that may be a name."""
    word = written[0]
    is_name = word[0] in '@"“„' or (
        word[0].isalpha() and not word[0].islower() and not re.fullmatch(_NO_NAME, word)
    )
    return SOMEBODY if is_name else word
