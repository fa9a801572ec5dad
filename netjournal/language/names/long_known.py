"""Whether a line says of somebody that one knew them before the journal did (issue 5 §1).

| in the line                                        | known before                                      |
|----------------------------------------------------|---------------------------------------------------|
| tea with my cousin Bela; Bela, my old teacher      | Bela; but: Bela, talked about my cousin           |
| Bela and Ines, an old friend from school           | Ines                                              |
| met Bela again; Bela again, about boats            | Bela; but: would like to meet Bela again          |
| Bela; we were at school together; knew from before | Bela, if one was alone with him                   |

And whether it says that one just met them: met Bela; Bela, a carpenter; Bela (teaches geology); Bela is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.names.friends import OLD_FRIEND, own_old_friend
from netjournal.language.names.kin import KIN_WORD

_SIGNS = ("my ", "our ", " old ", "friend", "again", "knew", "know", "together", "caught up", "reunited")

_FORMER = (
    r"(?:classmate|schoolmate|school friend|colleague|co-worker|flatmate|roommate|housemate|neighbou?r"
    r"|teacher|boss|acquaintance|student|pupil|trainer|coach)"
)
_OWN = (
    r"(?:(?:my|our) (?:(?:old|dear|little|big|elder|younger|older|eldest|youngest|second|favou?rite) ){0,2}"
    rf"{KIN_WORD}"
    rf"|(?:my|our) (?:old|former|ex)[ -]{_FORMER}"
    rf"|an? (?:old|former) {_FORMER} of (?:mine|ours)|an old {_FORMER}(?! of\b)|{OLD_FRIEND})"
)
_END = r"(?=\s*(?:[,.;:!?)\n–—]|\Z)| (?:from|in|at|and)\b)"
_BEGIN = r"(?:\A\s*|[.,;:!?(\n–—]\s*|\b(?:I|we|and|also|then|finally) )"
_RULES = (
    rf"\b{_OWN},? {SOMEBODY}",
    rf"{SOMEBODY}\s*(?:[,(:–—-]\s*|(?:is|was) ){_OWN}{_END}",
    rf"{_BEGIN}(?:met|saw|ran into|bumped into)(?: with)? {SOMEBODY} again\b",
    rf"(?:{_BEGIN}|\bwith ){SOMEBODY} again\b",
    rf"\b(?:caught up|reunited) with {SOMEBODY}",
)
_TO_COME = (
    r"\b(?:hopes?|hoping|would|['’]d|want|wants|like to|will|['’]ll|should|must|let['’]?s|let us|never|not"
    r"|soon|next)\b"
)
_SCHOOL = (
    r"(?:primary |high |art |music |the same |evening |night )?"
    r"(?:school|university|uni|college|kindergarten|class|the army)"
)
_TOGETHER = (
    rf"\bwe (?:were|had been) (?:at|in) {_SCHOOL} together\b"
    rf"|\b(?:was|were) (?:at|in) {_SCHOOL} with (?:me|us|her|him|them)\b"
    r"|\b(?:we|and I) (?:both )?(?:grew up|studied|trained|served) together\b"
    r"|\bgrew up (?:together|with (?:her|him|them))\b"
    r"|\b(?:we )?used to (?:work|live|study|sing|play|row) together\b"
    r"|\bwe(?: have|['’]ve)? (?:knew|know|known) each other (?:already|well|from|since|for|of old)\b"
    rf"|(?:{_BEGIN}|\bwhom? )(?:I )?(?:(?:already|have|had|long) ){{0,2}}(?:knew|know|known)"
    r"(?: (?:her|him|them))?(?: already)? (?:from (?:before|school|earlier|way back|work|choir|the|my|our)\b"
    r"|since\b|for (?:years|ages)\b|of old\b|already\b)"
)
_ALONE = rf"[,;(–—-]\s*{_OWN}{_END}"
_MEETING = (
    r"\b(?:met|got to know|introduced (?:(?:me|us) )?to|sa(?:id|ying) hello to|got talking)\b"
    rf"(?! again)[^.;!?\n]{{0,40}}?{SOMEBODY}(?! again)",
    r"\b(?:is new|the new|stranger|first (?:time|lesson|talk)|sat (?:next to|beside))\b",
    rf"\b(?:an?|the) [a-z ]{{2,20}}(?:called|named) {SOMEBODY}",
    rf"{SOMEBODY}(?:,? (?:an?|who|new|from) |\s*\()",
)


def tells_of_meeting(text: str, names: Iterable[str]) -> bool:
    """Whether `text` says that one just met who has these `names`."""
    masked = _masked(text, names)
    return any(re.search(rule, masked, re.IGNORECASE) for rule in _MEETING)


def is_long_known(text: str, names: Iterable[str], *, alone: bool) -> bool:
    """Whether `text` says that one knew who has these `names` before; `alone` if nobody else took part."""
    small = text.lower()
    if not any(sign in small for sign in _SIGNS):
        return False
    if alone and (own_old_friend(text) or re.search(f"(?i){_TOGETHER}|{_ALONE}", text)):
        return True
    masked = _masked(text, names)
    return any(
        not _is_to_come(found) for rule in _RULES for found in re.finditer(rule, masked, re.IGNORECASE)
    )


def _is_to_come(found: re.Match[str]) -> bool:
    """Whether the clause that it stands in is of another time: would like to meet her again."""
    clause = re.split(r"[.,;:!?\n]", found.string[: found.end()].removesuffix("again"))[-1]
    return "again" in found[0].lower() and re.search(_TO_COME, clause, re.IGNORECASE) is not None


def _masked(text: str, names: Iterable[str]) -> str:
    """The text with SOMEBODY where one of the names stands, or the first word of one."""
    ways = {way for name in names if name for way in (name, name.split()[0])}
    if not ways:
        return text
    written = "|".join(map(re.escape, sorted(ways, key=len, reverse=True)))
    return re.sub(rf"\b(?:{written})\b", SOMEBODY, text, flags=re.IGNORECASE)
