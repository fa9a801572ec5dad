"""One line of what happened, understood (issue 2 §3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, Literal

import msgspec

from netjournal.errors import Misused
from netjournal.language.arguments import join_arguments
from netjournal.language.channels.telling import said_channel
from netjournal.language.company.not_among import tells_of_their_people
from netjournal.language.company.on_a_page import is_with_another
from netjournal.language.company.taking_part import taking_part
from netjournal.language.completion import Completion, complete, insertion
from netjournal.language.days.dates import Moment, split_dated, understand
from netjournal.language.days.told import told_day
from netjournal.language.folding import fold
from netjournal.language.keys import Told, details, read_via, told
from netjournal.language.names.in_text import Known, Mention, Newcomer, names_among
from netjournal.language.names.masked import HEAD, masked, signs_of
from netjournal.language.promises.signs import with_promises
from netjournal.language.prose import Piece, kept, pieces_of
from netjournal.language.shorthand import spelt_out
from netjournal.language.tokens import Token, readable, scan
from netjournal.model import Acquaintances, Channel, PartOfDay, Promise

__all__ = [
    "Capture",
    "Completion",
    "Known",
    "Mention",
    "Newcomer",
    "Span",
    "capture",
    "check",
    "complete",
    "insertion",
    "join_arguments",
]

_WILL: tuple[str, ...] = (
    "romised ",
    "ill ",
    "wil ",
    "'ll ",
    "’ll ",
    "shall ",
    " i'd ",
    " i’d ",
    " id ",
    "onna ",
    "oing to ",
)
_WILL += ("would ", "agreed ", "ffered to ", "volunteered to ")
_NONE_CHOSEN: Mapping[int, str] = {}


SpanKind = Literal["date", "person", "newcomer", "tag", "key", "unclear"]


class Span(msgspec.Struct, frozen=True):
    """A stretch of the line as typed, from `start` to `end`, and what it was understood as."""

    start: int
    end: int
    kind: SpanKind


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says, in the forms of Interaction.

    `dated` if it names a day, else it is today. `who` are those who took part, in order of mention, each
    once; whoever is only spoken of stands in `text` alone. `absent` are newcomers who are named outright and
    took no part: they are written down with it. `through` has the names of newcomers whom somebody
    introduced, with who that was. `unclear` are the mentions of which nothing tells
    whom they mean, each name once; they are not in `who`. Positions in
    `unclear` and `spans` are offsets in the line. `unread` letters at its end are kept as they are: no names
    and signs were looked for in them.
    """

    date: date
    at: datetime | None = None
    zone: str = ""
    part: PartOfDay | None = None
    dated: bool = False
    text: str = ""
    who: tuple[Known | Newcomer, ...] = ()
    absent: tuple[Newcomer, ...] = ()
    through: tuple[tuple[str, Known], ...] = ()
    channel: Channel | None = None
    tags: tuple[str, ...] = ()
    place: str = ""
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    initiated: Literal["me", "them"] | None = None
    mood: int | None = None
    energy: int | None = None
    unclear: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()
    unread: int = 0

    @property
    def unread_said(self) -> str:
        """What is to be told of a line too long to be looked through; empty for any other."""
        what = "letters are kept as they are: no names or tags were looked for there."
        return f"The last {self.unread:,} {what}" if self.unread else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep: no words that can be seen and nothing understood but a date."""
        understood = (
            self.who,
            self.absent,
            self.unclear,
            self.tags,
            self.place,
            self.gave,
            self.got,
            self.promises,
        )
        rest = (self.channel, self.initiated, self.mood, self.energy)
        return not any((*understood, *rest)) and not any(
            letter.isprintable() and not letter.isspace() for letter in self.text
        )


def check(captured: Capture, today: date) -> None:
    """Raise Misused if there is nothing to log in it, or it is of a day to come and no event."""
    if captured.date > today and captured.channel != "event":
        raise Misused(
            "That day is still to come.",
            "Log it when it was lived; an event that you go to may stand there before: via:event",
        )
    if captured.is_empty:
        raise Misused(
            "There is nothing to log.", "Say who you met or what happened, like: yesterday: coffee with @Ada"
        )


def capture(
    line: str,
    now: datetime,
    people: Acquaintances,
    *,
    on: str | None = None,
    via: str | None = None,
    chosen: Mapping[int, str] = _NONE_CHOSEN,
    company: Known | None = None,
) -> Capture:
    """Understand `line` at the aware time `now`, as far as its first 50,000 letters or so.

    `on` says when, else a day that it begins with or tells of. `via` counts before the line's own ``via:``.
    `chosen` settles a mention that begins at an offset with the id of one of its candidates, or "" for
    somebody new; the same name elsewhere goes with it. `company` was there, unless `is_with_another`, and is
    meant by a name that fits several. Raises Misused for a date, channel, number or tag that cannot be.
    """
    moment, begin = _when(line, now, on)
    read = readable(rest := line[begin:])
    tokens = with_promises(read, tuple(scan(read)))
    there = (company,) if company is not None and line.strip() else ()
    ids = {known.id for known in there}
    mentions = names_among(read, tokens, people, {start - begin: id for start, id in chosen.items()}, ids)
    took_part = taking_part(read, mentions, ids)
    there = () if is_with_another(there, read, took_part, mentions) else there
    who, absent = _who(there, took_part, mentions)
    mask, text = partial(masked, rest, tokens, mentions), _text(rest, tokens, mentions)
    values = told(tokens, _as_of(moment := moment or told_day(mask(), now), now))
    return Capture(
        **_lived(moment, now),
        text=text,
        who=who,
        **_newcomers(absent, mask, mentions),
        channel=_channel(values, mask, mentions, took_part, bool(there), via),
        unclear=_unclear(took_part, begin),
        spans=tuple(_spans(line, begin, tokens, (*took_part, *absent.values()))),
        unread=len(rest) - len(read),
        promises=values.promises or _in_plain_words(text, mentions, _as_of(moment, now)),
        **details(values, text, via),
    )


def _who(
    there: Sequence[Known], took_part: Sequence[Mention], mentions: Sequence[Mention]
) -> tuple[tuple[Known | Newcomer, ...], Mapping[Newcomer, Mention]]:
    """Those who took part, and the newcomers who did not, with where they are named."""
    who = tuple(dict.fromkeys((*there, *(mention.who for mention in took_part if mention.who))))
    return who, {one.who: one for one in mentions if isinstance(one.who, Newcomer) and one.who not in who}


def _newcomers(
    absent: Iterable[Newcomer], mask: Callable[..., str], mentions: Sequence[Mention]
) -> dict[str, Any]:
    """Those who are new and took no part, and through whom one met those who are new."""
    if not any(isinstance(one.who, Newcomer) for one in mentions):
        return {}
    from netjournal.language.names.introduced import met_through  # most lines name nobody new

    return {"absent": tuple(absent), "through": met_through(mask(), mentions)}


def _channel(
    values: Told,
    mask: Callable[..., str],
    mentions: Sequence[Mention],
    took_part: Sequence[Mention],
    is_there: bool,
    via: str | None,
) -> Channel | None:
    """The channel told by `via`, a key, or the words; where nobody who is named took part, an event alone."""
    if via is not None:
        return read_via(via)
    if values.is_via_told:
        return values.channel
    said = said_channel(words := mask())
    if said is None and took_part:
        from netjournal.language.channels.beside import is_beside  # a line with a cue need not take the time

        there = {mention.start for mention in took_part}
        away = [mention for mention in mentions if mention.start not in there]
        return "in_person" if is_beside(mask(away)) else None
    is_said = took_part or is_there or not mentions or said in (None, "event", "broadcast")
    return said if is_said or tells_of_their_people(words) else None


def _in_plain_words(text: str, mentions: Sequence[Mention], now: datetime) -> tuple[Promise, ...]:
    """The promises that `text` tells of without a sign."""
    head = spelt_out(text[:HEAD])
    if not any(map(head.lower().__contains__, _WILL)):
        return ()
    from netjournal.language.promises.plain import plain_promises

    return plain_promises(head, {mention.said for mention in mentions}, now)


def _lived(moment: Moment | None, now: datetime) -> dict[str, Any]:
    return {**msgspec.structs.asdict(moment or Moment(now.date())), "dated": moment is not None}


def _as_of(moment: Moment | None, now: datetime) -> datetime:
    """The time from which the days in a line are counted: that of what it tells."""
    return now if moment is None else datetime.combine(moment.date, now.timetz())


def _when(line: str, now: datetime, on: str | None) -> tuple[Moment | None, int]:
    """The moment that was said, and where in `line` the rest begins."""
    if on is None:
        moment, rest = split_dated(line, now, "past")
        return moment, len(line.rstrip()) - len(rest) if moment else 0
    if moment := understand(on, now, "past"):
        return moment, 0
    raise Misused(
        f"“{on[:40]}” is not a day I know.", "Write a day like yesterday, last friday, nov 3 or 2026-11-03."
    )


def _text(rest: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> str:
    """What is kept of `rest`: names without their signs."""
    signs = signs_of(tokens)
    signs.extend(
        (mention.start, mention.end, Piece("words", mention.said))
        for mention in mentions
        if mention.said != mention.written
    )
    return kept(pieces_of(rest, sorted(signs)))


def _unclear(mentions: Sequence[Mention], begin: int) -> tuple[Mention, ...]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.who is None:
            first.setdefault(fold(mention.said), mention)
    return tuple(
        msgspec.structs.replace(mention, start=mention.start + begin, end=mention.end + begin)
        for mention in first.values()
    )


def _spans(line: str, begin: int, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Span]:
    said = line[:begin].rstrip()
    if said:
        yield Span(len(said) - len(said.lstrip()), len(said), "date")
    signs: list[tuple[int, int, SpanKind]] = [
        (token.start, token.end, "key" if token.kind == "key" else "tag")
        for token in tokens
        if token.kind in ("key", "tag")
    ]
    signs.extend((mention.start, mention.end, _span_kind(mention)) for mention in mentions)
    for start, end, kind in sorted(signs):
        yield Span(start + begin, end + begin, kind)


def _span_kind(mention: Mention) -> SpanKind:
    if mention.who is None:
        return "unclear"
    return "person" if isinstance(mention.who, Known) else "newcomer"
