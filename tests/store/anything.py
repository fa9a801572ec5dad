"""Documents nobody would think of, for properties that hold of any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from netjournal.model import (
    CHANNELS,
    CIRCLES,
    DIMENSIONS,
    PARTS_OF_DAY,
    SCALES,
    Birthday,
    Contact,
    Interaction,
    Met,
    PartOfDay,
    Promise,
    Reflection,
    new_id,
)
from tests.store.journals import NOW

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
names = texts.filter(bool)
lists = st.lists(texts, max_size=3).map(tuple)
ids = st.integers(0, 2**40).map(
    lambda number: new_id(NOW + dt.timedelta(milliseconds=number), lambda size: number.to_bytes(size, "big"))
)
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
days = st.dates()
times = st.datetimes(timezones=offsets)
fives = st.none() | st.integers(1, 5)

birthdays = st.builds(
    lambda day, known: str(Birthday(day.month, day.day, day.year if known else None)), days, st.booleans()
)
contacts = st.builds(
    Contact,
    id=ids,
    name=names,
    birthday=st.just("") | birthdays,
    circle=st.none() | st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 10**6),
    met=st.none() | st.builds(Met, date=st.none() | days, place=texts, through=texts),
    created=st.none() | times,
    **dict.fromkeys(("organisation", "role", "field", "place", "zone", "about"), texts),
    **dict.fromkeys(("nicknames", "emails", "phones", "links", "tags", "details", "needs", "offers"), lists),
)
promises = st.builds(
    Promise, text=names, by=st.sampled_from(["me", "them"]), due=st.none() | days, kept=st.none() | days
)
reflections = st.builds(
    Reflection,
    prompt=texts,
    dimension=st.sampled_from(DIMENSIONS),
    question=texts,
    asked=times,
    status=st.sampled_from(["asked", "answered", "skipped"]),
    answer=texts,
    scale=st.sampled_from(SCALES),
    rating=fives,
    answered=st.none() | times,
    private=st.booleans(),
    passed=st.lists(texts, max_size=2, unique=True).map(tuple),
)


def _when(day: dt.date, at: dt.datetime | None, part: PartOfDay | None) -> Mapping[str, Any]:
    return {"date": at.date(), "at": at} if at else {"date": day, "part": part}


interactions = st.builds(
    lambda when, **said: Interaction(**when, **said),
    when=st.builds(_when, days, st.none() | times, st.none() | st.sampled_from(PARTS_OF_DAY)),
    id=ids,
    zone=texts,
    people=st.lists(ids, max_size=3, unique=True).map(tuple),
    channel=st.none() | st.sampled_from(CHANNELS),
    text=texts,
    place=texts,
    promises=st.lists(promises, max_size=3).map(tuple),
    initiated=st.sampled_from([None, "me", "them"]),
    mood=fives,
    energy=fives,
    reflection=st.none() | reflections,
    created=st.none() | times,
    **dict.fromkeys(("tags", "gave", "got"), lists),
)
documents: SearchStrategy[Contact | Interaction] = contacts | interactions
