"""jrnl's journal and a friends.md: what is understood of them, and that nothing in them does harm."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import JournalError
from netjournal.exchange import reading
from netjournal.exchange.friends_md import read_friends
from netjournal.exchange.journal_json import read_journal
from netjournal.exchange.jrnl import read_jrnl, with_people
from netjournal.exchange.reading import read_volume
from netjournal.language.folding import fold, words
from netjournal.model import Acquaintance, is_id
from tests.exchange.made_up import NOON, TEXTS

FRIENDS = """\
### Activities:
- 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. George had to cancel. @food
- 2018-01-04: Got lunch with **Grace Hopper** and **Nia Okafor**. @food @work:first-day
- 2018-02-31: Nothing happened with **Grace Hopper**.
- 2017-11-15: Talked to **Nia Okafor** on the phone about @boats and snake_case_words.

### Notes:
- 2018-06-15: **Grace Hopper** has a building named after her. @navy
- 2018-07-01: It rained.

### Friends:
- George Washington Carver
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science
- (a.k.a. Nobody)

### Locations:
- Paris (a.k.a. City of Light)
"""
JRNL = {
    "tags": {"@grace": 1, "@idea": 2},
    "entries": [
        {
            "title": "Walked with @grace about the keel.",
            "body": "She knows Marie Curie, an @idea in itself. Grace laughed.",
            "date": "2026-03-02",
            "time": "09:00",
            "tags": ["@grace", "@idea", "@work"],
            "starred": True,
        },
        {"title": "A late one\u0007", "body": "", "date": "2026-03-03", "time": "25:00", "tags": []},
        {"title": "no day", "date": "yesterday", "time": "", "tags": []},
    ],
}


class People:
    """Those whom a journal knows."""

    def __init__(self, *people: Acquaintance) -> None:
        self.people = people

    def answering_to(self, words_: Collection[str]) -> Sequence[Acquaintance]:
        return [
            person
            for person in self.people
            if set(words_) & {word for name in (person.name, *person.nicknames) for word in words(fold(name))}
        ]

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        return {}


def test_friends() -> None:
    found = read_friends(FRIENDS, "friends.md")
    people = {card.contact.name: card.contact for card in found.people}
    assert list(people) == ["George Washington Carver", "Grace Hopper", "Nia Okafor"]
    grace = people["Grace Hopper"]
    assert (grace.nicknames, grace.place) == (("The Admiral", "Amazing Grace"), "Paris")
    assert grace.tags == ("navy", "science")
    assert grace.details == ("Grace Hopper has a building named after her. #navy (15 June 2018)",)
    entries = [entry.value for entry in found.entries]
    assert [(entry.text, entry.channel, entry.place, entry.tags) for entry in entries] == [
        ("Grace Hopper and I went to Marie's Diner. George had to cancel.", None, "Marie's Diner", ("food",)),
        ("Got lunch with Grace Hopper and Nia Okafor.", "in_person", "", ("food", "work:first-day")),
        ("Talked to Nia Okafor on the phone about #boats and snake_case_words.", "call", "", ("boats",)),
        ("It rained.", None, "", ()),
    ]
    uids = {card.contact.name: card.uids[0] for card in found.people}
    assert entries[1].people == (uids["Grace Hopper"], uids["Nia Okafor"])
    assert [warned.where for warned in found.warnings] == ["friends.md, line 4", "friends.md, line 14"]
    assert found.skipped == 2
    assert found == read_friends(FRIENDS, "friends.md")


def test_the_same_line_twice_is_two_entries() -> None:
    line = "- 2018-01-04: Coffee with **Bo Lee**.\n"
    entries = read_friends(f"### Activities:\n{line}{line}", "").entries
    assert len({entry.value.id for entry in entries}) == 2


def test_jrnl() -> None:
    found = read_jrnl(JRNL, "jrnl.json", NOON)
    first, second = found.entries
    assert found == read_jrnl(JRNL, "jrnl.json", NOON)
    assert [warned.what for warned in found.warnings] == [
        "25:00 is no time; the day was kept",
        "it has no title, or no day that can be read; it was left out",
        "1 control character was left out",
    ]
    assert (second.value.text, second.value.at, found.skipped) == ("A late one", None, 1)
    assert str(first.value.at) == "2026-03-02 09:00:00+01:00"
    grace = Acquaintance(id="g", name="Grace")
    curie = Acquaintance(id="c", name="Marie Curie")
    entry = with_people(first, People(grace, curie, Acquaintance(id="w", name="Workneh Alemu"))).value
    assert entry.people == ("g", "c")
    assert entry.tags == ("idea", "work", "starred")
    assert entry.text == (
        "Walked with Grace about the keel.\nShe knows Marie Curie, an #idea in itself. Grace laughed."
    )
    assert entry.id == first.value.id


def test_jrnl_links_nobody_who_is_not_sure() -> None:
    first = read_jrnl(JRNL, "", NOON).entries[0]
    two = People(
        Acquaintance(id="1", name="Grace Osei"), Acquaintance(id="2", name="Grace Tan", nicknames=("Gee",))
    )
    entry = with_people(first, two).value
    assert entry.people == ()
    assert entry.tags == ("grace", "idea", "work", "starred")


PARTS = st.sampled_from(
    [
        *(
            "### Activities:",
            "### Notes:",
            "### Friends:",
            "- 2018-01-02: ",
            "**Ana Lima**",
            "**",
            "_Faro_",
            "_",
            "@",
        ),
        *(
            "@tag",
            "@a:b-c",
            "- Ana (a.k.a. Bo a.k.a.",
            "[Paris]",
            "(",
            ")",
            "[",
            "\n",
            "\n",
            " ",
            "0000-00-00: x",
            "- ",
        ),
    ]
)


@given(st.lists(PARTS | TEXTS, max_size=30).map("".join))
def test_no_friends_md_does_harm(text: str) -> None:
    found = read_friends(f"### Friends:\n{text}", "")
    assert all(is_id(entry.value.id) for entry in found.entries)
    uids = {uid for card in found.people for uid in card.uids}
    assert all(set(entry.value.people) <= uids for entry in found.entries)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | TEXTS
    | st.sampled_from(["2026-01-01", "09:00", "\ud800"]),
    lambda more: (
        st.lists(more, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "body", "date", "time", "tags", "starred", "name", "text", "id"]),
            more,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_no_jrnl_does_harm(entries: list[Any]) -> None:
    found = read_jrnl({"entries": entries}, "", NOON)
    assert len(found.entries) + found.skipped == len(entries)
    people = People(Acquaintance(id="a", name="Ana Lima"))
    assert all(is_id(with_people(entry, people).value.id) for entry in found.entries)


@given(st.dictionaries(TEXTS | st.just("01K0000000000000000000000A"), JSON, max_size=3), JSON)
def test_no_journal_of_ours_does_harm(table: dict[str, Any], other: Any) -> None:
    found = read_journal(
        {"netjournal": 1, "contacts": table, "interactions": table, "introductions": other}, ""
    )
    assert len(found.people) + len(found.entries) + len(found.introductions) + found.skipped >= len(table)


def test_files_are_known_by_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("a", FRIENDS), ("b", json.dumps(JRNL)), ("c", json.dumps(JRNL["entries"][0]))):  # type: ignore[index]  # made up
        (tmp_path / name).write_text(text)
    (tmp_path / "b").write_bytes((tmp_path / "b").read_text().encode("utf-16"))
    assert [len(read_volume(tmp_path / name, NOON).entries) for name in "abc"] == [4, 2, 1]
    for text in (
        '{"netjournal": 2}',
        '{"netjournal": 1',
        '{"a": 1}',
        "[1]",
        '{"netjournal": 1' + ',"a":[' * 99_999,
    ):
        (tmp_path / "d").write_text(text)
        with pytest.raises(JournalError):
            read_volume(tmp_path / "d", NOON)
    monkeypatch.setattr(reading, "LARGEST", 20)
    with pytest.raises(JournalError, match="too large"):
        read_volume(tmp_path / "a", NOON)
    (tmp_path / "e").write_text('{"netjournal": 1, "contacts": {}, "more": 1}')
    assert read_volume(tmp_path / "e", NOON).people == ()


def test_ids_begin_with_their_day() -> None:
    entries = [entry.value for entry in read_friends(FRIENDS, "").entries]
    by_id = sorted(entries, key=lambda entry: entry.id)
    assert [entry.date for entry in by_id] == sorted(entry.date for entry in entries)
    assert dt.date(2017, 11, 15) in {entry.date for entry in entries}


@pytest.mark.parametrize(("name", "where"), [("jrnl.json", "entry 2"), ("friends.md", "line 3")])
def test_a_day_to_come_is_kept_as_written_and_told(tmp_path: Path, name: str, where: str) -> None:
    today, later = f"{NOON:%Y-%m-%d}", "2031-02-01"
    days = [{"title": "Boats", "body": "", "date": day, "time": "", "tags": []} for day in (today, later)]
    lines = f"### Activities:\n- {today}: Boats.\n- {later}: Boats.\n"
    file = tmp_path / name
    file.write_text(json.dumps({"tags": {}, "entries": days}) if name.endswith("json") else lines)
    found = read_volume(file, NOON)
    assert [entry.value.date.isoformat() for entry in found.entries] == [today, later]
    assert [tuple(warned) for warned in found.warnings] == [
        (f"{name}, {where}", "Saturday 1 February 2031 is still to come; it was kept as written")
    ]
    assert found.skipped == 0


def test_a_line_that_names_a_crowd_is_left_out_and_it_is_said() -> None:
    crowd = " ".join(f"**Person {number}**" for number in range(101))
    found = read_friends(f"### Notes:\n- 2026-11-01: {crowd}\n- 2026-11-02: **Ann** sails\n", "friends.md")
    assert [card.contact.name for card in found.people] == ["Ann"]
    assert [warned.what for warned in found.warnings] == ["it names more than 100 people; it was left out"]
