from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.demo import make
from netjournal.model import CHANNELS, DIMENSIONS, Contact, Interaction, Reflection, from_raw, is_id, to_raw
from netjournal.practice.prompts import Prompt, built_in
from netjournal.practice.situation import Companion, situation

NOW = datetime(2026, 11, 18, 20, 15, tzinfo=ZoneInfo("Europe/London"))
NOT_SAID = re.compile(
    r"\b(contacts?|leads?|pipelines?|crm|assets?|values?|roi|touchpoints?|network size|scores?|tiers?|overdue"
    r"|streaks?)\b|!",
    re.IGNORECASE,
)
ZONES = st.sampled_from(
    [UTC, ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/St_Johns"), timezone(timedelta(hours=-9))]
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2039, 12, 31), timezones=ZONES)  # noqa: DTZ001


@pytest.fixture(scope="module")
def made() -> tuple[tuple[Contact, ...], tuple[Interaction, ...]]:
    return make(NOW)


@pytest.fixture(scope="module")
def people(made: tuple[tuple[Contact, ...], tuple[Interaction, ...]]) -> tuple[Contact, ...]:
    return made[0]


@pytest.fixture(scope="module")
def entries(made: tuple[tuple[Contact, ...], tuple[Interaction, ...]]) -> tuple[Interaction, ...]:
    return made[1]


def reflections(entries: Sequence[Interaction]) -> list[Reflection]:
    return [entry.reflection for entry in entries if entry.reflection]


def words_of(person: Contact) -> str:
    return "\n".join((person.about, person.role, *person.details, *person.needs, *person.offers))


def all_text(people: Sequence[Contact], entries: Sequence[Interaction]) -> list[str]:
    return [words_of(person) for person in people] + [
        "\n".join((entry.text, *entry.gave, *entry.got, *(promise.text for promise in entry.promises)))
        for entry in entries
    ]


def test_it_is_as_large_as_promised(people: tuple[Contact, ...], entries: tuple[Interaction, ...]) -> None:
    assert 55 <= len(people) <= 65
    assert 580 <= len(entries) <= 620
    statuses = Counter(reflection.status for reflection in reflections(entries))
    assert 400 <= statuses["answered"] <= 440
    assert 100 <= statuses["skipped"] <= 140
    assert 1 <= statuses["asked"] <= 12


def test_each_of_its_24_months_has_entries(entries: tuple[Interaction, ...]) -> None:
    months = Counter(entry.month for entry in entries)
    expected = {f"{2024 + (10 + month) // 12}-{(10 + month) % 12 + 1:02}" for month in range(25)}
    assert set(months) == expected
    assert min(months.values()) >= 10


def test_the_same_now_gives_the_same_journal_and_another_now_another() -> None:
    first = make(NOW)
    assert first == make(NOW)
    assert first[1] != make(NOW + timedelta(days=1))[1]


@settings(max_examples=6)
@given(MOMENTS)
def test_nothing_happens_after_now(now: datetime) -> None:
    people, entries = make(now)
    for entry in entries:
        assert entry.date <= now.date()
        assert entry.at is None or entry.at <= now
        assert entry.created is not None
        assert entry.created <= now
        assert all(promise.kept is None or promise.kept <= now.date() for promise in entry.promises)
        if entry.reflection:
            assert entry.reflection.asked <= now
            assert entry.reflection.answered is None or entry.reflection.answered <= now
    assert all(person.created is not None and person.created <= now for person in people)
    assert all(person.met is None or (person.met.date or date.max) <= now.date() for person in people)


@settings(max_examples=6)
@given(now=MOMENTS)
def test_the_story_keeps_its_order_and_its_weekdays(entries: tuple[Interaction, ...], now: datetime) -> None:
    then = make(now)[1]
    reference = [entry.text for entry in entries]
    assert sorted(entry.text for entry in then) == sorted(reference)
    assert [entry.text for entry in then][:580] == reference[:580]
    older = [entry for entry in then if (now.date() - entry.date).days > 21]
    assert {
        entry.date.weekday() for entry in older if "meetup" in entry.tags and entry.channel == "event"
    } == {3}
    assert {entry.date.weekday() for entry in older if entry.text.startswith("Brunch")} == {6}


@settings(max_examples=6)
@given(MOMENTS)
def test_the_first_screen_is_alive_on_any_day(now: datetime) -> None:
    people, entries = make(now)
    today = now.date()
    assert sum(entry.date == today for entry in entries) >= 2
    assert sum(entry.date == today - timedelta(1) for entry in entries) >= 2
    gaps = [later.date - earlier.date for earlier, later in pairwise(entries)]
    assert max(gaps) <= timedelta(5)
    soon = [
        promise.due
        for entry in entries
        for promise in entry.promises
        if promise.due and not promise.kept and abs(promise.due - today) <= timedelta(14)
    ]
    assert len(soon) >= 5
    birthdays = [person.born.next_after(today) - today for person in people if person.born]
    assert sum(wait <= timedelta(14) for wait in birthdays) >= 3


