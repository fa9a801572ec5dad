"""Who made whom known: a forest, so nobody is met through somebody who was met through them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netjournal.errors import JournalError
from netjournal.model import Raw
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk

_SHELF = "contacts"


def refuse_circles(desk: Desk, edits: Iterable[Edit]) -> None:
    """Raises JournalError if with `edits` somebody would be met through themselves, however far around."""
    new = [edit for edit in edits if edit.shelf == _SHELF]
    moved = [edit for edit in new if _through(edit.after) not in ("", _through(edit.before))]
    if not moved:
        return
    people = desk.documents(_SHELF) | {edit.id: edit.after for edit in new}
    for edit in moved:
        if edit.id in _chain(people, edit.id):
            name = (edit.after or {}).get("name")
            raise JournalError(
                f"{name} would be met through people whom you met through {name}.",
                "Who came first? Change the other one's `met through` before.",
            )


def _chain(people: Mapping[str, Raw | None], id: str) -> set[str]:
    """Everyone through whom somebody was met, going up; ends also where a circle stands on disk."""
    found: set[str] = set()
    above = _through(people.get(id))
    while above and above not in found:
        found.add(above)
        above = _through(people.get(above))
    return found


def _through(raw: Raw | None) -> str:
    met = raw.get("met") if isinstance(raw, dict) else None
    through = met.get("through") if isinstance(met, dict) else None
    return through if isinstance(through, str) else ""
