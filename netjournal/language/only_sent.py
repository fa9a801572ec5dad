"""Who only sent something while one met others: lunch with Pia, Karim sent a photo (issue 5 §1).

They were not at the lunch; that they sent something stands in the words. Where nobody but those who came and
those who sent something is told of, as in ``Pia brought soup, Karim sent flowers``, all of them count, and
nothing says that one met (`channels`).
"""

from __future__ import annotations

import re

from netjournal.language.channel_cues import SENT, SOMEBODY
from netjournal.language.channels import said_channel
from netjournal.language.told_by import names_within

_AGAIN = r"(?i)\b(?:him|her|them|they|we|us|together)\b"
"""What may be of those who sent it, after all."""

_SIGNS = ("sent ", "posted ", "mailed ", "texted", "messaged", "wrote")


def sent_only(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those who only sent something to who met others."""
    if text.count(SOMEBODY) < 2 or not any(sign in text for sign in _SIGNS):
        return set()
    found = [match for match in re.finditer(SENT, text) if _is_aside(text, match)]
    return names_within(text, [match.span("who") for match in found])


def _is_aside(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    if SOMEBODY not in before or re.search(_AGAIN, text[match.end() :]):
        return False
    return said_channel(before) == said_channel(text) == "in_person"
