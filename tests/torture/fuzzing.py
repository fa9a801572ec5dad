"""Whatever hypothesis makes of the pieces that readers know, and of whole shelves, is read or refused."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.errors import JournalError
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import NOW, entry, in_memory, person, places_in
from tests.torture.hostile import READERS, STRINGS

Damage = tuple[str, int, int, bytes]
SHELVES = ("contacts.json", "months/2026-11.json", "trash.json", "journal.json")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_anything = st.text(max_size=6).map(_bytes) | st.binary(max_size=6)
_pieces = (b"\0", b'"', b"{", b"}", b",", b"\n", b"NaN", b"<<<<<<< a\n", b"\xff", b"1e999", b"[" * 99)
_damages = st.lists(
    st.tuples(
        st.sampled_from(["cut", "drop", "twice", "put", "flip"]),
        st.integers(0, 10**6),
        st.integers(1, 60),
        st.sampled_from(_pieces),
    ),
    min_size=1,
    max_size=3,
)


def _often(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
    )


def feed(name: str, examples: int) -> None:
    """Feed a reader; whatever it raises but errors of ours comes out."""
    pieces, read, _ = READERS[name]
    piece = st.sampled_from((*pieces, *pieces, *STRINGS)).map(_bytes)

    @_often(examples)
    @given(data=st.lists(piece | _anything, max_size=12).map(b"".join))
    def fed(data: bytes) -> None:
        is_read(read, data)

    fed()


def is_read(read: Callable[[bytes], object], data: bytes) -> None:
    """Let something be read, or refused with an error of ours."""
    with contextlib.suppress(JournalError):
        read(data)


def damage_shelves(examples: int) -> None:
    """Damage a shelf of a journal and go on with it: it is read, or told and never written over."""

    @_often(examples)
    @given(shelf=st.sampled_from(SHELVES), damages=_damages)
    def damaged(shelf: str, damages: list[Damage]) -> None:
        with in_memory() as folder:
            places = places_in(Path(folder))
            _begin(places)
            path = places.journal / shelf
            data = path.read_bytes()
            for damage in damages:
                data = _damaged(data, *damage)
            path.write_bytes(data)
            try:
                _use(places)
                is_refused = False
            except JournalError:
                is_refused = True
            if is_refused:
                assert path.read_bytes() == data

    damaged()


def _begin(places: Places) -> None:
    journal = Journal.open(places, NOW)
    ana, gone = person("Ana Kovač"), person("Li Na")
    journal.bring([ana, gone], [entry(people=(ana.id,), text="a talk")], title="x", now=NOW)
    journal.delete(gone, now=NOW)
    journal.close()


def _use(places: Places) -> None:
    """Read everything, and write."""
    again = Journal.open(places, NOW)
    try:
        again.people(), again.month("2026-11"), again.problems()
        again.add(person("Yuki Mori"), now=NOW)
    finally:
        again.close()


def _damaged(data: bytes, kind: str, where: int, length: int, piece: bytes) -> bytes:
    at = where % (len(data) + 1)
    match kind:
        case "cut":
            return data[:at]
        case "drop":
            return data[:at] + data[at + length :]
        case "twice":
            return data[: at + length] + data[at:]
        case "put":
            return data[:at] + piece + data[at:]
        case _:
            return data[:at] + bytes(byte ^ length for byte in data[at : at + 1]) + data[at + 1 :]
