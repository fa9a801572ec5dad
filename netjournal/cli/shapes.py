"""The JSON documents that --json prints (issue 2 §6): absent values null, lists empty, dates ISO."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from netjournal.language.filters.terms import SaidKey
from netjournal.model import Contact, Interaction, Reflection

if TYPE_CHECKING:
    from netjournal.language.filters.meaning import Filter
    from netjournal.practice.suggesting import Hello
    from netjournal.store.own import Noticed

Shape = dict[str, Any]

_LOGGED = (
    *("id", "date", "at", "part", "people", "channel", "text", "tags", "place", "gave", "got"),
    *("promises", "mood", "energy"),
)


def logged_shape(
    entry: Interaction, names: Mapping[str, str], new: Mapping[str, str], why: str | None
) -> Shape:
    """An entry as it was just logged: who is `new` (names by id), and the question with the sentence `why`.

    Who was written down and was not there stands in ``absent``.
    """
    whole = entry_shape(entry, names)
    shape = {key: whole[key] for key in _LOGGED}
    shape["people"] = [person | {"new": person["id"] in new} for person in shape["people"]]
    shape["absent"] = [{"id": id, "name": new[id]} for id in new if id not in entry.people]
    asked = entry.reflection
    shape["prompt"] = asked and {
        "id": asked.prompt,
        "dimension": asked.dimension,
        "text": asked.question,
        "why": why,
    }
    return shape


def entry_shape(entry: Interaction, names: Mapping[str, str]) -> Shape:
    """An entry with the names of its people."""
    shape = filled(entry)
    shape["people"] = [{"id": id, "name": names[id]} for id in entry.people]
    shape["promises"] = [filled(promise) for promise in entry.promises]
    shape["reflection"] = entry.reflection and filled(entry.reflection)
    return shape


def found_shape(entry: Interaction, names: Mapping[str, str], filter: Filter) -> Shape:
    """An entry with where the words stand in it: ``{"text": [[0, 5]], "gave.0": …}``, in characters."""
    shape = entry_shape(entry, names)
    texts: list[tuple[str, str, SaidKey | None]] = [("text", entry.text, None), ("place", entry.place, "at")]
    texts += [(f"gave.{number}", text, "gave") for number, text in enumerate(entry.gave)]
    texts += [(f"got.{number}", text, "got") for number, text in enumerate(entry.got)]
    for number, promise in enumerate(entry.promises):
        key: SaidKey = "promise" if promise.by == "me" else "promised"
        texts.append((f"promises.{number}.text", promise.text, key))
    asked = entry.reflection
    if asked is not None and asked.status != "skipped":
        texts.append(("reflection.question", asked.question, "reflection"))
        texts.append(("reflection.answer", asked.answer, "reflection"))
    found = [(where, filter.ranges(text, key)) for where, text, key in texts]
    found += [(f"tags.{number}", filter.ranges_in_tag(tag)) for number, tag in enumerate(entry.tags)]
    found += [
        (f"people.{number}.name", filter.ranges_in_name(names[id])) for number, id in enumerate(entry.people)
    ]
    return shape | {"matches": _matches(found)}


def found_person_shape(person: Contact, filter: Filter) -> Shape:
    """Somebody found: `why`, and where the words stand in the name and in it."""
    from netjournal.language.filters.persons import ranges_in_fact, why  # nothing that logs needs it

    label, text = why(filter, person)
    before = len(label) + 1 if label else 0
    places = [(start + before, end + before) for start, end in ranges_in_fact(filter, text)]
    return {
        "id": person.id,
        "name": person.name,
        "why": f"{label} {text}".strip() or "name",
        "matches": _matches([("name", filter.ranges_in_name(person.name)), ("why", places)]),
    }


def _matches(found: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> Shape:
    return {where: list(map(list, places)) for where, places in found if places}


def person_shape(person: Contact) -> Shape:
    """Everything known about a person."""
    shape = filled(person)
    shape["met"] = person.met and filled(person.met)
    return shape


def reflection_shape(entry: Interaction, names: Mapping[str, str], earlier: Interaction | None) -> Shape:
    """An entry's question and answer, None if it has none, with the newest earlier answer in the theme."""
    return {
        "id": entry.id,
        "date": entry.date.isoformat(),
        "people": [{"id": id, "name": names[id]} for id in entry.people],
        "reflection": entry.reflection and filled(entry.reflection),
        "earlier": earlier and _answer_shape(earlier, names),
    }


def hello_shape(hello: Hello) -> Shape:
    """Somebody to say hello to, and why."""
    return {
        "id": hello.person.id,
        "name": hello.person.name,
        "state": hello.state,
        "due": hello.due and hello.due.isoformat(),
        "reason": hello.reason,
        "rhythm": hello.rhythm or None,
        "last": hello.last or None,
        "note": hello.note or None,
    }


def slip_shape(slip: Noticed) -> Shape:
    """Something in a file of the user's own hand that does not hold."""
    return {
        "file": str(slip.path),
        "line": slip.line or None,
        "message": slip.message,
        "hint": slip.hint or None,
    }


def _answer_shape(entry: Interaction, names: Mapping[str, str]) -> Shape:
    reflection: Reflection | None = entry.reflection
    assert reflection is not None
    return {
        "id": entry.id,
        "date": entry.date.isoformat(),
        "people": [{"id": id, "name": names[id]} for id in entry.people],
        "answer": reflection.answer or None,
        "rating": reflection.rating,
    }


def filled(value: msgspec.Struct) -> Shape:
    """Every field of `value`, empty or not; an empty text is null but for the text of an entry."""
    shape: Shape = {}
    for name in value.__struct_fields__:
        plain = msgspec.to_builtins(getattr(value, name))
        shape[name] = None if plain == "" and name != "text" else plain
    return shape
