"""To whom a promise is, by the names in its words: ask Dato for Gia's tools is to Dato.

Where it has none and says ``bring him the radio``, the words just before it may tell who he is, in the answer
or in the line; and whom of several an answer is about, its names do.

| in the line of Ana and Gia                 | it is to                                 |
|--------------------------------------------|------------------------------------------|
| told Gia I'd send the plan                 | Gia                                      |
| tea with Ana. Gia rang, I'll send her this | Gia: the sentence has no other           |
| tea with Ana and Gia, I'll send her this   | both: nothing tells which of them        |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from netjournal.language.names.in_text import Known, Mention, names_among
from netjournal.language.promises.clauses import ANOTHER
from netjournal.language.tokens import scan
from netjournal.model import Acquaintances, Interaction, Promise

_LIST = re.compile(r"\s*(?:,|&|,?\s+and)\s+", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"\b(?:him|her|his|them|their)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\b[DM]r)[.;!?\n]\s")
_TOLD = re.compile(
    r"\b(?:told|texted|messaged|promised|assured|wrote(?: to)?)\s+(?P<whom>[^.,;:!?\n]{1,60}?)\s+"
    r"(?:(?:that\s+)?I(?:['’]?d|['’]?ll|\s+would|\s+will)|to)\s+\Z",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"['’]s?\b")


def meant_for(text: str, people: Acquaintances, company: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of whom a promise in the words `text` is to, as far as they name somebody; else nobody.

    It is whoever is named first, with those listed beside them; of whom only a thing is named (Luka's hat),
    only where nobody else is. `company` (ids) was there, and is meant by a name that fits several.
    """
    tokens = tuple(scan(text))
    found = [one for one in names_among(text, tokens, people, company=company) if isinstance(one.who, Known)]
    themselves = [one for one in found if not _THEIRS.match(text[one.end :])]
    return tuple(dict.fromkeys(_first_listed(text, themselves or found)))


def to_whom(promise: Promise, entry: Interaction, people: Acquaintances) -> tuple[str, ...]:
    """The ids of whom a promise of an entry is to; empty for all who took part in it.

    It is whom its words name (`meant_for`). Where they only say him, her or them, it is the one of several in
    the entry whom the words before it in the answer name, if they name just one; else it is the one who was
    told so in the line, or whom alone the sentence there names.
    """
    if named := meant_for(promise.text, people, entry.people):
        return named
    if len(entry.people) < 2:
        return ()
    before, found, _ = _answer(entry).partition(promise.text)
    if not found:
        return _told_in_line(promise, entry, people)
    told = among(before, people, entry.people) if _ONE_OF_THEM.search(promise.text) else ()
    return told if len(told) == 1 else ()


def _told_in_line(promise: Promise, entry: Interaction, people: Acquaintances) -> tuple[str, ...]:
    """Who alone of an entry was told of a promise in its line, or is named in the sentence before it."""
    found = re.search(rf"(?<!\w){re.escape(promise.text)}(?!\w)", entry.text)
    if promise.by != "me" or found is None:
        return ()
    before = _SENTENCE.split(entry.text[: found.start()])[-1]
    told = _TOLD.search(before)
    if told is None and not _ONE_OF_THEM.search(promise.text):
        return ()
    is_named = told is not None and not _ONE_OF_THEM.fullmatch(told["whom"])
    words = told["whom"] if told is not None and is_named else before
    if not is_named and re.search(ANOTHER, words):
        return ()
    named = _meant_by(words, people, entry.people)
    return named if len(named) == 1 and named[0] in entry.people else ()


def _meant_by(text: str, people: Acquaintances, company: Collection[str]) -> tuple[str, ...]:
    """The ids of all whom `text` names, each once; empty for one of whom nothing decides who is meant."""
    named = names_among(text, tuple(scan(text)), people, company=company)
    return tuple(dict.fromkeys(one.who.id if isinstance(one.who, Known) else "" for one in named))


def among(text: str, people: Acquaintances, company: Collection[str]) -> tuple[str, ...]:
    """The ids of those in `company` whom `text` names, each once."""
    named = names_among(text, tuple(scan(text)), people, company=company)
    ids = (one.who.id for one in named if isinstance(one.who, Known))
    return tuple(dict.fromkeys(id for id in ids if id in company))


def is_about(entry: Interaction, person: str, people: Acquaintances) -> bool:
    """Whether the answer of an entry with `person` (id) is about them too: not if it names others of several
    alone."""
    if len(entry.people) < 2 or not (answer := _answer(entry)):
        return True
    named = among(answer, people, entry.people)
    return not named or person in named


def _answer(entry: Interaction) -> str:
    return entry.reflection.answer if entry.reflection is not None else ""


def _first_listed(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    before: Mention | None = None
    for one in mentions:
        if before is not None and not _LIST.fullmatch(text[before.end : one.start]):
            return
        assert isinstance(one.who, Known)
        yield one.who.id
        before = one
