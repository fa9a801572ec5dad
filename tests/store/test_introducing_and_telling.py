"""What the index says of introductions: the idea of the week, and whom to tell how it went."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from netjournal.model import Contact, Interaction, Introduction, Met
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

LINE = "You met Karim through Ana. Tell Ana how it went?"
OLD = "2026-05-01"


def through(journal: Journal, *entries: tuple[str, str]) -> tuple[Contact, Contact, Interaction]:
    """Ana, Karim who was met through her, and a talk with him that helped; `entries` are days and names."""
    ana = person("Ana")
    karim = person("Karim", met=Met(through=ana.id))
    ids = {"Ana": ana.id, "Karim": karim.id}
    talk = entry(people=(karim.id,), got=("a map",))
    bring(journal, ana, karim, talk, *(entry(day, people=(ids[name],)) for day, name in entries))
    return ana, karim, talk


def test_help_from_somebody_met_through_somebody(journal: Journal) -> None:
    ana, karim, talk = through(journal, (OLD, "Ana"))
    assert journal.line_to_tell(talk, TODAY) == LINE
    assert journal.line_to_tell(replace(talk, got=()), TODAY) == ""
    assert journal.line_to_tell(replace(talk, people=(karim.id, ana.id)), TODAY) == ""
    assert journal.line_to_tell(replace(talk, people=(ana.id,)), TODAY) == ""
    assert journal.line_to_tell(talk, TODAY, before=talk) == ""
    rated = replace(talk, got=(), reflection=question("answered", answer="well", rating=4))
    assert journal.line_to_tell(rated, TODAY, before=replace(talk, got=())) == LINE


def test_whoever_was_met_lately_or_rests_or_is_gone_need_not_be_told(journal: Journal) -> None:
    ana, karim, talk = through(journal)
    journal.change(ana, replace(ana, rest=True), now=NOW)
    assert journal.line_to_tell(talk, TODAY) == ""
    journal.undo()
    journal.change(karim, replace(karim, rest=True), now=NOW)
    assert journal.line_to_tell(talk, TODAY) == ""
    journal.undo()
    assert journal.line_to_tell(talk, TODAY) == LINE
    journal.delete(ana, now=NOW)
    assert journal.line_to_tell(talk, TODAY) == ""
    journal.undo()
    bring(journal, entry("2026-10-01", people=(ana.id,)))
    assert journal.line_to_tell(talk, TODAY) == ""


def test_the_idea_is_of_two_who_were_never_together(journal: Journal) -> None:
    ana = person("Ana", needs=("a sailmaker",), field="boats")
    bo = person("Bo", offers=("a sailmaker",), field="glass")
    chi = person("Chi", offers=("a sailmaker",), field="boats", tags=("sea",))
    bring(journal, ana, bo, chi, *(entry(OLD, people=(one.id,)) for one in (ana, bo, chi)))
    assert journal.introduction_idea(TODAY) is None, "nobody was met for half a year"
    bring(journal, *(entry("2026-10-01", people=(one.id,)) for one in (ana, bo, chi)))
    found = journal.introduction_idea(TODAY)
    assert found is not None
    assert (found.seeker.name, found.giver.name) == ("Ana", "Bo")
    journal.introduce(Introduction(id="", people=(bo.id, ana.id), date=TODAY), now=NOW)
    assert journal.introduction_idea(TODAY) is None
    journal.undo()
    together = entry("2026-11-17", people=(ana.id, bo.id))
    bring(journal, together)
    assert journal.introduction_idea(TODAY) is None
    journal.undo()
    assert journal.introduction_idea(TODAY) == found
    assert journal.introduction_idea(TODAY + dt.timedelta(300)) is None


def test_taking_back_says_of_whom_it_was(journal: Journal) -> None:
    ana, bo = person("Ana"), person("Bo")
    bring(journal, ana, bo)
    made = journal.introduce(Introduction(id="", people=(bo.id, ana.id), date=TODAY, why="sails"), now=NOW)
    assert journal.delete(made, now=NOW).title == "the introduction of Bo and Ana"
    assert [journal.undo().title, journal.undo().title] == ["the introduction of Bo and Ana"] * 2
