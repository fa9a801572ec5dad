"""What around a day tells whether it was lived then: of a telling, after a colon, of a gathering.

| in the line                                          | of the day                                   |
|------------------------------------------------------|----------------------------------------------|
| Ada is ill. Bo told me on the phone last night       | the telling: last night                      |
| Ada told me she left yesterday                       | open: it is of what was told                 |
| choir on friday: sang with Ada; fair sat - Ada came  | what was done                                |
| dentist on friday: asked Ada to drive me             | open: it may be to come                      |
| choir concert last sunday, Ada so happy              | the concert: many were there                 |
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.told_by import without_told
from netjournal.language.days.in_prose import ON, PAST, PAST_VERB, THIS

_TOLD_THEN = (
    rf"(?i)({SOMEBODY} )(?:told|said to) (?:me|us)(?: (?:it|so|this|all|that))?"
    rf"(?=(?: (?:on|over|by) (?:the )?(?:tele)?phone| (?:at|in) (?:the |my |our )?\w+)?,? (?:{PAST}|{THIS}"
    rf"|{ON})\s*(?:[.,;!]|\Z|that\b|about\b))"
)
"""Where a day is that of the telling: Ada told me on the phone last night."""

_DONE_THEN = (
    r"(?i)\s*(?:(?:I|we|all|so|and|just|finally|every(?:one|body)|people|friends|guests|many|lots of"
    r"|\d+) ){0,4}(?!(?:asked|told|said|promised|offered|decided|needed|wanted"
    r"|got|studied|practi[sc]ed|prepared|rehearsed|called|texted|wrote|sent|booked|planned|invited|agreed)\b)"
    rf"{PAST_VERB}"
)
"""With what the words before a colon go on to tell of: choir on friday: sang next to Ada."""


def of_the_telling(head: str) -> str:
    """`head` without what somebody told in it, and with what says when they told it as plain as a call."""
    return re.sub(_TOLD_THEN, r"\g<1>rang me", without_told(head).lstrip(" .;"))


def goes_on_lived(rest: str) -> bool:
    """Whether what follows a colon or a dash tells what was done, and plans nothing."""
    return re.match(_DONE_THEN, rest) is not None


def is_gathering(did: str) -> bool:
    """Whether the words `did` name what many do in one place: choir concert."""
    from netjournal.language.channels.beside_words import GATHERINGS, PLACES  # few lines come this far

    return not (GATHERINGS | PLACES | {"birthday", "wedding", "gig", "show"}).isdisjoint(
        did.lower().split()[-1:]
    )
