"""A search finds what a plain look at every entry would, in whatever form the files are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.filters.people import people_of
from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Contact, Interaction, Promise
from netjournal.store import searching, searching_people
from netjournal.store.files import Signature, read_whole
from netjournal.store.journal import Journal
from netjournal.store.lines import D, Lines
from tests.store.journals import NOW, bring, entry, in_memory, person, places_in, question, rewrite

WORDS = (
    *("lunch", "Lunch", "keel", "KEEL", "don't", "dont", "José", "jose", "Jose\u0301", "Müller", "mueller"),
    *("Straße", "東京", "dongjing", "dong", "tokyo", "田中さん", "café-bar", "“keel”", "o’neil", "O'Neil"),
    *(
        "people",
        "call",
        "asked",
        "text",
        "a\nkeel",
        "a\tlunch",
        "a\tJosé",
        "a\ncafé",
        'a "keel"',
        "back\\name",
        "\\nkeel",
    ),
    *("\x07keel", "ﬁne", "½", "Åse", "aase", "\u1112\u1161\u11ab", "한", "pla\xadce", "x_keel", "–keel"),
)
QUERIES = (
    *("lunch", "kee", "dont", "jose", "muller", "mueller", "strasse", "dong", "dongjing", "tokyo", "cafe"),
    *("oneil", "neil", "people", "call", "text", "name", "nkeel", "fine", "1", "ase", "aase", "han", "place"),
    *('"keel lunch"', "keel lunch", "lunch or dongjing", "-lunch", "lunch -keel", "#work", "#work keel"),
    *("@grace", "grace", "@jose lunch", "lunch or @grace", "field:boats", "circle:close", "at:cafe", "gave:"),
    *("from:2026-10", "to:2026-09 keel", "via:call", "promise:keel", "reflection:", "mood>2", "tanaka", "g"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
PEOPLE = (
    person("Grace Osei", nicknames=("Gigi",), field="boats", circle="close", needs=("a keel",)),
    person("José Müller", about="Has lunch at noon.", tags=("work",)),
    person("田中 由紀", details=("don't call",)),
    person("D'Arcy O’Neil", place="Café Lula"),
)
entries = st.builds(
    lambda day, who, text, at, tags, asked, promised, mood: entry(
        day,
        people=tuple(PEOPLE[number].id for number in who),
        text=text,
        place=at,
        tags=tags,
        gave=(at,) if at else (),
        channel="call" if mood == 1 else None,
        promises=(Promise(text=promised),) if promised else (),
        reflection=question(answer=asked, status="answered") if asked else None,
        mood=mood,
    ),
    st.sampled_from(["2026-11-17", "2026-11-03", "2026-10-16", "2025-08-02"]),
    st.lists(st.integers(0, 3), max_size=2, unique=True),
    texts,
    texts,
    st.sampled_from([(), ("work",), ("work:hiring", "food")]),
    texts,
    texts,
    st.sampled_from([None, 1, 4]),
)


def found(journal: Journal, text: str) -> tuple[list[Contact], list[Interaction]]:
    """Who and what a search finds."""
    stretches = list(journal.search(parse_filter(text, NOW)))
    return (
        [one for stretch in stretches for one in stretch.people],
        [one for stretch in stretches for one in stretch.entries],
    )


def check(journal: Journal, queries: Sequence[str]) -> None:
    """What each search finds is what a look at every entry finds."""
    seen = {text: found(journal, text)[1] for text in queries}
    people = {one.id: one for one in journal.people()}
    months = sorted((path.stem for path in (journal.folder / "months").glob("*.json")), reverse=True)
    newest_first = [one for month in months for one in reversed(journal.month(month))]
    for text, entries in seen.items():
        fits = parse_filter(text, NOW).matcher(people_of(people.get))
        assert entries == [one for one in newest_first if fits(one)], text


@settings(max_examples=15)
@given(st.lists(entries, max_size=12), st.lists(texts, min_size=1, max_size=3))
def test_it_finds_what_a_look_at_every_entry_finds(some: list[Interaction], others: list[str]) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *PEOPLE, *some)
        check(journal, QUERIES)
        check(journal, [json.dumps(text) for text in others if text.strip() and "\\" not in text])
        journal.close()


def pretty(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()), indent=2, ensure_ascii=False))


def ascii_only(path: Path) -> None:
    tables = json.loads(path.read_text())
    rows = "\n,".join(f"{json.dumps(id)}: {json.dumps(raw)}" for id, raw in tables["interactions"].items())
    path.write_text(f'{{"interactions": {{\n {rows}\n}}}}\n')


def two_in_a_line(path: Path) -> None:
    """As many lines as before: two documents on one, and one over two."""
    first, one, two, three, *rest = path.read_text().split("\n")
    text, comma, more = three.partition('", "')
    assert comma
    path.write_text("\n".join([first, one + two, f'{text}",', f' "{more}', *rest]))


def one_does_not_fit(path: Path) -> None:
    rewrite(path, lambda tables: next(iter(tables["interactions"].values())).update(date="2024-01-01"))


def half_a_letter(path: Path) -> None:
    path.write_text(path.read_text().replace("Müller", "M\\ud800ller", 1))


@pytest.mark.parametrize("change", [pretty, ascii_only, two_in_a_line, one_does_not_fit, half_a_letter])
def test_files_that_a_hand_was_at_are_searched(journal: Journal, change: Callable[[Path], None]) -> None:
    some = [
        entry(text="Lunch with Müller, #keel", gave=("a “book”",)),
        entry(text="keel and lunch"),
        entry(text="José has the keel", tags=("work",), people=(PEOPLE[0].id,)),
        entry(text="lunch\nkeel"),
        entry("2026-10-16", text="keel again, lunch"),
    ]
    bring(journal, *PEOPLE, *some)
    change(journal.folder / "months/2026-11.json")
    journal.refresh()
    assert len(found(journal, "keel")[1]) >= 4
    check(journal, QUERIES)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"interactions": {\n "keel": 1\n}}\n'])
def test_a_damaged_month_is_left_out(journal: Journal, damage: str) -> None:
    bring(journal, entry(text="keel"), entry("2026-10-16", text="keel"))
    (journal.folder / "months/2026-11.json").write_text(damage)
    journal.refresh()
    assert [one.date.isoformat() for one in found(journal, "keel")[1]] == ["2026-10-16"]
    assert journal.problems()


def test_a_file_that_changes_while_one_searches_does_no_harm(journal: Journal) -> None:
    bring(journal, entry(text="keel"), entry("2026-10-16", text="keel"))
    steps = journal.search(parse_filter("keel", NOW))
    next(steps)
    (journal.folder / "months/2026-11.json").unlink()
    assert [one.date.isoformat() for step in steps for one in step.entries] == ["2026-10-16"]


def test_it_tells_how_far_it_is_and_may_be_left(journal: Journal) -> None:
    bring(journal, *(entry(f"2026-{month:02}-01", text="keel") for month in range(1, 11)))
    steps = journal.search(parse_filter("keel from:2026-04", NOW))
    first = next(step for step in steps if step.entries)
    assert (first.month, first.looked, first.months) == ("2026-10", 1, 7)
    steps.close()
    assert list(steps) == []


def test_months_without_the_person_or_the_tag_are_not_opened(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(journal, *PEOPLE, entry(people=(PEOPLE[0].id,)), entry("2026-10-16", tags=("work:hiring",)))
    bring(journal, entry("2026-09-01", text="grace #work"))
    opened: list[str] = []

    def opening(path: Path) -> tuple[bytes, Signature] | None:
        opened.append(path.stem)
        return read_whole(path)

    monkeypatch.setattr(searching, "read_whole", opening)
    for text, months in (
        ("@grace", ["2026-11"]),
        ("#work", ["2026-10"]),
        ("@nobody", []),
        ("on:2026-09", ["2026-09"]),
    ):
        opened.clear()
        found(journal, text)
        assert opened == months, text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("grace", ["Grace Osei"]),
        ("gig", ["Grace Osei"]),
        ("keel", ["Grace Osei"]),
        ("noon or call", ["José Müller", "田中 由紀"]),
        ("jose #work", ["José Müller"]),
        ("#work -jose", []),
        ("cafe", ["D'Arcy O’Neil"]),
        ("darcy", ["D'Arcy O’Neil"]),
        ("tianzhong", ["田中 由紀"]),
        ("@grace keel", ["Grace Osei"]),
        ("circle:close", ["Grace Osei"]),
        ("-grace", []),
        ("grace via:call", []),
        ("grace from:2026", []),
    ],
)
def test_words_find_people_too(journal: Journal, text: str, names: list[str]) -> None:
    bring(journal, *PEOPLE)
    assert [one.name for one in found(journal, text)[0]] == names
    path = journal.folder / "contacts.json"
    pretty(path)
    journal.refresh()
    assert [one.name for one in found(journal, text)[0]] == names


def test_a_short_word_in_a_large_journal_looks_at_some_of_the_people(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching_people, "_MOST", 2)
    everyone = [person(f"Grace {number}") for number in range(4)]
    bring(journal, *everyone, entry(people=(everyone[3].id,)))
    first, *_ = journal.search(parse_filter("gra", NOW))
    assert not first.is_whole
    check(journal, ["gra", "@gra", "grace lunch", "-gra", "gra 3", "gra 3 or gra 2"])


def test_where_too_many_may_have_the_tag_the_word_still_tells_where_to_look(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching_people, "_MOST", 2)
    bring(journal, *(person(f"Ana {number}", tags=("work",)) for number in range(4)))
    bring(journal, entry(text="keel", tags=("work",)), entry("2026-10-16", tags=("work",)))
    opened: list[int] = []
    real = Lines.read

    def reading(lines: Lines, numbers: Iterable[int], kind: type[D], shelf: str) -> Iterator[D]:
        wanted = list(numbers)
        opened.append(len(wanted) if shelf.startswith("months/") else 0)
        return real(lines, wanted, kind, shelf)

    monkeypatch.setattr(Lines, "read", reading)
    assert [one.text for one in found(journal, "#work keel")[1]] == ["keel"]
    assert sum(opened) == 1
