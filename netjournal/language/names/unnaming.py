"""A text without a person's name: ``Lunch with someone``. Issue 3 §5, `forget`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from netjournal.language.folding import fold, fold_keys, words
from netjournal.language.names.everyday import EVERYDAY
from netjournal.language.names.in_text import Kind, Mention, find_names
from netjournal.language.names.phrases import given_name
from netjournal.model import Acquaintance

_SOMEONE = "someone"
_RUN = re.compile("(?P<sign>(?<!\\w)@)?+(?P<word>[^\\W_](?:[\u0300-\u036f]|[^\\W_])*)")
_TAG = re.compile(r"(?<!\w)#\w+(?:[-:]\w+)*")
_PART_OF_TAG = re.compile(r"[^#:]+")
_GAP = re.compile(r"[\s._,'’@/-]{1,3}")
_NO_SPACES = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts in which words stand without spaces between them."""

_SHORTEST = 3
_SHORTEST_SIGN = 6
_STOPS = ".!?\n"
_WITNESSES = 2

Stretch = tuple[int, int]


class Unnaming:
    """Takes the names of one person out of texts, and what they are reached by (`signs`: addresses, numbers).

    `rivals` are others with a word in common with them: where a text names one of those it is left alone.
    Of the `names` they are known by in full, beside nicknames, each word is theirs where they are present,
    even in small letters, and elsewhere as a tag that nobody else's name has. What may be an ordinary word
    stays, and `left_in` tells of it.
    """

    def __init__(
        self,
        person: Acquaintance,
        rivals: Sequence[Acquaintance],
        signs: Collection[str] = (),
        names: Collection[str] = (),
    ) -> None:
        self._person = person
        self._people = _Few(person, [rival for rival in rivals if rival.id != person.id])
        called = (person.name, *person.nicknames)
        self._spelt = _spelt(person)
        self._orders = {order for found in self._spelt if len(found) > 1 for order in _orders(found)}
        self._joined = {"".join(found) for found in self._spelt if len(found) > 1}
        self._exact = [name for name in called if len(name) > 1 and _NO_SPACES.search(name)]
        self._exact += [sign for sign in signs if len(sign) >= _SHORTEST_SIGN]
        self._words = {word for found in self._spelt for word in found}
        single = (nickname for nickname in person.nicknames if len(nickname.split()) == 1)
        self._parts = {part for name in (*(names or (person.name,)), *single) for part in _parts(name)}
        shared = self._people.words_of([rival.id for rival in rivals])
        self._tags = {part for part in self._parts - shared - EVERYDAY if len(part) >= _SHORTEST}

    def __call__(self, text: str, present: Set[str] = frozenset()) -> str:
        """`text` with "someone" for them.

        A first name alone is theirs where they are `present` (ids), or where nobody else has it.
        """
        if not self._may_hold(text):
            return text
        text = unicodedata.normalize("NFC", text)
        theirs, left = self._mentioned(text, present)
        alone = self._alone(text, present) if self._person.id in present else ()
        found = sorted({*theirs, *alone, *self._tagged(text), *self._in_full(text), *self._literally(text)})
        return _replaced(text, [one for one in found if not any(_overlap(one, other) for other in left)])

    def left_in(self, text: str, present: Set[str] = frozenset()) -> tuple[str, ...]:
        """Words of their name, as written, that still stand in a text that they were taken out of.

        Not what names somebody else, and of everyday words only a tag or one with a capital in a sentence.
        """
        if not self._may_hold(text):
            return ()
        _, others = self._mentioned(text, present)
        doubtful = self._parts - self._people.words_of(present - {self._person.id})
        return tuple(
            run["word"]
            for run in _RUN.finditer(text)
            if (said := doubtful & _folded(run["word"]))
            and not any(_overlap(run.span(), other) for other in others)
            and (not said <= EVERYDAY or _stands_out(text, run))
        )

    def _mentioned(self, text: str, present: Set[str]) -> tuple[list[Stretch], list[Stretch]]:
        """Where the text names them, and where somebody else."""
        mentions = find_names(text, self._people.among(present))
        theirs = [(m.start, m.end) for m in mentions if self._is_meant(m, present)]
        others = [(m.start, m.end) for m in mentions if self._is_of_others(m, present)]
        return theirs, [other for other in others if other not in theirs]

    def _may_hold(self, text: str) -> bool:
        folded = fold(text)
        if any(word in folded for word in self._words):
            return True
        plain = text.casefold()
        return any(exact.casefold() in plain for exact in self._exact)

    def _may_be(self, mention: Mention) -> bool:
        return any(person.id == self._person.id for person in mention.candidates)

    def _is_of_others(self, mention: Mention, present: Set[str]) -> bool:
        if mention.is_stranger:
            return True
        others = [person.id for person in mention.candidates if person.id != self._person.id]
        return bool(others) and (not self._may_be(mention) or not present.isdisjoint(others))

    def _is_meant(self, mention: Mention, present: Set[str]) -> bool:
        if mention.is_stranger or not self._may_be(mention):
            return False
        if self._person.id in present:
            return True
        if any(one.id in present for one in mention.candidates):
            return False
        said = words(fold(mention.written))
        is_telling = len("".join(said)) >= _SHORTEST and not EVERYDAY.issuperset(said)
        is_theirs_alone = len(mention.candidates) == 1
        return (len(said) > 1 and mention.kind not in (Kind.FIRST, Kind.LAST)) or (
            is_telling and is_theirs_alone
        )

    def _in_full(self, text: str) -> Iterator[Stretch]:
        """A whole name of several words wherever it stands: in a tag, an address, the surname first."""
        runs = [(run.start(), run.end(), _folded(run["word"])) for run in _RUN.finditer(text)]
        for place, (start, end, ways) in enumerate(runs):
            if ways & self._joined:
                yield start, end
            for order in self._orders:
                if order[0] not in ways:
                    continue
                following = runs[place : place + len(order)]
                if len(following) == len(order) and all(
                    word in run[2] for word, run in zip(order, following, strict=True)
                ):
                    gaps = pairwise(following)
                    if all(_GAP.fullmatch(text[one[1] : other[0]]) for one, other in gaps):
                        yield start, following[-1][1]

    def _alone(self, text: str, present: Set[str]) -> Iterator[Stretch]:
        """A surname, or another part of the name that nobody else has who was there."""
        shared = self._people.words_of(present - {self._person.id})
        telling = {word for word in self._words - shared - EVERYDAY if len(word) >= _SHORTEST}
        for run in _RUN.finditer(text):
            meant = telling & _folded(run["word"])
            if meant and (not run["word"].islower() or not meant.isdisjoint(self._parts)):
                yield run.span()

    def _tagged(self, text: str) -> Iterator[Stretch]:
        """A part of their name that nobody else has, as a tag or on one side of the colon in it."""
        for tag in _TAG.finditer(text):
            for part in _PART_OF_TAG.finditer(text, *tag.span()):
                if not self._tags.isdisjoint(_folded(part[0])):
                    yield part.span()

    def _literally(self, text: str) -> Iterator[Stretch]:
        for exact in self._exact:
            pattern = re.escape(unicodedata.normalize("NFC", exact))
            yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


