"""Where things lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from netjournal.errors import Misused
from netjournal.settings import Settings
from netjournal.store.drafts import Drafts
from netjournal.store.places import config_folder, find_places

SET = Settings(journal="/set/journal")


def test_the_journal_is_where_one_says_most_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"NETJOURNAL_HOME": "/told/journal", "XDG_DATA_HOME": "/data"}
    assert find_places(Path("/given"), SET, told).journal == Path("/given")
    assert find_places(None, SET, told).journal == Path("/told/journal")
    assert find_places(None, SET, {"XDG_DATA_HOME": "/data"}).journal == Path("/set/journal")
    monkeypatch.setenv("HOME", "/home/ada")
    assert find_places(Path("~/mine"), SET, told).journal == Path("/home/ada/mine")
    assert find_places(Path("here"), SET, told).journal == Path.cwd() / "here"


def test_a_home_of_nobody_is_refused() -> None:
    with pytest.raises(Misused, match="nowhere"):
        find_places(Path("~nobody-of-this-name/journal"), SET, {})


def test_a_home_that_is_wherever_one_stands_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "rel")
    with pytest.raises(Misused, match="HOME is rel"):
        find_places(None, Settings(), {})


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they are asked of platformdirs itself")
@pytest.mark.parametrize("xdg", ["/elsewhere", "", "not/absolute"])
def test_on_linux_they_are_where_platformdirs_finds_them(monkeypatch: pytest.MonkeyPatch, xdg: str) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    for kind in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", xdg)
    monkeypatch.delenv("NETJOURNAL_HOME")
    places = find_places(None, Settings(), os.environ)
    if not xdg.startswith("/"):
        for kind in ("DATA", "STATE", "CACHE", "CONFIG"):
            monkeypatch.delenv(f"XDG_{kind}_HOME")
    assert places == (
        platformdirs.user_data_path("netjournal"),
        platformdirs.user_state_path("netjournal"),
        platformdirs.user_cache_path("netjournal"),
        platformdirs.user_config_path("netjournal"),
    )
    assert config_folder({}) == Path("/home/ada/.config/netjournal")


def test_a_draft_is_kept_until_it_is_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "state" / "drafts")
    assert drafts.get("log") == ""
    drafts.drop("log")
    drafts.keep("log", "lunch with @Zoë\nand half \ud83d a smile")
    drafts.keep("answer-01M7", "later")
    again = Drafts(tmp_path / "state" / "drafts")
    assert again.get("log") == "lunch with @Zoë\nand half ? a smile"
    again.keep("log", "shorter")
    assert drafts.get("log") == "shorter"
    again.keep("log", " \n")
    assert drafts.get("log") == ""
    assert drafts.get("answer-01M7") == "later"
    drafts.drop("answer-01M7")
    assert list((tmp_path / "state" / "drafts").iterdir()) == []
