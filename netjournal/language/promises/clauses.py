"""The clauses in which somebody says what they will do for another, and where what they will do ends."""

from __future__ import annotations

import re

BEGIN = r"(?:\A|[.,;:!?\n)]|[–—-]\s|\b(?:and|but|so|then|also)\s)\s*"
"""Where a clause begins."""

DOES = (
    r"(?:send|bring|call|ring|phone|text|write|e-?mail|mail|post|forward|share|ask|tell|lend|give|get|fetch|find"
    r"|look (?:up|for|into|after|at|over|through)|introduce|invite|visit|meet|bake|cook|knit|sew|fix|mend"
    r"|draft|repair|return|drop off|pick up|check|book|print|copy|record|remind|let|put|help|show|teach"
    r"|translate"
    r"|come(?=\s+(?:on|along|round|this|next|tomorrow|tonight|(?:mon|tues?|wed|thu|fri|sat|sun)\w{0,6})\b)"
    r"|come (?:by|over|to (?:his|her|their)\b"
    r"|(?:and )?(?:see|visit|help|watch|hear|listen|look|sing|play|fix))"
    r"|(?:drop|stop|pop|swing) (?:by|in|over|round)"
    r"(?=\s+(?:on|at (?:his|her|their)|(?:his|her|their) \w+ (?:on |next |this )?(?:\w+day|mon|tues?|thu|fri"
    r"|tomorrow|tonight)\b|with|to|next|tomorrow|tonight|this|(?!the\b|his\b|its\b)\w+['’]?s)\b)"
    r"|proofread|order|pay|drive|collect|message|deliver"
    r"|(?:build|make|draw|cut|carve|paint|plant|play|sing|read)"
    r"(?=\s+(?:him|them|her(?=\s+(?:an?|the|some|one|two|three|new)\b))\b"
    r"|\s[^.,;!?\n<>]* for (?:him|her|them)\b))"
)
"""Verbs of doing something for somebody; what one may do for oneself needs to say for whom."""

WHAT = rf"(?P<what>{DOES}\s[^.,;!?\n<>]+)"

UNSURE = (
    r"(?i)\b(?:(?<!asks )(?<!asked )(?<!asked me )(?:if|whether)|unless|when|maybe|perhaps|hope|hopefully"
    r"|wish|think|guess)\b[^.;!?\n]*\Z"
)
"""What stands before that which is not promised yet."""

BROKEN = r"(?i)\b(?:never|(?:did|has|had|have)(?:n['’]?t| not)|forgot|still nothing|nothing (?:yet|came))\b"
"""What follows a promise that is told because it was not kept."""

ANOTHER = (
    r"(?i)['’]s\s|\b(?:his|their|whose|who)\b|\b(?:her|my|our|the|an?) (?:[a-z-]+ )?(?:mother|mum|mom|father"
    r"|dad|parents|sister|brother|son|daughter|kids|children|wife|husband|partner|girlfriend|boyfriend|aunt|uncle"
    r"|cousin|friend|neighbou?r|boss|colleague|manager|assistant|landlord|landlady|plumber|builder|electrician|mechanic"
    r"|doctor|nurse|teacher|lawyer|agent|tenant|client|guy|man|woman|lady|team|school|office|bank)\b"
)
"""Whom he or she may be who has no name."""

LONGEST = 120

_WHO_WILL = r"(?:[^\s,]+ ){1,2}?(?:will|promised|offered)\b|(?:[^\s,]+ )?[^\s,]+['’]ll\b"
_GOES_ON = (
    rf"(?i)\s+(?:but|because|so|then|which)\b|(?:,\s+(?:and\s+)?|\s+and\s+)(?:{_WHO_WILL})"
    r"|,?\s+and\s+(?:he|she|they|we|I)\b|,\s+(?:he|she|they|we|I|it)\b"
)

_DAY_OR_END = re.compile(r"(?i)\s+(?:by|on|next|tomorrow|tmrw|today|tonight|before|until|till)\b|\s*[.!]*\Z")


def given_to(thing: str, whom: str) -> str:
    """What is promised to somebody, before its day: the plan for her by friday."""
    end = _DAY_OR_END.search(thing)
    at = end.start() if end else len(thing)
    return f"{thing[:at]} for {whom}{thing[at:]}"


def first_of(what: str) -> str:
    """`what` is done, without what somebody else does: send her the plan and he'll check it."""
    return re.split(_GOES_ON, what, maxsplit=1)[0].strip(" ,:–—-")


def is_something(words: str) -> bool:
    """Whether words are long enough for something to do, and not too long."""
    return len(words.split()) > 1 and len(words) <= LONGEST
