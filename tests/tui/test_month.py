"""The month, the year and today's page: what they show, and how one walks in them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model import Interaction, Promise, new_id
from netjournal.practice.month_head import Line, MonthPage
from netjournal.practice.today import Promised, Today
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.going import GoSheet
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.today import TodayDialog
from netjournal.tui.month import HeadRow
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.review import ReviewScreen
from netjournal.tui.screens.timeline import TimelineScreen
from netjournal.tui.screens.year import YearScreen
from netjournal.tui.text import Span, width_of
from netjournal.tui.todays_row import Item, fitted, sections
from netjournal.tui.widgets.months import months_around
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

_NAMES = {" ": "space", "-": "minus", "{": "left_curly_bracket", "}": "right_curly_bracket"}
_NAMES |= {"[": "left_square_bracket", "]": "right_square_bracket"}


def _typed(text: str) -> list[str]:
    return [_NAMES.get(letter, letter) for letter in text]


def _timeline(app: NetjournalApp) -> TimelineScreen:
    assert isinstance(app.screen, TimelineScreen)
    return app.screen


def _year(app: NetjournalApp) -> YearScreen:
    assert isinstance(app.screen, YearScreen)
    return app.screen


def _years_ago(journal: Journal, text: str, *, years: int = 1) -> None:
    day = NOW.date().replace(year=NOW.year - years)
    entry = Interaction(id=new_id(NOW, lambda size: bytes([200 + years] * size)), date=day, text=text)
    journal.bring([], [entry], title="years ago", now=NOW)


_WALKS = (
    (("tab", "j"), "2026-11-25"),
    (("tab", "k"), "2026-11-11"),
    (("tab", "h"), "2026-11-17"),
    (("tab", "right"), "2026-11-19"),
    (("tab", "home", "left"), "2026-10-31"),
    (("tab", "end", "down"), "2026-12-07"),
    (("j",), "2026-11-17"),
    (("left", "left"), "2026-11-16"),
    (("{",), "2025-11-18"),
    (("}",), "2027-11-18"),
    (("[", "[", "[", "{"), "2025-08-05"),
    (("{", "left", "t"), "2026-11-18"),
)


async def test_the_month_is_walked(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        for keys, day in _WALKS:
            await pilot.press("t", *(_NAMES.get(key, key) for key in keys))
            await settle(app, pilot)
            assert _timeline(app).grid.day.isoformat() == day, keys


async def test_a_change_is_taken_in_once(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(journal) as (app, pilot):
        taken: list[str] = []
        take_in = TimelineScreen.take_in

        def counted(screen: TimelineScreen) -> None:
            taken.append("once")
            take_in(screen)

        monkeypatch.setattr(TimelineScreen, "take_in", counted)
        _years_ago(journal, "Walked along the pier.")
        app.publish()
        await settle(app, pilot)
        assert taken == ["once"]
        assert "Walked along" in screen_text(app)


async def test_l_logs_wherever_the_cursor_is(journal: Journal, open_app: Open) -> None:
    for keys in (("tab",), ("y",)):
        async with open_app(journal) as (app, pilot):
            await pilot.press(*keys, "l")
            await settle(app, pilot)
            assert isinstance(app.screen, LogSheet)


async def test_the_last_twelve_months_stand_above_the_grid(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        lines = [line[:38].rstrip() for line in screen_text(app).split("\n")]
        above = lines.index("  November 2026")
        assert lines[above + 1] == "  D  J  F  M  A  M  J  J  A  S  O [N]"
        assert lines[above + 2] == f"{'':26}▂{'':5}▂  █"
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        lines = [line[:38].rstrip() for line in screen_text(app).split("\n")]
        assert lines[above + 1] == "  D  J  F  M  A  M  J  J  A  S [O] N"


async def test_a_click_on_a_month_goes_there(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.click("#months", offset=(8 * 3 + 1, 1))
        await settle(app, pilot)
        assert _timeline(app).grid.day.isoformat() == "2026-08-05"


@given(st.dates(dt.date(2, 1, 1)), st.dates(dt.date(2, 1, 1)))
def test_the_month_one_is_in_is_always_among_the_twelve(one: dt.date, other: dt.date) -> None:
    month, this = f"{one:%Y-%m}".zfill(7), f"{other:%Y-%m}".zfill(7)
    months = months_around(month, this)
    assert len(months) == 12
    assert month in months
    assert this in months or min(months) > this or max(months) < this


async def test_week_numbers_stand_beside_the_weeks_on_wish(journal: Journal, open_app: Open) -> None:
    with_numbers = Settings(week_numbers=True, week_starts="sunday")
    async with open_app(journal, settings=with_numbers) as (app, pilot):
        shown = screen_text(app)
        assert "Su   Mo   Tu   We   Th   Fr   Sa" in shown
        assert " 47  15   16·  17: [18 ] 19   20   21" in shown
        await pilot.click("#grid", offset=(4 + 5 * 2 + 1, 3))
        await settle(app, pilot)
        assert _timeline(app).grid.day.isoformat() == "2026-11-17"


async def test_one_goes_to_a_date_in_words(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        for typed, words, day in (
            ("aug 2025", "August 2025, to Sat 2 Aug 2025", "2025-08-02"),
            ("last friday", "Friday 13 November 2026, 5 days ago", "2026-11-13"),
            ("2026-11-03", "Tuesday 3 November 2026, 2 weeks ago", "2026-11-03"),
            ("mar 2020", "March 2020: nothing is written there", "2020-03-01"),
        ):
            await pilot.press("g", *_typed(typed))
            await settle(app, pilot)
            assert isinstance(app.screen, GoSheet)
            assert words in screen_text(app)
            await pilot.press("enter")
            await settle(app, pilot)
            assert _timeline(app).grid.day.isoformat() == day


async def test_what_is_no_date_leads_nowhere(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("g", *_typed("the pier"), "enter", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, GoSheet)
        assert "No day that I know. Write mar 2025" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert _timeline(app).grid.day == NOW.date()


async def test_the_year_shows_each_day_and_opens_it(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("y")
        await settle(app, pilot)
        shown = screen_text(app)
        for words in ("2026", "Jan ", "Dec", "Mo", "Nothing written yet. l logs a line."):
            assert words in shown
        await pilot.press("k")
        await settle(app, pilot)
        assert "She launches the boat in May" in screen_text(app)
        await pilot.press("left", "left", "enter")
        await settle(app, pilot)
        screen = _timeline(app)
        entry = screen.entry_here()
        assert screen.grid.day.isoformat() == "2026-11-03"
        assert entry is not None
        assert entry.text == "Sent her the list."


_YEAR_WALKS = (
    (("[",), "2025-11-18"),
    (("{",), "2025-11-18"),
    (("]",), "2027-11-18"),
    (("home",), "2026-01-01"),
    (("end", "down"), "2027-01-01"),
    (("home", "left"), "2025-12-25"),
    (("right", "j"), "2026-11-26"),
)


async def test_the_year_is_walked(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("y")
        for keys, day in _YEAR_WALKS:
            await pilot.press("t", *(_NAMES.get(key, key) for key in keys))
            await settle(app, pilot)
            assert _year(app).grid.day.isoformat() == day, keys
            assert day[:4] in screen_text(app)
        year = _year(app)
        year.grid.day = dt.date(2028, 2, 29)
        year.action_year(1)
        assert year.grid.day == dt.date(2029, 2, 28)


async def test_out_of_the_year_one_comes_where_one_was(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("j", "y", "left", "left", "escape")
        await settle(app, pilot)
        assert _timeline(app).grid.day.isoformat() == "2026-11-17"
        await pilot.press("y")
        await settle(app, pilot)
        await pilot.press("1")
        await settle(app, pilot)
        assert isinstance(app.screen, ContactsScreen)
        await pilot.press("2")
        await settle(app, pilot)
        assert _timeline(app).grid.day.isoformat() == "2026-11-17"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_every_day_of_a_year_can_be_reached_at_any_size(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    _years_ago(journal, "on the edge")
    async with open_app(journal, size=size) as (app, pilot):
        await pilot.press("y")
        await settle(app, pilot)
        grid = _year(app).grid
        for key in ("home", "end"):
            await pilot.press(key)
            await settle(app, pilot)
            strips = [grid.render_line(y) for y in range(grid.size.height)]
            assert all(strip.cell_length == grid.size.width for strip in strips)
            cells = [
                segment for strip in strips for segment in strip if segment.style and segment.style.reverse
            ]
            assert len(cells) == 1
        weeks, _ = grid._in_sight()
        assert len(weeks) == (53 if size[0] >= 80 else 34)


async def test_a_year_that_is_cut_off_says_so_and_names_the_day(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(40, 12)) as (app, pilot):
        await pilot.press("y")
        for keys, signs in ((("home",), " ›"), (("right",) * 26, "‹›"), (("end",), "‹ ")):
            await pilot.press(*keys)
            await settle(app, pilot)
            _, title, months, *_ = screen_text(app).split("\n")
            assert title.split() == ["2026", "←", "→", "for", "more"]
            assert [("‹" in months), months.endswith("›")] == [sign != " " for sign in signs]
        assert "Thursday 31 December" in screen_text(app)
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        await pilot.press("y")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "for more" not in shown
        assert "‹" not in shown


async def test_the_page_of_today_floats_where_the_side_has_no_room(journal: Journal, open_app: Open) -> None:
    _years_ago(journal, "A year ago at the harbour.")
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        assert "send her the keel book" not in screen_text(app).split("promised")[0]
        await pilot.press("p")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayDialog)
        shown = screen_text(app)
        for words in (
            "Wednesday 18 November 2026",
            "You promised",
            "Birthdays",
            "Karim Haddad",
            "On this day",
        ):
            assert words in shown
        assert "2025  A year ago at the harbour." in shown
        await pilot.press("escape")
        await settle(app, pilot)
        assert _timeline(app).days.has_focus


async def test_the_page_of_today_can_be_read_in_a_small_terminal(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(40, 12)) as (app, pilot):
        await pilot.press("p")
        await settle(app, pilot)
        assert "You promised" in screen_text(app)
        await pilot.press("pagedown")
        await settle(app, pilot)
        assert "Karim Haddad" in screen_text(app)


async def test_what_is_on_the_page_of_today_opens(journal: Journal, open_app: Open) -> None:
    _years_ago(journal, "A year ago at the harbour.")
    async with open_app(journal) as (app, pilot):
        await pilot.press("p", "enter")
        await settle(app, pilot)
        entry = _timeline(app).entry_here()
        assert entry is not None
        assert "send her the keel book" in {promise.text for promise in entry.promises}
        await pilot.press("p", "j", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ContactsScreen)
        assert "Karim Haddad" in screen_text(app)
        await pilot.press("escape", "p", "end", "k", "j", "enter")
        await settle(app, pilot)
        entry = _timeline(app).entry_here()
        assert entry is not None
        assert entry.text == "A year ago at the harbour."


async def test_where_one_goes_is_seen_whatever_the_filter(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("f", *"tea", "enter", "p", "enter")
        await settle(app, pilot)
        entry = _timeline(app).entry_here()
        assert entry is not None
        assert entry.promises
        await pilot.press("backspace")
        await settle(app, pilot)
        assert "Only tea" in screen_text(app)


async def test_a_page_with_nothing_on_it_says_so(empty: Journal, open_app: Open) -> None:
    async with open_app(empty) as (app, pilot):
        await pilot.press("p")
        await settle(app, pilot)
        assert "Nothing is due." in screen_text(app)


@pytest.mark.parametrize(("size", "is_beside"), [((80, 24), False), ((120, 36), True), ((200, 50), True)])
async def test_month_days_and_page_stand_together_where_there_is_room(
    journal: Journal, open_app: Open, size: tuple[int, int], is_beside: bool
) -> None:
    async with open_app(journal, size=size) as (app, _):
        screen = _timeline(app)
        lines = screen_text(app).split("\n")
        assert any("Birthdays" in line for line in lines) == is_beside
        assert screen.days.text_width <= 76
        assert screen.days.region.width <= 82
        if size[0] == 200:
            left, right = screen.query_one("#months").region.x, screen.side.region.right
            assert abs(left - (size[0] - right)) <= 2


def test_all_of_the_page_shows_all_promises_with_everyone_they_are_to() -> None:
    names = {"1": "Ines Duarte", "2": "Bo Lind"}
    entry = Interaction(id="a", date=NOW.date(), people=("1", "2"))
    promised = [Promised(entry, Promise(text=f"photo {number}")) for number in range(7)]
    page = Today(promised, (), (), (), ())
    for beside, shown in ((True, 5), (False, 7)):
        _, items = sections(page, names, NOW.date(), 60, beside=beside)[0]
        assert len(items) == shown
        assert "Ines, Bo" in "".join(part.text for part in items[0].lines[0])


def test_what_can_wait_stands_only_where_one_opens_all() -> None:
    entry = Interaction(id="a", date=NOW.date(), people=("1",))
    now, later = (Promised(entry, Promise(text=text)) for text in ("photo", "map"))
    page = Today([now], (), (), (), (), later=[later])

    def said(*, beside: bool) -> list[str]:
        _, items = sections(page, {"1": "Bo"}, NOW.date(), 60, beside=beside)[0]
        return ["".join(part.text for part in item.lines[0]).split("  ")[0].rstrip() for item in items]

    assert said(beside=True) == ["photo", "p has what can wait"]
    assert said(beside=False) == ["photo", "map"]


def test_beside_the_month_the_words_of_a_promise_come_before_whom_it_is_to() -> None:
    names = {"1": "Eka Dolidze", "2": "Lile", "3": "Luka Otarashvili", "4": "Otar"}
    promise = Promise(text="let Ani cut first next time", due=NOW.date())
    page = Today(
        [Promised(Interaction(id="a", date=NOW.date(), people=tuple(names)), promise)], (), (), (), ()
    )

    def said(width: int, *, beside: bool) -> str:
        _, [item] = sections(page, names, NOW.date(), width, beside=beside)[0]
        return "".join(part.text for line in item.lines for part in line)

    assert "let Ani cut first next time" in said(38, beside=True)
    assert "today" in said(38, beside=True)
    assert "Eka, Lile and others · today" in said(70, beside=True)
    assert "Eka, Lile, Luka, Otar" in said(38, beside=False)


def test_beside_the_month_a_promise_goes_on_in_a_second_line() -> None:
    names = {"1": "Serigne Fall"}
    entry = Interaction(id="a", date=NOW.date(), people=("1",))
    promises = (
        Promise(text="give everybody a printed photo", due=dt.date(2026, 11, 20)),
        Promise(text="carry it back", due=dt.date(2026, 10, 6)),
        Promise(text="tea", due=NOW.date()),
        Promise(text="ask Serigne about a boat that can be had for two weeks in spring or in late autumn"),
    )
    page = Today([Promised(entry, promise) for promise in promises], (), (), (), ())
    _, items = sections(page, names, NOW.date(), 35, beside=True)[0]
    shown = ["".join(part.text for part in line) for item in items for line in item.lines]
    assert shown == [
        "give everybody a printed photo",
        "                      Serigne · Fri",
        "carry it back",
        "            Serigne · was Tue 6 Oct",
        "tea                 Serigne · today",
        "ask Serigne about a boat that can",
        "  be had for two weeks in spring o…",
    ]
    assert {len(line) for line in shown if line.endswith(("Fri", "Oct", "today"))} == {35}


def test_whom_a_promise_is_to_is_not_cut_down_to_a_title() -> None:
    entry = Interaction(id="a", date=NOW.date(), people=("1", "2"))
    promise = Promise(text="send the recipe", due=NOW.date())
    page = Today([Promised(entry, promise)], (), (), (), ())
    _, [item] = sections(page, {"1": "Herr Vogt", "2": "Greta Holm"}, NOW.date(), 60, beside=True)[0]
    assert "Herr Vogt, Greta · today" in "".join(part.text for line in item.lines for part in line)


@given(st.text(max_size=90), st.text(max_size=40), st.integers(1, 60))
def test_beside_the_month_no_line_is_wider_than_the_column(text: str, name: str, width: int) -> None:
    entry = Interaction(id="a", date=NOW.date(), people=("1",))
    promised = Promised(entry, Promise(text=text or "x", due=NOW.date()))
    page = Today([promised], (), (), (), ())
    _, items = sections(page, {"1": name}, NOW.date(), width, beside=True)[0]
    assert all(width_of(line) <= max(width, 7) for item in items for line in item.lines)


async def test_the_month_is_looked_back_on_from_the_page(journal: Journal) -> None:
    app = NetjournalApp(journal, Settings(), lambda: NOW.replace(day=24))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(app, pilot)
        await pilot.press("p")
        await settle(app, pilot)
        assert "V November 2026, in eight minutes" in screen_text(app)
        await pilot.press("end", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "November 2026" in screen_text(app)


def test_where_there_is_little_room_reasons_go_before_people() -> None:
    line = (Span("x", "text"),)
    shortened = [
        ("Promises", [Item([line])] * 5),
        ("Hellos", [Item([line], [line, line])] * 3),
        ("Nothing", []),
    ]
    assert len(fitted(shortened, None)) == 1 + 5 + 1 + 1 + 9
    assert len(fitted(shortened, 13)) == 13
    shown = fitted(shortened, 10)
    assert len(shown) == 10
    assert sum(one == line for one in shown) == 7
    for room in range(1, 7):
        shown = fitted(shortened, room)
        assert len(shown) <= room
        assert "".join(part.text for part in shown[-1]) == "p has the rest"
        assert shown[:-1] == fitted(shortened, 7)[: len(shown) - 1] or shown[-2] == ()


async def test_a_month_of_thousands_opens_at_its_end_and_its_beginning(
    empty: Journal, open_app: Open
) -> None:
    entries = [
        Interaction(
            id=new_id(NOW, lambda size, number=number: (number + 1).to_bytes(size, "big")),  # type: ignore[misc]
            date=dt.date(2026, 11, 1 + number % 18),
            text=f"entry {number} " + "some words " * (number % 40),
        )
        for number in range(1_500)
    ]
    empty.bring([], entries, title="many", now=NOW)
    async with open_app(empty) as (app, pilot):
        screen = _timeline(app)
        assert len(screen.days.rows) == 1_518
        assert "Today, Wednesday 18 November" in screen_text(app)
        await pilot.press("end")
        await settle(app, pilot)
        assert screen.grid.day.isoformat() == "2026-11-01"
        await pilot.press("tab", "j")
        await settle(app, pilot)
        assert "Sunday 8 November" in screen_text(app)
        assert screen.entry_here() is not None


@given(st.lists(st.sampled_from(("Friend 3", "Being there 1", "Doors 12")), min_size=1), st.integers(50, 120))
def test_what_a_month_begins_with_says_how_many_things_more_there_are(parts: list[str], width: int) -> None:
    page = MonthPage("", (), (Line("themes", "Themes you visited", " · ".join(parts)),))
    [_, line, _] = HeadRow(page, lines=6).lines(width)
    shown = "".join(one.text for one in line).rstrip()
    assert len(shown) <= width
    more = re.search(r" · and (\d+) more$", shown)
    assert shown.count(" · ") + (int(more[1]) if more else 1) == len(parts)
