"""People named in a text: which words are a name, and whose (issue 2 §3; peers.md, friends)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from netjournal.language.folding import fold
from netjournal.language.names.deciding import Choice, Decision, Known, Newcomer, decide, named
from netjournal.language.names.genitives import without_genitives
from netjournal.language.names.groups import Groups
from netjournal.language.names.phrases import Kind, Node, Phrases, follow, spellings
from netjournal.language.names.word_runs import WordRuns, capitalised
from netjournal.language.tokens import Token, scan
from netjournal.model import Acquaintance, Acquaintances

__all__ = ["Kind", "Known", "Mention", "Newcomer", "find_names", "names_among"]

_NOBODY: Mapping[int, str] = {}
_LAST_NAME = 3
"""Words of a last name."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A person named in a text from `start` to `end` (offsets), as `written`.

    `candidates` are the known people it may be, best first; `who` is None when nothing decides between them.
    `said` is the name without ``@`` and quotes, spelt as it is known. `is_stranger` if it goes on with a
    surname that none of the candidates has.
    """

    start: int
    end: int
    written: str
    kind: Kind
    candidates: tuple[Acquaintance, ...] = ()
    who: Known | Newcomer | None = None
    said: str = ""
    is_stranger: bool = False


class _Name(NamedTuple):
    """A name found, and the number of the group of people it may mean."""

    start: int
    end: int
    kind: Kind
    group: int
    outright: str = ""


def find_names(text: str, people: Acquaintances, chosen: Mapping[int, str] = _NOBODY) -> tuple[Mention, ...]:
    """Those of `people`, and newcomers (``@ada``), named in `text`, in order, none within another.

    The longest name counts, then the most telling `Kind`. Where several people fit: who is named in the text
    without doubt anyway, then who met the others most often, then who was met last; else it stays open. So
    does a first name with a surname that none of them has (Ana Costa, where one knows Ana Silva).
    `chosen` settles the mention at an offset with the id of a candidate, or with "" for somebody new.
    """
    return names_among(text, tuple(scan(text)), people, chosen)


def names_among(
    text: str,
    tokens: Sequence[Token],
    people: Acquaintances,
    chosen: Mapping[int, str] = _NOBODY,
    company: Collection[str] = (),
) -> tuple[Mention, ...]:
    """`find_names` in a `text` whose `tokens` are known already; `company` (ids) was there anyway."""
    finder = _Finder(text, tokens, people)
    found = finder.find()
    groups = {name.group: finder.groups.people[name.group] for name in found}
    choices = _choices(text, found, chosen)
    decision = decide(groups, finder.groups.doubtful, people, choices, company)
    return tuple(_mention(text, name, decision, name.group in finder.groups.doubtful) for name in found)


def _choices(text: str, found: Sequence[_Name], chosen: Mapping[int, str]) -> Iterator[Choice]:
    """What was chosen for a mention, there and wherever else the same words stand for the same people."""
    if not chosen:
        return
    names = {name.start: name.outright or text[name.start : name.end] for name in found}
    same = {
        (name.group, fold(names[name.start])): chosen[name.start] for name in found if name.start in chosen
    }
    for name in found:
        id = chosen.get(name.start, same.get((name.group, fold(names[name.start]))))
        if id is not None:
            yield Choice(name.start, name.group, id, capitalised(names[name.start]))


def _mention(text: str, name: _Name, decision: Decision, is_stranger: bool) -> Mention:
    person = decision.who(name.group, name.start)
    written = text[name.start : name.end]
    said = _as_known(person, name.kind, name.outright) if name.outright else written
    return Mention(
        start=name.start,
        end=name.end,
        written=written,
        kind=name.kind,
        candidates=decision.candidates[name.group],
        who=named(person) if person else None,
        said=said,
        is_stranger=is_stranger,
    )


def _as_known(person: Acquaintance | None, kind: Kind, typed: str) -> str:
    """The part of the name of `person` that was `typed`, as it is kept: ada is Ada, jose José."""
    if person is None or kind is Kind.INITIAL:
        return typed
    if kind is Kind.FIRST:
        parts = [chunk for chunk in person.name.split() if set(spellings(chunk)) & set(spellings(typed))]
    else:
        names = person.nicknames if kind is Kind.NICKNAME else (person.name,)
        parts = [name for name in names if set(spellings(name)) & set(spellings(typed))]
    return parts[0] if parts else typed


class _Finder:
    """One text, its words, and the phrases of everyone who shares a word with it."""

    def __init__(self, text: str, tokens: Sequence[Token], people: Acquaintances) -> None:
        tokens = without_genitives(text, tokens, people)
        self.runs = WordRuns(text, [token for token in tokens if token.kind == "word"])
        self.quoted = [token for token in tokens if token.kind == "named"]
        quoted = {token.value for token in self.quoted}
        ways = [*self.runs.spellings.values(), *map(spellings, quoted)]
        folded = {word for spelling in ways for way in spelling for word in way}
        self.phrases = Phrases(people.answering_to(folded) if folded else ())
        self.groups = Groups()
        self.beginnings: set[str] = set()

    def find(self) -> list[_Name]:
        """The names in the text, in order of their start."""
        words = self.runs.words
        self._find_beginnings()
        taken = bytearray(len(words))
        outright = [(word.start - 1, number) for number, word in enumerate(words) if word.key]
        quoted = [(token.start, ~number) for number, token in enumerate(self.quoted)]
        found = []
        for _, number in sorted([*outright, *quoted]):
            if number < 0:
                found.append(self._quoted(self.quoted[~number]))
            else:
                last, name = self._outright(number)
                taken[number : last + 1] = b"\1" * (last + 1 - number)
                found.append(name)
        self.groups.admit_newcomers(self.phrases)
        self._find_beginnings()
        return sorted([*found, *self._in_prose(taken)])

    def _find_beginnings(self) -> None:
        """Which words a name may begin with: most do not, and need no further look."""
        root = self.phrases.root.further
        ways = self.runs.spellings.items()
        self.beginnings = {word for word, way in ways if any(words[0] in root for words in way)}

    def _quoted(self, token: Token) -> _Name:
        name = capitalised(token.value) if token.key else token.value
        kind, group = self.groups.exactly(name, self.phrases)
        return _Name(token.start, token.end, kind, group, name)

    def _outright(self, first: int) -> tuple[int, _Name]:
        """The longest name after an ``@``; else a newcomer: the word there, and what goes with it."""
        known = list(self._known_at(first))
        if known:
            last, kind, group = known[-1]
            last, group = self._with_surname(last, kind, group, self._begins_no_name)
        else:
            last, kind = self.runs.with_title(first), Kind.FULL
            group = self.groups.of_newcomer(self.runs.named_anew(first, last))
        typed = self.runs.typed(first, last)
        return last, _Name(self.runs.words[first].start - 1, self._end(last, kind), kind, group, typed)

    def _in_prose(self, taken: bytearray) -> Iterator[_Name]:
        """Names without an ``@``: the longest first, then the most telling, then the first."""
        matches = sorted(
            (first - last - 1, kind, first, group)
            for first in range(len(self.runs.words))
            if not taken[first] and not self._begins_no_name(first)
            for last, kind, group in self._known_at(first)
            if not self.runs.are_small_everyday(first, last - (kind is Kind.INITIAL))
            and not (first == last and self.runs.names_nobody(first))
        )
        if self.phrases.lasts:
            matches += self._by_last_names(taken, {first for _, _, first, _ in matches})
        matches = sorted([*matches, *self._in_small(taken, matches)])
        names = []
        for length, kind, first, group in matches:
            if not any(taken[first : first - length]):
                taken[first : first - length] = b"\1" * -length
                names.append((first, first - length - 1, kind, group))
        for first, last, kind, group in names:
            end, whose = self._with_surname(last, kind, group, lambda number: not taken[number])
            if self.groups.people[whose]:
                yield _Name(self.runs.words[first].start, self._end(end, kind), kind, whose)

    def _by_last_names(
        self, taken: bytearray, others: Collection[int]
    ) -> Iterator[tuple[int, Kind, int, int]]:
        """Matches of a last name that one person has, where first names stand: tea with Hoa, Min-jun."""
        for first in range(len(self.runs.words)):
            if taken[first] or first in others or self.runs.follows_hyphen(first):
                continue
            for last, person in self._called_last(first):
                if self.runs.names_by_last(first, last, person.name) and not self.runs.surname_after(last):
                    yield first - last - 1, Kind.LAST, first, self.groups.alone(person)

    def _called_last(self, first: int) -> Iterator[tuple[int, Acquaintance]]:
        """Who alone has a last name that begins with the word `first`, and where it ends."""
        last = self.runs.whole(first)
        for _ in range(_LAST_NAME):
            if person := self.phrases.called_last(self.runs.typed(first, last)):
                yield last, person
            if not self.runs.goes_on(last):
                return
            last = self.runs.whole(last + 1)

    def _in_small(
        self, taken: bytearray, matches: Sequence[tuple[int, Kind, int, int]]
    ) -> Iterator[tuple[int, Kind, int, int]]:
        """Matches in small letters that may be words as well, where `small_names` tells of people."""
        known = {first: first - length - 1 for length, _, first, _ in sorted(matches, reverse=True)}
        within = {number for first, last in known.items() for number in range(first, last + 1)}
        maybe = {
            first: (first - last - 1, kind, first, group)
            for first in range(len(self.runs.words))
            if not taken[first] and first not in within
            for last, kind, group in self._small_at(first)
        }
        if not maybe:
            return
        from netjournal.language.names.small_names import Found, meant_in_small

        sure = known | {number: number for number, is_taken in enumerate(taken) if is_taken}
        items = [Found(first, last) for first, last in sure.items()]
        items += [
            Found(first, first - length - 1, is_sure=False, is_last=kind is Kind.LAST)
            for length, kind, first, _ in maybe.values()
        ]
        yield from (maybe[number] for number in meant_in_small(self.runs.text, self.runs.words, items))

    def _small_at(self, first: int) -> Iterator[tuple[int, Kind, int]]:
        """Names at the word `first` that count among other people alone."""
        if not self._begins_no_name(first):
            for last, kind, group in self._known_at(first):
                if self.runs.are_small_everyday(first, last - (kind is Kind.INITIAL)):
                    yield last, kind, group
        elif self.phrases.lasts and not self.runs.is_everyday(first):
            for last, person in self._called_last(first):
                yield last, Kind.LAST, self.groups.alone(person)

    def _with_surname(
        self, last: int, kind: Kind, group: int, is_free: Callable[[int], bool]
    ) -> tuple[int, int]:
        """The last word and the group of a first name, once the surname after it is heeded."""
        surname = self.runs.surname_after(last) if kind is Kind.FIRST else None
        if surname is None or not all(map(is_free, range(surname[0], surname[1] + 1))):
            return last, group
        return surname[1], self.groups.with_surname(group, self.runs.folded(*surname))

    def _begins_no_name(self, number: int) -> bool:
        return self.runs.words[number].value not in self.beginnings

    def _known_at(self, first: int) -> Iterator[tuple[int, Kind, int]]:
        """The last word, kind and group of each name that begins with the word `first`, shortest first."""
        for last, nodes in self._matches(first):
            kind, group = self.groups.at(nodes)
            is_whole = not self.runs.precedes_hyphen(last)
            if is_whole and (kind is not Kind.INITIAL or self.runs.is_initial(last)):
                yield last, kind, group

    def _matches(self, first: int) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """The last word of each phrase from the word `first` on, and where it leads, shortest first."""
        nodes: tuple[Node, ...] = (self.phrases.root,)
        if self.runs.follows_hyphen(first):
            return
        for last in range(first, len(self.runs.words)):
            ways = self.runs.spellings[self.runs.words[last].value]
            nodes = tuple(end for node in nodes for way in ways if (end := follow(node, way)) is not None)
            if any(node.people for node in nodes):
                yield last, nodes
            if not nodes or not self.runs.goes_on(last):
                return

    def _end(self, last: int, kind: Kind) -> int:
        word = self.runs.words[last]
        return word.end + (kind >= Kind.INITIAL and len(word.value) == 1 and self.runs.has_dot(last))
