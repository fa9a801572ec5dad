"""Which goal or destination is meant by what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.folding import fold, words
from netjournal.model import Destination, Goal, short_id
from netjournal.store.journal import Journal

N = TypeVar("N", Goal, Destination)


def find_goal(journal: Journal, typed: Sequence[str]) -> Goal:
    """The goal whose id ends so, or whose text has these words; of several the one that was not let go.

    Raises Misused if nothing is typed, JournalError if none fits, Unclear if several do.
    """
    found = _meant(journal.goals(), typed, "goal")
    standing = [goal for goal in found if goal.let_go is None]
    return _only(standing if standing else found, typed, "goals")


def find_destination(journal: Journal, typed: Sequence[str]) -> Destination:
    """The destination whose id ends so, or whose text has these words. Raises like `find_goal`."""
    return _only(_meant(journal.destinations(), typed, "destination"), typed, "destinations")


def _meant(documents: Sequence[N], typed: Sequence[str], kind: str) -> list[N]:
    wanted = words(fold(" ".join(typed)))
    if not wanted:
        raise Misused(f"Which {kind} do you mean?", "Give some words of it, or its id.")
    if len(wanted) == 1 and (by_id := [one for one in documents if _is_tail(one.id, wanted[0])]):
        return by_id
    found = [one for one in documents if _begins(wanted, words(fold(one.text)))]
    if not found:
        raise JournalError(f"No {kind} has these words.", "`netjournal goals --all` shows them all.")
    same = [one for one in found if words(fold(one.text)) == wanted]
    return same or found


def _is_tail(id: str, typed: str) -> bool:
    return len(typed) >= 4 and id.lower().endswith(typed)


def _begins(wanted: Sequence[str], there: Sequence[str]) -> bool:
    """Whether each wanted word begins one that is there."""
    return all(any(word.startswith(one) for word in there) for one in wanted)


def _only(found: Sequence[N], typed: Sequence[str], kind: str) -> N:
    if len(found) > 1:
        lines = [f"{one.text}  {short_id(one.id)}" for one in found]
        raise Unclear(f"Several {kind} fit “{' '.join(typed)}”:", lines, "Type more of it, or its id.")
    return found[0]
