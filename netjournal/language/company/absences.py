"""Whom a line leaves out, or only remembers (issue 5 §1).

| in the line                                         | not there                                   |
|-----------------------------------------------------|---------------------------------------------|
| concert w/o Karim; without Karim, Pia and Otar  | Karim; all three, where an ``and`` ends it  |
| lunch with Pia, no Karim today; not Karim but Pia   | Karim                                       |
| sang for Karim, drank to Karim, remembered Karim    | Karim, if he is at rest                     |
| Karim would have laughed; Karim's birthday          | Karim, if he is at rest                     |

Most who are at rest died; but a pause may end: tea with Karim, a letter to Karim.
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.told_by import names_within

_AND = rf",? (?:and|or|&) {SOMEBODY}"
_WITHOUT = (
    rf"(?i)\bwithout (?P<who>{SOMEBODY}(?:(?:, {SOMEBODY}){{0,7}}{_AND}(?=\s*(?:[.,;:!?\n)]|\Z))|{_AND})?)"
)
_NO = (
    rf"(?i)(?:\A\s*|[,;.] |\()(?:but )?not? (?P<who>{SOMEBODY}(?: (?:and|or) {SOMEBODY})?)"
    r"(?=(?: today| this time| again| but\b.*| thank \w+| luckily)?\s*(?:[.,;!?)]|\Z))"
)
_NOT_WITHOUT = r"(?i)(?:\b(?:not|never|nothing|nobody|cannot|impossible|lost)\b|n['’]t\b)[^.,;:!?\n]*\Z"
_NEAR = 60
"""Letters before ``without`` in which a denial stands: not without her."""

_DEAR = r"(?:(?:my|our|his|her|their|the|late|dear|old|poor|uncle|aunt|both) ){0,3}"
_LIST = rf"{SOMEBODY}(?:(?:, {_DEAR}{SOMEBODY}){{0,7}},? (?:and|or|&) {_DEAR}{SOMEBODY})?"
_REACHED = (
    r"(?:(?:wrote|writ(?:e|ing|ten)|talk(?:ed|ing)?|spoke|spoken|text(?:ed)?|messaged?|e?-?mail(?:ed)?|letter|note"
    r"|(?:post)?card|call|message|went|came|walked|drove|cycled|over|next|listened)"
    r"|(?:said|sent|posted|gave|brought|showed|introduced) [\w ]{0,30}) (?:back )?"
)
"""What is done to somebody who is reached, so that a pause ended."""

_REMEMBERED = (
    r"(?i)(?:\b(?:for|of|about|remember(?:ed|ing)?|toast(?:ed|ing)?|miss(?:ed|ing)?"
    rf"|(?P<reached>{_REACHED})?to) {_DEAR}(?P<after>{_LIST})(?!['’])"
    rf"|(?P<before>{_LIST})(?: would(?:n['’]t| not)? have\b|['’]s? (?:birthday|anniversary|name day)\b))"
)


def left_out(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those whom it was without."""
    if "w/o" in text:
        text = re.sub(r"(?<!\w)w/o(?!\w)", "without", text)
    small = text.lower()
    denies = "no " in small or "not " in small
    missed = [match.span("who") for match in re.finditer(_NO, text)] if denies else []
    if "without" not in small:
        return names_within(text, missed)
    found = [
        match.span("who")
        for match in re.finditer(_WITHOUT, text)
        if not re.search(_NOT_WITHOUT, text[max(match.start() - _NEAR, 0) : match.start()])
    ]
    return names_within(text, [*found, *missed])


def remembered(text: str) -> set[int]:
    """Which of the names in `text`, by number, stand where somebody at rest is only remembered."""
    found = [match for match in re.finditer(_REMEMBERED, text) if not match["reached"]]
    return names_within(text, [match.span("after" if match["after"] else "before") for match in found])
