"""What others may see of a journal: initials and signs, and nothing that is not named."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.errors import JournalError
from netjournal.model import Contact, Interaction, Met, Promise, Reflection, to_raw
from netjournal.store.examining import examine
from netjournal.store.journal import Journal
from netjournal.store.mending import mend
from netjournal.store.passing import PREFIX, left_behind
from netjournal.store.veiling import HIDDEN, Veiled, initials, veiled_document
from tests.store.journals import NOW, bring, entry, files_holding, person

_SECRET = "sesame"


def _person() -> Contact:
    words = {"about", "organisation", "role", "field", "place", "birthday"}
    many = {"nicknames", "emails", "phones", "links", "tags", "details", "needs", "offers", "others"}
    known = dict.fromkeys(words - {"birthday"}, _SECRET) | dict.fromkeys(many, (_SECRET, _SECRET))
    return person(f"Amara {_SECRET}", met=Met(date=NOW.date(), place=_SECRET), circle="close", **known)


def _entry(who: Contact) -> Interaction:
    asked = Reflection(
        prompt="x",
        dimension="trust",
        question=_SECRET,
        asked=NOW,
        answer=_SECRET,
        status="answered",
        rating=4,
    )
    return entry(
        people=(who.id,),
        text=_SECRET * 9,
        tags=(_SECRET,),
        place=_SECRET,
        gave=(_SECRET,),
        got=(_SECRET, _SECRET),
        promises=(Promise(text=_SECRET),),
        channel="call",
        reflection=asked,
    )


@pytest.fixture
def veiled(journal: Journal) -> Veiled:
    who = _person()
    bring(journal, who, _entry(who))
    return Veiled(journal)


def test_nothing_but_initials_signs_and_days_is_there(veiled: Veiled) -> None:
    [one] = veiled.people()
    [talk] = veiled.month("2026-11")
    whole = veiled.person(one.id)
    assert (one.name, whole.name, whole.about, whole.circle) == ("A. S.", "A. S.", HIDDEN, "close")
    assert (talk.text, talk.channel, talk.got) == (HIDDEN, "call", (HIDDEN,))
    assert talk.reflection is not None
    assert (talk.reflection.answer, talk.reflection.rating) == (HIDDEN, 4)
    assert files_holding(veiled.folder.parent, _SECRET) == []
    assert [person.id for person in veiled.people()] == [person.id for person in veiled.plain.people()]
    veiled.close()


def test_a_field_of_a_later_version_is_left_out() -> None:
    raw = to_raw(_person()) | {"secret": _SECRET, "met": {"date": "2026-01-01", "secret": _SECRET}}
    assert _SECRET not in str(veiled_document("contacts", raw))
    promised = {"promises": [{"text": _SECRET, "by": "me", "secret": _SECRET}], "x": _SECRET}
    assert _SECRET not in str(veiled_document("months/2026-11", to_raw(_entry(_person())) | promised))


def test_a_year_is_shown_as_no_more_than_a_year() -> None:
    raw = {"name": "Ana", "met": {"date": "2006-01-01", "within": "year", "place": _SECRET}}
    assert veiled_document("contacts", raw)["met"] == {"date": "2006-01-01", "within": "year"}


def test_a_shelf_that_is_damaged_does_not_keep_it_from_the_rest(journal: Journal) -> None:
    who = _person()
    bring(journal, who, _entry(who))
    (journal.folder / "months" / "2026-11.json").write_text(f"{{{_SECRET}")
    journal.refresh()
    veiled = Veiled(journal)
    assert [one.name for one in veiled.people()] == ["A. S."]
    assert veiled.months() == ()
    veiled.close()


def test_it_refuses_changes_and_leaves_nothing_behind(veiled: Veiled) -> None:
    before = veiled.plain.snapshot()
    for change in (veiled.undo, lambda: bring(veiled, entry()), lambda: veiled.new_id(NOW)):
        with pytest.raises(JournalError, match="hidden"):
            change()
    folder = veiled.folder
    veiled.close()
    assert not folder.exists()
    assert veiled.plain.snapshot() == before


def test_what_a_killed_one_leaves_is_told_and_removed_and_what_is_looked_at_stays(veiled: Veiled) -> None:
    places, later = veiled.plain.places, dt.datetime.now(dt.UTC) + dt.timedelta(minutes=2)
    left = places.cache / f"{PREFIX}left"
    (left / "journal").mkdir(parents=True)
    assert list(left_behind(places.cache, later - dt.timedelta(minutes=3))) == []
    assert [one.path for one in examine(places, later) if one.kind == "passing"] == [left]
    assert [one.path for one in mend(places, later) if one.path.parent == places.cache] == [left]
    assert not left.exists()
    assert veiled.people()
    veiled.close()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Grace Osei", "G. O."),
        ("田中由紀", "田."),
        ("ada", "A."),
        ("[/] “x”", "X."),
        ("…", "?"),
        ("a b c d", "A. B. C."),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short
