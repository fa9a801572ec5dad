"""From the bytes of address books to text."""

from __future__ import annotations

import re

_CHARSET = re.compile(
    r"utf-?8|(?:us-)?ascii|iso-?8859-[0-9]{1,2}|(?:windows-|cp)125[0-8]|koi8-[ru]|shift[-_]jis|gb[k0-9]+|big5"
    r"|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def to_utf8(data: bytes) -> bytes:
    """`data` without a byte order mark; UTF-16, marked or not, becomes UTF-8, all else stays as it is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    head = data[:64]
    if len(head) >= 4 and not data.startswith(b"\xef\xbb\xbf"):
        for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
            if head[first::2].count(0) > len(head) // 4:
                return data.decode(codec, "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def understood(data: bytes, charset: str = "") -> str:
    """Text in UTF-8, else in the `charset` it claims to have, else in cp1252."""
    for codec in ("utf-8", charset):
        if codec and _CHARSET.fullmatch(codec):
            try:
                return data.decode(codec)
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("cp1252", "replace")


def without_controls(text: str) -> str:
    """`text` without C0 and C1 control characters; tabs and line feeds stay (reliability.md §4.11)."""
    return text if text.isascii() and text.isprintable() else _CONTROL.sub("", text)


class Cleaner:
    """Takes control characters out of the texts of one file, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, text: str) -> str:
        """`text` as `without_controls` gives it."""
        clean = without_controls(text)
        self.count += len(text) - len(clean)
        return clean

    @property
    def said(self) -> str:
        """What is to be told of it; empty if there were none."""
        were = "control character was" if self.count == 1 else "control characters were"
        return f"{self.count:,} {were} left out" if self.count else ""


def holds_nul(text: str) -> bool:
    """Whether JSON text has a NUL in it, which no journal can keep."""
    return _NUL.search(text) is not None
