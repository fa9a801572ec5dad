"""The twelve themes of the questions, in words."""

from __future__ import annotations

from collections.abc import Mapping

from netjournal.model import Dimension

DIMENSION_NAMES: Mapping[Dimension, str] = {
    "friend": "Friend, not contact",
    "presence": "Being there",
    "curiosity": "Curiosity",
    "learning": "What I learned",
    "openness": "Fresh eyes",
    "giving": "Giving",
    "receiving": "Receiving",
    "trust": "Trust and rhythm",
    "bridging": "Doors",
    "destination": "The road",
    "energy": "Energy and courage",
    "voice": "Being known",
}
"""What the themes are called on screen (reflection.md §2.1)."""


def say_theme(dimension: Dimension) -> str:
    """``The road (destination)``: what a theme is called, with its key where the name does not hold it."""
    name = DIMENSION_NAMES[dimension]
    return name if dimension in name.casefold() else f"{name} ({dimension})"
