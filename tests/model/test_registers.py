"""What of a document changes on its own, and when it did."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from netjournal.model import Contact, Interaction, to_raw
from netjournal.model.registers import assembled, moment, registers, stamped, stamps_of
from tests.store.anything import documents

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")


@given(document=documents)
def test_the_parts_of_a_document_make_it_again(document: Contact | Interaction) -> None:
    raw = to_raw(document) | {"novel": {"by": "another"}}
    kind = type(document)
    again = assembled(registers(raw, kind), {}, kind)
    assert again == raw
    assert list(again) == list(raw)


def test_where_one_met_may_say_nothing() -> None:
    raw = {"name": "Ana Kovač", "met": {}}
    assert assembled(registers(raw, Contact), {}, Contact) == raw
    place = {"met.place": "Split"}
    for parts in (registers(raw, Contact) | place, place | registers(raw, Contact)):
        assert assembled(parts, {}, Contact)["met"] == {"place": "Split"}


def test_only_what_is_new_has_a_time() -> None:
    before = {"name": "Grace", "met": {"place": "Tema", "through": "B"}, "about": "paints"}
    after = {"name": "Grace", "met": {"place": "Accra", "through": "B"}}
    now = NOW.isoformat()
    assert stamps_of(stamped(before, after, Contact, NOW)) == {"met.place": now, "about": now}
    assert stamped(before, before, Contact, NOW) == before


def test_a_change_is_later_than_what_it_changed_whatever_the_clock_says() -> None:
    ahead = (NOW + dt.timedelta(hours=1)).isoformat()
    before = {"name": "Grace", "about": "sails", "changed": {"about": ahead}}
    after = stamped(before, before | {"about": "rows"}, Contact, NOW)
    assert moment(stamps_of(after)["about"]) > moment(ahead)


def test_the_time_of_an_entry_is_one_with_its_date() -> None:
    entry = {
        "date": "2026-11-03",
        "at": "2026-11-03T15:00:00+01:00",
        "zone": "Europe/Berlin",
        "text": "lunch",
    }
    found = registers(entry, Interaction)
    assert found.keys() == {"date", "text"}
    assert registers({"date": "2026-11-03", "part": "morning"}, Interaction).keys() == {"date"}
    assert registers({"zone": "Europe/Berlin"}, Contact) == {"zone": "Europe/Berlin"}


def test_how_much_is_known_of_when_one_met_is_one_with_the_day() -> None:
    raw = {"name": "Ana", "met": {"date": "2006-01-01", "within": "year", "place": "Split"}}
    found = registers(raw, Contact)
    assert found.keys() == {"name", "met.date", "met.place"}
    assert assembled(found, {}, Contact) == raw
    exactly = found | {"met.date": "2006-05-17"}
    assert assembled(exactly, {}, Contact)["met"] == {"date": "2006-05-17", "place": "Split"}
