"""Two accounts of one person made into one, in which nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from netjournal.exchange.alike import names_of
from netjournal.exchange.cards import Card
from netjournal.exchange.telephones import is_same_number, number_key, with_numbers
from netjournal.model import Contact

_OURS = frozenset({"id", "name", "about", "created", "met"})
_TELEPHONE = re.compile(r"((?:[\w-]+\.)?TEL(?:;[^:\"]*)?:)([^:;]*)")
_GROUP = re.compile(r"([\w-]+)\.[A-Za-z]")


def united(standing: Card, more: Card) -> tuple[Card, tuple[str, ...]]:
    """`standing` with what `more` adds, and what `more` says otherwise: a filled field stays as it is."""
    old, new = standing.contact, more.contact
    values: dict[str, Any] = {}
    conflicts = []
    for field in Contact.__struct_fields__:
        mine, theirs = getattr(old, field), getattr(new, field)
        if field in _OURS or not theirs:
            continue
        if field == "phones":
            values[field] = with_numbers(mine, theirs)
        elif isinstance(mine, tuple):
            values[field] = _both(mine, theirs, _SAME.get(field, _folded))
        elif not mine:
            values[field] = theirs
        elif mine != theirs:
            conflicts.append(f"{old.name}: {field} stays {mine}; the file says {theirs}")
    values["about"] = (
        old.about if new.about in old.about else "\n\n".join(filter(None, (old.about, new.about)))
    )
    values |= {"id": old.id or new.id, "created": old.created or new.created, "met": _met(old, new)}
    nicknames = values.get("nicknames", old.nicknames)
    names, called = names_of(msgspec.structs.replace(old, nicknames=nicknames))
    if set(names_of(new)[0]).isdisjoint((*names, *called)):
        values["nicknames"] = _both(nicknames, (new.name,), _folded)
    contact = msgspec.structs.replace(old, **values)
    fuller = dict(zip(old.phones, contact.phones, strict=False))
    mine = tuple(_with_number(line, fuller) for line in standing.lines)
    lines = (*mine, *_new_lines(mine, more.lines))
    return Card(contact, lines, standing.where), tuple(conflicts)


def _met(old: Contact, new: Contact) -> Any:
    if old.met is None or new.met is None:
        return old.met or new.met
    dated = old.met if old.met.date else new.met
    return msgspec.structs.replace(
        dated, place=old.met.place or new.met.place, through=old.met.through or new.met.through
    )


def _both(mine: Iterable[str], theirs: Iterable[str], same: Callable[[str], str]) -> tuple[str, ...]:
    found = {same(one) for one in mine}
    added = {same(one): one for one in reversed(tuple(theirs)) if same(one) not in found}
    return (*mine, *reversed(added.values()))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _link(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", text.strip(), flags=re.IGNORECASE)


_SAME: Mapping[str, Callable[[str], str]] = {"links": _link, "pauses": repr, "recalls": repr}


def _with_number(line: str, fuller: Mapping[str, str]) -> str:
    """A line of a telephone with its number as it is written now."""
    found = _TELEPHONE.fullmatch(line)
    number = found[2].strip() if found else ""
    return f"{found[1]}{fuller[number]}" if found and fuller.get(number, number) != number else line


def _say_the_same(lines: Sequence[str], others: Sequence[str]) -> bool:
    """Whether lines are others, or of the same kind of telephone with the same number however written."""
    return len(lines) == len(others) and all(map(_says_the_same, lines, others))


def _says_the_same(line: str, other: str) -> bool:
    if line == other:
        return True
    mine, theirs = _TELEPHONE.fullmatch(line), _TELEPHONE.fullmatch(other)
    return bool(mine and theirs and mine[1] == theirs[1] and is_same_number(mine[2], theirs[2]))


def _kind(line: str) -> str:
    """What all lines have in common that say the same."""
    found = _TELEPHONE.fullmatch(line)
    return found[1] + number_key(found[2]) if found else line


def _new_lines(mine: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    """The lines of `theirs` that are new, each group of them under a name that is not taken."""
    known = _grouped(mine)
    taken = set(known)
    alone: dict[str, list[str]] = {}
    for line in known.get("", ()):
        alone.setdefault(_kind(line), []).append(line)
    groups: dict[tuple[str, ...], list[list[str]]] = {}
    for lines in known.values():
        groups.setdefault(tuple(map(_kind, lines)), []).append(lines)
    for group, lines in _grouped(theirs).items():
        if not group:
            for line in lines:
                if not any(_says_the_same(line, old) for old in alone.get(_kind(line), ())):
                    yield line
        elif not any(_say_the_same(lines, old) for old in groups.get(tuple(map(_kind, lines)), ())):
            name, count = group, len(taken)
            while name in taken:
                count += 1
                name = f"item{count}"
            taken.add(name)
            yield from (f"{name}.{line}" for line in lines)


def _grouped(lines: Iterable[str]) -> dict[str, list[str]]:
    """The lines of each group, without its name; those of none under the empty name."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        found = _GROUP.match(line)
        group = found[1] if found else ""
        groups.setdefault(group, []).append(line[len(group) + 1 :] if group else line)
    return groups
