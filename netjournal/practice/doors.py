"""Who opened doors: everyone below whoever they were met through, as a forest (reflection.md §3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.language.folding import fold
from netjournal.model import Acquaintance

_BRANCH, _LAST, _PAST, _NOTHING = "├─ ", "└─ ", "│  ", "   "


class Place(NamedTuple):
    """A person in a tree: `depth` steps below its top, `is_last` of those met through the same person."""

    person: Acquaintance
    depth: int
    is_last: bool


class Forest(NamedTuple):
    """Everyone by id, those met through each (ids), and those who were met through nobody here (ids).

    Siblings and tops stand in the order of their names.
    """

    people: Mapping[str, Acquaintance]
    below: Mapping[str, tuple[str, ...]]
    tops: tuple[str, ...]

    def under(self, top: str) -> Iterator[Place]:
        """A person and all who were met through them, however far down, each after the one above them."""
        waiting = [(top, 0, True)]
        while waiting:
            id, depth, is_last = waiting.pop()
            yield Place(self.people[id], depth, is_last)
            children = self.below.get(id, ())
            waiting += [(child, depth + 1, child == children[-1]) for child in reversed(children)]

    def openers(self) -> tuple[str, ...]:
        """The tops below whom there is somebody."""
        return tuple(id for id in self.tops if id in self.below)


def plant(people: Iterable[Acquaintance]) -> Forest:
    """The forest of `people`.

    Whoever was met through somebody who is not among them is a top. So is, in a circle that only a file
    written by hand can hold, the one who came into the journal first.
    """
    everyone = {person.id: person for person in people}
    above = _without_circles(
        {
            id: person.through
            for id, person in everyone.items()
            if person.through in everyone and person.through != id
        }
    )
    ordered = sorted(everyone, key=lambda id: (fold(everyone[id].name), id))
    below: dict[str, list[str]] = {}
    for id in ordered:
        if id in above:
            below.setdefault(above[id], []).append(id)
    children = {id: tuple(met) for id, met in below.items()}
    return Forest(everyone, children, tuple(id for id in ordered if id not in above))


def doors_opened(people: Iterable[Acquaintance]) -> dict[str, int]:
    """How many people were met through each (by id), directly or further down; who opened none is left out.

    Ana > Karim, Li and Li > Mo: Ana 3, Li 1.
    """
    return counted(plant(people))


def counted(forest: Forest) -> dict[str, int]:
    """`doors_opened` of a forest."""
    counts: dict[str, int] = {}
    for top in forest.openers():
        for person, _, _ in reversed(tuple(forest.under(top))):
            children = forest.below.get(person.id, ())
            if children:
                counts[person.id] = sum(1 + counts.get(child, 0) for child in children)
    return counts


def tree_lines(forest: Forest, top: str, counts: Mapping[str, int]) -> Iterator[str]:
    """The tree below a person as text, one name a line, with the doors that each opened (`counted`).

    ``Ana · 3 doors``, ``├─ Karim``, ``└─ Li · 1 door``, ``   └─ Mo``.
    """
    rails: list[str] = []
    for person, depth, is_last in forest.under(top):
        del rails[max(0, depth - 1) :]
        lead = "".join(rails) + ((_LAST if is_last else _BRANCH) if depth else "")
        yield f"{lead}{person.name}{_doors(counts.get(person.id, 0))}"
        if depth:
            rails.append(_NOTHING if is_last else _PAST)


def _doors(count: int) -> str:
    return f" · {count} door{'s' if count > 1 else ''}" if count else ""


def _without_circles(above: dict[str, str]) -> Mapping[str, str]:
    """`above` with each circle opened where its first id stands."""
    done: set[str] = set()
    for start in sorted(above):
        path: dict[str, None] = {}
        id = start
        while id in above and id not in done and id not in path:
            path[id] = None
            id = above[id]
        if id in path:
            steps = list(path)
            del above[min(steps[steps.index(id) :])]
        done.update(path)
    return above
