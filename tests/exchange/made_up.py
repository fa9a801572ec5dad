"""Made-up people of every kind, for the rules that hold for all of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from netjournal.model import CIRCLES, Birthday, Contact, Met

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
    **dict.fromkeys(("nicknames", "emails", "phones", "links", "tags", "details", "needs", "offers"), _LISTS),
    **dict.fromkeys(("organisation", "role", "field", "place", "zone", "about"), TEXTS),
    birthday=_BIRTHDAYS,
    circle=st.none() | st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 4000),
    met=st.none() | st.builds(Met, date=st.none() | _DAYS, place=TEXTS, through=st.just("") | IDS),
    created=st.none() | st.just(NOON),
)
