"""The signs in one line of a journal: words, @names, #tags, key:values, and what is none of these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["word", "named", "plain", "tag", "key", "opaque", "sign"]

KEYS = ("via", "at", "gave", "got", "promised", "promise", "mood", "energy", "tag", "by")
BY_ME = ("me", "i")
BY_THEM = ("them", "they", "her", "she", "him", "he")
"""Who reached out, as the value of ``by:``."""

# Marks that belong to the letter before them (Unicode Mn and Mc, but for the variation selectors), and the
# joiners of Persian and Indic words: `\w` knows none, and would cut José apart where é is two characters.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0898-\u08e1"
    "\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83"
    "\u0cbc-\u0d4d\u0d57-\u0d63\u0d81-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39"
    "\u0f3e-\u0f84\u0f86-\u0fbc\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u17dd"
    "\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1abd\u1abf-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3"
    "\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1dff\u200c\u200d\u20d0-\u20dc\u20e1\u20e5-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff"
    "\u302a-\u302f\u3099-\u309a\ua66f\ua674-\ua67d\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1"
    "\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea"
    "\uabec-\uabed\ufb1e\ufe20-\ufe2f\U000101fd-\U0001037a\U00010a01-\U00011fff\U0001e000-\U0001e94a"
)
LETTER = rf"[\w{_MARKS}]"
QUOTES = '"“”„'
BEFORE = r"\s(\[{<«„“”\"'‘¿¡,;…—–（「『【《"
"""What may stand before a sign for it to begin a word of its own, as within a character class."""

_APOSTROPHES = "'’ʼ"
_ENDINGS = ("s", "d", "ll", "ve", "re", "m")
_TRAILING = ".,;:!?)]}>»…"
_LONGEST_NAME = 120


_QUOTED = rf"[{QUOTES}](?:\\.|[^{QUOTES}\n])*+"
_SINGLE = r"'(?P<single> [^'\n]++ (?:'(?=\w)[^'\n]++){0,4}+ )'(?!\w)"
"""As in a line between double quotes, which a shell takes away: gave:'an old plane'."""

_CLOSE = rf"(?:[{QUOTES}]|(?=\n)|\Z)"
_SIGN = rf"""
    (?<![^\s(\[{{,;—–]) (?P<key> {"|".join(KEYS)} ) :
        (?: (?P<several> {_QUOTED} ) {_CLOSE} | {_SINGLE} | (?P<one> [^\s{QUOTES}]\S*+ ) )
  | (?P<code> ```(?:(?!```)[\s\S])*+(?:```)? | `[^`\n]++` )
  | (?P<web> (?<![\w.+-]) (?: [a-z][a-z0-9+.-]*+:// | www\. | mailto: ) \S*+ )
  | (?P<mail> (?<![\w.+%-]) [\w.+%-]++ @ [\w.-]*+ )
  | (?P<site> (?<![\w@.-]) (?:[\w-]++\.)+ (?-i:[a-z]{{2,}}+) (?!\w) (?:[/?]\S*+)? )
  | (?P<named> (?<![^{BEFORE}/&+]) @ {_QUOTED} ) {_CLOSE}
  | (?P<sign> (?<![^{BEFORE}/&+]) @ (?=[^\W_]) (?!\w++[=(]) )
  | (?P<tag> (?<![^{BEFORE}]) \# LETTER (?:[-:]?LETTER)*+ )
  | (?P<plain> (?<![^{BEFORE}/&+]) \\ (?: @ {_QUOTED} {_CLOSE} | [@\#]?(?=[^\W_]) ) )
  | (?P<word> WORD )
"""
_WORD = "[^\\W_]LETTER*+ (?:['’ʼ]LETTER++)*+"


@cache
def _signs(ascii: bool) -> re.Pattern[str]:
    """What `scan` looks for; a plain line need not pay for the marks of every script (4 ms)."""
    letter = r"\w" if ascii else LETTER
    pattern = _SIGN.replace("WORD", _WORD).replace("LETTER", letter)
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


class Token(NamedTuple):
    """A sign or word from `start` to `end` (offsets of characters).

    `value` is what it says: the word, the name in the quotes, the tag without ``#``, the value of a key.
    `key` is that of a ``key:value``, in lower case, and ``@`` for what an unquoted one names. A ``plain`` one
    is a backslash and what it keeps plain; an ``opaque`` one code between backticks, an address of the web or
    of mail, or a word with an underscore in it; a ``sign`` waits for its word within `scan`.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    key: str = ""


def readable(text: str, most: int = 50_000) -> str:
    """As much of `text` as is looked through for names and signs: `most` letters, or up to a space before."""
    if len(text) <= most:
        return text
    space = text.rfind(" ", most // 2, most)
    return text[: space if space > 0 else most]


def scan(text: str) -> Iterator[Token]:
    """The signs and words of `text` in order, in time linear in its length. Source: issue 2 §3.

    What only looks like a sign (``at: ``, ``@""``, ``#1``, ``@click=x``, ``http://``) is left out or
    ``opaque``. An unclosed quote reaches to the end of its line.
    """
    sign: Token | None = None
    for match in _signs(text.isascii()).finditer(text):
        token = _token(match)
        if sign and token and token.start == sign.end:
            token = _with_sign(sign, token, text)
        sign = token if token and token.kind == "sign" else None
        if token and not sign:
            yield token


def _with_sign(sign: Token, token: Token, text: str) -> Token:
    """`token` with the ``@`` or backslash right before it."""
    if sign.value != "@":
        return Token("plain", sign.start, token.end, text[sign.start + 1 : token.end])
    if token.kind == "opaque" and token.value:
        return Token("named", sign.start, token.end, token.value, "@")
    return token._replace(key="@") if token.kind == "word" else token


def _token(match: re.Match[str]) -> Token | None:
    start, end = match.span()
    kind = match.lastgroup
    if kind in ("several", "single", "one"):
        return _key_value(match)
    written = match[0]
    if kind == "word":
        return _word(written, start)
    if kind == "named":
        name = " ".join(unquoted(match["named"][1:]).split())
        is_name = len(name) <= _LONGEST_NAME and any(letter.isalnum() for letter in name)
        return Token("named", start, end, name) if is_name else None
    if kind == "tag":
        is_tag = any(letter.isalpha() for letter in written)
        return Token("tag", start, end, written[1:]) if is_tag else Token("opaque", start, end)
    if kind == "sign" or (kind == "plain" and written[-1] in "\\@#"):
        return Token("sign", start, end, written)
    if kind == "plain":
        return Token("plain", start, end, written[1:])
    return Token("opaque", start, end)


def _word(written: str, start: int) -> Token:
    """A word without its possessive: Grace's is Grace."""
    cut = max(map(written.rfind, _APOSTROPHES))
    if cut > 0 and written[cut + 1 :].lower() in _ENDINGS:
        written = written[:cut]
    written = written.rstrip("_")
    return Token("opaque" if "_" in written else "word", start, start + len(written), written)


def glues(text: str, at: int) -> bool:
    """Whether a hyphen at `at` makes one word of what stands around it: Jean-Luc."""
    if not 0 < at < len(text) - 1 or text[at] not in "-‐‑":
        return False
    return text[at + 1].isalnum() and unicodedata.category(text[at - 1])[0] in "LMN"


def _key_value(match: re.Match[str]) -> Token | None:
    """A ``key:value``; None for one without a value, or a ``by:`` somebody else, as these are just words."""
    key = match["key"].lower()
    if match["several"] is not None or match["single"] is not None:
        value = " ".join((match["single"] or unquoted(match["several"])).split())
        end = match.end()
    else:
        value = match["one"].rstrip(_TRAILING)
        end = match.start("one") + len(value)
    is_told = value and (key != "by" or value.casefold() in (*BY_ME, *BY_THEM))
    return Token("key", match.start(), end, value, key) if is_told else None


def unquoted(quoted: str) -> str:
    """What follows the opening quote of `quoted`, with the backslash before an escaped quote taken away."""
    return re.sub(rf"\\([\\{QUOTES}])", r"\1", quoted[1:])


def quoted(text: str) -> str:
    """`text` in straight quotes, so that `scan` reads it back (white space in it becomes single spaces)."""
    return '"' + re.sub(rf"([\\{QUOTES}])", r"\\\1", " ".join(text.split())) + '"'
