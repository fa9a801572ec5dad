"""What happened as a table: one row an interaction, lists one item a line of a cell (issue 4 §5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netjournal.exchange.table import write_rows
from netjournal.model import Interaction, Promise, Reflection
from netjournal.practice.themes import DIMENSION_NAMES

COLUMNS = (
    *("date", "time", "zone", "part", "people", "channel", "place", "text", "tags", "gave", "got"),
    *("promises", "mood", "energy", "theme", "question", "answer", "rating", "id"),
)


def header() -> bytes:
    """The first row."""
    return write_rows([COLUMNS])


def rows(entries: Iterable[Interaction], names: Mapping[str, str]) -> bytes:
    """A row for each entry; `names` are those of all people by id."""
    return write_rows(_row(entry, names) for entry in entries)


def _row(entry: Interaction, names: Mapping[str, str]) -> list[str]:
    return [
        entry.date.isoformat(),
        entry.at.isoformat()[11:] if entry.at else "",
        entry.zone,
        entry.part or "",
        "\n".join(names[id] for id in entry.people),
        entry.channel or "",
        entry.place,
        entry.text,
        "\n".join(entry.tags),
        "\n".join(entry.gave),
        "\n".join(entry.got),
        "\n".join(_promise(promise) for promise in entry.promises),
        str(entry.mood or ""),
        str(entry.energy or ""),
        *_reflection(entry.reflection),
        entry.id,
    ]


def _promise(promise: Promise) -> str:
    who = "" if promise.by == "me" else "they promised: "
    days = [f"by {promise.due}"] if promise.due else []
    days += [f"kept {promise.kept}"] if promise.kept else []
    return f"{who}{promise.text}" + (f" ({', '.join(days)})" if days else "")


def _reflection(asked: Reflection | None) -> tuple[str, str, str, str]:
    if asked is None:
        return "", "", "", ""
    return DIMENSION_NAMES[asked.dimension], asked.question, asked.answer, str(asked.rating or "")
