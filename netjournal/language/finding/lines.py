"""Everyone on one line each, in folded words: one is found in fifty thousand lines in a millisecond or two.

A line of names is ``\\t grace hopper \\t gracie \\t``: each name and nickname between tabs, each word between
spaces. A line of facets is `` acme compilers \\v boats ``: a word of a tag follows a vertical tab. So a word
that begins with gra is `` gra``, the whole word grace is `` grace ``, and ``\\v boats`` is one of a tag.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, dropwhile, islice, product

from netjournal.language.finding.vocabulary import Vocabulary
from netjournal.language.folding import fold_keys, words
from netjournal.language.names.shortening import TITLES
from netjournal.model import Acquaintance, Contact

Spell = Callable[[str], tuple[str, ...]]
Person = Acquaintance | Contact

_TITLES = TITLES | {"dame", "mag", "dipl"}
"""Words before a name that nobody has in mind with initials."""

TAG = "\v"
FORM = "\t"
_SAMPLE = 100_000
_KEPT = "0123456789abcdefghijklmnopqrstuvwxyz" + TAG + FORM + "\n"
_PLAIN: dict[int, str | None] = {code: chr(code) if chr(code) in _KEPT else " " for code in range(128)}
_PLAIN |= {ord("'"): None, ord("`"): None}
"""What `words(fold(text))` does to ASCII, for everyone in one go."""


class Lines:
    """Lines of folded words, best first, as one text to scan."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines)
        self._starts = array("L", accumulate((len(line) + 1 for line in lines), initial=0))
        self._vocabulary: Vocabulary | None = None

    def __getitem__(self, row: int) -> str:
        """The line with a number; cut out of the text, as each by itself would take as much again."""
        return self._text[self._starts[row] : self._starts[row + 1] - 1]

    def __iter__(self) -> Iterator[str]:
        """All lines, in order."""
        return map(self.__getitem__, range(len(self._starts) - 1))

    def vocabulary(self) -> Vocabulary:
        """The words in the lines; made when first asked for, used from then on to find rare words sooner."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self)
        return self._vocabulary

    def holding(self, keys: Sequence[str]) -> Iterator[int]:
        """The numbers of the lines that hold all of `keys`, in order. `keys` must not be empty."""
        rarest = keys[0] if len(keys) == 1 else min(keys, key=self._how_common)
        rows = self._vocabulary.few_rows(rarest) if self._vocabulary and rarest[0] == " " else None
        others = [key for key in keys if key != rarest]
        for row in self._scan(rarest) if rows is None else rows:
            if all(key in self[row] for key in others):
                yield row

    def being(self, key: str) -> Iterator[int]:
        """The numbers of the lines with a form that is the one word `key`, in order."""
        form = f"{FORM}{key} {FORM}"
        rows = self._scan(form) if self._vocabulary is None else self._vocabulary.rows(key[1:])
        return (row for row in rows if form in self[row])

    def _scan(self, key: str) -> Iterator[int]:
        text, starts = self._text, self._starts
        found = text.find(key)
        while found >= 0:
            row = bisect_right(starts, found) - 1
            yield row
            found = text.find(key, starts[row + 1])

    def _how_common(self, key: str) -> tuple[int, int]:
        return self._text.count(key, 0, _SAMPLE), -len(key)


def name_lines(people: Sequence[Person], spelt: Spell) -> list[str]:
    """A line for each person's name and nicknames, in every way they may be typed."""

    def slowly(person: Person) -> str:
        forms = (form for name in (person.name, *person.nicknames) for form in _forms(name, spelt))
        return f"{FORM} {f' {FORM} '.join(forms)} {FORM}"

    def raw(person: Person) -> str:
        return f"{FORM} {f' {FORM} '.join((person.name, *person.nicknames))} {FORM}"

    return _spelt_lines(people, raw, slowly, lambda person: (person.name, *person.nicknames))


def facet_lines(people: Sequence[Person], spelt: Spell) -> list[str]:
    """A line for each person's organisation, role, field, place, needs, offers and tags."""

    def slowly(person: Person) -> str:
        plain = (form for text in _facets(person) for token in text.split() for form in spelt(token))
        tags = (form for tag in person.tags for part in tag.split(":") for form in _forms(part, spelt))
        return f" {' '.join(plain)} " + "".join(f"{TAG} {form} " for form in tags)

    def raw(person: Person) -> str:
        tags = "".join(f"{TAG} {tag.replace(':', f' {TAG} ')} " for tag in person.tags)
        return f" {' '.join(_facets(person))} {tags}"

    return _spelt_lines(people, raw, slowly, lambda person: (*_facets(person), *person.tags))


def initials_lines(lines: Iterable[str]) -> list[str]:
    """For each line of names, ``\\t jmd jd ``: the initials of the first form, then its first and last.

    Dr. Joan Mary Day has them with the title and without.
    """
    result = []
    for line in lines:
        named = line[2 : line.index(FORM, 1)].split()
        found = _initials(named)
        if named and named[0] in _TITLES:
            found += _initials([*dropwhile(_TITLES.__contains__, named)])
        result.append(found)
    return result


def _initials(named: Sequence[str]) -> str:
    initials = "".join([word[0] for word in named])
    ends = f"{initials[0]}{initials[-1]}" if len(initials) > 2 else ""
    return f"{FORM} {initials} {ends} "


def query_keys(query: str, spelt: Spell, at_most: int = 8) -> tuple[tuple[str, ...], ...]:
    """The words of a query as beginnings to look for, once for each way to spell it; ``#boats`` is a tag."""
    tokens = []
    for token in query.split():
        mark = TAG if token.startswith("#") else ""
        forms = dict.fromkeys(tuple(f"{mark} {word}" for word in form.split()) for form in spelt(token))
        tokens.append([form for form in forms if form])
    ways = islice(product(*(token for token in tokens if token)), at_most)
    return tuple(keys for way in ways if (keys := tuple(key for keys in way for key in keys)))


def speller() -> Spell:
    """Spells a word without spaces in each way it may be typed, and remembers: many people share a name."""
    known: dict[str, tuple[str, ...]] = {}

    def spelt(token: str) -> tuple[str, ...]:
        if (forms := known.get(token)) is None:
            forms = known[token] = tuple(" ".join(words(key)) for key in fold_keys(token))
        return forms

    return spelt


def _forms(name: str, spelt: Spell) -> Iterator[str]:
    """The ways to spell a name of several words: Jürgen Müller is jurgen muller and juergen mueller."""
    tokens = [spelt(token) for token in name.split()] or [("",)]
    for way in range(max(map(len, tokens))):
        yield " ".join(forms[min(way, len(forms) - 1)] for forms in tokens)


def _facets(person: Person) -> tuple[str, ...]:
    return (person.organisation, person.role, person.field, person.place, *person.needs, *person.offers)


def _spelt_lines(
    people: Sequence[Person],
    raw: Callable[[Person], str],
    slowly: Callable[[Person], str],
    texts: Callable[[Person], Iterable[str]],
) -> list[str]:
    """The lines of those who are written in ASCII all at once, the others one by one."""
    lines = [raw(person) if _is_plain("".join(texts(person))) else "" for person in people]
    lines = "\n".join(lines).lower().translate(_PLAIN).split("\n")[: len(people)]
    for row, line in enumerate(lines):
        if not line:
            lines[row] = slowly(people[row])
    text = "\n".join(lines)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.split("\n")[: len(people)]


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
