"""A person found by what one remembers of them: a beginning, initials, a nickname, their work or town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from heapq import merge
from itertools import islice
from typing import Literal

import msgspec

from netjournal.language.finding.lines import (
    FORM,
    TAG,
    Lines,
    facet_lines,
    initials_lines,
    name_lines,
    query_keys,
    speller,
)
from netjournal.language.finding.reasons import Reasons
from netjournal.language.finding.vocabulary import slips_allowed
from netjournal.language.folding import fold
from netjournal.language.names.everyday import PARTICLES
from netjournal.model import Acquaintance

Kind = Literal["everyone", "name", "word", "beginning", "initials", "facet", "slip"]
"""How a person was found, best first: the whole name or a nickname, whole words of it, beginnings of words,
initials, what they do or need or where they are, a slip of the pen."""

Keys = tuple[str, ...]
Close = dict[str, set[str]]
Costs = dict[str, dict[int, int]]

IN_SIGHT = 10
_LONGEST = 200
_SHORTEST_OF_TWO = 6
"""Letters typed of a word with two slips: both may be letters that are missing of one of eight."""
_TAG_WORD = re.compile(r"(?<!\S)tag:(?=\S)")
"""As tags are written in a shell, where ``#`` begins a comment."""


class Match(msgspec.Struct, frozen=True, gc=False):
    """A person who fits; `why`, unless the name says it (``nickname Gracie``); and how they were found."""

    person: Acquaintance
    why: str = ""
    kind: Kind = "everyone"


