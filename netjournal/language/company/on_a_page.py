"""Whether a line logged on somebody's page is of somebody else after all (issue 5 §1).

| on Pia's page                                  | it is of                                                 |
|------------------------------------------------|----------------------------------------------------------|
| tea with Karim, showed him the keel            | Karim: he is whom the line begins with, and Pia is none  |
| called Karim; met Karim at the fair            | Karim                                                    |
| lunch with Karim too; Karim joined us          | Pia and Karim                                            |
| she came with Karim; met her brother Karim     | Pia and Karim: it speaks of her first                    |
| told me of Karim; lunch, Karim was there       | Pia, and Karim as the line says                          |
| a long letter from Karim                       | Karim (`event_elsewhere`)                                |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from netjournal.language.names.in_text import Known, Mention

_PAUSE = r"[,;:.!?\n(–—]"
_LONGEST = 300

# What is looked for is compiled when it first is: few lines are logged on a page.
_MET = (
    r"(?i)(?:\b(?:with|w|met(?: up with)?|saw|visited|called|rang|phoned|texted|wrote(?: to)?|hugged|helped"
    r"|(?:ran|bumped) into|picked up)|\bw/)\s+(?:my (?:old |good |dear )?[a-z]+ )?[@\"“]*\Z"
)
_SPEAKS_OF_THEM = r"(?i)\b(?:she|he|they|them|her|him|his|their|hers|theirs|both|us|our|ours)\b"
_WITH_THEM = (
    r"(?i)\b(?:too|as well|also|along(?!\s+[a-z])|both|joined|together with (?:her|him|them)"
    r"|all (?:of us|three|four|together)|(?:the )?(?:three|four|five|six|lot) of us|introduced"
    r"|(?:with|and) (?:her|him|them|us)|on (?:his|her|their) (?:behalf|account))\b"
)


def is_with_another(
    there: Sequence[Known], line: str, took_part: Sequence[Mention], mentions: Sequence[Mention]
) -> bool:
    """Whether `line` plainly tells of those who `took_part` alone, and names nobody of `there`.

    It does where it begins with a call or a letter of theirs, or with whom one met, and speaks of no one
    before them or beside them. In doubt it is of `there` as well, on whose page it is written.
    """
    if not there or not took_part or any(mention.who in there for mention in mentions):
        return False
    if _begins_with_whom(line, took_part[0]):
        return True
    from netjournal.language.event_elsewhere import is_elsewhere  # half a millisecond that few lines need

    return is_elsewhere(line)


def _begins_with_whom(line: str, first: Mention) -> bool:
    before = line[: first.start]
    if len(before) > _LONGEST or re.search(_PAUSE, before):
        return False
    rest = line[first.end : first.end + _LONGEST]
    return (
        re.search(_MET, before) is not None
        and re.search(_SPEAKS_OF_THEM, before) is None
        and re.search(_WITH_THEM, rest) is None
    )
