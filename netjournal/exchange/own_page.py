"""A person, an entry or an introduction as one block of text in one's own editor, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from netjournal.errors import Changed, JournalError
from netjournal.exchange.own_editor import Ended, Sheet, run_editor
from netjournal.language.forms.pages import Field, FormContext, read_form, write_form
from netjournal.model import Contact, Interaction, Introduction, from_raw, to_raw

D = TypeVar("D", Contact, Interaction, Introduction)


class Wording(NamedTuple):
    """What is said about a page that was never kept: when it is gone on with, and how to do so later."""

    going_on: str
    kept: str


def edit_page(
    folder: Path,
    document: D,
    fields: Sequence[Field[D]],
    context: FormContext,
    *,
    write: Callable[[D, D], D],
    standing: Callable[[], D],
    wording: Wording,
    tell: Callable[[str], None],
    afresh: bool = False,
) -> D:
    """The document as it is kept after the editor was closed; `write` keeps what differs.

    A page that could not be kept stays in `folder`, and the next call goes on with it, unless it is to begin
    `afresh`. Where somebody else changed the same meanwhile, nothing is written over: the error says what is
    `standing` there beside what was typed. Raises what the editor, the page and `write` raise.
    """
    with Sheet(folder) as sheet:
        before = None if afresh else _left_over(sheet, document)
        if before is None or _is_kept(sheet, before, document, fields, context):
            before = document
            sheet.lay_out(write_form(fields, before, context), to_raw(before))
        else:
            tell(wording.going_on)
        try:
            run_editor(sheet.path)
            after = read_form(fields, sheet.read(), before, context)
            kept = before if after == before else write(before, after)
        except JournalError as error:
            if isinstance(error, Changed):
                _lay_beside(sheet, error, fields, (before, after, standing()), context)
            _keep_typed(sheet, error, wording)
            raise
        sheet.throw_away()
    return kept


def _keep_typed(sheet: Sheet, error: JournalError, wording: Wording) -> None:
    """Throw the page away if nothing was typed on it, else say so; all that a cut off editor left stays."""
    if isinstance(error, Ended):
        sheet.rescue()
    elif sheet.left_over() is None:
        sheet.throw_away()
    else:
        error.hint = f"{error.hint} {wording.kept}".strip()


def _lay_beside(
    sheet: Sheet, error: Changed, fields: Sequence[Field[D]], pages: tuple[D, D, D], context: FormContext
) -> None:
    """Lay out what stands there now with what was typed put into it, and tell the error of both."""
    before, after, now = pages
    mine = now
    for field in fields:
        typed = field.show(after, context)
        if typed != field.show(before, context):
            mine = field.take(mine, typed, context)
    shown = ((field.label, field.show(now, context), field.show(mine, context)) for field in fields)
    error.beside = tuple(row for row in shown if row[1] != row[2])
    sheet.lay_out(write_form(fields, now, context), to_raw(now))
    sheet.type(write_form(fields, mine, context))


def _is_kept(sheet: Sheet, before: D, standing: D, fields: Sequence[Field[D]], context: FormContext) -> bool:
    """Whether all that was typed stands by now: a crash came before the page was thrown away."""
    try:
        typed = read_form(fields, sheet.read(), before, context)
    except JournalError:
        return False
    shown = ([field.show(page, context) for page in (typed, before, standing)] for field in fields)
    return all(typed_so in others for typed_so, *others in shown)


def _left_over(sheet: Sheet, document: D) -> D | None:
    """What a page that was never kept was made from."""
    left = sheet.left_over()
    return None if left is None else from_raw(type(document), document.id, left, str(sheet.path))
