"""Made-up people of every kind, for the rules that hold for all of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from netjournal.model import CIRCLES, Birthday, Contact, Met, Pause, Recall

NOON = dt.datetime(2026, 11, 18, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
_PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
_ODD = st.sampled_from(
    [
        *(
            "=1+1",
            "+49 30 901820",
            "-x",
            "@here",
            "'=quoted",
            "a,b;c\\d",
            "\\n",
            "two\nlines",
            "tab\there",
            " around ",
        ),
        *(
            "José Müller",
            "田中 花子",
            "שרה",
            "👩‍🚀",
            "\x1b[31m",
            "\x85",
            "a\rb",
            "x" * 300,
            "“",
            "[1]",
            "{}",
            '"',
            "::: x",
        ),
        *(
            "END:VCARD",
            "BEGIN:VCARD",
            "ana@example.org",
            "https://example.org/?a=1,2;3",
            "\u2028",
            "=0D=0A=",
            "\\u0000",
        ),
    ]
)
TEXTS = _ODD | _PLAIN
_LISTS = st.lists(TEXTS, max_size=3).map(tuple)
_DAYS = st.dates(dt.date(1000, 1, 1))
_BIRTHDAYS = st.builds(
    lambda day, known: str(Birthday(day.month, day.day, day.year if known else None)), _DAYS, st.booleans()
) | st.sampled_from(["", "--02-29", "1604-05-01", "1992-02-29"])
IDS = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=26, max_size=26)
CONTACTS = st.builds(
    Contact,
    id=IDS,
    name=TEXTS.filter(bool),
    **dict.fromkeys(
        ("nicknames", "emails", "phones", "links", "tags", "details", "needs", "offers", "others"), _LISTS
    ),
    **dict.fromkeys(("equal", "trusted", "rest"), st.booleans()),
    **dict.fromkeys(("rhythm_set", "quiet_until"), st.none() | _DAYS),
    pauses=st.lists(st.builds(Pause, since=_DAYS, until=st.none() | _DAYS), max_size=2).map(tuple),
    recalls=st.lists(
        st.builds(Recall, detail=TEXTS.filter(bool), since=_DAYS, step=st.integers(0, 4)), max_size=2
    ).map(tuple),
    **dict.fromkeys(("organisation", "role", "field", "place", "zone", "about"), TEXTS),
    birthday=_BIRTHDAYS,
    circle=st.none() | st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 4000),
    met=st.none() | st.builds(Met, date=st.none() | _DAYS, place=TEXTS, through=st.just("") | IDS),
    created=st.none() | st.just(NOON),
)

WHOLE = Contact(
    id="01K0000000000000000000000A",
    name="Ana Lima",
    nicknames=("one nicknames", "two"),
    emails=("one emails", "two"),
    phones=("one phones", "two"),
    links=("one links", "two"),
    tags=("one tags", "two"),
    details=("one details", "two"),
    needs=("one needs", "two"),
    offers=("one offers", "two"),
    recalls=(Recall(detail="!two", since=dt.date(2026, 11, 1), step=2, told=dt.date(2026, 11, 1)),),
    organisation="Yard",
    role="Baker",
    field="bread",
    place="Faro",
    zone="Europe/Lisbon",
    birthday="--02-29",
    circle="close",
    rhythm=30,
    rhythm_set=dt.date(2026, 3, 1),
    equal=True,
    trusted=True,
    rest=True,
    quiet_until=dt.date(2026, 4, 1),
    pauses=(Pause(since=dt.date(2026, 1, 1), until=dt.date(2026, 2, 1)), Pause(since=dt.date(2026, 5, 1))),
    met=Met(date=dt.date(2020, 5, 1), place="Faro", through="01K0000000000000000000000B"),
    about="Two\nlines",
    others=("01K0000000000000000000000C",),
    created=NOON,
)
"""Somebody of whom everything is known."""
