"""Whether one was in one place with somebody, where no cue tells a channel (issue 2 §3).

Nothing is looked for but who stands beside oneself in the line; what was done may be anything. Open stays
whatever may have been from afar (a word of writing or calling stands in the line; one only talked, agreed or
argued), is planned or denied, or was done by others.

| in the line                                        | in one place                                |
|----------------------------------------------------|---------------------------------------------|
| padel with Ada; food bank w/ Ada; sat up with Ada  | yes: with them                              |
| argued with Ada; trouble with Ada; 1:1 with Ada    | open                                        |
| hiking with Ada tomorrow; Bo went sailing with Ada | open                                        |
| fondue at Ada's; jam from Ada's; cards at mine, Ada won | yes, open, yes: a home                 |
| Ada & me round the lake; Ada and I got lost        | yes; but Ada and I talked                   |
| pizza night: Ada, Bo; pub, Ada & Bo                | yes: what, and who                          |
| choir again. Ada was glad                          | yes: what many do in one place              |
| saw Ada; Ada was here; gave Ada a jar              | yes; but saw Ada on TV, gave Ada advice     |
| talked to Ada at the bar; Ada at the club          | yes: a place                                |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from netjournal.language import beside_words as known
from netjournal.language.channel_cues import SOMEBODY

ELSEWHERE = "\ufffb"
"""Stands for each name of somebody who took no part."""

_REACH = 600
_TOKENS = rf"{SOMEBODY}|{ELSEWHERE}|w/|\d+[.:]\d+|['’]s\b|[\w-]+(?:['’](?!s\b)\w+)?|[^\s\w]"
_NAMES = (SOMEBODY, ELSEWHERE)
_THEIRS = ("'s", "’s", "'", "’")
_STOPS, _PAUSES = frozenset(".!?;"), frozenset(",:()[]–—>=")
_JOINS = frozenset(("and", "&", "+", "n", "/", ",", "or"))
_LINKS = frozenset("and then but so while because when after before until till as where although".split())
_US = frozenset("i me we us i'm i’m we're we’re our my".split())
_SMALL = frozenset("a an the my our his her their old dear uncle aunt both".split())
_INTO = frozenset("from to for of about by on in at that who which how if because without so".split())
_WITH = ("with", "w/", "w")
_TO_ME = frozenset("of about for to between told gave asked from with".split())
_LITTLE = frozenset("also just then later both all even still again finally too".split())
_NEXT_TO = frozenset("opposite between beside behind next".split())
_GLAD = frozenset("good great nice lovely joy happy glad pleasure wonderful".split())
_ABOUT = frozenset("about that how is are has".split())
_SHORT = 5
"""Words that say what was done, and no more."""

_AGAIN = frozenset(("", "again", "here", "over", "round", "around", "at", "today", "after"))
_HELD = known.TALKS | known.AFFAIRS
_DENIED = known.MEANS | known.WITHOUT_US | known.TO_COME


def is_beside(text: str) -> bool:
    """Whether `text` tells that one was in one place with SOMEBODY, each of whom took part.

    ELSEWHERE stands in it for the names of those who did not.
    """
    tokens = re.findall(_TOKENS, text[:_REACH].lower().replace("\n", ". "))
    if any(_is_afar(tokens, number) for number, token in enumerate(tokens) if token in known.AFAR):
        return False
    sentences = [_Sentence(words) for words in _sentences(tokens)]
    return any(map(_Sentence.is_gathering, sentences)) or any(
        one.is_beside() for one in sentences if SOMEBODY in one.words
    )


def _is_afar(tokens: Sequence[str], number: int) -> bool:
    """Whether the word of writing or calling is not only of what is to come."""
    return known.MEANS.isdisjoint(tokens[max(number - 3, 0) : number])


def _sentences(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for number, token in enumerate((*tokens, ".")):
        if token in _STOPS:
            if number > start:
                yield tokens[start:number]
            start = number + 1


class _Sentence:
    """The `words` and signs of one sentence, a name each one letter."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        said = " ".join(words) if "next" in words or "ago" in words else ""
        self._is_ahead = "years ago" in said or ("next" in words and "next to" not in said)

    def is_beside(self) -> bool:
        """Whether one of its words tells that one was beside SOMEBODY."""
        words = self.words
        for number, word in enumerate(words):
            if word in _WITH:
                is_so = self._is_with(number)
            elif word in _NAMES:
                is_so = self._is_home(number) or self._did(number) or self._is_beside_me(number)
            else:
                is_so = self._is_word(word, number)
            if is_so:
                return True
        return self._is_listed()

    def _is_word(self, word: str, number: int) -> bool:
        """Whether the `word`, which is no name, tells so by what stands around it."""
        if word in known.MET:
            return self._is_met(number)
        if word in _NEXT_TO:
            return self._is_seat(number)
        if word in ("see", "have"):
            return self._is_seen_again(number)
        if word == "to":
            return self._is_given(number)
        if word in ("over", "round", "around"):
            return self._is_guest(number)
        is_place = word in known.PLACES or word in known.AT_HOME or word in known.MY_HOME
        return is_place and self._is_place(number)

    def is_gathering(self) -> bool:
        """Whether it begins with what many do in one place."""
        names = [number for number, word in enumerate(self.words) if word in _NAMES]
        head = self.words[: names[0]] if names else self.words
        if not 0 < len(head) <= _SHORT or known.GATHERINGS.isdisjoint(head) or head[-1] in _INTO:
            return False
        told = self.words[len(head) + 1 :]
        return self._is_plain(self.words) and _HELD.isdisjoint(head) and known.ONGOING.isdisjoint((*head, *told[:1]))

    def _is_with(self, number: int) -> bool:
        """Whether somebody stands after the ``with``, and what is before it was done with them."""
        who = self._after(number)
        if who is None:
            return False
        start = self._pause(number)
        if start == number and number:
            start = self._pause(number - 1)
        before = self.words[start:number]
        return bool(before) and self._is_ours(before, start) and self._is_done(before)

    def _after(self, number: int) -> int | None:
        """Where somebody stands near after the word, themselves and not something of theirs."""
        for who in range(number + 1, min(number + 6, len(self.words))):
            word = self.words[who]
            if word == SOMEBODY:
                return None if self._at(who + 1) in _THEIRS else who
            if word in _INTO or (word in _PAUSES and word not in _JOINS) or word in _HELD:
                return None
        return None

    def _is_done(self, before: Sequence[str]) -> bool:
        """Whether the words `before` a ``with`` are of something done, and not of an affair."""
        clause = before[max((n + 1 for n, word in enumerate(before[:-1]) if word in _LINKS), default=0) :]
        last = clause[-1]
        is_up = last in ("up", "on", "out") and not known.OPEN_UP.isdisjoint(clause)
        return last not in known.STATES and not is_up and _HELD.isdisjoint(clause)

    def _is_ours(self, before: Sequence[str], start: int) -> bool:
        """Whether the words `before` something, from `start`, are plain and tell of no deed of others."""
        rest = self.words[start + len(before) :]
        if known.ONGOING.intersection(rest[:6]) and rest and any(w in known.ONGOING and n and rest[n-1] in _NAMES for n, w in enumerate(rest[:6])):
            return False
        if not self._is_plain(before) or not known.WITHOUT_US.isdisjoint(rest) or not known.TO_COME.isdisjoint(rest):
            return False
        if not _US.isdisjoint(before):
            return True
        first = next((word for word in before if word not in _LINKS), "")
        return first not in _NAMES and known.OTHERS.isdisjoint(before)

    def _is_plain(self, words: Collection[str]) -> bool:
        """Whether nothing in `words` is planned, denied or called off."""
        return _DENIED.isdisjoint(words) and not self._is_ahead

    def _is_home(self, number: int) -> bool:
        """Whether one was at somebody's: fondue at Ada's, but not a look at Ada's draft."""
        before = self._at(number - 1)
        if before in _SMALL:
            number, before = number - 1, self._at(number - 2)
        here = number if self.words[number] in _NAMES else number + 1
        if before not in ("at", "round", "from") or self._at(here + 1) not in _THEIRS:
            return False
        start = self._pause(number)
        told = self.words[start : number - 1]
        if before == "from" and "picked" not in told and "collected" not in told:
            return False
        is_seen = self._at(number - 2) in known.LOOKED or self._at(here + 2) in known.THINGS
        return not is_seen and self._is_ours(told, start) and known.AFFAIRS.isdisjoint(told)

    def _did(self, number: int) -> bool:
        """Whether what somebody who begins a clause did was done beside one: Ada was here, Ada dropped in."""
        if self.words[number] != SOMEBODY or not self._begins(number):
            return False
        at = number + 1
        while self._at(at) in _JOINS or self._at(at) in _NAMES or self._at(at) in _LITTLE:
            at += 1
        verb, rest = self._at(at), self.words[at + 1 : min(at + 5, self._next_pause(at))]
        if not self._is_plain((verb, *rest)):
            return False
        if verb in ("here", "there", "was", "were", "over", "round", "is", "are"):
            return self._is_here(at)
        following = known.DID.get(verb)
        if following is None or (self._at(at + 1) or ".") not in following and not (
            "." in following and self._at(at + 1) in _PAUSES
        ):
            return False
        is_open = not known.NOT_AFTER.get(verb, frozenset()).isdisjoint(rest)
        return not is_open and (verb == "came" or known.ABSTRACT.isdisjoint(rest))

    def _is_here(self, at: int) -> bool:
        """Whether the word `at` which somebody's verb stands goes on to say that they were here."""
        word = self._at(at)
        if word in ("was", "were", "is", "are"):
            at += 1 + (self._at(at + 1) in _LITTLE)
            word = self._at(at)
            if word not in ("here", "round", "over"):
                return False
        after = self._at(at + 1)
        return after in ("", "for", "at", "again", "too", "ours", "mine", "all", "with", "today") or after in _PAUSES

    def _begins(self, number: int) -> bool:
        """Whether the name begins a clause."""
        before = self._at(number - 1) if number else ""
        return not before or before in _PAUSES or before in _LINKS

    def _is_beside_me(self, number: int) -> bool:
        """Whether it stands in a list with oneself, of those who did something: Ada and I got lost."""
        start, end = number, number + 1
        while start and (self.words[start - 1] in _JOINS or self._is_one(start - 1)):
            start -= 1
        while end < len(self.words) and (self.words[end] in _JOINS or self._is_one(end)):
            end += 1
        start, end = start + (self.words[start] == ","), end - (self.words[end - 1] == ",")
        run = self.words[start:end]
        if "i" not in run and "me" not in run or SOMEBODY not in run or len(run) == len(self.words):
            return False
        if self._at(end) in _THEIRS or (start and self.words[start - 1] in _TO_ME):
            return False
        told = self.words[end : self._next_pause(end)]
        before = self.words[self._pause(start) : start]
        verb = self._at(end) if told else ""
        return (
            verb not in known.PRESENT
            and self._is_plain((*before, *told))
            and _HELD.isdisjoint((*before, *told))
            and known.OTHERS.isdisjoint(before)
        )

    def _is_one(self, number: int) -> bool:
        return self.words[number] in _NAMES or self.words[number] in ("i", "me")

    def _is_met(self, number: int) -> bool:
        """Whether somebody stands right after what is done to whoever is there: saw Ada, gave Ada a jar."""
        who = number + 1 + (self._at(number + 1) in _SMALL)
        if self._at(who) != SOMEBODY or self._at(who + 1) in _THEIRS:
            return False
        following = known.MET[self.words[number]]
        rest = self.words[who + 1 : who + 6]
        if (following and self._at(who + 1) not in following) or not known.SEEN_AFAR.isdisjoint(rest):
            return False
        if self.words[number] == "across" and self._at(number - 1) not in ("came", "ran"):
            return False
        start = self._pause(number)
        return self._is_ours(self.words[start:number], start) and known.ABSTRACT.isdisjoint(rest[1:] if not following else rest)

    def _is_seat(self, number: int) -> bool:
        """Whether one sat, stood or walked next to somebody."""
        who = self._after(number)
        start = self._pause(number)
        before = self.words[start:number]
        return who is not None and not known.SEATED.isdisjoint(before) and self._is_ours(before, start)

    def _is_seen_again(self, number: int) -> bool:
        """Whether it was good to see somebody."""
        if self._at(number + 1) != SOMEBODY or self._at(number - 1) != "to" or self._at(number + 2) in _THEIRS:
            return False
        start = self._pause(number)
        before = self.words[start:number]
        after = self._at(number + 2)
        is_there = after in _AGAIN or after in _PAUSES or after in _JOINS
        return is_there and not _GLAD.isdisjoint(before) and self._is_ours(before, start)

    def _is_given(self, number: int) -> bool:
        """Whether something went from hand to hand: gave it to Ada."""
        start = self._pause(number)
        before = self.words[start:number]
        if self._at(number + 1) != SOMEBODY or self._at(number + 2) in _THEIRS:
            return False
        is_given = "gave" in before or "handed" in before
        return is_given and known.ABSTRACT.isdisjoint(before) and self._is_ours(before, start) and "ward" not in before

    def _is_guest(self, number: int) -> bool:
        """Whether one had somebody over."""
        at = number - 1
        while self._at(at) in _JOINS or self._at(at) in _NAMES or self._at(at) in _LITTLE:
            at -= 1
        start = self._pause(number)
        return (
            SOMEBODY in self.words[at + 1 : number]
            and self._at(at) == "had"
            and self._is_ours(self.words[start : at + 1], start)
        )

    def _is_place(self, number: int) -> bool:
        """Whether a place where one is stands beside somebody: talked to Ada at the bar, Ada at mine."""
        start = number - 1
        while start >= 0 and number - start < 4 and self.words[start] not in known.AT:
            start -= 1
        if start < 0 or self.words[start] not in known.AT or not self._is_whose(number, start):
            return False
        begin, end = self._pause(start), self._next_pause(number)
        if self.words[number] in known.AT_HOME and SOMEBODY not in self.words[begin:end]:
            begin, end = 0, len(self.words)
        stretch = self.words[begin:end]
        if SOMEBODY not in stretch or not known.AFFAIRS.isdisjoint(stretch) or not _ABOUT.isdisjoint(stretch):
            return False
        who = begin + stretch.index(SOMEBODY)
        is_verbless = set(self.words[begin:start]) <= {*_NAMES, *_JOINS, *_LITTLE}
        if self._at(who - 1) in _INTO - {"to"}:
            return False
        return self._at(who + 1) not in _THEIRS and (
            (is_verbless and self._is_plain(stretch)) or self._is_ours(stretch, begin)
        )

    def _is_whose(self, number: int, start: int) -> bool:
        """Whether the place is one where many are, or one's own."""
        word, between = self.words[number], self.words[start + 1 : number]
        if word in known.AT_HOME:
            return not between
        return word in known.PLACES or "my" in between or "our" in between

    def _is_listed(self) -> bool:
        """Whether it says what was done, and then two or more by their names alone: pub, Ada & Bo."""
        words = self.words
        first = next(number for number, word in enumerate(words) if word in _NAMES)
        sign = words[first - 1] if first else ""
        start = self._pause(first - 1) if first else 0
        head = words[start : first - 1]
        if sign not in (":", ",", "(", "[", "-", "–") or not 0 < len(head) <= _SHORT:
            return False
        if not (self._is_plain(head) and _HELD.isdisjoint(head) and known.LISTS.isdisjoint(head)):
            return False
        end, names = first, 0
        while end < len(words) and (words[end] in _NAMES or words[end] in _JOINS or words[end] in _SMALL):
            names += words[end] == SOMEBODY
            end += 1
        return names > 1 and (end == len(words) or words[end] in _PAUSES or words[end - 1] == ",")

    def _pause(self, number: int) -> int:
        """Where the stretch without a pause begins in which the word stands."""
        return max((at + 1 for at in range(number) if self._is_pause(at)), default=0)

    def _next_pause(self, number: int) -> int:
        return next((at for at in range(number, len(self.words)) if self._is_pause(at)), len(self.words))

    def _is_pause(self, number: int) -> bool:
        """Whether the sign there is a pause, and not one between names."""
        word = self.words[number]
        if word != "," or not number or self.words[number - 1] not in _NAMES:
            return word in _PAUSES
        after = self._at(number + 1)
        return after not in _NAMES and not (after in _JOINS and self._at(number + 2) in _NAMES)

    def _at(self, number: int) -> str:
        return self.words[number] if 0 <= number < len(self.words) else ""
