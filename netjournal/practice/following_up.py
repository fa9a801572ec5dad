"""On logging again: what one noted for the next time, and whether it came to that (reflection.md §2.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.language.days.words import say_ago
from netjournal.language.entry_words import shortened
from netjournal.language.folding import fold
from netjournal.language.intentions import intention
from netjournal.model import Interaction
from netjournal.practice.coming_back import is_sore, is_trying, may_come_back, promise_may_come_back
from netjournal.practice.events import Owed
from netjournal.practice.keeping_promises import keeping
from netjournal.practice.reaching_out import reached

_YES, _NO = ("y", "yes"), ("n", "no")
_LONGEST = 110
TALKS = 3
"""Talks at which one thing is asked about, at most."""

_HALF_A_YEAR = 183


class FollowUp(NamedTuple):
    """What to ask, in `words`, about an earlier `entry`; `position` is that of a promise, if it is one."""

    entry: Interaction
    words: str
    position: int | None = None


def follow_up(
    entry: Interaction,
    earlier: Iterable[Interaction],
    awake: Collection[str],
    owed: Iterable[Owed] | None = None,
) -> FollowUp | None:
    """What to ask of the answers in `earlier`, entries with somebody of `entry`, the newest first.

    Of the newest what it says one means to do, else an open promise of one's own in its entry that is not due
    later and is `owed` to them (None: any is), if that is of the last three talks. Else the newest of the
    answers before that says what one means to do, within half a year: by then it was passed over often enough
    to be past. Each until one says yes or no, or left it three times. Never what may not come back
    (`may_come_back`), nor an answer of a hard day that others followed.
    """
    before = [other for other in earlier if other.id != entry.id and other.date < entry.date]
    newest = next(
        (other for other in before if other.reflection is not None and other.reflection.answer), None
    )
    waiting = _waiting(before, awake)
    if newest is not None and not (waiting and waiting[0].entry is newest):
        standing = set(range(len(newest.promises)))
        if owed is not None:
            standing &= {one.position for one in owed if one.entry.id == newest.id}
        is_recent = _plain(before[: before.index(newest)]) < TALKS
        is_asked = is_recent and _may_be_asked(newest, awake)
        if is_asked and (found := _promised(newest, standing, entry.date)):
            return found
    for note in waiting:
        is_past = (entry.date - note.entry.date).days > _HALF_A_YEAR or is_sore(note.entry)
        if note.entry is newest or not is_past:
            return _ahead(note, before, entry.date)
    return None


def promise_to_ask(
    entry: Interaction, owed: Sequence[Owed], earlier: Sequence[Interaction], awake: Collection[str]
) -> FollowUp | None:
    """Which promise of one's own to ask about, of those `owed` to somebody of `entry`, what has a day first.

    Only what is not due later, at the three talks (`earlier`, the newest first) after it was made or due,
    and neither once one said no, nor once one left it at a talk that reads like the keeping of it
    (`promise_done`).
    """
    for one in owed:
        made = one.entry
        since = max(made.date, one.promise.due or made.date)
        talks = _plain(other for other in earlier if since < other.date and other.id != entry.id)
        is_left = made.reflection is not None and made.reflection.followed == "no"
        is_open = made.date < entry.date and since <= entry.date and talks < TALKS and not is_left
        may_be_asked = is_open and promise_may_come_back(made, one.promise, awake)
        if may_be_asked and not _was_left_at_its_keeping(one, earlier):
            return _about(one, entry.date)
    return None


def promise_done(entry: Interaction, owed: Sequence[Owed], awake: Collection[str]) -> FollowUp | None:
    """The promise among those `owed` that `entry` reads most like the keeping of (`keeping`).

    Where it reads like that of none, one to be in touch in just this way (`reached`). One of theirs, one to
    be in touch, and one that is not plainly meant is asked about until one said no.
    """
    likeness, is_reached = keeping(entry), reached(entry)
    alike = [(likeness(fold(one.promise.text)), one) for one in owed]
    found = sorted(((like, one) for like, one in alike if like.degree), key=lambda pair: -pair[0].degree)
    in_touch = [(like, one) for like, one in alike if is_reached(fold(one.promise.text))]
    for like, one in (*found, *in_touch):
        is_earlier = one.entry.id != entry.id and one.entry.date <= entry.date
        made = one.entry.reflection
        goes_by_no = one.promise.by == "them" or not like.is_plain
        is_left = goes_by_no and made is not None and made.followed == "no"
        if is_earlier and not is_left and promise_may_come_back(one.entry, one.promise, awake):
            return _about(one, entry.date)
    return None


def read_reply(line: str) -> bool | None:
    """Whether a line that is nothing but y or n says yes; None for any other."""
    word = line.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def after_reply(found: FollowUp, reply: bool, now: dt.datetime) -> Interaction:
    """The earlier entry with what was said; a yes to a promise keeps it today."""
    entry, reflection = found.entry, found.entry.reflection
    promises = list(entry.promises)
    if found.position is not None and reply:
        promises[found.position] = replace(promises[found.position], kept=now.date())
    if reflection is not None:
        reflection = replace(reflection, followed="yes" if reply else "no")
    return replace(entry, reflection=reflection, promises=tuple(promises))


def _was_left_at_its_keeping(one: Owed, earlier: Iterable[Interaction]) -> bool:
    text = fold(one.promise.text)
    later = (other for other in earlier if other.id != one.entry.id and other.date > one.entry.date)
    return any(keeping(other)(text).degree for other in later if not is_trying(other))


class _Note(NamedTuple):
    """What one `meant` to do, by the answer of an `entry`; `turns` is how often it was asked about."""

    entry: Interaction
    meant: str
    turns: int = 0


def _waiting(before: Sequence[Interaction], awake: Collection[str]) -> list[_Note]:
    """What one meant to do and was not asked about often enough, the newest first.

    At each talk after which anything was asked, but on a trying day, it was the newest note's turn. One that
    has a yes or a no had its last turn at once, so that the one before had the next: when it was said is not
    kept.
    """
    waiting: list[_Note] = []
    for other in reversed(before):
        if waiting and other.reflection is not None and not is_trying(other):
            note = waiting.pop()
            if not _said(note.entry) and note.turns + 1 < TALKS:
                waiting.append(note._replace(turns=note.turns + 1))
        if may_come_back(other, awake) and (meant := _intention(other)):
            waiting.append(_Note(other, meant))
    return [note for note in reversed(waiting) if not _said(note.entry)]


def _plain(entries: Iterable[Interaction]) -> int:
    """After how many of them one may have been asked."""
    return sum(not is_trying(one) for one in entries)


def _may_be_asked(entry: Interaction, awake: Collection[str]) -> bool:
    is_of_review = entry.reflection is not None and entry.reflection.period
    return not (is_of_review or _said(entry)) and may_come_back(entry, awake)


def _said(entry: Interaction) -> bool:
    return entry.reflection is not None and entry.reflection.followed != ""


def _intention(entry: Interaction) -> str:
    """What an answer says that one means to do; a promise in it is asked about as such."""
    asked = entry.reflection
    if asked is None or asked.period or any(promise.text in asked.answer for promise in entry.promises):
        return ""
    return intention(asked.answer)


def _ahead(note: _Note, before: Sequence[Interaction], today: dt.date) -> FollowUp:
    is_last = note.entry.date == before[0].date
    when = "Last time you noted" if is_last else f"You noted {say_ago(note.entry.date, today)}"
    return FollowUp(note.entry, f"{when}: “{shortened(note.meant, _LONGEST)}”. Did you?")


def _promised(entry: Interaction, standing: Collection[int], today: dt.date) -> FollowUp | None:
    for position, promise in enumerate(entry.promises):
        is_time = promise.due is None or promise.due <= today
        if promise.by == "me" and promise.kept is None and position in standing and is_time:
            words = f"Last time you promised: “{shortened(promise.text, _LONGEST)}”. Did you?"
            return FollowUp(entry, words, position)
    return None


def _about(one: Owed, today: dt.date) -> FollowUp:
    when = say_ago(one.entry.date, today)
    words_of = shortened(one.promise.text, _LONGEST)
    who, did = ("You", "you") if one.promise.by == "me" else ("They", "they")
    return FollowUp(one.entry, f"{who} promised {when}: “{words_of}”. Did {did}?", one.position)
