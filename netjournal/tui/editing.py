"""Changing what is there, and writing down someone new, in a form."""

from __future__ import annotations

import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace
from textual.app import SuspendNotSupported

from netjournal.errors import Changed, JournalError, Nobody
from netjournal.exchange.own_editor import Ended
from netjournal.exchange.own_page import Wording, edit_page
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.interaction import INTERACTION_FIELDS
from netjournal.language.forms.introduction import INTRODUCTION_FIELDS, NOBODY_YET, complete
from netjournal.language.forms.pages import Field, FormContext
from netjournal.language.introduction_words import say_introduction
from netjournal.language.names.resolving import namesakes, resolve
from netjournal.model import Contact, Interaction, Introduction
from netjournal.model.documents import Document
from netjournal.practice.introductions import between
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.dialogs.alike import ChangedDialog
from netjournal.tui.dialogs.form import FormDialog, FormField
from netjournal.tui.host import Host
from netjournal.tui.newcomers import Newcomers

D = TypeVar("D", Contact, Interaction, Introduction)

_NEW_DRAFT = "form-new"
_ELSEWHERE = "n writes down someone new; what you typed stays here as a draft."
_WORDING = Wording(
    "This is what you typed the last time and could not be kept.",
    "What you typed is kept: E on the same goes on with it.",
)


async def edit(app: Host, document: Contact | Interaction | Introduction, *, at: str = "") -> None:
    """Let a person, an entry or an introduction be changed, beginning at the field with the key `at`."""
    if isinstance(document, Contact):
        await _edit(app, document, CONTACT_FIELDS, document.name, at)
    elif isinstance(document, Introduction):
        one = document.people[0]
        await _edit(app, document, INTRODUCTION_FIELDS, _introducing(app.journal.names([one])[one]), at)
    else:
        await _edit_entry(app, document, at)


def edit_in_editor(app: Host, document: Contact | Interaction | Introduction) -> None:
    """Let a person, an entry or an introduction be changed as text in $EDITOR, while the app waits."""
    problem: JournalError | None = None
    if app.is_discreet:
        app.tell("Names are hidden, so this only looks. F4 shows them again.")
        return
    try:
        with app.suspend():
            try:
                if isinstance(document, Contact):
                    _edit_page(app, document, CONTACT_FIELDS)
                elif isinstance(document, Introduction):
                    _edit_page(app, document, INTRODUCTION_FIELDS)
                else:
                    _edit_page(app, document, INTERACTION_FIELDS)
            except JournalError as error:  # here, as the terminal is ours again only after the block
                problem = error
    except SuspendNotSupported:
        app.tell("This terminal cannot be lent to an editor.")
    if isinstance(problem, Ended):
        signal.raise_signal(problem.number)
    elif isinstance(problem, Changed):
        app.push_screen(ChangedDialog(problem.message, problem.hint, problem.beside))
    elif problem is not None:
        app.tell_error(problem)
    app.publish()


def _edit_page(app: Host, document: D, fields: Sequence[Field[D]]) -> None:
    journal = app.journal
    edit_page(
        journal.places.state / journal.id / "edits" / document.id,
        document,
        fields,
        form_context(app),
        write=lambda before, after: app.write_now(
            lambda: journal.change(before, _fitting(app, before, after), now=app.clock())
        ),
        standing=lambda: journal.reread(document),
        wording=_WORDING,
        tell=app.tell,
    )


async def new_person(app: Host) -> None:
    """Let someone new be written down; a namesake is told of once, and written on the second try."""
    told: set[str] = set()
    blank = Contact(id="", name="")
    context = form_context(app)

    def check(texts: Mapping[str, str]) -> None:
        name = _changed(CONTACT_FIELDS, blank, texts, context).name
        if not name:
            raise JournalError("A person needs a name.")
        there = namesakes(name, app.journal)
        if there and name not in told:
            told.add(name)
            raise JournalError(f"{there[0].name} is in your journal already.", "Save again for a namesake.")

    form = FormDialog(
        "Someone new",
        _form_fields(CONTACT_FIELDS, blank, context),
        check=check,
        draft=app.draft(_NEW_DRAFT),
        keep=lambda text: app.keep_draft(_NEW_DRAFT, text),
    )

    async def add(texts: Mapping[str, str]) -> None:
        person = _changed(CONTACT_FIELDS, blank, texts, context)
        written = await app.attempt(lambda: app.journal.add(person, now=app.clock()))
        if written is not None:
            app.keep_draft(_NEW_DRAFT, "")
            await app.show_person(written.id)
            app.tell_load(None, written)

    await app.open(form, add)


async def introduce(app: Host, person: Contact) -> None:
    """Let somebody be introduced to somebody else, unless an introduction of the two is open already."""
    blank = Introduction(id="", people=(person.id, NOBODY_YET), date=app.today)
    context, draft = form_context(app, but=person.id), f"form-introduce-{person.id}"

    def check(texts: Mapping[str, str]) -> None:
        new = complete(_changed(INTRODUCTION_FIELDS, blank, texts, context))
        if any(one.outcome == "open" for one in between(app.journal.introductions(), new.people)):
            raise JournalError("An introduction of the two is open already.", "It can be changed.")

    form = FormDialog(
        _introducing(person.name),
        _form_fields(INTRODUCTION_FIELDS, blank, context),
        check=check,
        draft=app.draft(draft),
        keep=lambda text: app.keep_draft(draft, text),
    )

    async def make(texts: Mapping[str, str]) -> None:
        new = _changed(INTRODUCTION_FIELDS, blank, texts, context)
        made = await app.attempt(lambda: app.journal.introduce(new, now=app.clock()))
        if made is not None:
            app.keep_draft(draft, "")
            app.tell(f"{say_introduction(made, '', app.journal.names(made.everyone), app.today)}.")

    await app.open(form, make)


