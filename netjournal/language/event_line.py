"""A line about somebody met at an event, in as few signs as one has hands for (issue 5 §3).

``Ines, boat builder; card; > send her the keel plan by friday``: first who, then anything, a semicolon
between. ``card``, after a comma too, is a card that one got; ``>`` begins what one promised, ``<`` what they
did. Everything that a line of the journal understands is understood here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from netjournal.language.capture import Capture, Known, Newcomer, capture
from netjournal.language.cards import is_card
from netjournal.language.days.dates import split_dated
from netjournal.language.event_elsewhere import is_elsewhere
from netjournal.language.event_moods import is_mood
from netjournal.language.folding import fold
from netjournal.language.names.everyday import EVERYDAY, PARTICLES
from netjournal.language.names.phrases import given_name
from netjournal.language.promises.signs import promise_signs
from netjournal.language.tokens import QUOTES, quoted, readable, scan
from netjournal.model import Acquaintances, Event

_NONE_CHOSEN: Mapping[int, str] = {}
_PART = re.compile(r'(?:"(?:\\.|[^"\\])*"|[^;])+')
_QUOTED = re.compile(rf"[{QUOTES}]\s*([^\W\d_][^{QUOTES}\\\n]*)[{QUOTES}]")
_ENDS_NAME = re.compile(r"\s*(?:$|[,:(—–])")
_HEAD = re.compile(r"[^,:(—–]*")
_AGED = re.compile(
    r"(?:old|young|little)\s+(?=@|[^\W\d_a-z])|(?i:old|young|little)\s+(?=(?i:mrs?|ms|miss|dr)\b\.?\s+\w)"
)
"""What stands before a name and is none of it: old Mrs Wrona."""

_GO_ON = r"(?i:(?:oh|ah|and|also|then|plus|next|finally)\b,?\s+)+(?=\S)"
_NAMELY = (
    r"(?i:(?:(?:her|his|their|the|first|last)\s+)*name(?:\s*[?:]+|\s+(?:is|was)\b)\s*"
    r"(?:(?:maybe|perhaps|probably)\s+)?)(?=[^\W\d_])"
)
_PERHAPS = r"(?i:(?:[\w'’-]+\s+){1,5}(?:called|named)|maybe|perhaps|probably|i think)\s+(?=[^\W\d_a-z])"
_I_THINK = r"(?i)\s+(?:i (?:think|guess|believe)|maybe|perhaps|probably|or (?:so|similar|something))\s*\Z"
_DOUBT = "?!"
_IN_BRACKETS = (
    r"(\s*\([^()]*\))\s*(?:(?:,\s*)?(?:and|&|\+|und|et|y|e)\s+|,\s*(?=[^\W\d_a-z][^,;()]{0,40}\([^()]*\)))"
)
_MEETING = (
    r"(?i:met|(?:talked|spoke|chatted) (?:to|with)|(?:sat|stood) (?:with|next to|beside|by)|with)\s+"
    r"(?=[^\W\d_a-z]|(?:frau|herr|mrs?|ms|dr|prof)\b|(?:the|an?|my|our|his|her|old|young)\b.*[^\W\d_a-z])"
)
_WHOSE = r"(?:the|an?|my|our|his|her|their|[^\W\d_a-z]\w*['’]s?)"
_WORK = (
    rf"{_WHOSE}\s+(?:[a-z]+\s+)?(?!(?:water|paper|river|number|corner|dinner|letter|computer|order|tower)\b)"
    r"[a-z]*(?:er|or|ist|ian|man|woman|smith|wright|nurse|chef|cook|vet|judge|priest|monk|clerk|guide|architect"
    r"|neighbour|friend|colleague|cousin|wife|husband|son|boss|apprentice|assistant)"
    r"\s+(?:(?:called|named)\s+)?(?=[^\W\d_a-z])"
)
_TITLED = r"(?:the|an?)\s+(?=(?i:frau|herr|mrs?|ms|miss|dr|prof|mme)\b)"
_TITLES = frozenset(("frau", "herr", "mr", "mrs", "ms", "dr", "prof", "mme", "madame", "señor", "señora"))

_AND = frozenset(("and", "&", "+", "und", "et", "y", "e"))
_PROMISES = {">": "promise", "<": "promised"}
_NO_NAMES = frozenset(
    (
        *("a", "an", "the", "i", "we", "he", "she", "they", "it", "my", "our", "someone", "with"),
        *("met", "saw", "talked", "spoke", "chatted", "had", "said", "hello", "hi"),
    )
)
_READ = 40_000
"""Letters that are looked through here: spelt out they are more, and have to be read as a whole."""

_IN_HASTE = 2
"""Words of a name that is typed all in small letters."""


def capture_at(
    event: Event,
    day: date,
    line: str,
    now: datetime,
    people: Acquaintances,
    *,
    chosen: Mapping[int, str] = _NONE_CHOSEN,
    company: Known | None = None,
) -> Capture:
    """Understand `line` as said at `event` on its `day`, whose name, place and channel are filled in.

    Whom it begins with took part, and who is named with an ``@``; others are only spoken of. A line that
    names a day outside of it, or another channel, with ``via:`` or in the words it begins with, is read as
    any other line. `chosen` and the positions in what is `unclear` are of this reading. Raises Misused.
    """
    moment, rest = split_dated(line, now, "past")
    read = readable(rest, _READ)
    if (moment is not None and not event.since <= moment.date <= event.by) or _is_elsewhere(event, read):
        return capture(line, now, people, chosen=chosen, company=company)
    begin = line[: len(line.rstrip()) - len(rest)] if moment else ""
    said = spelt_out(read, who=not company)
    found = capture(begin + said + rest[len(read) :], now, people, chosen=chosen, company=company)
    is_dated = found.dated and (moment is not None or found.date != now.date())
    if is_dated and not event.since <= found.date <= event.by:
        return capture(line, now, people, chosen=chosen, company=company)
    if met := _met_in(said):
        who = capture(met, now, people, chosen=chosen, company=company)
        there = tuple(person for person in who.who if not _is_absent(person, found))
        found = replace(found, who=there, unclear=who.unclear, absent=found.absent if "@" in read else ())
    if found.is_empty:
        return found
    tags = found.tags if fold(event.tag) in map(fold, found.tags) else (*found.tags, event.tag)
    return replace(
        found,
        date=found.date if is_dated else day,
        channel="event",
        tags=tags,
        place=found.place or event.place,
    )


def spelt_out(line: str, *, who: bool = True) -> str:
    """The line as it would be written anywhere else, with an ``@`` before `who` it begins with."""
    words: list[str] = []
    later: list[str] = []
    signs: list[str] = []
    parts = [part for match in _PART.finditer(line) if (part := match[0].strip())]
    for number, part in enumerate(parts):
        if part[:1] in _PROMISES and part[1:].strip():
            signs.append(f"{_PROMISES[part[0]]}:{quoted(part[1:])}")
        else:
            told, promised = _before_promises(part)
            later += [promised] if promised else []
            words_of, card = _without_card(told)
            signs += card
            if words_of:
                words.append(_named(words_of, is_all=len(parts) == 1) if who and number == 0 else words_of)
    return " ".join(("; ".join(words), *later, *signs)).strip()


def _met_in(said: str) -> str:
    """The names with an ``@``, where the line begins with one."""
    tokens = [token for token in scan(said) if token.kind == "named" or token.key == "@"]
    names = (said[token.start : token.end] for token in tokens)
    begins = _AGED.sub("", said, count=1).startswith("@")
    return " ".join(f"@{name.lstrip('@')}" for name in names) if begins else ""


def _is_absent(person: Known | Newcomer, found: Capture) -> bool:
    """Whether the whole line, as `found`, says that a `person` it begins with was not there."""
    if isinstance(person, Newcomer):
        return person in found.absent
    named = {one.name for one in found.who}
    named.update(one.name for mention in found.unclear for one in mention.candidates)
    return given_name(person.name) not in map(given_name, named)


def _before_promises(part: str) -> tuple[str, str]:
    """A part up to the sign of the first promise in it, and what follows from there."""
    first = next(promise_signs(part), None)
    return (part, "") if first is None else (part[: first.start()], part[first.end("before") :])


def _without_card(part: str) -> tuple[str, list[str]]:
    """A part without the card that it ends in, if it does, and the sign for that."""
    words, comma, last = part.rpartition(",")
    return (words if comma else "", ["got:card"]) if is_card(last) else (part, [])


def _is_elsewhere(event: Event, text: str) -> bool:
    """Whether it says another channel: in its sign, or else in its words if it has not the event's tag."""
    tokens = tuple(scan(text))
    channels = [token.value for token in tokens if token.kind == "key" and token.key == "via"]
    if channels:
        return fold(channels[-1]) != "event"
    is_tagged = any(token.kind == "tag" and fold(token.value) == fold(event.tag) for token in tokens)
    return not is_tagged and is_elsewhere(text)


