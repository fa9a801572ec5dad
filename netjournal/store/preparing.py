"""A person's page: everything the journal knows around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netjournal.language.introduction_words import say_introduction
from netjournal.language.promises.meant_for import among
from netjournal.model import Contact, Interaction
from netjournal.practice.coming_back import is_tender, leaves_be
from netjournal.practice.introductions import open_first
from netjournal.practice.nearness import nearness
from netjournal.practice.page import Between, Page, Surroundings, last_talk, page_of
from netjournal.practice.reviews import before_a_talk, built_in_reviews
from netjournal.practice.rhythm import say_next, say_rhythm
from netjournal.settings import Settings
from netjournal.store.hard_times import has_lost_a_friend, has_lost_kin, slot_with
from netjournal.store.hellos import with_rhythm
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among, told_dead_on
from netjournal.store.reading import OpenPromise, Reading

_PROMISES = 50


def page(
    journal: Reading,
    index: Index,
    person: Contact,
    entries: Sequence[Interaction],
    now: dt.datetime,
    settings: Settings,
) -> Page:
    """The page of `person`, with whom `entries` are the newest interactions, newest first."""
    made = [one for one in open_first(journal.introductions()) if person.id in one.everyone]
    last = last_talk(entries, now.date())
    named = _named(journal, person, entries)
    mentioned = {id for one in entries if one is last or one.id in named for id in one.people}
    mentioned |= {id for one in made for id in one.everyone}
    if person.met is not None and person.met.through:
        mentioned.add(person.met.through)
    doors = journal.doors_opened(person.id)
    names = journal.names(mentioned)
    died = told_dead_on(journal, index, person.id)
    is_gone = person.rest or died is not None
    promises = () if is_gone else _between(journal, index, person)
    [(first,)] = index.rows("SELECT MIN(date) FROM participant WHERE person = ?", person.id)
    around = Surroundings(
        entries=entries,
        promises=[Between(one.interaction.id, one.position, one.promise) for one in promises],
        names=names,
        doors=doors.names,
        doors_in_all=doors.total,
        introductions=[(one.id, say_introduction(one, person.id, names, now.date())) for one in made],
        before="" if is_gone else _before(journal, index, person, entries, now.date()),
        first=dt.date.fromisoformat(first) if first else None,
        rhythm="" if is_gone else _rhythm(index, person, last, settings, now.date()),
        is_gone=is_gone,
        died=died,
        named=named,
    )
    return page_of(person, around, now)


def _between(journal: Reading, index: Index, person: Contact) -> list[OpenPromise]:
    """What is promised between the two; who said it of several may have died, and then it may be theirs."""
    found = journal.promises(_PROMISES, person=person.id)
    theirs = {id for one in found if one.promise.by == "them" for id in one.interaction.people}
    gone = dead_among(journal, index, theirs)
    return [one for one in found if one.promise.by == "me" or gone.isdisjoint(one.interaction.people)]


def _named(journal: Reading, person: Contact, entries: Sequence[Interaction]) -> dict[str, tuple[str, ...]]:
    """Whom the answers of entries with several name, up to the first that may be about `person`."""
    found = {}
    for entry in entries:
        if entry.reflection is None or not entry.reflection.answer or is_tender(entry):
            continue
        if len(entry.people) > 1:
            found[entry.id] = among(entry.reflection.answer, journal, entry.people)
        if person.id in found.get(entry.id, (person.id,)) or not found[entry.id]:
            break
    return found


def _rhythm(
    index: Index, person: Contact, last: Interaction | None, settings: Settings, today: dt.date
) -> str:
    """How often, and when next; not when, where the `last` talk says that one leaves them in peace."""
    for tie in with_rhythm(index, settings, person.id):
        if last is not None and leaves_be(last) and tie.interval is not None:
            return say_rhythm(tie.interval)
        return say_next(tie, today)
    return ""


def _before(
    journal: Reading, index: Index, person: Contact, entries: Sequence[Interaction], today: dt.date
) -> str:
    """The question to take along; whoever lost somebody one saw them with mourns, if nothing else is hard."""
    last = last_talk(entries, today)
    slot = slot_with(journal, person.id, entries, today)
    is_family = nearness(person.name, person.tags, called=(*person.nicknames, person.role)) == "family"
    has_lost_theirs = is_family and has_lost_kin(journal, index, today)
    if slot == "talk" and (has_lost_theirs or has_lost_a_friend(journal, index, person.id, today)):
        slot = "mourning"
    return before_a_talk(built_in_reviews(), person.id, last.date if last else None, today, slot)