class Lookup:
    """Everyone of one snapshot, ready to be asked as one types.

    Better kinds of match come first, within a kind whoever was met last (issue 3 §1). Facets that begin with
    what was typed come before slips: they are what was typed, a slip is a guess. Initials that fewer than ten
    people share are within the ten best, however many names begin with them. All words must match.
    """

    def __init__(self, people: Sequence[Acquaintance]) -> None:
        self._given = people
        self._spelt = speller()
        self._reasons = Reasons(self._spelt)

    @cached_property
    def _in_order(self) -> tuple[list[Acquaintance], Lines]:
        """Everyone, whoever was met last first, and their names."""
        lines = [person.called for person in self._given]
        if not all(lines):
            lines = name_lines(self._given, self._spelt)
        met = [person.last.toordinal() if person.last else 0 for person in self._given]
        order = sorted(range(len(lines)), key=lines.__getitem__)
        order.sort(key=met.__getitem__, reverse=True)
        return [self._given[row] for row in order], Lines([lines[row] for row in order])

    @property
    def _people(self) -> list[Acquaintance]:
        return self._in_order[0]

    @property
    def _names(self) -> Lines:
        return self._in_order[1]

    @cached_property
    def _initials(self) -> Lines:
        return Lines(initials_lines(self._names))

    @cached_property
    def _facets(self) -> list[str]:
        lines = [person.known_for for person in self._people]
        return lines if all(lines) else facet_lines(self._people, self._spelt)

    @cached_property
    def _everything(self) -> Lines:
        return Lines([name + facets for name, facets in zip(self._names, self._facets, strict=True)])

    def warm(self) -> None:
        """Do now what the first name, initials, facet and slip would otherwise wait for."""
        _ = self._initials, self._everything, self._names.vocabulary()

    def find(self, query: str, limit: int = 50) -> tuple[Match, ...]:
        """The `limit` best for `query`, best first; everyone by when they were met for an empty one."""
        query = _TAG_WORD.sub("#", query.strip()[:_LONGEST])
        if query in ("", "#"):
            return tuple(map(Match, self._people[: max(limit, 0)]))
        if not (ways := query_keys(query, speller())):
            rows = (row for row, person in enumerate(self._people) if query in person.name)
            return tuple(Match(self._people[row], "", "word") for row in islice(rows, max(limit, 0)))
        close: Close = {}
        found = self._plain(ways, max(limit, IN_SIGHT))
        for far in (False, True):
            if len(found) < (1 if far else IN_SIGHT):
                for row in self._by_slips(ways, close, far):
                    found.setdefault(row, "slip")
        asked = partial(self._match, query, ways, close)
        return tuple(asked(row, found[row]) for row in islice(found, max(limit, 0)))

    def _plain(self, ways: Sequence[Keys], enough: int) -> dict[int, Kind]:
        """The numbers of those who fit without a slip, best first, to how they fit."""
        found: dict[int, Kind] = {}

        def take(kind: Kind, rows: Iterable[int]) -> None:
            if len(found) < enough:
                for row in rows:
                    found.setdefault(row, kind)
                    if len(found) >= enough:
                        break

        take("name", self._whole_names(ways))
        take("word", self._named(ways, " "))
        take("beginning", self._named(ways))
        groups = self._by_initials(ways)
        for group in groups:
            take("initials", group)
        take("facet", self._by_facets(ways))
        return _with_sharers(found, groups)

    def _named(self, ways: Sequence[Keys], end: str = "") -> Iterator[int]:
        """Those whose name has, for each key, a word of its own that begins so; with `end` " " is so."""
        return merge(*(self._named_one_way(keys, end) for keys in ways))

    def _named_one_way(self, keys: Keys, end: str) -> Iterator[int]:
        rows = self._names.holding([key + end for key in keys])
        if not _overlap(keys):
            return rows
        return (row for row in rows if _each_its_own(keys, self._names[row]))

    def _whole_names(self, ways: Sequence[Keys]) -> Iterator[int]:
        """Those whose name or nickname has these words, in any order, and no other.

        One word alone is looked for between the ends of a name: thousands may share it as a first name.
        """
        if all(len(keys) == 1 for keys in ways):
            return merge(*(self._names.being(keys[0]) for keys in ways))
        return (row for row in self._named(ways, " ") if self._is_whole_name(row, ways))

    def _is_whole_name(self, row: int, ways: Sequence[Keys]) -> bool:
        forms = [sorted(form.split()) for form in self._names[row].split(FORM)]
        return any(sorted(key[1:] for key in keys) in forms for keys in ways)

    def _by_initials(self, ways: Sequence[Keys]) -> tuple[list[int], ...]:
        """Those with these initials; with these as first and last; whose initials begin so."""
        word = ways[0][0][1:]
        if len(ways) + len(ways[0]) > 2 or not (2 <= len(word) <= 4 and word.isalpha()):
            return ([], [], [])
        keys = (f"{FORM} {word} ", f" {word} ", f"{FORM} {word}")
        return tuple(list(self._initials.holding([key])) for key in keys)

    def _by_facets(self, ways: Sequence[Keys]) -> Iterator[int]:
        """Those who fit by name and facets together, at least one key by a facet."""
        return merge(*(self._by_facets_one_way(keys) for keys in ways))

    def _by_facets_one_way(self, keys: Keys) -> Iterator[int]:
        for row in self._everything.holding(keys):
            by_name = tuple(key for key in keys if key not in self._facets[row])
            if len(by_name) < len(keys) and _each_its_own(by_name, self._names[row]):
                yield row

    def _by_slips(self, ways: Sequence[Keys], close: Close, far: bool) -> list[int]:
        """Those who fit if some words are slips, fewest slips first; notes in `close` what each key may mean.

        `far` takes in slips in a beginning, two slips in a long word, and one in a short word if another
        word of the query fits as it is.
        """
        costs: dict[int, int] = {}
        for keys in ways:
            meant = {key: self._meant(key[1:], far) for key in keys if not key.startswith(TAG)}
            close.update({key: set(words) for key, words in meant.items()})
            rows: Costs = {key: {} for key in keys}
            for key, words in meant.items():
                for word in sorted(words, key=words.__getitem__, reverse=True):
                    rows[key].update(dict.fromkeys(self._names.vocabulary().rows(word), words[word]))
            for row, cost in self._costs(keys, rows):
                costs[row] = min(cost, costs.get(row, cost))
        return sorted(sorted(costs), key=costs.__getitem__)

    def _costs(self, keys: Keys, rows: Costs) -> Iterator[tuple[int, int]]:
        """Everyone to whom slips lead, and what these cost."""
        lines = self._everything
        if len(keys) > 1:
            for row in {row for key in keys for row in rows[key]}:
                if cost := self._cost(row, keys, rows):
                    yield row, cost
        elif slips_allowed(keys[0][1:]):
            yield from ((row, cost) for row, cost in rows[keys[0]].items() if keys[0] not in lines[row])

    def _meant(self, word: str, far: bool) -> dict[str, int]:
        """The words that may have been meant, to what the slip costs."""
        allowed, known = slips_allowed(word), self._names.vocabulary()
        meant = dict.fromkeys(known.close_to(word), 1) if allowed else {}
        if far and allowed:
            meant = dict.fromkeys(known.beginning_close_to(word), 2) | meant
        if far and len(word) >= _SHORTEST_OF_TWO:
            meant = dict.fromkeys(_within_two_slips(word, known.words), 2) | meant
        if far and not allowed and len(word) > 1:
            meant = dict.fromkeys(known.close_to(word), 2)
        return meant

    def _cost(self, row: int, keys: Keys, rows: Costs) -> int:
        """What the slips cost that lead from `keys` to this person; 0 if nothing does."""
        line = self._everything[row]
        slipped = [key for key in keys if key not in line]
        if any(row not in rows[key] for key in slipped):
            return 0
        as_typed = any(len(key) > 2 for key in keys if key not in slipped)
        if not as_typed and any(not slips_allowed(key[1:]) for key in slipped):
            return 0
        return sum(rows[key][row] for key in slipped)

    def _match(self, query: str, ways: Sequence[Keys], close: Close, row: int, kind: Kind) -> Match:
        person, reasons = self._people[row], self._reasons
        if kind == "initials":
            return Match(person, "initials", kind)
        if kind not in ("facet", "slip") and reasons.is_plain(person):
            return Match(person, "", kind)
        line = self._everything[row] if kind in ("facet", "slip") else self._names[row]
        keys = ways[0] if len(ways) == 1 else max(ways, key=lambda keys: sum(key in line for key in keys))
        why = reasons.of(person, keys, close if kind == "slip" else {}, query)
        return Match(person, why or (reasons.by_facet(person, keys) if kind == "facet" else ""), kind)


