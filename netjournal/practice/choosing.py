"""Which one question to ask after an entry: explainable, and the same in every process.

"I look at what just happened, leave out questions you saw lately, favour themes you have not visited for a
while, and break ties by a fixed shuffle." The numbers are those of reflection.md §2.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from netjournal.model import DIMENSIONS, Dimension
from netjournal.practice.prompts import Prompt
from netjournal.practice.situation import Situation

_WEIGHTS: Mapping[str, int] = dict.fromkeys(
    ("first", "gap", "help", "intro", "mood", "energy", "promise", "ahead", "attempt", "news"), 2
)
_REASONS: Mapping[tuple[str, str], str] = {
    ("first", "true"): "someone here was new to you",
    ("gap", "long"): "you had been out of touch for a long time",
    ("help", "given"): "you helped, or gave something",
    ("help", "received"): "you were helped, or given something",
    ("intro", "made"): "you introduced people to each other",
    ("intro", "received"): "someone introduced you",
    ("mood", "low"): "it was a hard day",
    ("mood", "high"): "you noted a good mood",
    ("energy", "low"): "you noted little energy",
    ("energy", "high"): "you noted much energy",
    ("promise", "kept"): "you kept a promise",
    ("ahead", "true"): "you spoke with someone who has been where you are going",
    ("channel", "in_person"): "you met in person",
    ("channel", "call"): "you talked on a call",
    ("channel", "message"): "it was a message",
    ("channel", "email"): "it was an email",
    ("channel", "event"): "you were at an event",
    ("known", "new"): "you have not known each other long",
    ("known", "growing"): "you are getting to know each other",
    ("known", "long"): "you go back a long way",
    ("goal", "true"): "it belongs to one of your goals",
    ("group", "true"): "there were several of you",
    ("many", "true"): "there were many of you",
    ("near", "family"): "it was family",
    ("near", "friend"): "you were among friends",
    ("promise", "made"): "you promised something",
    ("field", "same"): "you share a field",
    ("field", "other"): "their field is not yours",
    ("initiated", "me"): "you reached out first",
    ("initiated", "them"): "they reached out first",
    ("news", "good"): "there was good news",
    ("time", "hard"): "it is a hard time",
    ("time", "vexed"): "it vexed you",
    ("alone", "true"): "nobody else is named",
    ("attempt", "true"): "nobody was reached",
    ("without", "voice"): "you thought of someone without a talk",
    ("without", "words"): "nothing was written",
    ("without", "mine"): "the words were theirs",
    ("without", "theirs"): "no word of theirs is in it",
}


class Showing(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt (its id) that was shown on a day, answered or not."""

    prompt: str
    dimension: Dimension
    day: date


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """When a prompt was last shown, and how many of its last three showings were skipped."""

    last: date
    skips: int = 0


