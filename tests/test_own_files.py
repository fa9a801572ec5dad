"""The files one writes oneself: what cannot be read is said, whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.errors import JournalError
from netjournal.practice.prompts import built_in, with_own
from netjournal.settings import read_settings


@pytest.mark.parametrize("read", [read_settings, lambda path: with_own(built_in(), path)])
@pytest.mark.parametrize(
    "content", ["ask = " + "[" * 9_000, "ask = " + "{a=" * 3_000, f"ask = {'9' * 5_000}", "ask = \xff", "\0"]
)
def test_it_is_told_by_name(read: Callable[[Path], object], content: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, "latin-1")
    with pytest.raises(JournalError, match=r"own\.toml"):
        read(path)
