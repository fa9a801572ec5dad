"""The journal of jrnl, as ``jrnl --format json`` writes it (github.com/jrnl-org/jrnl, docs/formats.md).

``{"tags": {…}, "entries": [{"title", "body", "date", "time", "tags", "starred"}, …]}``; the tags begin with @
or #, by its settings with another sign.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from netjournal.errors import Misused
from netjournal.exchange.cards import Warned
from netjournal.exchange.decoding import Cleaner
from netjournal.exchange.volume import Kept, Volume, id_of, new_entry
from netjournal.language.days.dates import Moment, understand
from netjournal.language.names.deciding import Known
from netjournal.language.names.in_text import Kind, Mention, find_names
from netjournal.language.prose import Piece, kept, pieces_of
from netjournal.language.tokens import quoted
from netjournal.model import Acquaintances, Interaction

STARRED = "starred"
"""The tag of what had a star."""

_SIGNS = "@#+%$&*!"


class _Entry(msgspec.Struct):
    title: str
    date: dt.date
    body: str = ""
    time: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False


def is_jrnl(document: Mapping[str, Any]) -> bool:
    """Whether a JSON document is of this form, or one entry of it."""
    entries = document.get("entries")
    if isinstance(entries, list):
        return all(isinstance(entry, dict) and "title" in entry for entry in entries[:1])
    return isinstance(document.get("title"), str) and "date" in document and "body" in document


def read_jrnl(document: Mapping[str, Any], where: str, now: dt.datetime) -> Volume:
    """Each entry as one of one's own, in the zone of `now`; a broken one costs only itself."""
    entries = document.get("entries", [document])
    clean, warnings = Cleaner(), []
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[Kept[Interaction]] = []
    skipped = 0
    for number, raw in enumerate(entries, 1):
        place = f"{where}, entry {number}"
        try:
            entry = msgspec.convert(raw, _Entry)
            moment = _moment(entry, now)
            found.append(new_entry(_interaction(entry, moment, clean, seen), place))
        except (ValueError, Misused):
            skipped += 1
            warnings.append(Warned(place, "it has no title, or no day that can be read; it was left out"))
            continue
        if entry.time and moment.at is None:
            warnings.append(Warned(place, f"{entry.time[:9]} is no time; the day was kept"))
    if clean.said:
        warnings.append(Warned(where, clean.said))
    return Volume(entries=tuple(found), names_people=True, warnings=tuple(warnings), skipped=skipped)


def with_people(entry: Kept[Interaction], people: Acquaintances) -> Kept[Interaction]:
    """The entry with those of `people` whom it names beyond doubt: by full name, or outright by ``@name``.

    A tag that names somebody is no tag any more; the others stand in the words as tags do here.
    """
    value = entry.value
    sure = tuple(_sure(value.text, people))
    met = dict.fromkeys(id for _, id in sure)
    tags = []
    for tag in value.tags:
        whom = [id for _, id in _sure(f"@{quoted(tag)}", people)]
        met |= dict.fromkeys(whom)
        tags += [] if whom else [tag]
    signs = [(mention.start, mention.end, Piece("words", mention.said)) for mention, _ in sure]
    signs += _signs(value.text, tags, {at for mention, _ in sure for at in range(mention.start, mention.end)})
    text = kept(pieces_of(value.text, sorted(signs)))
    changed = msgspec.structs.replace(value, people=tuple(met), tags=tuple(tags), text=text)
    return entry if changed == value else new_entry(changed, entry.where)


def _sure(text: str, people: Acquaintances) -> Iterator[tuple[Mention, str]]:
    """Those named in `text` beyond doubt, with their ids."""
    for mention in find_names(text, people):
        outright = mention.written.startswith("@")
        is_sure = mention.kind is Kind.FULL or (outright and mention.kind is Kind.NICKNAME)
        if is_sure and isinstance(mention.who, Known) and len(mention.candidates) == 1:
            yield mention, mention.who.id


def _signs(text: str, tags: Collection[str], taken: Collection[int]) -> Iterator[tuple[int, int, Piece]]:
    """Where `tags` stand in `text`, but for the places that are `taken`."""
    if not tags:
        return
    longest_first = sorted(map(re.escape, tags), key=len, reverse=True)
    pattern = rf"(?<!\w)[{re.escape(_SIGNS)}]({'|'.join(longest_first)})(?!\w)"
    for found in re.finditer(pattern, text):
        if found.start() not in taken:
            yield found.start(), found.end(), Piece("tag", f"#{found[1]}")


def _interaction(
    entry: _Entry, moment: Moment, clean: Cleaner, seen: Counter[tuple[str, ...]]
) -> Interaction:
    text = "\n".join(part for part in (clean(entry.title).strip(), clean(entry.body).strip()) if part)
    tags = [clean(tag).strip().lstrip(_SIGNS) for tag in entry.tags]
    said = (entry.date.isoformat(), entry.time, entry.title, entry.body)
    seen[said] += 1
    return Interaction(
        id=id_of(entry.date, "jrnl", *said[1:], str(seen[said])),
        date=entry.date,
        at=moment.at,
        zone=moment.zone,
        text=text,
        tags=tuple(dict.fromkeys(tag for tag in (*tags, *[STARRED] * entry.starred) if tag)),
    )


def _moment(entry: _Entry, now: dt.datetime) -> Moment:
    with suppress(Misused):
        moment = understand(f"{entry.date.isoformat()} {entry.time}".strip(), now)
        if moment is not None and moment.date == entry.date:
            return moment
    return Moment(entry.date)
