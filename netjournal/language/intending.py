"""What one says in plain words that one will do for somebody: I'll send her the recipe."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOES = (
    "send|bring|call|ring|phone|text|write|e-?mail|mail|post|forward|share|ask|tell|lend|give|get|fetch|find"
    "|look (?:up|for|into|after)|introduce|invite|visit|meet|bake|cook|knit|sew|fix|mend|repair|return"
    "|drop off|pick up|check|book|print|copy|record|remind|let|put|help|show|teach|translate|come (?:by|over)"
)
_INTENDED = (
    r"(?i)(?:\A|[.,;:!?\n)]|[–—-]\s|\b(?:and|but|so|then|also)\s)\s*"
    rf"(?P<who>I)(?:['’]ll| wil+| shall)\s+(?P<what>(?:{_DOES})\s[^.,;!?\n<>]+)"
)
_SPEAKS = (
    r"(?i)(?:\b(?:said|says|say|wrote|writes|replied|answered|promised|told (?:me|us)|like)|[:\"“‘])\W*\Z"
)
_UNSURE = r"(?i)\b(?:if|unless|when|maybe|perhaps|whether)\b[^.;!?\n]*\Z"
_TO_OTHERS = r"(?i)\b(?:you|me|not|never)\b"
_GOES_ON = r"(?i)\s+(?:but|because|so|then|which|and (?:he|she|they|we|I))\b"
_LONGEST = 120


def intended(text: str) -> Iterator[str]:
    """The words of each thing that one will do, as ``send her the recipe by friday``.

    Only with a verb of doing something for somebody, at the beginning of a clause, in no words of another
    (``she said, I'll send you the score``) and under no condition.
    """
    for found in re.finditer(_INTENDED, text):
        before = text[: found.start("who")]
        what = re.split(_GOES_ON, found["what"])[0].strip(" :–—-")
        is_of_another = re.search(_SPEAKS, before) or re.search(_TO_OTHERS, what)
        is_sure = not (is_of_another or re.search(_UNSURE, before))
        if is_sure and len(what.split()) > 1 and len(what) <= _LONGEST:
            yield what
