"""The keys below what one types: however narrow it is, a key stands beside what it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from netjournal.tui.text import Span, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line

KEYS = keys_line(("ctrl+s", "save"), ("tab", "next"), ("esc", "keep as draft"))
SAID = (span("That day does not fit.", "accent"), Span("\n", "text"), *KEYS)


@asynccontextmanager
async def shown(line: KeyLine, width: int) -> AsyncIterator[Pilot[None]]:
    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield line

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return {"text-accent": "white"}

    async with Shown().run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        yield pilot


def lines(line: KeyLine) -> list[str]:
    return [row.rstrip() for row in str(line.content).split("\n")]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, ["ctrl+s save   tab next   esc keep as draft"]),
        (36, ["ctrl+s save   tab next", "esc keep as draft"]),
        (20, ["ctrl+s save", "tab next", "esc keep as draft"]),
    ],
)
async def test_a_line_of_keys_breaks_between_them(width: int, expected: list[str]) -> None:
    line = KeyLine(KEYS)
    async with shown(line, width) as pilot:
        assert lines(line) == expected
        line.say(SAID)
        await pilot.pause()
        assert lines(line) == ["That day does not fit.", *expected]
        await pilot.resize_terminal(80, 12)
        for _ in range(20):
            await pilot.pause(0.02)
            if len(lines(line)) == 2:
                break
        assert len(lines(line)) == 2
