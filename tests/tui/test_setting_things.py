"""Settings and questions in the app: changed where they stand, kept in their files, and lived by at once."""

from __future__ import annotations

import datetime as dt
import os
import stat

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input, Static

from netjournal.model import Interaction
from netjournal.practice.prompts import built_in
from netjournal.settings import DEFAULTS, Scales, Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.adjust import AdjustDialog
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.screens.review import ReviewScreen
from netjournal.tui.widgets.rows import Rows
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def go_to(app: NetjournalApp, key: str) -> None:
    app.screen.query_one("#items", Rows).go_to(key)


async def log(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    await pilot.press("l")
    await settle(app, pilot)
    app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await settle(app, pilot)


async def say(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await settle(app, pilot)


def newest_with(journal: Journal, name: str, text: str = "") -> Interaction:
    """The newest entry with somebody and a question, or the one of that text."""
    [person] = [one for one in journal.people() if one.name == name]
    return next(one for one in journal.with_person(person.id) if one.reflection and text in one.text)


async def look_back_on(app: NetjournalApp, pilot: Pilot[int], text: str) -> None:
    """Begin the review of the week, and go on to what is asked about an entry."""
    await pilot.press("v", "enter")
    await settle(app, pilot)
    while text not in str(app.screen.query_one("#about", Static).content):
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)


def said(app: NetjournalApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


def shows(app: NetjournalApp, kind: type[object]) -> bool:
    return isinstance(app.screen, kind)


def newest(journal: Journal, text: str = "tea with Jorge") -> Interaction:
    [found] = [entry for entry in journal.month("2026-11") if entry.text == text]
    return found


async def test_settings_are_changed_one_by_one_and_hold_at_once(
    journal: Journal, open_app: Open, places: Places
) -> None:
    file = places.config / "settings.toml"
    places.config.mkdir()
    file.write_text("# mine\ntheme = 'dark' # by day too\nown = 1\n")
    async with open_app(journal) as (app, pilot):
        assert "Mo   Tu" in screen_text(app)
        await pilot.press("comma")
        await settle(app, pilot)
        assert isinstance(app.screen, AdjustDialog)
        for key, presses in (("theme", 1), ("week_starts", 1), ("week_numbers", 1), ("circles.close", 2)):
            go_to(app, key)
            await pilot.press(*["enter"] * presses)
        go_to(app, "who_next.people")
        await pilot.press("left")
        go_to(app, "fields")
        await pilot.press("enter", *"law; boats", "enter")
        await settle(app, pilot)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, JournalScreen)
        assert app.theme == "netjournal-light"
        assert "Su   Mo   Tu" in screen_text(app)
        assert "47" in screen_text(app)
        assert app.settings.fields == ("law", "boats")
        assert app.settings.circles.close == 60
    text = file.read_text()
    assert text.startswith('# mine\ntheme = "light" # by day too\nown = 1\n')
    for line in ('week_starts = "sunday"', "week_numbers = true", "close = 60", "people = 2"):
        assert f"\n{line}\n" in text
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


async def test_a_value_of_ones_own_is_among_the_others(
    journal: Journal, open_app: Open, places: Places
) -> None:
    places.config.mkdir()
    (places.config / "settings.toml").write_text("circles.close = 37")
    async with open_app(journal) as (app, pilot):
        await pilot.press("comma")
        await settle(app, pilot)
        assert "every 37 days" in screen_text(app)
        go_to(app, "circles.close")
        await pilot.press("right")
        assert app.settings.circles.close == 45
        assert (places.config / "settings.toml").read_text() == "circles.close = 45"


async def test_what_cannot_be_is_said_and_changes_nothing(
    journal: Journal, open_app: Open, places: Places
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("comma")
        await settle(app, pilot)
        go_to(app, "language")
        await pilot.press("enter")
        app.screen.query_one("#line", Input).value = "no language"
        await pilot.press("enter")
        await settle(app, pilot)
        assert "could not be set" in screen_text(app)
        await pilot.press("enter", "escape")
        assert isinstance(app.screen, AdjustDialog)
    assert not (places.config / "settings.toml").exists()


async def test_mistakes_in_the_files_are_a_quiet_notice_and_the_rest_holds(
    journal: Journal, open_app: Open, places: Places
) -> None:
    (places.config / "prompts.d").mkdir(parents=True)
    (places.config / "settings.toml").write_text("thme = 'light'\nweek_numbers = 3\n")
    (places.config / "prompts.d" / "bad.toml").write_text("\n[[prompt]]\nid = 'x'\nwen = 3\n")
    good = '[[prompt]]\nid = "y"\ndimension = "voice"\ntext = "And then?"\n'
    (places.config / "prompts.d" / "good.toml").write_text(good)
    async with open_app(journal, size=(160, 40)) as (app, pilot):
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        said = " ".join(notice.message for notice in app._notifications)
        assert "settings.toml, line 1" in said
        assert "settings.toml, line 2" in said
        assert "bad.toml, line 4: unknown key `wen` in `x`. Did you mean `when`?" in said
        assert "Timeline" in shown
        assert "y" in {prompt.id for prompt in app.prompts()}
        assert len(app.prompts()) == len(built_in()) + 1


async def test_a_question_is_silenced_and_may_speak_again(
    journal: Journal, open_app: Open, places: Places
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("f3")
        await settle(app, pilot)
        go_to(app, "friend-02")
        await pilot.press("enter")
        assert "silent" in screen_text(app)
        assert "friend-02" not in {prompt.id for prompt in app.prompts()}
        assert '"friend-02", # What did you enjoy' in (places.config / "prompts.d" / "muted.toml").read_text()
        await pilot.press("enter")
        assert "friend-02" in {prompt.id for prompt in app.prompts()}
        await pilot.press("escape")
        assert isinstance(app.screen, JournalScreen)


async def test_never_again_leaves_the_question_and_silences_it(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "tea with Jorge")
        prompt = newest(journal).reflection
        assert prompt is not None
        app.screen.query_one("#line", Input).value = "m"
        await pilot.pause()
        assert "enter never again" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, JournalScreen)
        left = newest(journal).reflection
        assert left is not None
        assert (left.status, left.prompt) == ("skipped", prompt.prompt)
        assert prompt.prompt not in {one.id for one in app.prompts()}


async def test_another_one_is_asked_twice_at_most(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "tea with Jorge")
        seen = []
        for _ in range(3):
            asked = newest(journal).reflection
            assert asked is not None
            assert isinstance(app.screen, QuestionSheet)
            assert asked.question in " ".join(screen_text(app).split())
            seen.append(asked)
            await say(app, pilot, "s")
        assert len({one.prompt for one in seen}) == len({one.dimension for one in seen}) == 3
        assert isinstance(app.screen, QuestionSheet), "the last one stays"
        await say(app, pilot, "well, then")
        kept = newest(journal).reflection
        assert kept is not None
        assert (kept.answer, kept.prompt) == ("well, then", seen[2].prompt)
        assert kept.passed == (seen[0].prompt, seen[1].prompt)
        await pilot.press("u", "u")
        await settle(app, pilot)
        assert "tea with Jorge" not in {one.text for one in journal.month("2026-11")}


async def test_later_waits_for_the_review(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "tea with Jorge")
        await say(app, pilot, "l")
        assert isinstance(app.screen, JournalScreen)
        entry = newest(journal)
        assert journal.drafts.get(f"answer-{entry.id}") == ""
        assert entry.reflection is not None
        await look_back_on(app, pilot, "tea with Jorge")
        assert entry.reflection.question in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert newest(journal, entry.text).reflection == entry.reflection, "not now: it waits on"
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, JournalScreen)


async def test_one_letter_alone_says_in_a_review_what_it_says_after_a_log(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "tea with Jorge")
        await say(app, pilot, "l")
        asked = newest(journal).reflection
        assert asked is not None
        await pilot.press("v", "enter")
        await settle(app, pilot)
        await pilot.press("m", "enter")
        await settle(app, pilot)
        assert "a question of a review" in said(app)
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("backspace")
        while "tea with Jorge" not in str(app.screen.query_one("#about", Static).content):
            await pilot.press("enter")
            await settle(app, pilot)
        await pilot.press("s", "enter")
        await settle(app, pilot)
        assert "right after a log" in said(app)
        await pilot.press("backspace", "m", "enter")
        await settle(app, pilot)
        left = newest(journal, "tea with Jorge").reflection
        assert left is not None
        assert left.status == "skipped"
        assert asked.prompt not in {one.id for one in app.prompts()}


async def _offered(app: NetjournalApp, pilot: Pilot[int]) -> None:
    """Wait for the offer: it is made once the answer is written and counted."""
    for _ in range(300):
        if isinstance(app.screen, ChoicesDialog):
            return
        await pilot.pause(0.02)
    raise AssertionError("nobody asked")


def _ask_all_before(journal: Journal) -> None:
    """A day before all else, which happens at one moment; of that, ids are the order."""
    for one in journal.month("2026-11"):
        if one.reflection is not None:
            journal.reflect(one, replace(one.reflection, asked=NOW - dt.timedelta(days=1)), now=NOW)


def _answer_four(journal: Journal) -> None:
    """One answer and three that were left, the newest last."""
    talk = newest_with(journal, "Jorge Medina")
    assert talk.reflection is not None
    for status in ("answered", "skipped", "skipped", "skipped"):
        answer = "well" if status == "answered" else ""
        said = replace(talk.reflection, status=status, answer=answer, asked=NOW)
        tea = replace(talk, id=journal.new_id(NOW), date=NOW.date(), reflection=said, promises=())
        journal.bring([], [tea], title="tea", now=NOW)


@pytest.mark.parametrize(
    ("keys", "ask"),
    [
        ("down enter", "daily"),
        ("down down enter", "weekly"),
        ("end enter", "never"),
        ("enter", "always"),
        ("escape", "always"),
        ("2", "always"),
    ],
)
async def test_after_four_of_five_left_it_is_asked_once_whether_to_ask_less(
    journal: Journal, open_app: Open, keys: str, ask: str
) -> None:
    by_keys = keys == "escape"  # the others begin where that one stands before the last of its five
    _ask_all_before(journal)
    if not by_keys:
        _answer_four(journal)
    async with open_app(journal) as (app, pilot):
        for number, answer in enumerate(("well", "", "", "", "") if by_keys else ("",), 1 if by_keys else 5):
            await log(app, pilot, f"tea number {number} with Jorge")
            await say(app, pilot, answer)
            if number == 5:
                await _offered(app, pilot)
            else:
                assert isinstance(app.screen, JournalScreen)
        await pilot.press(*keys.split())
        await settle(app, pilot)
        assert isinstance(app.screen, JournalScreen)
        assert app.settings.ask == app.own.read_settings()[0].ask == ask
        await log(app, pilot, "tea number 6 with Jorge")
        assert isinstance(app.screen, QuestionSheet if ask == "always" else JournalScreen)
        if ask == "always":
            await say(app, pilot, "")
            assert isinstance(app.screen, JournalScreen), "not again within thirty days"


@pytest.mark.parametrize("typed", ["lcarried 2 planks", "dd q just 1 plank carried"])
async def test_whoever_types_on_answers_nothing_that_nobody_called_for(
    journal: Journal, open_app: Open, typed: str
) -> None:
    _ask_all_before(journal)
    _answer_four(journal)
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "tea number 5 with Jorge")
        await say(app, pilot, "")
        await _offered(app, pilot)
        there = [entry.text for entry in journal.month("2026-11")]
        await pilot.press(*("space" if letter == " " else letter for letter in typed))
        await settle(app, pilot)
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == typed.removeprefix("l")
        assert [entry.text for entry in journal.month("2026-11")] == there
        assert app.settings.ask == "always"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_sheet_tells_its_keys_however_little_room_there_is(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    noted = "Next time I will ask him about his boat and the harbour by the old mill"
    async with open_app(journal, size=size) as (app, pilot):
        talk = newest_with(journal, "Jorge Medina")
        assert talk.reflection is not None
        asked = replace(talk.reflection, status="answered", answer=noted, dimension="curiosity", period="")
        journal.change(talk, replace(talk, reflection=asked), now=app.clock())
        app.publish()
        await log(app, pilot, "tea with Jorge")
        shown = screen_text(app)
        assert "y or n" in " ".join(shown.split())
        assert "enter keep, or not now" in shown
        await pilot.press("question_mark")
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        for told in ("s another one", "l later", "m never again", "/5 "):
            assert told in shown
        await say(app, pilot, "y")
        assert isinstance(app.screen, QuestionSheet), "it goes on to the question"
        await say(app, pilot, "l")
        assert newest_with(journal, "Jorge Medina", talk.text).reflection == replace(asked, followed="yes")


async def test_scales_have_the_names_one_gives_them(journal: Journal, open_app: Open) -> None:
    own = ("like strangers", "so-so", "like old friends")
    scales = Scales(friend=own, presence=own, energy=own)
    async with open_app(journal, settings=Settings(scales=scales)) as (app, pilot):
        await log(app, pilot, "tea with Jorge")
        shown = " ".join(screen_text(app).split())
        assert "/1 like strangers … /5 like old friends" in shown
        assert DEFAULTS.scales.friend[0] not in shown


async def test_from_saved_to_kept_are_the_answer_and_one_key_and_skipping_is_one(
    journal: Journal, open_app: Open, places: Places
) -> None:
    """Nothing else is ever asked for (issue 5 §6): after each key one is where one was."""
    async with open_app(journal) as (app, pilot):
        for keys, status in (
            ((*"boats", "enter"), "answered"),
            (("enter",), "skipped"),
            (("escape",), "asked"),
        ):
            where = app.current_mode
            await log(app, pilot, f"tea with Jorge, {status}")
            assert shows(app, QuestionSheet)
            await pilot.press(*keys)
            await settle(app, pilot)
            assert shows(app, JournalScreen)
            assert app.current_mode == where
            assert len(app.screen_stack) == 1
            kept = newest(journal, f"tea with Jorge, {status}").reflection
            assert kept is not None
            assert (kept.status, kept.answer) == (status, "boats" if status == "answered" else "")


async def test_the_help_says_what_it_will_never_do(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(120, 140)) as (app, pilot):
        await pilot.press("question_mark")
        await settle(app, pilot)
        assert "What it will never do" in screen_text(app)
        assert "Send anything or fetch anything" in screen_text(app)
