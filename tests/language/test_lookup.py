"""People are found by what one remembers of them, the best first, and told why."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.finding.lines import facet_lines, name_lines, speller
from netjournal.language.finding.lookup import Lookup, closest
from netjournal.language.folding import fold, words
from netjournal.model import Acquaintance
from tests.hanging import comes_to_an_end

TODAY = date(2026, 11, 18)


def person(name: str, *, met: int | None = None, **facets: object) -> Acquaintance:
    """Somebody met so many days ago."""
    last = None if met is None else TODAY - timedelta(days=met)
    return Acquaintance(id=name, name=name, last=last, **facets)  # type: ignore[arg-type]  # facets by name


def found(people: Sequence[Acquaintance], query: str) -> list[str]:
    return [match.person.name for match in Lookup(people).find(query)]


def why(people: Sequence[Acquaintance], query: str) -> list[tuple[str, str]]:
    return [(match.person.name, match.why) for match in Lookup(people).find(query)]


GRACE = person("Grace Hopper", met=1, nicknames=("Amazing Grace", "Gracie"), organisation="Navy")
FRIENDS = (
    GRACE,
    person("Grace Kim", met=21, place="Bergen", field="hardware"),
    person("Priya Grafton", met=240),
    person("Łukasz Gray", met=800, tags=("boats", "work:hiring")),
    person("Ingrid Vance", nicknames=("Gray",)),
    person("José Álvarez", needs=("a sailmaker who knows old wooden boats from Bergen",)),
    person("Jürgen Müller", offers=("an hour on compilers",)),
    person("Siobhan O'Neil", role="Sailmaker"),
    person("Anne-Marie Dupont", organisation="Ateliers Grâce"),
    person("Oluwaseun Adeyemi"),
    person("田中 花子", nicknames=("Tanaka Hanako",)),
    person("李伟"),
)


def test_an_empty_query_lists_everyone_by_when_they_were_met() -> None:
    assert found(FRIENDS, "  ")[:4] == ["Grace Hopper", "Grace Kim", "Priya Grafton", "Łukasz Gray"]
    assert len(found(FRIENDS, "")) == len(found(FRIENDS, "#")) == len(FRIENDS)
    never_met = found(FRIENDS, "")[4:]
    assert never_met[:4] == ["Anne-Marie Dupont", "Ingrid Vance", "José Álvarez", "Jürgen Müller"]


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("hop gra", "Grace Hopper", ""),
        ("HOPPER  grace", "Grace Hopper", ""),
        ("lukasz", "Łukasz Gray", ""),
        ("jose alvarez", "José Álvarez", ""),
        ("muller", "Jürgen Müller", ""),
        ("mueller", "Jürgen Müller", ""),
        ("Jürgen Mueller", "Jürgen Müller", ""),
        ("oneil", "Siobhan O'Neil", ""),
        ("o’neil", "Siobhan O'Neil", ""),
        ("dupont anne", "Anne-Marie Dupont", ""),
        ("gracie", "Grace Hopper", "nickname Gracie"),
        ("gracie hop", "Grace Hopper", "nickname Gracie"),
        ("tanaka", "田中 花子", "nickname Tanaka Hanako"),
        ("liwei", "李伟", "spelt liwei"),
        ("li wei", "李伟", "spelt liwei"),
        ("李伟", "李伟", "spelt liwei"),
        ("oa", "Oluwaseun Adeyemi", "initials"),
        ("amd", "Anne-Marie Dupont", "initials"),
        ("grace k", "Grace Kim", ""),
        ("navy", "Grace Hopper", "works at Navy"),
        ("bergen kim", "Grace Kim", "in Bergen"),
        ("hardw berg", "Grace Kim", "works in hardware, in Bergen"),
        ("#boa", "Łukasz Gray", "#boats"),
        ("#hiring", "Łukasz Gray", "#work:hiring"),
        ("compilers", "Jürgen Müller", "offers an hour on compilers"),
        ("wooden", "José Álvarez", "needs … wooden boats from Bergen"),
        ("sailm siob", "Siobhan O'Neil", "Sailmaker"),
        ("ateliers", "Anne-Marie Dupont", "works at Ateliers Grâce"),
        ("garfton", "Priya Grafton", "close to “garfton”"),
        ("oluwseun", "Oluwaseun Adeyemi", "close to “oluwseun”"),
        ("oluwsen", "Oluwaseun Adeyemi", "close to “oluwsen”"),
        ("alvares", "José Álvarez", "close to “alvares”"),
        ("Álvraez", "José Álvarez", "close to “Álvraez”"),
        ("amazign", "Grace Hopper", "nickname Amazing Grace, close to “amazign”"),
        ("hoppper", "Grace Hopper", "close to “hoppper”"),
        ("kin grace", "Grace Kim", "close to “kin”"),
        ("hppe", "Grace Hopper", "close to “hppe”"),
        ("oluawesun", "Oluwaseun Adeyemi", "close to “oluawesun”"),
        ("grcae navy", "Grace Hopper", "close to “grcae”, works at Navy"),
    ],
)
def test_somebody_is_found_and_the_row_says_why(query: str, name: str, reason: str) -> None:
    assert why(FRIENDS, query)[0] == (name, reason)


def test_a_tag_is_only_looked_for_among_tags() -> None:
    assert found(FRIENDS, "#boats") == ["Łukasz Gray"]
    assert found(FRIENDS, "boats") == ["Łukasz Gray", "José Álvarez"]
    assert found(FRIENDS, "#grace") == []


def test_all_words_must_fit_and_each_needs_one_of_its_own() -> None:
    assert found(FRIENDS, "grace bergen navy") == []
    assert found((person("Grace Hopper"), person("Grace Grafton")), "grace g") == ["Grace Grafton"]
    assert found((person("Grace Hopper", place="Ghent"),), "grace g") == ["Grace Hopper"]
    assert why((person("Grace Hopper", place="Ghent"),), "grace g") == [("Grace Hopper", "in Ghent")]
    assert found((person("Ali Ali"), person("Ali Haddad")), "ali ali") == ["Ali Ali"]
    assert found((person("Ana Müller"),), "ana a") == []


def test_the_example_of_the_design() -> None:
    assert found(FRIENDS, "gra")[:5] == [person.name for person in FRIENDS[:5]]


def test_better_kinds_come_first_and_among_equals_who_was_met_last() -> None:
    people = (
        person("Annette Ito", place="Oslo", met=1),
        person("Anne Silva", met=300),
        person("Anne Haddad", met=30),
        person("Ben Ito", organisation="Anne & Co", met=3),
        person("Annie Ito", nicknames=("Anne",), met=400),
        person("Anna Okoro", met=2),
    )
    assert found(people, "anne") == [
        *("Annie Ito", "Anne Haddad", "Anne Silva"),  # a whole nickname, then whole words
        *("Annette Ito", "Ben Ito", "Anna Okoro"),  # a beginning, a facet, a slip
    ]
    assert found((person("Jane Doe", met=1), person("Jdan Popov")), "jd") == ["Jdan Popov", "Jane Doe"]


def test_a_word_of_three_letters_is_no_slip_by_itself() -> None:
    assert found((person("Kim Lee"),), "kin") == []
    assert found((person("Kim Lee"),), "kin lee") == ["Kim Lee"]
    assert found((person("Kim Lee"),), "kin lea") == []


def test_initials_that_fewer_than_ten_share_are_in_sight_however_many_names_begin_so() -> None:
    crowd = [person(f"Maria {chr(65 + i)}x{i}", met=i) for i in range(26)]
    sharing = [person(f"Mei {last}", met=900) for last in ("Adeyemi", "Ito", "Azevedo")]
    ten = found([*crowd, *sharing], "ma")[:10]
    assert {"Mei Adeyemi", "Mei Azevedo"} <= set(ten)
    assert ten[0] == "Maria Ax0"


def test_signs_alone_are_looked_for_as_they_are() -> None:
    assert found((person("Grace"), person("!!!")), "!") == ["!!!"]
    assert found((person("Grace"),), "?!") == []


def test_a_pasted_page_comes_to_an_end() -> None:
    for page in ("x" * 1_000_000, "a " * 500_000, "ana " * 300_000, "工" * 300_000):
        with comes_to_an_end():
            Lookup(FRIENDS).find(page)


LETTERS = st.text(st.sampled_from("abcdeéüłø '-#\t\n工田🙂"), min_size=1, max_size=8)
PEOPLE = st.lists(
    st.builds(
        Acquaintance,
        id=st.integers(0, 999).map(str),
        name=LETTERS,
        nicknames=st.lists(LETTERS, max_size=2).map(tuple),
        place=LETTERS,
        tags=st.lists(LETTERS, max_size=2).map(tuple),
        last=st.none() | st.dates(),
    ),
    max_size=12,
)


@given(PEOPLE, LETTERS | st.just(""), st.integers(0, 12))
def test_any_query_of_any_people_is_answered(people: list[Acquaintance], query: str, limit: int) -> None:
    lookup = Lookup(people)
    matches = lookup.find(query)
    assert len({id(match.person) for match in matches}) == len(matches)
    assert lookup.find(query, limit) == matches[:limit]
    lookup.warm()
    assert lookup.find(query) == matches
    rank = ("everyone", "name", "word", "beginning", "initials", "facet", "slip")
    kinds = [rank.index(match.kind) for match in matches]
    assert kinds == sorted(kinds)
    assert all(
        (one.person.last or date.min) >= (other.person.last or date.min)
        for one, other in pairwise(matches)
        if one.kind == other.kind and one.kind in ("everyone", "name", "word", "beginning", "facet")
    )


@given(PEOPLE.filter(bool), st.data())
def test_everyone_is_found_by_their_whole_name(people: list[Acquaintance], data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(people))
    if words(fold(one.name)) and "#" not in one.name:
        assert one in [match.person for match in Lookup(people).find(one.name) if match.kind == "name"]


@given(PEOPLE.filter(bool), st.data())
def test_beginnings_in_any_order_find_as_plain_reading_does(
    people: list[Acquaintance], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(people))
    typed = [word[: data.draw(st.integers(1, 8))] for word in words(fold(one.name))]
    query = " ".join(data.draw(st.permutations(typed)))
    if query and "#" not in query:
        kinds = {match.person.id: match.kind for match in Lookup([one]).find(query)}
        assert kinds.get(one.id) in ("name", "word", "beginning")


@given(st.text(st.characters(max_codepoint=126), min_size=1))
def test_reading_everyone_at_once_is_reading_one_by_one(text: str) -> None:
    expected = " ".join(words(fold(text)))
    one = Acquaintance(id="", name=text, place=text)
    assert name_lines([one], speller())[0].split() == expected.split()
    assert facet_lines([one], speller())[0].split() == expected.split()


@pytest.mark.parametrize(
    "slip",
    [
        lambda word: word[1] + word[0] + word[2:],
        lambda word: word[:2] + word[3:],
        lambda word: word[:3] + "q" + word[4:],
        lambda word: word[:-1] + word[-1] * 2,
    ],
    ids=["swapped", "missing", "wrong", "doubled"],
)
def test_each_kind_of_slip_in_either_word(slip: Callable[[str], str]) -> None:
    for one in FRIENDS[:2]:
        first, last = "grace", one.name.split()[1].lower()
        assert found(FRIENDS, f"{slip(first)} {last}")[0] == one.name
    assert found(FRIENDS, f"grace {slip('hopper')}")[0] == "Grace Hopper"


def test_what_matches_without_a_slip_needs_no_library_for_slips() -> None:
    program = """
