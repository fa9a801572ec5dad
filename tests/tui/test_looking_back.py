"""Looking back in the app: one steps through with enter, and leaves with esc without losing a word."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from textual.events import Key
from textual.pilot import Pilot

from netjournal.errors import Unavailable
from netjournal.language.recalling import with_several
from netjournal.model import Contact, Interaction, Reflection
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.dialogs.questions import QuestionsDialog
from netjournal.tui.screens.review import ReviewScreen
from netjournal.tui.screens.timeline import TimelineScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle, until

WAITING = "What did you say you would do?"


@pytest.fixture
def journal(journal: Journal) -> Journal:
    """The small journal, with an entry in the week before this one."""
    entry = Interaction(id=journal.new_id(NOW), date=dt.date(2026, 11, 12), text="Rowed in the rain.")
    journal.bring([], [entry], title="a week ago", now=NOW)
    return journal


async def type_in(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


def answers(journal: Journal) -> list[tuple[str, str]]:
    journal.refresh()
    found = (entry.reflection for entry in journal.month("2026-11"))
    return [(asked.period, asked.answer) for asked in found if asked is not None and asked.period]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_a_week_from_its_page_to_the_end(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(journal, size) as (app, pilot):
        await pilot.press("v")
        await settle(app, pilot)
        assert "The week of 9 to 15 November 2026" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert "1 of 3" in screen_text(app)
        await pilot.press("4", "enter")
        await until(app, pilot, "One number says little")
        await type_in(pilot, "rain")
        await pilot.press("enter")
        await until(app, pilot, "2 of 3")
        await pilot.press("enter")
        await until(app, pilot, "3 of 3")
        assert WAITING not in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await until(app, pilot, "Left from the week: ")
        assert WAITING in " ".join(screen_text(app).split())
        assert " of 3" not in screen_text(app), "what is left is none of the week's three"
        await type_in(pilot, "a song")
        await pilot.press("enter")
        await until(app, pilot, "Kept.")
        assert isinstance(app.screen, TimelineScreen)
    assert answers(journal) == [("2026-W46", "rain")]
    [waited] = [one for one in journal.month("2026-11") if one.text.startswith("Twenty minutes")]
    assert waited.reflection is not None
    assert waited.reflection.answer == "a song"


async def test_answers_typed_without_a_pause_are_each_kept(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("v", "enter")
        await settle(app, pilot)
        for key in "asong\rrain\rsun\rmoon\r":
            app.post_message(Key("enter" if key == "\r" else key, key if key != "\r" else None))
        await until(app, pilot, "Kept.")
    given = {one.reflection.answer for one in journal.month("2026-11") if one.reflection is not None}
    assert {"asong", "rain", "sun", "moon"} <= given


async def test_an_answer_that_cannot_be_written_comes_back(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bool:
        raise Unavailable("The disk is full.", "Make room and try again.")

    async with open_app(journal) as (app, pilot):
        await pilot.press("v", "enter")
        await settle(app, pilot)
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "take_step", fail)
            await type_in(pilot, "rain")
            await pilot.press("enter")
            await until(app, pilot, "The disk is full.")
        assert isinstance(app.screen, ReviewScreen)
        assert "1 of 3" in screen_text(app)
        assert app.screen.line.value == "rain"
        await pilot.press("enter")
        await until(app, pilot, "2 of 3")
    assert answers(journal) == [("2026-W46", "rain")]


async def test_what_is_typed_survives_leaving_and_what_was_kept_stays(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("v", "enter")
        await until(app, pilot, "1 of 3")
        await type_in(pilot, "half a thou")
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press("v", "enter")
        assert "half a thou" in await until(app, pilot, "1 of 3")
        await type_in(pilot, "ght")
        await pilot.press("enter")
        await until(app, pilot, "2 of 3")
        await type_in(pilot, "of the terminal")
        await app.action_quit()
    assert answers(journal) == [("2026-W46", "half a thought")]
    async with open_app(journal) as (app, pilot):
        await pilot.press("v", "enter")
        assert "of the terminal" in await until(app, pilot, "1 of 2"), "a closed terminal loses no word"


async def test_one_turns_to_the_week_before_and_back_and_not_past_today(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("v")
        await settle(app, pilot)
        assert "The week of 9 to 15 November 2026" in screen_text(app)
        for key, week in (
            ("right_square_bracket", "The week of 16 to 22 November"),
            ("right_square_bracket", "The week of 16 to 22 November"),
            ("left_square_bracket", "The week of 9 to 15 November"),
            ("left_square_bracket", "The week of 2 to 8 November"),
        ):
            await pilot.press(key)
            await settle(app, pilot)
            assert week in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, TimelineScreen), "nothing is asked of a week that is not open"


async def test_why_is_told_and_energy_takes_a_number_and_words(journal: Journal, open_app: Open) -> None:
    evening = Interaction(
        id=journal.new_id(NOW), date=dt.date(2026, 11, 13), channel="event", place="the boatyard"
    )
    journal.bring([], [evening], title="an evening", now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("v", *["enter"] * 5)
        await until(app, pilot, "the boatyard")
        await pilot.press("question_mark")
        await until(app, pilot, "tires one hours later")
        await type_in(pilot, "7")
        await pilot.press("enter")
        await until(app, pilot, "A number from 1 (drained) to 5 (charged); ctrl+u and enter")
        await pilot.press("ctrl+u")
        await type_in(pilot, "He wants to teach")
        await pilot.press("enter")
        await until(app, pilot, "A number from 1 (drained)")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.line.value == "He wants to teach"
        assert journal.reread(evening).text == "", "words that may answer another question go nowhere"
        await pilot.press("ctrl+u")
        await type_in(pilot, "slept badly /2")
        await pilot.press("enter")
        await until(app, pilot, "Kept, with what you wrote that day.")
    journal.refresh()
    after = journal.reread(evening)
    assert (after.energy, after.text) == (2, "slept badly")


async def test_the_plan_comes_back_first(journal: Journal, open_app: Open) -> None:
    plan = Reflection(
        prompt="week-ahead-02", dimension="destination", question="Finish the line", asked=NOW,
        status="answered", answer="When it stops, I will call Karim.", period="2026-W45",
    )  # fmt: skip
    journal.keep_review(plan, now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("v", "enter")
        shown = " ".join((await until(app, pilot, "1 of 4")).split())
        assert "“When it stops, I will call Karim.” How did it go?" in shown


async def test_the_month_begins_with_the_words_one_picks_three_at_most(
    journal: Journal, open_app: Open
) -> None:
    grace = journal.month("2026-11")[0]
    for number in range(4):
        asked = Reflection(
            prompt="giving-01", dimension="giving", question="?", asked=NOW, status="answered",
            answer=f"words {number}",
        )  # fmt: skip
        entry = replace(
            grace, id=journal.new_id(NOW), date=dt.date(2026, 11, 5), reflection=asked, promises=()
        )
        journal.bring([], [entry], title="more", now=NOW)
    async with open_app(journal) as (app, pilot):
        assert "“words 0”" not in screen_text(app).split("Yesterday")[0]
        await pilot.press("V")
        await settle(app, pilot)
        assert "words 0" not in screen_text(app)
        await pilot.press("w", "home")
        for _ in range(4):
            await pilot.press("space")
            await settle(app, pilot)
            await pilot.press("down")
        await until(app, pilot, "Three are picked already")
        assert screen_text(app).count("● “words") == 3
        await pilot.press("w")
        await settle(app, pilot)
        assert [f"words {number}" in screen_text(app) for number in range(4)] == [True, True, True, False]
        await pilot.press("escape")
        await settle(app, pilot)
        head = screen_text(app).split("Yesterday")[0]
        assert "In your own words" in head
        assert "“words 0”" in head
        await pilot.press("h")
        assert "“words 0”" not in screen_text(app).split("Yesterday")[0]


async def test_neither_the_month_nor_all_its_words_quote_who_names_somebody_at_rest(
    journal: Journal, open_app: Open
) -> None:
    grace = journal.month("2026-11")[0]
    lio = Contact(id=journal.new_id(NOW), name="Lio Marchetti", rest=True)
    journal.bring([lio], [], title="more", now=NOW)
    for words in ("ask lio why he is so quiet", "the plane sang through the oak"):
        asked = Reflection(
            prompt="giving-01", dimension="giving", question="?", asked=NOW, status="answered", answer=words
        )
        when = {"date": dt.date(2026, 11, 5), "reflection": asked}
        entry = replace(grace, id=journal.new_id(NOW), text="planed", people=(), promises=(), **when)
        journal.bring([], [entry], title="more", now=NOW)
    async with open_app(journal) as (app, pilot):
        assert "why he is so quiet" not in screen_text(app).split("Yesterday")[0]
        await pilot.press("V", "w")
        await until(app, pilot, "sang through the oak")
        assert "why he is so quiet" not in screen_text(app)


async def test_of_a_month_long_ago_only_the_page_is_there(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("left_square_bracket", "V")
        await settle(app, pilot)
        assert "October 2026" in screen_text(app)
        await pilot.press("left_curly_bracket")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.step is None
    async with open_app(journal) as (app, pilot):
        await pilot.press("left_curly_bracket", "V", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, TimelineScreen), "nothing is asked of last year"


async def test_the_page_offers_the_week_on_the_day_one_picked(journal: Journal, open_app: Open) -> None:
    for day, is_there in (("wednesday", True), ("friday", False), ("never", False)):
        settings = Settings(review_day=day)  # type: ignore[arg-type]  # one of the days
        async with open_app(journal, settings=settings) as (app, _):
            assert ("the week, in three minutes" in screen_text(app)) is is_there


async def test_on_logging_again_y_says_that_it_came_to_it(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await type_in(pilot, "tea with Gracie")
        await pilot.press("enter")
        await until(app, pilot, "Last time you noted: “ask again”. Did you?")
        await pilot.press("y", "enter")
        await until(app, pilot, "Noted.")
        assert isinstance(app.screen, QuestionSheet), "the question still waits for its answer"
        await pilot.press("y", "enter")
        await until(app, pilot, "not asked with yes or no")
        assert isinstance(app.screen, QuestionSheet)
        await type_in(pilot, "yes and no")
        assert app.screen.line.value == "yes and no", "the letter that said nothing made way"
        await pilot.press("enter")
        await until(app, pilot, "Kept.")
        await pilot.press("l")
        await type_in(pilot, "tea with Jorge Medina")
        await pilot.press("enter")
        await until(app, pilot, "saved · Jorge Medina")
        assert "Last time" not in screen_text(app), "it is asked once"
    journal.refresh()
    told = [one.reflection for one in journal.month("2026-11") if one.text.startswith("Lunch")]
    assert [one.followed for one in told if one is not None] == ["yes"]


async def test_a_detail_comes_back_on_wish_and_one_says_whether_one_knew_it(
    journal: Journal, open_app: Open
) -> None:
    [grace] = [person for person in journal.people() if person.name == "Grace Osei"]
    before = journal.person(grace.id)
    marked = with_several(before, "details", ("!her sister Mary paints",), dt.date(2026, 11, 1))
    journal.change(before, marked, now=NOW)
    async with open_app(journal) as (app, pilot):
        assert "They told you" not in screen_text(app)
    async with open_app(journal, settings=Settings(details="come back")) as (app, pilot):
        assert "They told you" in screen_text(app)
        await pilot.press("p")
        await settle(app, pilot)
        await pilot.press("y")
        await until(app, pilot, "It comes back on Wednesday 9 December 2026")
        assert "They told you" not in screen_text(app)
    journal.refresh()
    assert [(one.step, one.since) for one in journal.person(grace.id).recalls] == [(1, NOW.date())]


async def test_an_answer_is_kept_to_oneself_and_moved(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("3", "tab", "x")
        await until(app, pilot, "for you alone · 4/5")
        await pilot.press("x")
        await settle(app, pilot)
        await pilot.press("m")
        await settle(app, pilot)
        await pilot.press("enter")
        await until(app, pilot, "It stands under Friend, not contact now.")
    journal.refresh()
    [asked] = [
        one.reflection
        for one in journal.month("2026-11")
        if one.reflection is not None and one.reflection.answer
    ]
    assert (asked.dimension, asked.answer, asked.rating, asked.private) == (
        "friend",
        "Boats; ask again.",
        4,
        False,
    )
    assert asked.prompt.startswith("friend-")


async def test_among_the_themes_it_is_told_where_the_keys_of_an_answer_work(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("3")
        await settle(app, pilot)
        assert "x private" not in screen_text(app)
        before = list(journal.reflections(None))
        await pilot.press("x")
        await until(app, pilot, "enter goes to them")
        themes, answers = screen_text(app).find("▎ All"), screen_text(app).find("▏ ")
        assert themes > 0 < answers
        await pilot.press("enter")
        await settle(app, pilot)
        assert "x private" in screen_text(app)
        assert "▏ All" in screen_text(app)
    assert list(journal.reflections(None)) == before


async def test_in_the_first_week_of_a_month_v_opens_the_one_before(journal: Journal) -> None:
    for day, title in ((5, "October 2026"), (8, "November 2026")):
        app = NetjournalApp(journal, Settings(), lambda day=day: NOW.replace(day=day))  # type: ignore[misc]
        async with app.run_test(size=(120, 36)) as pilot:
            await settle(app, pilot)
            await pilot.press("V")
            await settle(app, pilot)
            assert isinstance(app.screen, ReviewScreen)
            assert title in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 30), (40, 24)])
async def test_no_question_is_cut_where_one_moves_an_answer(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    longest = max(built_in(), key=lambda prompt: len(prompt.text))
    async with open_app(journal, size) as (app, pilot):
        await app.push_screen(QuestionsDialog([longest]))
        await settle(app, pilot)
        shown = " ".join(line.strip(" │▎") for line in screen_text(app).splitlines())
        assert longest.text in " ".join(shown.split())
