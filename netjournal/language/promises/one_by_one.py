"""A promise of several things to do: sing her the Fauré, bring her the oil on thursday (issue 5 §1)."""

from __future__ import annotations

import re

_NO_OBJECT = (
    r"(?:and|or|but|on|by|till|until|tomorrow|today|tonight|next|this (?:week|evening)|it|too|also|again"
    r"|then|so)"
)
_DETERMINED = (
    r"(?:him|her|them|me|us|the|an?|my|our|your|his|their|its|some|two|three|[0-9]+|about|up|whether|how|@"
    r"|(?-i:[A-Z]))"
)
_PLAINLY = (
    r"bring|send|tell|give|lend|fetch|sing|bake|sew|knit|fix|mend|introduce|invite|buy|pay|feed|deliver|forward"
    r"|drive|collect|translate|teach|wash|write|find|learn|pick up|drop off|look (?:up|for|into|after)|thank"
    r"|get|take|make|put|ask|remind"
)
_AS_WELL = (
    r"call|ring|phone|text|e-?mail|mail|post|visit|meet|cook|repair|return|book|print|copy"
    r"|record|let|help|show|play|read|water|order|clean|check|share|sign|hand|walk|practi[sc]e|try"
)
_DOES = re.compile(
    rf"(?:(?:{_PLAINLY})\s+(?!{_NO_OBJECT}\b)|(?:{_AS_WELL})\s+(?={_DETERMINED}))\S", re.IGNORECASE
)
"""A verb of doing something, and with what: a word that is a thing as well needs to go on as a verb does."""

_PAUSE = re.compile(r",\s+(?:and\s+|then\s+|and then\s+)?", re.IGNORECASE)


def is_deed(words: str) -> bool:
    """Whether `words` begin with something to do: send the plan, ring her; not: spa day, ring of gold."""
    return _DOES.match(words) is not None


def one_by_one(words: str) -> list[str]:
    """The `words` of each thing promised, with its own day; the whole where a part has no verb or object."""
    parts = _PAUSE.split(words) if "," in words else [words]
    return parts if len(parts) > 1 and all(map(_DOES.match, parts)) else [words]
