"""The table: what was measured beside its yardstick, and whether it is within what issue 7 asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Samples

Kind = Literal["times", "within", "more"]

_MANY = 40
"""Runs from which on the twentieth part of them is more than an accident."""

_HEADINGS = ("what", "here", "yardstick", "of it", "CPU", "at most", "")


class Bar(NamedTuple):
    """What is asked for: the median at most so many times the yardstick's; 95 of 100 within so many
    milliseconds; or 95 of 100 at most so many more than the yardstick's median.
    """

    kind: Kind
    value: float

    def __str__(self) -> str:
        if self.kind == "times":
            return said_ratio(self.value)
        return f"{'+ ' if self.kind == 'more' else ''}{self.value:g} ms"


class Row(NamedTuple):
    """One line of the table: `key` chooses it, `what` is measured beside `yardstick`.

    Without a bar it only explains others.
    """

    key: str
    what: str
    yardstick: str
    bar: Bar | None


class Measured(NamedTuple):
    """What was seen here and of the yardstick, if there is one, in milliseconds or another unit."""

    here: Samples
    yardstick: Samples | None = None
    unit: str = "ms"


class Case(NamedTuple):
    """Rows that are measured together; `measure` gives each by its key, and raises Missing."""

    rows: tuple[Row, ...]
    measure: Callable[[Lab], Mapping[str, Measured]]


class Result(NamedTuple):
    """A row with what was measured, or why it was not."""

    row: Row
    measured: Measured | None
    reason: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick, by medians."""
        if self.measured is None or self.measured.yardstick is None:
            return None
        return self.measured.here.median / self.measured.yardstick.median

    @property
    def cpu_ratio(self) -> float | None:
        """The same of the processor's time, which others on the machine disturb less."""
        if self.measured is None or self.measured.yardstick is None:
            return None
        here, beside = self.measured.here.cpu_median, self.measured.yardstick.cpu_median
        return here / beside if here and beside else None

    @property
    def is_met(self) -> bool | None:
        """Whether it is within its bar; None if it was not measured."""
        if self.measured is None or self.row.bar is None:
            return None
        kind, most = self.row.bar
        if kind == "times":
            return self.ratio is not None and self.ratio <= most
        beside = self.measured.yardstick
        extra = beside.median if kind == "more" and beside is not None else 0.0
        return self.measured.here.at(0.95) - extra <= most


def said_ratio(ratio: float) -> str:
    """``1.15 ×``, or ``1/38`` for what is far less."""
    return f"1/{1 / ratio:.0f}" if ratio < 0.15 else f"{ratio:.2f} ×"


def cells(result: Result) -> tuple[str, ...]:
    """A result as the cells of its line."""
    row, measured = result.row, result.measured
    if measured is None:
        return row.what, result.reason, row.yardstick, "", "", _bar(row), "not measured"
    beside = _spread(measured.yardstick, measured.unit) if measured.yardstick else ""
    ratios = (said_ratio(ratio) if ratio else "" for ratio in (result.ratio, result.cpu_ratio))
    here = _spread(measured.here, measured.unit, at_p95=row.bar is not None and row.bar.kind != "times")
    if measured.yardstick is None and measured.here.cpu_median is not None:
        here += f", CPU {_said(measured.here.cpu_median)}"
    what = f"{row.yardstick}: {beside}" if beside else row.yardstick
    met = {True: "met", False: "missed", None: ""}[result.is_met]
    return row.what, here, what, *ratios, _bar(row), met


def _bar(row: Row) -> str:
    return "" if row.bar is None else str(row.bar)


def as_markdown(results: Iterable[Result]) -> str:
    """The table; medians, in brackets the middle half of the runs."""
    lines = [_HEADINGS, ("---",) * len(_HEADINGS), *map(cells, results)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_text(results: Iterable[Result]) -> str:
    """The same for the terminal."""
    lines = [_HEADINGS, *map(cells, results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "\n".join("  ".join(line).rstrip() for line in padded)


def as_document(results: Sequence[Result], machine: Mapping[str, str]) -> dict[str, Any]:
    """The same as JSON, run by run."""
    return {"machine": dict(machine), "rows": [_shape(result) for result in results]}


def _shape(result: Result) -> dict[str, Any]:
    measured = result.measured
    return {
        "key": result.row.key,
        "what": result.row.what,
        "yardstick": result.row.yardstick,
        "bar": result.row.bar._asdict() if result.row.bar else None,
        "reason": result.reason,
        "unit": measured.unit if measured else None,
        "here": measured.here._asdict() if measured else None,
        "beside": measured.yardstick._asdict() if measured and measured.yardstick else None,
        "ratio": result.ratio,
        "cpu_ratio": result.cpu_ratio,
        "met": result.is_met,
    }


def _spread(samples: Samples, unit: str, *, at_p95: bool = False) -> str:
    """The median and the middle half; with many runs, or with a bar there, what 95 of 100 are within."""
    low, high = samples.at(0.25), samples.at(0.75)
    tail = f", p95 {_said(samples.at(0.95))}" if at_p95 or len(samples.seen) >= _MANY else ""
    return f"{_said(samples.median)} {unit} ({_said(low)}–{_said(high)}){tail}"


def _said(value: float) -> str:
    return f"{value:,.0f}" if value >= 20 else f"{value:.1f}"
