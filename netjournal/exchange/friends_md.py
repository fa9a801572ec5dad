"""The file of friends, ``friends.md`` (github.com/JacobEvelyn/friends): people, places, activities, notes.

```
### Activities:
- 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. @food
### Notes:
- 2018-06-15: **Grace Hopper** has a building named after her. @navy
### Friends:
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science
### Locations:
- Paris (a.k.a. City of Light)
```

A note is something to know of those whom it names and no talk with them: it becomes one of their details.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

import msgspec

from netjournal.exchange.cards import Card, Warned
from netjournal.exchange.decoding import Cleaner
from netjournal.exchange.volume import Kept, Volume, id_of, new_entry
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import REACH, said_channel
from netjournal.language.days.words import MONTHS
from netjournal.language.folding import fold
from netjournal.language.prose import Piece, kept, pieces_of
from netjournal.model import Channel, Contact, Interaction

_SECTION = re.compile(r"###[ \t]+(Activities|Notes|Friends|Locations):")
_HEAD = re.compile(rb"^###[ \t]+(?:Activities|Friends):[ \t]*\r?$", re.MULTILINE)
_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}): ?(.*)")
_FRIEND = re.compile(r"([^(\[@]+)(?:\(([^)]*)\) ?)?(?:\[([^\]]*)\] ?)?((?:@\S++ ?+)*+)")
_MARKED = re.compile(
    r"\*\*(?P<name>\w[^*]*)\*\*|(?<![^\W_])_(?P<place>[^\W_][^_]*)_(?![^\W_])"
    r"|(?<!\w)@(?P<tag>[^\W_]++(?:[:-]?[^\W_]++)*+)"
)
_AKA = "a.k.a. "
_SOMEBODY = Piece("words", SOMEBODY)
_UID = "friends-md-"
_MOST_NAMES = 100
"""How many people one line may name: each of them gets the words of a note."""


class _Event(NamedTuple):
    """An activity or a note: what it says of a day, where its marks stand, and what they name, each once."""

    day: dt.date
    text: str
    where: str
    marks: tuple[re.Match[str], ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]


def is_friends(data: bytes) -> bool:
    """Whether a file is of this form."""
    return _HEAD.search(data) is not None


def read_friends(text: str, where: str) -> Volume:
    """Everyone and everything in the file; a line that cannot be read costs only itself."""
    clean = Cleaner()
    people: dict[str, Contact] = {}
    events: dict[str, list[_Event]] = {"Activities": [], "Notes": []}
    warnings: list[Warned] = []
    section = ""
    for number, typed in enumerate(text.split("\n"), 1):
        line = " ".join(clean(typed).split()).removeprefix("- ")
        if not line:
            continue
        place = f"{where}, line {number}"
        if found := line.startswith("#") and _SECTION.fullmatch(line):
            section = found[1]
        elif section == "Friends":
            if not _take_friend(line, people):
                warnings.append(Warned(place, "it tells of nobody; it was left out"))
        elif section in events:
            event = _event(line, place)
            if event is None:
                warnings.append(Warned(place, "it has no day; it was left out"))
            elif len(event.names) > _MOST_NAMES:
                warnings.append(Warned(place, f"it names more than {_MOST_NAMES} people; it was left out"))
            else:
                events[section].append(event)
    skipped = len(warnings)
    warnings += [Warned(where, clean.said)] if clean.said else []
    return Volume(
        people=_with_notes(people, [*events["Activities"], *events["Notes"]], events["Notes"], where),
        entries=tuple(_entries(events["Activities"], events["Notes"])),
        warnings=tuple(warnings),
        skipped=skipped,
    )


def _take_friend(line: str, people: dict[str, Contact]) -> bool:
    found = _FRIEND.fullmatch(line)
    name = found[1].strip() if found else ""
    if found is None or not name:
        return False
    if not (found[2] or found[3] or found[4]):
        people[fold(name)] = Contact(id="", name=name)
        return True
    people[fold(name)] = Contact(
        id="",
        name=name,
        nicknames=_each_once((found[2] or "").split(_AKA)),
        place=(found[3] or "").strip(),
        tags=_each_once(part.strip("@") for part in found[4].split()),
    )
    return True


def _event(line: str, where: str) -> _Event | None:
    found = _DATED.fullmatch(line)
    try:
        day = dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    if found is None or day is None or not found[2]:
        return None
    marks = tuple(_MARKED.finditer(found[2]))
    said = map(_each_once, zip(*(mark.groups() for mark in marks), strict=True)) if marks else ((), (), ())
    return _Event(day, found[2], where, marks, *said)


def _each_once(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([" ".join(text.split()) for text in dict.fromkeys(texts) if text]))


def _with_notes(
    people: dict[str, Contact], events: Iterable[_Event], notes: Iterable[_Event], where: str
) -> tuple[Card, ...]:
    """Everyone, those included whom only a line names, with what is noted of them."""
    for name in dict.fromkeys(name for event in events for name in event.names):
        people.setdefault(fold(name), Contact(id="", name=name))
    details: dict[str, list[str]] = {}
    for note in notes:
        words = _MARKED.sub(lambda mark: mark["name"] or mark["place"] or f"#{mark['tag']}", note.text)
        day = f"{note.day.day} {MONTHS[note.day.month - 1]} {note.day.year}"
        for name in note.names:
            details.setdefault(fold(name), []).append(f"{words} ({day})")
    return tuple(
        Card(
            msgspec.structs.replace(person, details=tuple(dict.fromkeys(details.get(key, ())))),
            (f"UID:{_uid(person.name)}",),
            where,
        )
        for key, person in people.items()
    )


def _entries(activities: Iterable[_Event], notes: Iterable[_Event]) -> Iterator[Kept[Interaction]]:
    """Each activity, and each note that is about nobody."""
    seen: Counter[tuple[dt.date, str]] = Counter()
    events = (*activities, *(note for note in notes if not note.names))
    uids = {name: _uid(name) for name in dict.fromkeys(name for event in events for name in event.names)}
    for event in events:
        seen[event.day, event.text] += 1
        signs = [(*mark.span(), _piece(mark)) for mark in event.marks]
        entry = Interaction(
            id=id_of(event.day, "friends.md", event.text, str(seen[event.day, event.text])),
            date=event.day,
            people=tuple(dict.fromkeys(uids[name] for name in event.names)),
            channel=_channel(event, signs) if event.names else None,
            text=kept(pieces_of(event.text, signs)),
            tags=event.tags,
            place=next(iter(event.places), ""),
        )
        yield new_entry(entry, event.where)


def _channel(event: _Event, signs: Sequence[tuple[int, int, Piece]]) -> Channel | None:
    masked = [
        (start, end, _SOMEBODY if mark["name"] else piece)
        for mark, (start, end, piece) in zip(event.marks, signs, strict=True)
    ]
    return said_channel(kept(pieces_of(event.text, masked))[:REACH])


def _piece(mark: re.Match[str]) -> Piece:
    name, place, tag = mark.groups()
    return Piece("tag", f"#{tag}") if tag else Piece("words", name or place)


def _uid(name: str) -> str:
    return f"{_UID}{sha256(fold(name).encode('utf-8', 'replace')).hexdigest()[:32]}"
