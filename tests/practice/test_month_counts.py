"""What a month counts: nothing that is for oneself alone, and nobody who was not met."""

from __future__ import annotations

import datetime as dt
from typing import Any

from netjournal.model import Acquaintance, Interaction, Reflection
from netjournal.practice.month_counts import count
from netjournal.practice.month_material import Material
from tests.conftest import NOW

ANA = Acquaintance(id="ana", name="Ana Silva")
AT = dt.datetime.fromisoformat(NOW)


def entry(id: str, day: int, **said: Any) -> Interaction:
    return Interaction(id=id, date=dt.date(2026, 11, day), **{"people": ("ana",), "channel": "call", **said})


def rated(scale: Any, *, private: bool) -> Reflection:
    return Reflection(
        prompt="p", dimension="friend", question="?", asked=AT, status="answered", answer="well", rating=5,
        scale=scale, private=private,
    )  # fmt: skip


def test_an_answer_for_oneself_alone_counts_nowhere() -> None:
    entries = [
        entry(f"{scale}-{private}", 3, reflection=rated(scale, private=private))
        for scale in ("friend", "energy")
        for private in (False, True)
    ]
    counts = count("2026-11", Material(entries=entries, awake={"ana": ANA}))
    assert counts.ratings == {"friend-False": 5}
    assert counts.energy == {"calls": {"energy-False": 5}}
    assert counts.themes == {"friend": ("friend-False", "energy-False")}


def deeper(*entries: Interaction) -> bool:
    return "ana" in count("2026-11", Material(entries=entries, awake={"ana": ANA})).deeper


def test_further_is_two_days_of_talk_one_of_them_with_a_voice() -> None:
    assert deeper(entry("1", 3), entry("2", 5, channel="message"))
    assert not deeper(entry("1", 3))
    assert not deeper(entry("1", 3), entry("2", 3)), "two lines about one evening"
    assert not deeper(entry("1", 3, channel="message"), entry("2", 5, channel="message"))
    assert not deeper(entry("1", 3, channel="message"), entry("2", 5, text="called Ana, no answer"))
    assert not deeper(entry("1", 3), entry("2", 5, channel="broadcast"))
    assert not deeper(entry("1", 3), entry("2", 5, people=()))
