"""Small goals to begin with. Each counts what one does oneself, never what others do (reflection.md §3.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netjournal.model import Unit, When


class Preset(NamedTuple):
    """A small goal without its days: its words for one and for many, how many, and what counts: a filter
    `fits`, and what is true `when`."""

    one: str
    many: str
    target: int
    unit: Unit
    fits: str = ""
    when: tuple[When, ...] = ()

    def text(self, target: int) -> str:
        """``3 good conversations``."""
        return f"{target} {self.one if target == 1 else self.many}"


PRESETS: Mapping[str, Preset] = {
    "new-people": Preset(
        "new person I would gladly meet again",
        "new people I would gladly meet again",
        3,
        "person",
        when=("first", "gladly"),
    ),
    "hellos": Preset(
        "hello to somebody new", "hellos to new people", 3, "person", "-by:them", when=("first",)
    ),
    "good-talks": Preset("good conversation", "good conversations", 3, "interaction", when=("went_well",)),
    "face-to-face": Preset(
        "person seen face to face", "people seen face to face", 5, "person", "via:in_person or via:event"
    ),
    "old-friends": Preset(
        "note to an old friend",
        "notes to old friends",
        3,
        "person",
        "(via:message or via:email) -by:them",
        when=("after_a_year",),
    ),
    "kindnesses": Preset(
        "five-minute kindness", "five-minute kindnesses", 5, "interaction", when=("gave_help",)
    ),
    "introductions": Preset(
        "introduction, both asked first", "introductions, both asked first", 1, "introduction"
    ),
    "other-fields": Preset(
        "person from another field", "people from another field", 3, "person", when=("another_field",)
    ),
    "thank-yous": Preset(
        "thank-you",
        "thank-yous",
        5,
        "interaction",
        '(thanked or thanks or thx or "thank you" or #thanks) -by:them',
    ),
    "talks-given": Preset("talk given", "talks given", 1, "interaction", "#talk"),
}
