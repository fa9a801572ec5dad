"""What somebody is quoted as saying tells of no channel: 'invoice comes by mail' (issue 2 §3).

| in the line                                | read                              |
|--------------------------------------------|-----------------------------------|
| he nodded, 'invoice comes by mail'         | he nodded                         |
| she wrote: "thx for the call, crazy weeks" | she wrote                         |
| the boys' lunch; at "Mensa"; "lunch alone" | all of it: no speech, or no other |
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SOMEBODY

_MARKS = ("'", "‘", '"', "“", "„")
_SPEECH = (
    rf"(?<=[\s(,:;–—])(?:'(?P<single>[^'\n{SOMEBODY}]*+(?:'(?=\w)[^'\n{SOMEBODY}]*+){{0,4}})'(?!\w)"
    rf"|‘(?P<curly>[^‘\n{SOMEBODY}]{{0,400}}?)’(?!\w)|[\"“„](?P<double>[^\"“”„\n{SOMEBODY}]*+)[\"“”])"
)


def without_quoted(text: str) -> str:
    """`text` without what is quoted in it in several words, and names nobody."""
    if not any(mark in text for mark in _MARKS):
        return text
    return re.sub(_SPEECH, _marks_alone, text)


def _marks_alone(found: re.Match[str]) -> str:
    return f"{found[0][0]}…{found[0][-1]}" if " " in found[0] else found[0]