def _introducing(name: str) -> str:
    return f"Introduce {name} to …"


async def _edit_entry(app: Host, entry: Interaction, at: str) -> None:
    """Whoever nobody has heard of is asked about once, and written down with the entry."""
    newcomers = Newcomers(form_context(app, if_nobody=""), app.journal.new_id)
    context = newcomers.context

    def check(texts: Mapping[str, str]) -> None:
        newcomers.ask_about(_changed(INTERACTION_FIELDS, entry, texts, context))

    async def change(texts: Mapping[str, str]) -> bool:
        after = _changed(INTERACTION_FIELDS, entry, texts, context)
        new = newcomers.among(after)
        now = app.clock()
        changed = await app.attempt(
            lambda: app.journal.change(entry, _fitting(app, entry, after), now=now, newcomers=new)
        )
        if changed is None:
            return False
        for person in new:
            app.tell(f"{person.name} is in the journal now.")
        _changed_into(app, entry, changed)
        return True

    who = ", ".join(app.journal.names(entry.people).values())
    fields = _form_fields(INTERACTION_FIELDS, entry, context)
    await _open_form(app, entry.id, who or "an entry of your own", fields, check, change, at)


def _fitting(app: Host, before: D, after: D) -> D:
    if isinstance(before, Interaction) and isinstance(after, Interaction):
        asked = app.journal.fitting_question(before, after, prompts=app.prompts, settings=app.settings)
        return replace(after, reflection=asked)
    return after


async def _edit(app: Host, before: D, fields: Sequence[Field[D]], title: str, at: str) -> None:
    context = form_context(app)

    def check(texts: Mapping[str, str]) -> None:
        _changed(fields, before, texts, context)

    async def change(texts: Mapping[str, str]) -> bool:
        after = _changed(fields, before, texts, context)
        changed = await app.attempt(lambda: app.journal.change(before, after, now=app.clock()))
        if changed is not None:
            _changed_into(app, before, changed)
        return changed is not None

    await _open_form(app, before.id, title, _form_fields(fields, before, context), check, change, at)


async def _open_form(
    app: Host,
    id: str,
    title: str,
    fields: Sequence[FormField],
    check: Callable[[Mapping[str, str]], None],
    change: Callable[[Mapping[str, str]], Awaitable[bool]],
    at: str,
) -> None:
    """Float the form of the document with an id; what is typed stays a draft until `change` wrote it."""
    draft = f"form-{id}"
    form = FormDialog(
        title,
        fields,
        check=check,
        draft=app.draft(draft),
        keep=lambda text: app.keep_draft(draft, text),
        at=at,
    )

    async def save(texts: Mapping[str, str]) -> None:
        if await change(texts):
            app.keep_draft(draft, "")

    await app.open(form, save)


def _changed_into(app: Host, before: Document, after: Document) -> None:
    """Show the entry, or tell what the change of a rhythm asks for."""
    if isinstance(before, Contact) and isinstance(after, Contact):
        app.tell_load(before, after)
    elif isinstance(after, Interaction) and not app.screen.is_modal:
        app.show_entry(after)


def _form_fields(fields: Sequence[Field[D]], value: D, context: FormContext) -> list[FormField]:
    return [
        FormField(
            key=field.key,
            label=field.label,
            text=field.show(value, context),
            hint=f"({field.hint or ', '.join(field.choices)})" if field.hint or field.choices else "",
            multiline=field.multiline,
        )
        for field in sorted(fields, key=lambda field: field.key != "text")
    ]


def _changed(fields: Sequence[Field[D]], before: D, texts: Mapping[str, str], context: FormContext) -> D:
    """`before` with what was typed; raises JournalError naming the field that does not fit."""
    after = before
    for field in fields:
        after = field.change(after, texts[field.key], context)
    return after


def _resolved(app: Host, name: str, if_nobody: str, but: str) -> str:
    """The id of whom a name means, written as in a form or as in a line."""
    try:
        return resolve(name.removeprefix("@").strip('"'), app.journal, app.today, but=but).id
    except Nobody as error:
        error.hint = " ".join(filter(None, (error.hint, if_nobody)))
        raise


def form_context(app: Host, *, if_nobody: str = _ELSEWHERE, but: str = "") -> FormContext:
    """What the fields of a form lean on; `if_nobody` is what one could do where a name means nobody, and
    `but` (an id) whom it cannot mean.
    """
    return FormContext(
        now=app.clock(),
        name_of=lambda id: app.journal.names([id])[id],
        resolve_person=lambda name: _resolved(app, name, if_nobody, but),
        themes=DIMENSION_NAMES,
    )
