"""Between values and the objects they are kept as: nothing is lost, and two changes are one or a refusal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Contact, Interaction, Met, Promise, changed, from_raw, to_raw
from tests.store.anything import contacts, documents, interactions
from tests.store.journals import entry, person, question

UNKNOWN = {"novel": {"deep": [1, None, "x"]}}
FIELDS = tuple(name for name in Contact.__struct_fields__ if name != "id")


@given(document=documents)
def test_any_document_comes_back_from_json(document: Contact | Interaction) -> None:
    raw = json.loads(json.dumps(to_raw(document)))
    assert from_raw(type(document), document.id, raw, "here") == document
    assert to_raw(from_raw(type(document), document.id, raw, "here")) == raw
    assert "id" not in raw


@given(document=documents)
def test_what_is_empty_is_not_written(document: Contact | Interaction) -> None:
    raw = to_raw(document)
    assert all(value not in ("", None, []) for value in raw.values())
    assert list(raw) == [name for name in document.__struct_fields__ if name in raw]


def _with_unknown(value: Any) -> Any:
    """Every object in `value` with a key that we do not know."""
    if isinstance(value, dict):
        return {key: _with_unknown(item) for key, item in value.items()} | UNKNOWN
    return [_with_unknown(item) for item in value] if isinstance(value, list) else value


def _without_unknown(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_unknown(item) for key, item in value.items() if key not in UNKNOWN}
    return [_without_unknown(item) for item in value] if isinstance(value, list) else value


def _objects(value: Any) -> int:
    """How many objects in `value` have the key that we do not know."""
    if isinstance(value, dict):
        return ("novel" in value) + sum(map(_objects, (value[key] for key in value if key not in UNKNOWN)))
    return sum(map(_objects, value)) if isinstance(value, list) else 0


@given(before=interactions, after=interactions)
def test_a_change_keeps_what_it_does_not_know(before: Interaction, after: Interaction) -> None:
    after = replace(after, id=before.id)
    raw = _with_unknown(to_raw(before))
    result = changed(raw, before, after)
    assert _without_unknown(result) == to_raw(after)
    assert result["novel"] == UNKNOWN["novel"]
    if before.reflection and after.reflection:
        assert result["reflection"]["novel"] == UNKNOWN["novel"]
    if before.promises == after.promises:
        assert result.get("promises") == raw.get("promises")
    elif len(before.promises) == len(after.promises):
        assert _objects(result.get("promises", [])) == len(after.promises)


@given(document=documents)
def test_no_change_leaves_a_document_as_it_was(document: Contact | Interaction) -> None:
    raw = _with_unknown(to_raw(document))
    assert changed(raw, document, document) == raw


@given(
    before=contacts, mine=contacts, theirs=contacts, own=st.sets(st.sampled_from(Contact.__struct_fields__))
)
def test_changes_of_different_fields_meet(
    before: Contact, mine: Contact, theirs: Contact, own: set[str]
) -> None:
    """Each of us changes some fields; whoever comes second keeps what the first did."""
    own -= {"id"}
    others = {*Contact.__struct_fields__} - own - {"id"}
    my_change = replace(before, **{name: getattr(mine, name) for name in own})
    their_change = replace(before, **{name: getattr(theirs, name) for name in others})
    both = replace(their_change, **{name: getattr(mine, name) for name in own})
    raw = to_raw(before)
    assert changed(changed(raw, before, their_change), before, my_change) == to_raw(both)
    assert changed(changed(raw, before, my_change), before, their_change) == to_raw(both)


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("text", "mine", "theirs"),
        ("text", "", "theirs"),
        ("text", "mine", ""),
        ("tags", ("a",), ("a", "b")),
        ("tags", ("a", "b"), ("b", "a")),
        ("mood", 3, 4),
        ("mood", None, 4),
        ("reflection", None, question("answered", answer="yes")),
        ("reflection", question("skipped"), question("answered", answer="yes")),
        ("reflection", question("answered", answer="yes"), question("answered", answer="yes", rating=3)),
        ("promises", (), (Promise(text="one"), Promise(text="two"))),
        ("promises", (Promise(text="one", by="them"),), (Promise(text="one", due=None), Promise(text="x"))),
    ],
)
def test_two_changes_of_the_same_field_are_refused(field: str, mine: Any, theirs: Any) -> None:
    before = entry(text="x", tags=("x",), mood=2, promises=(Promise(text="one"),), reflection=question())
    my_change, their_change = replace(before, **{field: mine}), replace(before, **{field: theirs})
    standing = changed(to_raw(before), before, their_change)
    with pytest.raises(JournalError, match=f"The {field} was changed elsewhere"):
        changed(standing, before, my_change)
    assert changed(standing, before, their_change) == standing


def test_a_value_that_was_written_out_though_it_need_not_be_is_no_change() -> None:
    before = entry(reflection=question())
    raw = to_raw(before) | {"text": "", "tags": [], "mood": None}
    raw["reflection"] |= {"status": "asked", "private": False}
    result = changed(raw, before, replace(before, text="x", reflection=question("answered", private=True)))
    assert result["text"] == "x"
    assert result["reflection"]["status"] == "answered"
    assert result["reflection"]["private"] is True


def test_a_document_that_fits_no_more_is_not_changed() -> None:
    before = entry()
    with pytest.raises(Unavailable, match="mood"):
        changed(to_raw(before) | {"mood": "high"}, before, replace(before, text="x"))


@pytest.mark.parametrize(
    ("kind", "raw", "what"),
    [
        (Contact, None, "not a JSON object"),
        (Contact, {"name": ""}, "name: expected `str` of length >= 1"),
        (Contact, {"name": "A", "birthday": "1999-02-30"}, "birthday: there is no 1999-02-30"),
        (Contact, {"name": "A", "birthday": "someday"}, "birthday: there is no someday"),
        (Contact, {"name": "A", "circle": "outer"}, "circle: invalid enum value 'outer'"),
        (Contact, {"name": "A", "rhythm": 0}, "rhythm: expected `int` >= 1"),
        (Contact, {"name": "A", "met": {"date": "soon"}}, r"met\.date: not a real date"),
        (Contact, {"name": "A", "emails": "a@b"}, "emails: expected `array`, got `str`"),
        (Interaction, {"date": "2026-11-18", "at": "2026-11-19T10:00:00Z"}, "is not the date of the entry"),
        (Interaction, {"date": "2026-11-18", "created": "2026-11-18T10:00:00"}, "created: .*timezone"),
        (Interaction, {"date": "2026-11-18", "promises": [{"text": "x"}, {}]}, r"promises\[1\]: .*`text`"),
        (Interaction, {"date": "2026-11-18", "place": "\udc00"}, "place: half of a surrogate"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_path_of_the_field(
    kind: type[Contact | Interaction], raw: object, what: str
) -> None:
    with pytest.raises(Unavailable, match=f"^months/x.json: ID: .*{what}") as caught:
        from_raw(kind, "ID", raw, "months/x.json")
    assert caught.value.hint


def test_an_id_inside_a_document_is_not_its_id() -> None:
    assert from_raw(Contact, "ID", {"name": "Ada Obi", "id": "other"}, "here").id == "ID"


def test_a_person_may_be_met_anywhere() -> None:
    assert to_raw(person("Ada Obi", met=Met())) == {"name": "Ada Obi", "met": {}}
