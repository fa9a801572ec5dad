"""Of whom it is told that they died: to be put at rest is offered once, and nothing speaks of a next time."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.model import Interaction, Introduction, Met, Promise
from netjournal.practice.month_material import Counts
from netjournal.practice.page import Page
from netjournal.practice.plans import PLAN
from netjournal.settings import Numbers, Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, an_id, bring, entry, person, question

IBRAHIMA = person("Ibrahima Sow", circle="inner", birthday="1950-11-20", zone="Africa/Dakar")
CHEIKH = person("Cheikh Ndiaye", circle="inner", birthday="1960-11-21")
LEANING = Settings(fields=("music",), numbers=Numbers(ask_of_giving=True))
ABDOU = person("Abdou Ba")
COFFEE = entry("2026-09-01", people=(IBRAHIMA.id,), channel="in_person", text="coffee with Ibrahima")
VISIT = entry("2026-09-02", people=(CHEIKH.id,), channel="in_person", text="coffee with Cheikh")
TOLD = entry("2026-11-16", people=(CHEIKH.id,), text="Cheikh called: Ibrahima passed away")


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, IBRAHIMA, CHEIKH, COFFEE, VISIT)
    return journal


def offered(journal: Journal, told: Interaction) -> list[str]:
    return list(journal.newly_dead(told).values())


def test_it_is_offered_after_the_first_entry_that_tells_it(known: Journal) -> None:
    assert offered(known, COFFEE) == []
    bring(known, TOLD)
    assert offered(known, TOLD) == ["Ibrahima Sow"]
    later = entry("2026-11-18", people=(CHEIKH.id,), text="funeral of Ibrahima, with Cheikh")
    bring(known, later)
    assert offered(known, later) == []


def test_it_is_not_offered_of_somebody_at_rest(known: Journal) -> None:
    known.change(IBRAHIMA, replace(IBRAHIMA, rest=True), now=NOW)
    bring(known, TOLD)
    assert offered(known, TOLD) == []


def test_nothing_speaks_of_a_next_time_with_the_dead(known: Journal) -> None:
    def page(of: str) -> tuple[str, str]:
        found = known.page(known.person(of), (COFFEE,), now=NOW, settings=Settings())
        facts = " ".join(fact.text for group in found.groups for fact in group)
        return found.before, f"{found.work} {facts}"

    def brought_up() -> set[str]:
        today = known.today(TODAY, Settings())
        return {one.person.name for one in today.hellos} | {one.person.name for one in today.birthdays}

    before, words = page(IBRAHIMA.id)
    assert before
    assert "weekly" in words
    assert "there it is" in words
    assert brought_up() == {"Ibrahima Sow", "Cheikh Ndiaye"}
    blanket = Promise(text="bring Ibrahima the blue blanket")
    bring(known, entry("2026-11-16", people=(IBRAHIMA.id,), text="soup", promises=(blanket,)))
    assert [one.promise for one in known.today(TODAY, Settings()).promises] == [blanket]
    bring(known, TOLD)
    assert known.today(TODAY, Settings()).promises == []
    assert page(IBRAHIMA.id)[0] == ""
    assert page(CHEIKH.id)[0]
    assert brought_up() == {"Cheikh Ndiaye"}


def test_nothing_is_to_be_done_for_the_dead(known: Journal) -> None:
    blanket = Promise(text="bring Ibrahima the blue blanket", due=TODAY)
    tape = Promise(text="lends me the tape", by="them")
    ill = replace(IBRAHIMA, needs=("someone to sit with her",), details=("plays the kora",))
    known.change(IBRAHIMA, ill, now=NOW)
    visit = entry("2026-11-10", people=(ill.id,), text="soup", promises=(blanket, tape))
    bring(known, visit)

    def said() -> tuple[set[str], set[str]]:
        facts = [one for group in page().groups for one in group]
        shown = {line.words for line in known.pages(Settings(), TODAY).month("2026-11").lines}
        return {one.label for one in facts}, shown

    def page() -> Page:
        return known.page(known.person(ill.id), (visit,), now=NOW, settings=Settings())

    labels, lines = said()
    assert {"Between you", "Needs", "Told you"} <= labels
    assert blanket.text in lines
    bring(known, TOLD)
    labels, lines = said()
    assert not {"Between you", "Needs"} & labels
    assert {"Told you", "Died"} <= labels
    [died] = [one.text for group in page().groups for one in group if one.label == "Died"]
    assert died == "as you wrote on Mon 16 Nov"
    assert blanket.text not in lines
    known.undo(now=NOW + dt.timedelta(1))
    known.change(ill, replace(ill, rest=True), now=NOW)
    labels, lines = said()
    assert not {"Between you", "Needs"} & labels
    assert known.person(ill.id).needs, "nothing is deleted"


def test_nothing_comes_back_that_was_for_the_dead(known: Journal) -> None:
    """Of an afternoon with two, or with whoever made one meet; it stays asked for."""
    noted = question("answered", "2026-05-18", answer="Ask about the song next time", rating=5)
    both = entry("2026-05-18", people=(IBRAHIMA.id, CHEIKH.id), text="tea with both", reflection=noted)
    later = question("asked", "2026-11-15")
    waits = entry("2026-11-15", people=(IBRAHIMA.id,), text="soup", reflection=later)
    moussa = person("Moussa Fall", met=Met(through=ABDOU.id))
    made = Introduction(id=an_id(), date=TODAY, people=(IBRAHIMA.id, CHEIKH.id))
    helped = entry("2026-11-18", people=(moussa.id,), text="Moussa helped", got=("the van",))
    bring(known, ABDOU, both, waits, moussa, helped)
    known.introduce(made, now=NOW)
    again = entry("2026-11-18", people=(CHEIKH.id,), text="tea")

    def brought_up() -> tuple[bool, ...]:
        today = known.today(TODAY, Settings())
        week = known.review_steps("2026-W47", TODAY)
        return (
            bool(today.memories),
            bool(today.introductions),
            known.follow_up(again) is not None,
            bool(known.line_to_tell(helped, TODAY)),
            any(step.kind == "waiting" for step in week),
        )

    assert all(brought_up())
    bring(known, TOLD, entry("2026-11-17", text="Abdou Ba died"))
    assert not any(brought_up())


def test_no_answer_comes_back_that_names_somebody_at_rest(known: Journal) -> None:
    alone = question("answered", "2026-05-18", answer="ask Ibrahima why he is so quiet", dimension="presence")
    bring(known, entry("2026-05-18", text="long walk", reflection=alone))
    asked = question("answered", dimension="presence")
    now = entry("2026-11-18", people=(CHEIKH.id, IBRAHIMA.id), reflection=asked)
    assert known.earlier_answer(now) is not None
    known.change(IBRAHIMA, replace(IBRAHIMA, rest=True), now=NOW)
    assert known.earlier_answer(now) is None


def test_no_answer_comes_back_that_was_of_the_dead(known: Journal) -> None:
    of_two = question("answered", "2026-05-18", answer="her laugh, ask next time", dimension="presence")
    bring(known, entry("2026-05-18", people=(IBRAHIMA.id, CHEIKH.id), reflection=of_two))
    asked = question("answered", answer="a long silence", dimension="presence")
    now = entry("2026-11-18", people=(CHEIKH.id, IBRAHIMA.id), text="tea", reflection=asked)
    assert known.earlier_answer(now) is not None
    bring(known, TOLD)
    assert known.earlier_answer(now) is None


def test_what_one_of_two_promised_may_be_of_the_dead(known: Journal) -> None:
    seeds = Promise(text="brings me a slip of the rose", by="them", due=TODAY)
    sang = entry("2026-11-10", people=(IBRAHIMA.id, CHEIKH.id), text="sang", promises=(seeds,))
    bring(known, sang)

    def between() -> set[str]:
        found = known.page(known.person(CHEIKH.id), (sang,), now=NOW, settings=Settings())
        return {one.text for group in found.groups for one in group if one.label == "Between you"}

    assert any(seeds.text in text for text in between())
    bring(known, TOLD)
    assert not any(seeds.text in text for text in between())


def test_the_first_days_after_a_death_ask_for_little(known: Journal) -> None:
    """Promises and birthdays have their day; a hello can wait, whoever died."""
    soup = Promise(text="bring soup", due=TODAY)
    bring(known, entry("2026-11-15", people=(CHEIKH.id,), text="tea", promises=(soup,)))
    assert known.today(TODAY, Settings()).hellos
    bring(known, entry("2026-11-16", text="our old teacher Awa died"))
    for days, asks in ((0, False), (1, False), (3, True)):
        page = known.today(TODAY + dt.timedelta(days), Settings())
        assert [one.promise for one in page.promises] == [soup]
        assert page.birthdays
        assert bool(page.hellos) is asks


@pytest.mark.parametrize(
    ("days", "is_light"), [((15, 17), True), ((17,), False), ((9, 10), False), ((10, 16, 17), True)]
)
def test_in_a_hard_week_today_tells_of_one_promise_for_which_somebody_waits(
    known: Journal, days: tuple[int, ...], is_light: bool
) -> None:
    made = (
        Promise(text="sort the nails", due=dt.date(2026, 11, 14)),
        Promise(text="bring the saw", due=dt.date(2026, 11, 17)),
        Promise(text="send the plan", due=TODAY),
        Promise(text="lend the book", due=dt.date(2026, 11, 19)),
        Promise(text="write"),
    )
    own, *theirs = made
    bring(known, entry("2026-10-02", promises=(own,)))
    bring(known, entry("2026-10-02", people=(CHEIKH.id,), text="tea", promises=tuple(theirs)))
    bring(known, *(entry(f"2026-11-{day:02}", text="mum is in hospital") for day in days))
    page = known.today(TODAY, Settings())
    assert [one.promise for one in page.promises] == ([theirs[0]] if is_light else list(made))
    assert sorted(one.promise.text for one in page.every_promise) == sorted(one.text for one in made)


@pytest.mark.parametrize(("period", "before"), [("2026-11", "2026-10"), ("2026-W47", "2026-W46")])
def test_where_somebody_died_a_review_asks_other_questions(known: Journal, period: str, before: str) -> None:
    """Whoever it was: one need not have written them down."""

    def mourning(of: str) -> set[bool]:
        return {one.mourning for one in known.open_review(of, LEANING).questions}

    assert mourning(period) == {False}
    bring(known, entry("2026-11-17", people=(CHEIKH.id,), text="Cheikh's father died, sat with him"))
    assert mourning(period) == {True}
    assert mourning(before) == {False}


@pytest.mark.parametrize(
    ("moods", "is_hard"),
    [
        ((1, 2), True),
        ((1,), False),
        ((1, 2, 4, 4, 5), False),
        ((1, 2, 2, 4, 4, 4, 5), True),
    ],
)
def test_a_week_of_hard_days_is_looked_back_on_with_the_same_questions(
    known: Journal, moods: tuple[int, ...], is_hard: bool
) -> None:
    bring(known, *(entry(f"2026-11-0{day}", text="a day", mood=mood) for day, mood in enumerate(moods, 2)))
    for period, is_kind in (("2026-W45", is_hard), ("2026-11", False)):
        assert {one.mourning for one in known.open_review(period, LEANING).questions} == {is_kind}


@pytest.mark.parametrize(
    ("hard", "is_kind"),
    [((2, 5, 9, 14, 15), True), ((2, 5, 9, 14), False), ((2, 3, 4, 5, 6), False), ((2, 2, 2, 9, 9), False)],
)
def test_so_is_a_month_of_hard_days(known: Journal, hard: tuple[int, ...], is_kind: bool) -> None:
    for day in range(1, 17):
        bring(known, entry(f"2026-11-{day:02}", text="tea"))
    bring(known, *(entry(f"2026-11-{day:02}", text="sat with dad in hospital") for day in hard))
    assert {one.mourning for one in known.open_review("2026-11", LEANING).questions} == {is_kind}


def test_neither_a_plan_nor_a_note_that_names_the_dead_is_asked_about(known: Journal) -> None:
    words = "When I see Ibrahima on Friday, I will ask for the song"
    plan = question("answered", "2026-11-13", prompt="week-ahead-02", period="2026-W46", answer=words)
    noted = question("answered", "2026-11-10", answer="Ask Ibrahima for the song next time")
    tea = entry("2026-11-10", people=(CHEIKH.id,), text="tea", reflection=noted)
    bring(known, entry("2026-11-13", reflection=plan), tea)
    again = entry("2026-11-18", people=(CHEIKH.id,), text="tea again")

    def asked() -> tuple[bool, bool]:
        plans = [one for one in known.open_review("2026-W47").questions if one.id == PLAN]
        return bool(plans), known.follow_up(again) is not None

    assert asked() == (True, True)
    bring(known, TOLD)
    assert asked() == (False, False)


def test_an_entry_taken_back_tells_nothing(known: Journal) -> None:
    bring(known, TOLD)
    known.undo(now=NOW + dt.timedelta(1))
    page = known.page(IBRAHIMA, (COFFEE,), now=NOW, settings=Settings())
    assert page.before


def test_a_month_read_again_says_the_same_once_somebody_is_at_rest(known: Journal) -> None:
    """Its numbers name nobody; its words do, and leave out whoever is at rest."""
    noted = question("answered", "2026-10-02", answer="she sang", rating=5)
    awa = person("Awa Sy", field="music")
    met = (awa.id, CHEIKH.id)
    days = ("2026-10-02", "2026-10-05", "2026-10-09", "2026-10-12", "2026-10-20")
    visits = [entry(day, people=met, channel="in_person", text="soup", got=("rice",)) for day in days]
    died = entry(
        "2026-10-25", people=(awa.id, CHEIKH.id), channel="in_person", text="Awa died, sat with Cheikh"
    )
    bring(known, awa, replace(visits[0], reflection=noted), *visits[1:], died)

    def october() -> tuple[Counts, set[str], int]:
        pages = known.pages(Settings(), TODAY)
        page = pages.month("2026-10")
        return pages.counts("2026-10"), {line.words for line in page.lines}, len(page.quotes)

    before, lines, quotes = october()
    assert awa.id in before.new
    assert awa.id in before.deeper
    assert before.season.fields == {awa.id: "music"}
    assert quotes == 1
    known.change(awa, replace(awa, rest=True), now=NOW)
    assert october() == (before, lines, 0)


def test_the_dead_are_not_counted_as_met_where_it_is_told(known: Journal) -> None:
    """Entries of before may still name them among those who took part."""
    visit = entry("2026-11-02", people=(IBRAHIMA.id,), channel="call", text="called Ibrahima")
    told = [
        entry(day, people=(IBRAHIMA.id, CHEIKH.id), channel="in_person", text=text)
        for day, text in (
            ("2026-11-04", "Ibrahima died, Cheikh came by"),
            ("2026-11-06", "funeral of Ibrahima"),
        )
    ]
    bring(known, visit, *told)
    counts = known.pages(Settings(), TODAY).counts("2026-11")
    assert set(counts.met[IBRAHIMA.id]) == {visit.id}
    assert counts.deeper == {CHEIKH.id}