class History(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked before.

    `recent` holds at least the newest 24 showings, newest first; `by_prompt` every prompt ever shown, by id;
    `with_people` the day each was last shown about any of the people of this entry.
    """

    recent: tuple[Showing, ...] = ()
    by_prompt: Mapping[str, Shown] = {}
    with_people: Mapping[str, date] = {}


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The prompt to ask, and one sentence on why this one."""

    prompt: Prompt
    why: str


def choose(
    prompts: Sequence[Prompt],
    situation: Situation,
    history: History,
    *,
    seed: str,
    interaction_id: str,
    today: date,
) -> Choice | None:
    """The question to ask on `today` after the entry of that id; None if not one fits.

    `seed` is the journal's own, so that two people do not get the same shuffle.
    """
    fitting = _none_light([prompt for prompt in prompts if prompt.fits(situation)], situation)
    left = _gentle(fitting, _rested(fitting, history, today), situation, history)
    if not left:
        return None
    scores = [_score(prompt, history, today) for prompt in left]
    band = max(scores) - 0.5
    best = [prompt for prompt, score in zip(left, scores, strict=True) if score >= band]
    prompt = _shuffled_first(best, f"{seed}|{interaction_id}|")
    return Choice(prompt=prompt, why=_why(prompt, situation, history, today))


def one_of_each_theme(
    prompts: Sequence[Prompt], situation: Situation, *, seed: str, interaction_id: str
) -> tuple[Prompt, ...]:
    """The question of each theme that fits best, to move an answer to, in the order of the themes."""
    by_theme: dict[Dimension, list[Prompt]] = {}
    for prompt in prompts:
        if prompt.fits(situation):
            by_theme.setdefault(prompt.dimension, []).append(prompt)
    found = []
    for theme in DIMENSIONS:
        fits = {prompt.id: fit(prompt) for prompt in by_theme.get(theme, ())}
        best = [prompt for prompt in by_theme.get(theme, ()) if fits[prompt.id] == max(fits.values())]
        found += [_shuffled_first(best, f"{seed}|{interaction_id}|")] if best else []
    return tuple(found)


def fit(prompt: Prompt) -> int:
    """How much of an entry a prompt speaks of: S of reflection.md §2.3."""
    return min(4, sum(_WEIGHTS.get(key, 1) for key in prompt.when))


def _rested(prompts: Sequence[Prompt], history: History, today: date) -> Sequence[Prompt]:
    """Those not seen lately; where that leaves none, the rules are loosened one after the other."""
    last_12 = {showing.prompt for showing in history.recent[:12]}
    last_3 = {showing.prompt for showing in history.recent[:3]}
    by_day = {id for id, shown in history.by_prompt.items() if (today - shown.last).days <= 14}
    by_person = {id for id, day in history.with_people.items() if (today - day).days <= 90}
    themes = {showing.dimension for showing in history.recent[:2]}
    resting: tuple[tuple[set[str], set[Dimension]], ...] = (
        (last_12 | by_day | by_person, themes),
        (last_12 | by_day | by_person, set()),
        (last_12, set()),
        (last_3, set()),
    )
    for ids, dimensions in resting:
        left = [prompt for prompt in prompts if prompt.id not in ids and prompt.dimension not in dimensions]
        if left:
            return left
    return prompts


def _gentle(
    fitting: Sequence[Prompt], rested: Sequence[Prompt], situation: Situation, history: History
) -> Sequence[Prompt]:
    """With a low mood only the prompts made for one, if there are any.

    Rather one seen a fortnight ago than a light one; but none of the last twelve, and no theme twice running.
    """
    if "low" not in situation.get("mood", ()):
        return _glad(rested) if "good" in situation.get("news", ()) else rested
    last_12 = {showing.prompt for showing in history.recent[:12]}
    themes = {showing.dimension for showing in history.recent[:1]}
    kind = [prompt for prompt in fitting if "low" in prompt.when.get("mood", ())]
    resting = [prompt for prompt in kind if prompt.id not in last_12 and prompt.dimension not in themes]
    return [prompt for prompt in rested if prompt in kind] or resting or rested


def _glad(rested: Sequence[Prompt]) -> Sequence[Prompt]:
    """After good news those made for it, if one has not just seen them all."""
    return [prompt for prompt in rested if "good" in prompt.when.get("news", ())] or rested


def _none_light(fitting: Sequence[Prompt], situation: Situation) -> Sequence[Prompt]:
    """In a hard time, and of who vexed one, none that would not be asked in a low mood, if any is left."""
    if not situation.get("time"):
        return fitting
    return [prompt for prompt in fitting if "low" not in prompt.unless.get("mood", ())] or fitting


def _score(prompt: Prompt, history: History, today: date) -> float:
    visits = sum(showing.dimension == prompt.dimension for showing in history.recent[:24])
    shown = history.by_prompt.get(prompt.id)
    if shown is None:
        return fit(prompt) + 6 / (1 + visits) + 1
    freshness = min(1.0, max(0, (today - shown.last).days) / 180)
    return fit(prompt) + 6 / (1 + visits) + freshness - 0.5 * shown.skips


def _shuffled_first(prompts: Sequence[Prompt], salt: str) -> Prompt:
    if len(prompts) == 1:
        return prompts[0]
    from hashlib import sha256  # brings OpenSSL with it: a few ms, wanted only here

    return min(prompts, key=lambda prompt: sha256(f"{salt}{prompt.id}".encode()).hexdigest())


def _why(prompt: Prompt, situation: Situation, history: History, today: date) -> str:
    heaviest = sorted(prompt.when, key=lambda key: -_WEIGHTS.get(key, 1))[:2]
    reasons = [
        next(_REASONS[key, value] for value in prompt.when[key] if value in situation[key])
        for key in heaviest
    ]
    reasons = [*(reasons or ["this one suits almost anything"]), _how_fresh(prompt, history, today)]
    sentence = ", ".join(reasons[:-1]) + f", and {reasons[-1]}."
    return sentence[0].upper() + sentence[1:]


def _how_fresh(prompt: Prompt, history: History, today: date) -> str:
    lately = {showing.dimension for showing in history.recent[:24]}
    if prompt.dimension not in lately:
        return "this theme has not come up " + ("for a while" if len(history.recent) >= 24 else "before")
    shown = history.by_prompt.get(prompt.id)
    if shown is None:
        return "you have not been asked this before"
    if (today - shown.last).days > 14:
        return "it is a while since you were asked this"
    return "few other questions fit that you have not just seen"
