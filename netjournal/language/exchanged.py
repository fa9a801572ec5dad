"""What passed between people in an entry, and what did not, so that no question presupposes it.

| in the entry                                  | without                            |
|-----------------------------------------------|------------------------------------|
| coffee, a call; Eka told me of her boat       | nothing                            |
| texted with Eka; her email and my answer      | voice                              |
| wrote Eka a letter                            | voice, their words                 |
| a postcard from Eka; Jan Kos sent his recipe  | voice, one's own words             |
| posted Eka a book; her parcel came            | voice, and any words               |
| called, no answer; thought of Eka; a like     | voice, and any words               |

Where it cannot be told, as of ``Eka, the keys`` without a channel, everything counts as missing: a question
that suits anything is better than one about a talk that was none.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from netjournal.language.channels.cues import MISSED
from netjournal.language.shorthand import spelt_out
from netjournal.model import Channel

Missing = Literal["voice", "words", "mine", "theirs"]
"""`voice`: no word was spoken; `words`: nor written; `mine`, `theirs`: none of one's own, none of theirs."""

MISSING: tuple[Missing, ...] = get_args(Missing)

_REACH = 2000
_THINGS = (
    r"\b(?:parcels?|packages?|packets?|books?|photos?|pictures?|boxe?s?|presents?|gifts?|keys?|tools?|seeds?"
    r"|jars?|jam|honey|cakes?|flowers?|clothes|scarf|socks|tickets?|stamps?|prints?|samples?|magazines?)\b"
)
_WORDS = (
    r"\b(?:letters?|notes?|cards?|postcards?|wrote|written|writing|lines?|messages?|messaged|texts?|texted"
    r"|e-?mails?|e-?mailed|chat(?:ted)?|asked|told|said|answer\w*|repl(?:y|ies|ied)|thanks|thanked|greetings"
    r"|wishes|condolences)\b"
)
_POST = "(?:letter|note|card|postcard|parcel|package|(?:e-?)?mail|message|text|sms|dm|line)s?"
_WROTE = r"(?:wrote|sent|posted|mailed|e-?mailed|texted|messaged|whatsapped|pinged|faxed|answered|replied)"
_WE = r"(?:i|we|and|then|also|just|finally|so|today|yesterday)\b"
_MINE = (
    rf"(?:^|[.,;:!?\n]\s*|\b{_WE}\s+)(?:{_WROTE}|told|asked|offered|invited|wished)\b"
    r"(?! (?:me|us|with)\b)"
    rf"|\b{_POST} (?:to|for) (?!me\b|us\b)"
)
_FROM_THEM = (
    rf"\b(?:{_POST}|presents?|word|photos?|answer|reply) from\b"
    rf"|\b{_WROTE} (?:back )?(?:to )?(?:me|us)\b|\bwrote back\b|\b(?:got|received)\b"
    rf"|(?:['’]s?|\b(?:her|his|their)) (?:\w+ )?(?:{_POST}|answer|reply)\b"
    rf"|(?:^|[.,;:!?\n]\s*|\band )@?(?!{_WE})(?:(?:my|our|his|her|their) )?[^\W\d_]+ {_WROTE}\b"
)
_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_][\w'’-]*"
_BY_FULL_NAME = (
    rf"(?:^|[.,;:!?\n]\s*|\band )(?!(?i:{_WE})){_CAPITAL}"
    rf"(?: (?:[a-z]{{2,3}} ){{0,2}}(?!I\b){_CAPITAL}){{1,3}} {_WROTE}\b"
)
"""Of two words or more only capitals tell a name: Jan Kos sent, but not: yesterday morning wrote."""
_NO_TALK = (
    r"\b(?:(?:thought|thinking|heard|read) (?:of|about)|dream(?:t|ed|ing)?|remember(?:ed|ing)"
    r"|miss(?:ed|ing)? (?:her|him|them)|candle for|pray(?:ed|ing)? for)\b"
)
_NOT_THERE = (
    r"\b(?:(?:he|she|they|nobody|no one) (?:was|were) (?:out(?! of)|not (?:in|home|at home|there)|away)"
    r"|(?:was|were)n['’]?t (?:in|home|at home|there)|nobody (?:was )?(?:in|home|at home)"
    r"|(?:under|at|through) (?:the|his|her|their) (?:door|letterbox))\b"
)
_NEAR = (" out", "home", " in", "away", "there", "door", "letterbox")
_TALKED = (
    r"\b(?:told|tells?|said|says|talk(?:ed|s|ing)?|spoke|spoken|chat(?:ted)?|asked|met|saw|laughed|with"
    r"|discussed|ran into|bumped into|visit(?:ed)?|came (?:by|over|round)|stayed|sat|showed|explained|argued"
    r"|agreed|we|us|together|called|phoned|rang|lunch|dinner|coffee|tea|walk|walked)\b"
)
_ATTEMPT_SIGNS = (
    *("no answer", "no reply", "no response", "no word", "answer", "pick", "repl", "respond", "call back"),
    *("voicemail", "nothing from", "tried", "waited", "never ", "in vain", "home", "through"),
    *("busy", "engaged"),
)
_ATTEMPT = (
    r"\bno (?:answer|reply|response|word)(?: yet| again| still| at all)*(?=\s*(?:\Z|[.,;:!?)\n]|from\b|at\b))"
    r"|\b(?:did|does|would)(?: not|n['’]?t) (?:answer|pick up|reply|respond|call back|get through)"
    r"|\b(?:nobody|no one) (?:answered|picked up|replied|came to the door|(?:was )?(?:in|home|at home))"
    r"|\bwaited\b[^.;!?\n]* (?:did not|didn['’]?t|never) (?:come|came|show|showed|turn|turned)\b"
    r"|\bnever (?:answered|picked up|replied|(?:called|phoned|rang) (?:me )?back)|\bvoicemail\b"
    r"|\b(?:still )?nothing from\b"
    r"|\bline (?:(?:was|is) )?(?:busy|engaged)\b|\b(?:busy|engaged) (?:tone|signal)\b"
    r"|\btried (?:to (?:call|ring|reach|phone|visit)|calling|ringing|phoning|reaching)\b"
    r"|\b(?:called|rang|phoned|knocked|went round)\b[^.;!?\n]* (?:in vain"
    r"|but (?:he|she|they) (?:was|were)n['’]?t|not (?:at )?home)\b"
)
_NEVER_BACK = r"\bnever (?:called|phoned|rang) (?:me )?back\b"
_BACK = r"\b(?:called|phoned|rang) (?:me )?back\b|\b(?:we|then) (?:talked|spoke)\b"


def missing(channel: Channel | None, text: str) -> tuple[Missing, ...]:
    """What an entry with somebody, of that channel and in those words, does not hold or hardly does."""
    text = spelt_out(text[:_REACH])
    small = text.lower()
    if channel in ("message", "email"):
        return _missing_in_writing(text, small)
    if channel == "broadcast":
        return MISSING
    if channel is not None:
        return MISSING if _is_nobody_reached(small) else ()
    if re.search(_MINE, small) or _is_from_them(text, small):
        return _missing_in_writing(text, small)
    has_talk = not re.search(_NO_TALK, small) and not _is_nobody_reached(small) and re.search(_TALKED, small)
    return () if has_talk else MISSING


_STAYED = ("n't ", "n’t ", "dnt ", " not ", "cannot ")
_STAYED_AWAY = (
    r"(?<!\bi )\b(?:(?:could|can|did|would)(?:n['’]?t| not)|cannot) "
    r"(?:come\b(?! (?:in|up|out|down|off)\b)|make it\b|join\b|be there\b"
    r"|(?:show|turn) up\b|show\b(?=\Z|[.,;:!?]))"
)


def is_attempt(text: str) -> bool:
    """Whether one tried to reach somebody in vain: no answer from Bruno; called, nobody picked up."""
    small = spelt_out(text[:_REACH]).lower()
    if not any(map(small.__contains__, _ATTEMPT_SIGNS)):
        return False
    return re.search(_ATTEMPT, small) is not None and not re.search(_BACK, re.sub(_NEVER_BACK, "", small))


def tells_of_no_show(text: str) -> bool:
    """Whether somebody else could not come, or did not: Bo could not make it."""
    small = spelt_out(text[:_REACH]).lower()
    return any(map(small.__contains__, _STAYED)) and re.search(_STAYED_AWAY, small) is not None


def _is_nobody_reached(small: str) -> bool:
    nobody = any(map(small.__contains__, _NEAR)) and re.search(_NOT_THERE, small)
    if not nobody and any(map(small.__contains__, MISSED.words)):
        nobody = re.search(MISSED.pattern, small, re.IGNORECASE)
    return bool(nobody) and not re.search(_BACK, small)


def _is_from_them(text: str, small: str) -> bool:
    return re.search(_FROM_THEM, small) is not None or re.search(_BY_FULL_NAME, text) is not None


def _missing_in_writing(text: str, small: str) -> tuple[Missing, ...]:
    if re.search(_THINGS, small) and not re.search(_WORDS, small):
        return MISSING
    is_mine, is_theirs = bool(re.search(_MINE, small)), _is_from_them(text, small)
    if is_mine == is_theirs:
        return ("voice",)
    return ("voice", "theirs") if is_mine else ("voice", "mine")
