"""The choice of a question knows the journal: through the index, as if it had read every entry."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.language.capture import Capture
from netjournal.model import Contact, Interaction, Reflection, Status
from netjournal.practice.choosing import History, Showing, Shown
from netjournal.practice.nearness import nearness
from netjournal.practice.prompts import Prompt, built_in
from netjournal.practice.reviews import open_week
from netjournal.practice.situation import Companion, interval
from netjournal.settings import Ask, Numbers, Settings
from netjournal.store.asking import companions, history
from netjournal.store.asking_less import is_time_to_ask_less
from netjournal.store.index import Index
from netjournal.store.journal import Journal
from tests.store.children import run_child
from tests.store.journals import NOW, TODAY, bring, entry, in_memory, person, places_in, question

LIBRARY: tuple[Prompt, ...] = built_in()[:6]
PEOPLE = (
    person("Ana Kovač", rhythm=14, field="boats"),
    person("Wei Zhang", circle="friends", tags=("ahead", "work")),
    person("Noor Haddad"),
)
STRANGER = person("Nobody knows")

month_days = st.dates(TODAY - dt.timedelta(days=120), TODAY)


@st.composite
def _talks(draw: st.DrawFn) -> Interaction:
    day = draw(st.sampled_from([TODAY - dt.timedelta(days=ago) for ago in (0, 1, 14, 15, 90, 91)]))
    prompt = draw(st.none() | st.sampled_from(LIBRARY))
    reflection = None
    if prompt:
        zone = dt.timezone(dt.timedelta(hours=draw(st.sampled_from([-11, 0, 1, 13]))))
        asked = dt.datetime.combine(day, dt.time(draw(st.sampled_from([0, 12, 23]))), zone)
        status: Status = draw(st.sampled_from(get_args(Status)))
        reflection = Reflection(
            prompt=prompt.id, dimension=prompt.dimension, question="?", asked=asked, status=status
        )
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
    when = draw(month_days)
    return entry(when.isoformat(), people=tuple(one.id for one in people), reflection=reflection)


def _history(
    talks: Sequence[Interaction], people: Sequence[str], library: Sequence[Prompt], today: dt.date
) -> History:
    asked = [(one.reflection, one) for one in talks if one.reflection]
    asked.sort(key=lambda pair: (pair[0].asked, pair[1].id), reverse=True)
    showings = [Showing(prompt=one.prompt, dimension=one.dimension, day=one.asked.date()) for one, _ in asked]
    by_prompt = {}
    for prompt in library:
        of_it = [one for one, _ in asked if one.prompt == prompt.id]
        if of_it:
            skips = Counter(one.status for one in of_it[:3])["skipped"]
            by_prompt[prompt.id] = Shown(last=of_it[0].asked.date(), skips=skips)
    with_people: dict[str, dt.date] = {}
    for one, talk in asked:
        day = one.asked.date()
        if {*people} & {*talk.people} and (today - day).days <= 90:
            with_people[one.prompt] = max(day, with_people.get(one.prompt, day))
    return History(recent=tuple(showings[:24]), by_prompt=by_prompt, with_people=with_people)


def _companion(talks: Sequence[Interaction], now: Interaction, contact: Contact) -> Companion:
    before = [one.date for one in talks if contact.id in one.people and one.date <= now.date]
    oldest = min((one.date for one in talks), default=now.date)
    return Companion(
        id=contact.id,
        first=min(before, default=None),
        last=max(before, default=None),
        interval=interval(contact.rhythm, contact.circle),
        field=contact.field,
        ahead="ahead" in contact.tags,
        near=nearness(contact.name, contact.tags, contact.circle),
        long_known=(now.date - oldest).days < 28,
    )


@settings(max_examples=15)
@given(talks=st.lists(_talks(), max_size=30), now=_talks(), stranger=st.booleans())
def test_it_knows_what_a_reader_of_every_entry_would_know(
    talks: list[Interaction], now: Interaction, stranger: bool
) -> None:
    if stranger:
        now = replace(now, people=(*now.people, STRANGER.id))
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *PEOPLE, *talks)
        index = Index(Path("/dev/null/nowhere"), journal.folder)
        index.refresh()
        known = {one.id: one for one in PEOPLE}
        assert companions(index, now) == tuple(
            _companion(talks, now, known.get(id, Contact(id=id, name="?"))) for id in now.people
        )
        found = history(index, now.people, LIBRARY, TODAY)
        assert found == _history(talks, now.people, LIBRARY, TODAY)
        index.close()
        journal.close()


def test_a_day_is_the_one_that_was_lived(journal: Journal) -> None:
    far_east = dt.datetime.fromisoformat("2026-11-18T00:10:00+14:00")  # the 17th, 10:10 UTC
    bring(journal, entry("2026-11-18", reflection=replace(question(), asked=far_east)))
    daily = Settings(ask="daily")
    said = Capture(date=TODAY, text="x")
    assert journal.log(said, now=NOW, prompts=built_in, settings=daily).choice is None
    far_west = dt.datetime.fromisoformat("2026-11-17T23:50:00-12:00")  # the 18th, 11:50 UTC
    assert journal.log(said, now=far_west, prompts=built_in, settings=daily).choice is not None


@pytest.mark.parametrize(("ask", "questions"), [("always", 4), ("daily", 2), ("weekly", 0), ("never", 0)])
def test_one_is_asked_as_often_as_one_likes(journal: Journal, ask: Ask, questions: int) -> None:
    asked = 0
    for now in (NOW, NOW, NOW + dt.timedelta(days=1), NOW + dt.timedelta(days=1)):
        said = Capture(date=now.date(), text="x", channel="call")
        logged = journal.log(said, now=now, prompts=built_in, settings=Settings(ask=ask))
        asked += logged.choice is not None
        kept = journal.interaction(logged.entry.id)
        assert kept == logged.entry
        assert (kept.reflection is None) == (logged.choice is None)
    assert asked == questions


def test_no_prompt_that_fits_is_no_question(journal: Journal) -> None:
    said = Capture(date=TODAY, text="x")
    assert journal.log(said, now=NOW, prompts=lambda: (), settings=Settings()).choice is None


def test_the_prompts_are_not_read_where_nothing_is_asked(journal: Journal) -> None:
    def prompts() -> Sequence[Prompt]:
        raise AssertionError

    said = Capture(date=TODAY, text="x")
    journal.log(said, now=NOW, prompts=prompts, settings=Settings(ask="never"))


def test_the_same_journal_and_entry_give_the_same_question_in_any_process(journal: Journal) -> None:
    for number in range(20):
        prompt = built_in()[number]
        reflection = question(prompt=prompt.id, dimension=prompt.dimension, status="skipped")
        bring(journal, entry(f"2026-11-{number % 17 + 1:02}", reflection=reflection))
    first, second = (run_child("choose", journal.places, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second
    assert len({line.split()[0] for line in first.splitlines()}) > 1


def test_another_question_is_another_one_and_the_first_is_not_soon_back(journal: Journal) -> None:
    said = Capture(date=TODAY, text="x", channel="call")
    entry_now = journal.log(said, now=NOW, prompts=built_in, settings=Settings()).entry
    seen = []
    while entry_now.reflection is not None:
        seen.append(entry_now.reflection.prompt)
        found = journal.another_question(entry_now, prompts=built_in(), settings=Settings(), now=NOW)
        if found is None:
            break
        entry_now = journal.reflect(entry_now, found[1], now=NOW)
    assert len(seen) == len(set(seen)) == 3
    kept = journal.interaction(entry_now.id).reflection
    assert kept is not None
    assert (kept.prompt, kept.passed, kept.status) == (seen[2], tuple(seen[:2]), "asked")
    found_again = history(journal._index, (), built_in(), TODAY).by_prompt
    assert {id: shown.skips for id, shown in found_again.items()} == {seen[0]: 1, seen[1]: 1, seen[2]: 0}
    assert journal.undo().kind == "log"
    assert history(journal._index, (), built_in(), TODAY).by_prompt == {}


def test_what_waits_are_the_newest_three_of_seven_days(journal: Journal) -> None:
    days = [TODAY - dt.timedelta(days=ago) for ago in (0, 1, 2, 3, 4, 5, 6, 7, 30)]
    entries = [entry(day.isoformat(), reflection=question(day=day.isoformat())) for day in days]
    answered = entry(TODAY.isoformat(), reflection=question("answered", TODAY.isoformat(), answer="well"))
    bring(journal, *entries, answered)

    def waiting(today: dt.date) -> list[str]:
        """What the review of the week asks again, the newest first."""
        steps = journal.review_steps(open_week(today), today)
        return [step.entry.id for step in reversed(steps) if step.kind == "waiting" and step.entry]

    assert waiting(TODAY) == [one.id for one in entries[:3]]
    assert waiting(TODAY + dt.timedelta(days=5)) == [one.id for one in entries[:2]]
    assert waiting(TODAY + dt.timedelta(days=7)) == []


def test_after_four_of_five_left_it_is_time_to_ask_less_once(journal: Journal) -> None:
    def leave(now: dt.datetime, status: Status = "skipped") -> bool:
        said = Capture(date=now.date(), text="x")
        logged = journal.log(said, now=now, prompts=built_in, settings=Settings()).entry
        assert logged.reflection is not None
        journal.reflect(logged, replace(logged.reflection, status=status), now=now)
        return is_time_to_ask_less(journal, Settings(), logged, now.date())

    asked = [leave(NOW, "answered"), *(leave(NOW + dt.timedelta(days=day)) for day in range(190))]
    assert [number for number, was in enumerate(asked) if was] == [4, 187]


def test_whether_to_ask_less_is_asked_on_a_plain_day(journal: Journal) -> None:
    bring(journal, PEOPLE[2], *(entry("2026-11-01", reflection=question("skipped")) for _ in range(4)))

    def is_time(day: str, text: str, *who: str) -> bool:
        left = entry(day, text=text, people=who, reflection=question("skipped", day))
        bring(journal, left)
        return is_time_to_ask_less(journal, Settings(), left, left.date)

    assert not is_time("2026-11-02", "Noor cancelled again")
    assert not is_time("2026-11-03", "sat with Noor in hospital", PEOPLE[2].id)
    assert not is_time("2026-11-03", "soup, radio"), "that evening"
    assert not is_time("2026-11-04", "she slept", PEOPLE[2].id)
    assert is_time("2026-11-04", "walked to the pier")


def test_answers_of_reviews_are_no_questions_left(journal: Journal) -> None:
    left = [entry(reflection=question("skipped")) for _ in range(3)]
    reviews = [
        entry(
            reflection=question(
                "answered", TODAY.isoformat(), prompt=f"week-back-{number}", period="2026-W47"
            )
        )
        for number in range(3)
    ]
    bring(journal, *left, *reviews)
    assert journal.last_statuses(5) == ("skipped",) * 3


def test_a_month_asks_of_giving_that_drains_where_one_wants_it(tmp_path: Path) -> None:
    journal = Journal.open(places_in(tmp_path), NOW)
    friend = person("Ana Souza")
    bring(journal, friend, *(entry(people=(friend.id,), gave=("an hour",), energy=1) for _ in range(5)))
    month = f"{TODAY:%Y-%m}"
    assert "month-one-sided" not in {one.id for one in journal.open_review(month).questions}
    asked = journal.open_review(month, Settings(numbers=Numbers(ask_of_giving=True))).questions[-1]
    assert asked.id == "month-one-sided"
    assert "Ana" not in asked.text


LIBRARY_OF_ALL = built_in()


def _mended(journal: Journal, before: Interaction, **said: object) -> Reflection | None:
    after = replace(before, **said)
    return journal.fitting_question(before, after, prompts=lambda: LIBRARY_OF_ALL, settings=Settings())


def test_a_question_that_waits_and_fits_no_more_is_chosen_anew(journal: Journal) -> None:
    ana = person("Ana Kovač")
    room = question(prompt="destination-07", dimension="destination", question="This room?")
    event = entry(people=(ana.id,), channel="event", text="sent her a map", reflection=room)
    bring(journal, ana, event)
    by_id = {one.id: one for one in LIBRARY_OF_ALL}
    found = _mended(journal, event, channel="message")
    assert found is not None
    assert "event" not in by_id[found.prompt].when.get("channel", ())
    assert (found.status, found.asked) == ("asked", room.asked)
    assert found.question == by_id[found.prompt].text
    assert _mended(journal, event, text="sent her a map of it", place="Kutaisi") == room


@pytest.mark.parametrize("status", ["answered", "skipped"])
def test_a_question_that_was_answered_or_left_stays(journal: Journal, status: Status) -> None:
    room = question(status, prompt="destination-07", dimension="destination", answer="Look around")
    event = entry(channel="event", reflection=room)
    bring(journal, event)
    assert _mended(journal, event, channel="message") == room


def test_a_question_that_is_known_no_more_or_never_fitted_stays(journal: Journal) -> None:
    for prompt in ("mine-01", "friend-07"):
        event = entry(channel="event", reflection=question(prompt=prompt))
        bring(journal, event)
        assert _mended(journal, event, channel="message") == event.reflection
