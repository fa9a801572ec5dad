"""A person or an entry as a page of labelled lines, to be changed in an editor, and back.

``label: value`` on one line; what has several lines stands below its label, indented; free text follows a
line of three dashes, as it is. One table of fields serves this page and the app's form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, Literal, NamedTuple, TypeVar

import msgspec

from netjournal.errors import Misused
from netjournal.model import Dimension
from netjournal.model.documents import Document

D = TypeVar("D", bound=Document)

DASHES = "---"
_INDENT = "  "
_HEAD = """\
# Change what you like, then save and close. A line that you leave out stays as it was;
# one that you empty is emptied. Lines below a label are indented. After # stands an example.
"""


class FormContext(msgspec.Struct, frozen=True, kw_only=True):
    """What reading and writing lean on: the time, the name of an id, and the id of whoever a name means.

    `themes` are the names that themes go by on screen. `resolve_person` raises JournalError if nobody is
    meant, Unclear if several may be.
    """

    now: datetime
    name_of: Callable[[str], str]
    resolve_person: Callable[[str], str]
    themes: Mapping[Dimension, str] = {}


class Field(msgspec.Struct, Generic[D], frozen=True, kw_only=True):
    """One line of a form, or several.

    `hint` is an example for an empty field, `choices` all that it can hold (empty: anything). A field of kind
    line is one line; lines has an item on each; text is free. `show` gives what stands in it; `take` a new
    value with what was typed, and raises Misused that names the field.
    """

    key: str
    label: str
    hint: str = ""
    kind: Literal["line", "lines", "text"] = "line"
    choices: tuple[str, ...] = ()
    show: Callable[[D, FormContext], str]
    take: Callable[[D, str, FormContext], D]

    @property
    def multiline(self) -> bool:
        """Whether it needs more than a line of room."""
        return self.kind != "line"

    def change(self, value: D, typed: str, context: FormContext) -> D:
        """`value` with what was typed; the very same if that is what was shown.

        So what a form cannot show stays: the seconds of a time, which of two namesakes it was.
        """
        same = typed.strip() == self.show(value, context).strip()
        return value if same else self.take(value, typed, context)


def field_of(
    key: str,
    show: Callable[[Any], str],
    read: Callable[[str], Any],
    hint: str = "",
    *,
    label: str = "",
    kind: Literal["line", "lines", "text"] = "line",
    choices: tuple[str, ...] = (),
) -> Field[Any]:
    """The field for one attribute of a document, which is what `read` makes of what was typed."""
    return Field(
        key=key,
        label=label or key,
        hint=hint,
        kind=kind,
        choices=choices,
        show=lambda value, _: show(getattr(value, key)),
        take=lambda value, typed, _: msgspec.structs.replace(value, **{key: read(typed)}),
    )


class _Typed(NamedTuple):
    """What was typed into a field, and on which line it begins."""

    line: int
    text: str


def write_form(fields: Sequence[Field[D]], value: D, context: FormContext) -> str:
    """The page for an editor; `read_form` gives `value` back from it. A field of kind text comes last."""
    return "\n".join((_HEAD, *_written(fields, value, context), ""))


def read_form(fields: Sequence[Field[D]], page: str, value: D, context: FormContext) -> D:
    """`value`, from which `page` was written, with what differs on the page now.

    Raises Misused that names the line, and whatever `resolve_person` raises.
    """
    typed = _typed(fields, _unix(page))
    for field in fields:
        if field.key not in typed:
            continue
        line, text = typed[field.key]
        if field.hint and not field.show(value, context):
            first, newline, rest = text.partition("\n")
            example = _comment(field)  # typed before, or at the end of the line
            text = f"{first.strip().removesuffix(example).removeprefix(example).strip()}{newline}{rest}"
        try:
            value = field.change(value, text, context)
        except Misused as error:
            raise Misused(f"Line {line}, {error.message}", error.hint) from None
    return value


def _written(fields: Sequence[Field[D]], value: D, context: FormContext) -> Iterator[str]:
    width = max(len(field.label) for field in fields) + 3
    for field in fields:
        shown = field.show(value, context)
        label = f"{field.label}:"
        if field.kind == "text":
            yield f"\n{DASHES}\n{shown}"
        elif not shown:
            yield f"{label:<{width}}{_comment(field)}".rstrip()
        elif field.kind == "lines":
            yield from (label, *(f"{_INDENT}{line}" for line in shown.split("\n")))
        else:
            yield f"{label:<{width}}{shown}"


def _comment(field: Field[D]) -> str:
    return f"# {field.hint}" if field.hint else ""


def _unix(page: str) -> str:
    """The page as it was written: an editor may have put in a mark of byte order or line ends of its own."""
    page = page.removeprefix("\ufeff")
    return page.replace("\r\n", "\n") if page.partition("\n")[0].endswith("\r") else page


def _typed(fields: Sequence[Field[D]], page: str) -> Mapping[str, _Typed]:
    labels = {name: field for field in fields for name in (field.key, field.label)}
    free = next((field for field in fields if field.kind == "text"), None)
    typed: dict[str, _Typed] = {}
    here: Field[D] | None = None
    lines = page.split("\n")
    for number, line in enumerate(lines, 1):
        if free and line.rstrip() == DASHES:
            typed[free.key] = _Typed(number + 1, "\n".join(lines[number:]).removesuffix("\n"))
            break
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            if here is None or here.kind != "lines":
                raise Misused(f"Line {number} is indented, but belongs to no label.", "Begin it at the left.")
            typed[here.key] = _Typed(typed[here.key].line, f"{typed[here.key].text}\n{line.strip()}".strip())
        else:
            here, text = _labelled(line, number, labels)
            if here.key in typed:
                raise Misused(f"Line {number}: {here.label} stands on line {typed[here.key].line} too.")
            typed[here.key] = _Typed(number, text)
    return typed


def _labelled(line: str, number: int, labels: Mapping[str, Field[D]]) -> tuple[Field[D], str]:
    label, colon, text = line.partition(":")
    name = " ".join(label.casefold().split())
    if colon and name in labels and labels[name].kind != "text":
        return labels[name], text.strip()
    from difflib import get_close_matches

    known = [label for label, field in labels.items() if label == field.label and field.kind != "text"]
    near = get_close_matches(name[:40], known, 1)
    if not colon and not near:
        raise Misused(f"Line {number} has no label.", "Indent it if it belongs to the label above.")
    hint = f"Do you mean {near[0]}?" if near else f"The labels are {', '.join(known)}."
    raise Misused(f"Line {number}: there is no {' '.join(label.split())[:40]}.", hint)
