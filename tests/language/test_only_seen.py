"""A nod, a wave or a glance is no talk."""

from __future__ import annotations

from typing import Any

import pytest

from tests.language.reading_lines import firsts, read


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather("Ruth Okeke", "Omar Haddad", "Ines Duarte")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("nodded to Ruth", ""),
        ("nodded to Ruth and Omar on the stairs", ""),
        ("only a nod with Ruth", ""),
        ("waved at Ruth across the hall", ""),
        ("waved at Ruth, went home", ""),
        ("gave Ruth a wave", ""),
        ("Ruth waved at me from her bike", ""),
        ("exchanged glances with Ruth", ""),
        ("Ruth, just a nod", ""),
        ("saw Ruth, did not talk", ""),
        ("saw Ruth at the bar but didn't get to talk to her", ""),
        ("Ruth was there, no chance to talk", ""),
        ("saw Ruth across the street", ""),
        ("only saw Ruth in passing", ""),
        ("glimpsed Ruth", ""),
        ("avoided Ruth", ""),
        ("tea with Ines; nodded to Ruth", "Ines"),
        ("saw Ruth", "Ruth"),
        ("just saw Ruth at the bakery", "Ruth"),
        ("saw Ruth, did not talk much", "Ruth"),
        ("saw Ruth, did not talk about the keel", "Ruth"),
        ("saw Ruth, no time to talk shop", "Ruth"),
        ("sat with Ruth, did not talk", "Ruth"),
        ("nodded to Ruth; she came over and told me of the keel", "Ruth"),
        ("waved at Ruth and we sat together", "Ruth"),
        ("waved at Ruth, we had a beer", "Ruth"),
        ("Ruth waved me over", "Ruth"),
        ("met Ruth, she nodded off", "Ruth"),
        ("waved goodbye to Ruth", "Ruth"),
        ("said hello to Ruth", "Ruth"),
        ("Ruth smiled at me and told me everything", "Ruth"),
    ],
)
def test_whom_one_only_saw_was_not_met(line: str, who: str, room: Any) -> None:
    assert firsts(read(line, room)) == who.split()
