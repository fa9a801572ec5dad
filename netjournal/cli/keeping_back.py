"""What stays with oneself when something leaves the journal: answers that are private (issue 4 §5)."""

from __future__ import annotations

from typing import Any

import msgspec

from netjournal.model import Interaction


def without_answer(entry: Interaction) -> Interaction:
    """The entry without the words and the rating of a private answer; its question stays."""
    asked = entry.reflection
    if asked is None or not asked.private:
        return entry
    return msgspec.structs.replace(entry, reflection=msgspec.structs.replace(asked, answer="", rating=None))


def without_private(raw: Any) -> tuple[Any, int]:
    """A document, and any within it, without private questions and answers, and how many were left out."""
    if isinstance(raw, list):
        parts = [without_private(part) for part in raw]
        return [part for part, _ in parts], sum(count for _, count in parts)
    if not isinstance(raw, dict):
        return raw, 0
    asked = raw.get("reflection")
    is_private = isinstance(asked, dict) and bool(asked.get("private"))
    found = {
        key: without_private(value) for key, value in raw.items() if not (is_private and key == "reflection")
    }
    return {key: value for key, (value, _) in found.items()}, is_private + sum(
        count for _, count in found.values()
    )