class _Few:
    """A person and their rivals, of whom thousands may have the same first name: a text is asked about those
    alone whom it may name by more than that, and about two more, who show that it is not one person's.
    """

    def __init__(self, person: Acquaintance, rivals: Sequence[Acquaintance]) -> None:
        self._person = person
        self._rivals = {rival.id: rival for rival in rivals}
        self._words = {one.id: _words_of(one) for one in (person, *rivals)}
        self._near: list[str] = []
        self._by_word: dict[str, dict[str, None]] = {}
        own = self._words[person.id]
        firsts: dict[str, list[str]] = {}
        for rival in rivals:
            theirs = self._words[rival.id]
            if len(theirs & own) > 1 or any(own.issuperset(name) for name in _spelt(rival)):
                self._near.append(rival.id)
            for key in (theirs - own) | _initials(rival):
                self._by_word.setdefault(key, {})[rival.id] = None
            first = given_name(rival.name)
            if not own.isdisjoint(words(fold(first))):
                firsts.setdefault(fold(first), []).append(rival.id)
        self._near += [id for same in firsts.values() for id in same[:_WITNESSES]]

    def among(self, present: Collection[str]) -> _Among:
        """Those to ask about a text of which these people (ids) are."""
        return _Among(self, present)

    def answering_to(self, words: Collection[str], present: Collection[str]) -> Sequence[Acquaintance]:
        """Those whom a text with these folded `words` may name, and one or two of each first name."""
        ids = dict.fromkeys((*self._near, *(id for id in present if id in self._rivals)))
        for word in words:
            ids |= self._by_word.get(word, {})
        return [self._person, *(self._rivals[id] for id in sorted(ids))]

    def words_of(self, ids: Collection[str]) -> set[str]:
        """The folded words in the names of those among them with one of these ids."""
        return {word for id in ids for word in self._words.get(id, ())}


class _Among(NamedTuple):
    """A few people, asked like everyone."""

    few: _Few
    present: Collection[str]

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        """Those with one of the folded `words` in their names."""
        return self.few.answering_to(words, self.present)

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        """Nobody knows."""
        return {}


def _spelt(person: Acquaintance) -> set[tuple[str, ...]]:
    called = (person.name, *person.nicknames)
    return {found for name in called for key in fold_keys(name) if (found := words(key))}


def _parts(name: str) -> Iterator[str]:
    """The folded words of a name, but for small ones in it: not those of "Anna from the gym"."""
    for written in name.split():
        if name.islower() or not written.islower():
            yield from (word for key in fold_keys(written) for word in words(key))


def _stands_out(text: str, run: re.Match[str]) -> bool:
    """Whether a word is a tag or has a capital, and not for the beginning of a sentence."""
    before = text[: run.start()].rstrip(" ")
    if before[-1:] in ("#", "@", ":"):
        return True
    return not run["word"].islower() and bool(before) and before[-1] not in _STOPS


def _words_of(person: Acquaintance) -> set[str]:
    return {word for found in _spelt(person) for word in found}


def _initials(person: Acquaintance) -> set[str]:
    last = person.name.split()[-1:]
    return {way for name in last for key in (*fold_keys(name), *fold_keys(name[0])) for way in _starts(key)}


def _starts(key: str) -> Iterator[str]:
    for word in words(key)[:1]:
        yield from (word, word[0])


def _orders(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield found
    yield (found[-1], *found[:-1])


def _folded(run: str) -> set[str]:
    return {"".join(words(key)) for key in fold_keys(run)}


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _replaced(text: str, stretches: Sequence[Stretch]) -> str:
    """`text` with "someone" for each stretch, a capital where a sentence begins; what overlaps is one."""
    out, here = [], 0
    for start, end in stretches:
        if start < here:
            here = max(here, end)
            continue
        before = text[:start].rstrip(" ")
        begins = not before or before[-1] in _STOPS
        out += [text[here:start], _SOMEONE.capitalize() if begins else _SOMEONE]
        here = end
    return "".join((*out, text[here:]))
