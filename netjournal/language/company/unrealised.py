"""Whether somebody is named only for what did not happen, or is still to come (issue 5 §1).

| in the line                                      | not met                                  |
|--------------------------------------------------|------------------------------------------|
| I should call Beka; tomorrow I will ask Dato     | Beka, Dato: one only means to            |
| was supposed to meet Beka                        | Beka                                     |
| did not send Zurab the catalogue; forgot to call | whom one was not in touch with           |
| no letter from Beka; have not heard from Beka    | who was not                              |
| met nobody, Beka was ill                         | why nobody came                          |
| Eka will come on friday; Karim could not come    | who is awaited, or stayed away           |
| Beka's exam is on friday                         | whose day is still to come               |
| Eka asked me to call Beka; planned to visit Beka | Beka: it is only asked for or planned    |
| lunch with Beka was cancelled; Beka cancelled    | who was not met then                     |

What else a line tells may be a talk with them after all: tea, Eka will come again on friday.
"""

from __future__ import annotations

import re

from netjournal.language.channels.telling import said_channel

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
_NOT_SEEN = r"(?i)\b(?:haven['’]?t|have not) (?:yet |even |really )?(?:seen|met)\s+\Z"
_ASKED_TO = (
    r"(?i)\b(?:(?:asks?|asked|tells?|told|reminds?|reminded|urges?|urged|begged|promised)(?: [\w'’-]+){1,3}"
    r"|(?:wants?|wanted|plans?|planned|hopes?|hoped)(?: [\w'’-]+){0,3}) to\s+(?:(?:go and|go to|try to)\s+)?"
    rf"(?:{_TOUCH}|ask|tell|thank|remind|congratulate|invite|bring|give|show|lend"
    r"|introduce(?: (?:me|us|him|her|them))?)(?:\s+(?:back|up|to|with))*\s+\Z"
)
_CALLED_OFF = (
    r"(?i)\s+(?:(?:was|is|had to be|got|has been) (?:cancelled|canceled|called off|postponed)|fell through"
    r"|(?:(?:has |had to )?cancel(?:led|ed)?|postponed|called off)(?= (?:on (?:me|us)|(?:the |our |my )?"
    r"(?:lunch|dinner|breakfast|brunch|supper|coffee|tea|walk|meeting|visit|call|date|trip|plans?|evening"
    r"|appointment|again|today))\b"
    r"|\s*(?:[.,;:!?]|\Z))|stood (?:me|us) up\b)"
)
_DAY_TO_COME = (
    r"(?i)['’]s (?:[\w'’-]+ ){1,3}(?:is|are|starts?|begins?) (?:(?:already|only) )?"
    r"(?:(?:on )?(?:next \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|tomorrow|soon"
    r"|in (?:an?|two|three|four|\d+) (?:days?|weeks?|months?))\b"
)
"""What somebody has before them: Beka's birthday is on friday."""

_NO_REPLY = (
    r"(?i)\s+(?:(?:still )?(?:did(?:n['’]?t| not)|has(?:n['’]?t| not))|never)(?: yet| even| really)? "
    r"(?:(?:writ(?:e|ten)|wrote|call(?:ed)?|phoned?|text(?:ed)?|r[iau]ng|got? (?:back|in touch))"
    r"(?: (?:back|me|us|to me|yet))*|(?:answer(?:ed)?|repl(?:y|ied))(?: to)?"
    r"(?: (?:my|our|the) (?:\w+ )?(?:letters?|messages?|notes?|cards?|texts?|e?-?mails?"
    r"|calls?))?(?: (?:yet|again|either|today))?)\s*(?:[.,;:!?]|\Z)"
)
_NO_WORD = (
    r"(?i)(?:\b(?:no|not a|without a|nor a|(?:waiting|waited|hoping|hoped|wait|hope) for an?)\s+(?:\w+\s+)?"
    r"(?:letter|postcard|card|word|news|answer|reply|message|e?-?mail|text|sign|call|post|sound)s?"
    r"(?:\s+(?:yet|today|either))?|\bnothing(?:\s+heard|\s+new)?)\s+from\s+\Z"
)
_WROTE = (
    r"(?i)[.,;!]\s+(?:(?:but|then|so|instead|today|finally|later|only) ){0,2}(?:s?he|they) (?:(?:only"
    "|just|then|finally) )?"
    r"(?:wrote|texted|messaged|e?-?mailed|rang|called|phoned|replied|answered|came)\b"
    r"(?![^.;!?\n]*\b(?:last|ago|never|not)\b)"
)
"""How they were in touch, of whom nothing had come."""

