"""What the rhythms ask for beside what the months hold (reflection.md §3.1)."""

from __future__ import annotations

from msgspec.structs import replace

from netjournal.store.journal import Journal
from tests.store.journals import TODAY, bring, entry, person

SAID = "The rhythms you chose ask for about 10 hellos a month; you have about 2. Lengthen some?"


def _two_a_month(journal: Journal) -> None:
    """Two talks in each of the last six whole months but two, and much that does not count."""
    ada = person("Ada")
    days = [f"2026-{month}-{day}" for month in ("05", "07", "08", "10") for day in ("01", "09")]
    talks = [entry(day, people=(ada.id,)) for day in days]
    own = [entry("2026-10-10") for _ in range(9)]
    now = [entry("2026-11-10", people=(ada.id,)) for _ in range(9)]
    old = [entry("2026-04-30", people=(ada.id,)) for _ in range(9)]
    bring(journal, ada, *talks, *own, *now, *old)


def test_it_is_said_where_it_is_far_more_than_usual(journal: Journal) -> None:
    _two_a_month(journal)
    resting = person("Bo", circle="inner", rest=True)
    bring(journal, person("Chi", circle="inner"), resting)
    before = person("Dee")
    after = replace(before, circle="inner")
    assert journal.say_load(before, replace(before, rhythm=1000), TODAY) != ""
    bring(journal, after)
    assert journal.say_load(before, after, TODAY) == SAID.replace("10", "9")
    assert journal.say_load(None, after, TODAY) == SAID.replace("10", "9")
    assert journal.say_load(after, replace(after, circle="close"), TODAY) == ""
    assert journal.say_load(after, replace(after, about="Sings."), TODAY) == ""
    assert journal.say_load(resting, replace(resting, rhythm=1), TODAY) == ""


def test_what_is_not_far_more_is_let_be(journal: Journal) -> None:
    _two_a_month(journal)
    dee = person("Dee", circle="close")
    bring(journal, dee, person("Eli", circle="close"), person("Fay", circle="close"))
    assert journal.say_load(None, dee, TODAY) == ""
    bring(journal, person("Gil", rhythm=365))
    assert journal.say_load(None, dee, TODAY).startswith("The rhythms you chose ask for about 3")


def test_a_journal_without_months_has_no_usual(journal: Journal) -> None:
    dee = person("Dee", circle="inner")
    bring(journal, dee)
    assert journal.say_load(None, dee, TODAY) == ""
