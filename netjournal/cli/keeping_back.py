"""What stays with oneself when something leaves the journal: private answers, with what they promise."""

from __future__ import annotations

from typing import Any

import msgspec

from netjournal.model import Interaction, Promise, Raw


def without_answer(entry: Interaction) -> Interaction:
    """The entry without the words, the promises and the rating of a private answer; its question stays."""
    asked = entry.reflection
    if asked is None or not asked.private:
        return entry
    unsaid = msgspec.structs.replace(asked, answer="", rating=None)
    return msgspec.structs.replace(entry, reflection=unsaid, promises=told_promises(entry))


def told_promises(entry: Interaction) -> tuple[Promise, ...]:
    """The promises of an entry that were not made in a private answer."""
    asked = entry.reflection
    if asked is None or not asked.private:
        return entry.promises
    return tuple(promise for promise in entry.promises if promise.text not in asked.answer)


def without_private_promises(raw: Raw) -> Raw:
    """The document of an entry with a private answer without what was promised in it."""
    asked, promises = raw.get("reflection"), raw.get("promises")
    answer = asked.get("answer") if isinstance(asked, dict) else None
    if not isinstance(answer, str) or not isinstance(promises, list):
        return raw
    told = [one for one in promises if not (isinstance(one, dict) and str(one.get("text")) in answer)]
    return {key: told if key == "promises" else value for key, value in raw.items()}


def without_private(raw: Any) -> tuple[Any, int]:
    """A document, and any within it, without private questions and answers, and how many were left out."""
    if isinstance(raw, list):
        parts = [without_private(part) for part in raw]
        return [part for part, _ in parts], sum(count for _, count in parts)
    if not isinstance(raw, dict):
        return raw, 0
    asked = raw.get("reflection")
    is_private = isinstance(asked, dict) and bool(asked.get("private"))
    told = without_private_promises(raw) if is_private else raw
    found = {
        key: without_private(value) for key, value in told.items() if not (is_private and key == "reflection")
    }
    return {key: value for key, (value, _) in found.items()}, is_private + sum(
        count for _, count in found.values()
    )
