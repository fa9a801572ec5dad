"""The files of the user's own hand: one of them that does not hold costs only itself."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from netjournal.errors import JournalError
from netjournal.practice.prompts import built_in
from netjournal.settings import DEFAULTS
from netjournal.store.own import Own, refuse_lost

PROMPTS = built_in()


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "config")


def put(own: Own, name: str, text: str | bytes) -> Path:
    own.prompts_folder.mkdir(parents=True, exist_ok=True)
    path = own.prompts_folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_nothing_is_made_before_something_is_written(own: Own) -> None:
    assert own.read_settings() == (DEFAULTS, ())
    library, noticed = own.library("en")
    assert (library.prompts, noticed) == (PROMPTS, ())
    assert not own.prompts_folder.parent.exists()


def test_a_broken_file_costs_only_itself(own: Own) -> None:
    good = put(own, "good.toml", '[[prompt]]\nid = "mine"\ndimension = "voice"\ntext = "And then?"\n')
    slip = put(
        own, "slip.toml", '[[prompt]]\nid = "lost"\ndimension = "voice"\ntext = "?"\nscal = "energy"\n'
    )
    broken = put(own, "broken.toml", "mute = [\n'voice-01',\n= 3\n")
    latin = put(own, "latin.toml", b"# one\n# \xe9\n")
    muting = put(own, "muting.toml", 'mute = ["voice-1", "voice-02"]')
    put(own, "notes.txt", "not for us")
    library, noticed = own.library("en")
    found = {prompt.id for prompt in library.prompts}
    assert {"mine", "voice-01"} <= found
    assert not {"lost", "voice-02"} & found
    assert sorted((one.path, one.line) for one in noticed) == sorted(
        [(slip, 5), (broken, 3), (latin, 2), (muting, 0)]
    )
    assert f"{slip}, line 5: unknown key `scal` in `lost`. Did you mean `scale`?" in [
        one.said for one in noticed
    ]
    assert good not in {one.path for one in noticed}


def test_a_question_is_muted_and_asked_again(own: Own) -> None:
    first, second = PROMPTS[3], PROMPTS[50]
    file = own.mute(first)
    assert own.mute(second) == own.mute(second) == file
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert f'"{first.id}", # {first.text}\n' in file.read_text()
    library, noticed = own.library("en")
    assert {prompt.id for prompt, _ in library.muted} == {first.id, second.id}
    assert noticed == ()
    own.unmute(first.id, library)
    assert f'"{second.id}", # {second.text}\n' in file.read_text()
    assert {prompt.id for prompt, _ in own.library("en")[0].muted} == {second.id}
    with pytest.raises(JournalError, match="not muted"):
        own.unmute(first.id, library)


def test_what_one_muted_stays_so_when_another_question_is_gone(own: Own) -> None:
    mine = put(own, "mine.toml", '[[prompt]]\nid = "mine"\ndimension = "voice"\ntext = "And then?"\n')
    own.mute(next(prompt for prompt in own.library("en")[0].prompts if prompt.id == "mine"))
    own.mute(PROMPTS[0])
    mine.unlink()
    library, noticed = own.library("en")
    assert noticed == ()
    assert [prompt.id for prompt, _ in library.muted] == [PROMPTS[0].id]


def test_what_is_muted_by_hand_is_taken_back_by_hand(own: Own) -> None:
    file = put(own, "mine.toml", f'mute = ["{PROMPTS[0].id}"]')
    with pytest.raises(JournalError, match=r"mine\.toml") as refusal:
        own.unmute(PROMPTS[0].id, own.library("en")[0])
    assert "there" in refusal.value.hint
    assert PROMPTS[0].id in file.read_text()


def test_a_broken_list_of_the_muted_is_not_written_over(own: Own) -> None:
    file = put(own, "muted.toml", "mute = [\n")
    with pytest.raises(JournalError, match="line 1"):
        own.mute(PROMPTS[0])
    assert file.read_text() == "mute = [\n"


def test_a_link_leads_to_the_file_that_is_written(own: Own, tmp_path: Path) -> None:
    dotfiles = tmp_path / "dotfiles.toml"
    dotfiles.write_text("# mine\ntheme = 'light'\n")
    own.settings_file.parent.mkdir()
    own.settings_file.symlink_to(dotfiles)
    assert own.read_settings()[0].theme == "light"
    own.set(("ask",), "daily")
    assert own.settings_file.is_symlink()
    assert dotfiles.read_text() == "# mine\ntheme = 'light'\nask = \"daily\"\n"


def test_the_commented_file_takes_no_ones_place(own: Own) -> None:
    path = own.write_commented()
    assert own.read_settings() == (DEFAULTS, ())
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    with pytest.raises(JournalError, match="already"):
        own.write_commented()


@pytest.mark.parametrize(
    "content", [b"journal = 3", b"journal = ~/x", b"\xff", b"theme = 'x'\njournal = '''"]
)
def test_what_says_where_the_journal_lies_must_be_clear(own: Own, content: bytes) -> None:
    own.settings_file.parent.mkdir()
    own.settings_file.write_bytes(content)
    settings, noticed = own.read_settings()
    assert settings.journal == ""
    with pytest.raises(JournalError, match=r"settings\.toml"):
        refuse_lost(noticed)
    own.settings_file.write_text("theme = 'x'")
    refuse_lost(own.read_settings()[1])
