"""Small goals in the app: looked at, set, made longer or smaller, let go, and what counts toward them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from netjournal.errors import JournalError, Mistaken
from netjournal.language.days.words import say_near
from netjournal.language.filters.goals import filter_of
from netjournal.language.filters.nobody_yet import say_nobody_yet
from netjournal.language.filters.words import describe
from netjournal.language.forms.goal import COUNT, complete, goal_fields
from netjournal.language.introduction_words import say_introduction
from netjournal.model import Destination, Goal
from netjournal.practice.goal_counting import say_known_before, say_what_counts
from netjournal.practice.goal_presets import PRESETS
from netjournal.practice.goals import Progress
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.store.goal_progress import GoalEntries
from netjournal.tui.dialogs.choices import Choice, ChoicesDialog
from netjournal.tui.dialogs.form import FormDialog, FormField, Slip
from netjournal.tui.dialogs.goals import GoalEntriesDialog, GoalsDialog, Said, Wish
from netjournal.tui.editing import form_context
from netjournal.tui.entries import EntryRow
from netjournal.tui.host import Host
from netjournal.tui.text import Span
from netjournal.tui.widgets.row import Row, Written

_OWN = "own"
_MET = "+ there, met on: 1 june 2019"
_LEAVE_OUT = "G, enter and x leave an entry out."
_NEW_DRAFT = "form-goal"
_PLACE_DRAFT = "form-destination"
_KEYS = "1234567890"
_A_WEEK = dt.timedelta(6)
_PLACE = FormField("text", "destination", "", "(Know enough people around boats to build one)", False)


async def show_goals(app: Host, at: str = "") -> None:
    """Show all goals, the cursor on the one with this id, and do what is wanted of one."""
    today, fields, journal = app.today, app.settings.fields, app.journal
    found = await app.look_up(lambda: [journal.progress(goal, today, fields) for goal in journal.goals()])
    by_id = {one.goal.id: one for one in found}
    dialog = GoalsDialog(found, journal.destinations(), at)
    await app.open(dialog, lambda wish: _do(app, wish, by_id))


async def _do(app: Host, wish: Wish, found: Mapping[str, Progress]) -> None:
    if wish.what == "new":
        await _choose_preset(app)
    elif wish.what == "destination":
        await _new_destination(app)
    elif wish.what == "entries":
        await _show_entries(app, found[wish.id].goal)
    elif wish.what == "let_go":
        await _let_go(app, found[wish.id].goal)
    else:
        await _edit(app, found[wish.id].goal, at="by" if wish.what == "extend" else "target")


async def _choose_preset(app: Host) -> None:
    """Offer those that count what one does oneself, and one's own words."""
    own = Choice(_OWN, "Yours", "o", "in your own words, counted by a filter")
    known = [
        Choice(name, "Well tried", key, preset.many)
        for key, (name, preset) in zip(_KEYS, PRESETS.items(), strict=True)
    ]
    dialog = ChoicesDialog("A small goal", "Small is good: one evening, one week.", [*known, own])
    await app.open(dialog, lambda chosen: _new_goal(app, chosen), lambda: show_goals(app))


async def _new_goal(app: Host, name: str) -> None:
    preset = PRESETS.get(name)
    blank = Goal(
        id="",
        text=preset.text(preset.target) if preset else "",
        target=preset.target if preset else 3,
        since=app.today,
        by=app.today + _A_WEEK,
        unit=preset.unit if preset else "interaction",
        count=preset.fits if preset else "",
        when=preset.when if preset else (),
    )
    form = _form(app, "A small goal", blank, f"{_NEW_DRAFT}-{name}", at="text" if preset is None else "by")

    async def write(texts: Mapping[str, str]) -> None:
        goal = _changed(app, blank, texts)
        if preset is not None and goal.text == blank.text:
            goal = replace(goal, text=preset.text(goal.target))
        written = await app.attempt(lambda: app.journal.set_goal(goal, now=app.clock()))
        if written is None:
            return
        app.keep_draft(f"{_NEW_DRAFT}-{name}", "")
        until = f"Until {say_near(written.by, app.today)}."
        app.tell(f"{_what_counts(written)} {until} It counts itself, so forget it while you talk.")
        if known := say_known_before(written, _MET, _LEAVE_OUT):
            app.tell(known)
        if unknown := say_nobody_yet(written, app.journal):
            app.tell(unknown)
        if "another_field" in written.when:
            app.tell("Whose line of work you noted counts: + on their page, field: sailmaking.")
            if not app.settings.fields:
                app.tell("Say your own lines of work first: , opens the settings.")
        await show_goals(app, written.id)

    await app.open(form, write, lambda: show_goals(app))


async def _edit(app: Host, goal: Goal, *, at: str) -> None:
    draft = f"form-{goal.id}"

    async def write(texts: Mapping[str, str]) -> None:
        after = _changed(app, goal, texts)
        if after != goal and not await app.attempt(lambda: app.journal.change(goal, after, now=app.clock())):
            return
        app.keep_draft(draft, "")
        await show_goals(app, goal.id)

    await app.open(_form(app, "A small goal", goal, draft, at=at), write, lambda: show_goals(app, goal.id))


