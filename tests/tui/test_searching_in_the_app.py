"""``s`` looks through everything while one types; the newest key is the one that counts."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from netjournal.language.filters.meaning import Filter
from netjournal.model import Interaction
from netjournal.store.journal import Journal
from netjournal.store.searching import Stretch
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.search import SearchScreen
from netjournal.tui.hits import around
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from netjournal.tui.text import STYLES, Span, fit, width_of
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle, until


async def look_for(app: NetjournalApp, pilot: Pilot[int], text: str) -> SearchScreen:
    """Press ``s`` and type."""
    await pilot.press("s")
    assert isinstance(app.screen, SearchScreen)
    signs = {" ": "space", ":": "colon", "#": "number_sign", "@": "at", "-": "minus"}
    await pilot.press(*(signs.get(letter, letter) for letter in text))
    return app.screen


async def test_it_lists_people_then_what_was_written_newest_first(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "sail")
        await until(app, pilot, "2 entries")
        await until(app, pilot, "Grace Osei   sailmaker")
        text = await until(app, pilot, "Sailing along the coast")
        at = [
            text.index(words) for words in ("Grace Osei   sailmaker", "Lunch. She", "Sailing along the coast")
        ]
        assert at == sorted(at)
        assert "2 Aug 2025" in text


async def test_words_found_stand_out(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        screen = await look_for(app, pilot, "keel")
        await until(app, pilot, "1 entry")
        found = [
            part.text
            for row in screen.hits.rows
            for line in row.lines(60)
            for part in line
            if part.style == STYLES[-1]
        ]
        assert found == ["keel"]


_STORY = (*("We rowed and rowed.",) * 9, "Then a heron stood on the jetty.", *("And home again.",) * 9)


async def test_of_a_long_entry_a_few_lines_around_the_words_are_shown(
    journal: Journal, open_app: Open
) -> None:
    day = journal.month("2026-10")[0].date
    long = Interaction(id=f"01KB{7:022}", date=day, text="\n\n".join(_STORY), got=("a heron's feather",))
    journal.bring([], [long], title="long", now=NOW)
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        screen = await look_for(app, pilot, "heron")
        await until(app, pilot, "1 entry")
        [row] = screen.hits.rows
        _, *shown = ["".join(part.text for part in line).rstrip() for line in row.lines(60)]
        assert shown == [
            "… We rowed and rowed.",
            "  Then a heron stood on the jetty.",
            "  And home again. …",
            "",
        ]
        await pilot.press("ctrl+u", *"feather")
        text = await until(app, pilot, "a heron's feather")
        assert text.count("And home again.") == 2
        await pilot.press("enter")
        await until(app, pilot, "We rowed and rowed.")
        assert isinstance(app.screen, TimelineScreen)
        assert len(app.screen.days.rows[app.screen.days.cursor or 0].lines(60)) > len(_STORY)


@given(
    found=st.lists(st.booleans(), max_size=9),
    words=st.integers(0, 12),
    width=st.integers(6, 40),
)
def test_three_lines_at_most_stand_around_what_was_found(found: list[bool], words: int, width: int) -> None:
    margin, text = Span("  ", "text"), "word " * words
    lines = [fit((margin, Span(text, "found" if is_it else "text")), width) for is_it in found]
    shown = around(lines, width)
    assert len(shown) == min(3, len(lines))
    assert all(width_of(line) <= width for line in shown)
    assert any(found) <= (not words) or any(part.style == "found" for line in shown for part in line)


async def test_enter_goes_to_the_entry_and_s_comes_back_to_the_words(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("3")
        await settle(app, pilot)
        await look_for(app, pilot, "coast")
        await until(app, pilot, "1 entry")
        await pilot.press("enter")
        await until(app, pilot, "August 2025")
        assert isinstance(app.screen, TimelineScreen)
        entry = app.screen.entry_here()
        assert entry is not None
        assert entry.text == "Sailing along the coast."
        again = await look_for(app, pilot, "")
        assert again.query_line.value == "coast"
        await pilot.press("t", "e", "a")
        assert again.query_line.value == "tea"


async def test_enter_on_a_person_opens_their_page(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "gracie")
        await until(app, pilot, "Grace Osei")
        await pilot.press("enter")
        await until(app, pilot, "her sister Mary paints")
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.page.has_focus
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.current_mode == "timeline"


async def test_esc_leads_back_to_where_one_was(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("down", "down")
        assert isinstance(app.screen, TimelineScreen)
        here = app.screen.days.key
        await look_for(app, pilot, "beirut")
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.days.key == here
        assert (await look_for(app, pilot, "")).query_line.value == "beirut"


async def test_a_mistake_stands_under_its_place_and_the_hits_stay(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "keynote")
        await until(app, pilot, "About her keynote.")
        await pilot.press("space", *"via", "colon", *"pigeon", "space", "x")
        text = await until(app, pilot, "There is no channel called “pigeon”.")
        lines = text.splitlines()
        line = next(number for number, row in enumerate(lines) if "via:pigeon" in row)
        assert lines[line + 1].index("^") == lines[line].index("pigeon")
        assert lines[line + 1].strip() == "^^^^^^"
        assert "About her keynote." in text


async def test_a_mistake_in_the_last_term_is_told_once_typing_rests(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.dialogs.search.REST", 3600)
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "keynote ")
        await until(app, pilot, "About her keynote.")
        for key in (*"via", "colon", *"pigeo"):
            await pilot.press(key)
            assert "There is no channel" not in screen_text(app)
        monkeypatch.setattr("netjournal.tui.dialogs.search.REST", 0.01)
        await pilot.press("n")
        text = await until(app, pilot, "There is no channel called “pigeon”.")
        assert "^^^^^^" in text
        assert "About her keynote." in text
        await pilot.press(*["backspace"] * 6, *"call")
        await until(app, pilot, "Nothing you wrote fits that.")
        assert "There is no channel" not in screen_text(app)


async def test_the_filter_says_itself(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "via:call -beirut")
        assert "calls, not beirut" in await until(app, pilot, "calls, not beirut")
        await until(app, pilot, "Nothing you wrote fits that.")


async def test_a_slip_of_the_pen_is_told(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "keynoet")
        await until(app, pilot, "Nothing you wrote fits that. Did you mean keynote?")


async def test_every_letter_at_once_finds_the_whole_word(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "tea at the pier")
        text = await until(app, pilot, "Tea at the pier.")
        assert "1 entry" in text
        assert "Lunch" not in text


async def test_what_an_older_key_finds_late_is_never_shown(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, go_on, ended = journal.search, threading.Event(), threading.Event()
    [old] = journal.month("2026-10")

    def slow(filter: Filter) -> Iterator[Stretch]:
        if filter.needs_words()[0].words != ("k",):
            yield from plain(filter)
            return
        try:
            yield Stretch((), (), "2026-11", 1, 3)
            go_on.wait(5)
            yield Stretch((), (old,), "2026-10", 2, 3)
        finally:
            ended.set()

    monkeypatch.setattr(journal, "search", slow)
    async with open_app(journal) as (app, pilot):
        screen = await look_for(app, pilot, "k")
        await pilot.press("e", "y", "z")
        go_on.set()
        text = await until(app, pilot, "Nothing you wrote fits that.")
        assert ended.wait(5)
        assert old.text not in text
        assert not screen.hits.key


async def test_it_learns_while_it_rests_and_not_once_it_is_left(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def endless() -> Iterator[str]:
        while True:
            steps.append("months/2026-11")
            yield steps[-1]

    monkeypatch.setattr(journal, "learn_words", endless)

    async def rests(pilot: Pilot[int]) -> bool:
        """Whether something is learned within a while."""
        before = len(steps)
        for _ in range(100):
            await pilot.pause(0.02)
            if len(steps) > before:
                return True
        return False

    async with open_app(journal) as (app, pilot):
        await look_for(app, pilot, "")
        assert await rests(pilot)
        await pilot.press(*"sail")
        await until(app, pilot, "2 entries")
        assert await rests(pilot)
        await pilot.press("escape")
        await settle(app, pilot)
        left_at = len(steps)
        await pilot.pause(0.1)
        assert len(steps) <= left_at + 1


async def test_more_are_listed_as_one_goes_down(journal: Journal, open_app: Open) -> None:
    day = journal.month("2026-10")[0].date
    many = [Interaction(id=f"01KB{number:022}", date=day, text=f"Tangerine {number}") for number in range(60)]
    journal.bring([], many, title="many", now=NOW)
    async with open_app(journal) as (app, pilot):
        screen = await look_for(app, pilot, "tangerine")
        await until(app, pilot, "60 entries")
        assert len(screen.hits.rows) < 60
        await pilot.press(*["pagedown"] * 9)
        await settle(app, pilot)
        assert screen.hits.key == many[0].id


async def test_there_is_room_for_hits_where_there_is_little_room(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(40, 12)) as (app, pilot):
        await look_for(app, pilot, "beirut")
        text = await until(app, pilot, "1 entry")
        assert "Karim Haddad" in text
        assert "esc back" in text
