"""The words a shell hands over, as the one line they were typed as."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netjournal.language.names.everyday import PARTICLES
from netjournal.language.tokens import KEYS, QUOTES, quoted

_KEYED = rf"(?is)((?:{'|'.join(KEYS)}):)([^\s{QUOTES}].*)"
_FURTHER = rf"(?i)\s(?:{'|'.join(KEYS)}):\S"


def join_arguments(words: Sequence[str]) -> str:
    """The arguments of ``log`` as one line; the only one is the line itself (issue 2 §3).

    A shell takes the quotes away: where there are several arguments, ``at:Café Lula`` and ``@Grace Hopper``
    count as quoted. One with another key in it does not, nor one that goes on after the name.
    """
    if len(words) == 1:
        return words[0]
    return " ".join(_requoted(word) for word in words if word)


def _requoted(word: str) -> str:
    if len(word.split()) < 2:
        return word
    if (match := re.fullmatch(_KEYED, word)) and not re.search(_FURTHER, match[2]):
        return match[1] + quoted(match[2])
    return f"@{quoted(word[1:])}" if word[0] == "@" and _is_name(word[1:]) else word


def _is_name(text: str) -> bool:
    parts = text.split()
    if any(sign in text for sign in f"{QUOTES}@#:,;!?"):
        return False
    return all(part in PARTICLES or part in ("e", "y") or not part[0].islower() for part in parts)
