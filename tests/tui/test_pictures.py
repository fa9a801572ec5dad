"""The pictures in the repository are what the app draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.pictures import FOLDER, PICTURES, journal_in, pictures

pytestmark = pytest.mark.usefixtures("drawn", "styled_alone")


def test_the_pictures_show_the_app_as_it_is(tmp_path: Path) -> None:
    drawn = dict(pictures(journal_in(tmp_path)))
    assert {path.name for path in FOLDER.iterdir()} == {f"{picture.name}.svg" for picture in PICTURES}
    stale = [name for name, svg in drawn.items() if (FOLDER / name).read_text("utf-8") != svg]
    assert stale == [], "draw them anew with: python -m tests.tui.pictures"


def test_no_picture_fetches_anything() -> None:
    for path in FOLDER.iterdir():
        text = path.read_text("utf-8")
        assert "url(http" not in text
        assert "@import" not in text