import sys
from netjournal.language.finding.lookup import Lookup
from netjournal.model import Acquaintance
lookup = Lookup([Acquaintance(id="1", name="Grace Hopper", place="Bergen")])
assert lookup.find("gra") and lookup.find("gh") and lookup.find("bergen") and lookup.find("grcae")
assert not {"rapidfuzz", "asyncio", "rich", "textual"} & set(sys.modules)
assert lookup.find("hppoer") == () and not "rapidfuzz" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_closest_names() -> None:
    assert closest("gracee hopperr", FRIENDS)[0] is GRACE
    assert closest("Mrs Hopper of the Navy", FRIENDS)[0] is GRACE
    assert closest("qqqq", FRIENDS) == ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Bruno", ""),
        ("Eva", ""),
        ("Ema", ""),
        ("Otto", ""),
        ("Jan van Dyk", ""),
        ("Noel", "Noe"),
        ("Minjun", "Min-jun Park"),
        ("Malai", "Malia Kealoha"),
        ("old Mr Kealoha from the pier", "Malia Kealoha"),
    ],
)
def test_nobody_is_offered_for_a_name_that_is_unlike(name: str, meant: str) -> None:
    names = ("Noe", "Malia Kealoha", "Ana Silva", "Min-jun Park", "Ineke van Loon", "Otar Lomidze")
    people = [Acquaintance(id=name, name=name) for name in names]
    assert [person.name for person in closest(name, people)] == ([meant] if meant else [])


@pytest.mark.parametrize("query", ["dlm", "lm"])
@pytest.mark.parametrize("title", ["Dr.", "dr", "Prof. Dr."])
def test_initials_go_with_a_title_and_without(title: str, query: str) -> None:
    who = Acquaintance(id="a", name=f"{title} Łukasz Müller")
    other = Acquaintance(id="b", name="Ana Silva")
    expected = ["a"] if query == "lm" or title != "Prof. Dr." else []
    assert [one.person.id for one in Lookup([other, who]).find(query)] == expected


@pytest.mark.parametrize("query", ["kim", "gim", "kim min"])
def test_a_korean_surname_is_found_as_it_is_mostly_written(query: str) -> None:
    who = Acquaintance(id="a", name="김민수")
    [found] = Lookup([who]).find(query)
    assert found.person is who
    assert query.split()[0] in found.why
