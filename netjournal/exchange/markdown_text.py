"""A user's words within a Markdown page: kept as Markdown, and never breaking what stands around them.

What a line may begin with follows CommonMark 0.31: headings, fences, HTML and link definitions are blocks.
"""

from __future__ import annotations

import re

from netjournal.exchange.decoding import without_controls

_OUTLINE = 2
"""Levels of headings that belong to the page: its month and its days."""

_MARKS = r"(?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))*+[ \t]*"
_HEADING = re.compile(rf"({_MARKS})(#{{1,6}})(?=[ \t]|$)")
_NEAR_HEADING = re.compile(rf"({_MARKS})(?=#)")
_UNDERLINE = re.compile(r"([ \t>]*)(?=(?:=+|-+)[ \t]*$)")
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


def block(text: str) -> str:
    """Text of any number of lines: its headings below those of the page, its fences closed, no HTML in it.

    Link definitions, which would hold for the whole page, are shown as they were typed.
    """
    lines = without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    inline = _INLINE if all(map(_has_whole_code, lines)) else _OUTSIDE_CODE
    written: list[str] = []
    fence, in_list = "", False
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            if found and found[2].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            written.append(line)
            continue
        if found and not (found[1] and in_list):
            fence = found[2]
            written.append(line)
            continue
        in_list = in_list or _LIST.match(line) is not None
        written.append(_line(line, written[-1] if written else "", inline, is_fence=found is not None))
    if fence:
        written.append(fence)
    return "\n".join(written).strip("\n").rstrip()


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


def _line(line: str, before: str, inline: re.Pattern[str], *, is_fence: bool) -> str:
    if "]:" in line and not is_fence:  # the label of a definition may have begun in a line before
        line = _END_OF_LABEL.sub(lambda found: "]\\:" if found["label"] else found[0], line)
    if is_fence:
        return re.sub(r"(?=[`~])", r"\\", line, count=1)
    if found := _HEADING.match(line):
        level = min(6, len(found[2]) + _OUTLINE)
        return f"{found[1]}{'#' * level}{_without_html(line[found.end() :], inline)}"
    if found := _NEAR_HEADING.match(line):
        return f"{found[1]}\\{_without_html(line[found.end() :], inline)}"
    if before.strip(" \t>") and (found := _UNDERLINE.match(line)):
        return f"{found[1]}\\{line[found.end() :]}"
    return _without_html(line, inline)


def _has_whole_code(line: str) -> bool:
    """Whether all code that begins in a line ends in it, so that one can tell where it stands."""
    return "`" not in line or _FENCE.match(line) is not None or "`" not in _INLINE.sub("", line)


def _without_html(line: str, inline: re.Pattern[str] = _INLINE) -> str:
    return inline.sub(lambda found: "\\<" if found["html"] else found[0], line) if "<" in line else line
