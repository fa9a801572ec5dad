"""Nothing that is read, however it came to be, leads to anything but an error of ours."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.errors import JournalError
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.store.journals import NOW, entry, in_memory, person, places_in
from tests.torture.hostile import READERS, STRINGS, large

_anything = st.text(max_size=6).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(
    max_size=6
)


def _fed(pieces: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    piece = st.sampled_from((*pieces, *pieces, *STRINGS)).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
    return st.lists(piece | _anything, max_size=12).map(b"".join)


def _is_read(read: Callable[[bytes], object], data: bytes) -> None:
    with contextlib.suppress(JournalError):
        read(data)


@pytest.mark.parametrize("name", READERS)
def test_what_others_wrote_is_read_or_refused(name: str) -> None:
    pieces, read, _ = READERS[name]

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(data=_fed(pieces))
    def feed(data: bytes) -> None:
        _is_read(read, data)

    feed()
    for text in STRINGS:
        _is_read(read, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", READERS)
def test_much_of_the_same_is_read_or_refused(name: str) -> None:
    for data in large(name, 2_000):
        _is_read(READERS[name].read, data)


_damages = st.lists(
    st.tuples(
        st.sampled_from(["cut", "drop", "twice", "put", "flip"]),
        st.integers(0, 10**6),
        st.integers(1, 60),
        st.sampled_from(
            [b"\0", b'"', b"{", b"}", b",", b"\n", b"NaN", b"<<<<<<< a\n", b"\xff", b"1e999", b"[" * 99]
        ),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
@given(
    shelf=st.sampled_from(["contacts.json", "months/2026-11.json", "trash.json", "journal.json"]),
    damages=_damages,
)
def test_a_damaged_shelf_is_told_and_never_written_over(
    shelf: str, damages: list[tuple[str, int, int, bytes]]
) -> None:
    with in_memory() as folder:
        places = places_in(Path(folder))
        journal = Journal.open(places, NOW)
        ana, old = person("Ana Kovač"), person("Li Na")
        journal.bring([ana, old], [entry(people=(ana.id,), text="a talk")], title="x", now=NOW)
        journal.delete(old, now=NOW)
        journal.close()
        path = places.journal / shelf
        whole = path.read_bytes()
        data = _damaged(whole, damages)
        path.write_bytes(data)
        try:
            _used(places)
            is_refused = False
        except JournalError:
            is_refused = True
        if is_refused:
            assert path.read_bytes() == data


def _used(places: Places) -> None:
    """Read everything, and write on every shelf."""
    again = Journal.open(places, NOW)
    try:
        again.people(), again.month("2026-11"), again.problems()
        again.add(person("Yuki Mori"), now=NOW)
    finally:
        again.close()


def _damaged(data: bytes, damages: list[tuple[str, int, int, bytes]]) -> bytes:
    for kind, where, length, piece in damages:
        at = where % (len(data) + 1)
        match kind:
            case "cut":
                data = data[:at]
            case "drop":
                data = data[:at] + data[at + length :]
            case "twice":
                data = data[: at + length] + data[at:]
            case "put":
                data = data[:at] + piece + data[at:]
            case _:
                data = data[:at] + bytes(byte ^ length for byte in data[at : at + 1]) + data[at + 1 :]
    return data
