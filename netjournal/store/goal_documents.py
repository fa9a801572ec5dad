"""Small goals and destinations as they stand in their files."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from netjournal.errors import Mistaken, Unavailable
from netjournal.model import Destination, Goal, Raw, from_raw


def goal_of(id: str, raw: object) -> Goal:
    """The goal that stands on the shelf; raises Unavailable if it does not fit, or its filter is none."""
    from netjournal.language.filters.goals import filter_of  # a log without goals needs nothing of it

    goal = from_raw(Goal, id, raw, "goals.json")
    try:
        filter_of(goal)
    except Mistaken as mistake:
        raise Unavailable(
            f"goals.json: {id}: count: {mistake.message}", "It was left as it is. Mend the file by hand."
        ) from mistake
    return goal


def check_goals(shelf: str, id: str, raw: object) -> None:
    """Raises Unavailable if a document of the shelf of goals, or of destinations, does not fit."""
    if shelf == "goals":
        goal_of(id, raw)
    else:
        from_raw(Destination, id, raw, f"{shelf}.json")


def readable_goals(documents: Mapping[str, Raw]) -> Iterator[tuple[Goal, Raw]]:
    """The goals among documents, each with its document; those that cannot be read are left out."""
    for id, raw in documents.items():
        with contextlib.suppress(Unavailable):
            yield goal_of(id, raw), raw
