"""A stranger's text made safe to show: what would move the cursor, or would not be seen, becomes a sign."""

from __future__ import annotations

import re

# Default_Ignorable_Code_Point of Unicode 15, but for the joiners and variation selectors that emoji, Japanese
# names, Persian and Indic words are written with; then controls, separators, surrogates, noncharacters.
_HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_PRINTABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Those of them that Python takes for something to be seen."""


def visible(text: str, *, multiline: bool = False) -> str:
    """`text` with every control and invisible character shown: ESC as ␛, U+202E as <U+202E>.

    Multiline, line breaks stay (CR LF as one) and a tab is four spaces. Joiners and variation selectors stay;
    what is returned is returned unchanged the next time. Source: reliability.md C2 and §5.1.
    """
    if text.isprintable() and _PRINTABLE.isdisjoint(text):
        return text
    if multiline:
        lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n")
        return "\n".join(re.sub(_HIDDEN, _sign, line) for line in lines)
    return re.sub(_HIDDEN, _sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
