"""A promise that gives several people something each: bring Malia the blanket, Noe the album.

It is told by their capitals and by the word before each thing; ``bring Malia soup, Noe too`` is one.
"""

from __future__ import annotations

import re

_NAME = r"@?(?![a-zß-öø-ÿ])[^\W\d_][\w’-]*(?: (?![a-zß-öø-ÿ])[^\W\d_][\w’-]*){0,2}"
_THING = (
    r"(?:an?|the|my|our|his|her|their|its|some|two|three|back (?:his|her|their|the))"
    r"(?: (?!(?:and|but|is|are|was|were|has|have|had|will|can|who|that|which|says|said|came|comes)\b)"
    r"[\w’'-]+){1,4}"
)
_EACH = rf"(?:{_NAME} {_THING}|{_THING} (?:to|for|with) {_NAME})"
_PAUSE = r"(?:, (?:and )?| and )"
_ALL = re.compile(rf"(?P<verb>[^\W\d_]+(?: (?:back|over))?) (?P<each>{_EACH}(?:{_PAUSE}{_EACH})+)[.!]*")


def each_their_own(words: str) -> list[str]:
    """The `words` of a promise for each to whom it gives something; the whole of any other."""
    found = _ALL.fullmatch(words) if "," in words or " and " in words else None
    if found is None:
        return [words]
    parts = [match[0] for match in re.finditer(rf"{_EACH}(?={_PAUSE}{_EACH}|\Z)", found["each"])]
    return [f"{found['verb']} {part}" for part in parts]
