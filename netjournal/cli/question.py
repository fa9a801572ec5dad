"""The one question after an entry, asked and answered at the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from netjournal.cli.layout import wrapped
from netjournal.cli.output import tell
from netjournal.cli.session import Session
from netjournal.cli.typing_in import read_line
from netjournal.errors import JournalError
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import (
    REVIEWS_STAY,
    Wish,
    answered,
    promised_in,
    prompt_of,
    rating_alone,
    say_too_short,
    scale_for,
    wish,
)
from netjournal.practice.asking_less import ASIDES, QUESTION, WAYS, say_way
from netjournal.practice.echo import say_kept, say_promised
from netjournal.practice.following_up import FollowUp, after_reply, read_reply
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.settings import Ask
from netjournal.store.asking_less import is_time_to_ask_less

_KEYS = (
    "A line answers, Enter alone leaves it, /1 to /5 at its end rates how you showed up, ? says why; s, l or"
    " m alone mean another one, later, never again."
)
_LATER = "It waits: `netjournal review week` or `netjournal reflect` asks it again."
_LATER_ALONE = "It waits: `netjournal reflect` asks it again."
_NO_OTHER = "No other question fits just now."
_WAYS: Mapping[str, Ask] = {"a": "always", "d": "daily", "w": "weekly", "n": "never"}


def ask(
    session: Session,
    entry: Interaction,
    why: str,
    follow_up: FollowUp | None = None,
    *,
    is_kept: bool = True,
) -> None:
    """Ask the question of `entry`, keep the answer, and say what was answered in this theme before.

    `why` is told when somebody types ``?``; y or n alone is said to the `follow_up`, if there is one. What is
    typed survives whatever ends the typing. A question that is not `is_kept` yet, chosen just now for an
    entry without one, is kept with its answer, or to wait for one.
    """
    journal, draft = session.journal, _draft(entry)
    _begin(session, entry, follow_up)
    while True:
        line = read_line(start=journal.drafts.get(draft), keep=lambda text: journal.drafts.keep(draft, text))
        if line is None:
            return
        line = rating_alone(line, scale_for(_reflection(entry), entry))
        reply = read_reply(line) if follow_up is not None else None
        wanted, too_short = wish(line), say_too_short(line) if reply is None else ""
        if not (wanted or too_short) and reply is None:
            break
        journal.drafts.drop(draft)
        if too_short:
            _tell(too_short)
        elif follow_up is not None and reply is not None:
            _note(session, entry, follow_up, reply)
            follow_up = None
        elif granted := _grant(session, entry, why, wanted, is_kept=is_kept):
            entry, why = granted
        else:
            return
    kept = keep_answer(session, entry, line, is_kept=is_kept)
    if kept.reflection is not None and kept.reflection.status == "answered":
        tell_kept(session, kept, before=entry)
    elif kept != entry:
        _offer_less(session, kept)


def _grant(
    session: Session, entry: Interaction, why: str, wanted: Wish | None, *, is_kept: bool
) -> tuple[Interaction, str] | None:
    """The entry with the question that is asked after a wish, and why that one; None if none is."""
    if wanted == "why":
        _tell(f"{why} {_KEYS}")
        return entry, why
    if wanted == "another":
        return _another(session, entry, why, is_kept=is_kept)
    if wanted == "later":
        if not is_kept:
            session.journal.reflect(_bare(entry), _reflection(entry), now=session.clock())
        _tell(_LATER_ALONE if session.journal.is_sore(entry) else _LATER)
    else:
        _never(session, entry, is_kept=is_kept)
    return None


def _begin(session: Session, entry: Interaction, follow_up: FollowUp | None) -> None:
    """The question, after that of the last time; whoever has answered none yet is told the keys."""
    if follow_up is not None:
        _tell(f"{follow_up.words} y or n says so; then, or instead:")
    _say_question(entry)
    if not session.journal.themes().keys() - {"asked"}:
        _tell(_KEYS)


def _note(session: Session, entry: Interaction, follow_up: FollowUp, reply: bool) -> None:
    """Keep what was said, and say the question again, which nobody answered yet."""
    now = session.clock()
    session.journal.change(follow_up.entry, after_reply(follow_up, reply, now), now=now, kind="answer")
    tell("Noted.")
    _say_question(entry)


def _say_question(entry: Interaction) -> None:
    reflection = _reflection(entry)
    _tell(f"{DIMENSION_NAMES[reflection.dimension]} · {reflection.question}")


def _another(session: Session, entry: Interaction, why: str, *, is_kept: bool) -> tuple[Interaction, str]:
    """The entry with another question, and why that one; as they were where there is none."""
    now = session.clock()
    found = None
    if _reflection(entry).status != "answered":
        found = session.journal.another_question(
            entry, prompts=session.prompts(), settings=session.settings, now=now
        )
    if found is None:
        _tell(_NO_OTHER)
        return entry, why
    choice, reflection = found
    if is_kept:
        entry = session.journal.reflect(entry, reflection, now=now)
    else:
        entry = replace(entry, reflection=reflection)
    _say_question(entry)
    return entry, choice.why


def _never(session: Session, entry: Interaction, *, is_kept: bool) -> None:
    reflection = _reflection(entry)
    if reflection.period:
        _tell(REVIEWS_STAY)
        return
    mute(session, reflection)
    if is_kept:
        keep_answer(session, entry, "")


def mute(session: Session, reflection: Reflection) -> None:
    """Never ask a question again, and say how to take that back."""
    session.own.mute(prompt_of(reflection))
    _tell(f"It will not be asked again; `netjournal prompts unmute {reflection.prompt}` takes that back.")


def _offer_less(session: Session, entry: Interaction) -> None:
    """Ask, seldom, whether to ask less often."""
    if not is_time_to_ask_less(session.journal, session.settings, entry, session.clock().date()):
        return
    _tell(f"{QUESTION} " + ", ".join(f"{key} {WAYS[way]}" for key, way in _WAYS.items()) + ".")
    said = (read_line(start="", keep=lambda _: None) or "").strip().lower()
    way = _WAYS.get(said[:1])
    if way == session.settings.ask:
        _tell(f"It stays: {WAYS[way]}, {ASIDES[way]}.")
    elif way is not None:
        session.own.set(("ask",), way)
        _tell(f"{say_way(way)} `netjournal settings set ask {session.settings.ask}` takes that back.")


def _tell(text: str) -> None:
    for row in wrapped(text):
        tell(row)


def keep_answer(session: Session, entry: Interaction, line: str, *, is_kept: bool = True) -> Interaction:
    """Write what `line` says, with its question if that is not `is_kept` yet.

    If that fails, it is kept as the draft of the answer.
    """
    journal, now = session.journal, session.clock()
    try:
        reflection = answered(_reflection(entry), line, now)
        promises, kept = promised_in(line, now), entry
        is_left = reflection.status != "answered" and not is_kept
        if (promises or reflection != entry.reflection) and not is_left:
            before = entry if is_kept else _bare(entry)
            kept = journal.reflect(before, reflection, now=now, promises=promises)
    except JournalError:
        journal.drafts.keep(_draft(entry), line)
        raise
    journal.drafts.drop(_draft(entry))
    return kept


def tell_kept(session: Session, entry: Interaction, *, before: Interaction) -> None:
    """Say that it is kept, what was answered before and is promised now, whom one might tell, and what it
    counts toward.
    """
    earlier = session.journal.earlier_answer(entry)
    names = session.journal.names(earlier.people) if earlier else {}
    today = session.clock().date()
    counted = session.journal.counts_toward(entry, today, session.settings.fields, before=before)
    told = session.journal.line_to_tell(entry, today, before=before)
    promised = say_promised(before, entry, today)
    for words in (say_kept(entry, earlier, names, today), *promised, told, *(one.words for one in counted)):
        for line in wrapped(words) if words else ():
            tell(line)


def _reflection(entry: Interaction) -> Reflection:
    assert entry.reflection is not None
    return entry.reflection


def _bare(entry: Interaction) -> Interaction:
    """The entry as it stands in the journal while its question does not."""
    return replace(entry, reflection=None)


def _draft(entry: Interaction) -> str:
    return f"answer-{entry.id}"
