"""An introduction in words, seen from either side or from whoever made it (reflection.md §3.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from netjournal.language.days.words import say_ago
from netjournal.language.entry_words import name_of
from netjournal.model import Introduction, Outcome

OUTCOME_WORDS: Mapping[Outcome, str] = {"open": "open", "met": "met", "not_now": "not now"}


def say_introduction(introduction: Introduction, of: str, names: Mapping[str, str], today: dt.date) -> str:
    """``Introduced to Karim in May: both sail · ask Karim first``, as it stands on the page of `of` (id).

    On the page of whoever made it ``Introduced Ana to Karim in May``; of nobody in it ``Ana and Karim, in
    May``. `names` holds the name of everyone in it, by id.
    """
    one, other = introduction.people
    by = f" by {name_of(introduction.by, names)}" if introduction.by else ""
    when = say_ago(introduction.date, today)
    if of in introduction.people:
        title = f"Introduced to {name_of(other if of == one else one, names)}{by} {when}"
    elif of and of == introduction.by:
        title = f"Introduced {name_of(one, names)} to {name_of(other, names)} {when}"
    else:
        title = f"{name_of(one, names)} and {name_of(other, names)}{by and f', introduced{by}'}, {when}"
    why = " ".join(introduction.why.split())
    return " · ".join([f"{title}: {why}" if why else title, *_standing(introduction, names)])


def say_ask_first(introduction: Introduction, names: Mapping[str, str]) -> str:
    """``ask Karim first``, ``ask both first``; empty once both were, or if that is not for oneself to do."""
    left = [id for id in introduction.people if id not in introduction.asked]
    if introduction.outcome != "open" or introduction.by or not left:
        return ""
    return "ask both first" if len(left) == 2 else f"ask {name_of(left[0], names)} first"


def _standing(introduction: Introduction, names: Mapping[str, str]) -> Iterator[str]:
    if introduction.wished:
        yield f"{name_of(introduction.wished, names)} wished for it"
    if introduction.outcome == "met":
        yield "they met"
    elif introduction.outcome == "not_now":
        yield "not now"
    elif ask := say_ask_first(introduction, names):
        yield ask
    elif introduction.both_asked:
        yield "both asked"
