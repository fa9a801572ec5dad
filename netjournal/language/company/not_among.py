"""Whom a line names although they took no part: they were not there, are spoken of, or it is to come.

It leads through the rooms that look for each: `not_there`, `only_seen`, `still_to_come`, `spoken_of`,
`whom_they_see`, `their_people`. Whom one was in touch with after all, as what stands beside it says of him or
her, is not among them: worried about Karim, so called him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.told_by import names_within
from netjournal.language.company.unrealised import tells_talk

_STOP = r"[.,;:!?\n]"
_REACH = 400
"""Letters on either side of a name in which one may tell of them again."""


def not_there_at_all(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those of whom it says that they were not there, or that
    one only saw them.
    """
    from netjournal.language.company.not_there import not_there
    from netjournal.language.company.only_seen import only_seen

    found = (*not_there(text), *only_seen(text))
    return _numbers(text, ((one.span("who"), one.span()) for one in found))


def only_named(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those spoken of, planned for, or known by others."""
    from netjournal.language.company.news import news_of
    from netjournal.language.company.spoken_of import spoken_of
    from netjournal.language.company.still_to_come import still_to_come

    spans = [
        (found, found)
        if isinstance(found, tuple)
        else (found.span("who") if found["who"] else found.span("owner"), found.span())
        for found in still_to_come(text)
    ]
    spoken = [*spoken_of(text), *_seen_by_others(text)]
    spans.extend((found.span("who"), (found.start("who"), found.end())) for found in spoken)
    found = _numbers(text, iter(spans)) | whose_people(text)
    news = news_of(text)
    if news and not _is_met(text, *news.span(), with_them=False):
        found |= names_within(text, [news.span("who")])
    return found


def _seen_by_others(text: str) -> Iterator[re.Match[str]]:
    if text.count(SOMEBODY) > 1:
        from netjournal.language.company.whom_they_see import whom_they_see

        yield from whom_they_see(text)


def whose_people(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those whose relatives or friends it tells of."""
    if "'" not in text and "’" not in text and " of " not in text:
        return set()
    from netjournal.language.company.their_people import of_theirs

    return names_within(text, list(of_theirs(text)))


def tells_of_their_people(text: str) -> bool:
    """Whether everybody named in `text` is named only by one of their people: coffee with Karim's mum."""
    return len(whose_people(text)) == text.count(SOMEBODY) > 0


def _numbers(text: str, spans: Iterator[tuple[tuple[int, int], tuple[int, int]]]) -> set[int]:
    """The names within the first of each pair of `spans`, where beside the second one met nobody of them."""
    return names_within(text, [who for who, all_of_it in spans if not _is_met(text, *all_of_it)])


def _is_met(text: str, start: int, end: int, *, with_them: bool = True) -> bool:
    """Whether the words around those from `start` to `end` tell of a talk, or one `with_them` they name."""
    stops = [
        max(start - _REACH, 0) + stop.end()
        for stop in re.finditer(_STOP, text[max(start - _REACH, 0) : start])
    ]
    begin = stops[-1] if stops else max(start - _REACH, 0)
    stop = re.compile(_STOP).search(text, end)
    before = text[max(begin - _REACH, 0) : begin]
    after = text[stop.start() if stop else len(text) :][:_REACH]
    if SOMEBODY in before:
        return False
    rest = f"{before}; {after.split(SOMEBODY, 1)[0]}"
    return tells_talk(rest, with_them=True) or (not with_them and SOMEBODY not in after and tells_talk(rest))
