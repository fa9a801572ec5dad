"""Through whom one met somebody new, as a line tells it (reflection.md §3.6).

| in the line                                              | met through                          |
|----------------------------------------------------------|--------------------------------------|
| Yusuf introduced me to @Emre, a carpenter                | Emre through Yusuf                   |
| met @Emre and @Ivo through Yusuf                         | Emre and Ivo through Yusuf           |
| @Emre, shy; Yusuf introduced us                          | Emre through Yusuf, if he alone is new |
| Yusuf introduced Ana to @Emre; heard of it through Yusuf | nobody                               |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.names.in_text import Known, Mention, Newcomer

_BY = rf"(?P<by>{SOMEBODY})(?!['’])"
_NEW = rf"(?P<new>{SOMEBODY}(?:(?:, | and |, and | & | n ){SOMEBODY}){{0,7}})(?!['’])"
_ALSO = r"(?:(?:just|also|then|kindly|finally|has|had) )?"
_TO_ME = re.compile(rf"{_BY} {_ALSO}introduced (?:me|us) to (?:[\w'’-]+ ){{0,6}}?{_NEW}")
_MET = re.compile(
    rf"(?i:\b(?:met|got to know|introduced to)) (?:[\w'’-]+ ){{0,6}}?{_NEW}"
    rf"(?:,? \([^()\n]{{1,60}}\))? (?:through|thanks to|via|by) {_BY}"
)
_US = re.compile(rf"{_BY} {_ALSO}introduced us\b(?! to\b)")


def met_through(masked: str, mentions: Sequence[Mention]) -> tuple[tuple[str, Known], ...]:
    """Each newcomer's name with who made one meet them; `masked` has a sign for each of the `mentions`."""
    if "introduced " not in masked and not re.search(r"\b(?:through|thanks to|via|by) ", masked):
        return ()
    found: dict[str, Known] = {}
    for new, by in _told(masked, mentions):
        found.setdefault(new.name, by)
    return tuple(found.items())


def _told(masked: str, mentions: Sequence[Mention]) -> Iterator[tuple[Newcomer, Known]]:
    for pattern in (_TO_ME, _MET):
        for found in pattern.finditer(masked):
            by = mentions[masked.count(SOMEBODY, 0, found.start("by"))].who
            first = masked.count(SOMEBODY, 0, found.start("new"))
            for one in mentions[first : first + found["new"].count(SOMEBODY)]:
                if isinstance(one.who, Newcomer) and isinstance(by, Known):
                    yield one.who, by
    new = list(dict.fromkeys(one.who for one in mentions if isinstance(one.who, Newcomer)))
    for found in _US.finditer(masked) if len(new) == 1 else ():
        by = mentions[masked.count(SOMEBODY, 0, found.start("by"))].who
        if isinstance(by, Known):
            yield new[0], by
