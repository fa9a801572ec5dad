"""Through whom one met somebody new."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netjournal.language.capture import capture
from netjournal.language.names.introduced import introduced_two

_NOW = dt.datetime.fromisoformat("2026-11-17T10:00:00+00:00")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Yusuf introduced me to @Emre, a carpenter", "Emre through Yusuf Demir"),
        (
            "tea at the port, yusuf introduced us to his friends @Emre and @Ivo",
            "Emre Ivo through Yusuf Demir",
        ),
        ("met @Emre and @Ivo through Yusuf at the port", "Emre Ivo through Yusuf Demir"),
        ("@Emre, shy, likes bach; Yusuf introduced us", "Emre through Yusuf Demir"),
        ("was introduced to @Emre by Lali", "Emre through Lali"),
        ("tea with Yusuf, he introduced me to @Emre", "Emre through Yusuf Demir"),
        ("tea with Yusuf and Lali, she introduced me to @Emre", ""),
        ("Yusuf introduced me to Lali", ""),
        ("Yusuf introduced Lali to @Emre", ""),
        ("Yusuf introduced us to the harbour, @Emre came", ""),
        ("@Emre and @Ivo, Yusuf introduced us", ""),
        ("met @Emre, heard of it through Yusuf", ""),
        ("met @Emre by Yusuf's boat", ""),
        ("@Ivo introduced me to @Emre", ""),
        ("tea with @Emre", ""),
    ],
)
def test_who_made_one_meet_them(line: str, told: str, gather: Any) -> None:
    found = capture(line, _NOW, gather("Yusuf Demir", "Lali")).through
    names = [name for name, _ in found]
    assert " ".join([*names, *(f"through {by.name}" for _, by in found[:1])]) == told
    assert len({by for _, by in found}) <= 1


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("introduced yusuf to lali (boats), both were keen", ["Yusuf Demir", "Lali"]),
        ("tea at the port, then introduced Lali and Yusuf", ["Lali", "Yusuf Demir"]),
        ("Lali introduced Yusuf to Emre", []),
        ("introduced Yusuf to my mother, Lali came later", []),
        ("Yusuf introduced me to Lali", []),
        ("introduced Yusuf to Lali's book", []),
    ],
)
def test_whom_one_introduced_oneself(text: str, two: list[str], gather: Any) -> None:
    found = introduced_two(text, gather("Yusuf Demir", "Lali", "Emre"))
    assert [one.name for one in found or ()] == two
