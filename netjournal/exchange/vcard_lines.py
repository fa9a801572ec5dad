"""The lines of a vCard: unfolded, decoded, taken apart and written again (RFC 2426, RFC 6350, vCard 2.1)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from netjournal.exchange.decoding import understood, without_controls

_LINE = re.compile(
    r'\s*(?:([\w-]+)\.)?([A-Za-z][^\s:;."]*)((?:;(?:[^":;]++|"[^"]*+")*+)*+)\s*:(.*)', re.DOTALL
)
_STRAY_QUOTE = re.compile(r"\s*(?:([\w-]+)\.)?([A-Za-z][^\s:;.\"]*)((?:;[^:;]*+)*+):(.*)", re.DOTALL)
_PARAMETER = re.compile(r';((?:[^";]++|"[^"]*+"|")*+)')
_PART = re.compile(r'"([^"]*+)"|([^,"]+)')
_SOFT = re.compile(rb"[;,(](?:ENCODING=\"?)?QUOTED-PRINTABLE")
_SHORTEST_SOFT = len("QUOTED-PRINTABLE")
_BASE64 = re.compile(rb"[ \t]*[A-Za-z0-9+/]+=*[ \t]*")
_ESCAPED = re.compile(r"\\([nN,;:\\])")
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
_FOLD = 75
_LONGEST_PARAMETERS = 32_000


class Line(NamedTuple):
    """A property: its name in capitals, its value as it stands (escaped), its group, its parameters."""

    name: str
    value: str
    group: str = ""
    parameters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def parameter(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, in capitals."""
        return tuple(part.upper() for key, values in self.parameters if key == name for part in values)

    @property
    def text(self) -> str:
        """The value as it is meant."""
        return unescaped(self.value)


def logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines with folds and soft breaks taken out, each with the number of its first line, from 1."""
    parts: list[bytes] = []
    start, header = 0, b""
    for number, raw in enumerate(data.splitlines(), 1):
        if parts and raw:
            if parts[-1].endswith(b"=") and len(parts[0]) > _SHORTEST_SOFT:
                header = header or _header(parts[0])
                if _SOFT.search(header) and not _is_mark(raw):
                    parts[-1] = parts[-1][:-1]
                    parts.append(raw)
                    continue
            if raw[0] in b" \t":
                parts.append(raw[1:])
                continue
            if b":" not in raw and _BASE64.fullmatch(raw):
                header = header or _header(parts[0])
                if b"BASE64" in header or b"ENCODING=B" in header:
                    parts.append(raw)
                    continue
        if parts:
            yield start, b"".join(parts)
        parts, start, header = [raw], number, b""
    if parts:
        yield start, b"".join(parts)


def seems_encoded(text: str) -> bool:
    """Whether a line would be taken for one with soft breaks where it is folded."""
    return _SOFT.search(_header(text.encode())) is not None


def read_line(raw: bytes, clean: Callable[[str], str] = without_controls) -> tuple[str, Line] | None:
    """A logical line as text that a vCard 3.0 could hold, and taken apart; None if it is no property.

    `clean` takes the control characters out.
    """
    charset = ""
    if not raw.isascii() and (found := re.search(rb"CHARSET=\"?([\w-]+)", _header(raw))):
        charset = found[1].decode()
    text = clean(understood(raw, charset)).strip()
    line = parse_line(text)
    if line is None:
        return None
    coding = line.parameter("ENCODING")
    if not coding and not line.parameter("CHARSET") and "(" not in line.name:
        return (render(line) if line.parameters else text), line
    return _plain(line, coding, clean)


def parse_line(text: str) -> Line | None:
    """A property taken apart; None if it is none, as nothing is with more parameters than a page holds."""
    found = _LINE.fullmatch(text)
    written = found[3] if found else ""
    if found is None:
        found = _STRAY_QUOTE.fullmatch(text)
        if found is None:
            return None
        written = found[3].replace('"', "")
    if len(written) > _LONGEST_PARAMETERS:
        return None
    parameters = tuple(_parameter(part) for part in _PARAMETER.findall(written)) if written else ()
    return Line(found[2].upper(), found[4], found[1] or "", parameters)


def render(line: Line) -> str:
    """A property as text, unfolded."""
    start = f"{line.group}.{line.name}" if line.group else line.name
    for name, values in line.parameters:
        start += f";{name}=" + ",".join(_quoted(part) for part in values)
    return f"{start}:{line.value}"


def folded(lines: Iterable[str]) -> bytes:
    """Lines in UTF-8, ended by CRLF and folded so that none is longer than 75 bytes (RFC 6350 §3.2)."""
    return b"".join(_fold(line.encode()) for line in lines)


def escaped(text: str) -> str:
    """`text` as a value: one line without controls, in which commas and semicolons do not divide."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n"))


