"""What a person's page says of them in a line: their work, their clock, their birthday."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.model import Contact
from netjournal.practice.page import Surroundings, page_of

NOON = dt.datetime.fromisoformat("2026-02-28T12:00:00+00:00")


def page_on(day: str, **known: object) -> str:
    person = Contact(id="A", name="Noor Haddad", **known)  # type: ignore[arg-type]  # fields by name
    page = page_of(person, Surroundings(), dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    return next(fact.text for group in page.groups for fact in group if fact.key == "birthday")


@pytest.mark.parametrize(
    ("day", "birthday", "said"),
    [
        ("2026-02-28", "2000-02-29", "today (26), born on 29 February"),
        ("2026-02-28", "--02-29", "today, born on 29 February"),
        ("2026-02-21", "2000-02-29", "Sat 28 Feb (26), born on 29 February"),
        ("2028-02-29", "2000-02-29", "today (28)"),
        ("2026-02-27", "2000-02-28", "tomorrow (26)"),
    ],
)
def test_a_birthday_of_a_leap_year_is_said_with_the_day_it_is_kept(
    day: str, birthday: str, said: str
) -> None:
    assert page_on(day, birthday=birthday) == said


def test_work_has_the_organisation_and_the_field_and_the_clock_is_there() -> None:
    person = Contact(
        id="A",
        name="Noor Haddad",
        role="Engineer",
        organisation="Dar",
        field="bridges",
        place="Amman",
        zone="Asia/Amman",
    )
    assert page_of(person, Surroundings(), NOON).work == (
        "Engineer, Dar, bridges · Amman · there it is 15:00"
    )
    assert page_of(Contact(id="B", name="Bo", field="law"), Surroundings(), NOON).work == "law"
