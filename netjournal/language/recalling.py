"""Details one wants to remember: a ``!`` before what somebody told (reflection.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from netjournal.model import Contact, Recall

MARK = "!"


def is_marked(detail: str) -> bool:
    """Whether a detail is to come back."""
    return detail.startswith(MARK) and bool(plain(detail))


def plain(detail: str) -> str:
    """The detail without its mark."""
    return detail.removeprefix(MARK).strip()


def with_several(person: Contact, key: str, texts: Iterable[str], today: date) -> Contact:
    """`person` with these texts in the field `key`; marked details that are new begin today,
    those that are gone are let go.
    """
    after = tuple(texts)
    if key != "details":
        return replace(person, **{key: after})
    standing = {one.detail: one for one in person.recalls}
    recalls = tuple(
        standing.get(detail) or Recall(detail=detail, since=today)
        for detail in dict.fromkeys(after)
        if is_marked(detail)
    )
    return replace(person, details=after, recalls=recalls)
