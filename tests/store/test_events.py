"""Events on their shelf: begun with a goal, ended with a question, asked about once; each one undo."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.language.event_line import capture_at
from netjournal.model import Event, Goal, Interaction, Promise
from netjournal.practice.events import day_within, goal_for
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, fresh_index, kept_index, person, rewrite, standing

EVENT = Event(id="", name="Harbour festival", tag="harbour-festival", since=TODAY, by=TODAY, place="the pier")
LATE = NOW.replace(hour=23)
AFTER_MIDNIGHT = dt.datetime.fromisoformat("2026-11-19T00:30:00+01:00")
TWO_DAYS_LATER = TODAY + dt.timedelta(2)


def met(journal: Journal, event: Event, line: str, now: dt.datetime = LATE) -> Interaction:
    found = capture_at(event, day_within(event, now), line, now, journal)
    return journal.log(found, now=now, prompts=built_in, settings=Settings(), asks=False).entry


def end(journal: Journal, event: Event, **known: Any) -> Any:
    settings = Settings(**known)
    return journal.end_event(event, now=AFTER_MIDNIGHT, prompts=built_in, settings=settings)


def test_an_evening_from_its_beginning_to_its_end_and_back(journal: Journal) -> None:
    event = journal.begin_event(EVENT, goal_for(EVENT, 2), now=NOW)
    [goal] = journal.goals()
    assert (journal.open_event(LATE), event.goal) == (event, goal.id)
    with pytest.raises(JournalError, match="You are still at Harbour festival"):
        journal.begin_event(replace(EVENT, name="another"), now=LATE)
    ines = met(journal, event, "Ines, boat builder; card; > send her the keel plan by friday")
    assert ines.reflection is None
    assert journal.counts_toward(ines, TODAY)[0].words.endswith("1 of 2.")
    yuki = met(journal, event, "Yuki from Kobe", AFTER_MIDNIGHT)
    assert (yuki.date, journal.progress(goal, TODAY).word) == (TODAY, "done")
    assert journal.entries_of_event(event) == (ines, yuki)
    ended = end(journal, event)
    assert journal.open_event(AFTER_MIDNIGHT) is None
    own = ended.entry
    assert (own.people, own.text, own.channel, own.date) == ((), "Harbour festival", "event", TODAY)
    assert set(journal.entries_of_event(ended.event)) == {ines, yuki, own}
    assert [one.id for one in journal.with_person(ines.people[0])] == [ines.id], "it is nobody's last talk"
    assert journal.progress(goal, TODAY).done == 2
    assert "alone" not in ended.choice.prompt.when
    assert ended.choice.why
    again = journal.change(ended.event, replace(ended.event, ended=None), now=AFTER_MIDNIGHT)
    assert end(journal, again).entry is None, "it is asked about once"
    journal.undo()
    journal.undo()
    journal.undo()
    assert journal.open_event(AFTER_MIDNIGHT) == event
    assert journal.entries_of_event(event) == (ines, yuki)
    for _ in range(3):
        journal.undo()
    assert (journal.events(), journal.goals(), journal.people()) == ((), (), ())
    assert kept_index(journal) == fresh_index(journal)


def test_an_end_without_questions(journal: Journal) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    assert end(journal, event).entry is None
    event = journal.change(journal.events()[0], replace(event, ended=None), now=NOW)
    met(journal, event, "Bo")
    assert end(journal, event, ask="never").entry is None


def test_what_was_promised_is_asked_about_once(journal: Journal) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    ines = met(journal, event, "Ines; > send her the keel plan by friday; > call her")
    met(journal, event, "Bo; < the list")
    assert journal.asked_of_events(TODAY + dt.timedelta(1)) == ()
    [asking] = journal.asked_of_events(TWO_DAYS_LATER)
    assert journal.today(TWO_DAYS_LATER, Settings()).asked == (asking,)
    plan, call = (one.promise for one in asking.owed)
    moved = replace(plan, due=dt.date(2026, 12, 1))
    journal.settle_event(asking, [moved, None], now=LATE + dt.timedelta(2))
    assert journal.interaction(ines.id).promises == (moved,)
    assert journal.asked_of_events(TWO_DAYS_LATER) == ()
    journal.undo()
    assert journal.interaction(ines.id) == ines
    assert journal.asked_of_events(TWO_DAYS_LATER) == (asking,)
    journal.settle_event(asking, [plan, call], now=LATE + dt.timedelta(2))
    assert journal.interaction(ines.id) == ines
    assert journal.asked_of_events(TWO_DAYS_LATER) == ()


def test_nothing_promised_to_somebody_at_rest_is_asked_about(journal: Journal) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    ines = met(journal, event, "Ines; > send her the keel plan")
    woman = journal.person(ines.people[0])
    journal.change(woman, replace(woman, rest=True), now=NOW)
    assert journal.asked_of_events(TWO_DAYS_LATER) == ()


def test_a_promise_changed_elsewhere_is_not_overwritten(journal: Journal) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    ines = met(journal, event, "Ines; > send her the keel plan")
    [asking] = journal.asked_of_events(TWO_DAYS_LATER)
    journal.change(ines, replace(ines, promises=(Promise(text="another"),)), now=NOW)
    with pytest.raises(JournalError):
        journal.settle_event(asking, [None], now=NOW)
    assert journal.events() == (event,)


def test_a_field_of_a_newer_version_stays_and_a_spoilt_one_is_told(journal: Journal) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    rewrite(journal.folder / "events.json", lambda tables: tables["events"][event.id].update(colour="blue"))
    journal.refresh()
    end(journal, event)
    assert standing(journal.folder)["events"][event.id]["colour"] == "blue"
    rewrite(journal.folder / "events.json", lambda tables: tables["events"][event.id].pop("name"))
    journal.refresh()
    assert (journal.events(), [one.shelf for one in journal.problems()]) == ((), ["events"])


def test_of_two_that_are_open_the_later_counts(journal: Journal) -> None:
    first = journal.begin_event(EVENT, now=NOW)
    ended = end(journal, first).event
    second = journal.begin_event(replace(EVENT, name="Dinner", tag="dinner"), now=LATE)
    journal.change(ended, replace(ended, ended=None), now=LATE)
    assert journal.open_event(LATE) == second


def test_an_entry_toward_a_goal_gets_a_question_for_it(journal: Journal) -> None:
    only = [one for one in built_in() if "goal" in one.when]
    assert only
    ana = person("Ana Lima")
    bring(journal, ana, entry(people=(ana.id,), text="tea"))
    goal = Goal(id="", text="3 talks", target=3, since=TODAY, by=TODAY, count="#harbour")
    goal = journal.set_goal(goal, now=NOW)
    talk = entry(TODAY.isoformat(), people=(ana.id,), tags=("harbour",))
    assert journal.goals_toward(talk) == ("3 talks",)
    assert not journal.goals_toward(replace(talk, tags=()))
    found = journal._question(talk, lambda: only, Settings(), NOW)
    assert found is not None
    assert found[0].prompt.id in {one.id for one in only}
    assert journal._question(replace(talk, tags=()), lambda: only, Settings(), NOW) is None
    journal.change(goal, replace(goal, let_go=TODAY), now=NOW)
    assert not journal.goals_toward(talk)
