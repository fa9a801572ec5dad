"""Two states of a journal made one: nothing is lost, and nobody can tell who merged, or in which order."""

from __future__ import annotations

import copy
from itertools import permutations
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netjournal.model import is_id
from netjournal.model.registers import kind_on
from netjournal.store.merging_documents import merge_documents
from netjournal.store.merging_fields import fits
from tests.store.machines import (
    CLOCKS,
    ENTRIES,
    HISTORIES,
    NOON,
    PEOPLE,
    Machine,
    State,
    Step,
    begun,
    standing,
    text_of,
)

NOW = NOON.isoformat()


def merged(base: State, one: State, other: State) -> State:
    return merge_documents(base, one, other, NOW).tables


def lived(histories: list[list[Step]], clocks: list[int]) -> list[Machine]:
    """Three machines that began with the same, each with a history of its own."""
    machines = [Machine(name, begun(), off) for name, off in zip("ABC", clocks, strict=True)]
    for machine, history in zip(machines, histories, strict=True):
        for step in history:
            machine.do(step)
    return machines


def without_empty(state: State) -> State:
    return {shelf: documents for shelf, documents in state.items() if documents}


@given(histories=HISTORIES, clocks=CLOCKS)
def test_nobody_can_tell_who_merged_or_in_which_order(histories: list[list[Step]], clocks: list[int]) -> None:
    base, states = begun(), [machine.state for machine in lived(histories, clocks)]
    ways = [merged(base, merged(base, one, other), third) for one, other, third in permutations(states)]
    ways += [merged(base, third, merged(base, one, other)) for one, other, third in permutations(states)]
    assert all(way == ways[0] for way in ways)
    assert len({text_in_order(way) for way in ways}) == 1
    assert merged(base, states[0], states[0]) == without_empty(states[0])
    assert merged(base, base, states[0]) == merged(base, states[0], base) == without_empty(states[0])


def text_in_order(state: State) -> str:
    """What would stand in the files, to the order of the fields."""
    return str([(shelf, sorted(documents.items())) for shelf, documents in sorted(state.items())])


@given(histories=HISTORIES, clocks=CLOCKS)
def test_nothing_is_lost_doubled_or_unreadable(histories: list[list[Step]], clocks: list[int]) -> None:
    machines = lived(histories, clocks)
    base = begun()
    state = merged(base, merged(base, machines[0].state, machines[1].state), machines[2].state)
    everything = text_of(state)
    for machine in machines:
        here = text_of(machine.state)
        assert not [word for word in machine.written if word in here and word not in everything]
    ids = [id for _, id, _ in standing(state)]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {id for id, raw in state.get("trash", {}).items() if "document" in raw}
    assert all(is_id(id) for id in state.get("trash", {}) if id[2:4] == "KA")
    for shelf, _, raw in standing(state):
        kind = kind_on(shelf)
        assert kind is not None
        assert fits(kind, raw)
        assert not shelf.startswith("months/") or raw["date"].startswith(shelf[7:])
    known = {id for machine in machines for shelf in machine.state for id in machine.state[shelf]}
    assert known <= {id for shelf in state for id in state[shelf]}


@settings(max_examples=25)
@given(
    rounds=st.lists(
        st.tuples(
            st.integers(0, 2),
            st.lists(
                st.tuples(
                    st.sampled_from(["text", "tag", "move", "delete", "restore", "add", "promise"]),
                    st.integers(0, 7),
                    st.integers(0, 9),
                ),
                max_size=3,
            ),
        ),
        max_size=12,
    )
)
def test_machines_that_take_turns_with_a_remote_end_with_the_same(
    rounds: list[tuple[int, list[Step]]],
) -> None:
    machines = [Machine(name, begun(), off) for name, off in zip("ABC", (0, 60, -60), strict=True)]
    seen = [begun() for _ in machines]
    remote = begun()

    def sync(number: int) -> None:
        nonlocal remote
        remote = merged(seen[number], machines[number].state, remote)
        machines[number].state = copy.deepcopy(remote)
        seen[number] = copy.deepcopy(remote)

    for number, steps in rounds:
        for step in steps:
            machines[number].do(step)
        sync(number)
    for number in (0, 1, 2, 0, 1, 2):
        sync(number)
    assert all(machine.state == remote for machine in machines)
    ids = [id for _, id, _ in standing(remote)]
    assert len(ids) == len(set(ids))


