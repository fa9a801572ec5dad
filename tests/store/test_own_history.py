"""What one changes in one's own files is taken back like anything else, in the order one did it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.errors import JournalError
from netjournal.practice.prompts import built_in
from netjournal.store.own import Own
from netjournal.store.own_history import OwnHistory


class Doing:
    """One's own files beside a journal whose last change is the one of `newest`."""

    def __init__(self, folder: Path) -> None:
        self.newest = "a"
        self.state = folder / "state"
        self.own = Own(folder / "config", lambda: OwnHistory(self.state, lambda: self.newest))

    @property
    def ask(self) -> str:
        return self.own.read_settings()[0].ask


@pytest.fixture
def doing(tmp_path: Path) -> Doing:
    return Doing(tmp_path)


def test_the_last_of_settings_and_journal_comes_first(doing: Doing) -> None:
    doing.own.set(("ask",), "daily")
    doing.newest = "b"
    assert doing.own.take_back() is None, "the journal was changed since"
    assert doing.ask == "daily"
    doing.own.set(("fields",), ("boats",))
    assert doing.own.take_back() == "the setting fields"
    assert doing.own.take_back() is None
    doing.newest = "a"
    assert doing.own.take_back() == "the setting ask"
    assert not doing.own.settings_file.exists()
    assert doing.own.take_back() is None


def test_going_through_the_values_of_one_setting_is_one_change(doing: Doing) -> None:
    doing.own.set(("language",), "de")
    for ask in ("daily", "weekly", "never"):
        doing.own.set(("ask",), ask)
    assert doing.own.take_back() == "the setting ask"
    assert doing.ask == "always"
    for ask in ("daily", "always"):
        doing.own.set(("ask",), ask)
    assert doing.own.take_back() == "the setting ask", "a line that was not there is there now"
    assert doing.own.take_back() == "the setting language"


def test_a_setting_set_as_it_is_is_no_change(doing: Doing) -> None:
    for _ in range(2):
        doing.own.set(("ask",), "daily")
    assert doing.own.take_back() == "the setting ask"
    doing.own.set(("ask",), "daily")
    doing.own.take_back()
    assert doing.own.take_back() is None


def test_a_question_that_was_silenced_speaks_again(doing: Doing) -> None:
    prompt = built_in()[0]
    doing.own.mute(prompt)
    assert doing.own.take_back() == f"never asking “{prompt.text}”"
    doing.own.mute(prompt)
    doing.own.unmute(prompt.id, doing.own.library("en")[0])
    assert doing.own.take_back() == f"asking “{prompt.text}” again"
    assert [id.id for id, _ in doing.own.library("en")[0].muted] == [prompt.id]


def test_what_another_hand_wrote_since_stays_and_is_asked_for_once(doing: Doing) -> None:
    doing.own.set(("ask",), "daily")
    doing.own.settings_file.write_text('ask = "weekly" # mine\n')
    with pytest.raises(JournalError, match=r"settings\.toml was changed elsewhere"):
        doing.own.take_back()
    assert doing.ask == "weekly"
    assert doing.own.take_back() is None


def test_without_a_place_to_remember_it_is_written_all_the_same(doing: Doing) -> None:
    doing.state.write_text("")
    doing.own.set(("ask",), "daily")
    assert doing.ask == "daily"


@pytest.mark.parametrize("damaged", ["", "[", '[{"a": 1}]', "3", '"x"', "[3]"])
def test_a_damaged_memory_takes_nothing_back(doing: Doing, damaged: str) -> None:
    doing.own.set(("ask",), "daily")
    (doing.state / "own-undo.json").write_text(damaged)
    assert doing.own.take_back() is None
    assert doing.ask == "daily"