def _named(part: str, *, is_all: bool, more_at_most: int = 8) -> str:
    """The first part with the names that it begins with marked as such; `is_all` if nothing follows it.

    After a bracket `more_at_most` others are looked for.
    """
    if any(token.key == "@" or token.kind in ("named", "plain") for token in scan(part)):
        return part
    if (quotes := _QUOTED.match(part)) and _is_quoted_name(quotes[1], part[quotes.end() :]):
        return f"@{quoted(quotes[1])}{part[quotes.end() :]}"
    begin, is_asked = _begin_of_name(part)
    head = _HEAD.match(part, begin)
    assert head is not None
    names, rest = _who(head[0].split(), is_all=is_all and not is_asked and head.end() == len(part))
    if not names:
        return part
    marked = " and ".join(map(_marked, names))
    space = head[0][len(head[0].rstrip()) :]
    after = part[head.end() :]
    if not rest and more_at_most and (more := re.match(_IN_BRACKETS, after)):
        others = _named(after[more.end() :], is_all=False, more_at_most=more_at_most - 1)
        after = after[: more.end()] + others
    return part[:begin] + " ".join((marked, *rest)) + space + after


def _marked(name: str) -> str:
    """``@Ulrike?`` for Ulrike?: the doubt is none of the name."""
    sure = name.rstrip(_DOUBT)
    return f"@{quoted(sure)}{name[len(sure) :]}"