def both(
    change: dict[str, Any], other: dict[str, Any], shelf: str = "contacts", id: str = PEOPLE[0]
) -> State:
    """What two changes of a document make together."""
    one, two = begun(), begun()
    one[shelf][id] |= change
    two[shelf][id] |= other
    state = merged(begun(), one, two)
    assert state == merged(begun(), two, one)
    return state


def test_different_fields_of_one_document_both_stay() -> None:
    person = both({"place": "Accra"}, {"about": "sails"})["contacts"][PEOPLE[0]]
    assert (person["place"], person["about"], person["name"]) == ("Accra", "sails", "Grace Osei")


@pytest.mark.parametrize("earlier", ["2026-11-18T12:59:00+00:00", "2026-11-18T13:30:00+01:00"])
def test_the_same_field_goes_to_the_later_change_and_the_other_to_the_trash(earlier: str) -> None:
    late = "2026-11-18T13:00:00+00:00"
    one = {"about": "sails", "changed": {"about": late}}
    state = both(one, {"about": "rows", "changed": {"about": earlier}})
    assert state["contacts"][PEOPLE[0]]["about"] == "sails"
    [record] = state["trash"].values()
    assert record == {"deleted": NOW, "from": "contacts", "of": PEOPLE[0], "field": "about", "value": "rows"}


def test_fields_that_only_make_sense_together_stay_together() -> None:
    moved = {"date": "2026-11-05", "changed": {"date": "2026-11-18T12:00:00+00:00"}}
    timed = {"at": "2026-11-03T15:00:00+01:00", "changed": {"date": "2026-11-18T13:00:00+00:00"}}
    state = both(moved, timed, "months/2026-11", ENTRIES[1])
    entry = state["months/2026-11"][ENTRIES[1]]
    assert (entry["date"], entry["at"]) == ("2026-11-03", "2026-11-03T15:00:00+01:00")
    [record] = state["trash"].values()
    assert record["value"] == {"date": "2026-11-05"}


def test_an_entry_moved_here_and_edited_there_is_one_entry_with_both() -> None:
    one, two = begun(), begun()
    raw = one["months/2026-10"].pop(ENTRIES[0])
    one["months/2026-11"][ENTRIES[0]] = raw | {"date": "2026-11-01"}
    two["months/2026-10"][ENTRIES[0]]["text"] = "a long lunch"
    state = merged(begun(), one, two)
    assert ENTRIES[0] not in state.get("months/2026-10", {})
    assert state["months/2026-11"][ENTRIES[0]]["text"] == "a long lunch"


def test_a_promise_kept_here_and_one_made_there_are_both_so() -> None:
    made = [{"text": "send the plan"}, {"text": "call back", "by": "them"}]
    kept = [made[0] | {"kept": "2026-11-10"}, made[1]]
    more = [*made, {"text": "lend the saw"}]
    state = both({"promises": kept}, {"promises": more}, "months/2026-11", ENTRIES[1])
    assert state["months/2026-11"][ENTRIES[1]]["promises"] == [*kept, more[2]]


def test_people_taken_out_here_and_added_there() -> None:
    state = both({"people": [PEOPLE[1]]}, {"people": [*PEOPLE, "NEW"]}, "months/2026-11", ENTRIES[1])
    assert state["months/2026-11"][ENTRIES[1]]["people"] == [PEOPLE[1], "NEW"]


