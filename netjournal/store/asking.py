"""What the choice of a question needs to know of the journal."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import msgspec

from netjournal.model import Contact, Interaction, Reflection
from netjournal.practice.answering import asked
from netjournal.practice.choosing import Choice, History, Showing, Shown, choose, one_of_each_theme
from netjournal.practice.coming_back import is_low, is_sore
from netjournal.practice.nearness import is_just_met, is_long_known_in, nearness
from netjournal.practice.prompts import Prompt, about_goals
from netjournal.practice.situation import Companion, Situation, Time, interval, situation
from netjournal.settings import DEFAULTS, Settings
from netjournal.store.index import Index

ANOTHER_AT_MOST = 2
"""How often one may be asked something else about an entry (reflection.md §2.4)."""

_RECENT = 24
_REST_WITH_PERSON = 90
_SKIPS_OF = 3
_YOUNG = 28
"""Days from the first entry in which those who are written of for the first time are mostly known already."""

_HALF_A_DAY_ON_EARTH = 26 * 3600
"""Seconds from noon UTC to the first and the last moment that has the same date somewhere."""


def ask(
    index: Index,
    entry: Interaction,
    *,
    seed: str,
    prompts: Callable[[], Sequence[Prompt]],
    settings: Settings,
    now: dt.datetime,
    goals_of: Callable[[Interaction], Sequence[str]] = lambda entry: (),
    time_of: Callable[[Interaction], Time] = lambda entry: "",
    newcomers: Sequence[Contact] = (),
) -> tuple[Choice, Reflection] | None:
    """The one question for an entry that is about to be written, and how it is kept; None for no question.

    `goals_of` gives the words of the goals that an entry counts toward, `time_of` the time it falls into;
    `newcomers` are written with it.
    None by the setting `ask` (``daily``: only the first of the day is asked about; ``weekly``: the review of
    the week asks instead), or because no prompt fits.
    """
    today = now.date()
    if settings.ask in ("weekly", "never") or (settings.ask == "daily" and _was_asked_on(index, today)):
        return None
    goals, time = goals_of(entry), time_of(entry)
    choice = _choice(index, entry, prompts(), seed, settings, today, goals, time, newcomers)
    return None if choice is None else (choice, asked(choice, now))


def another(
    index: Index,
    entry: Interaction,
    *,
    seed: str,
    prompts: Sequence[Prompt],
    settings: Settings,
    now: dt.datetime,
    goals_of: Callable[[Interaction], Sequence[str]] = lambda entry: (),
    time_of: Callable[[Interaction], Time] = lambda entry: "",
) -> tuple[Choice, Reflection] | None:
    """Another question for an entry that was asked one, and how it is kept; None after two, or if none fits.

    What it is asked instead of counts as left, so that it does not come back soon.
    """
    before = entry.reflection
    if before is None or len(before.passed) >= ANOTHER_AT_MOST:
        return None
    passed = (*before.passed, before.prompt)
    left = [prompt for prompt in prompts if prompt.id not in passed]
    choice = _choice(index, entry, left, seed, settings, now.date(), goals_of(entry), time_of(entry))
    if choice is None:
        return None
    return choice, msgspec.structs.replace(asked(choice, now), passed=passed)


def fitting_question(
    index: Index,
    before: Interaction,
    after: Interaction,
    *,
    seed: str,
    prompts: Callable[[], Sequence[Prompt]],
    settings: Settings,
    goals_of: Callable[[Interaction], Sequence[str]] = lambda entry: (),
    time_of: Callable[[Interaction], Time] = lambda entry: "",
) -> Reflection | None:
    """The question of the entry `after` a change: another if the one that waits fitted `before` and not now.

    It waits since the entry was written; None where none was asked, or no other fits.
    """
    waiting = after.reflection
    if waiting is None or waiting.status != "asked" or waiting.period:
        return waiting
    library = prompts()
    prompt = next((one for one in library if one.id == waiting.prompt), None)
    goals, time = goals_of(after), time_of(after)
    was = _situation(index, before, settings, is_toward_goal=bool(goals_of(before)), time=time_of(before))
    is_toward_goal = bool(goals) and not _is_no_place_for_goals(after, time)
    now = _situation(index, after, settings, is_toward_goal=is_toward_goal, time=time)
    if prompt is None or not prompt.fits(was) or prompt.fits(now):
        return waiting
    choice = _choice(index, after, library, seed, settings, waiting.asked.date(), goals, time)
    if choice is None:
        return None
    return msgspec.structs.replace(asked(choice, waiting.asked), passed=waiting.passed)


def last_statuses(index: Index, count: int) -> tuple[str, ...]:
    """What became of the last questions after a log, the newest first: asked, answered or skipped."""
    query = (
        "SELECT status FROM entry WHERE asked IS NOT NULL AND prompt NOT GLOB 'week-*'"
        " AND prompt NOT GLOB 'month-*' ORDER BY asked DESC, id DESC LIMIT ?"
    )
    return tuple(status for (status,) in index.rows(query, count))


def _choice(
    index: Index,
    entry: Interaction,
    library: Sequence[Prompt],
    seed: str,
    settings: Settings,
    today: dt.date,
    goals: Sequence[str],
    time: Time,
    newcomers: Sequence[Contact] = (),
) -> Choice | None:
    told = () if _is_no_place_for_goals(entry, time) else goals
    return choose(
        about_goals(library, told),
        _situation(index, entry, settings, is_toward_goal=bool(told), time=time, newcomers=newcomers),
        history(index, entry.people, library, today),
        seed=seed,
        interaction_id=entry.id,
        today=today,
    )


def _is_no_place_for_goals(entry: Interaction, time: Time) -> bool:
    """Whether no question speaks of a goal: in a mood that is merely low one may ask how to halve it."""
    return is_sore(msgspec.structs.replace(entry, mood=None) if is_low(entry) else entry, time)


def _situation(
    index: Index,
    entry: Interaction,
    settings: Settings,
    *,
    is_toward_goal: bool = False,
    time: Time = "",
    newcomers: Sequence[Contact] = (),
) -> Situation:
    people = companions(index, entry, settings, newcomers)
    return situation(entry, people, settings.fields, goal=is_toward_goal, time=time, by=settings.numbers)


def other_questions(
    index: Index, entry: Interaction, *, seed: str, prompts: Sequence[Prompt], settings: Settings
) -> tuple[Prompt, ...]:
    """One question of each theme that the answer of an entry could belong to, without the one it has."""
    there = entry.reflection.prompt if entry.reflection is not None else ""
    others = [prompt for prompt in prompts if prompt.id != there]
    fitting = _situation(index, entry, settings)
    return one_of_each_theme(others, fitting, seed=seed, interaction_id=entry.id)


def companions(
    index: Index, entry: Interaction, settings: Settings = DEFAULTS, newcomers: Sequence[Contact] = ()
) -> tuple[Companion, ...]:
    """Those who took part, each with the days of the first and the last talk before this one.

    Somebody the index does not know is new, or was deleted: only when they were met is known of them. While
    the journal is young nearly everyone in it is somebody one knew, unless an entry tells of a first meeting.
    """
    cards = "SELECT id, card FROM person WHERE id IN (SELECT value FROM json_each(?))"
    known = dict(index.rows(cards, json.dumps(entry.people)))
    new = {one.id: one.name for one in newcomers}
    met = (
        "SELECT p.date FROM talk p JOIN entry e ON e.key = p.entry"
        " WHERE p.person = ?1 AND p.date <= ?2 AND e.id != ?3 ORDER BY p.date"
    )
    both = f"SELECT ({met} LIMIT 1), ({met} DESC LIMIT 1)"
    is_young = _is_young(index, entry.date)
    found = []
    for id in dict.fromkeys(entry.people):
        card = json.loads(known.get(id, "{}"))
        [(first, last)] = index.rows(both, id, entry.date.isoformat(), entry.id)
        names = (card.get("name", new.get(id, "")), *card.get("nicknames", ()))
        tags = card.get("tags", ())
        found.append(
            Companion(
                id=id,
                first=dt.date.fromisoformat(first) if first else None,
                last=dt.date.fromisoformat(last) if last else None,
                interval=interval(card.get("rhythm"), card.get("circle"), settings.circles),
                field=card.get("field", ""),
                ahead="ahead" in tags,
                near=nearness(names[0], tags, card.get("circle"), (*names[1:], card.get("role", ""))),
                long_known=is_long_known_in(entry, names[0], tags, names[1:])
                or (is_young and not is_just_met(entry, names)),
            )
        )
    return tuple(found)


def _is_young(index: Index, today: dt.date) -> bool:
    [(oldest,)] = index.rows("SELECT MIN(date) FROM entry")
    return oldest is None or (today - dt.date.fromisoformat(oldest)).days < _YOUNG


def history(index: Index, people: Collection[str], library: Sequence[Prompt], today: dt.date) -> History:
    """What was asked before: of the prompts in `library`, and about any of `people` (ids)."""
    return History(
        recent=_recent(index),
        by_prompt=_by_prompt(index, library),
        with_people=_with_people(index, people, today),
    )


def _was_asked_on(index: Index, day: dt.date) -> bool:
    """Whether a question was asked on a calendar day, wherever on earth one was."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()
    near = (noon - _HALF_A_DAY_ON_EARTH, noon + _HALF_A_DAY_ON_EARTH)
    query = "SELECT 1 FROM entry WHERE asked BETWEEN ? AND ? AND asked_on = ? LIMIT 1"
    return bool(index.rows(query, *near, day.isoformat()))