def _begin_of_name(part: str) -> tuple[int, bool]:
    """Where the name begins, after what goes on from what was said before, a meeting, an age or a trade; and
    whether it is said that it is one (name? Ulrike).
    """
    begin, is_asked = 0, False
    for opening in (_GO_ON, _MEETING, _NAMELY, _PERHAPS):
        if found := re.compile(opening).match(part, begin):
            begin, is_asked = found.end(), is_asked or opening is _NAMELY
    for before in (_AGED, _WORK, _TITLED):
        if found := re.compile(before).match(part, begin):
            return found.end(), is_asked
    return begin, is_asked


def _is_quoted_name(words: str, after: str) -> bool:
    """Whether quotes that a line begins with are around a name, and not around what somebody said."""
    names = words.split()
    if not _is_capitalised(names[0]):
        return False
    return len(list(_name(names))) == len(names) or _ENDS_NAME.match(after) is not None


def _who(words: Sequence[str], *, is_all: bool) -> tuple[list[str], Sequence[str]]:
    """The names that `words` begin with, and the words after them.

    In small letters, as one types in haste, one short name before a comma, one word that is all there is, or
    a last name after its title.
    """
    titles = next((at for at, word in enumerate(words) if word.rstrip(".") not in _TITLES), 0)
    if titles and words[titles].isalpha() and fold(words[titles]) not in _AND:
        return [" ".join(map(str.capitalize, words[: titles + 1]))], words[titles + 1 :]
    sure = words if is_all else re.sub(_I_THINK, "", " ".join(words)).split()
    plain = [word.rstrip(_DOUBT) for word in sure]
    if 0 < len(sure) <= (1 if is_all else _IN_HASTE) and all(
        word.islower() and word.isalpha() for word in plain
    ):
        is_none = (
            fold(plain[0]) in EVERYDAY or fold(plain[0]) in _NO_NAMES or is_mood(plain, is_in_haste=True)
        )
        return ([], words) if is_none else ([" ".join(map(str.capitalize, sure))], words[len(sure) :])
    names: list[str] = []
    left = words
    while (name := list(_name(left))) and not is_mood(name):
        names.append(" ".join(name))
        left = left[len(name) :]
        if len(left) < 2 or fold(left[0]) not in _AND or not list(_name(left[1:])):
            break
        left = left[1:]
    return names, left


def _name(words: Sequence[str]) -> Iterator[str]:
    """The words of a name that `words` begin with: capitalised, with de or van between them.

    Of Anders' wife he is no part.
    """
    if not words or fold(words[0]) in _NO_NAMES:
        return
    if len(words) > 1 and words[0].endswith(("'", "’", "'s", "’s")):
        return
    for number, word in enumerate(words):
        is_between = word in PARTICLES and any(_is_capitalised(one) for one in words[number + 1 : number + 3])
        if not (_is_capitalised(word) or (is_between and number)):
            return
        yield word
        if word[-1] in _DOUBT:
            return


def _is_capitalised(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()
