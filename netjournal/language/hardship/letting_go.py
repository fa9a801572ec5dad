"""What one writes of somebody one leaves in peace: enough now, I let her be (reflection.md §4.1)."""

from __future__ import annotations

import re

_SIGNS = ("let ", "leave", "left ", "gave up", "give up", "giving up", "done with", "enough", "turn", "peace")
_LETS_GO = (
    r"\b(?:let|leave|leaving|letting|left) (?:him|her|them|it) (?:be|go(?! [a-z])|alone|in peace)\b"
    r"|\b(?:gave|give|giving) up on (?:him|her|them)\b"
    r"|\b(?:i['’]?m|i am|am) done (?:with (?:him|her|them)|trying|writing|waiting|running after)\b"
    r"|\benough (?:now|is enough)\b"
    r"|\b(?:it['’]?s|it is|now it['’]?s) (?:his|her|their) turn\b"
)


def lets_go(text: str) -> bool:
    """Whether `text` says that one leaves somebody in peace, at least for now."""
    small = text[:2000].lower()
    return any(map(small.__contains__, _SIGNS)) and re.search(_LETS_GO, small) is not None
