"""A search finds what a plain look at every entry would, in whatever form the files are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.filter import Filter
from netjournal.language.filter_people import people_of
from netjournal.language.filter_syntax import parse_filter
from netjournal.model import Contact, Interaction, Promise
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, in_memory, person, places_in, question

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


def plain(journal: Journal, filter: Filter) -> list[Interaction]:
    """What a look at every entry finds."""
    people = {one.id: one for one in journal.people()}
    fits = filter.matcher(people_of(people.get))
    months = sorted((path.stem for path in (journal.folder / "months").glob("*.json")), reverse=True)
    return [one for month in months for one in reversed(journal.month(month)) if fits(one)]


def check(journal: Journal, queries: Sequence[str]) -> None:
    for text in queries:
        assert found(journal, text)[1] == plain(journal, parse_filter(text, NOW)), text


@settings(max_examples=40, deadline=None)
@given(st.lists(entries, max_size=12), st.lists(texts, min_size=1, max_size=3))
def test_it_finds_what_a_look_at_every_entry_finds(some: list[Interaction], others: list[str]) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *PEOPLE, *some)
        check(journal, QUERIES)
        check(journal, [json.dumps(text) for text in others if text.strip() and "\\" not in text])
        journal.close()