def closest(name: str, people: Sequence[Acquaintance]) -> tuple[Acquaintance, ...]:
    """At most three people with a word in their names that is like one of `name`, for "Did you mean …?"."""
    if likely := tuple(match.person for match in Lookup(people).find(name, 3) if match.kind != "facet"):
        return likely
    from rapidfuzz import fuzz, process

    wanted, names = fold(name), [fold(person.name) for person in people]
    alike = process.extract(wanted, names, scorer=fuzz.WRatio, limit=20, score_cutoff=70)
    parts = [(people[row], (*called.split(), called.replace(" ", ""))) for called, _, row in alike]
    meant = set(wanted.split()) - PARTICLES
    return tuple(one for one, has in parts if any(fuzz.ratio(a, b) >= 75 for a in meant for b in has))[:3]


def _with_sharers(found: dict[int, Kind], groups: Sequence[Sequence[int]]) -> dict[int, Kind]:
    """`found` with those who share the initials within the ten best, if they are fewer than ten."""
    sharers: dict[int, None] = {}
    for group in groups[:2]:
        if len(both := sharers | dict.fromkeys(group)) < IN_SIGHT:
            sharers = both
    if not sharers:
        return found
    room = IN_SIGHT - len(sharers)
    others = list(islice((row for row in found if row not in sharers), room + 1))
    before = islice(found, list(found).index(others[room]) if len(others) > room else len(found))
    return {row: found.get(row, "initials") for row in (*before, *sharers, *found)}


def _overlap(keys: Keys) -> bool:
    """Whether one word could answer to two of `keys`."""
    return any(one.startswith(other) for i, one in enumerate(keys) for j, other in enumerate(keys) if i != j)


def _each_its_own(keys: Keys, line: str) -> bool:
    """Whether the words of `line` can be dealt out so that each key has one that begins so."""
    words: list[str] = []
    for form in line.split(FORM):
        others = form.split()
        for word in words:
            if word in others:
                others.remove(word)
        words += others
    for key in sorted(keys, key=len, reverse=True):
        if (word := next((word for word in words if word.startswith(key[1:])), "")) == "":
            return False
        words.remove(word)
    return True


def _within_two_slips(word: str, known: Sequence[str]) -> list[str]:
    near = [other for other in known if abs(len(other) - len(word)) <= 2 and slips_allowed(other) > 1]
    if not near:
        return []
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    return [other for other, _, _ in extract_iter(word, near, scorer=OSA.distance, score_cutoff=2)]
