"""`restore`: back to how the journal, or a part of it, stood at an earlier time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.errors import Misused
from netjournal.language.days.dates import understand
from netjournal.language.days.words import say_date_long, say_month
from netjournal.store.keeping import Restored
from netjournal.store.restoring import Difference, KeptMoment

_PARTS: Mapping[str, str] = {"people": "contacts", "contacts": "contacts"}
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_WORDS: Mapping[str, str] = {"contacts": "people", "destinations": "destinations"}


@click.command()
@click.argument("day", required=False)
@click.argument("part", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def restore(session: Session, day: str | None, part: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """List the times to which the journal can go back, or go back to how it stood as DAY began.

    DAY may be followed by a time of the list, as 14:00. PART is people, introductions, goals, destinations,
    events, or a month (2026-11); without one it is all of them. What was written since goes to the trash,
    and `undo` takes it all back.
    """
    journal, now = session.journal, session.clock()
    if day is None:
        moments = journal.kept_moments(now)
        if as_json:
            say_json({"days": [_shape(one) for one in moments]})
        else:
            _list(moments)
        return
    if part and _CLOCK.fullmatch(part[0]):
        day, part = f"{day} {part[0]}", part[1:]
    since = _since(day, now)
    shelves = [_shelf(one) for one in part]
    title = f"{', '.join(map(_named, shelves)) or 'the journal'} as of {_said(since)}"
    done = journal.restore(since, shelves, title=title, now=now, dry=dry_run)
    if as_json:
        say_json(
            {
                "day": f"{since:%Y-%m-%d}",
                "time": f"{since:%H:%M}" if isinstance(since, dt.datetime) else None,
                "restored": not dry_run,
                "documents": dict(done.counts),
                "aside": list(done.aside),
            }
        )
        return
    _say_done(done, title, dry_run=dry_run)


def _list(moments: Sequence[KeptMoment]) -> None:
    for one in moments:
        day = one.moment.date()
        since = day if one.begins_day else one.moment
        say(f"{str(since)[:16]:16}  {_said(since)}")
        for difference in one.differences:
            for line in wrapped(_difference(difference), indent="      ", first="  "):
                say(line)
        if not one.differences:
            say("  as it is now")
    if moments:
        tell(
            "`netjournal restore DAY` goes back to how it stood as that day began, `restore DAY TIME` to how"
            " it stood then; `undo` takes it back."
        )
    else:
        tell("There is no backup yet: one is kept before the first change of each hour.")


def _difference(one: Difference) -> str:
    """``people: 2 written since, 1 changed``."""
    if one.problem:
        return f"{_named(one.shelf)}: {one.problem}"
    counts = ((one.added, "written since"), (one.changed, "changed"), (one.gone, "gone"))
    return f"{_named(one.shelf)}: {', '.join(f'{count:,} {word}' for count, word in counts if count)}"


def _say_done(done: Restored, title: str, *, dry_run: bool) -> None:
    for message in done.aside:
        for line in wrapped(message):
            tell(line)
    for shelf, count in sorted(done.counts.items()):
        say(f"{_named(shelf)}: {count:,} {'document' if count == 1 else 'documents'}")
    if not done.counts:
        tell("Nothing differs: it stands so already.")
    elif dry_run:
        tell("Nothing was changed.")
    else:
        tell(f"Brought back: {title}. `netjournal undo` takes it back.")


def _shape(one: KeptMoment) -> dict[str, object]:
    return {
        "day": f"{one.moment:%Y-%m-%d}",
        "time": None if one.begins_day else f"{one.moment:%H:%M}",
        "differences": [
            {
                "shelf": each.shelf,
                "added": each.added,
                "changed": each.changed,
                "gone": each.gone,
                "problem": each.problem or None,
            }
            for each in one.differences
        ],
    }


def _named(shelf: str) -> str:
    """A shelf as one speaks of it: ``people``, ``November 2026``."""
    if shelf.startswith("months/"):
        return say_month(shelf.removeprefix("months/"))
    return _WORDS.get(shelf, shelf)


def _shelf(part: str) -> str:
    """The shelf that is meant; raises Misused if none is."""
    known = ("introductions", "goals", "destinations", "events")
    name = part.lower().removesuffix(".json")
    if name in _PARTS or name in known:
        return _PARTS.get(name, name)
    month = name.removeprefix("months/")
    try:
        dt.date.fromisoformat(f"{month}-01")
    except ValueError:
        names = f"people, {', '.join(known)}, or 2026-11."
        raise Misused(f"{part} is no part of a journal.", names) from None
    return f"months/{month}"


def _since(words: str, now: dt.datetime) -> dt.date:
    """The day, or the moment of the local clock, that is meant."""
    found = understand(words, now)
    if found is None:
        raise Misused(f"{words} is no day.", "Write 2026-11-12, last friday or 3 days ago.")
    return found.date if found.at is None else found.at.replace(tzinfo=None)


def _said(since: dt.date) -> str:
    """``Thu 12 Nov 2026``, ``Thu 12 Nov 2026, 14:00``."""
    return say_date_long(since) + (f", {since:%H:%M}" if isinstance(since, dt.datetime) else "")
