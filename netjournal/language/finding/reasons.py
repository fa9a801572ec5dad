"""Why somebody was found, in the few words that stand at the right of a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from netjournal.language.finding.lines import TAG, Spell
from netjournal.model import Acquaintance

_LENGTH = 32
_LAST_LATIN = "\u024f"


class Reasons:
    """Says what, beside plain words of a name, answered to a query."""

    def __init__(self, spelt: Spell) -> None:
        self._spelt = spelt

    def is_plain(self, person: Acquaintance) -> bool:
        """Whether nothing need be said of somebody found by words of a name: there is only one, in Latin."""
        return not person.nicknames and max(person.name, default="") <= _LAST_LATIN

    def by_facet(self, person: Acquaintance, keys: Sequence[str]) -> str:
        """What a key is beside a word of the name: the g of ``grace g`` is in grace, but Ghent answered."""
        return next(filter(None, (self._facet(person, *_word(key)) for key in reversed(keys))), "")

    def of(
        self, person: Acquaintance, keys: Sequence[str], close: Mapping[str, Collection[str]], query: str
    ) -> str:
        """``nickname Gracie``, ``works at Acme, in Bergen``, ``needs a sailmaker``, ``#boats``,
        ``close to “grcae”``; of a name in another script ``spelt tianzhong``.

        Empty if plain words of the name answered to all keys (of `query_keys` for `query`). `close` holds,
        for a key, the words it may have been meant for.
        """
        parts = (self._part(person, key, close.get(key, ()), query) for key in keys)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def _part(self, person: Acquaintance, key: str, close: Collection[str], query: str) -> str:
        word, tag = _word(key)
        if not tag:
            if token := self._token(person.name, lambda spelt: spelt.startswith(word)):
                return f"spelt {_excerpt(self._spelling(token, word), 0)}" if _is_foreign(token) else ""
            for nickname in person.nicknames:
                if self._token(nickname, lambda spelt: spelt.startswith(word)):
                    return f"nickname {_excerpt(nickname, 0)}"
        return self._facet(person, word, tag) or self._close(person, word, close, query)

    def _facet(self, person: Acquaintance, word: str, tag: bool) -> str:
        for label, text in _facets(person, only_tags=tag):
            tokens = text.replace(":", " ").split() if label == "#" else text.split()
            for index, token in enumerate(tokens):
                if any(spelt.startswith(word) for spelt in self._words(token)):
                    return f"{label}{_excerpt(text, 0 if label == '#' else index)}"
        return ""

    def _close(self, person: Acquaintance, word: str, close: Collection[str], query: str) -> str:
        """What was typed, where it is close to a word of the name, or else to a nickname, which it tells."""
        typed = self._token(query, word.__eq__) or word
        for name in (person.name, *person.nicknames) if close else ():
            if self._token(name, close.__contains__):
                called = "" if name == person.name else f"nickname {_excerpt(name, 0)}, "
                return f"{called}close to “{_excerpt(typed, 0)}”"
        return ""

    def _token(self, name: str, fits: Callable[[str], bool]) -> str:
        """The first word of `name`, as written, with a spelling that fits."""
        return next((token for token in name.split() if any(map(fits, self._words(token)))), "")

    def _spelling(self, token: str, word: str) -> str:
        """The first way to spell `token` that begins with `word`, else the first of all."""
        forms = self._spelt(token)
        return next((form for form in forms if form.startswith(word)), forms[0])

    def _words(self, token: str) -> Iterator[str]:
        return (word for form in self._spelt(token) for word in form.split())


def _word(key: str) -> tuple[str, bool]:
    return key.lstrip(TAG)[1:], key.startswith(TAG)


def _facets(person: Acquaintance, *, only_tags: bool) -> Iterator[tuple[str, str]]:
    if not only_tags:
        yield "works at ", person.organisation
        yield "", person.role
        yield "works in ", person.field
        yield "in ", person.place
    yield from (("#", tag) for tag in person.tags)
    if not only_tags:
        yield from (("needs ", need) for need in person.needs)
        yield from (("offers ", offer) for offer in person.offers)


def _is_foreign(token: str) -> bool:
    return not any(unicodedata.normalize("NFD", letter)[0] <= _LAST_LATIN for letter in token)


def _excerpt(text: str, at: int) -> str:
    """`text` if it is short, else about thirty letters of it that begin with the word number `at`."""
    tokens = text.split()
    whole = " ".join(tokens)
    if len(whole) <= _LENGTH:
        return whole
    rest = ("… " if at else "") + " ".join(tokens[at:])
    return rest if len(rest) <= _LENGTH else f"{rest[: _LENGTH - 1].rstrip()}…"
