"""Nothing that is read, however it came to be, leads to anything but an error of ours."""

from __future__ import annotations

import pytest

from tests.torture.fuzzing import damage_shelves, feed, is_read
from tests.torture.hostile import READERS, STRINGS, large


@pytest.mark.parametrize("name", READERS)
def test_what_others_wrote_is_read_or_refused(name: str) -> None:
    feed(name, 40)
    for text in STRINGS:
        is_read(READERS[name].read, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", READERS)
def test_much_of_the_same_is_read_or_refused(name: str) -> None:
    for data in large(name, 1_000):
        is_read(READERS[name].read, data)


def test_a_damaged_shelf_is_told_and_never_written_over() -> None:
    damage_shelves(50)
