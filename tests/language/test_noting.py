"""A line about somebody goes where it belongs, and takes nothing away."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import Misused
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.pages import FormContext
from netjournal.language.noting import NOTABLE, note
from netjournal.model import Contact, Met

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
CONTEXT = FormContext(now=NOW, name_of=lambda id: "Ana", resolve_person=lambda name: f"id of {name}")
GRACE = Contact(id="G", name="Grace Osei", details=("sails",), needs=("a sailmaker",), about="Met twice.")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("her sister Mary paints", "details", ("sails", "her sister Mary paints")),
        ("told: her sister: Mary", "details", ("sails", "her sister: Mary")),
        ("Needs:  a  harbour", "needs", ("a sailmaker", "a harbour")),
        ("looking for: a harbour", "needs", ("a sailmaker", "a harbour")),
        ("offers: an hour on compilers", "offers", ("an hour on compilers",)),
        ("#boats #work:hiring", "tags", ("boats", "work:hiring")),
        ("tag: boats", "tags", ("boats",)),
        ("born: 29 feb", "birthday", "--02-29"),
        ("time zone: Accra", "zone", "Africa/Accra"),
        ("rhythm: 6 weeks", "rhythm", 42),
        ("about: Laughs a lot.", "about", "Met twice.\nLaughs a lot."),
        ("through: Ana", "met", Met(through="id of Ana")),
        ("email: grace@example.org", "emails", ("grace@example.org",)),
        ("dinner: she cooks", "details", ("sails", "dinner: she cooks")),
    ],
)
def test_a_line_goes_where_its_word_says(line: str, field: str, value: object) -> None:
    assert getattr(note(GRACE, line, CONTEXT).person, field) == value


@pytest.mark.parametrize("line", ["", "   ", "needs:", "told: sails", "born: 30 feb", "rhythm: soon"])
def test_a_line_that_says_nothing_new_is_refused(line: str) -> None:
    with pytest.raises(Misused):
        note(GRACE, line, CONTEXT)


@pytest.mark.parametrize("line", ["email: x", "email: @x", "email: x@ ", "phone: 12", "phone: home"])
def test_what_reaches_nobody_is_refused(line: str) -> None:
    with pytest.raises(Misused):
        note(GRACE, line, CONTEXT)


def test_what_an_import_brought_stays() -> None:
    odd = Contact(id="O", name="Odd", emails=("x",), phones=("12",))
    for key in ("emails", "phones"):
        [field] = [field for field in CONTACT_FIELDS if field.key == key]
        assert field.take(odd, field.show(odd, CONTEXT), CONTEXT) == odd


@given(st.sampled_from(["details", "needs", "offers", "nicknames", "tags"]), st.text(max_size=40))
def test_what_was_there_stays_in_front(key: str, words: str) -> None:
    try:
        found = note(GRACE, f"{NOTABLE[key][0]}: {words}", CONTEXT)
    except Misused:
        return
    for field in ("details", "needs", "offers", "nicknames", "tags"):
        old, new = getattr(GRACE, field), getattr(found.person, field)
        assert new[: len(old)] == old
        assert (len(new) > len(old)) == (field == found.key)