def test_what_is_deleted_here_and_changed_there_stays() -> None:
    one, two = begun(), begun()
    gone = one["contacts"].pop(PEOPLE[0])
    one["trash"] = {PEOPLE[0]: {"deleted": NOW, "from": "contacts", "document": gone}}
    assert merged(begun(), one, two) == {**one, "contacts": one["contacts"]}
    two["contacts"][PEOPLE[0]]["place"] = "Accra"
    found = merge_documents(begun(), one, two, NOW)
    assert found.tables["contacts"][PEOPLE[0]]["place"] == "Accra"
    assert "trash" not in found.tables
    assert found.returned == (("contacts", PEOPLE[0]),)


def test_somebody_forgotten_does_not_come_back() -> None:
    one, two = begun(), begun()
    del one["contacts"][PEOPLE[0]]
    one["trash"] = {PEOPLE[0]: {"deleted": NOW, "from": "contacts", "forgotten": True}}
    two["contacts"][PEOPLE[0]]["place"] = "Accra"
    state = merged(begun(), one, two)
    assert PEOPLE[0] not in state["contacts"]
    assert "Grace" not in text_of(state["trash"])


def test_what_names_somebody_merged_elsewhere_names_the_one_they_are() -> None:
    one, two = begun(), begun()
    page = one["contacts"].pop(PEOPLE[0])
    one["trash"] = {PEOPLE[0]: {"deleted": NOW, "from": "contacts", "merged": PEOPLE[1], "document": page}}
    del one["introductions"]
    one["months/2026-10"][ENTRIES[0]]["people"] = [PEOPLE[1]]
    one["months/2026-11"][ENTRIES[1]]["people"] = [PEOPLE[1]]
    two["months/2026-11"]["01KB0000000000000000000009"] = {"date": "2026-11-09", "people": [PEOPLE[0]]}
    state = merged(begun(), one, two)
    assert state["months/2026-11"]["01KB0000000000000000000009"]["people"] == [PEOPLE[1]]


def test_without_a_known_beginning_all_of_both_stands() -> None:
    one: State = {"contacts": {PEOPLE[0]: {"name": "Grace", "tags": ["a", "b"], "place": "Tema"}}}
    two: State = {"contacts": {PEOPLE[0]: {"name": "Grace", "tags": ["b", "c"], "about": "paints"}}}
    person = merged({}, one, two)["contacts"][PEOPLE[0]]
    assert sorted(person["tags"]) == ["a", "b", "c"]
    assert (person["place"], person["about"]) == ("Tema", "paints")
    assert merged({}, one, two) == merged({}, two, one)


_NAMES: tuple[str, ...] = (
    "date",
    "at",
    "met",
    "reflection",
    "private",
    "place",
    "changed",
    "promises",
    "text",
    "people",
    "deleted",
)
_NAMES += ("from", "document", "of", "field", "value", "merged", "forgotten", "created")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(2, 3) | st.sampled_from(["", "a", "2026-11-03", PEOPLE[0]]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=3),
    max_leaves=6,
)
_OBJECTS = st.dictionaries(st.sampled_from(_NAMES), _JSON, max_size=5) | _JSON
_STATES = st.dictionaries(
    st.sampled_from(["contacts", "months/2026-10", "months/2026-11", "goals", "trash"]),
    st.dictionaries(st.sampled_from([*PEOPLE, "x"]), _OBJECTS, max_size=2),
    max_size=4,
)


@settings(max_examples=30)
@given(base=_STATES, one=_STATES, other=_STATES)
@example(
    base={},
    one={
        "contacts": {},
        "trash": {PEOPLE[1]: {"document": []}},
        "months/2026-11": {PEOPLE[0]: {}, PEOPLE[1]: {}},
    },
    other={
        "contacts": {PEOPLE[1]: []},
        "trash": {PEOPLE[1]: {}},
        "months/2026-10": {PEOPLE[0]: {}, PEOPLE[1]: {}},
    },
)
def test_whatever_stands_in_the_files_both_sides_come_to_the_same(base: Any, one: Any, other: Any) -> None:
    before = copy.deepcopy((base, one, other))
    state = merged(base, one, other)
    assert text_in_order(state) == text_in_order(merged(base, other, one))
    assert (base, one, other) == before
    ids = [id for _, id, _ in standing(state)]
    assert len(ids) == len(set(ids))
