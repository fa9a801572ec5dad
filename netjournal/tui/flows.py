"""What happens step by step when one logs, answers or edits: dialogs get values, the journal gets changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.language.capture import Capture, Known, capture
from netjournal.language.days.words import say_ago
from netjournal.language.event_line import capture_at
from netjournal.language.folding import fold
from netjournal.language.kept_back import say_not_kept_back
from netjournal.language.visible import visible
from netjournal.model import Contact, Event, Interaction, Reflection
from netjournal.practice.answering import (
    REVIEWS_STAY,
    Wish,
    answered,
    promised_in,
    prompt_of,
    scale_for,
    wish,
)
from netjournal.practice.echo import rated, say_kept, say_promised
from netjournal.practice.events import day_within
from netjournal.practice.following_up import FollowUp, after_reply
from netjournal.practice.nearness import in_near_words
from netjournal.practice.pausing import offer_rest
from netjournal.store.asking_less import is_time_to_ask_less
from netjournal.store.journal import Logged
from netjournal.tui.collecting import not_meanwhile
from netjournal.tui.dialogs.log import LogSheet, Suggestion
from netjournal.tui.dialogs.question import QuestionSheet, Typed
from netjournal.tui.doubts import doubt
from netjournal.tui.host import Host
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.setting import offer_less
from netjournal.tui.silencing import MUTED

_LOG_DRAFT, _EVENT_DRAFT = "log", "event"
_SUGGESTIONS = 5
_LATER = "It waits in Reflections, and the review of the week asks again."
_STILL_THERE = "What you typed is kept: l begins with it."


class Occasion(NamedTuple):
    """What a question is asked about, and what is told with it in a few lines.

    `question` is asked of an entry that has none: it is kept with an answer, or to wait for one, and not
    where it is only looked at.
    """

    title: str = ""
    told: Sequence[str] = ()
    question: Reflection | None = None


_PLAIN = Occasion()


async def log(app: Host, person: Contact | None = None, *, typed: str = "") -> None:
    """Ask for a line (about `person`, whomever else it names), write it, and ask the question about it.

    It goes on from what is `typed` already. While one is at an event the line is one about somebody met
    there, and nothing is asked.
    """
    event = app.journal.open_event(app.clock())
    draft = (_LOG_DRAFT if event is None else _EVENT_DRAFT) if person is None else f"{_LOG_DRAFT}-{person.id}"
    company = None if person is None else Known(person.id, person.name)

    def understand(line: str, chosen: Mapping[int, str]) -> Capture:
        now = app.clock()
        if event is None:
            return capture(line, now, app.journal, chosen=chosen, company=company)
        day = day_within(event, now)
        return capture_at(event, day, line, now, app.journal, chosen=chosen, company=company)

    sheet = LogSheet(
        text=" ".join(filter(None, (app.draft(draft), typed))),
        now=app.clock(),
        understand=understand,
        suggest=lambda kind, typed: _suggestions(app, kind, typed),
        keep=lambda text: app.keep_draft(draft, text),
        doubt=lambda line: doubt(app, line),
        company="" if person is None else person.name,
        event="" if event is None else event.name,
        templates=app.settings.templates,
    )

    async def entered(line: Capture) -> None:
        with not_meanwhile(), app.one_frame.held():
            await _log(app, line, draft, event)

    await app.open(sheet, entered)


async def _log(app: Host, line: Capture, draft: str, event: Event | None) -> None:
    asks, meant = event is None or event.tag not in line.tags, doubt(app, line)
    try:
        logged = await app.write(lambda: _write_line(app, line, draft, asks=asks), publish=False)
    except JournalError as error:
        app.tell_error(JournalError(error.message, f"{error.hint} {_STILL_THERE}".strip()))
        return
    if app.screen.is_modal or logged.choice is None:
        await _keep_quietly(app, line, logged)
        return
    _tell(app, line, logged)
    mends = f"{meant.said} After this, e mends the entry." if meant is not None else ""
    told = tuple(filter(None, (mends, say_not_kept_back(line.text))))
    await ask(app, logged.entry, logged.choice.why, is_new=True, about=Occasion(told=told))
    app.screen.call_after_refresh(_show, app, logged.entry)  # the question waits for no screen below it


async def _keep_quietly(app: Host, line: Capture, logged: Logged) -> None:
    _tell(app, line, logged)
    app.publish()
    is_of_nobody = logged.entry.channel == "event" and not logged.entry.people
    whose = "It counts nobody as met; e mends it." if is_of_nobody else ""
    said = ("Kept.", whose, say_not_kept_back(line.text), *await _counts(app, logged.entry))
    app.tell(" ".join(filter(None, said)))
    if not app.screen.is_modal:
        app.show_entry(logged.entry)


def _show(app: Host, entry: Interaction) -> None:
    app.publish_what_is_untold()
    app.show_entry(entry)


def _tell(app: Host, line: Capture, logged: Logged) -> None:
    if line.unread:
        app.tell(line.unread_said)
    for person in logged.newcomers:
        app.tell(f"{person.name} is in the journal now.")
    for name in app.journal.newly_dead(logged.entry).values():
        app.tell(offer_rest(name, "in Contacts, r then x"))
    if line_to_tell := app.journal.line_to_tell(logged.entry, app.today):
        app.tell(line_to_tell)


async def _counts(app: Host, entry: Interaction, before: Interaction | None = None) -> list[str]:
    """What an entry counts toward, worked out where it holds up no key."""
    today, fields = app.today, app.settings.fields
    found = await app.look_up(lambda: app.journal.counts_toward(entry, today, fields, before=before))
    return [counted.words for counted in found]


async def ask(
    app: Host, entry: Interaction, why: str = "", *, is_new: bool = False, about: Occasion = _PLAIN
) -> None:
    """Ask the question of an entry, keep the answer, and give back the newest earlier one in its theme."""
    question = entry.reflection or about.question
    if question is None:
        await _ask_first(app, entry)
        return
    draft, scales = f"answer-{entry.id}", app.settings.scales
    who = ", ".join(app.journal.names(entry.people).values())
    earlier = app.journal.follow_up(entry) if is_new else None
    sheet = QuestionSheet(
        title=about.title
        or " · ".join(part for part in ("saved" if is_new else "", who) if part)
        or "your question",
        question=question,
        why=why,
        scale=scale_for(question, entry),
        text=app.draft(draft) or rated(question),
        told=about.told,
        counts=(lambda: _counts(app, entry)) if is_new else None,
        keep=lambda text: app.keep_draft(draft, text),
        scales=in_near_words(scales) if app.journal.are_near(entry) else scales,
        earlier=earlier.words if earlier is not None else "",
        reply=(lambda said: _reply(app, earlier, said)) if earlier is not None else None,
    )

    async def left(typed: Typed) -> None:
        if typed.is_new:
            app.keep_draft(draft, "")
            await log(app, typed=typed.line)
        elif (wanted := wish(typed.line)) is None:
            await _answer(app, entry, question, typed.line)
        else:
            app.keep_draft(draft, "")
            await _grant(app, entry, question, wanted, is_new, about)

    await app.open(sheet, left)


async def _ask_first(app: Host, entry: Interaction) -> None:
    """Ask a question that is chosen now, of an entry that has none."""
    now = app.clock()
    found = app.journal.first_question(entry, prompts=app.prompts, settings=app.settings, now=now)
    if found is None:
        app.tell("No question fits this entry.")
    else:
        await ask(app, entry, found[0].why, about=Occasion(question=found[1]))


async def _grant(
    app: Host, entry: Interaction, question: Reflection, wanted: Wish, is_new: bool, about: Occasion
) -> None:
    """Ask something else, later, or never again."""
    is_open = question.status != "answered"
    if wanted == "later":
        if entry.reflection is None:
            wait = lambda: app.journal.reflect(entry, question, now=app.clock())  # noqa: E731 -- handed on
            if await app.attempt(wait) is None:
                return
        is_sore = await app.look_up(lambda: app.journal.is_sore(entry))
        app.tell("It waits in Reflections." if is_sore else _LATER)
    elif wanted == "never" and question.period:
        app.tell(REVIEWS_STAY)
    elif wanted == "never":
        if await app.attempt(lambda: app.own.mute(prompt_of(question))) is None:
            return
        if is_open:
            await _answer(app, entry, question, "", may_offer=False)
        app.tell(MUTED)
    elif wanted == "another" and is_open:
        await _ask_another(app, entry, question, is_new, about)


async def _ask_another(
    app: Host, entry: Interaction, question: Reflection, is_new: bool, about: Occasion
) -> None:
    """Ask something else in place of `question`."""
    now, asked = app.clock(), replace(entry, reflection=question)
    found = app.journal.another_question(asked, prompts=app.prompts(), settings=app.settings, now=now)
    if found is None:
        app.tell("No other question fits just now.")
        await ask(app, entry, is_new=is_new, about=about._replace(question=question))
        return
    choice, reflection = found
    if entry.reflection is None:
        await ask(app, entry, choice.why, about=about._replace(question=reflection))
        return
    kept = await app.attempt(lambda: app.journal.reflect(entry, reflection, now=now))
    if kept is not None:
        await ask(app, kept, choice.why, is_new=is_new, about=about)


async def _answer(
    app: Host, entry: Interaction, question: Reflection, line: str, *, may_offer: bool = True
) -> None:
    now, draft = app.clock(), f"answer-{entry.id}"
    is_untouched = question.status == "answered" and line == visible(rated(question))
    reflection = question if is_untouched else answered(question, line, now)
    promises = () if is_untouched else promised_in(line, now)
    is_left = entry.reflection is None and reflection.status != "answered"
    is_new = bool(promises) or (reflection != question and not is_left)
    write = lambda: app.journal.reflect(entry, reflection, now=now, promises=promises)  # noqa: E731 -- handed on
    kept = await app.attempt(write) if is_new else entry
    if kept is None:
        return
    app.keep_draft(draft, "")
    if reflection.status == "answered":
        earlier = app.journal.earlier_answer(kept)
        names = app.journal.names(earlier.people) if earlier else {}
        said = say_kept(kept, earlier, names, app.today), *say_promised(entry, kept, app.today)
        told = app.journal.line_to_tell(kept, app.today, before=entry)
        counts = await _counts(app, kept, entry)
        app.tell("\n".join(filter(None, (*said, told, *counts))))
    elif is_new and may_offer and is_time_to_ask_less(app.journal, app.settings, kept, app.today):
        await offer_less(app, partial(log, app))


def _reply(app: Host, found: FollowUp, said: bool) -> None:
    """Keep whether it came to what one noted the last time."""
    now = app.clock()
    after = after_reply(found, said, now)
    write = lambda: app.journal.change(found.entry, after, now=now, kind="answer")  # noqa: E731 -- handed on
    meanwhile(app, partial(app.attempt, write))


def _write_line(app: Host, line: Capture, draft: str, *, asks: bool) -> Logged:
    logged = app.journal.log(line, now=app.clock(), prompts=app.prompts, settings=app.settings, asks=asks)
    app.journal.drafts.drop(draft)
    return logged


def _suggestions(app: Host, kind: str, typed: str) -> Sequence[Suggestion]:
    if kind == "tag":
        begun = fold(typed)
        tags = [tag for tag in app.tags() if fold(tag).startswith(begun)]
        return [] if tags == [typed] else [Suggestion(tag, "") for tag in tags[:_SUGGESTIONS]]
    found = [match.person for match in app.lookup.find(typed, limit=_SUGGESTIONS)]
    if any(fold(person.name) == fold(typed) for person in found):
        return []
    today = app.today
    rows = [Suggestion(person.name, say_ago(person.last, today) if person.last else "") for person in found]
    return [*rows, Suggestion(typed, "someone new")] if rows else []
