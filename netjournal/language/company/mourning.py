"""Whether somebody is named who died, or only thought of: a death that is told is no talk (issue 5 §1).

| in the line                                            | not met                          |
|--------------------------------------------------------|----------------------------------|
| Beka died this morning; Nana has passed away           | who died                         |
| the funeral of Beka; buried Beka; Beka's funeral       | who was buried                   |
| thought of Nana; missed Nana; lit a candle for Nana    | who is in one's thoughts         |

Whoever was at their side was with them: Beka died this morning, I held his hand.
"""

from __future__ import annotations

import re

_DEATHS = (
    "died",
    "passed ",
    "dead",
    "buried",
    "cremated",
    "laid to rest",
    "no more",
    "sleep",
    "killed",
    "drowned",
    "own life",
)
_DIED = (
    r"(?:,? who)?(?:\s+(?:has|have|had|just|also|both|all|(?!near)\w+ly))*\s+(?:died"
    r"(?! (?:laughing|a little|inside|for an?|(?:of|from|with)"
    r" (?:laugh\w*|shame|boredom|embarrassment|joy|envy))\b)"
    r"|passed (?:away|peacefully|in (?:his|her|their) sleep)"
    r"|drowned(?=\s*(?:[.,;:!?]|\Z|\b(?:in|off|at|this|last|yesterday|today|on)\b))"
    r"|took (?:his|her|their) own life"
    r"|(?:(?:is|was|are|were)(?: being)?|will be) (?:killed|buried(?! (?:under|in (?!(?:the|our"
    r"|an?)\b)[a-z]+)\b)|cremated|laid to rest"
    r"|(?:dead|no more)(?=\s*(?:[.,;:!?)]|\Z|\b(?:and|now|since)\b))))"
)
_ENDS = ("funeral", "burial", "wake", "cremation", "memorial", "grave", "tomb", "ashes", "death", "obituary")
_END = rf"(?:{'|'.join(_ENDS)})"
_THEIR_END = rf"(?i)['’]s?\s+{_END}\b(?!\s+(?:speech|home|director|talk))"
_LAST_RITES = (
    rf"(?i)(?:\b(?:{_END}(?: service| mass| prayers?)?|eulogy) (?:of|for)|\b(?:buried|mourn(?:ed|ing)?"
    r"|cremated|r\.?i\.?p\.?:?))\s+(?:(?:my|our|the late|poor|old|dear)\s+)*\Z"
)
_RITES = (*_ENDS, "eulogy", "buried", "mourn", "cremated", "rip ", "r.i.p")
_AT_THEIR_SIDE = (
    r"(?i)\b(?:with|beside|next to|held|kissed|hugged|washed|visited|saw) (?:him|her|them)\b"
    r"|\b(?:at|by) (?:his|her|their) (?:side|bed\w*)|\b(?:held|holding) (?:his|her|their) hands?\b"
)
_MINDS = ("thought", "thinking", "dream", "miss", "long", "pray", "candle")
_IN_MIND = (
    r"(?i)\b(?:(?:thought|thinking)(?: a lot| much| often)? (?:of|about)|dream(?:t|ed) (?:of|about)"
    r"|(?:(?:I|we) |\A\s*)(?:still |really )?miss|missed|missing|(?:I|we) long for|longed for|pray(?:ed"
    r"|ing)? for"
    r"|lit a candle for)\s+(?:(?:my|our|poor|dear)\s+)?\Z"
)


def is_mourned(before: str, after: str) -> bool:
    """Whether the words `before` a name in its clause and those `after` it tell of a death or a burial that
    one was not there at.
    """
    was_there = re.match(_DIED, after) is not None and re.search(_AT_THEIR_SIDE, after) is not None
    return is_told_dead(before, after) and not was_there


def is_told_dead(before: str, after: str) -> bool:
    """Whether they tell of a death or a burial, and be it that one was there."""
    if after.startswith(("'", "’")):
        return re.match(_THEIR_END, after) is not None
    small = before.lower()
    if any(word in small for word in _RITES) and re.search(_LAST_RITES, before):
        return True
    return any(word in after[:40] for word in _DEATHS) and re.match(_DIED, after) is not None


def is_in_mind(before: str, after: str) -> bool:
    """Whether one only thought of somebody, by the words `before` a name in its clause and `after` it."""
    small = before.lower()
    is_theirs = after.startswith(("'s", "’s"))
    return not is_theirs and any(word in small for word in _MINDS) and re.search(_IN_MIND, before) is not None
