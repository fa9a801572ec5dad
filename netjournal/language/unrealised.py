"""Whether somebody is named only for what did not happen, or is still to come (issue 5 §1).

| in the line                                      | not met                                  |
|--------------------------------------------------|------------------------------------------|
| I should call Beka; tomorrow I will ask Dato     | Beka, Dato: one only means to            |
| did not send Zurab the catalogue; forgot to call | whom one was not in touch with           |
| no letter from Beka; have not heard from Beka    | who was not                              |
| met nobody, Beka was ill                         | why nobody came                          |
| Eka will come on friday; Karim could not come    | who is awaited, or stayed away           |

What else a line tells may be a talk with them after all: tea, Eka will come again on friday.
"""

from __future__ import annotations

import re

from netjournal.language.channels import said_channel

_TOUCH = (
    "call|phone|ring|write|text|message|e?-?mail|see|meet|visit|reach|talk|speak|contact|answer|reply"
    "|send|post"
)
_NOT_DONE = (
    r"(?i)\b(?:(?:did|could|would|can)(?:\s+not|n['’]?t)|cannot|forgot)\s+(?:(?:get|manage|dare|want)\s+)?(?:to\s+)?"
    rf"(?:(?:talk|speak|meet|meet up)\s+with|(?:{_TOUCH})(?:\s+(?:back|up|to))*"
    r"(?:(?:\s+(?!to\b)[\w'’-]+){1,6}\s+to)?)\s+\Z"
)
_NEVER_DONE = (
    r"(?i)(?:\b(?:have|had)(?:\s+not|n['’]?t)|\bnot\s+yet|\bnever)\s+(?:yet\s+|even\s+|really\s+)?"
    r"(?:called|phoned|rung|written|texted|messaged|e?-?mailed|visited|reached|contacted|answered|heard|talked|spoken"
    r"|sent)(?:\s+(?:back|up|to|with|from))*\s+\Z"
)
_NO_WORD = (
    r"(?i)(?:\b(?:no|not a|without a|nor a|(?:waiting|waited|hoping|hoped|wait|hope) for an?)\s+(?:\w+\s+)?"
    r"(?:letter|postcard|card|word|news|answer|reply|message|e?-?mail|text|sign|call|post|sound)s?"
    r"(?:\s+(?:yet|today|either))?|\bnothing(?:\s+heard|\s+new)?)\s+from\s+\Z"
)
_MEANS_TO = (
    r"(?i)(?:\A\s*|\b(?:I|we|tomorrow|tonight|today|soon|later|next \w+|\w+day|also|still|so)\s+)"
    r"(?:(?:should|must|shall|will|(?:need|have|ought|want|plan|hope|mean|remember) to"
    r"|(?:would|['’]d) like to|(?:am |are )?(?:going|planning|hoping) to|gonna)"
    r"|(?:I|we)['’]ll|let['’]?s|to ?do:)\s+"
    r"(?:(?:really|also|still|soon|finally|definitely|just|not forget to|try to|go and|go to|go|have to)\s+)*"
    rf"(?:(?:{_TOUCH}|ask|tell|thank|invite|give|bring|show|help|take|pay|remind|congratulate|introduce)"
    r"(?:\s+(?:back|up|to|with|in on|by))*|(?:have|catch|drop|get|go|come|do|cook|eat|drink|sit|walk)"
    r"(?:\s+[\w'’-]+){0,4}\s+(?:with|to|on|by|for|at))\s+\Z"
)
_NOBODY = (
    r"(?i)\b(?:(?:met|saw|seen|visited|called|phoned|reached|(?:talked|spoke) (?:to|with)) "
    r"(?:nobody|no[- ]one)|(?:nobody|no[- ]one) (?:came|called|phoned|rang|wrote|visited|was (?:here|there)"
    r"|(?:showed|turned) up))\b"
    r"(?!.*\b(?:but|except|besides|apart|save|only|then)\b)"
)
_COME = (
    "come|visit|call|phone|ring|write|answer|meet|see|bring|be|stay|join|arrive|drop|pop|pick|send|help|go"
    "|return"
)
_WILL_COME = (
    r"(?:\s*(?:,|,?\s(?:and|or|&)\s)\s*[^\W\d_a-z][\w'’-]+)*"
    r"(?:\s+(?:will|(?:is|are) going to|should|might|may|must)|['’]ll|\s+won['’]?t)"
    rf"(?:\s+(?:not|also|only|probably|perhaps|soon|then|never|try to|want to))*\s+(?:{_COME})\b"
    r"|\s+(?:(?:is|are) coming|comes|arrives|returns)\s+(?:back\s+|over\s+|again\s+|here\s+)?"
    r"(?:(?:on|next|this)\s+\w+|tomorrow|tonight|soon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_WILL = r"\b(?:will|won['’]?t)\b|['’]ll\b"
_AGAIN = re.compile(r"\b(?:her|him|them|we|us|together)\b", re.IGNORECASE)


_MEANINGS = ("should", "must", "shall", "will", "'ll", "’ll", " to ", "let", "do:", "gonna")
"""Without one of them nothing is meant to be done, and its pattern need not be compiled."""

_MODALS = (
    " will ",
    "'ll ",
    "’ll ",
    " won",
    "going to",
    "should",
    "might",
    " may ",
    "must",
    "coming",
    "comes",
    "arrives",
    "returns",
)


def is_undone(before: str) -> bool:
    """Whether the words `before` a name in its clause tell only what one means to do, or did not."""
    small = before.lower()
    has_not = any(word in small for word in (" not ", "n't", "n’t", "dnt ", "forgot", "cannot", "never"))
    if has_not and (re.search(_NOT_DONE, before) or re.search(_NEVER_DONE, before)):
        return True
    if small.endswith("from ") and re.search(_NO_WORD, before):
        return True
    return any(word in small for word in _MEANINGS) and re.search(_MEANS_TO, before) is not None


def is_why_nobody(before: str, clause: str) -> bool:
    """Whether nobody was met in the sentence that goes on after `before`, nor in its last `clause`."""
    small = before.lower()
    if "nobody" not in small and "no one" not in small and "no-one" not in small:
        return False
    return re.search(_NOBODY, before) is not None and said_channel(clause) is None


def is_awaited(before: str, after: str) -> bool:
    """Whether the words `before` a name in its clause and those `after` it are of a day to come."""
    near = after[:60]
    if any(word in near for word in _MODALS) and re.match(_WILL_COME, near):
        return True
    has_will = "will " in before or "won" in before or "ll " in before
    return has_will and re.search(_WILL, before) is not None


def tells_talk(rest: str, *, with_them: bool = False) -> bool:
    """Whether the `rest` of a line tells of a talk; `with_them` only one with somebody not named again."""
    if with_them and not _AGAIN.search(rest):
        return False
    return bool(rest.strip()) and said_channel(rest) is not None
