"""Whether a line logged on somebody's page is of somebody else after all (issue 5 §1).

| on Pia's page                                  | it is of                                                 |
|------------------------------------------------|----------------------------------------------------------|
| tea with Karim, showed him the keel            | Karim: he is whom the line begins with, and Pia is none  |
| called Karim; met Karim at the fair            | Karim                                                    |
| Karim came by; Karim showed me the keel        | Karim: he did it to me                                   |
| choir. Karim sat next to me                    | Karim: the choir is none of hers                         |
| lunch with Karim too; Karim joined us          | Pia and Karim                                            |
| she came with Karim; we met her brother Karim  | Pia and Karim: it speaks of her first                    |
| lunch. Karim came by                           | Pia and Karim: the lunch was with her                    |
| brought the table with Karim                   | Pia and Karim: it was brought to her                     |
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
    r"|(?:ran|bumped) into|picked up|(?:sat|stood|sang|walked) (?:next to|beside))|\bw/|\A(?:me|i) (?:and|&))"
    r"\s+(?:my (?:old |good |dear )?[a-z]+ )?[@\"“]*\Z"
)
_SPEAKS_OF_THEM = r"(?i)\b(?:s?he|they|them|her|him|his|their|hers|theirs|both|we|us|our|ours)\b"
_DONE_FOR_THEM = (
    r"(?i)\b(?:delivered|brought|gave|handed|presented|repaired|fixed|mended|installed|measured)\b"
)
"""What is done on somebody's page is done for them."""

_WITH_THEM = (
    r"(?i)\b(?:too|as well|also|along(?!\s+[a-z])|both|joined|together with (?:her|him|them)"
    r"|all (?:of us|three|four|together)|(?:the )?(?:three|four|five|six|lot) of us|introduced"
    r"|(?:with|and) (?:her|him|them|us)|on (?:his|her|their) (?:behalf|account))\b"
)
_AND = r"(?i)\s*(?:,|\b(?:and|und|y|et)\b|[&+])\s*[@\"“]*"
_SET_OUT = (
    r"(?i)(?:(?:and|oh|then|also|today|tonight|this (?:morning|afternoon|evening)|finally)\b[, ]*){0,3}@?"
)
_OTHERS_MET_THERE = (
    r"(?i)(?:the |at |after |in |at the |our |my )?(?:[a-z]+ )?(?:choir|band|orchestra|rehearsal|class|course"
    r"|training|yoga|football|club|church|mass|party|festival|fair|flea market)\b"
)
_DID = (
    r"(?i)\s+(?:(?:and|&) (?:i|me)\b|(?:(?:just|then|finally|even|kindly) )?(?:"
    r"(?:came|dropped|popped|stopped|looked) (?:by|over|round|in|up|off|home|for|to (?:see|visit|help) me)\b"
    r"|(?!(?:is|was|has|had|knows?|wants?|needs?|says?|thinks?|likes?|loves?|will|would|can|could|may)\b)"
    r"[a-z]+(?: [a-z]+){0,2} (?:me|my)\b))"
)


def is_with_another(
    there: Sequence[Known], line: str, took_part: Sequence[Mention], mentions: Sequence[Mention]
) -> bool:
    """Whether `line` plainly tells of those who `took_part` alone, and names nobody of `there`.

    It does where it begins with a call or a letter of theirs, with whom one met, or with what they did to
    one, and speaks of no one before them or beside them. In doubt it is of `there` as well, on whose page
    it is written.
    """
    if not there or not took_part or any(mention.who in there for mention in mentions):
        return False
    if _begins_with_whom(line, took_part[0]) or _did_it(line, took_part, mentions[0].start):
        return True
    if re.search(_PAUSE, line[: took_part[0].start][:_LONGEST]):
        return False
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
        and re.search(_DONE_FOR_THEM, before) is None
        and re.search(_WITH_THEM, rest) is None
    )


def _did_it(line: str, took_part: Sequence[Mention], named: int) -> bool:
    """Whether those who took part are whom a sentence is about; `named` is where anybody is named first.

    It is the first sentence, or one of where others are met: what comes before says nothing of a talk.
    """
    start = took_part[0].start
    sentence = max(line.rfind(sign, 0, start) for sign in ".!?;\n") + 1
    if start > _LONGEST or not re.fullmatch(_SET_OUT, line[sentence:start].lstrip()):
        return False
    opening = line[:named]
    if sentence and (not re.match(_OTHERS_MET_THERE, opening) or re.search(_SPEAKS_OF_THEM, opening)):
        return False
    end = took_part[0].end
    for mention in took_part[1:]:
        if not re.fullmatch(_AND, line[end : mention.start][:_LONGEST]):
            break
        end = mention.end
    rest = line[end : end + _LONGEST]
    clause = re.split(_PAUSE, rest, maxsplit=1)[0]
    return (
        re.match(_DID, clause) is not None
        and re.search(r"(?i)\bus\b", clause) is None
        and re.search(_WITH_THEM, rest) is None
    )