_MEANS_TO = (
    r"(?i)(?:\A\s*|\b(?:I|we|tomorrow|tonight|today|soon|later|next \w+|\w+day|also|still|so)\s+)"
    r"(?:(?:should|must|shall|will|(?:need|have|ought|want|plan|hope|mean|remember) to"
    r"|(?:would|['’]d) like to|(?:am |are )?(?:going|planning|hoping) to"
    r"|(?:was|were) (?:supposed|meant|due) to|gonna|gotta)"
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
_AGAIN = r"(?i)\b(?:her|him|them|we|us|together)\b"
_THEM = r"(?i)\b(?:her|him|them)\b"
_MET_THEM = (
    r"(?i)\b(?:found|met|saw|visited|hugged|helped|thanked|told|asked|gave|brought|with|beside)"
    r" (?:him\b|them\b|her(?=\s*(?:[.,;:!?]|\Z|\b(?:at|in|on|by|too|later|again|then|about|that|the)\b)))"
    r"|\bbrought her (?:an?|some|two|soup|cake|flowers|food|dinner|lunch|bread|tea|groceries|medicine)\b"
    r"|\b(?:he|she|they) (?:was|were) (?:there|here|in|(?:at )?home|glad|happy|pleased|surprised|delighted)\b"
    r"|(?:\b(?:and|so|but)|[,;.]) (?:he|she|they)(?: both)? (?:came|joined)(?! (?:alone|without|late|from)\b)"
    r"|\bdid (?:it|so)\b|\bwe (?:\w+ )?(?:talked|spoke|chatted|laughed|sat|stood|walked|ate|drank|cooked)\b"
)

_MEANINGS = ("should", "must", "shall", "will", "'ll", "’ll", " to ", "let", "do:", "gonna", "gotta")
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

_NEITHER = (" nor ", " nor did ", "neither ", "neither did ")
_AHEAD = r"(?i)\b(?:tomorrow|next (?:week|weekend|month|year|\w+day)),? (?:I|we) [^.;!?\n]*\Z"

_OFF = ("cancel", "called off", "postponed", "fell through", "stood ")


def is_undone(before: str) -> bool:
    """Whether the words `before` a name in its clause tell only what one means to do, or did not."""
    small = before.lower()
    has_not = any(word in small for word in (" not ", "n't", "n’t", "dnt ", "forgot", "cannot", "never"))
    if has_not and any(re.search(pattern, before) for pattern in (_NOT_DONE, _NEVER_DONE, _NOT_SEEN)):
        return True
    if " to " in small and re.search(_ASKED_TO, before):
        return True
    if small.endswith("from ") and re.search(_NO_WORD, before):
        return True
    if small.endswith(_NEITHER) or (("tomorrow" in small or "next " in small) and re.search(_AHEAD, before)):
        return True
    return any(word in small for word in _MEANINGS) and re.search(_MEANS_TO, before) is not None


def is_in_touch_after_all(before: str, rest: str) -> bool:
    """Whether the words `before` a name deny word from them, and the `rest` of the line has some."""
    return re.search(_NO_WORD, before) is not None and re.search(_WROTE, rest) is not None


def is_called_off(after: str) -> bool:
    """Whether the words `after` a name say that it was called off or is to come, or they never answered."""
    near = after[:60]
    if near.startswith(("'s ", "’s ")) and re.match(_DAY_TO_COME, near):
        return True
    if any(word in near for word in _OFF) and re.match(_CALLED_OFF, near):
        return True
    has_not = any(word in near for word in (" not ", "n't", "n’t", "dnt ", "never"))
    return has_not and re.match(_NO_REPLY, near) is not None


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
    if with_them and re.search(_MET_THEM, rest):
        return True
    if with_them and not re.search(_AGAIN, rest):
        return False
    return bool(rest.strip()) and said_channel(rest) is not None


def tells_of_them(rest: str) -> bool:
    """Whether the `rest` of a line tells of a talk with somebody who could not come: from afar, or later."""
    channel = said_channel(rest) if rest.strip() else None
    if channel in ("in_person", "event"):
        return re.search(_THEM, rest) is not None
    return channel is not None or re.search(_MET_THEM, rest) is not None
