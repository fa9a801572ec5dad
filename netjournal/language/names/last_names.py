"""Where a last name alone names somebody (issue 2 §3).

| in the line                                          | named by the last name                    |
|------------------------------------------------------|-------------------------------------------|
| kickoff w/ Rao; met Priya, Wei; called Haddad        | Rao; Wei; Haddad: after whom one was with |
| spoke to Lan; a message from van der Berg            | Lan; van der Berg                         |
| O'Neill came to look                                 | O'Neill: of what people alone do          |
| dinner with Mr Haddad; saw dr yılmaz; Mr Lake rang   | each, by the title                        |
| a talk about Hoa; in London; Lake was cold           | nobody: it may be no person               |
"""

from __future__ import annotations

import re
from functools import cache

from netjournal.language.folding import fold
from netjournal.language.names.shortening import TITLES

_REACH = 120
_LONGEST_BEFORE = 12
_BEFORE = r"(?<!\w)([^\W\d_]+)\.?\s\Z"
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_POST = r"(?:messages?|letters?|texts?|e-?mails?|calls?|(?:post)?cards?|parcels?|packages?|presents?|gifts?)"
_CUE = (
    r"(?i:\b(?:with|w/?|met|phoned|rang|e-?mailed|texted|messaged|pinged|hugged|helped|told|asked|gave|invited"
    r"|thanked|interviewed|introduced|between|opposite|next to|beside|(?:spoke|talked|chatted|wrote) to"
    r"|introduced [\w'’@-]+(?: [\w'’-]+)? to|(?:ran|bumped) into|heard from)"
    rf"|(?<!man )(?<!woman )(?<!guy )(?<!dog )(?<!one )\bcalled|\b{_POST} (?:from|to|for))"
)
_LIST = rf"(?:@?[\"“]?{_NAME}(?: {_NAME}){{0,3}}[\"”]?(?:, (?:and )?| (?:and|&|\+|n) ))*"
_BEGIN = r"(?:\A|[.;:!?\n]\s*|,\s+|\b(?:and|but|then)\s+)\Z"
_DID = (
    r"\s+(?:(?:also|just|then|finally) )?(?:came|called|rang|phoned|texted|e-?mailed|messaged|wrote|said|says"
    r"|told|asked|sent|brought|joined|dropped (?:by|in|off|round)|popped|visited|replied|answered|invited"
    r"|helped|fixed|cooked|laughed|explained|showed|promised|offered|wants|thinks|gave)\b"
)


_AUNTS = frozenset(("aunt", "auntie", "aunty"))
_UNCLES = frozenset(("uncle", "unc"))


def has_title(text: str, start: int, name: str) -> bool:
    """Whether Mr, Dr or the like stands before the last name at `start` of who is called `name` in full.

    Auntie goes with an aunt's name alone: Auntie Nora is Aunt Nora.
    """
    before = re.search(_BEFORE, text[max(start - _LONGEST_BEFORE, 0) : start])
    word = fold(before[1]) if before else ""
    first = name.partition(" ")[0].lower()
    return word in next((kin for kin in (_AUNTS, _UNCLES) if first in kin), TITLES)


def is_person_at(text: str, start: int, end: int) -> bool:
    """Whether a last name from `start` to `end` is of a person one was with, or who did what people do."""
    before = text[max(start - _REACH, 0) : start]
    if _after_whom().search(before):
        return True
    return re.search(_BEGIN, before) is not None and re.match(_DID, text[end : end + _REACH]) is not None


@cache
def _after_whom() -> re.Pattern[str]:
    return re.compile(rf"{_CUE} {_LIST}\Z")
