"""Who made whom known stays a forest, whichever way it is written; introductions are kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import Introduction, Met
from netjournal.store.journal import Journal
from netjournal.store.taking_in import Alteration
from tests.store.journals import NOW, TODAY, bring, in_memory, person, places_in, rewrite, standing


@examples(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_nobody_is_ever_met_through_themselves(links: list[tuple[int, int]]) -> None:
    people = [person(name) for name in ("Ana", "Bo", "Chi", "Dee", "Eli", "Fay")]
    above: dict[int, int] = {}
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *people)
        for child, parent in links:
            before = journal.person(people[child].id)
            after = replace(before, met=Met(through=people[parent].id))
            chain, up = [child], parent
            while up not in chain and up in above:
                chain.append(up)
                up = above[up]
            if up == child or parent == child:
                with pytest.raises(JournalError, match="would be met through"):
                    journal.change(before, after, now=NOW)
            else:
                journal.change(before, after, now=NOW)
                above[child] = parent
        journal.close()


def test_a_circle_is_refused_when_many_come_in_at_once(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, ana, bo)
    both = [
        Alteration(ana, replace(ana, met=Met(through=bo.id)), {}),
        Alteration(bo, replace(bo, met=Met(through=ana.id)), {}),
    ]
    with pytest.raises(JournalError, match="would be met through"):
        journal.take_in((), both, title="cards", now=NOW)
    assert journal.person(ana.id).met is None


def test_a_circle_that_a_hand_wrote_lets_the_rest_be_mended(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, replace(ana, met=Met(through=bo.id)), bo)
    path = journal.folder / "contacts.json"
    text = path.read_text().replace('"name": "Bo"', f'"name": "Bo", "met": {{"through": "{ana.id}"}}')
    path.write_text(text)
    journal.refresh()
    there = journal.person(ana.id)
    assert journal.change(there, replace(there, about="sails"), now=NOW).about == "sails"
    assert journal.change(there, replace(there, met=None), now=NOW).met is None


def test_an_introduction_is_kept_changed_deleted_and_taken_back(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, ana, bo)
    made = journal.introduce(
        Introduction(id="", people=(ana.id, bo.id), date=TODAY, why="both sail"), now=NOW
    )
    asked = journal.change(made, replace(made, asked=(ana.id, bo.id)), now=NOW)
    assert asked.both_asked
    assert open_journal().introductions() == (asked,)
    journal.delete(asked, now=NOW)
    assert journal.introductions() == ()
    journal.undo()
    assert journal.introductions() == (asked,)
    assert standing(journal.folder)["introductions"][made.id]["people"] == [ana.id, bo.id]


def test_an_introduction_that_does_not_fit_is_told_and_the_rest_is_there(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, ana, bo)
    made = journal.introduce(Introduction(id="", people=(ana.id, bo.id), date=TODAY), now=NOW)
    path = journal.folder / "introductions.json"
    rewrite(
        path, lambda tables: tables["introductions"].update(X={"people": [ana.id] * 2, "date": "2026-01-01"})
    )
    journal.refresh()
    [problem] = journal.problems()
    assert problem.shelf == "introductions"
    assert "of two people" in problem.message
    assert journal.introductions() == (made,)


def test_doors_opened_are_counted_through_everyone_they_led_to(journal: Journal) -> None:
    ana, karim, li, mo = (person(name) for name in ("Ana", "Karim", "Li", "Mo"))
    through = [
        (karim, Met(through=ana.id, date=TODAY)),
        (li, Met(through=ana.id)),
        (mo, Met(through=li.id)),
    ]
    bring(journal, ana, *(replace(one, met=met) for one, met in through))
    assert journal.doors_opened(ana.id) == (("Li", "Karim"), 3)
    assert journal.doors_opened(li.id) == (("Mo",), 1)
    assert journal.doors_opened(mo.id) == ((), 0)
    journal.delete(journal.person(mo.id), now=NOW)
    assert journal.doors_opened(ana.id).total == 2
