"""What others say in plain words that they will do for one.

| in the line                                    | what they will do                                  |
|------------------------------------------------|----------------------------------------------------|
| she'll send me the deck by friday              | send me the deck by friday                         |
| tea with Ada and Bo. Bo will lend me his tent  | Bo lends me his tent                               |
| Olu promised to bring back the drill           | bring back the drill                               |
| Olu promised me the drill                      | the drill for me                                   |
| she said she would ask her boss for me         | ask her boss for me                                |
| he will check the code and I'll write the text | check the code: each does a part                   |
| Karim rang, he will pay the half by wednesday  | pay the half: it has its day, and he is Karim      |
| she'll be away; he will call his mother        | nothing: it is not for one                         |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from netjournal.language.promises.clauses import (
    ANOTHER,
    BEGIN,
    BROKEN,
    DOES,
    UNSURE,
    WHAT,
    first_of,
    given_to,
    is_something,
)

_PRONOUN = "he|she|they"
_WILL = r"(?:['’]ll| wil+| shall|(?:['’]s|['’]re| is| are) (?:going to|gonna))"
_WOULD = r"(?:['’]d|['’]ll| would| wil+)"
_GAVE_THEIR_WORD = r" (?:(?:has|have|also|just|kindly|then) )?(?P<word>promised|offered|agreed|volunteered)"
_FOR_ME = r"(?i)\b(?:(?<!ask )me|us|my|our)\b|put in a (?:good )?word"
_PART = rf"(?i){DOES} (?:the|it|that)\b"
_HANDED_OVER = (
    r"(?i)(?:send|bring|forward|share|post|return|deliver|pay|check|proofread|translate|fix|mend|repair|print)\s+"
    r"(?:the|it|that|half|everything)\b(?!\s+(?:rent|tax(?:es)?|fines?|bills?|mortgage|loan|fees?)\b)"
    r"[^.,;!?\n]*\s(?:by|until|till|before)\s"
)
_NAMED = re.compile(r"(?i)(?:['’]|\s(?:will?|shall|is|are|said|says|told)\b)")
_IRREGULAR = re.compile(r"(?:ch|sh|x|s)\Z")


def undertaken(text: str, names: Collection[str], *, shared: bool = False) -> Iterator[str]:
    """The words of each thing that others will do, as ``send me the deck by friday``.

    Who does is one of the `names` in the text, or he, she or they; with whose name it begins where the text
    names several. It must be for oneself or promised outright, a part of what is `shared` with oneself, or
    handed over by a day by the only one whom the text speaks of.
    Not what they promised and did not do, nor what may be.
    """
    named = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or _PRONOUN
    who = rf"{_PRONOUN}|(?:{named})(?:(?:,? and|,| &) (?:{named})){{0,5}}"
    for pattern in _patterns(text, who):
        for found in re.finditer(pattern, text):
            what = first_of(found["what"])
            before, after = text[: found.start("who")], text[found.start("what") :]
            if not is_something(what) or re.search(UNSURE, before) or re.search(BROKEN, after):
                continue
            is_plainly_theirs = len(names) == 1 and _is_handed_over(found, what, before)
            if is_plainly_theirs or _is_meant(found, what, names, shared=shared):
                yield _by_whom(_what(found, what), found["who"], names)


def _patterns(text: str, who: str) -> Iterator[str]:
    """The patterns that may fit `text`, by the words they need."""
    is_said = any(word in text for word in ("ll ", "il ", "going to ", "gonna ", "would ", "'d ", "’d "))
    is_promised = any(word in text for word in ("promised ", "offered ", "agreed ", "volunteered "))
    if is_said:
        yield _saying(who)
    if is_promised:
        yield _promising(who)
    if ", " in text and (is_promised or "wil" in text):
        yield _going_on()


def _saying(who: str) -> str:
    """Of what somebody will do, or said that they would."""
    said = rf"(?:{who}) (?:said|says|told (?:me|us)|texted) (?:that )?(?:{_PRONOUN}){_WOULD}"
    return rf"(?i){BEGIN}(?P<who>{said}|(?:{who}){_WILL})\s+(?:also |then )?{WHAT}"


def _promising(who: str) -> str:
    """Of what somebody promised or offered."""
    that = rf"that (?:{_PRONOUN}){_WOULD}"
    thing = r"(?P<whom>me|us) (?P<thing>(?=(?:the|an?|some|his|her|their|my)\b))"
    return (
        rf"(?i){BEGIN}(?P<who>{who}){_GAVE_THEIR_WORD} (?:(?:(?:me|us) )?(?:to|{that})|{thing})"
        r"\s*(?P<what>[^.,;!?\n<>]+)"
    )


def _going_on() -> str:
    """Of what somebody will do of whom the clause before tells: Karim called, promised to bring me bread."""
    return rf"(?i),\s*(?:and )?(?P<who>)(?:wil+|(?P<word>promised|offered)(?: me)? to) {WHAT}"


def _is_meant(found: re.Match[str], what: str, names: Collection[str], *, shared: bool) -> bool:
    """Whether it is done for oneself, by the words around it."""
    is_for_me = re.search(_FOR_ME, what) is not None
    if not found["who"]:
        return is_for_me and bool(names)
    word = found.groupdict().get("word")
    if word is None or word.lower() == "agreed":
        return is_for_me or (shared and re.match(_PART, what) is not None)
    return True


def _is_handed_over(found: re.Match[str], what: str, before: str) -> bool:
    """Whether somebody, of nobody else before, will have done by a day what is likely for oneself."""
    if not found["who"] or re.match(_HANDED_OVER, what) is None or re.search(ANOTHER, before):
        return False
    from netjournal.language.promises.ending import ends_in_day

    return ends_in_day(what)


def _what(found: re.Match[str], what: str) -> str:
    """The words of what is done, or of what is promised: the drill for me."""
    return what if found.groupdict().get("thing") is None else given_to(what, found["whom"])


def _by_whom(what: str, who: str, names: Collection[str]) -> str:
    """`what` is done, with the name of who does it where there are several: Bo lends me his tent."""
    several = [one for one in names if re.search(rf"(?:\A|\W){re.escape(one)}(?:\W|\Z)", who)]
    verb, space, rest = what.partition(" ")
    if not several or len(several) == len(names) or not re.match(rf"(?i){DOES}\b", what):
        return what
    if len(several) > 1:
        return f"{_NAMED.split(who)[0]} {what}"
    name = several[0]
    ending = "es" if _IRREGULAR.search(verb) else "s"
    verb = f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else verb + ending
    return f"{name} {verb}{space}{rest}"
