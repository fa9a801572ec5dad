"""The trash in the app: what was deleted as it was written, and back into the journal with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netjournal.language.days.words import say_day
from netjournal.model import Contact, Interaction
from netjournal.store.trash import WHOLE, Trashed
from netjournal.tui.dialogs.trash import TrashDialog
from netjournal.tui.entries import EntryRow
from netjournal.tui.host import Host
from netjournal.tui.text import Line, Span, paragraph, span, spread
from netjournal.tui.widgets.row import Row, Written

_EMPTY = "Nothing was deleted in the last three months."
_TOLD = f"After {WHOLE} days they go for good."


class TrashedRow(Row):
    """Something deleted: what it was and when it went, and below it what was written."""

    def __init__(self, one: Trashed, title: str, names: Mapping[str, str], today: dt.date) -> None:
        super().__init__(one.id)
        self._one = one
        self._title = title
        self._names = names
        self._today = today

    def lines(self, width: int) -> Sequence[Line]:
        """As many lines as there was written, and an empty one."""
        one = self._one
        when = f"deleted {say_day(one.deleted.date(), self._today)}"
        if isinstance(one.value, Interaction):
            day = say_day(one.value.date, self._today)
            words = list(EntryRow(one.value, self._names, self._today, when=day).lines(width))
            return [*words[:-1], *paragraph(when, width, style="muted", indent=2), ()]
        about = (span(f"{one.kind} · {when}", "muted"),)
        head = spread((span(self._title, "strong"),), about, width)
        return [*head, *(line for text in _told(one) for line in paragraph(text, width, indent=2)), ()]


async def show_trash(host: Host, at: str = "") -> None:
    """Float the trash; what one chooses is brought back, and the list is there again."""
    found = {one.id: one for one in host.journal.trashed()}
    rows = list(_rows(host, found.values())) or [Written("none", [(Span(_EMPTY, "muted"),)])]

    async def bring_back(id: str) -> None:
        one = found[id]
        title = host.journal.title_of(one)
        if await host.attempt(lambda: host.journal.bring_back(one, now=host.clock())):
            host.tell(f"“{title}” is in the journal again. u moves it to the trash.")
        await show_trash(host, _following(list(found), id))

    await host.open(TrashDialog(rows, _TOLD if found else "", at), bring_back)


def _rows(host: Host, found: Iterable[Trashed]) -> Iterator[Row]:
    for one in found:
        people = one.value.people if isinstance(one.value, Interaction) else ()
        yield TrashedRow(one, host.journal.title_of(one), host.journal.names(people), host.today)


def _told(one: Trashed) -> Iterator[str]:
    """What was written down of somebody, or beside something, as lines."""
    value = one.value
    if isinstance(value, Contact):
        work = " · ".join(part for part in (value.role, value.organisation, value.place) if part)
        yield from (part for part in (work, value.about) if part)
        for label, parts in (("", value.details), ("needs ", value.needs), ("offers ", value.offers)):
            yield from (f"{label}{part}" for part in parts)
    if one.merged:
        yield "Made one with another page; brought back, both stand, and what happened stays with that one."


def _following(ids: Sequence[str], id: str) -> str:
    place = ids.index(id)
    return next(iter((*ids[place + 1 :], *reversed(ids[:place]))), "")
