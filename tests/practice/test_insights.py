"""What the months show: the page's numbers over a span, none from fewer than five (issue 5 §4)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import CHANNELS, DIMENSIONS, SCALES, Acquaintance, Interaction, Introduction, Reflection
from netjournal.practice.figures import Figure, people
from netjournal.practice.insights import Group, Insights, Series, insights, say_months, span_up_to
from netjournal.practice.month_counts import count
from netjournal.practice.month_material import MEETINGS, Counts, Material, Meeting
from netjournal.practice.month_page import month_page
from netjournal.settings import DEFAULTS, Numbers, Settings

FEWEST = DEFAULTS.numbers.fewest
NOON = dt.datetime.fromisoformat("2026-03-02T12:00:00+01:00")
MONTHS = ("2026-01", "2026-02", "2026-03")
EVERYONE = {
    id: Acquaintance(id=id, name=f"N {id}", field=field, through=through, first=dt.date(2026, month, 3))
    for id, field, through, month in (
        ("ana", "boats", "", 1),
        ("bo", "law", "ana", 1),
        ("chi", "boats", "ana", 2),
        ("dee", "music", "bo", 2),
        ("eli", "", "", 3),
        *((f"p{n}", "bread" if n % 2 else "law", "ana", 3) for n in range(8)),
    )
}
OWN = ("boats",)


def material(entries: Sequence[Interaction], month: str, mine: Settings = DEFAULTS) -> Material:
    """As the journal makes it, of a journal with nothing else in it."""
    own = [entry for entry in entries if entry.month == month]
    met = {id for entry in own for id in entry.people}
    earlier: dict[str, dt.date] = {}
    for entry in entries:
        for id in met.intersection(entry.people) if entry.month < month else ():
            earlier[id] = max(entry.date, earlier.get(id, dt.date.min))
    made = Introduction(id="made", people=("ana", "bo"), date=dt.date(2026, 2, 1))
    return Material(
        own,
        season=[entry for entry in entries if entry.month <= month],
        awake=EVERYONE,
        previous=earlier,
        introductions=[made],
        fields=OWN,
        settings=mine,
    )


def shown(entries: Sequence[Interaction], mine: Settings = DEFAULTS) -> Insights:
    return insights(MONTHS, {month: count(month, material(entries, month, mine)) for month in MONTHS}, OWN)


def every_series(found: Insights) -> Iterator[Series]:
    for group in found.groups:
        yield from group.series


def figures(found: Insights) -> Iterator[Figure]:
    for series in every_series(found):
        yield series.whole
        yield from filter(None, series.months)


_ones = st.none() | st.integers(1, 5)
reflections = st.none() | st.builds(
    Reflection,
    prompt=st.just("p"),
    dimension=st.sampled_from(DIMENSIONS),
    question=st.just("?"),
    asked=st.just(NOON),
    status=st.sampled_from(["asked", "answered", "skipped"]),
    scale=st.sampled_from(SCALES),
    rating=_ones,
    answer=st.sampled_from(["", "the keel"]),
    private=st.booleans(),
)
entries = st.lists(
    st.builds(
        Interaction,
        id=st.just(""),
        date=st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        people=st.lists(st.sampled_from(sorted(EVERYONE)), max_size=3).map(tuple),
        channel=st.none() | st.sampled_from(CHANNELS),
        gave=st.sampled_from([(), ("x",)]),
        got=st.sampled_from([(), ("y",)]),
        energy=_ones,
        reflection=reflections,
    ),
    max_size=45,
).map(lambda all: [replace(one, id=f"{number:02}") for number, one in enumerate(all)])


@settings(max_examples=40)
@given(entries, st.sampled_from((1, 3, FEWEST, 12)))
def test_nothing_is_said_of_fewer_than_are_enough_and_counts_are_what_is_behind(
    found: list[Interaction], fewest: int
) -> None:
    ids = {entry.id for entry in found}
    mine = Settings(numbers=Numbers(fewest=fewest, fewest_fields=fewest))
    for series in every_series(shown(found, mine)):
        for figure in (series.whole, *filter(None, series.months)):
            assert figure.of >= fewest
            assert set(figure.entries) <= ids
            assert len(set(figure.entries)) == len(figure.entries)
            kind = series.key.partition(".")[0]
            if kind in ("themes", "giving"):
                assert figure.value == len(figure.entries)
            if kind in ("showed_up", "energy", "face_to_face"):
                assert figure.of == len(figure.entries)
            if series.key == "doors.me":
                assert figure.value == len(figure.introductions)


@settings(max_examples=40)
@given(entries, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(found: list[Interaction], chance: random.Random) -> None:
    mixed = list(found)
    chance.shuffle(mixed)

    def told(of: Insights) -> object:
        return {
            series.key: [
                figure and (figure.value, figure.words, sorted(figure.entries))
                for figure in (series.whole, *series.months)
            ]
            for series in every_series(of)
        }

    assert told(shown(mixed)) == told(shown(found))


@given(entries)
def test_a_month_says_what_its_page_says(found: list[Interaction]) -> None:
    series = {one.key: one for one in every_series(shown(found))}
    for number, month in enumerate(MONTHS):
        page = {line.key: line for line in month_page(month, material(found, month)).lines}
        up = series["showed_up"].months[number] if "showed_up" in series else None
        assert (up.words if up else "") == (page["showed_up"].words if "showed_up" in page else "")
        for key in ("giving", "fields"):
            for figure in (one.months[number] for name, one in series.items() if name.startswith(key)):
                assert (figure is not None) == (key in page)
                if figure is not None:
                    assert set(figure.entries) <= set(page[key].behind)
        visited = {one.label: one.months[number] for key, one in series.items() if key.startswith("themes.")}
        said = [f"{label} {figure.text}" for label, figure in visited.items() if figure and figure.value]
        assert sorted(said) == sorted(page["themes"].words.split(" · ") if "themes" in page else [])
        people = (one.months[number] for key, one in series.items() if key.startswith("people."))
        words = [figure.words for figure in people if figure and figure.value]
        assert [word for word in words if word not in getattr(page.get("people"), "words", "")] == []


@settings(max_examples=30)
@given(entries, st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 31)))
def test_a_private_entry_changes_no_quoted_words(found: list[Interaction], day: dt.date) -> None:
    told = Reflection(
        prompt="p", dimension="voice", question="?", asked=NOON, status="answered",
        answer="mine alone", rating=5, private=True,
    )  # fmt: skip
    private = Interaction(id="zz", date=day, reflection=told)
    before, after = (month_page("2026-03", material(each, "2026-03")) for each in (found, [*found, private]))
    assert after.quotes == before.quotes
    assert "mine alone" not in repr((shown([*found, private]), after))


def talk(day: str, **said: Any) -> Interaction:
    return Interaction(id=f"{day}{said}", date=dt.date.fromisoformat(day), **said)


def test_energy_is_told_by_kind_of_meeting() -> None:
    def five(day: int, **said: Any) -> list[Interaction]:
        return [talk(f"2026-03-{day + n:02}", **said) for n in range(FEWEST)]

    found = [
        *five(1, channel="in_person", people=("ana",), energy=5),
        *five(6, channel="in_person", people=("ana", "bo"), energy=3),
        *five(11, channel="video", people=("ana", "bo"), energy=2),
        *five(16, channel="event", energy=1),
        *five(21, channel="email", people=("bo",), energy=4),
        *five(26, channel="in_person", energy=1),
    ]
    said = {one.label: one.whole.text for one in every_series(shown(found)) if one.key.startswith("energy")}
    assert said == {
        "one-to-one": "mostly charged you",
        "small groups": "left you about even",
        "events": "mostly cost you",
        "calls": "mostly cost you",
        "writing": "mostly charged you",
    }
    assert tuple(said) == MEETINGS == get_args(Meeting)


def test_a_share_is_of_those_whose_channel_is_known() -> None:
    found = [
        talk("2026-03-01", people=("ana",), channel=channel)
        for channel in ("in_person", "event", "call", "email", "message", None)
    ]
    found = [replace(entry, id=f"{n}") for n, entry in enumerate(found)]
    alone = talk("2026-03-02", channel="event")
    [faces] = [one for one in every_series(shown([*found, alone])) if one.key == "face_to_face"]
    assert (faces.whole.text, faces.whole.value, faces.months[0]) == ("2 of 5", 0.4, None)
    assert faces.whole.words == "face to face 2 of 5 times; of 1 more it is not known"
    groups = {group.key: group.words for group in shown([*found, alone]).groups}
    assert groups["face_to_face"] == "1 talk says nothing of it"


def test_few_doors_have_names_and_no_number() -> None:
    few = shown([])
    [doors] = [group for group in few.groups if group.key == "doors"]
    assert doors.series != ()  # ten people were met through somebody
    some = insights(("2026-01",), {"2026-01": count("2026-01", material([], "2026-01"))})
    [doors] = some.groups
    assert (doors.words, doors.series) == ("you met N bo through N ana", ())


def test_giving_and_receiving_is_for_the_whole_circle() -> None:
    """§3.3: nine given and one received."""
    given = [talk(f"2026-03-{day:02}", people=("ana",), gave=("x",)) for day in range(1, 10)]
    found = shown([*given, talk("2026-03-20", people=("bo",), got=("y",))])
    [giving] = [group for group in found.groups if group.key == "giving"]
    assert giving.words == "you carried a lot; is there something you would like to ask for?"
    assert [one.whole.text for one in giving.series] == ["9", "1"]
    assert "N ana" not in repr(giving)


def test_what_was_never_counted_shows_nothing() -> None:
    found = [talk(f"2026-03-{day:02}", people=("ana",), channel="call") for day in range(1, 8)]
    some = insights(MONTHS, {"2026-03": count("2026-03", material(found, "2026-03"))})
    assert {one.months[0] for one in every_series(some)} == {None}
    assert insights(MONTHS, {}).groups == ()


def figure(value: float) -> Figure:
    return Figure(value, 9, "", "", ())


def test_signs_read_without_colour() -> None:
    counted = Series("a", "a", figure(9), (None, figure(0), figure(1), figure(8)))
    share = Series("b", "b", figure(1), (figure(0), figure(0.5), figure(1), None), most=1)
    scale = Series("c", "c", figure(3), (figure(1), figure(3), figure(5), figure(5)), least=1, most=5)
    silent = Series("d", "d", figure(3), (None,) * 4)
    group = Group("g", "G", "", (counted, share, scale, silent))
    assert ["".join(group.signs(one)) for one in group.series] == ["· ▁█", "▁▄█·", "▁▄██", "    "]


def test_spans() -> None:
    assert span_up_to("2026-02", 3) == ("2025-12", "2026-01", "2026-02")
    assert len(span_up_to("2026-11")) == 12
    assert say_months(("2025-12", "2026-01")) == "December 2025 to January 2026"
    assert say_months(("2026-01", "2026-03")) == "January to March 2026"
    assert say_months(("2026-01",)) == "January 2026"
    assert Counts().themes == {}


def test_a_month_in_which_nothing_was_written_is_a_gap_and_one_with_little_a_dot() -> None:
    talks = [
        Interaction(
            id=f"{number}", date=dt.date(2026, 3, 1 + number), people=("ana",), channel="call", energy=4
        )
        for number in range(6)
    ]
    few = Interaction(id="x", date=dt.date(2026, 2, 5), people=("ana",), channel="call", energy=4)
    found = shown([few, *talks])
    signs = {one.key: group.signs(one) for group in found.groups for one in group.series}
    assert signs["energy.calls"][:2] == (" ", "·")
    assert signs["energy.calls"][2] not in " ·"


def test_what_counts_people_opens_the_talks_it_counts_them_by() -> None:
    found = [
        talk("2026-01-02", people=("ana", "bo"), channel="in_person"),
        *(talk(f"2026-01-{day:02}", people=("ana",), channel="call") for day in (5, 9, 20)),
        talk("2026-03-04", people=("chi",), channel="event"),
    ]
    figures = {one.key: one.whole for one in every_series(shown(found)) if one.key.startswith("people.")}
    assert (figures["people.new"].people, figures["people.new"].text) == (("ana", "bo", "chi"), "3")
    assert figures["people.new"].entries == (found[0].id, found[-1].id)
    assert figures["people.deeper"].people == ("ana",)
    assert figures["people.deeper"].entries == tuple(one.id for one in found[:4])
    years_later = talk("2026-03-08", people=("ana",), channel="call")
    earlier = talk("2020-03-08", people=("ana",), channel="call")
    counts = count("2026-03", material([earlier, *found[4:], years_later, *([found[4]] * 3)], "2026-03"))
    again = people(counts, "again")
    assert again is not None
    assert (again.people, again.entries) == (("ana",), (years_later.id,))
