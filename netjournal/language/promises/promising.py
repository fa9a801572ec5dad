"""What one says in plain words that one promised.

| in the line                                              | what one promised                              |
|----------------------------------------------------------|------------------------------------------------|
| promised Nana to sew her recipe book by 10 september     | sew her recipe book by 10 september            |
| soup with Bo - promised him id bring the saw             | bring the saw                                  |
| promised Bo to send it by friday, promised Ada to sing   | send it by friday; sing                        |
| promised Bo the plan and Ada the drum                    | the plan for Bo; the drum for Ada              |
| Bo needs a hand, promised id come next saturday          | come next saturday                             |
| promised him honey by october                            | honey for him by october                       |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from netjournal.language.promises.clauses import first_of, given_to, is_something
from netjournal.language.promises.each_their_own import each_their_own

_WHOM = (
    r"(?P<whom>(?!to\b|that\b|by\b|me\b|us\b|not\b|nothing\b)[\w'’-]+(?: (?!to\b|that\b|I\b)[\w'’-]+){0,3})"
)
_NAME = r"(?-i:[^\W\d_a-z])[\w'’-]*"
_WHO = r"(?!(?:to|that|by|me|us|not|nothing|it|the|an?|my|our|some)\b)[^\W\d_][\w'’-]*"
_BARE = (
    r"(?=(?!(?:to|that|i|id|ill|we|not|no|nothing|never|it|this|so|too|again|by|on|in|at|for|and|but|before|when"
    r"|much|more|everything)\b)[^\W\d_][\w'’-]+"
    r"(?: (?:by|until|before|next|for|from)\b| and \w+ (?:by|until|before|next)\b|\s*(?:\Z|[.,;!?\n])))"
)
"""A thing without an article."""

_WORDS = r"(?:(?!,? (?:and )?promised\b)[^.;!?\n>])+"
_PROMISED = re.compile(
    r"(?:(?P<line>\A\s*)|(?P<comma>,\s*(?:and )?)|(?:[.;!?\n]|[–—]\s|\s-\s)\s*"
    r"|(?P<own>(?:\A|[.;:!?,\n]|\b(?:and|but|so|then|also))\s*I (?:also )?))promised "
    rf"(?:(?:{_WHOM} )?(?:to|(?P<that>(?:that )?I(?: will| would|['’]?d|['’]?ll))) (?P<what>{_WORDS})"
    rf"|(?P<them>{_WHO}(?: {_NAME})?) (?P<thing>(?:(?:the|an?|my|our|some) |{_BARE}){_WORDS}))",
    re.IGNORECASE,
)
_MINE_TO_GET = re.compile(r"(?:get|have|be|receive|hear|see|win|find)\b", re.IGNORECASE)
"""What others promise that one will: Bo called, promised I'd get the room."""

_EACH = re.compile(rf"promised (?P<who>{_NAME}(?: {_NAME})?) (?P<thing>.+)")
_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)
_NAMED = re.compile(rf"{_NAME}|her\b|him\b|them\b")


def promised_plainly(text: str, names: Collection[str] = ()) -> Iterator[str]:
    """The words of each thing that one promised, with its day; none where it may as well be another who did.

    A sentence that begins with ``promised`` is of oneself where it says to whom, as is one with an I, and
    what goes on after a comma from no clause of somebody with one of the `names`: tea with Ada, promised her.
    Where one alone is named, who was promised (``promised her``) is not who did.
    """
    for found in _PROMISED.finditer(text):
        words = first_of(found["what"] or given_to(found["thing"], found["them"]))
        is_named = not found["them"] or _NAMED.match(found["them"]) or found["them"] in _small(names)
        if is_something(words) and is_named and _is_ones_own(found, text[: found.start()], words, names):
            yield from _each(found) or (words,)


def _each(found: re.Match[str]) -> list[str]:
    """What each of several was promised: Bo the plan and Ada the drum; empty for one."""
    if not found["thing"]:
        return []
    parts = map(_EACH.fullmatch, each_their_own(f"promised {found['them']} {first_of(found['thing'])}"))
    things = [given_to(part["thing"], part["who"]) for part in parts if part]
    return things if len(things) > 1 else []


def _small(names: Collection[str]) -> set[str]:
    return {name.lower() for name in names}


def _is_ones_own(found: re.Match[str], before: str, words: str, names: Collection[str]) -> bool:
    """Whether it was oneself who promised the `words`, after the text `before`."""
    if found["own"] or found["line"] is not None or (found["that"] and not _MINE_TO_GET.match(words)):
        return True
    whom = found["whom"] or found["them"] or ""
    others = () if len(names) == 1 and _THEM.fullmatch(whom) else names
    is_to_them = _THEM.search(words) is not None
    if found["comma"]:
        return (bool(whom) or is_to_them) and not _is_of_others(before, others)
    begins_with_another = any(
        before.strip().lower().startswith(name.lower()) and name not in whom for name in others
    )
    return (bool(whom) and not begins_with_another) or is_to_them


def _is_of_others(before: str, names: Collection[str]) -> bool:
    """Whether a clause of the sentence that ends `before` begins with somebody else."""
    clauses = re.split(r"[,:–—(]", re.split(r"[.;!?\n]", before)[-1])
    subjects = ("he ", "she ", "they ", "his ", "her ", "their ", "who ", *(name.lower() for name in names))
    return any(clause.strip().lower().startswith(subjects) for clause in clauses)
