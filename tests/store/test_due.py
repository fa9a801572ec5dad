"""The day of the next hello follows from what stands in the journal, whatever was done to it before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import CHANNELS, Interaction
from netjournal.practice.rhythm import Meeting, Tie, due
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, an_id, bring, in_memory, person, places_in

ANA = person("Ana Silva", circle="close", rhythm_set=TODAY - dt.timedelta(40))
BEN = person("Ben Ito", rhythm=21, created=NOW - dt.timedelta(400))
DEE = person("Dee Roth")

_DAYS = st.integers(-90, 9).map(lambda days: TODAY + dt.timedelta(days))
_PEOPLE = st.sampled_from([(ANA.id,), (BEN.id,), (ANA.id, BEN.id), (ANA.id, DEE.id), (DEE.id,), ()])
_SAID = st.fixed_dictionaries(
    {"date": _DAYS, "people": _PEOPLE, "channel": st.none() | st.sampled_from(CHANNELS)}
)
_STEPS = st.lists(
    st.tuples(st.sampled_from(["log", "log", "edit", "delete", "undo"]), st.integers(0, 9), _SAID),
    min_size=1,
    max_size=7,
)


def _days(journal: Journal) -> dict[str, dt.date | None]:
    found = {tie.person.id: due(tie, TODAY) for tie in journal.rhythms(Settings(), today=TODAY)}
    assert found == {tie.person.id: due(tie, TODAY) for tie in journal.rhythms(Settings())}
    return found


def _expected(journal: Journal, entries: list[Interaction]) -> dict[str, dt.date | None]:
    """By the rule alone, from every entry that there is."""
    known = {one.id: one for one in journal.people() if one.id != DEE.id}
    return {
        id: due(
            Tie(one, tuple(Meeting(e.date, e.channel, len(e.people)) for e in entries if id in e.people)),
            TODAY,
        )
        for id, one in known.items()
    }


def _step(journal: Journal, entries: list[Interaction], kind: str, at: int, said: dict[str, Any]) -> None:
    """Do one thing to the journal and to the list beside it."""
    if kind == "log" or not entries:
        entries.append(Interaction(id=an_id(), text="Tea", **said))
        bring(journal, entries[-1])
        return
    entry = entries[at % len(entries)]
    if kind == "edit":
        after = replace(entry, **said)
        entries[entries.index(entry)] = after
        journal.change(entry, after, now=NOW)
    else:
        journal.delete(entry, now=NOW)
        if kind == "undo":
            journal.undo()
        else:
            entries.remove(entry)


@settings(max_examples=15)
@given(_STEPS)
def test_it_follows_from_what_is_logged_alone(steps: list[tuple[str, int, dict[str, Any]]]) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, ANA, BEN, DEE)
        entries: list[Interaction] = []
        for kind, at, said in steps:
            before, earlier = _days(journal), list(entries)
            _step(journal, entries, kind, at, said)
            after = _days(journal)
            assert after == _expected(journal, entries)
            if len(entries) > len(earlier):
                talks = (e for e in earlier if e.is_talk and (e.channel != "event" or e.date <= TODAY))
                talked = {id for e in talks for id in e.people}
                assert all(before[id] <= after[id] for id in talked & set(before))  # type: ignore[operator]  # both have one
        journal.close()
