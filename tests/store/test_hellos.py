"""Of whom one writes that one leaves them in peace, no hello is suggested, and nothing is brought up."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.model import Reflection
from netjournal.practice.rhythm import fresh_start
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person, question

_TODAY = NOW.date()


def test_whom_one_leaves_in_peace_is_not_suggested_until_one_writes_again(journal: Journal) -> None:
    karim = journal.add(person("Karim Haddad", rhythm=7), now=NOW)
    enough = Reflection(
        prompt="trust-01", dimension="trust", question="?", asked=NOW, answered=NOW, status="answered",
        answer="enough now, I let him be",
    )  # fmt: skip
    month_ago, week_ago = _TODAY - dt.timedelta(30), _TODAY - dt.timedelta(9)

    def suggested() -> list[tuple[str, str]]:
        return [(one.person.name, one.note) for one in journal.hellos(_TODAY, Settings())]

    bring(journal, entry(month_ago.isoformat(), people=(karim.id,), text="tea, he is tired"))
    assert suggested() == [("Karim Haddad", "tea, he is tired")]
    bring(journal, entry(week_ago.isoformat(), people=(karim.id,), text="wrote to him", reflection=enough))
    assert suggested() == []
    day_after = (week_ago + dt.timedelta(1)).isoformat()
    bring(journal, entry(day_after, people=(karim.id,), text="he called, all is well"))
    assert suggested() == [("Karim Haddad", "he called, all is well")]


def test_nor_is_whoever_one_quarrelled_with_until_it_is_made_up(journal: Journal) -> None:
    rosario = journal.add(person("Rosario Mamani", rhythm=7), now=NOW)
    lines = (
        (44, "tea, she laughed"),
        (24, "called her, i hung up on her"),
        (23, "Rosario wrote, no sorry. not answering"),
    )
    for days, text in lines:
        day = (_TODAY - dt.timedelta(days)).isoformat()
        bring(journal, entry(day, people=(rosario.id,), text=text))
    assert journal.hellos(_TODAY, Settings()) == ()
    [later] = journal.hellos(_TODAY + dt.timedelta(300), Settings())
    assert later.note == "tea, she laughed"
    made_up = (_TODAY - dt.timedelta(10)).isoformat()
    bring(journal, entry(made_up, people=(rosario.id,), text="Rosario rang, we made up"))
    [hello] = journal.hellos(_TODAY, Settings())
    assert hello.note == "Rosario rang, we made up"


def test_nor_is_of_a_fresh_start_whom_one_leaves_in_peace_or_who_died(journal: Journal) -> None:
    names = ("Katrin Berg", "Noor Haddad", "Ibrahima Sow")
    people = [journal.add(person(name, rhythm=7), now=NOW) for name in names]
    katrin, noor, ibrahima = (one.id for one in people)
    enough = question("answered", answer="enough now, I let her be")
    for day, who, said in (("2026-10-01", noor, "tea"), ("2026-10-02", ibrahima, "tea")):
        bring(journal, entry(day, people=(who,), text=said))
    bring(journal, entry("2026-10-17", people=(katrin,), text="wrote to her, no answer", reflection=enough))
    bring(journal, entry("2026-10-20", people=(noor,), text="funeral of Ibrahima Sow"))
    ties = journal.open_to_hellos(_TODAY, Settings())
    assert [tie.person.name for tie in ties] == ["Noor Haddad"]
    assert list(fresh_start(ties, _TODAY, journal.id)) == [noor]
    assert len(journal.rhythms(Settings(), today=_TODAY)) == len(names)
    bring(journal, entry("2026-11-01", people=(katrin,), text="she rang, we laughed"))
    assert {tie.person.id for tie in journal.open_to_hellos(_TODAY, Settings())} == {katrin, noor}
    much_later = _TODAY + dt.timedelta(365)
    assert {tie.person.id for tie in journal.open_to_hellos(much_later, Settings())} == {katrin, noor}


def test_it_may_be_said_in_an_entry_of_nobody_that_names_them(journal: Journal) -> None:
    katrin, noor = (journal.add(person(name, rhythm=7), now=NOW) for name in ("Katrin Berg", "Noor Haddad"))
    enough = question("answered", answer="enough now, I let her be")
    for who in (katrin, noor):
        bring(journal, entry("2026-10-10", people=(who.id,), text="wrote to her"))

    def suggested() -> set[str]:
        return {one.person.name for one in journal.hellos(_TODAY, Settings())}

    bring(journal, entry("2026-10-09", text="no letter from Noor", reflection=enough))
    assert suggested() == {"Katrin Berg", "Noor Haddad"}, "one wrote to her after that"
    bring(journal, entry("2026-10-17", text="katrin has not answered", reflection=enough))
    assert suggested() == {"Noor Haddad"}
    assert [tie.person.name for tie in journal.open_to_hellos(_TODAY, Settings())] == ["Noor Haddad"]
    bring(journal, entry("2026-10-20", people=(katrin.id,), text="she rang"))
    assert suggested() == {"Katrin Berg", "Noor Haddad"}


@pytest.mark.parametrize("text", ["sang with her on the pier", "sang Katrin Berg's song"])
def test_nor_does_this_day_of_another_year_bring_them_up(journal: Journal, text: str) -> None:
    katrin, noor = (journal.add(person(name), now=NOW) for name in ("Katrin Berg", "Noor Haddad"))
    a_year_ago = _TODAY.replace(year=_TODAY.year - 1).isoformat()
    bring(journal, entry(a_year_ago, people=(katrin.id if "her" in text else noor.id,), text=text))

    def comes_back() -> bool:
        return bool(journal.today(_TODAY, Settings()).memories)

    assert comes_back()
    enough = question("answered", answer="enough now, I let her be")
    bring(journal, entry("2026-05-17", people=(katrin.id,), text="no answer", reflection=enough))
    assert not comes_back(), "however long ago one said so"
    bring(journal, entry("2026-11-01", people=(katrin.id,), text="she rang, we laughed"))
    assert comes_back()


def test_their_page_does_not_say_that_it_is_time(journal: Journal) -> None:
    katrin = journal.add(person("Katrin Berg", rhythm=7), now=NOW)

    def rhythm() -> str:
        page = journal.page(katrin, list(journal.with_person(katrin.id)), now=NOW, settings=Settings())
        return next(fact.text for group in page.groups for fact in group if fact.key == "rhythm")

    bring(journal, entry("2026-10-10", people=(katrin.id,), text="wrote to her"))
    assert rhythm() == "weekly, it has been a while"
    enough = question("answered", answer="enough now, I let her be")
    bring(journal, entry("2026-10-17", people=(katrin.id,), text="no answer", reflection=enough))
    assert rhythm() == "weekly"
