"""A user's words within a Markdown page: kept as Markdown, and never breaking what stands around them.

What a line may begin with follows CommonMark 0.31: headings, fences, HTML and link definitions are blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netjournal.exchange.decoding import without_controls

_OUTLINE = 2
"""Levels of headings that belong to the page: its month and its days."""

_MARKS = r"(?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))*+[ \t]*"
_HEADING = re.compile(rf"({_MARKS})(#{{1,6}})(?=[ \t]|$)")
_NEAR_HEADING = re.compile(rf"({_MARKS})(?=#)")
_UNDERLINE = re.compile(r"([ \t>]*)(?=(?:=+|-+)[ \t]*$)")
_UNDER_TITLE = re.compile(r" {0,3}(?:(=)=+|--+)[ \t]*$")
_CLOSING = re.compile(r"(?<!\S)#+$")
_MOST_INDENT = 3
_INDENTS = tuple(" " * width for width in range(_MOST_INDENT + 1))
_FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
_LIST = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|$))")
_AUTOLINK = r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>"
_HTML = r"(?P<html><(?=[A-Za-z/!?]))"
_CODE = r"(?<!`)(?P<ticks>`{1,3})(?!`).*?(?<!`)(?P=ticks)(?!`)"
_INLINE = re.compile(rf"\\.|{_CODE}|{_AUTOLINK}|{_HTML}")
_OUTSIDE_CODE = re.compile(rf"\\.|{_AUTOLINK}|{_HTML}")
_END_OF_LABEL = re.compile(rf"{_CODE}|\\.|(?P<label>\]):")
_SIGNS = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_BEGINNING = re.compile(r"([0-9]{0,9})(?=[#+\-=.)])")


class _Line(NamedTuple):
    """A line of a text, whether it is code or a fence, kept as it is, and whether a list began before it.

    `is_shown` is a fence that is shown as it was typed: within a list one cannot tell what it would hold.
    """

    text: str
    is_code: bool = False
    is_shown: bool = False
    in_list: bool = False


def block(text: str) -> str:
    """Text of any number of lines: its headings below those of the page, its fences closed, no HTML in it.

    The highest of its headings comes right below the page's own, the others as far below it as they were;
    underlined ones are written with ``#``. Link definitions, which would hold for the whole page, are shown
    as they were typed.
    """
    plain = without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    inline = _INLINE if all(map(_has_whole_code, plain)) else _OUTSIDE_CODE
    lines, open_fence = _read(plain)
    lines = _with_signs(lines)
    levels = [len(found[2]) for line in lines if not line.is_code and (found := _HEADING.match(line.text))]
    deeper = max(0, _OUTLINE + 1 - min(levels, default=1))
    written: list[str] = []
    for line in lines:
        before = written[-1] if written else ""
        written.append(line.text if line.is_code else _line(line, before, inline, deeper))
    if open_fence:
        written.append(open_fence)
    return "\n".join(written).strip("\n").rstrip()


def _read(lines: Iterable[str]) -> tuple[list[_Line], str]:
    """The lines with what they are, and the fence that is still open at the end."""
    read: list[_Line] = []
    fence, in_list = "", False
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            if found and found[2].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            read.append(_Line(line, is_code=True))
        elif found and not (found[1] and in_list):
            fence = found[2]
            read.append(_Line(line, is_code=True))
        else:
            in_list = in_list or _LIST.match(line) is not None
            read.append(_Line(line, is_shown=found is not None, in_list=in_list))
    return read, fence


def _with_signs(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with ``# Title`` for a title of one line that is underlined, where it surely is one."""
    found: list[_Line] = []
    for number, line in enumerate(lines):
        title = found[-1] if found else None
        under = None if line.is_code else _UNDER_TITLE.match(line.text)
        above = found[-2] if len(found) > 1 else None
        if under and title and title is lines[number - 1] and _is_title(title, above):
            sign = "#" if under[1] == "=" else "##"
            words = _CLOSING.sub(r"\\\g<0>", title.text.strip())
            found[-1] = title._replace(text=f"{sign} {words}")
        else:
            found.append(line)
    return found


def _is_title(line: _Line, above: _Line | None) -> bool:
    """Whether a line is a paragraph of its own, in no list and no quote, with the one `above` it."""
    is_first = above is None or above.is_code or not above.text.strip() or _is_heading(above.text)
    if line.is_code or line.is_shown or not is_first or _LIST.match(line.text) or _HEADING.match(line.text):
        return False
    indent = len(line.text) - len(line.text.lstrip(" "))
    is_plain = re.search(r"\w", line.text) is not None and not line.text[indent : indent + 1].isspace()
    return is_plain and indent <= (0 if line.in_list else _MOST_INDENT)


def inline(text: str) -> str:
    """Text on one line, with its emphasis and links, but without HTML."""
    return _without_html(" ".join(without_controls(text.replace("\r", "\n")).split()))


def literal(text: str) -> str:
    """Text on one line that stands there letter by letter: a name, a place, a question."""
    line = " ".join(without_controls(text.replace("\r", "\n")).split())
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", line)


def at_line_start(line: str) -> str:
    """A line of text made so that it begins no heading, list or rule."""
    return _BEGINNING.sub(r"\1\\", line, count=1) if _BEGINNING.match(line) else line


def bullet_beside(text: str) -> str:
    """A bullet for a list below `text` that does not go on with a list in it."""
    used = {line.lstrip(" \t>")[:1] for line in text.split("\n")}
    return next((sign for sign in "-*+" if sign not in used), "-")


def _line(read: _Line, before: str, inline: re.Pattern[str], deeper: int) -> str:
    line = read.text
    if "]:" in line and not read.is_shown:  # the label of a definition may have begun in a line before
        line = _END_OF_LABEL.sub(lambda found: "]\\:" if found["label"] else found[0], line)
    if read.is_shown:
        return re.sub(r"(?=[`~])", r"\\", line, count=1)
    if found := _HEADING.match(line):
        level = min(6, len(found[2]) + deeper)
        return f"{found[1]}{'#' * level}{_without_html(line[found.end() :], inline)}"
    if found := _NEAR_HEADING.match(line):
        return f"{found[1]}\\{_without_html(line[found.end() :], inline)}"
    if before.strip(" \t>") and not _is_heading(before) and (found := _UNDERLINE.match(line)):
        return f"{found[1]}\\{line[found.end() :]}"
    return _without_html(line, inline)


def _is_heading(line: str) -> bool:
    """Whether a line is a heading, and so no paragraph that the next line would underline."""
    found = _HEADING.match(line)
    return found is not None and found[1] in _INDENTS


def _has_whole_code(line: str) -> bool:
    """Whether all code that begins in a line ends in it, so that one can tell where it stands."""
    return "`" not in line or _FENCE.match(line) is not None or "`" not in _INLINE.sub("", line)


def _without_html(line: str, inline: re.Pattern[str] = _INLINE) -> str:
    return inline.sub(lambda found: "\\<" if found["html"] else found[0], line) if "<" in line else line