def test_every_person_is_met_and_every_name_is_one_of_a_kind(
    people: tuple[Contact, ...], entries: tuple[Interaction, ...]
) -> None:
    ids = {person.id for person in people}
    assert len(ids) == len(people)
    assert {id for entry in entries for id in entry.people} == ids
    assert {person.met.through for person in people if person.met} <= ids | {""}
    names = [name for person in people for name in (person.name, *person.nicknames)]
    assert len(set(names)) == len(names)


def test_there_is_something_of_everything(
    people: tuple[Contact, ...], entries: tuple[Interaction, ...]
) -> None:
    assert {entry.channel for entry in entries} == {*CHANNELS, None} - {"broadcast"}
    assert {reflection.dimension for reflection in reflections(entries)} == set(DIMENSIONS)
    assert sum(not entry.people for entry in entries) >= 15
    assert sum(len(entry.people) >= 3 for entry in entries) >= 30
    assert any("work:hiring" in entry.tags for entry in entries)
    assert any(entry.gave for entry in entries)
    assert any(entry.got for entry in entries)
    assert {promise.by for entry in entries for promise in entry.promises} == {"me", "them"}
    assert sum(promise.kept is not None for entry in entries for promise in entry.promises) >= 10
    assert {entry.mood for entry in entries} >= {2, 3, 4, 5}
    assert any(reflection.private for reflection in reflections(entries))
    first_names = Counter(person.name.split()[0] for person in people)
    assert [name for name, count in first_names.items() if count > 1] == ["Grace"]
    assert {person.circle for person in people} >= {None, "inner", "close", "friends"}
    assert sum(person.circle is None for person in people) > len(people) / 2
    last = {id: entry.date for entry in entries for id in entry.people}
    assert sum(NOW.date() - day > timedelta(365) for day in last.values()) >= 4


def test_questions_are_those_of_the_built_in_prompts(entries: tuple[Interaction, ...]) -> None:
    prompts = {prompt.id: prompt for prompt in built_in()}
    for reflection in reflections(entries):
        prompt = prompts[reflection.prompt]
        assert (reflection.question, reflection.dimension) == (prompt.text, prompt.dimension)
        assert reflection.scale == (prompt.scale or "friend")
        assert (reflection.status == "answered") == bool(reflection.answer) == bool(reflection.answered)
        assert reflection.rating is None or reflection.answer


def test_questions_rest_before_they_come_again(entries: tuple[Interaction, ...]) -> None:
    shown = sorted(reflections(entries), key=lambda reflection: reflection.asked)
    assert all(earlier.dimension != later.dimension for earlier, later in pairwise(shown))
    last: dict[str, int] = {}
    for number, reflection in enumerate(shown):
        assert number - last.get(reflection.prompt, -13) > 12, reflection.question
        last[reflection.prompt] = number


def test_questions_fit_what_happened(people: tuple[Contact, ...], entries: tuple[Interaction, ...]) -> None:
    prompts: dict[str, Prompt] = {prompt.id: prompt for prompt in built_in()}
    began = min(entry.created for entry in entries if entry.created)
    first = {
        person.id: (person.met and person.met.date) or date.min
        for person in people
        if person.created and person.created < began
    }
    last = dict(first)
    for entry in entries:
        companions = [Companion(id=id, first=first.get(id), last=last.get(id)) for id in entry.people]
        if entry.reflection:
            prompt = prompts[entry.reflection.prompt]
            assert prompt.fits(situation(entry, companions)), (entry.text, prompt.text)
        first = dict.fromkeys(entry.people, entry.date) | first
        last |= dict.fromkeys(entry.people, entry.date)


def test_hardly_any_words_come_twice(entries: tuple[Interaction, ...]) -> None:
    texts = Counter(entry.text for entry in entries)
    answers = Counter(reflection.answer for reflection in reflections(entries) if reflection.answer)
    for said in (texts, answers):
        assert sum(count > 2 for count in said.values()) <= 0.02 * len(said)
    openings = Counter(" ".join(entry.text.split()[:3]) for entry in entries)
    assert max(openings.values()) <= 6


def test_it_sounds_like_the_rest_of_the_app(
    people: tuple[Contact, ...], entries: tuple[Interaction, ...]
) -> None:
    said = all_text(people, entries) + [reflection.answer for reflection in reflections(entries)]
    assert [NOT_SAID.findall(text) for text in said if NOT_SAID.search(text)] == []
    assert all(text == text.strip() for text in said if text)


def test_it_can_be_kept_like_any_journal(
    people: tuple[Contact, ...], entries: tuple[Interaction, ...]
) -> None:
    for person in people:
        assert from_raw(Contact, person.id, to_raw(person), "contacts.json") == person
    for entry in entries:
        assert from_raw(Interaction, entry.id, to_raw(entry), "months") == entry
        assert is_id(entry.id)
    assert len({entry.id for entry in entries}) == len(entries)


def test_a_birthday_on_the_29th_of_february_is_a_real_day(people: tuple[Contact, ...]) -> None:
    today = NOW.date()
    waits = {person.born.next_after(today) - today for person in people if person.born}
    soon = [wait for wait in waits if wait <= timedelta(21)]
    assert len(soon) >= 3
    for wait in soon:
        now = datetime(2028, 2, 29, 12, tzinfo=UTC) - wait
        assert all(person.born for person in make(now)[0] if person.birthday)
