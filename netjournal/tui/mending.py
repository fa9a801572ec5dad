"""Small changes in place: a promise kept, one more thing about a person, one less."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from netjournal.language.days.words import say_date_long
from netjournal.language.forms.pages import FormContext
from netjournal.language.noting import Noted, note
from netjournal.model import Contact, Interaction
from netjournal.practice.page import Between, Fact
from netjournal.practice.recalling import Recalled, due, recall_of, recalled
from netjournal.tui.dialogs.note import NoteSheet
from netjournal.tui.editing import form_context
from netjournal.tui.host import Host

_LISTS = ("details", "needs", "offers")
_KEPT = "Kept: {}. u takes it back."
_OPEN = "Open again: {}. u takes it back."


async def keep(app: Host, entry: Interaction, shown: Between | None = None) -> None:
    """Mark the promise of an entry kept that is `shown`; without it the first one that is open, or open the
    last again.
    """
    if shown is not None and entry.promises[shown.position : shown.position + 1] != (shown.promise,):
        app.tell("This promise was changed in the meantime. Look at it again.")
        return
    if not entry.promises:
        app.tell("Nothing is promised here.")
        return
    if shown is not None:
        position = shown.position
    else:
        waiting = (number for number, promise in enumerate(entry.promises) if promise.kept is None)
        position = next(waiting, len(entry.promises) - 1)
    after = await app.attempt(lambda: app.journal.keep_promise(entry, position, now=app.clock()))
    if after is not None:
        promise = after.promises[position]
        app.tell((_KEPT if promise.kept else _OPEN).format(promise.text))


async def leave_out(app: Host, person: Contact, fact: Fact) -> None:
    """Take one of several things out of what one knows of a person."""
    if fact.kind not in _LISTS:
        app.tell("e mends this.")
        return
    position = int(fact.key.partition(":")[2])
    there: tuple[str, ...] = getattr(person, fact.kind)
    after = replace(person, **{fact.kind: there[:position] + there[position + 1 :]})
    if await app.attempt(lambda: app.journal.change(person, after, now=app.clock())):
        app.tell(f"Left out: {fact.text}. u takes it back.")


async def tell_recalled(app: Host, found: Recalled, *, knew: bool) -> None:
    """Keep whether one knew the detail of the day, and say when it comes back."""
    after = recalled(found.person, found.detail, knew=knew, today=app.today)
    if await app.attempt(lambda: app.journal.change(found.person, after, now=app.clock())):
        day = due(recall_of(after, found.detail))
        app.tell("You know it by heart." if day is None else f"It comes back on {say_date_long(day)}.")


async def add_line(app: Host, person: Contact, *, begun: str = "") -> None:
    """Ask for one more thing about a person, and keep it; the line is `begun` if nothing stood there."""
    draft = f"note-{person.id}"
    context: FormContext = form_context(app)
    understand: Callable[[str], Noted] = lambda line: note(person, line, context)  # noqa: E731 -- handed on
    sheet = NoteSheet(
        name=person.name,
        text=begun or app.draft(draft),
        understand=understand,
        keep=lambda text: app.keep_draft(draft, text),
    )

    async def write(found: Noted) -> None:
        after = await app.attempt(lambda: app.journal.change(person, found.person, now=app.clock()))
        if after is not None:
            app.keep_draft(draft, "")
            app.tell_load(person, after)

    await app.open(sheet, write)
