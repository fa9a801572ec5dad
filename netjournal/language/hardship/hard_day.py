"""Whether a text tells of death, illness, a loss or a quarrel, so that nothing light is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from netjournal.language.hardship.ailments import AILMENTS
from netjournal.language.hardship.cue import Cue
from netjournal.language.hardship.injuries import INJURIES
from netjournal.language.hardship.joy import tells_of_joy
from netjournal.language.hardship.losses import DEATHS, LOSSES
from netjournal.language.hardship.quarrels import PEACE, QUARRELS
from netjournal.language.hardship.sickness import SICKBEDS
from netjournal.language.shorthand import spelt_out

REACH = 2000
"""Letters of a text that are looked at."""

Hardship = Literal["death", "quarrel", "sickbed"]
"""What a day was hard by; a sickbed stands for any other loss as well."""

_CUES: Mapping[Hardship, Sequence[Cue]] = {
    "death": DEATHS,
    "quarrel": QUARRELS,
    "sickbed": (*SICKBEDS, *INJURIES, *LOSSES),
}
_IN_FUN = r"\b(?:laugh|joy\b|happy tears|giggl|onion|for happiness|for fun|in fun|jok|the baby was crying)"
_WORKS = (
    r"films?|movies?|plays?|novels?|books?|songs?|poems?|operas?|documentar(?:y|ies)|lecture|paper|podcast|talk"
    r"|exhibition|series"
)
_MADE_UP = (
    rf"\b(?:(?:{_WORKS}|concert|fundraiser|charity|research)\b[^.;!?\n]{{0,20}}\b(?:about|on|of|at|is|was)"
    r"|(?:concert|fundraiser|charity|research)\b[^.;!?\n]{0,20}\bfor)\b[^.;!?\n]{0,20}\Z"
)
_FUNDRAISER = (
    r"\s+(?:fundraiser|charity|benefit|research\w*|run\b|lawyers?|concert|garden|party|scene|choir|quiz|fair\b"
    r"|gala|raffle|shop\b|team|staff|rota|open day|summer f[êe]te|bake sale)"
)
_AT_WORK = (
    r"\b(?:work(?:s|ed|ing)?|jobs?|shifts?|nurses?|doctors?|surgeons?|porters?|intern\w*|volunteer\w*|clowns?"
    r"|physio\w*|carers?|therapists?|midwi(?:fe|ves)|paramedics?|chaplains?|receptionists?|cleaners?|cooks?"
    r"|chefs?|managers?|matron|consultants?|registrars?|dietici?ans?|pharmacists?|colleagues?|social workers?"
    r"|training|handover|break|canteen|quiz|fair|party"
    r"|talks?|concerts?|lectures?|choir|sang|sings?|rehears\w*|played|painted|exhibition)"
    r"(?: (?!was |is |and |says |took )\w+){0,2} ?\Z"
)
_DENIED = (
    r"(?:\b(?:no|not|never|without|nobody|hardly|instead of)|n['’]t)(?: an?| any| once| even| have| be)* \Z"
)


def tells_of_hard_day(text: str) -> bool:
    """Whether the first words of `text` do, in plain English; a battery that died is none of it."""
    small = spelt_out(text[:REACH]).lower()
    return any(_tells(cues, small) for cues in (*_CUES.values(), AILMENTS))


def hardship(text: str, but: Hardship | None = None) -> Hardship | None:
    """What the first words of `text` tell of, a death before a quarrel and that before anything else; `but`
    is left out. One's own ailments of a day are nothing that lasts.
    """
    small = spelt_out(text[:REACH]).lower()
    return next((kind for kind, cues in _CUES.items() if kind != but and _tells(cues, small)), None)


def tells_of_death(text: str) -> bool:
    """Whether the first words of `text` say that somebody died, was buried or is mourned."""
    return _tells(DEATHS, spelt_out(text[:REACH]).lower())


def tells_of_peace(text: str) -> bool:
    """Whether the first words of `text` say that a quarrel is over."""
    return re.search(PEACE, spelt_out(text[:REACH]).lower()) is not None


def quarrels_in(small: str) -> tuple[tuple[int, int], ...]:
    """From where to where a quarrel is told in a text without capitals, each place once, the first first."""
    near = (cue for cue in QUARRELS if any(stem in small for stem in cue.stems))
    return tuple(sorted({match.span() for cue in near for match in _standing(cue, small)}))


def _tells(cues: Sequence[Cue], small: str) -> bool:
    return any(_stands(cue, small) for cue in cues if any(stem in small for stem in cue.stems))


def _stands(cue: Cue, small: str) -> bool:
    return any(True for _ in _standing(cue, small))


def _standing(cue: Cue, small: str) -> Iterator[re.Match[str]]:
    """Where a `cue` stands and is not taken back."""
    for match in re.finditer(rf"\b(?:{cue.pattern})\b", small):
        before, after = small[: match.start()], small[match.end() :]
        sentence = f"{re.split(r'[.;!?]', before)[-1]}{match[0]}{re.split(r'[.;!?]', after)[0]}"
        if not (
            (cue.is_said_in_fun and re.search(_IN_FUN, sentence))
            or (cue.may_be_joy and tells_of_joy(small))
            or (cue.ends_well and re.search(cue.ends_well, f"{sentence}\n{after}"))
            or (cue.is_place and re.search(_AT_WORK, before[-60:]))
            or (cue.is_deniable and re.search(_DENIED, before[-30:]))
            or re.search(_MADE_UP, before[-60:])
            or re.match(_FUNDRAISER, after)
        ):
            yield match
