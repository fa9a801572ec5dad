"""What can still be read in a damaged shelf: every whole document, wherever it stands in the file."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from netjournal.model import Raw, is_id

_STARTS = re.compile(r'"(?P<id>[0-9A-HJKMNP-TV-Z]{26})"\s*:\s*(?=\{)')
_BETWEEN = re.compile(
    r'[\s,{}\0]|^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|).*$|"[a-z]+"\s*:\s*\{', re.MULTILINE
)


class Salvaged(NamedTuple):
    """The `documents` that are whole, by id, and the parts of the file that are none.

    `twice` are ids that stand in it several times and say different things: the first is kept.
    """

    documents: dict[str, Raw]
    broken: tuple[str, ...]
    twice: tuple[str, ...]


def salvage(data: bytes) -> Salvaged:
    """Read the documents one by one. Nothing is guessed: what is not whole is left to a person."""
    text = _text(data)
    documents: dict[str, Raw] = {}
    broken: list[str] = []
    twice: list[str] = []
    decoder = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
    starts = list(_STARTS.finditer(text))
    end = 0
    for number, start in enumerate(starts):
        if start.start() < end:
            continue
        _leave(text[end : start.start()], broken)
        try:
            document, end = decoder.raw_decode(text, start.end())
            _refuse_swallowed(document)
        except (ValueError, RecursionError):
            following = starts[number + 1].start() if number + 1 < len(starts) else len(text)
            end = following
            broken.append(text[start.start() : following].strip(" \n,"))
            continue
        if documents.setdefault(start["id"], document) != document:
            twice.append(start["id"])
    _leave(text[end:], broken)
    return Salvaged(documents, tuple(broken), tuple(twice))


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    # Half a surrogate stands for a byte that is no UTF-8: a document with one in it is not whole.
    return data.decode("utf-8-sig", "surrogateescape")


def _leave(text: str, broken: list[str]) -> None:
    """What stands between two documents is part of none, and mostly nothing."""
    if left := _BETWEEN.sub("", text).strip():
        broken.append(left)


def _refuse_swallowed(document: Any) -> None:
    """Raises ValueError where a missing bracket made the next documents part of it, or bytes are wrong."""
    if any(is_id(key) for key in document):
        raise ValueError("another document stands in it")
    if re.search("[\udc80-\udcff]", json.dumps(document, ensure_ascii=False)):
        raise ValueError("some bytes of it are not UTF-8")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands in it twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")
