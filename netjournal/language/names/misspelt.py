"""A name in an entry that nobody has, a slip of the pen from somebody's: Zurba, where one knows Zurab."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from netjournal.language.finding.vocabulary import one_slip, slips_allowed
from netjournal.language.folding import fold, words
from netjournal.language.names.everyday import EVERYDAY, PARTICLES
from netjournal.language.names.genitives import without_genitives
from netjournal.language.names.phrases import given_name
from netjournal.language.names.small_strangers import is_small_name
from netjournal.language.tokens import scan
from netjournal.model import Acquaintance, Acquaintances

_REACH = 2000
_MOST = 4
"""Words of a text that are looked at: where a whole line has capitals they tell nothing."""

_SHORTEST = 4
_STARTS = (".", "!", "?", ":", "\n")
_DID = (
    r"[^\S\n]+(?:[a-z]{2,}(?<!e)ed|says|told|wrote|sent|came|brought|rang|said|is|was|has|had|made|gave|took|went"
    r"|sat|sang|ate|drank|drove|lent|left|lost|met|saw|read|ran|rode|sold|spoke|stood|swam|taught|thought|threw"
    r"|wore|won|began|bought|broke|built|caught|chose|cut|did|drew|fell|felt|fought|found|flew|forgot|got|grew"
    r"|heard|held|hid|kept|knew|led|let|paid|put|slept|spent|swept|understood|wept|woke)\b"
)
_ACTS = rf"(?:{_DID}|[^\S\n]+(?:&|and\b)[^\S\n]|:[^\S\n]|,[^\S\n]+[^\W\d_a-z])"
"""What follows the first word of a sentence that is a name: what they did, another one, a colon."""

_THINGS = """
alarm baby band beach beer boat bread bus cake call card cards cat chair chat child choir class coffee
dance day dinner doctor dog door everybody everyone everything family father fire fish food game garden
guests hair hand heart home house kids lamp letter life light line list lunch mail market meal meat milk
mind money mood mother movie music neighbour news night nobody noise nothing nurse paint paper party pasta
people phone photo radio rain road room salad sauna school sister sleep snow sofa somebody someone
something soup store storm story table talk tears time train tree walk water weather wedding wind wine
woman work
"""
_TO_WHOM = r"(?:\bwith|\bw/?|\b(?:met|rang|called|phoned|texted|messaged|visited|told|hugged))\s\Z"
_IN_TOUCH = r"\s(?:(?:video )?calls?|called|rang|phoned|texted|txt|wrote|came|video)\b"
_NEAR = 12
_BESIDE = r"[^\S\n][^\W\d_a-z][\w'’-]+"


class Slip(NamedTuple):
    """A name as it was `written`, the `person` who was perhaps meant, and what they are called `instead`."""

    written: str
    person: Acquaintance
    instead: str

    @property
    def said(self) -> str:
        """``Kenij: did you mean Kenji Sato?``"""
        return f"{self.written}: did you mean {self.person.name}?"

    def place_in(self, line: str) -> tuple[int, int] | None:
        """Where in the `line` of the text it stands, for `instead` to be put there; None if it does not."""
        for token in scan(line):
            if token.kind in ("word", "named") and self.written in token.value.split():
                start = line.index(self.written, token.start)
                return start, start + len(self.written)
        return None


def slip_in(
    text: str, people: Acquaintances, present: Mapping[str, str], new: Collection[str] = ()
) -> Slip | None:
    """The first name in `text` that is nobody's and nearly the first name or nickname of one person.

    `present` are the names by id of those who took part; of these the `new` ones (ids) came into the journal
    with the text. A name counts with four letters or more and its capital: where a sentence begins only if
    what they did comes next, and never beside a surname that is not theirs. In small letters it counts where
    hardly anything but a name can stand (`small_strangers`), and if two of its letters changed places where
    somebody is meant: dinner w raosrio. Nobody at rest is brought up.
    """
    known = {word for id, name in present.items() if id not in new for word in words(fold(name))}
    asked = {one.word: one for one in islice(_names_of_nobody(text[:_REACH], known, people), _MOST)}
    if not asked:
        return None
    near = {
        word: {slip for slip in one_slip(word) if _is_likely(slip, word)} if one.is_name else _swapped(word)
        for word, one in asked.items()
    }
    found = people.answering_to({*asked, *(slip for slips in near.values() for slip in slips)})
    others = [one for one in found if one.id not in new]
    for word, (_, written, surname, _) in asked.items():
        if any(word in _words_of(one) for one in others):
            continue
        meant = [one for one in others if not near[word].isdisjoint(_called(one))]
        if len(meant) == 1 and surname <= _words_of(meant[0]):
            [person] = meant
            instead = next(name for key, name in _called(person).items() if key in near[word])
            return None if person.id in present or person.rest else Slip(written, person, instead)
    return None


class _Nobody(NamedTuple):
    """What may be a first name: folded, as written, the words of the surname after it, and whether hardly
    anything but a name can be meant.
    """

    word: str
    written: str
    surname: set[str]
    is_name: bool


def _names_of_nobody(text: str, known: Collection[str], people: Acquaintances) -> Iterator[_Nobody]:
    """What may be a first name and is none of the `known` words."""
    for token in without_genitives(text, tuple(scan(text)), people):
        if token.kind != "word":
            continue
        is_name = is_small_name(text, token)
        is_small = is_name or (token.value.islower() and _is_small_name(text, token.start, token.end))
        if not is_small and (token.value.isupper() or not token.value[0].isupper()):
            continue
        folded = words(fold(token.value))
        if len(folded) != 1 or not slips_allowed(folded[0]) or folded[0] in known or folded[0] in EVERYDAY:
            continue
        if is_small:
            yield _Nobody(folded[0], token.value, set(), is_name)
            continue
        before = text[: token.start].rstrip(" \"'“”‘(")
        if _is_surname(before):
            continue
        is_first = not before or before.endswith(_STARTS)
        if is_first and (folded[0] in _THINGS.split() or not re.match(_ACTS, text[token.end :])):
            continue
        surname = re.match(_BESIDE, text[token.end :])
        yield _Nobody(
            folded[0], token.value, set(words(fold(surname[0]))) if surname else set(), is_name=True
        )


def _is_small_name(text: str, start: int, end: int) -> bool:
    """Whether somebody is meant by a word in small letters from `start` to `end`."""
    if end - start <= _SHORTEST:
        return False
    before = text[max(start - _NEAR, 0) : start]
    return bool(re.search(_TO_WHOM, before) or (not text[:start].strip() and re.match(_IN_TOUCH, text[end:])))


def _swapped(word: str) -> set[str]:
    """The words of which two letters beside each other changed places in `word`."""
    pairs = range(len(word) - 1)
    return {f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in pairs} - {word}


def _is_surname(before: str) -> bool:
    """Whether a word goes on with the name that ends `before`, which begins no sentence: with Bo Lind."""
    earlier, _, last = before.rpartition(" ")
    is_name = last[:1].isupper() and last[-1:].isalpha() and earlier and not earlier.endswith(_STARTS)
    return last in PARTICLES or bool(is_name)


def _is_likely(slip: str, word: str) -> bool:
    """Whether `word` may well be meant for `slip`: of four letters another one makes another name.

    Three letters count where the last one, a vowel, is held too long: Evaa is Eva, but Anna is not Ana.
    """
    if len(slip) < _SHORTEST:
        return word == slip + slip[-1] and slip[-1] in "aeiou"
    is_other_letter = len(slip) == len(word) and sorted(slip) != sorted(word)
    return not (is_other_letter and len(word) == _SHORTEST)


def _words_of(person: Acquaintance) -> set[str]:
    return {word for name in (person.name, *person.nicknames) for word in words(fold(name))}


def _called(person: Acquaintance) -> dict[str, str]:
    """The words that somebody is called by alone, by how they are folded."""
    alone = (given_name(person.name), *person.nicknames)
    return {found[0]: name for name in alone if len(found := words(fold(name))) == 1}
