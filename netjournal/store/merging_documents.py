"""Two states of a journal made one, document by document, whatever shelf each stands on (issue 6 §3).

Nothing here reads or writes a file, and nothing depends on which state is whose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from netjournal.model import Raw
from netjournal.model.registers import kind_on, moment, registers, stamps_of
from netjournal.store.merging_fields import Lost, covered, digest, fits, merge_raw
from netjournal.store.uniting_people import renamed, to_nobody

Tables = Mapping[str, Mapping[str, Raw]]
"""Documents by shelf and id; `trash` among them."""

_TRASH = "trash"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME, _REST = 10, 16


class Loss(NamedTuple):
    """That a register (`path`) of a document was changed on both sides: what is `kept` of it, what `lost`."""

    shelf: str
    id: str
    path: str
    kept: Any
    lost: Any


class Merged(NamedTuple):
    """The one state, what of the two it does not say, and what (shelf, id) came back from the trash."""

    tables: dict[str, dict[str, Raw]]
    losses: tuple[Loss, ...]
    returned: tuple[tuple[str, str], ...]


class _State(NamedTuple):
    """One document in one of the states: where and what it is, or what the trash has of it."""

    shelf: str = ""
    raw: Raw | None = None
    stone: Raw | None = None

    @property
    def content(self) -> Raw | None:
        """What it says, or last said; None if nobody knows."""
        if self.raw is not None or self.stone is None:
            return self.raw
        document: Raw | None = _field(self.stone, "document")
        return document

    @property
    def is_forgotten(self) -> bool:
        return _field(self.stone, "forgotten") is True


_NOWHERE = _State()


def merge_documents(base: Tables, ours: Tables, theirs: Tables, now: str) -> Merged:
    """What `ours` and `theirs` make together, both having begun with `base` (empty if that is not known).

    A document that one side deleted stays where the other changed it, but not one of somebody forgotten.
    What a later change replaced goes to the trash as ``{"deleted": now, "from": shelf, "of": id, "field":
    path, "value": …}``. The same whichever of the two is ours.
    """
    return _Merging(now).merge(*map(_by_id, (base, ours, theirs)))


def loss_record(loss: Loss, now: str) -> tuple[str, Raw]:
    """What the trash keeps of a loss, with its id: the same for the same loss on every machine."""
    number = int(digest([loss.id, loss.path, loss.lost]), 16)
    letters = "".join(_CROCKFORD[number >> 5 * place & 31] for place in range(_REST))
    record = {"deleted": now, "from": loss.shelf, "of": loss.id, "field": loss.path, "value": loss.lost}
    return loss.id[:_TIME].rjust(_TIME, "0") + letters, record


class _Merging:
    """One merge: what it makes, and what it tells of."""

    def __init__(self, now: str) -> None:
        self._now = now
        self._found: dict[str, _State] = {}
        self._losses: dict[tuple[str, str, str], Loss] = {}
        self._returned: list[tuple[str, str]] = []

    def merge(self, *states: Mapping[str, tuple[_State, ...]]) -> Merged:
        """The one state of three: what both began with, and the two."""
        for id in sorted({id for state in states for id in state}):
            base, one, other = (self._settled(id, state.get(id, ())) for state in states)
            self._found[id] = self._one(id, base, one, other)
        self._follow_unions()
        self._remember_losses(states[0])
        tables: dict[str, dict[str, Raw]] = {}
        for id, state in self._found.items():
            if state.raw is not None:
                tables.setdefault(state.shelf, {})[id] = state.raw
            if state.stone is not None:
                tables.setdefault(_TRASH, {})[id] = state.stone
        losses = (loss for loss in self._losses.values() if loss_record(loss, "")[0] in self._found)
        return Merged(tables, tuple(losses), tuple(self._returned))

    def _settled(self, id: str, found: tuple[_State, ...]) -> _State:
        """A document that stands in several places, as after a merge by files, where it belongs."""
        alive = [state for state in found if state.raw is not None]
        stone = next((state.stone for state in found if state.stone is not None), None)
        if len(alive) + (stone is not None) <= 1:
            return found[0] if found else _NOWHERE
        state = alive[0]
        for other in alive[1:]:
            state = self._mixed(id, None, state, other)
        return self._one(id, _NOWHERE, state, _State(stone=stone)) if stone is not None else state

    def _one(self, id: str, base: _State, one: _State, other: _State) -> _State:
        if one == other or other == base:
            return one
        if one == base:
            return other
        if one.is_forgotten or other.is_forgotten:
            return _State(stone=_newest(state.stone for state in (one, other) if state.is_forgotten))
        if self._is_alive(base, one, other):
            if one.raw is None or other.raw is None:
                self._returned.append((one.shelf or other.shelf, id))
            return self._mixed(id, base.content, one, other)._replace(stone=None)
        return self._dead(id, base, one, other)

    def _is_alive(self, base: _State, one: _State, other: _State) -> bool:
        if one.raw is not None and other.raw is not None:
            return True
        living, dead = (one, other) if one.raw is not None else (other, one)
        if living.raw is None:
            return False
        if base.raw is not None:
            return living.raw != base.raw
        if base.stone is not None or dead.stone is None:
            return True
        if dead.content is not None:
            return not covered(kind_on(living.shelf), living.raw, dead.content)
        newest = max(map(moment, (_created(living.raw), *stamps_of(living.raw).values())))
        return newest > moment(str(_field(dead.stone, "deleted")))

    def _mixed(self, id: str, base: Raw | None, one: _State, other: _State) -> _State:
        """The content of both, on the shelf where it belongs."""
        known = [state.content if state.content is not None else base for state in (one, other)]
        mine, *others = (raw for raw in known if raw is not None)
        shelf = max(state.shelf or str(_field(state.stone, "from") or "") for state in (one, other))
        kind = kind_on(shelf)
        mixed = merge_raw(kind, base, mine, others[0] if others else mine)
        day = mixed.raw.get("date") if isinstance(mixed.raw, dict) else None
        if (
            shelf.startswith("months/")
            and isinstance(day, str)
            and kind is not None
            and fits(kind, mixed.raw)
        ):
            shelf = f"months/{day[:7]}"
        for lost in mixed.lost:
            self._lose(shelf, id, lost)
        return _State(shelf, mixed.raw)

    def _dead(self, id: str, base: _State, one: _State, other: _State) -> _State:
        if other.stone is None or one.stone is None:
            return _State(stone=other.stone if one.stone in (None, base.stone) else one.stone)
        newest = _newest((one.stone, other.stone))
        if one.content is None or other.content is None:
            return _State(stone=newest)
        mixed = self._mixed(id, base.content, one, other)
        return _State(stone={**newest, "from": mixed.shelf, "document": mixed.raw})

    def _lose(self, shelf: str, id: str, lost: Lost) -> None:
        loss = Loss(shelf, id, lost.path, lost.kept, lost.value)
        same = self._losses.get(key := (id, lost.path, digest(lost.value)), loss)
        self._losses[key] = max(same, loss, key=lambda one: (one.shelf, digest(one.kept)))

    def _follow_unions(self) -> None:
        """Whatever names somebody who is part of another's page names the other, on both sides."""
        gone = {id: _field(state.stone, "merged") for id, state in self._found.items() if state.raw is None}
        unions = {id: kept for id, kept in gone.items() if isinstance(kept, str) and kept != id}
        if not unions:
            return
        for id, state in self._found.items():
            raw = state.raw
            if not isinstance(raw, dict):
                continue
            text = str(raw)
            for old, kept in unions.items():
                raw = renamed(raw, old, kept) if old in text else raw
            if raw != state.raw:
                raw = to_nobody(id, raw) if state.shelf == "contacts" else raw
                kind = kind_on(state.shelf)
                if kind is None or fits(kind, raw):
                    self._found[id] = state._replace(raw=raw)

    def _remember_losses(self, base: Mapping[str, tuple[_State, ...]]) -> None:
        """Into the trash with what is lost, unless it stands after all, or is of somebody forgotten."""
        for loss in self._losses.values():
            id, record = loss_record(loss, self._now)
            if id not in self._found:
                self._found[id] = _State(stone=record)
        for id, state in list(self._found.items()):
            of = _field(state.stone, "of")
            about = self._found.get(of) if isinstance(of, str) else None
            if about is None or id in base:
                continue
            if about.is_forgotten or self._stands(about, state.stone):
                del self._found[id]
            elif about.shelf and state.stone is not None:
                self._found[id] = _State(stone={**state.stone, "from": about.shelf})

    def _stands(self, about: _State, record: Raw | None) -> bool:
        if not isinstance(about.raw, dict):
            return False
        path, value = _field(record, "field"), _field(record, "value")
        return value is not None and registers(about.raw, kind_on(about.shelf)).get(path) == value


def _by_id(tables: Tables) -> dict[str, tuple[_State, ...]]:
    found: dict[str, tuple[_State, ...]] = {}
    for shelf, documents in tables.items():
        for id, raw in documents.items():
            state = _State(stone=raw) if shelf == _TRASH else _State(shelf, raw)
            found[id] = (*found.get(id, ()), state)
    return found


def _newest(stones: Iterable[Raw | None]) -> Raw:
    def rank(stone: Raw) -> tuple[Any, ...]:
        return moment(str(_field(stone, "deleted"))), digest(stone)

    return max(_known(stones), key=rank)


def _known(stones: Iterable[Raw | None]) -> Iterator[Raw]:
    yield from (stone for stone in stones if stone is not None)


def _created(raw: Raw) -> str:
    return str(_field(raw, "created"))


def _field(raw: Any, name: str) -> Any:
    return raw.get(name) if isinstance(raw, Mapping) else None
