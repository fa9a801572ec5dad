"""A draft is what was typed last, whoever else wrote or dropped it meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.store import drafts as module
from netjournal.store.drafts import Drafts


def test_a_draft_that_stands_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep("log", "tea with Jorge")
    written: list[Path] = []
    monkeypatch.setattr(module, "write_whole", lambda path, data: written.append(path))
    drafts.keep("log", "tea with Jorge")
    assert written == []
    drafts.keep("log", "tea with Jorge ")
    assert len(written) == 1


def test_what_another_made_of_a_draft_is_written_over(tmp_path: Path) -> None:
    here, there = Drafts(tmp_path / "drafts"), Drafts(tmp_path / "drafts")
    here.keep("log", "tea with Jorge")
    there.keep("log", "a walk")
    here.keep("log", "tea with Jorge")
    assert there.get("log") == "tea with Jorge"
    there.drop("log")
    here.keep("log", "tea with Jorge")
    assert there.get("log") == "tea with Jorge"
    here.keep("log", "  ")
    assert there.get("log") == ""
