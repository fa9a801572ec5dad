"""What a filter means: which entries fit, where one need not look, and where its words stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.people import Someone, people_of, someone
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.terms import AllOf, AnyOf, Node, Not, both, either, negated
from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Interaction, Promise, Reflection

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday

GRACE, KARIM, MEI = (f"01K9{number:022}" for number in range(3))
KNOWN = {
    GRACE: Acquaintance(
        id=GRACE, name="Grace Osei", nicknames=("Gigi",), field="public health", circle="close"
    ),
    KARIM: Acquaintance(id=KARIM, name="Karim Müller", field="boat building"),
    MEI: Acquaintance(id=MEI, name="田中 Mei", circle="wider"),
}
PEOPLE = people_of(KNOWN.get)
EVERYONE = [(id, someone(person)) for id, person in KNOWN.items()]

ENTRY = Interaction(
    id="01KA0000000000000000000000",
    date=date(2026, 11, 3),
    people=(GRACE,),
    channel="in_person",
    text="Lunch at the Café, she didn't like O'Neil's\nnew keel",
    tags=("food", "work:hiring"),
    place="Café Lula, Paris",
    gave=("intro to Karim",),
    got=("a book on boats",),
    promises=(
        Promise(text="send the plan"),
        Promise(text="call back", by="them", kept=date(2026, 11, 9)),
    ),
    initiated="them",
    mood=4,
    reflection=Reflection(
        prompt="curiosity-01",
        dimension="curiosity",
        question="What made them light up?",
        asked=NOW,
        status="answered",
        answer="Small harbours",
    ),
)


def fits(text: str, entry: Interaction = ENTRY) -> bool:
    return parse_filter(text, NOW).matches(entry, PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "lunch",
            "LUN",
            "cafe",
            "Café",
            "paris",
            "hir",
            "intro",
            "book",
            "plan",
            "light",
            "harb",
            "gigi",
        ),
        *(
            "ose",
            '"at the cafe"',
            '"Lunch"',
            "didnt",
            "didn't",
            "oneil",
            "o'neil",
            '"new keel"',
            "lunch keel",
        ),
        *('"grace osei"', "#food", "#FOOD", "#work", "#work:hiring", "tag:food,work", "@grace", "@osei"),
        *('@"grace o"', '@"Osei Grace"', "@gi", "via:coffee", "via:in_person", "at:par", 'at:"café lula"'),
        *("from:2026", "from:2026-11-03", "to:2026-11", 'to:"last friday"', "on:2026-11", "on:2026-W45"),
        *('on:"nov 1..nov 5"', "mood:4", "mood=4", "mood>3", "mood>=4", "mood<5", "mood<=4", "gave:", "got:"),
        *("gave:intro", 'gave:"to karim"', "got:boat", "promise:", "promise:open", "promised:kept"),
        *("promise:send", 'promised:"call back"', "reflection:", "reflection:harbours", "theme:curiosity"),
        *("field:health", 'field:"public health"', "circle:close", "by:them", "-dinner", "--lunch"),
        *("dinner or lunch", "-(dinner or supper)", "(dinner or lunch) #food", "dinner or lunch and #food"),
        *("lunch #none or @grace", "-energy>1", "-#wor", "-promise:kept", "-on:2025"),
    ],
)
def test_it_fits(text: str) -> None:
    assert fits(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "unch",
            '"lun"',
            '"the keel"',
            '"neil lunch"',
            '"cafe paris"',
            "#foo",
            "#hiring",
            "#work:hir",
            "@ace",
        ),
        *(
            "@karim",
            "@grace @karim",
            '@"grace x"',
            "via:call",
            "via:none",
            "at:lunch",
            'at:"caf"',
            "to:2026-10",
        ),
        *(
            "from:2026-11-04",
            "on:2026-11-04",
            "to:2025",
            "mood<4",
            "mood>4",
            "energy>=1",
            "energy<5",
            "gave:book",
        ),
        *("got:intro", "promise:kept", "promised:open", "promise:call", "promised:send", "reflection:lunch"),
        *("reflection:open", "theme:giving", "field:boat", "circle:wider", "by:me", "-lunch", "dinner lunch"),
        *("dinner or supper", "-(dinner or lunch)", "lunch (dinner or supper)", "someone"),
    ],
)
def test_it_does_not_fit(text: str) -> None:
    assert not fits(text)


def test_or_joins_less_tightly_than_and() -> None:
    assert fits("dinner #none or lunch")
    assert not fits("dinner (#none or lunch)")


def test_a_skipped_question_is_not_searched_and_one_that_waits_is() -> None:
    asked = ENTRY.reflection
    assert asked is not None
    skipped = msgspec.structs.replace(
        ENTRY, reflection=msgspec.structs.replace(asked, status="skipped", answer="")
    )
    waiting = msgspec.structs.replace(
        ENTRY, reflection=msgspec.structs.replace(asked, status="asked", answer="")
    )
    assert [fits("light", entry) for entry in (skipped, waiting)] == [False, True]
    assert [fits("reflection:", entry) for entry in (skipped, waiting)] == [False, False]
    assert [fits("reflection:open", entry) for entry in (skipped, waiting)] == [False, True]


def test_an_entry_of_ones_own_has_nobody() -> None:
    own = Interaction(
        id="01KA0000000000000000000001", date=date(2026, 11, 3), text="喝咖啡 in Zürich; smørrebrød"
    )
    for text in ("咖啡", "zurich", "zuerich", "Zürich", "smorre", "smoerrebroed", "via:none", '"in zuerich"'):
        assert fits(text, own), text
    for text in ("@grace", "circle:close", "field:health", "mood:1", "咖啡店", "urich"):
        assert not fits(text, own), text


def test_people_are_asked_for_once() -> None:
    asked: list[str] = []

    def find(id: str) -> Acquaintance | None:
        asked.append(id)
        return KNOWN.get(id)

    entry = msgspec.structs.replace(ENTRY, people=(GRACE, "nobody"))
    matcher = parse_filter("@mei or zebra or circle:wider", NOW).matcher(people_of(find))
    assert [matcher(entry) for _ in range(5)] == [False] * 5
    assert sorted(asked) == [GRACE, "nobody"]


def test_what_must_be_there_is_told() -> None:
    filter = parse_filter("#work @grace lunch -#food (@karim or #boats)", NOW)
    [is_tag], [is_person] = filter.tags(), filter.people()
    assert [is_tag(tag) for tag in ("work", "work:hiring", "workshop", "food")] == [True, True, False, False]
    assert [is_person(person) for _, person in EVERYONE] == [True, False, False]
    assert parse_filter("#work or @grace", NOW).tags() == ()
    assert parse_filter("from:2026-02 to:2026-03 or on:2025-12-01", NOW).days() == (
        date(2025, 12, 1),
        date(2026, 3, 31),
    )
    assert parse_filter("lunch -from:2026", NOW).days() == (date.min, date.max)
    first, last = parse_filter("from:2026-02 to:2026-01", NOW).days()
    assert last < first


@pytest.mark.parametrize(
    ("filter", "text", "found"),
    [
        ("lunch", "Lunch, a lunchbox; brunch", ["Lunch", "lunch"]),
        ('"lunch"', "Lunch, a lunchbox", ["Lunch"]),
        ("strasse", "In der Straße", ["Straße"]),
        ("stras", "In der Straße", ["Straß"]),
        ("mueller", "mit Müller", ["Müller"]),
        ("muller", "mit Mu\u0308ller", ["Mu\u0308ller"]),
        ("cafe", "ein Cafe\u0301!", ["Cafe\u0301"]),
        ("咖啡", "我们喝咖啡", ["咖啡"]),
        ("한", "안녕, 한국", ["한"]),
        ("didnt", "she didn't", ["didn't"]),
        ('"o neil" "new keel"', "O’Neil’s \n new  keel", ["new  keel"]),
        ("oneils", "O’Neil’s boat", ["O’Neil’s"]),
        ("boat", "🎉 boat 🎉", ["boat"]),
        ("a or b -c (d e)", "a b c d e", ["a", "b", "d", "e"]),
        ("gave:lunch #lunch @lunch", "lunch", []),
    ],
)
def test_ranges(filter: str, text: str, found: list[str]) -> None:
    ranges = parse_filter(filter, NOW).ranges(text)
    assert [text[start:end] for start, end in ranges] == found


def test_ranges_of_a_key() -> None:
    filter = parse_filter("gave:intro boat", NOW)
    assert filter.ranges("intro to a boat", "gave") == [(0, 5), (11, 15)]
    assert filter.ranges("intro to a boat", "got") == [(11, 15)]


# -- properties --------------------------------------------------------------------------------------------

TERMS = (
    *(
        "lunch",
        "cafe",
        '"new keel"',
        "müller",
        "田中",
        "#food",
        "#work",
        "@grace",
        "@karim",
        "via:call",
        "via:none",
    ),
    *(
        "at:paris",
        "from:2026-11",
        "to:2026-10",
        "on:2026",
        "mood<3",
        "energy>=4",
        "gave:",
        "got:boat",
        "by:me",
    ),
    *("promise:open", "promised:", "reflection:", "reflection:harbours", "theme:giving", "field:health"),
    *("circle:close", "zebra", "é", "osei", '"grace"', "oneil", "🎉"),
)
LEAVES = [parse_filter(term, NOW).root for term in TERMS]
PARTS = (
    *(
        "lunch",
        "Lunch",
        "café",
        "Cafe\u0301",
        "the",
        "new",
        "keel",
        "O'Neil",
        "Müller",
        "mueller",
        "田中さん",
    ),
    *("喝咖啡", "🎉", "é", "\u0301", "ß", "\\", '"', "\n", "\x01", "zebra"),
)
texts = st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join)
words = st.lists(texts.filter(bool), max_size=2).map(tuple)
nodes = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(both),
        st.lists(inner, min_size=1, max_size=3).map(either),
        inner.map(negated),
    ),
    max_leaves=8,
)
entries = st.builds(
    Interaction,
    id=st.just("01KA0000000000000000000000"),
    date=st.dates(date(2025, 11, 1), date(2027, 1, 31)),
    people=st.lists(st.sampled_from([GRACE, KARIM, MEI]), max_size=2, unique=True).map(tuple),
    channel=st.sampled_from([None, "call", "email"]),
    text=texts,
    tags=st.lists(st.sampled_from(["food", "work", "work:hiring", "café"]), max_size=2).map(tuple),
    place=st.sampled_from(["", "Paris", "Café Lula"]),
    gave=words,
    got=words,
    promises=words.map(lambda found: tuple(Promise(text=text) for text in found)),
    initiated=st.sampled_from([None, "me", "them"]),
    mood=st.sampled_from([None, 1, 3, 5]),
    energy=st.sampled_from([None, 1, 3, 5]),
    reflection=st.none()
    | st.builds(
        Reflection,
        prompt=st.just("a"),
        dimension=st.sampled_from(["giving", "curiosity"]),
        question=texts,
        asked=st.just(NOW),
        status=st.sampled_from(["asked", "answered", "skipped"]),
        answer=texts,
    ),
)


def evaluated(node: Node, leaf: Callable[[Node], bool]) -> bool:
    match node:
        case AllOf(nodes):
            return all(evaluated(each, leaf) for each in nodes)
        case AnyOf(nodes):
            return any(evaluated(each, leaf) for each in nodes)
        case Not(inner):
            return not evaluated(inner, leaf)
        case _:
            return leaf(node)


@given(nodes, entries)
def test_it_means_what_its_terms_mean(node: Node, entry: Interaction) -> None:
    found = Filter(node).matches(entry, PEOPLE)
    assert found == evaluated(node, lambda leaf: Filter(leaf).matches(entry, PEOPLE))


@given(nodes, entries)
def test_nothing_that_fits_is_looked_for_in_vain(node: Node, entry: Interaction) -> None:
    filter = Filter(node)
    if not filter.matches(entry, PEOPLE):
        return
    first, last = filter.days()
    assert first <= entry.date <= last
    assert all(any(map(is_it, entry.tags)) for is_it in filter.tags())
    assert all(any(is_it(known) for known in _present(entry)) for is_it in filter.people())
    raw = msgspec.to_builtins(entry)
    for ascii_only in (True, False):
        line = f' "{entry.id}": {json.dumps(raw, ensure_ascii=ascii_only)}'.encode()
        assert filter.could_fit(EVERYONE)(line)


def _present(entry: Interaction) -> Iterator[Someone]:
    yield from (known for id in entry.people if (known := PEOPLE(id)))


def test_a_line_without_the_words_need_not_be_read() -> None:
    line = json.dumps(msgspec.to_builtins(ENTRY), ensure_ascii=False).encode()
    may = ["lunch", "gigi", "zebra or lunch", "-zebra", "via:call"]
    cannot = ["zebra", "@mei", "zebra or yak", "#chess", "lunch zebra", "gave:zebra"]
    told = [parse_filter(text, NOW).could_fit(EVERYONE)(line) for text in (*may, *cannot)]
    assert told == [True] * len(may) + [False] * len(cannot)


@given(
    texts | st.text(max_size=30),
    st.sampled_from(["lunch", "cafe", "müller", "咖啡", "keel", '"new keel"', "ss", "é"]),
)
def test_ranges_lie_on_what_was_found(text: str, term: str) -> None:
    filter = parse_filter(term, NOW)
    own = Interaction(id="01KA0000000000000000000000", date=NOW.date(), text=text)
    ranges = filter.ranges(text)
    assert bool(ranges) == filter.matches(own, PEOPLE)
    ends = [0, *(place for span in ranges for place in span), len(text)]
    assert ends == sorted(ends)
    for start, end in ranges:
        assert start < end
        alone = msgspec.structs.replace(own, text=text[start:end])
        assert parse_filter(term.strip('"'), NOW).matches(alone, PEOPLE) or fold(text[start:end])