async def _let_go(app: Host, goal: Goal) -> None:
    after = replace(goal, let_go=app.today if goal.let_go is None else None)
    if await app.attempt(lambda: app.journal.change(goal, after, now=app.clock())):
        app.tell(f"{'Let go' if after.let_go else 'Taken up again'}: {goal.text}. u takes it back.")
        await show_goals(app, goal.id)


async def _new_destination(app: Host) -> None:
    def check(texts: Mapping[str, str]) -> None:
        if not texts["text"].strip():
            raise JournalError("Where would you like to get?", "In words; it has no number and no date.")

    form = FormDialog(
        "A destination",
        [_PLACE],
        check=check,
        draft=app.draft(_PLACE_DRAFT),
        keep=lambda text: app.keep_draft(_PLACE_DRAFT, text),
    )

    async def write(texts: Mapping[str, str]) -> None:
        new = Destination(id="", text=" ".join(texts["text"].split()))
        if await app.attempt(lambda: app.journal.set_destination(new, now=app.clock())):
            app.keep_draft(_PLACE_DRAFT, "")
            await show_goals(app)

    await app.open(form, write, lambda: show_goals(app))


async def _show_entries(app: Host, goal: Goal, at: str = "") -> None:
    """What counts toward a goal; what is left out or counts again is written, and shown again."""
    fields = app.settings.fields
    found = await app.look_up(lambda: app.journal.entries_of_goal(goal, fields))
    rows = _entry_rows(app, goal, found)
    said = _what_counts(goal) if rows else f"{_what_counts(goal)} Nothing has counted yet."
    dialog = GoalEntriesDialog(goal.text, said, rows, at)

    async def do(wish: Wish) -> None:
        if wish.what == "exclude":
            await _exclude(app, goal, wish.id)
        elif wish.what == "filter":
            days = f"from:{goal.since} to:{goal.by}"
            await app.show_only(f"({goal.count}) {days}" if goal.count else days)
        elif entry := next((one for one in found.entries if one.id == wish.id), None):
            await app.go_to_entry(entry)
        elif made := next((one for one in found.introductions if one.id == wish.id), None):
            await app.show_person(made.people[0])

    await app.open(dialog, do)


async def _exclude(app: Host, goal: Goal, id: str) -> None:
    others = tuple(one for one in goal.excluded if one != id)
    after = replace(goal, excluded=others if id in goal.excluded else (*others, id))
    written = await app.attempt(lambda: app.journal.change(goal, after, now=app.clock()))
    if written is not None:
        await _show_entries(app, written, at=id)


def _entry_rows(app: Host, goal: Goal, found: GoalEntries) -> list[Row]:
    """Those that count, the newest first, then those left out."""
    people = {id for one in found.entries for id in one.people}
    people |= {id for one in found.introductions for id in one.everyone}
    names = app.journal.names(people)
    rows: list[Row] = [EntryRow(one, names, app.today, when=_day(one.date)) for one in found.entries]
    rows += [Said(one.id, say_introduction(one, "", names, app.today)) for one in found.introductions]
    counted = [row for row in rows if row.key not in goal.excluded]
    left_out = [row for row in rows if row.key in goal.excluded]
    heading: list[Row] = [Written("left out", [(Span("Left out by hand", "muted"),), ()])] if left_out else []
    return [*counted, *heading, *left_out]


def _day(day: dt.date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _what_counts(goal: Goal) -> str:
    return say_what_counts(goal, describe(filter_of(goal), DIMENSION_NAMES))


def _form(app: Host, title: str, goal: Goal, draft: str, *, at: str) -> FormDialog:
    context = form_context(app)
    fields = [
        FormField(field.key, field.label, field.show(goal, context), f"({field.hint})", False)
        for field in goal_fields(app.journal.destinations())
    ]
    return FormDialog(
        title,
        fields,
        check=lambda texts: _slip(app, goal, texts),
        draft=app.draft(draft),
        keep=lambda text: app.keep_draft(draft, text),
        at=at,
    )


def _slip(app: Host, goal: Goal, texts: Mapping[str, str]) -> Slip | None:
    """Where in the filter the mistake is; raises JournalError naming what else is off."""
    try:
        _changed(app, goal, texts)
    except Mistaken as mistake:
        return Slip(COUNT, mistake.start, mistake.end, f"{mistake.message} {mistake.hint}".strip())
    return None


def _changed(app: Host, goal: Goal, texts: Mapping[str, str]) -> Goal:
    """`goal` with what was typed. Raises Mistaken for the filter, Misused for the rest."""
    context, before = form_context(app), goal if goal.id else None
    for field in goal_fields(app.journal.destinations()):
        goal = field.change(goal, texts[field.key], context)
    return complete(goal, before)
