"""The files one writes oneself: what cannot be read is said, whatever it is, and the rest holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.practice.prompts import built_in
from netjournal.settings import DEFAULTS
from netjournal.store.own import Own

CONTENTS = ("ask = " + "[" * 9_000, "ask = " + "{a=" * 3_000, f"ask = {'9' * 5_000}", "ask = \xff", "\0")


@pytest.mark.parametrize("content", CONTENTS)
def test_settings_that_cannot_be_read_are_told_by_name(content: str, tmp_path: Path) -> None:
    own = Own(tmp_path)
    own.settings_file.write_text(content, "latin-1")
    settings, noticed = own.read_settings()
    assert settings == DEFAULTS
    assert {one.path for one in noticed} == {own.settings_file}


@pytest.mark.parametrize("content", CONTENTS)
def test_questions_that_cannot_be_read_are_told_by_name(content: str, tmp_path: Path) -> None:
    (tmp_path / "prompts.d").mkdir()
    path = tmp_path / "prompts.d" / "own.toml"
    path.write_text(content, "latin-1")
    library, noticed = Own(tmp_path).library("en")
    assert tuple(library.prompts) == built_in()
    assert {one.path for one in noticed} == {path}
