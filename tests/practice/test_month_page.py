"""The page of a month: in its order, true, and silent where it should be (reflection.md §2.5, §2.6)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from netjournal.model import Acquaintance, Goal, Interaction, Introduction, Promise, Reflection
from netjournal.practice.goals import Progress
from netjournal.practice.month_head import MonthPage, head
from netjournal.practice.month_material import InView, Material
from netjournal.practice.month_page import month_page, week_page
from netjournal.practice.plans import PLAN
from netjournal.practice.quoting import Quote, quotes

NOON = dt.datetime.fromisoformat("2026-03-02T12:00:00+01:00")
FIRST = dt.date(2026, 3, 1)
EVERYONE = {
    id: Acquaintance(id=id, name=name, field=field)
    for id, name, field in (
        ("ana", "Ana Silva", "boats"),
        ("karim", "Karim Haddad", "law"),
        ("li", "Li Wei", "boats"),
        ("mo", "Mo Farah", ""),
    )
}


def told(day: int, words: str = "", *people: str, **said: Any) -> Interaction:
    """An entry of a day of March; `asked` are fields of its reflection."""
    asked = {"prompt": "p", "dimension": "friend", **said.pop("asked", {})}
    answer = Reflection(question="?", asked=NOON, status="answered", answer=words, **asked)
    date = FIRST.replace(day=day)
    entry = Interaction(id=f"{day:02}{words[:6]}", date=date, people=people, reflection=answer)
    return msgspec.structs.replace(entry, **said)


def page(*entries: Interaction, **more: Any) -> MonthPage:
    return month_page("2026-03", Material(entries=entries, **{"awake": EVERYONE, **more}))


def _quotes(*entries: Interaction) -> tuple[Quote, ...]:
    return quotes(Material(entries, awake=EVERYONE), FIRST, FIRST.replace(day=31))


def words(page: MonthPage) -> dict[str, str]:
    return {line.key: line.words for line in page.lines}


def test_a_whole_month_in_its_order() -> None:
    entries = [
        told(2, "asked one question too few", "ana", asked={"dimension": "curiosity", "rating": 4}),
        told(9, "an hour, and wanted nothing", "ana", asked={"dimension": "receiving", "rating": 5}),
        told(14, "she laughed", "karim", channel="call", asked={"rating": 2}),
        told(15, "asked me once again", "karim", asked={"rating": 5}, gave=("a boat",)),
        told(21, "left at nine, felt fine", "li", asked={"dimension": "energy", "rating": 4}),
        told(28, "", "mo", reflection=None, promises=(Promise(text="send the keel book"),)),
        *(told(day, "", "ana", channel="in_person", energy=5, reflection=None) for day in range(22, 27)),
        told(29, "when it rains, I will call Li", asked={"dimension": "giving", "prompt": "week-ahead-01"}),
    ]
    season = [told(1, gave=("x",))] * 6 + [told(1, got=("y",))] * 9
    made = Introduction(id="1", people=("ana", "li"), date=dt.date(2026, 3, 5))
    before = [told(day, asked={"rating": rating}) for day, rating in enumerate((1, 5, 4, 2, 3), 1)]
    previous = {"karim": dt.date(2024, 3, 1), "ana": dt.date(2026, 2, 1)}
    found = page(*entries, season=season, introductions=[made], before=before, previous=previous)
    assert found.title == "March 2026"
    assert [(quote.words, quote.theme, quote.day.day) for quote in found.quotes] == [
        ("an hour, and wanted nothing", "Receiving", 9),
        ("asked me once again", "Friend, not contact", 15),
        ("left at nine, felt fine", "Energy and courage", 21),
    ]
    assert words(found) == {
        "themes": "Friend, not contact 2 · Curiosity 1 · Giving 1 · Receiving 1 · Energy and courage 1",
        "showed_up": "more friend than business in 4 of 5 notes (Feb: 2 of 5)",
        "energy": "one-to-one mostly charged you (5 notes)",
        "people": "2 new in your journal · 2 you went further with · 1 you found again after 2 years",
        "giving": "in 90 days you helped 6 times and were helped 9 times: flowing both ways",
        "doors": "you introduced Ana Silva and Li Wei",
        "promise": "send the keel book · Mo Farah",
        "plan": "“when it rains, I will call Li”",
    }
    assert list(words(found)) == [
        *("themes", "showed_up", "energy", "people", "giving", "doors", "promise", "plan")
    ]


def test_four_values_say_nothing() -> None:
    four = [
        told(day, f"words {day}", "ana", channel="in_person", energy=5, asked={"rating": 5})
        for day in range(1, 5)
    ]
    found = page(*four, season=[told(1, gave=("x",))] * 4, fields=("boats",))
    assert found.lines == ()
    assert len(found.quotes) == 1


def test_fields_and_those_who_share_ones_own() -> None:
    many = {
        f"{n}": Acquaintance(id=f"{n}", name=f"N{n}", field="Boats" if n < 10 else "law") for n in range(20)
    }
    season = [told(1, "", *many, reflection=None)]
    found = month_page("2026-03", Material(entries=(), season=season, awake=many, fields=("boats",)))
    assert words(found) == {"fields": "like 2.0 equally common fields; 10 of 20 people share yours"}


@pytest.mark.parametrize(
    "kept_away",
    [
        told(5, "never", "ana", asked={"rating": 5, "private": True}),
        told(5, "never", "ana", asked={"rating": 5, "private": True, "quoted": True}),
        told(5, "never", "ana", mood=2, asked={"rating": 5}),
        told(5, "never", "ana", "resting", asked={"rating": 5}),
        told(5, "never", "deleted", asked={"rating": 5}),
    ],
)
def test_what_never_comes_back_unasked(kept_away: Interaction) -> None:
    promising = msgspec.structs.replace(kept_away, promises=(Promise(text="never"),))
    found = page(promising)
    assert [line.key for line in found.lines] == ["few"], "the month is not denied"
    assert (found.quotes, found.lines[0].behind) == ((), ())
    assert page().is_empty
    week = week_page(FIRST, FIRST.replace(day=7), Material(entries=[promising], awake=EVERYONE))
    assert [line.words for line in week.lines if line.key == "promise"] == []
    assert week.quotes == ()
    assert [quote.words for quote in _quotes(promising, told(4, "this"))] == ["this"]


def test_what_was_rated_low_begins_no_page_unless_nothing_else_does() -> None:
    low = told(2, "I hardly heard what she said of the harbour", asked={"rating": 2})
    fine = told(4, "her voice carried over the whole harbour", asked={"rating": 5, "dimension": "curiosity"})
    assert [quote.words for quote in _quotes(low, fine)] == ["her voice carried over the whole harbour"]
    assert [quote.words for quote in _quotes(low)] == ["I hardly heard what she said of the harbour"]


def test_those_at_rest_are_in_no_number() -> None:
    talks = [told(day, "", "resting", channel="call", reflection=None) for day in range(1, 9)]
    introduced = Introduction(id="1", people=("ana", "resting"), date=FIRST)
    assert [line.key for line in page(*talks, introductions=[introduced]).lines] == ["few"]


def test_one_may_pick_the_quotes_oneself() -> None:
    best = told(3, "best", asked={"rating": 5})
    mine = [told(day, f"mine {day}", asked={"quoted": True}) for day in (9, 4)]
    assert [quote.words for quote in page(best, *mine[::-1]).quotes] == ["mine 4", "mine 9"]


def test_lines_of_something_good_stand_in_for_answers() -> None:
    lines = (
        (2, "tea with Ana, we laughed about the ferry all evening", "ana"),
        (3, "Ana and me again, singing on the way home", "ana"),
        (4, "Mo laughed", "mo"),
        (6, "Mo sat with us and said nothing for an hour", "mo"),
        (9, "Karim hung up on me!! the third time now", "karim"),
        (13, "my first own stall at the market, so proud of it", ""),
        (27, "Li Wei passed her exam and rang at once", "li"),
        (28, "Li Wei talked about her exam all evening", "li"),
    )
    entries = [told(day, "", *filter(None, [who]), text=text, reflection=None) for day, text, who in lines]
    found = page(*entries).quotes
    assert [(quote.day.day, quote.theme) for quote in found] == [(3, ""), (13, ""), (27, "")]
    assert found[0].words == lines[1][1]
    answered = [told(14, "he heard me out", "karim"), told(20, "ok", "mo")]
    assert [quote.day.day for quote in page(*entries, *answered).quotes] == [3, 14, 27]
    helped = told(5, "", "mo", text="Mo took my shift without a word", reflection=None)
    assert helped.text in [quote.words for quote in page(helped, *entries[1:]).quotes]
    picked = told(12, "mine", asked={"quoted": True})
    assert [quote.words for quote in page(*entries, picked).quotes] == ["mine"]
    gone = Material(entries, awake={"karim": EVERYONE["karim"]}, unquoted=[entries[5].id])
    assert quotes(gone, FIRST, FIRST.replace(day=31)) == ()


def test_without_ratings_each_theme_speaks_once() -> None:
    themes = ("friend", "giving", "voice", "friend", "trust")
    days = (3, 9, 14, 20, 28)
    entries = [
        told(day, f"{theme} {day}", asked={"dimension": theme})
        for day, theme in zip(days, themes, strict=True)
    ]
    assert [quote.words for quote in page(*entries).quotes] == ["giving 9", "friend 20", "trust 28"]


def test_among_equals_the_quotes_are_from_all_of_the_month_and_from_several_people() -> None:
    themes = ("friend", "giving", "voice", "receiving", "trust", "energy")
    days = (2, 14, 25, 26, 28, 30)
    entries = [
        told(
            day,
            f"said at length {day}",
            "karim" if day == 30 else "ana",
            asked={"dimension": theme, "rating": 4},
        )
        for day, theme in zip(days, themes, strict=True)
    ]
    assert [quote.day.day for quote in page(*entries).quotes] == [2, 14, 30]
    assert page(*entries[::-1]).quotes == page(*entries).quotes
    better = told(26, "the best of all", asked={"dimension": "receiving", "rating": 5})
    assert "the best of all" in [quote.words for quote in page(*entries, better).quotes]


def test_a_word_or_a_bare_promise_is_quoted_only_where_nothing_else_is() -> None:
    promise = (Promise(text="send her the keel book"),)
    bare = [
        told(20, "ok", asked={"rating": 5}),
        told(21, "好", asked={"dimension": "voice", "rating": 5}),
        told(22, "send her the keel book", promises=promise, asked={"dimension": "giving", "rating": 5}),
    ]
    assert len(page(*bare).quotes) == 3
    full = [
        told(day, words, asked={"dimension": theme})
        for day, words, theme in (
            (1, "she asked me twice", "trust"),
            (2, "想再问一次她的船", "curiosity"),
            (3, "left at nine, felt fine", "energy"),
        )
    ]
    assert [quote.day.day for quote in page(*bare, *full).quotes] == [1, 2, 3]


@pytest.mark.parametrize(
    "little",
    [
        told(20, "ask Dato for the keel plan", asked={"rating": 5}),
        told(20, "I will thank Manana with a jar", asked={"rating": 5}),
        told(20, "kind words from Manana", asked={"rating": 5, "period": "2026-W12"}),
        told(20, "ok", asked={"rating": 5}),
    ],
)
def test_what_is_to_be_done_or_says_little_without_its_question_makes_way(little: Interaction) -> None:
    full = told(3, "left at nine, felt fine, ask less next time", asked={"dimension": "energy"})
    assert [quote.words for quote in page(little).quotes] == [getattr(little.reflection, "answer", "")]
    assert [quote.day.day for quote in page(little, full).quotes] == [3]
    picked = told(20, "ask Dato for the keel plan", asked={"quoted": True})
    assert [quote.day.day for quote in page(picked, full).quotes] == [20]


def test_the_words_of_a_month_stay_while_its_last_days_bring_no_better_ones() -> None:
    themes = ("friend", "giving", "voice")
    entries = [
        told(day, f"said at length {day}", asked={"dimension": theme})
        for day, theme in zip((3, 12, 22), themes, strict=True)
    ]
    assert (
        page(*entries, told(30, "said at length 30", asked={"dimension": "trust"})).quotes[:2]
        == page(*entries).quotes[:2]
    )


def test_quiet_themes_are_told_of_a_month_with_many_answers_and_a_light_mood() -> None:
    def month(answers: int, mood: int | None) -> dict[str, str]:
        return words(page(*(told(day, f"words {day}", mood=mood) for day in range(1, answers + 1))))

    tried = ((answers, mood) for answers in (9, 10) for mood in (None, 2, 4))
    assert [one for one in tried if "quiet" in month(*one)] == [(10, None), (10, 4)]
    assert "themes" in month(10, 2)


def test_the_page_begins_with_good_moments() -> None:
    def three(*entries: Interaction) -> list[str]:
        return [one.words for one in _quotes(*entries)]

    talks = [
        told(day, f"we talked at length {day}", "ana", asked={"dimension": theme, "rating": 3})
        for day, theme in ((1, "friend"), (2, "giving"), (30, "voice"))
    ]
    fair = told(15, "my stall was the place", channel="event", text="the fair", asked={"dimension": "trust"})
    glad = told(16, "she danced on the pier", "li", mood=5, asked={"dimension": "openness"})
    assert {"my stall was the place", "she danced on the pier"} < set(three(*talks, fair, glad))
    business = told(16, "it was all about the rent", "li", asked={"dimension": "openness", "rating": 1})
    plain = told(16, "we sat on the pier for long", "li", asked={"dimension": "openness"})
    assert "it was all about the rent" not in three(*talks, business)
    assert "we sat on the pier for long" in three(*talks[:2], plain)


@pytest.mark.parametrize("people", [("ana",), ()])
def test_no_page_begins_with_letting_somebody_be(people: tuple[str, ...]) -> None:
    gone = told(17, "enough now, i let her be", *people, asked={"dimension": "receiving", "rating": 5})
    kept = told(18, "she laughed at the gulls", "li")
    assert [one.words for one in _quotes(gone, kept)] == ["she laughed at the gulls"]


def test_neither_a_private_answer_nor_a_low_mood_hides_whom_one_met() -> None:
    first, last = FIRST, FIRST.replace(day=7)
    entries = [
        told(2, "mine alone", "ana", "resting", channel="in_person", asked={"private": True}),
        told(3, "heavy", "li", channel="in_person", mood=1),
    ]
    found = week_page(first, last, Material(entries=entries, awake=EVERYONE))
    assert (found.quotes, words(found)) == ((), {"met": "Ana Silva, Li Wei"})


def test_the_timeline_says_nothing_in_the_first_days_of_a_month_nor_what_stands_right_below() -> None:
    young = [told(day, f"words of day {day}") for day in (1, 2, 3)]
    assert head(young, EVERYONE, today=FIRST.replace(day=3)).is_empty
    assert [one.day.day for one in head(young, EVERYONE, today=FIRST.replace(day=8)).quotes] == [3]
    assert [one.day.day for one in head(young, EVERYONE, today=dt.date(2026, 4, 2)).quotes] == [3]
    many = [told(day, f"words of day {day}") for day in (5, 6, 7, 8, 9)]
    found = head(many, EVERYONE, today=FIRST.replace(day=10))
    assert found.quotes == ()
    assert found.lines[0].words == "Friend, not contact 5"
    [words_of_page] = head(many, EVERYONE, today=FIRST.replace(day=12)).quotes
    assert words_of_page.day.day == 9
    many[-1] = told(9, "words of day 9", asked={"quoted": True})
    assert [one.day.day for one in head(many, EVERYONE, today=FIRST.replace(day=10)).quotes] == [9]


def test_a_week_has_words_and_people_and_no_numbers() -> None:
    entries = [
        told(day, f"w{day}", "ana", "li", asked={"rating": 5}, channel="in_person") for day in range(1, 8)
    ]
    review = told(7, "looked back", asked={"period": "2026-W09", "dimension": "trust"})
    found = week_page(FIRST, FIRST.replace(day=7), Material(entries=[*entries, review], awake=EVERYONE))
    assert found.title == "The week of 1 to 7 March 2026"
    assert [quote.words for quote in found.quotes] == ["w7"]
    assert words(found) == {"met": "Ana Silva, Li Wei"}


def test_one_met_only_whom_one_saw() -> None:
    ways = ("in_person", "event", "video", "message", None)
    who = ("ana", "karim", "li", "mo", "ana")
    entries = [told(day, "", id, channel=way) for day, (id, way) in enumerate(zip(who, ways, strict=True), 1)]
    found = words(week_page(FIRST, FIRST.replace(day=7), Material(entries=entries, awake=EVERYONE)))
    assert (found["met"], found["in_touch"]) == ("Ana Silva, Karim Haddad", "Li Wei, Mo Farah")


def test_nobody_is_left_out_to_spare_a_name_or_two() -> None:
    def said(count: int) -> str:
        people = {f"{n:02}": Acquaintance(id=f"{n:02}", name=f"N{n:02}") for n in range(count)}
        entry = told(2, "", *people, channel="event")
        return words(week_page(FIRST, FIRST.replace(day=7), Material(entries=[entry], awake=people)))["met"]

    assert said(14).endswith("N12, N13")
    assert said(15).endswith("N11, and 3 others")


def test_a_plan_of_a_word_stands_with_its_question() -> None:
    def planned(words_of: str) -> str:
        return words(page(told(6, words_of, asked={"prompt": "week-ahead-07", "period": "2026-W10"})))["plan"]

    assert planned("Dato") == "“Dato”, asked: ?"
    assert planned("I will ask Li about her thesis") == "“I will ask Li about her thesis”"


def test_what_became_of_a_plan() -> None:
    went = told(8, "she lit up", asked={"prompt": PLAN})
    found = page(went)
    assert (found.quotes, words(found)) == ((), {"went": "“she lit up”"})


def test_what_became_of_a_plan_stands_under_that_plan() -> None:
    def of(day: int, words: str, prompt: str, week: int, **more: Any) -> Interaction:
        return told(day, words, asked={"prompt": prompt, "period": f"2026-W{week:02}"}, **more)

    def lines(*entries: Interaction, **more: Any) -> list[tuple[str, str]]:
        return [(line.label, line.words.strip("“”")) for line in page(*entries, **more).lines]

    first, second = (
        of(6, "I will ask Li", "week-ahead-01", 10),
        of(13, "I will eat first", "week-ahead-02", 11),
    )
    asked, ate = of(13, "she lit up", PLAN, 11), of(20, "it helped", PLAN, 12)
    own = [("You planned", "I will ask Li"), ("How it went", "she lit up")]
    assert lines(first, asked) == lines(asked, before=[first]) == own
    assert lines(first, asked, second) == [*own, ("You planned", "I will eat first")]
    assert lines(first, asked, second, ate) == [
        ("You planned", "I will eat first"),
        ("How it went", "it helped"),
    ]
    low = msgspec.structs.replace(first, mood=1)
    assert lines(low, asked, second) == [("You planned", "I will eat first")]


def test_small_goals_stand_after_the_doors_in_a_word() -> None:
    def goal(text: str, target: int, by: dt.date, **said: Any) -> Goal:
        return Goal(id=text, text=text, target=target, since=dt.date(2026, 1, 1), by=by, **said)

    day = dt.date(2026, 3, 20)
    goals = [
        InView(Progress(goal("3 good talks at the festival.", 3, day), 3, day), ("a", "b")),
        InView(Progress(goal("write to 12 old friends", 12, dt.date(2026, 6, 30)), 6, day), ("b", "c")),
        InView(Progress(goal("gone", 12, day, let_go=day), 6, day), ("d",)),
        InView(Progress(goal("5 letters", 5, dt.date(2026, 3, 1)), 2, day)),
    ]
    promising = told(28, "", "mo", reflection=None, promises=(Promise(text="send the keel book"),))
    made = Introduction(id="1", people=("ana", "li"), date=FIRST)
    found = page(promising, goals=goals, introductions=[made])
    assert list(words(found)) == ["doors", "goals", "promise"]
    assert words(found)["goals"] == (
        "3 good talks at the festival: done · write to 12 old friends: 6 of 12, on the way"
        " · 5 letters: 2 of 5"
    )
    assert next(line.behind for line in found.lines if line.key == "goals") == ("a", "b", "c")


@pytest.mark.parametrize(
    ("last", "entry", "unheard"),
    [
        (None, {}, True),
        (FIRST.replace(day=20), {}, False),
        (dt.date(2025, 11, 1), {}, True),
        (None, {"people": ("li", "ana")}, False),
        (None, {"got": (), "asked": {"rating": 3}}, False),
        (None, {"mood": 1}, False),
    ],
)
def test_who_has_not_heard_how_it_went(last: dt.date | None, entry: dict[str, Any], unheard: bool) -> None:
    people = {
        **EVERYONE,
        "ana": msgspec.structs.replace(EVERYONE["ana"], last=last),
        "li": msgspec.structs.replace(EVERYONE["li"], through="ana"),
    }
    went = told(9, "", "li", **{"got": ("an hour",), **entry})
    found = [line for line in page(went, awake=people).lines if line.key == "doors"]
    said = [("Ana Silva has not heard how it went with Li Wei", (went.id,))] if unheard else []
    assert [(line.words, line.behind) for line in found] == said


def test_a_plan_is_mentioned_again() -> None:
    planned = {"prompt": "week-ahead-01", "period": "2026-W10"}
    plan = told(8, "I will ask about their week before mine", asked=planned)
    notes = [
        told(7, "", "ana", text="Asked how her week was"),
        told(10, "", "ana", text="I asked her about her week first"),
        told(11, "ask about the week again", "karim"),
        told(12, "", "karim", text="A quiet week"),
        told(13, "ask, week", asked={**planned, "prompt": PLAN}),
    ]
    found = page(plan, *notes[1:], notes[0])
    assert words(found)["plan"] == "“I will ask about their week before mine”, mentioned again in 2 notes"
    once = page(plan, notes[2], notes[3])
    assert words(once)["plan"].endswith("mentioned again in 1 note")


def test_the_first_promises_are_told_and_that_there_are_more() -> None:
    promised = [
        told(day, "", "mo", reflection=None, promises=(Promise(text=f"letter {day}"),)) for day in range(1, 9)
    ]
    found = [line for line in page(*promised).lines if line.key == "promise"]
    assert [line.words.partition(" ·")[0] for line in found] == [
        *(f"letter {n}" for n in range(1, 6)),
        "and more",
    ]
    assert found[-1].behind == tuple(one.id for one in promised[5:])


def test_who_is_in_a_line_that_does_not_say_how_was_neither_met_nor_in_touch() -> None:
    def whom(*entries: Interaction) -> list[tuple[str, str, str]]:
        found = week_page(FIRST, FIRST.replace(day=7), Material(entries=entries, awake=EVERYONE))
        return [(line.key, line.label, line.words) for line in found.lines]

    bed = told(4, "", "karim", "mo", reflection=None)
    assert whom(bed) == [("with", "With", "Karim Haddad, Mo Farah")]
    assert whom(
        told(2, "", "ana", channel="in_person", reflection=None),
        told(3, "", "li", channel="call", reflection=None),
        bed,
        told(5, "", "karim", channel="message", reflection=None),
    ) == [
        ("met", "You met", "Ana Silva"),
        ("in_touch", "In touch with", "Li Wei, Karim Haddad"),
        ("with", "Also with", "Mo Farah"),
    ]


def test_words_from_a_sickbed_stand_on_no_page_unless_one_picked_them() -> None:
    ward = told(3, "her hand was cold", "ana", text="visited Ana in hospital", asked={"rating": 5})
    later = told(5, "she slept, I read", "ana", text="read to her", asked={"dimension": "presence"})
    cried = told(6, "he cried and cried", "karim", text="tea with Karim", asked={"dimension": "voice"})
    glad = told(7, "better, she laughed", "ana", mood=4, asked={"dimension": "giving"})
    joke = told(8, "the goat ate the map", "li", text="walk", asked={"dimension": "energy"})
    assert [quote.words for quote in _quotes(ward, later, cried, glad, joke)] == [
        *("better, she laughed", "the goat ate the map")
    ]
    assert _quotes(ward) == ()
    week = week_page(FIRST, FIRST.replace(day=7), Material(entries=(ward,), awake=EVERYONE))
    assert week.quotes == ()
    assert ward.reflection is not None
    asked = msgspec.structs.replace(ward.reflection, quoted=True)
    picked = msgspec.structs.replace(ward, reflection=asked)
    assert [quote.words for quote in _quotes(picked, joke)] == ["her hand was cold"]


@pytest.mark.parametrize(
    ("words", "said", "stands"),
    [
        ("she laughed for the first time", {"energy": 4}, True),
        ("we sang the old songs, so close", {"mood": 4}, True),
        ("she laughed for the first time", {}, False),
        ("she laughed for the first time", {"energy": 5, "mood": 2}, False),
        ("her hand was cold", {"energy": 4}, False),
        ("she laughed, then she was sad", {"energy": 4}, False),
        ("she smiled; i should have come sooner", {"energy": 4}, False),
        ("p", {"energy": 5}, False),
    ],
)
def test_warm_words_of_a_good_hour_stand_though_it_was_beside_a_sickbed(
    words: str, said: dict[str, Any], stands: bool
) -> None:
    ward = told(3, words, "ana", text="visited Ana in hospital", **said)
    assert bool(_quotes(ward)) == stands
    quarrel = told(3, words, "karim", text="quarrelled with Karim about the bins", **said)
    assert bool(_quotes(quarrel)) == stands
    assert not _quotes(told(3, words, "karim", text="funeral of Ana's aunt", **said))


def test_in_the_weeks_beside_a_sickbed_what_did_one_good_stands() -> None:
    ward = told(3, "", "ana", text="visited Ana in hospital", reflection=None)
    read = told(9, "planned the garden on her knees", "ana", text="read to her")
    planned = msgspec.structs.replace(read, energy=5)
    assert [_quotes(ward, one) != () for one in (read, planned)] == [False, True]
