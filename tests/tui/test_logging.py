"""Logging in the app: the line, the question, the draft, and what may go wrong."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Contact
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.screens.base import JournalScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def shows(app: NetjournalApp, kind: type[object]) -> bool:
    return isinstance(app.screen, kind)


async def write(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    """Open the sheet with its key, put a line in it, and press enter."""
    await pilot.press("l")
    await settle(app, pilot)
    app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await settle(app, pilot)


async def answer(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await settle(app, pilot)


async def test_a_line_is_kept_asked_about_and_answered(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "yesterday: tea with Jorge and @Ada at:Pier #boats energy:4")
        assert shows(app, QuestionSheet)
        entry = next(one for one in journal.month("2026-11") if one.place == "Pier")
        assert set(journal.names(entry.people).values()) == {"Jorge Medina", "Ada"}
        assert (entry.channel, entry.tags, entry.energy) == ("in_person", ("boats",), 4)
        assert entry.reflection is not None
        assert entry.reflection.question in " ".join(screen_text(app).split())
        await answer(app, pilot, "slower next time /4")
        kept = journal.interaction(entry.id).reflection
        assert kept is not None
        assert (kept.status, kept.answer, kept.rating) == ("answered", "slower next time", 4)
        assert kept.question == entry.reflection.question
        assert "Kept." in screen_text(app)
        assert shows(app, JournalScreen)


async def test_a_talk_with_family_is_rated_in_words_for_it(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.flows.scale_for", lambda *_: "friend")  # whichever question is asked
    dad = Contact(id=journal.new_id(NOW), name="Dad")
    journal.bring([dad], [], title="dad", now=NOW)
    rated = []
    async with open_app(journal) as (app, pilot):
        for who in ("Dad", "Dad and Jorge"):
            await write(app, pilot, f"dinner with {who} in the old mill, we sang")
            shown = " ".join(screen_text(app).split())
            rated += [words for words in ("/1 all business", "/1 in passing") if words in shown]
            await pilot.press("escape")
            await settle(app, pilot)
    assert rated == ["/1 in passing", "/1 all business"]


async def test_a_promise_within_the_answer_is_kept_and_told(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "tea with Jorge in the old mill")
        await answer(app, pilot, "boats > bring him rosemary by friday")
        assert "You promised: bring him rosemary · by Fri" in screen_text(app)
    [entry] = [one for one in journal.month("2026-11") if "old mill" in one.text]
    assert [promise.text for promise in entry.promises] == ["bring him rosemary"]
    assert entry.reflection is not None
    assert entry.reflection.answer == "boats; bring him rosemary by friday"


async def test_enter_on_nothing_skips_and_one_undo_takes_the_entry_back(
    journal: Journal, open_app: Open
) -> None:
    before = journal.month("2026-11")
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "tea with @Zuri")
        await answer(app, pilot, "")
        assert shows(app, JournalScreen)
        await pilot.press("u")
        await settle(app, pilot)
    assert journal.month("2026-11") == before
    assert "Zuri" not in {person.name for person in journal.people()}


async def test_escape_leaves_the_question_for_later(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "tea with Jorge")
        app.screen.query_one("#line", Input).value = "half a thou"
        await pilot.press("escape")
        await settle(app, pilot)
        [entry] = [one for one in journal.month("2026-11") if one.text == "tea with Jorge"]
        assert entry.reflection is not None
        assert entry.reflection.status == "asked"
        await pilot.press("a")
        await settle(app, pilot)
        assert app.screen.query_one("#line", Input).value == "half a thou"


async def test_a_question_mark_says_why(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "tea with Jorge")
        await pilot.press("question_mark")
        await settle(app, pilot)
        assert app.screen.query_one("#why").display
        assert app.screen.query_one("#line", Input).value == ""
        assert "enter go on" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, QuestionSheet), "as in the shell, where ? takes an enter"
        assert "enter keep, or not now" in " ".join(screen_text(app).split())
        await answer(app, pilot, "")
        assert shows(app, JournalScreen)


async def test_what_is_half_written_is_there_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one("#line", Input).value = "tea with Jor"
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, JournalScreen)
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        assert app.screen.query_one("#line", Input).value == "tea with Jor"


async def test_a_name_that_fits_several_is_chosen(empty: Journal, open_app: Open) -> None:
    first = empty.add(Contact(id="", name="Grace Osei"), now=NOW)
    second = empty.add(Contact(id="", name="Grace Kim"), now=NOW)
    async with open_app(empty, settings=Settings(ask="never")) as (app, pilot):
        await write(app, pilot, "tea with Grace")
        assert isinstance(app.screen, LogSheet)
        assert "Which Grace" in screen_text(app)
        await pilot.press("down", "enter")
        await settle(app, pilot)
        [entry] = empty.month("2026-11")
        assert entry.people in ((first.id,), (second.id,))


async def test_completion_puts_the_whole_name_in(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        line = app.screen.query_one("#line", Input)
        line.value = "tea with @jor"
        line.cursor_position = len(line.value)
        await settle(app, pilot)
        assert "enter take the name" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        assert line.value == 'tea with @"Jorge Medina" '
        await settle(app, pilot)
        assert "Not saved yet. enter save" in " ".join(screen_text(app).split())
        line.value += "#fo"
        line.cursor_position = len(line.value)
        await settle(app, pilot)
        await pilot.press("tab")
        assert line.value.endswith("#food ")


async def test_enter_saves_where_the_name_is_known_already(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        await pilot.press(*"tea ", "@", *"Jorge")
        await settle(app, pilot)
        assert app.screen.query_one("#suggestions").has_class("-shown")
        assert "enter save tab take" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, JournalScreen)
        [entry] = [one for one in journal.month("2026-11") if one.text == "tea Jorge"]
        assert list(journal.names(entry.people).values()) == ["Jorge Medina"]


async def test_what_cannot_be_logged_is_said_and_nothing_is_lost(journal: Journal, open_app: Open) -> None:
    before = journal.month("2026-11")
    async with open_app(journal) as (app, pilot):
        for line, said in (("", "nothing to log"), ("31 feb: tea", "31 February"), ("tea mood:9", "mood")):
            await pilot.press("l")
            await settle(app, pilot)
            app.screen.query_one("#line", Input).value = line
            await pilot.press("enter")
            await settle(app, pilot)
            assert isinstance(app.screen, LogSheet)
            assert said in screen_text(app)
            assert app.screen.query_one("#line", Input).value == line
            await pilot.press("escape")
            await settle(app, pilot)
    assert journal.month("2026-11") == before


async def test_a_shelf_that_cannot_be_read_keeps_the_line(journal: Journal, open_app: Open) -> None:
    shelf = journal.folder / "months" / "2026-11.json"
    shelf.write_text("not a shelf")
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "tea with Jorge")
        told = " ".join(line.rpartition("▎")[2].strip() for line in screen_text(app).splitlines())
        assert "2026-11.json" in told
        assert "l begins with it" in told
        assert journal.drafts.get("log") == "tea with Jorge"
    assert shelf.read_text() == "not a shelf"


async def test_never_asks_when_it_should_not(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await write(app, pilot, "tea with Jorge")
        assert shows(app, JournalScreen)
        assert all(one.reflection is None for one in journal.month("2026-11") if one.text == "tea with Jorge")


async def test_an_unknown_surname_may_be_someone_new(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await write(app, pilot, "tea with Jorge Almeida")
        assert isinstance(app.screen, LogSheet)
        assert "someone new" in screen_text(app)
        await pilot.press("down", "enter")
        await settle(app, pilot)
        [entry] = [one for one in journal.month("2026-11") if one.text.startswith("tea with")]
        assert list(journal.names(entry.people).values()) == ["Jorge Almeida"]


async def test_a_word_and_tab_begin_a_line_with_a_template(journal: Journal, open_app: Open) -> None:
    settings = Settings(templates={"coffee": "coffee with @| #coffee"})
    async with open_app(journal, settings=settings) as (app, pilot):
        await pilot.press("l", *"cof")
        await settle(app, pilot)
        assert "coffee with @| #coffee" in screen_text(app)
        await pilot.press("tab", *"Jorge")
        await settle(app, pilot)
        sheet = app.screen
        assert isinstance(sheet, LogSheet)
        assert sheet.line.value == "coffee with @Jorge #coffee"


async def test_a_name_that_is_nearly_somebodys_is_asked_back_while_one_types(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        sheet = app.screen
        assert isinstance(sheet, LogSheet)
        sheet.line.value = "tea with Jorg"
        sheet.line.cursor_position = len(sheet.line.value)
        await settle(app, pilot)
        assert "did you mean" not in screen_text(app), "it is a name that is being typed"
        sheet.line.value = "tea with Jogre at the pier"
        sheet.line.cursor_position = len(sheet.line.value)
        await settle(app, pilot)
        assert "Jogre: did you mean Jorge Medina?" in screen_text(app)
        assert "tab write Jorge" in screen_text(app)
        await pilot.press("tab", "s")
        await settle(app, pilot)
        assert sheet.line.value == "tea with Jorge at the piers"
        assert "did you mean" not in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "saved · Jorge Medina" in screen_text(app)
    [entry] = [one for one in journal.month("2026-11") if one.text == "tea with Jorge at the piers"]
    assert [*journal.names(entry.people).values()] == ["Jorge Medina"]


async def test_a_tab_takes_what_is_suggested_before_the_name_that_was_meant(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        sheet = app.screen
        assert isinstance(sheet, LogSheet)
        sheet.line.value = "tea with @Jogre and @Kar"
        sheet.line.cursor_position = len(sheet.line.value)
        await settle(app, pilot)
        await pilot.press("tab")
        await settle(app, pilot)
        assert sheet.line.value.rstrip() == 'tea with @Jogre and @"Karim Haddad"'
        await pilot.press("tab")
        await settle(app, pilot)
        assert sheet.line.value.rstrip() == 'tea with @Jorge and @"Karim Haddad"'
        assert sheet.line.cursor_position == len(sheet.line.value)
        await pilot.press("tab")
        assert sheet.line.value.startswith("tea with @Jorge"), "there is nothing left to take"


async def test_a_name_saved_misspelt_is_asked_back_once_more_above_the_question(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal, (80, 24)) as (app, pilot):
        await write(app, pilot, "lunch with Jogre")
        assert shows(app, QuestionSheet)
        assert "Jogre: did you mean Jorge Medina? After this, e mends the entry." in screen_text(app)
        assert not app._notifications
        await pilot.press("enter")
        await settle(app, pilot)
        assert not any("mean" in str(one.message) for one in app._notifications)


async def test_a_new_name_that_ends_the_line_is_told_above_the_question(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal, (80, 24)) as (app, pilot):
        await write(app, pilot, "lunch with Yusra")
        assert shows(app, QuestionSheet)
        told = " ".join(screen_text(app).split())
        assert "Yusra is not in your journal yet. After this, e mends the entry." in told


async def test_after_an_entry_that_tells_of_a_death_rest_is_offered_with_its_keys(
    empty: Journal, open_app: Open
) -> None:
    known = empty.add(Contact(id="", name="Ibrahima Sow"), now=NOW)
    async with open_app(empty, settings=Settings(ask="never")) as (app, pilot):
        await write(app, pilot, "funeral of Ibrahima")
        said = " ".join(one.message for one in app._notifications)
        offer = "Whenever you like, in Contacts, r then x keeps the memories of Ibrahima Sow"
        assert offer in said
        await pilot.press("1")
        await settle(app, pilot)
        await pilot.press("r", "x")
        await settle(app, pilot)
        assert empty.person(known.id).rest


async def test_what_is_told_of_the_morning_stands_above_what_was_written_before(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await write(app, pilot, "a plum tree planted")
        await answer(app, pilot, "")
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one("#line", Input).value = "this morning: called Jorge about apricots"
        await settle(app, pilot)
        assert "Wed 18 Nov 2026, in the morning" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        await answer(app, pilot, "")
        await pilot.press("2")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "morning  Jorge Medina" in shown
        assert shown.index("about apricots") < shown.index("plum tree")


async def test_a_line_that_begins_as_a_private_answer_is_told_that_it_is_none(
    journal: Journal, open_app: Open
) -> None:
    said = "p: keeps only an answer to yourself; this line is kept like any other."
    async with open_app(journal, (80, 24)) as (app, pilot):
        await pilot.press("l")
        app.screen.query_one("#line", Input).value = "yesterday: p: Jorge was rude"
        await settle(app, pilot)
        assert said in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, QuestionSheet)
        assert said in screen_text(app)
        await answer(app, pilot, "p: rude, and I laughed")
    [entry] = [one for one in journal.month("2026-11") if one.text == "p: Jorge was rude"]
    assert entry.reflection is not None
    assert (entry.reflection.answer, entry.reflection.private) == ("rude, and I laughed", True)
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await write(app, pilot, "p: Karim was rude")
        assert f"Kept. {said}" in [one.message for one in app._notifications]


@pytest.mark.parametrize(
    ("sign", "who", "said"),
    [
        ("", "with nobody", "Elif Orman is not in your journal yet."),
        ("@", "Elif is new", 'The name is Elif alone: @"Elif Orman" takes more words.'),
    ],
)
async def test_whoever_one_was_with_and_nobody_knows_is_told_and_tab_writes_them_down(
    sign: str, who: str, said: str, journal: Journal, open_app: Open
) -> None:
    line = "lunch with the architect, {}Elif Orman, she draws by hand"
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one("#line", Input).value = line.format(sign)
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert who in shown
        assert said in shown
        await pilot.press("tab", "enter")
        await settle(app, pilot)
    [entry] = [one for one in journal.month("2026-11") if one.text == line.format("")]
    assert [*journal.names(entry.people).values()] == ["Elif Orman"]


async def test_a_line_on_a_page_that_is_of_somebody_else_says_so_and_takes_them_alone(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash", *"jorge", "enter")
        await settle(app, pilot)
        await pilot.press("l")
        await settle(app, pilot)
        line = app.screen.query_one("#line", Input)
        line.value = "tea with @Ada on the pier > send her the plan"
        await settle(app, pilot)
        assert "not with Jorge Medina, unless you name them" in " ".join(screen_text(app).split())
        line.value = "tea with @Ada and @Jorge on the pier"
        await settle(app, pilot)
        assert "not with" not in screen_text(app)
        line.value = "tea with @Ada on the pier > send her the plan"
        await pilot.press("enter")
        await settle(app, pilot)
        entry = next(one for one in journal.month("2026-11") if "on the pier" in one.text)
        assert set(journal.names(entry.people).values()) == {"Ada"}
