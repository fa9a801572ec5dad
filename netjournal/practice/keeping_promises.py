"""Which promise an entry reads like the keeping of (reflection.md §2.5).

| promised                    | kept by                                                              |
|-----------------------------|----------------------------------------------------------------------|
| bring her the rosemary      | brought Maria rosemary: two of three words of what was promised      |
| draw the window frames      | brought Elif the frames: the thing itself went from hand to hand     |
| pay half                    | Vogt paid, all of it: done is done, whatever of; not: has not paid   |
| tell her                    | told her yes: there is no more to it than the deed                   |
| send her the keel plan      | nothing: lunch, we spoke of the keel                                 |
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import dropwhile
from typing import NamedTuple

from netjournal.language.folding import fold, words
from netjournal.model import Interaction

_SMALL_WORDS = """
a an the of to for by with and or in on at about from her him them his their my our me it some back up s
next time soon again w n abt
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that tell nothing of what was promised."""

_WHO_WILL_WORDS = """
he she they i we will shall would is are am going to hell shell theyll ill well hed shed theyd id hes shes
theyre im
"""
_WHO_WILL = frozenset(_WHO_WILL_WORDS.split())
"""Words before the verb, as they are folded: she sends, he'll send."""

_PAST_WORDS = """
paid:pay brought:bring sent:send gave:give drew:draw drawn:draw made:make built:build wrote:write told:tell
found:find took:take lent:lend bought:buy sang:sing met:meet saw:see came:come went:go did:do done:do
taught:teach sold:sell held:hold kept:keep read:read cut:cut knew:know left:leave lost:lose spoke:speak
got:get chose:choose sewn:sew knit:knit woven:weave grew:grow fed:feed shown:show thought:think
wove:weave written:write given:give
"""
_PAST = dict(word.split(":") for word in _PAST_WORDS.split())
_HANDED = frozenset(
    ("bring", "giv", "deliver", "hand", "show", "send", "tak", "finish", "drop", "post", "return", "lend")
)
"""What is done with a thing that is ready, in its stem."""

_WHATEVER = frozenset(("pay", "decid", "choos", "apologis", "apologiz", "sign"))
"""What is done whatever it is done with."""

_SAID = frozenset(("tel", "answer", "reply"))
"""What is done by saying it, where no more was promised, in its stem."""

_ONLY_SAID = frozenset(
    ("ask", "tell", "talk", "speak", "discus", "think", "call", "visit", "invit", "meet", "see")
)
"""After these a thing is but what is spoken of, or where one goes."""

_GOES_ON = frozenset(
    ("for", "to", "about", "with", "of", "from", "in", "at", "on", "by", "and", "because", "so", "when")
)
_DENIED = frozenset(
    (
        "not",
        "never",
        "didnt",
        "hasnt",
        "havent",
        "wasnt",
        "nothing",
        "no",
        "if",
        "whether",
        "without",
        "until",
    )
)
_NEAR = 3
"""Words before a deed in which it may be denied."""

_SHORTEST = 3
"""Letters that a stem has at least."""

_VOWELS = frozenset("aeiouy")
_ALL_OF_IT, _THE_THING, _THE_DEED = 3, 2, 1


class Likeness(NamedTuple):
    """How much an entry reads like the keeping of a promise, to compare; 0 for not at all.

    `is_plain` if two of three words of what was promised stand in it.
    """

    degree: float = 0
    is_plain: bool = False


def keeping(entry: Interaction) -> Callable[[str], Likeness]:
    """Tells how much an entry reads like the keeping of what was promised (folded)."""
    told = words(fold(" ".join((entry.text, *entry.gave, *entry.got))))
    said, stems = set(told), set(map(_stem, told))
    done = {
        _stem(word)
        for number, word in enumerate(told)
        if _is_past(word) and _DENIED.isdisjoint(told[max(number - _NEAR, 0) : number])
    }

    def likeness(promised: str) -> Likeness:
        verb, rest = _deed(words(promised), said)
        meant = {_stem(word) for word in rest if word not in _SMALL}
        share = len(meant & stems) / len(meant) if meant else 0
        if 3 * share >= 2:
            return Likeness(_ALL_OF_IT + share + (verb in stems), is_plain=True)
        if _thing(rest) in stems and not _HANDED.isdisjoint(done) and verb not in _ONLY_SAID:
            return Likeness(_THE_THING + share)
        if verb in done & _WHATEVER or (not meant and verb in done & _SAID):
            return Likeness(_THE_DEED + share)
        return Likeness()

    return likeness


def _deed(promised: Sequence[str], said: Collection[str]) -> tuple[str, Sequence[str]]:
    """The stem of the verb and the words after it: the date, of *she sends the date*, and of *Noe sends the
    date* of a Noe."""
    rest = list(dropwhile(_WHO_WILL.__contains__, promised))
    at = 1 if len(rest) > 2 and rest[0] in said else 0
    return _stem(rest[at]) if rest else "", rest[at + 1 :]


def _thing(rest: Sequence[str]) -> str:
    """The stem of what is promised: the frames, of *the window frames for the church*; empty for nothing."""
    end = next((number for number, word in enumerate(rest) if number and word in _GOES_ON), len(rest))
    named = [word for word in rest[:end] if word not in _SMALL]
    return _stem(named[-1]) if named else ""


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > len("need"))


def _stem(word: str) -> str:
    """A word without its ending, so that brings, bringing and brought are one."""
    word = _PAST.get(word, word)
    if word.endswith(("ies", "ied")):
        word = f"{word[:-3]}y"
    rest = word.removesuffix("ing" if word.endswith("ing") else "ed")
    if rest != word and len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest):
        word = rest
    elif not word.endswith("ss"):
        word = word.removesuffix("s")
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