def unescaped(value: str) -> str:
    """What a value means."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def parts_of(value: str, sign: str) -> list[str]:
    """The parts of a value between `sign`, a comma or semicolon that is not escaped; each as it is meant."""
    if "\\" not in value:
        return value.split(sign)
    parts: list[list[str]] = [[]]
    for token in re.findall(rf"\\.|\\|{sign}|[^\\{sign}]+", value, re.DOTALL):
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return [unescaped("".join(part)) for part in parts]


def _is_mark(raw: bytes) -> bool:
    return raw[:12].strip().upper().startswith((b"BEGIN:VCARD", b"END:VCARD"))


def _header(raw: bytes) -> bytes:
    return raw[:1000].partition(b":")[0].upper() or b"-"


def _plain(line: Line, coding: tuple[str, ...], clean: Callable[[str], str]) -> tuple[str, Line]:
    """A line of vCard 2.1 without its encoding, as vCard 3.0 has it."""
    value, name = line.value, line.name
    kept = tuple(pair for pair in line.parameters if pair[0] not in ("CHARSET", "ENCODING"))
    charset = next(iter(line.parameter("CHARSET")), "")
    if "(" in name:  # X-Custom(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE), as some Android writes it
        name, _, inner = name.partition("(")
        coding = ("QUOTED-PRINTABLE",) if "QUOTED-PRINTABLE" in inner else coding
    if "QUOTED-PRINTABLE" in coding:
        data = binascii.a2b_qp(value.encode("utf-8", "replace"))
        value = clean(understood(data, charset).replace("\r\n", "\n").replace("\r", "\n"))
        value = value.strip().replace("\n", "\\n")
    elif {"B", "BASE64"} & set(coding):
        kept = (*kept, ("ENCODING", ("b",)))
        value = re.sub(r"\s+", "", value)
    plain = Line(name or "X-CUSTOM", value, line.group, kept)
    return render(plain), plain


def _parameter(text: str) -> tuple[str, tuple[str, ...]]:
    """``TYPE="voice,home"`` as a list; the bare HOME of vCard 2.1 is a type."""
    name, sign, value = text.partition("=")
    if not sign:
        name, value = ("ENCODING" if text.strip().upper() in _ENCODINGS else "TYPE"), text
    name = re.sub(r"[^\w-]", "", name).upper() or "X"
    is_quoted = '"' in value
    parts = [quoted or plain for quoted, plain in _PART.findall(value)] if is_quoted else value.split(",")
    if name == "TYPE":
        parts = [kind for part in parts for kind in part.split(",")]
    return name, tuple(part.strip() for part in parts if part.strip())


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search("[,;:]", text) else text


def _fold(data: bytes) -> bytes:
    if len(data) <= _FOLD:
        return data + b"\r\n"
    parts, start, room = [], 0, _FOLD
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[start:end])
        start, room = end, _FOLD - 1
    parts.append(data[start:])
    return b"\r\n ".join(parts) + b"\r\n"