def _recent(index: Index) -> tuple[Showing, ...]:
    query = (
        "SELECT prompt, dimension, asked_on FROM entry WHERE asked IS NOT NULL"
        " ORDER BY asked DESC, id DESC LIMIT ?"
    )
    return tuple(
        Showing(prompt=prompt, dimension=dimension, day=dt.date.fromisoformat(day))
        for prompt, dimension, day in index.rows(query, _RECENT)
    )


def _by_prompt(index: Index, library: Sequence[Prompt]) -> dict[str, Shown]:
    newest = (
        "SELECT e.prompt, e.asked, e.id, e.status, e.asked_on FROM json_each(?) j JOIN entry e ON e.key IN ("
        " SELECT key FROM entry WHERE prompt = j.value AND asked IS NOT NULL"
        " ORDER BY asked DESC, id DESC LIMIT ?)"
        " UNION ALL SELECT prompt, asked, '', 'skipped', asked_on FROM passed"
    )
    shown: dict[str, list[tuple[float, str, str, str]]] = defaultdict(list)
    ids = json.dumps([prompt.id for prompt in library])
    for id, moment, entry, status, day in index.rows(newest, ids, _SKIPS_OF):
        shown[id].append((moment, entry, status, day))
    found = {}
    for prompt in library:
        if rows := sorted(shown[prompt.id], reverse=True)[:_SKIPS_OF]:
            skips = sum(status == "skipped" for _, _, status, _ in rows)
            found[prompt.id] = Shown(last=dt.date.fromisoformat(rows[0][3]), skips=skips)
    return found


def _with_people(index: Index, people: Collection[str], today: dt.date) -> dict[str, dt.date]:
    since = today - dt.timedelta(days=_REST_WITH_PERSON)
    query = (
        "SELECT e.prompt, MAX(e.asked_on) FROM participant p JOIN entry e ON e.key = p.entry"
        " WHERE p.person IN (SELECT value FROM json_each(?)) AND e.asked_on >= ? GROUP BY e.prompt"
    )
    rows = index.rows(query, json.dumps(list(people)), since.isoformat())
    return {prompt: dt.date.fromisoformat(day) for prompt, day in rows}
