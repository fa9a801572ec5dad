"""One's own words of an answer, as they come back."""

from __future__ import annotations

import re

from netjournal.model import Interaction


def own_words(entry: Interaction) -> str:
    """The answer of an entry without what it promised too, which has a line of its own wherever it counts:
    ``she laughed; bring her rosemary by saturday`` is ``she laughed``. A promise alone stays.
    """
    words = entry.reflection.answer if entry.reflection is not None else ""
    for promise in entry.promises:
        if promise.text and promise.text in words:
            promised = rf"(?:;|(?<=[,.!?])) {re.escape(promise.text)}[^;]*"
            words = re.sub(promised, "", words).rstrip(" ;,:–—-") or words
    return words


def is_promise_alone(entry: Interaction) -> bool:
    """Whether an answer says nothing but what it promises."""
    rest = entry.reflection.answer if entry.reflection is not None else ""
    if not rest or not entry.promises:
        return False
    for promise in entry.promises:
        rest = re.sub(rf"(?:^|; ){re.escape(promise.text)}[^;]*", ";", rest) if promise.text else rest
    return not rest.strip(" ;")
