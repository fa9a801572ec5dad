"""Settings and questions in the shell, and what one letter alone does under a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.practice.never import NEVER
from netjournal.practice.prompts import built_in
from netjournal.settings import DEFAULTS, read_text
from netjournal.settings.describing import commented
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start
from tests.store.journals import bring, entry, question


@pytest.fixture
def config(home: Path) -> Path:
    folder = home / "config" / "netjournal"
    (folder / "prompts.d").mkdir(parents=True)
    return folder


def test_settings_are_shown_set_and_written(run: Run, home: Path) -> None:
    file = home / "config" / "netjournal" / "settings.toml"
    done = run("settings")
    assert (done.code, done.out) == (0, f"{file}\n")
    assert "settings write" in done.err
    assert run("settings", "defaults").out == commented()
    assert str(file) in run("settings", "write").out
    assert file.read_text() == commented()
    assert run("settings", "write").code == 1
    assert run("settings", "set", "circles.close", "21").out == "circles.close = 21\n"
    assert run("settings", "set", "offers", "an hour", "a boat", "--json").document == {
        "name": "offers",
        "value": ["an hour", "a boat"],
    }
    assert run("settings", "set", "templates.tea", "tea with @|").code == 0
    shown = run("settings")
    assert [line.split() for line in shown.out.splitlines()[1:]] == [
        ["offers", '["an', 'hour",', '"a', 'boat"]'],
        ["circles.close", "21"],
        ["templates.tea", '"tea', "with", '@|"'],
    ]
    document = run("settings", "--json").document
    assert document["settings"]["circles"] == {"inner": 7, "close": 21, "friends": 90, "wider": 365}
    assert document["mistakes"] == []
    assert run("settings", "check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("thme", "dark"), "Did you mean `theme`?"),
        (("theme", "red"), '"dark" or "light"'),
        (("circles", "3"), "circles.inner"),
        (("circles.clse", "3"), "Did you mean `close`?"),
        (("circles.close", "soon"), "whole number"),
        (("scales.energy", "one", "two"), "three texts"),
    ],
)
def test_what_cannot_be_set_is_wrong_usage(
    run: Run, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run("settings", "set", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not (home / "config").exists()


def test_every_mistake_is_named_on_stderr_and_the_rest_holds(run: Run, config: Path) -> None:
    (config / "settings.toml").write_text("thme = 'x'\nask = nowhere\nask = 'never'\ncircles.close = 0\n")
    done = run("log", "--json", "tea with @Ada")
    assert (done.code, done.document["prompt"]) == (0, None)
    assert [line.split("settings.toml, ")[1].split(":")[0] for line in done.err.splitlines()] == [
        *("line 1", "line 2", "line 4"),
    ]
    done = run("settings", "check", "--json")
    assert done.code == 1
    assert [one["line"] for one in done.document["mistakes"]] == [1, 2, 4]
    assert read_text((config / "settings.toml").read_text()).settings.circles == DEFAULTS.circles


def test_questions_are_listed_muted_and_checked(run: Run, config: Path) -> None:
    (config / "prompts.d" / "mine.toml").write_text(
        '[[prompt]]\nid = "mine-01"\ndimension = "voice"\ntext = "And then?"\nwhen = { channel = "call" }\n'
    )
    listed = run("prompts", "list", "--json").document["prompts"]
    assert {one["id"] for one in listed} == {prompt.id for prompt in built_in()} | {"mine-01"}
    assert [one["text"] for one in listed if one["own"]] == ["And then?"]
    assert run("prompts", "mute", "mine-01", "--json").document["muted"] is True
    assert "  mine-01         And then? (muted, yours)\n" in run("prompts").out
    assert "mine-01" not in run("prompts", "unmute", "mine-01").out
    assert [one["id"] for one in run("prompts", "--json").document["prompts"] if one["muted"]] == []
    assert run("prompts", "mute", "mine-1").code == 1
    done = run("prompts", "check")
    assert (done.code, done.out) == (0, "All of it holds: 1 of your own in 2 files.\n")
    (config / "prompts.d" / "slip.toml").write_text('[[prompt]]\nid = "mine-02"\nchannnel = "call"\n')
    done = run("prompts", "check")
    assert (done.code, done.out) == (1, "")
    assert "slip.toml, line 3: unknown key `channnel` in `mine-02`." in done.err


def test_questions_come_in_the_language_that_is_set(run: Run, config: Path) -> None:
    every = "".join(f'[[prompt]]\nid = "{one.id}"\ntext = "Auf Deutsch {one.id}?"\n' for one in built_in())
    (config / "prompts.d" / "de.toml").write_text(f'language = "de"\n{every}')
    assert "Auf Deutsch" not in run("log", "--json", "tea with @Ada").document["prompt"]["text"]
    run("settings", "set", "language", "de-AT")
    assert "Auf Deutsch" in run("log", "--json", "tea with @Ada").document["prompt"]["text"]


def test_one_letter_alone_asks_for_another_one_later_or_never_again(
    start: Start, run: Run, journal: Journal
) -> None:
    terminal = start("log", "coffee with @Amara")
    terminal.until("> ")
    [entry] = journal.month("2026-11")
    terminal.type("s\n")
    terminal.until("> ")
    terminal.type("s\n")
    terminal.until("> ")
    terminal.type("s\n")
    assert "No other question fits" in terminal.until("> ")
    journal.refresh()
    asked = journal.interaction(entry.id).reflection
    assert asked is not None
    assert len(asked.passed) == 2
    terminal.type("m\n")
    code, shown = terminal.end()
    assert code == 0
    assert f"prompts unmute {asked.prompt}" in " ".join(shown.split())
    journal.refresh()
    left = journal.interaction(entry.id).reflection
    assert left is not None
    assert left.status == "skipped"
    assert [one["id"] for one in run("prompts", "--json").document["prompts"] if one["muted"]] == [
        asked.prompt
    ]


def test_later_is_asked_again_by_the_review_of_the_week(start: Start, run: Run, journal: Journal) -> None:
    terminal = start("log", "coffee with @Amara")
    terminal.until("> ")
    terminal.type("l\n")
    assert "review week" in terminal.end()[1]
    terminal = start("review", "week")
    for _ in range(3):
        assert "coffee with Amara" not in terminal.until("> ")
        terminal.type("l\n")
    shown = " ".join(terminal.until("> ").split())
    assert "Left from the week: Wed 18 Nov · Amara · coffee with Amara" in shown
    terminal.type("s\n")
    assert "right after a log" in " ".join(terminal.until("> ").split())
    terminal.type("slower next time\n")
    assert "Kept." in terminal.end()[1]
    journal.refresh()
    assert [one.reflection.answer for one in journal.month("2026-11") if one.reflection] == [
        "slower next time"
    ]


def test_after_four_of_five_left_it_asks_once_whether_to_ask_less(
    start: Start, run: Run, journal: Journal
) -> None:
    bring(journal, *(entry(f"2026-11-1{number}", reflection=question("skipped")) for number in (5, 6)))
    terminal = start("log", "coffee with @Amara")
    terminal.until("> ")
    terminal.type("\n")
    assert "Shall I ask less often?" not in terminal.end()[1]
    terminal = start("log", "coffee with Amara again")
    terminal.until("> ")
    terminal.type("\n")
    assert "Shall I ask less often?" in terminal.until("> ")
    terminal.type("w\n")
    shown = terminal.end()[1]
    assert "From now on: weekly only" in shown
    assert run("settings", "--json").document["settings"]["ask"] == "weekly"
    assert run("log", "--json", "tea with Amara").document["prompt"] is None


def test_help_says_what_it_will_never_do(run: Run) -> None:
    assert "settings --help" in " ".join(run("--help").out.split())
    said = run("settings", "--help").out
    assert all(sentence in said for sentence in NEVER)


def test_undo_takes_back_a_setting_or_an_entry_whichever_came_last(run: Run) -> None:
    run("settings", "set", "language", "en")
    run("log", "--no-ask", "tea with @Amara")
    run("settings", "set", "ask", "daily")
    run("prompts", "mute", "giving-01")
    assert run("undo").out.startswith("Taken back: never asking “What five-minute kindness")
    assert run("undo", "--json").document == {"undone": "own", "title": "the setting ask", "made": None}
    assert run("settings", "--json").document["settings"]["ask"] == "always"
    assert run("undo").out == "Taken back: the entry “tea with Amara”\n"
    assert run("undo").out == "Taken back: the setting language\n"
    assert run("undo").code == 1


def test_a_setting_is_taken_back_with_names_hidden_too(run: Run) -> None:
    run("log", "--no-ask", "tea with @Amara")
    run("--discreet", "settings", "set", "ask", "daily")
    assert run("--discreet", "undo").out == "Taken back: the setting ask\n"
    assert run("--discreet", "undo").code == 1
