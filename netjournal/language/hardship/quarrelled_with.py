"""With whom one quarrelled, of those who are in an entry: not who stood by, and not who was told of it.

| in the line                                                       | quarrelled with             |
|-------------------------------------------------------------------|-----------------------------|
| Ana and I had a row in front of Bo; argued with Ana, Bo listened  | Ana                         |
| told Bo about the row with Ana; Ana shouted at me, so I called Bo | Ana                         |
| Ana and Bo had a row; Ana shouted at Bo; Ana's row with her boss  | nobody                      |
| tea with Bo after a row with my sister                            | nobody of those in the line |
| we had a row                                                      | everyone who was there      |

In doubt it was with everyone but for those of whom it is said that they stood by, or were told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from netjournal.language.hardship.hard_day import REACH, quarrels_in
from netjournal.language.names.in_text import Known, Mention, names_among
from netjournal.language.tokens import scan
from netjournal.model import Acquaintances

_NAME = "\ua66e"
"""Stands for each name: a letter, as cues look for words, without a capital, and one that nobody writes."""

_NAMES = rf"{_NAME}(?:(?:, {_NAME})+,? (?:and|&) {_NAME}| (?:and|&) {_NAME})?"
_ME = r"(?:i|me|we|us|myself)\b"
_ADJECTIVE = (
    r"(?:bad|big|bitter|terrible|awful|dreadful|blazing|loud|little|small|silly|stupid|huge|nasty|ugly|heated"
    r"|family|long|short|old|real|first|last|great|whole|\w+ly) "
)
_CORE = (
    r"\b(?:quarrel\w*|rows?\b|rowed|argu\w+|disput\w*|shout\w*|yell\w*|scream\w*|swore|swearing|snapp\w+"
    r"|lash\w+ out|raged|raging|snarl\w+|bl(?:ew|own) up|scolded|hung up|slamm\w+|stormed|stomped|walked"
    r"|marched|bicker\w*|squabbl\w*|f(?:e|a)ll(?:en|ing)?[ -]out|fights?\b|fighting|fought|clashed"
    r"|br(?:oke|oken|eaking) up|(?:not|no longer|stopped) (?:on )?speaking|split up|insult\w*|humiliat\w*"
    r"|betray\w*|bullied|lied|accused|threaten\w*|offended)"
)
_BETWEEN_TWO = (
    r"quarrel|rows?\b|rowed|argu|disput|bicker|squabbl|f(?:e|a)ll|fight|fought|clash|br(?:oke|eak)"
    r"|split|bad blood|not|no longer|stopped"
)
"""What takes two: of Ana and Bo it tells nothing about oneself."""

_IS_NOUN = r"quarrels?\Z|rows?\Z|argument|fights?\Z|falling|dispute\Z"
_ARTICLE = rf"\b(?:an?|the|another|our|this|that|my|one) (?:{_ADJECTIVE})?\Z"
_HAD = r"\b(?:had|has|have|having|got into|getting into)\s+\Z"
_AUXILIARIES = (
    r"(?:,? who)?(?: (?:had|has|have|having|was|were|is|are|am|been|got|into|in|just|then|also|again|still"
    rf"|both|all|so|very|really|even|started|began|kept|to|an?|another|the|{_ADJECTIVE.strip()}))*\s*\Z"
)
_SUBJECT = (
    rf"(?:(?P<noun>\b(?:my|his|her|their|the|our|an?) (?:[a-z]+ )?[a-z]+)\b ?)?(?P<names>{_NAMES})?"
    rf"(?P<me>(?:(?:,? (?:and|&) )|\b){_ME})?(?P<they>\b(?:he|she|they)\b)?{_AUXILIARIES}"
)
_I_AND = r"\b(?:i|me) and\s\Z"
_THEIRS = rf"(?:{_NAME}['’]s?|\bhis|\bher|\btheir) (?:{_ADJECTIVE})?\Z"
_HER = (
    r"her(?=\s*(?:\Z|[.,;:!?)\n]|(?:and|about|over|again|because|for|in|at|on|so|but|then|when|while|after)"
    r"\b))"
)
_OBJECT = (
    rf"(?:(?P<me>(?:me|us)\b)|(?P<names>{_NAMES})(?P<too>,? and (?:me|i)\b)?(?!['’])"
    rf"|(?P<they>(?:him|them)\b|{_HER}|each other\b|one another\b)"
    rf"|(?:my|our|the) (?:[a-z'’-]+ ){{1,2}}(?P<called>{_NAMES})"
    r"|(?P<noun>(?:my|his|her|their|the|our|an?|some) [a-z]))"
)
_MANNER = r"(?:\s+(?:again|back|all|once more|all evening|\w+ly))*"
_TO = r"(?:with|at|to|on|between|against)"
_TO_WHOM = rf"{_MANNER}(?:\s+(?:over|about|on)\b[^.;:!?,\n]{{0,60}}?)?\s+{_TO}\s+{_OBJECT}"
_WHOM = rf"{_MANNER}\s*(?:(?:with|at|to|on)\s+)?{_OBJECT}"
_NEAR = 120
"""Letters before what was done in which it is looked for who did it."""

_STOOD_BY = (
    rf"\b(?:in front of|in the presence of|within earshot of|told|complained to|confided in|cried to)"
    rf" ({_NAMES})"
    rf"|({_NAMES})(?: (?:only|just|both|all|had to|stood there and|sat there and|\w+ly))* "
    r"(?:listen(?:ed|ing)?|watch(?:ed|ing)?|heard|overheard|look(?:ed|ing) on|stood by|standing by|was there"
    r"|were there|was present|were present|present|saw|stepped in|came between|calmed|comforted|consoled"
    r"|mediated|separated|said nothing|kept out)\b"
)


class _Told(NamedTuple):
    """The text in which `_NAME` stands for each name, and the id of each, or none."""

    small: str
    ids: Sequence[str | None]

    def among(self, start: int, end: int) -> set[str]:
        """The ids of those named from `start` to `end`."""
        first = self.small.count(_NAME, 0, start)
        found = self.ids[first : first + self.small.count(_NAME, start, end)]
        return {id for id in found if id is not None}

    def nearest(self, end: int) -> set[str]:
        """Who is named last before `end`."""
        start = self.small.rfind(_NAME, 0, end)
        return self.among(start, start + 1) if start >= 0 else set()


class _Quarrel(NamedTuple):
    """With whom one quarrel was; None for it is not said. `others` had one of their own."""

    parties: set[str] | None = None
    others: frozenset[str] = frozenset()


_NOBODY: _Quarrel = _Quarrel(set())


def quarrelled_with(text: str, people: Acquaintances, company: Collection[str]) -> set[str]:
    """The ids of those in `company` with whom one quarrelled, by a `text` that tells of a quarrel."""
    mentions = names_among(text[:REACH], tuple(scan(text[:REACH])), people, company=company)
    told = _Told(_masked(text[:REACH], mentions), [_id(one) for one in mentions])
    found = [_read(told, start, end) for start, end in quarrels_in(told.small)]
    parties = {id for one in found for id in one.parties or ()}
    if parties or (found and all(one.parties is not None for one in found)):
        return parties.intersection(company)
    aside = {id for one in found for id in one.others}
    for match in re.finditer(_STOOD_BY, told.small):
        aside |= told.among(*match.span())
    return set(company) - aside


def _id(mention: Mention) -> str | None:
    return mention.who.id if isinstance(mention.who, Known) else None


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    parts, start = [], 0
    for mention in mentions:
        parts += [text[start : mention.start].replace(_NAME, " "), _NAME]
        start = mention.end
    return "".join((*parts, text[start:].replace(_NAME, " "))).lower()


def _read(told: _Told, start: int, end: int) -> _Quarrel:
    """With whom the quarrel was that is told from `start` to `end`."""
    core = re.compile(_CORE).search(told.small, start, end)
    first, last = core.span() if core else _bare(told.small, start, end)
    words = told.small[first:last]
    takes_two = re.match(_BETWEEN_TWO, words) is not None
    to_whom = re.compile(_TO_WHOM if takes_two else _WHOM).match(told.small, last)
    if to_whom is not None and to_whom["noun"] and not re.search(rf"\b{_TO}\s", to_whom[0]):
        to_whom = None
    is_at_me = bool(re.search(r"\b(?:me|us|my)\b", words) or (to_whom and (to_whom["me"] or to_whom["too"])))
    names = told.among(*to_whom.span("names")) if to_whom else set()
    head = told.small[:first]
    if takes_two and re.search(_THEIRS, head):
        return _Quarrel(set(), frozenset(names))
    subject = _subject(head, is_noun=re.match(_IS_NOUN, words) is not None)
    if subject is None or (subject["me"] and not subject["names"] and not subject["noun"]):
        return _by_me(told, first, to_whom, is_at_me=is_at_me)
    return _by_them(told, subject, to_whom, takes_two=takes_two, is_at_me=is_at_me)


def _bare(small: str, start: int, end: int) -> tuple[int, int]:
    """From where to where what was done stands, without who did it, and to whom."""
    who = re.compile(rf"(?:{_NAME}|{_ME}|he\b|she\b|they\b)\s+").match(small, start, end)
    first = who.end() if who else start
    whom = re.compile(rf"{_NAME}|(?:him|her|them)$").search(small, first, end)
    return first, whom.start() - 1 if whom else end


def _subject(head: str, *, is_noun: bool) -> re.Match[str] | None:
    """Who did it, by the words before it; None for oneself."""
    if is_noun:
        head = re.sub(_ARTICLE, "", head)
        if not re.search(_HAD, head) and not head.endswith(f"{_NAME} "):
            return None
    found = re.compile(_SUBJECT).finditer(head, max(len(head) - _NEAR, 0))
    return next((one for one in found if any(map(one.group, ("names", "me", "they", "noun")))), None)


def _by_me(told: _Told, first: int, to_whom: re.Match[str] | None, *, is_at_me: bool) -> _Quarrel:
    """One that was one's own, by the words after it: row with Ana, shouted at my boss, she shouted at me."""
    if to_whom is not None and (to_whom["names"] or to_whom["called"]):
        return _Quarrel(told.among(*to_whom.span("names" if to_whom["names"] else "called")))
    if to_whom is not None and to_whom["noun"]:
        return _NOBODY
    is_of_named = is_at_me or (to_whom is not None and to_whom["they"] in ("him", "her"))
    return _Quarrel((told.nearest(first) or None) if is_of_named else None)


def _by_them(
    told: _Told, subject: re.Match[str], to_whom: re.Match[str] | None, *, takes_two: bool, is_at_me: bool
) -> _Quarrel:
    """One of others, or of others and oneself: Ana shouted, Ana and Bo had a row, Ana and I had one."""
    they = told.among(*subject.span("names"))
    is_ours = subject["me"] or re.search(_I_AND, subject.string[: subject.start()])
    whom = to_whom if to_whom is not None and not to_whom["me"] else None
    if is_ours and whom is not None and not whom["they"]:
        return _by_me(told, subject.start(), whom, is_at_me=False)
    if is_ours:
        return _Quarrel(they)
    if whom is not None and not is_at_me:
        return _Quarrel(set(), frozenset(they | told.among(*whom.span("names"))))
    if subject["they"]:
        if subject["they"] == "they":
            return _NOBODY if takes_two else _Quarrel()
        is_told = is_at_me or not takes_two
        return _Quarrel((told.nearest(subject.start()) or None) if is_told else None)
    if not takes_two or is_at_me or not subject["names"]:
        return _Quarrel(they)
    is_alone = subject["names"].count(_NAME) == 1
    return _Quarrel(None) if is_alone else _Quarrel(set(), frozenset(they))
