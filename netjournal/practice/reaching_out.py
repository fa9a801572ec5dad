"""Whether what was promised is to call, to visit or to write to somebody, and whether that was done now."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from netjournal.language.exchanged import missing
from netjournal.language.folding import fold, words
from netjournal.model import Channel, Interaction

_CALL, _VISIT, _WRITE = (
    "call|phone|ring|telephone|video ?call|skype|facetime",
    "visit|meet|see|drop by|look in on|call on|go to see|come by|go and see|sit with",
    "write|message|text|email|mail|answer|reply",
)
_VERBS: Mapping[Channel, str] = {
    "call": _CALL,
    "video": _CALL,
    "in_person": _VISIT,
    "event": _VISIT,
    "message": _WRITE,
    "email": _WRITE,
}
_LITTLE = "(?:(?:up|back|to|with|again) )*"
_THEM = "him|them|us|me|you|each other"
_GOES_ON = (
    "back|up|again|on|about|for|in|at|when|before|after|next|this|tomorrow|tonight|today|soon|later|early|by|if"
    "|as|and|or|with|once|from|every|over|to|because|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a|an|the"
    "|one|some|more|often|weekly|monthly"
)
"""What may follow *call her*; in *call her sister* somebody else is meant."""


def reached(entry: Interaction) -> Callable[[str], bool]:
    """Tells whether an entry is itself what was promised (folded): a call where it was ``call her monday``.

    Of a name in the promise only what the entry says as well; none where nobody was reached.
    """
    verbs = _VERBS.get(entry.channel) if entry.channel is not None else None
    if verbs is None or (entry.channel in ("call", "video") and missing(entry.channel, entry.text)):
        return lambda promised: False
    named = "|".join(sorted(re.escape(word) for word in words(fold(entry.text)) if len(word) > 1))
    whom = rf"{_LITTLE}(?:(?:{_THEM})\b|her(?= (?:{_GOES_ON})\b|$)|(?:{named or _THEM})\b|$)"
    pattern = rf"(?:to )?(?:{verbs})(?: |$){whom}"

    def is_done(promised: str) -> bool:
        return re.match(pattern, " ".join(words(promised))) is not None

    return is_done
