"""Whatever is asked of a journal is answered as a reader of every file would answer."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from typing import Literal

import pytest
from msgspec.structs import replace

from netjournal.errors import JournalError, Unavailable
from netjournal.model import DIMENSIONS, Contact, Interaction, Promise
from netjournal.practice.echo import comes_back
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

PEOPLE = tuple(
    person(name, nicknames=nicknames)
    for name, nicknames in (
        ("Grace Adeyemi", ("Gigi",)),
        ("José Müller-Ørsted", ()),
        ("Łukasz Nowak", ("Luk", "Łuk")),
        ("李伟", ("Wei",)),
        ("Aoife O'Neill", ()),
        ("Grace Okonkwo", ()),
    )
)
STATUSES = (None, "asked", "answered", "skipped")


def _entries() -> Iterator[Interaction]:
    """Two hundred entries in ten months, of every kind."""
    for number in range(200):
        day = dt.date(2026, 1 + number % 10, 1 + number * 7 % 28)
        people = tuple(PEOPLE[place].id for place in {number % 5, number * number % 7} if place < 5)
        status = STATUSES[number % 4]
        yield entry(
            day.isoformat(),
            people=people,
            text=f"entry {number}",
            tags=tuple({f"tag{number % 3}", f"tag{number % 7}"}),
            at=dt.datetime.combine(day, dt.time(number % 24, 5), NOW.tzinfo) if number % 3 else None,
            promises=(
                Promise(text="kept", kept=day),
                Promise(
                    text="open",
                    by="them" if number % 3 == 0 else "me",
                    due=day + dt.timedelta(days=number) if number % 4 else None,
                ),
            )
            if number % 5 == 0
            else (),
            reflection=status
            and question(
                status,
                day.isoformat(),
                prompt=f"p-{number % 9}",
                dimension=DIMENSIONS[number % 5],
                answer="three plain words" if status == "answered" and number % 3 else "",
                private=number % 16 == 2,
            ),
        )


ENTRIES = tuple(_entries())
NEWEST_FIRST = tuple(sorted(ENTRIES, key=lambda one: one.order, reverse=True))


@pytest.fixture
def journal(journal: Journal) -> Journal:
    bring(journal, *PEOPLE, *ENTRIES)
    return journal


def test_a_month_is_in_the_order_it_was_lived(journal: Journal) -> None:
    for month in ("2026-01", "2026-10", "2026-11", "1999-01"):
        found = journal.month(month)
        assert found == tuple(one for one in reversed(NEWEST_FIRST) if one.month == month)
        assert all(one.order < other.order for one, other in pairwise(found))


def test_everyone_is_known_with_when_they_were_met(journal: Journal) -> None:
    everyone = journal.people()
    assert [one.name for one in everyone] == [one.name for one in PEOPLE]
    for one in everyone:
        met = [talk.date for talk in ENTRIES if one.id in talk.people]
        assert (one.first, one.last) == (min(met, default=None), max(met, default=None))
        assert one.count == len(met)
    assert everyone[5].count == 0
    assert everyone[0].nicknames == ("Gigi",)


def test_an_acquaintance_takes_over_what_is_known(journal: Journal) -> None:
    known = journal.add(
        person(
            "Ines Duarte",
            organisation="Atelier",
            role="baker",
            field="bread",
            place="Porto",
            tags=("ahead",),
            needs=("flour",),
            offers=("bread",),
            circle="inner",
            rhythm=9,
            birthday="--02-29",
        ),
        now=NOW,
    )
    [found] = journal.answering_to(["ines"])
    for name in found.__struct_fields__:
        if name in Contact.__struct_fields__:
            assert getattr(found, name) == getattr(known, name)
    assert (found.first, found.last, found.count) == (None, None, 0)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["grace"], ["Grace Adeyemi", "Grace Okonkwo"]),
        (["gigi"], ["Grace Adeyemi"]),
        (["jose", "nowak"], ["José Müller-Ørsted", "Łukasz Nowak"]),
        (["mueller"], ["José Müller-Ørsted"]),
        (["orsted"], ["José Müller-Ørsted"]),
        (["luk"], ["Łukasz Nowak"]),
        (["wei"], ["李伟"]),
        (["oneill"], ["Aoife O'Neill"]),
        (["gra"], []),
        (["%"], []),
        ([], []),
    ],
)
def test_people_answer_to_words_of_their_names(journal: Journal, words: list[str], names: list[str]) -> None:
    assert [one.name for one in journal.answering_to(words)] == names


def test_a_person_is_read_from_a_parsed_shelf(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    known = [journal.person(one.id) for one in PEOPLE]
    monkeypatch.setattr(json, "loads", lambda *_, **__: pytest.fail("parsed once more"))
    assert [journal.person(one.id) for one in PEOPLE] == known


def test_a_person_is_never_stale(journal: Journal, open_journal: Callable[[], Journal]) -> None:
    other = open_journal()
    before = journal.person(PEOPLE[0].id)
    after = other.change(before, replace(before, place="Lagos"), now=NOW)
    assert journal.person(before.id) == after
    assert journal.person(before.id).place == "Lagos"
    other.undo()
    assert journal.person(before.id) == before
    other.delete(before, now=NOW)
    with pytest.raises(JournalError):
        journal.person(before.id)
    journal.undo()
    (journal.folder / "contacts.json").write_text("{ half")
    for _ in range(2):
        with pytest.raises(Unavailable):
            journal.person(before.id)
    (journal.folder / "contacts.json").unlink()
    with pytest.raises(JournalError, match="not in the journal"):
        journal.person(before.id)


def test_who_was_met_together(journal: Journal) -> None:
    for people in ([PEOPLE[0].id], [PEOPLE[1].id, PEOPLE[2].id], ["nobody"], []):
        together = Counter(
            other
            for talk in ENTRIES
            if {*people} & {*talk.people}
            for other in talk.people
            if other not in people
        )
        assert journal.met_together(people) == together


def test_names_are_known_or_someone_s(journal: Journal) -> None:
    asked = iter([PEOPLE[3].id, "nobody"])
    assert journal.names(asked) == {PEOPLE[3].id: "李伟", "nobody": "someone"}


def test_what_happened_with_somebody_comes_newest_first(journal: Journal) -> None:
    for one in PEOPLE:
        assert list(journal.with_person(one.id)) == [talk for talk in NEWEST_FIRST if one.id in talk.people]


def _asked(status: str) -> list[Interaction]:
    return [talk for talk in NEWEST_FIRST if talk.reflection and talk.reflection.status == status]


def test_answers_come_by_theme_newest_first(journal: Journal) -> None:
    for dimension, answered in product((None, *DIMENSIONS), (True, False)):
        found = list(journal.reflections(dimension, answered=answered))
        expected = _asked("answered" if answered else "asked")
        assert found == [
            talk for talk in expected if talk.reflection and dimension in (None, talk.reflection.dimension)
        ]


def test_many_answers_are_paged_through_without_a_gap(journal: Journal) -> None:
    same_day = [entry("2026-11-11", reflection=question("answered")) for _ in range(600)]
    bring(journal, *same_day)
    found = [one.id for one in journal.reflections("trust")]
    assert found[:600] == [one.id for one in reversed(same_day)]
    assert len({*found}) == len(found)


def test_themes_are_counted(journal: Journal) -> None:
    counts: Counter[str] = Counter(
        talk.reflection.dimension for talk in _asked("answered") if talk.reflection
    )
    assert journal.themes() == counts | {"asked": len(_asked("asked"))}


def test_the_newest_question_is_the_one_asked_last(journal: Journal) -> None:
    expected = max(
        _asked("asked"), key=lambda talk: (talk.reflection.asked if talk.reflection else NOW, talk.id)
    )
    assert journal.newest_asked(TODAY) == expected
    old = entry("1999-01-01", reflection=question(day="2026-11-17"))
    bring(journal, old)
    assert journal.newest_asked(TODAY) == old


def test_a_question_of_a_low_mood_is_brought_up_for_a_week_and_then_only_by_name(journal: Journal) -> None:
    for talk in ENTRIES:
        journal.delete(talk, now=NOW)
    light = entry("2026-10-01", reflection=question(day="2026-10-01"))
    low = entry("2026-11-10", mood=1, reflection=question(day="2026-11-10"))
    bring(journal, light, low)
    assert journal.newest_asked(dt.date(2026, 11, 16)) == low
    assert journal.newest_asked(dt.date(2026, 11, 17)) == light


def test_the_answer_before_is_the_newest_in_words_that_is_not_private(journal: Journal) -> None:
    told = 0
    for talk in NEWEST_FIRST:
        theme = talk.reflection.dimension if talk.reflection else None
        fitting = (
            other
            for other in _asked("answered")
            if other != talk
            and other.reflection
            and (other.reflection.dimension, other.reflection.private) == (theme, False)
            and (other.mood or 3) > 2
            and other.reflection.answer
        )
        newest = next(fitting, None)
        expected = newest if newest is not None and comes_back(talk, newest, ()) else None
        assert journal.earlier_answer(talk) == expected
        told += expected is not None
    assert told


def test_tags_come_the_most_used_first(journal: Journal) -> None:
    counts = Counter(tag for talk in ENTRIES for tag in talk.tags)
    assert list(journal.tags()) == sorted(counts, key=lambda tag: (-counts[tag], tag))


def test_days_are_counted(journal: Journal) -> None:
    first, last = dt.date(2026, 3, 8), dt.date(2026, 5, 22)
    counts = Counter(talk.date for talk in ENTRIES if first <= talk.date <= last)
    assert journal.days(first, last) == counts
    assert journal.days(TODAY, TODAY) == {}
    assert journal.newest_month() == "2026-10"


def test_promises_that_wait_come_by_the_day_they_are_due(journal: Journal) -> None:
    found = journal.promises(1000)
    assert all(
        one.promise.text == "open" and one.interaction.promises[one.position] == one.promise for one in found
    )
    due = [one.promise.due for one in found]
    dated = [day for day in due if day]
    assert due == sorted(dated) + [None] * (len(due) - len(dated))
    undated = [one.interaction.date for one in found if not one.promise.due]
    assert undated == sorted(undated, reverse=True)
    assert len(found) == 40
    assert journal.promises(3) == found[:3]


@pytest.mark.parametrize("by", ["me", "them"])
def test_promises_of_one_side_are_not_crowded_out_by_the_other(
    journal: Journal, by: Literal["me", "them"]
) -> None:
    crowd: Literal["me", "them"] = "them" if by == "me" else "me"
    early = Promise(text="open", by=crowd, due=dt.date(2025, 1, 1))
    bring(journal, entry(promises=(early,) * 30))
    theirs = tuple(one for one in journal.promises(1000) if one.promise.by == by)
    assert len(theirs) > 5
    for limit in (0, 1, 5, 1000):
        assert journal.promises(limit, by=by) == theirs[:limit]


def test_an_entry_is_found_by_the_end_of_its_id(journal: Journal) -> None:
    talk = ENTRIES[17]
    assert journal.ids_ending(talk.id[-6:].lower()) == (talk.id,)
    assert journal.interaction(talk.id) == talk
    newest = sorted((one.id for one in ENTRIES if one.id[-1] == talk.id[-1]), reverse=True)
    assert list(journal.ids_ending(talk.id[-1])) == newest[:9]
    assert journal.ids_ending("_" * 6) == ()


def test_what_is_nowhere_is_said(journal: Journal) -> None:
    with pytest.raises(JournalError, match="entry is not in the journal"):
        journal.interaction("nowhere")
    with pytest.raises(JournalError, match="person is not in the journal"):
        journal.person("nobody")
    empty = replace(ENTRIES[0], reflection=None)
    assert journal.earlier_answer(empty) is None


def test_promises_between_oneself_and_somebody_are_found_however_long_ago(journal: Journal) -> None:
    for someone in PEOPLE:
        found = journal.promises(1000, person=someone.id)
        waiting = sum(
            promise.kept is None for talk in ENTRIES if someone.id in talk.people for promise in talk.promises
        )
        assert len(found) == waiting
        assert all(someone.id in one.interaction.people for one in found)


@pytest.mark.parametrize("layout", [{"indent": 1}, {"separators": (",", ":")}, {}])
def test_a_shelf_laid_out_by_hand_reads_the_same(journal: Journal, layout: dict[str, object]) -> None:
    someone = person("Ines Duarte")
    wrote = [entry(f"2026-11-{day:02}", people=(someone.id,), text=f'{day} "}},\n{{') for day in (1, 2, 3)]
    bring(journal, someone, *wrote)
    before = journal.month("2026-11"), tuple(journal.with_person(someone.id))
    assert before == (tuple(wrote), tuple(reversed(wrote)))

    path = journal.folder / "months" / "2026-11.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), **layout), "utf-8")  # type: ignore[arg-type]  # made up above
    assert (journal.month("2026-11"), tuple(journal.with_person(someone.id))) == before
    journal.refresh()
    assert (journal.month("2026-11"), tuple(journal.with_person(someone.id))) == before


def test_an_entry_that_stands_twice_hides_its_shelf(journal: Journal) -> None:
    someone = person("Ines Duarte")
    bring(journal, someone, entry("2026-11-01", people=(someone.id,), text="once"))
    path = journal.folder / "months" / "2026-11.json"
    first, row, last = path.read_text("utf-8").split("\n", 2)
    path.write_text(f"{first}\n{row}\n,{row[1:]}\n{last}", "utf-8")
    journal.refresh()
    assert journal.month("2026-11") == ()
    assert list(journal.with_person(someone.id)) == []
    assert "twice" in journal.problems()[0].message
