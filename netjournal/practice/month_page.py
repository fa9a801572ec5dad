"""The page of a month, and of a week: one's own words first, numbers last (reflection.md §2.6).

No number is told of fewer than five values. What one keeps to oneself, a low mood, and whoever is at rest or
was deleted never come back on it in words (reflection.md §2.5); the numbers, which name nobody, stay as they
were once somebody is at rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from netjournal.language.days.words import MONTHS, say_month
from netjournal.language.entry_words import say_promised_to, shortened
from netjournal.model import Channel, Interaction
from netjournal.practice.coming_back import may_come_back
from netjournal.practice.echo import is_slight
from netjournal.practice.figures import listed
from netjournal.practice.month_counts import count
from netjournal.practice.month_head import Line, MonthPage
from netjournal.practice.month_material import Counts, InView, Material
from netjournal.practice.month_numbers import numbers
from netjournal.practice.plans import is_plan, mentioning, went
from netjournal.practice.quoting import quotes
from netjournal.practice.reviews import beside, days_of, of_period
from netjournal.practice.telling_back import Through, untold, went_well

_PROMISES = 5
_NAMED = 3
_WHOM = 12
_FEWEST_LEFT = 3
_FACE_TO_FACE: Collection[Channel] = ("in_person", "event")
_LONGEST = 160


def month_page(month: str, material: Material) -> MonthPage:
    """The page of a month (2026-11)."""
    counts = count(month, material)
    lines = [Line(*one) for one in numbers(month, counts, material)]
    lines += [*_doors(counts, material), *_goals(material), *_promises(material), *_plans(material)]
    return _or_few_words(
        MonthPage(say_month(month), quotes(material, *days_of(month)), tuple(lines)), material, "month"
    )


def week_page(first: dt.date, last: dt.date, material: Material) -> MonthPage:
    """The page of a week: words, people and promises; a week is too short for numbers."""
    same = first.month == last.month
    start = f"{first.day}" if same else f"{first.day} {MONTHS[first.month - 1]}"
    title = f"The week of {start} to {last.day} {MONTHS[last.month - 1]} {last.year:04}"
    talks = [one for one in material.entries if one.reflection is None or not one.reflection.period]
    own = quotes(material._replace(entries=talks), first, last)
    over = (Line("goals", "Small goals", one.progress.at_its_end) for one in _standing(material))
    page = MonthPage(title, own, (*_whom(material), *_promises(material), *over))
    return _or_few_words(page, material, "week")


def _or_few_words(page: MonthPage, material: Material, kind: str) -> MonthPage:
    """The page; where nothing of what was written may come back, it says only that there was something."""
    if not page.is_empty or not material.entries:
        return page
    return page._replace(lines=(Line("few", "In short", f"a {kind} with few words"),))


def _whom(material: Material) -> Iterator[Line]:
    """Whom one met face to face, with whom else one was in touch, and who else was part of something; each
    once, nobody for a broadcast.

    Of an entry that does not say how, neither is claimed: one may have stood at the same bed, or telephoned.
    It reads as complete: a low mood, an answer for oneself alone, or somebody at rest beside them hides
    nobody. A name quotes nothing (reflection.md §2.5 keeps back what was written).
    """
    met: dict[str, str] = {}
    in_touch: dict[str, str] = {}
    somehow: dict[str, str] = {}
    for entry in material.entries:
        if entry.is_talk:
            found = met if entry.channel in _FACE_TO_FACE else in_touch if entry.channel else somehow
            found |= {id: entry.id for id in entry.people if id in material.awake and id not in found}
    apart = {id: entry for id, entry in in_touch.items() if id not in met}
    rest = {id: entry for id, entry in somehow.items() if id not in met | apart}
    with_them = "Also with" if met or apart else "With"
    for key, label, found in (
        ("met", "You met", met),
        ("in_touch", "In touch with", apart),
        ("with", with_them, rest),
    ):
        if found:
            names = [material.awake[id].name for id in found]
            left = len(names) - _WHOM
            words = ", ".join(names if left < _FEWEST_LEFT else names[:_WHOM])
            words += f", and {left} others" if left >= _FEWEST_LEFT else ""
            yield Line(key, label, words, tuple(dict.fromkeys(found.values())))


def _promises(material: Material) -> Iterator[Line]:
    """What one promised in these days and has not done yet; no total of what waits."""
    found = [
        (entry, position)
        for entry in material.entries
        for position, promise in enumerate(entry.promises)
        if promise.by == "me" and promise.kept is None and material.may_quote(entry)
    ]
    found = [one for one in found if _to(material, *one).isdisjoint(material.gone)]
    for entry, position in found[:_PROMISES]:
        whom = _promised_to(material, entry, position)
        words = (shortened(entry.promises[position].text, _LONGEST), whom)
        yield Line("promise", "You promised", " · ".join(filter(None, words)), (entry.id,))
    if others := tuple(dict.fromkeys(entry.id for entry, _ in found[_PROMISES:])):
        yield Line("promise", "You promised", "and more", others)


def _to(material: Material, entry: Interaction, position: int) -> set[str]:
    return set(material.promised_to.get((entry.id, position), entry.people))


def _promised_to(material: Material, entry: Interaction, position: int) -> str:
    """Whom it is to, where its words do not say it."""
    ids = material.promised_to.get((entry.id, position), entry.people)
    names = [material.awake[id].name for id in ids if id in material.awake]
    return say_promised_to(entry.promises[position].text, names, _NAMED)


def _doors(counts: Counts, material: Material) -> Iterator[Line]:
    """Who was brought together, by name: these are few, and no trend. Then who has not heard of it yet."""
    if counts.introduced:
        yield Line("doors", "Doors", f"you introduced {listed(tuple(counts.introduced.values()))}")
    if counts.through:
        behind = dict.fromkeys(id for one in counts.through for id in counts.met.get(one, ()))
        yield Line("doors", "Doors", f"you met {listed(tuple(counts.through.values()))}", tuple(behind))
    unheard: dict[str, str] = {}
    for entry in material.entries:
        if may_come_back(entry, material.awake) and went_well(entry):
            one = untold(entry, _through(entry, material))
            if one is not None:
                unheard.setdefault(f"{one.introducer} has not heard how it went with {one.person}", entry.id)
    for words, id in tuple(unheard.items())[:_NAMED]:
        yield Line("doors", "Doors", words, (id,))


def _through(entry: Interaction, material: Material) -> Iterator[Through]:
    for person in (material.awake[id] for id in entry.people):
        introducer = material.awake.get(person.through)
        if introducer is not None and introducer.id not in material.gone:
            yield Through(person.name, introducer.name, introducer.id, introducer.last)


def _goals(material: Material) -> Iterator[Line]:
    """Each small goal with how far it was at the end of these days, in a word."""
    if shown := _standing(material):
        words = " · ".join(one.progress.in_a_word for one in shown)
        behind = tuple(dict.fromkeys(id for one in shown for id in one.counted))
        yield Line("goals", "Small goals", words, behind)


def _standing(material: Material) -> list[InView]:
    return [one for one in material.goals if one.progress.word != "let go"]


def _plans(material: Material) -> Iterator[Line]:
    """The newest plan, with the notes that mention it since, and under it what one wrote of how it went.

    Until that is there, what became of the newest plan before stands above it, with that plan.
    """
    told = [entry for entry in material.entries if material.may_quote(entry)]
    newest = next((entry for entry in reversed(told) if is_plan(entry)), None)
    outcome = next((entry for entry in reversed(told) if went(entry)), None)
    if outcome is not None:
        plan = _plan_behind(outcome, material)
        if plan is None or material.may_quote(plan):
            yield from _planned(plan, told)
            yield _of_plans("went", "How it went", outcome)
        if plan is newest:
            return
    yield from _planned(newest, told)


def _plan_behind(outcome: Interaction, material: Material) -> Interaction | None:
    """The plan that an outcome is of: made in the review before; None where it is gone."""
    asked = outcome.reflection
    if asked is None or not asked.period:
        return None
    made_in = beside(asked.period, -1)
    found = of_period((*material.before, *material.entries), made_in)
    return next((entry for entry in reversed(found) if is_plan(entry)), None)


def _planned(plan: Interaction | None, told: Sequence[Interaction]) -> Iterator[Line]:
    if plan is not None:
        yield _of_plans("plan", "You planned", plan, mentioning(plan, told))


def _of_plans(key: str, label: str, entry: Interaction, again: Sequence[str] = ()) -> Line:
    asked = entry.reflection
    words = f"“{shortened(asked.answer, _LONGEST)}”" if asked is not None else ""
    if asked is not None and key == "plan" and is_slight(asked):
        words += f", asked: {asked.question}"
    if again:
        words += f", mentioned again in {len(again)} note{'s' if len(again) > 1 else ''}"
    return Line(key, label, words, (entry.id, *again))
