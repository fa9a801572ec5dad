"""Words that name somebody at rest, or who died, come back on no page, whosever entry they stand in."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.model import Interaction, Promise
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

ANYTHING = Settings()
LIO, UWE = person("Lio Marchetti", rest=True), person("Uwe Brandt")


def said(words: str, day: str = "2026-11-10", **known: object) -> Interaction:
    asked = question("answered", day, answer=words, answered=NOW)
    return entry(day, **{"text": "walked", "people": (UWE.id,), "reflection": asked, **known})


OF_LIO = said("ask lio on monday why he is so quiet")
OF_UWE = said("he asked me twice how it goes, and waited")


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, LIO, UWE, OF_LIO, OF_UWE)
    return journal


def test_neither_the_page_nor_its_lines_quote_them(known: Journal) -> None:
    promised = entry("2026-11-11", people=(UWE.id,), promises=(Promise(text="write to Lio"),))
    mine = entry("2026-11-11", people=(UWE.id,), promises=(Promise(text="bring him the saw"),))
    bring(known, promised, mine)
    pages = known.pages(ANYTHING, TODAY)
    for page in (pages.month("2026-11"), pages.week("2026-W46")):
        shown = [one.words for one in page.quotes], [one.words for one in page.lines if one.key == "promise"]
        assert shown[0] == ["he asked me twice how it goes, and waited"]
        assert [words.partition(" · ")[0] for words in shown[1]] == ["bring him the saw"]


def test_which_entries_they_are(known: Journal) -> None:
    assert known.naming_gone([OF_LIO, OF_UWE]) == {OF_LIO.id}
    bring(known, entry("2026-11-12", text="Uwe Brandt died this morning"))
    assert known.naming_gone([said("as Uwe said"), said("as ever")]) != frozenset()
    assert OF_UWE.id not in known.naming_gone([OF_UWE])


def test_nor_does_this_day_of_another_year_bring_them_up(known: Journal) -> None:
    before = "2025-11-18"
    bring(known, said("fine", before, text="planed boards, lio whistled", people=()))
    assert known.today(TODAY, ANYTHING).memories == ()
    bring(known, said("fine", "2024-11-18", text="planed boards, the radio on", people=()))
    [memory] = known.today(TODAY, ANYTHING).memories
    assert memory.words == "planed boards, the radio on"
    assert memory.entry.date == dt.date(2024, 11, 18)
