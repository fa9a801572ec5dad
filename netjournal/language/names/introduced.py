"""Who introduced whom, as a line tells it: through whom one met somebody new, and which two one made known to
each other (reflection.md §3.6).

| in the line                                              | met through                          |
|----------------------------------------------------------|--------------------------------------|
| Yusuf introduced me to @Emre, a carpenter                | Emre through Yusuf                   |
| tea with Yusuf, he introduced me to @Emre                | Emre through Yusuf                   |
| met @Emre and @Ivo through Yusuf                         | Emre and Ivo through Yusuf           |
| @Emre, shy; Yusuf introduced us                          | Emre through Yusuf, if he alone is new |
| Yusuf introduced Ana to @Emre; heard of it through Yusuf | nobody                               |

``introduced Signe to Marit, both were keen`` are two whom one made known to each other oneself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.names.in_text import Known, Mention, Newcomer, names_among
from netjournal.language.names.masked import masked
from netjournal.language.tokens import scan
from netjournal.model import Acquaintances

_BY = rf"(?P<by>{SOMEBODY}|\b(?:[Ss]?he|[Tt]hey)\b)(?!['’])"
_NEW = rf"(?P<new>{SOMEBODY}(?:(?:, | and |, and | & | n ){SOMEBODY}){{0,7}})(?!['’])"
_ALSO = r"(?:(?:just|also|then|kindly|finally|has|had) )?"
_TO_ME = re.compile(rf"{_BY} {_ALSO}introduced (?:me|us) to (?:[\w'’-]+ ){{0,6}}?{_NEW}")
_MET = re.compile(
    rf"(?i:\b(?:met|got to know|introduced to)) (?:[\w'’-]+ ){{0,6}}?{_NEW}"
    rf"(?:,? \([^()\n]{{1,60}}\))? (?:through|thanks to|via|by) {_BY}"
)
_US = re.compile(rf"{_BY} {_ALSO}introduced us\b(?! to\b)")
_MINE = re.compile(
    r"(?:\A\s*|[.,;:!?\n–—]\s*|\b(?:[Ii]|we|and|then|also|finally|today|yesterday) )"
    rf"introduced (?P<one>{SOMEBODY})"
    rf"(?: \([^()\n]{{1,60}}\))? (?:to|and|with|&) (?P<other>{SOMEBODY})(?!['’])"
)


def introduced_two(text: str, people: Acquaintances) -> tuple[Known, Known] | None:
    """Which two of `people` one introduced to each other oneself, by the first such words of `text`."""
    if "introduced " not in text:
        return None
    tokens = tuple(scan(text))
    mentions = names_among(text, tokens, people)
    mask = masked(text, tokens, mentions)
    found = _MINE.search(mask)
    if found is None:
        return None
    one, other = (mentions[mask.count(SOMEBODY, 0, found.start(side))].who for side in ("one", "other"))
    return (one, other) if isinstance(one, Known) and isinstance(other, Known) else None


def met_through(mask: str, mentions: Sequence[Mention]) -> tuple[tuple[str, Known], ...]:
    """Each newcomer's name with who made one meet them; `mask` has a sign for each of the `mentions`."""
    if "introduced " not in mask and not re.search(r"\b(?:through|thanks to|via|by) ", mask):
        return ()
    found: dict[str, Known] = {}
    for new, by in _told(mask, mentions):
        found.setdefault(new.name, by)
    return tuple(found.items())


def _told(mask: str, mentions: Sequence[Mention]) -> Iterator[tuple[Newcomer, Known]]:
    for pattern in (_TO_ME, _MET):
        for found in pattern.finditer(mask):
            by = _who(mask, mentions, found)
            first = mask.count(SOMEBODY, 0, found.start("new"))
            for one in mentions[first : first + found["new"].count(SOMEBODY)]:
                if isinstance(one.who, Newcomer) and by is not None:
                    yield one.who, by
    new = list(dict.fromkeys(one.who for one in mentions if isinstance(one.who, Newcomer)))
    for found in _US.finditer(mask) if len(new) == 1 else ():
        by = _who(mask, mentions, found)
        if by is not None:
            yield new[0], by


def _who(mask: str, mentions: Sequence[Mention], found: re.Match[str]) -> Known | None:
    """Who introduced; of him or her the only one whom the text names before."""
    at = mask.count(SOMEBODY, 0, found.start("by"))
    if found["by"] == SOMEBODY:
        by = mentions[at].who
        return by if isinstance(by, Known) else None
    before = {one.who for one in mentions[:at]}
    return next((one for one in before if isinstance(one, Known)), None) if len(before) == 1 else None
