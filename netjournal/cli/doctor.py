"""`doctor`: everything looked at, and with --repair mended as far as nothing is lost by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.store.examining import examine
from netjournal.store.findings import Finding, weight_of
from netjournal.store.mending import Mended, mend

_HEADINGS = {3: "Cannot be read:", 1: "To be looked at:", 0: "Good to know:"}
_SHOWN = 3
"""Of a kind in one file, so many are named: a clock that was wrong for a while makes hundreds alike."""


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended without loss, and keep the originals.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def doctor(session: Session, repair: bool, as_json: bool) -> int:
    """Look at every file of the journal and at what belongs to it; nothing is changed.

    With --repair what can be mended without loss is mended: what cannot be read is put aside and named, the
    rest of its file works again. It leaves with 0 where all is well, 1 where something is to be looked at, 3
    where something cannot be read.
    """
    places, now = session.places, session.clock()
    done = mend(places, now) if repair else ()
    found = examine(places, now)
    if as_json:
        say_json(
            {
                "journal": str(places.journal),
                "mended": [_mended_shape(one) for one in done],
                "found": [_shape(one) for one in found],
            }
        )
    else:
        _say_all(done, found, f"{places.journal}/", repair=repair)
        if not found:
            tell(f"All is well in {places.journal}.")
    return weight_of(found)


def _say_all(done: Sequence[Mended], found: Sequence[Finding], top: str, *, repair: bool) -> None:
    """Files of the journal are named from its folder, `top`, on."""
    for one in done:
        for line in wrapped(one.message.replace(top, ""), indent="  ", first="· "):
            say(line)
    heading, every, said = "", Counter(map(_like, found)), Counter[tuple[object, ...]]()
    for finding in found:
        said[like := _like(finding)] += 1
        if said[like] > _SHOWN:
            continue
        if heading != (heading := _HEADINGS[finding.weight]):
            say(heading)
        for line in wrapped(finding.message.replace(top, ""), indent="  ", first="· "):
            say(line)
        left = every[like] - _SHOWN if said[like] == _SHOWN else 0
        many = f"{left} more like it in this file: --json names each." if left else ""
        for more in (finding.hint, f"--repair {finding.mend}." if finding.mend else "", many):
            for line in wrapped(more, indent="    ") if more else ():
                say(line)
    if any(finding.mend for finding in found) and not repair:
        tell("`netjournal doctor --repair` mends what can be mended without loss.")


def _like(one: Finding) -> tuple[object, ...]:
    return one.weight, one.kind, one.path, one.field, one.mend


def _shape(one: Finding) -> dict[str, Any]:
    weights = {0: "note", 1: "attention", 3: "damage"}
    return {
        "kind": one.kind,
        "weight": weights[one.weight],
        "path": str(one.path),
        "line": one.line or None,
        "field": one.field or None,
        "id": one.id or None,
        "message": one.message,
        "hint": one.hint,
        "repair": one.mend or None,
    }


def _mended_shape(one: Mended) -> dict[str, Any]:
    return {"path": str(one.path), "message": one.message, "original": str(one.aside) if one.aside else None}
