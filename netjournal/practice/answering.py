"""From the line typed under a question to the reflection that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from netjournal.language.exchanged import is_attempt
from netjournal.language.kept_back import is_kept_back
from netjournal.language.keys import promises_of
from netjournal.language.promises.signs import PROMISED_BY, promise_signs
from netjournal.model import Interaction, Promise, Reflection, Scale
from netjournal.practice.choosing import Choice
from netjournal.practice.coming_back import is_hard
from netjournal.practice.prompts import Prompt
from netjournal.settings import DEFAULTS, Scales

_RATINGS = ("/1", "/2", "/3", "/4", "/5")


def say_scale(scale: Scale, scales: Scales = DEFAULTS.scales) -> str:
    """``/1 all business … /5 as with a friend``: what a rating says at its ends. All rate oneself."""
    lowest, _, highest = getattr(scales, scale)
    return f"/1 {lowest} … /5 {highest}"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says: words, a rating from 1 to 5, or both, or neither; `private` is for oneself alone.

    `promises` are those of its words that are a promise too, as they were typed, each after whose it is;
    `adds` if nothing stood before them.
    """

    text: str = ""
    rating: int | None = None
    private: bool = False
    promises: tuple[tuple[Literal["me", "them"], str], ...] = ()
    adds: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: not now."""
        return not self.text and self.rating is None


Wish = Literal["why", "another", "later", "never"]

WISHES: Mapping[str, Wish] = {"?": "why", "s": "another", "l": "later", "m": "never"}
"""What a line may be instead of an answer: one sign alone (reflection.md §2.4)."""

WISH_WORDS: Mapping[Wish, str] = {
    "why": "why this one",
    "another": "another one",
    "later": "later",
    "never": "never again",
}
"""What each wish is called."""


def wish(line: str) -> Wish | None:
    """What the line asks for, if it is no answer: `?` why, `s` another one, `l` later, `m` never again.

    One letter alone says nothing of a talk.
    """
    return WISHES.get(line.strip())


TOO_FEW = "One number says little: a word or two, or enter alone for not now."
"""What is said to a number where nothing is rated."""

REVIEWS_STAY = "That is a question of a review; those are asked in turn."
"""What is said to whoever never wants to be asked one of them again."""


def rating_alone(line: str, scale: Scale | None) -> str:
    """A line that is 1 to 5 alone as the rating it is, where a `scale` is asked; any other as it is."""
    text = line.strip()
    return f"/{text}" if scale is not None and f"/{text}" in _RATINGS else line


def say_too_short(line: str) -> str:
    """What to say to one letter or 1 to 5 alone, a slip of the finger and no answer; empty for anything else.

    In a script without capitals one sign may be a word. Where a scale is asked, `rating_alone` comes first.
    """
    text = read_answer(line).text
    if f"/{text}" in _RATINGS:
        return TOO_FEW
    if wish(line) or len(text) != 1 or text.lower() == text.upper():
        return ""
    if text.lower() in "yn":
        return "This is not asked with yes or no: a word or two, or enter alone for not now."
    return "One letter says little: a word or two, or enter alone for not now."


def asks_why(line: str) -> bool:
    """Whether the line is the `?` that asks why this question, and so no answer."""
    return wish(line) == "why"


def read_answer(line: str) -> Answer:
    """Read ``boats; ask about the keel /4``: words, then a rating; either may be missing.

    The rating stands alone, or at the end or the beginning with a space between, so a fraction or a path
    (``1/4``, ``docs/2``) stays text. A
    line that begins with a small ``p:`` or ``p`` and a space, or ends in a ``p`` alone, is private, even
    where that was meant as a word: the mistake tells nobody anything. What follows a ``>``, at its beginning
    or within it, is promised, and what follows a ``<`` by them: ``she laughed > bring her rosemary by
    saturday < send the score``; the words stay in the text, without the signs.
    """
    text = line.strip()
    private = is_kept_back(text)
    if private:
        text = text[2:].strip()
    elif text.endswith(" p"):
        private, text = True, text[:-2].rstrip()
    adds = text[:1] == ">" or (text[:2] == "< " and text[2:].lstrip() not in _RATINGS)
    first = text[:1] if adds else ""
    text, rating = _without_rating(text[1:].lstrip() if adds else text)
    parts, signs = _parts(text, several=adds)
    if rating is None and len(parts) > 1:
        parts[0], rating = _without_rating(parts[0])
    return Answer(
        text=_joined(parts),
        rating=rating,
        private=private,
        promises=tuple(
            (PROMISED_BY[sign], part)
            for sign, part in zip((first, *signs), parts, strict=True)
            if sign and part
        ),
        adds=adds,
    )


def _without_rating(text: str) -> tuple[str, int | None]:
    if text.endswith(_RATINGS) and (len(text) == 2 or text[-3].isspace()):
        return text[:-2].rstrip(), int(text[-1])
    if text.startswith(_RATINGS) and text[2:3].isspace():
        return text[2:].lstrip(), int(text[1])
    return text, None


def _parts(text: str, *, several: bool) -> tuple[list[str], list[str]]:
    """The words before a sign in `text` and after each, and the signs; `several` if all are promises."""
    parts: list[str] = []
    signs: list[str] = []
    start = 0
    for found in promise_signs(text, several=several):
        parts.append((text[start : found.start()].rstrip() + found["before"]).strip())
        signs.append(found["sign"])
        start = found.end()
    return [*parts, text[start:]], signs


def _joined(parts: list[str]) -> str:
    """The parts as one text, with a pause between them."""
    before = [part if part[-1:] in ";,.!?" else f"{part};" for part in parts[:-1] if part]
    return " ".join((*before, parts[-1])).strip()


def promised_in(line: str, now: datetime) -> tuple[Promise, ...]:
    """What an answer promises: ``> send her the keel book by friday`` (reflection.md §2.4)."""
    from netjournal.language.promises.ending import over_before_card  # few answers promise anything

    told = read_answer(line).promises
    promises = ((by, words[: over_before_card(words)].rstrip(" ;,")) for by, words in told)
    return tuple(one for by, words in promises if words for one in promises_of(words, by, now))


def asked(choice: Choice, now: datetime) -> Reflection:
    """The reflection an entry keeps from the moment its question is shown, in the words shown."""
    prompt = choice.prompt
    return Reflection(
        prompt=prompt.id,
        dimension=prompt.dimension,
        question=prompt.text,
        asked=now,
        scale=prompt.scale or "friend",
    )


def answered(reflection: Reflection, line: str, now: datetime) -> Reflection:
    """The reflection with what `line` says: answered, or skipped if it says nothing.

    Answering again replaces the words or the rating that are given anew, and keeps the others; what was
    private stays so. A wish, and nothing said to what is answered already, change nothing; a promise alone
    (``> send her the plan``) leaves the words of the answer that there is.
    """
    answer = read_answer(line)
    if wish(line) or (answer.is_empty and reflection.status == "answered"):
        return reflection
    if answer.adds and reflection.status == "answered" and reflection.answer:
        return msgspec.structs.replace(
            reflection,
            rating=answer.rating or reflection.rating,
            private=answer.private or reflection.private,
        )
    if answer.is_empty:
        return msgspec.structs.replace(reflection, status="skipped")
    return msgspec.structs.replace(
        reflection,
        status="answered",
        answer=answer.text or reflection.answer,
        rating=answer.rating or reflection.rating,
        private=answer.private or reflection.private,
        answered=now,
    )


def moved(reflection: Reflection, prompt: Prompt) -> Reflection:
    """The same answer under another question; a rating goes on to rate what it was given for."""
    return msgspec.structs.replace(
        reflection,
        prompt=prompt.id,
        dimension=prompt.dimension,
        question=prompt.text,
        scale=reflection.scale if reflection.rating else prompt.scale or "friend",
    )


def kept_to_oneself(reflection: Reflection, *, private: bool) -> Reflection:
    """The answer for oneself alone, or not; what is private begins no page."""
    quoted = reflection.quoted and not private
    return msgspec.structs.replace(reflection, private=private, quoted=quoted)


def prompt_of(reflection: Reflection) -> Prompt:
    """The question that was asked, as far as its answer knows of it."""
    return Prompt(id=reflection.prompt, dimension=reflection.dimension, text=reflection.question)


def scale_for(question: Prompt | Reflection, entry: Interaction) -> Scale | None:
    """What a rating would rate; None if the log of `entry` says it already, or nobody would rate themselves:
    how they showed up on a hard day, with nobody, or to somebody whom they did not reach.
    """
    scale = question.scale or "friend"
    if scale == "energy":
        return None if entry.energy is not None else scale
    is_with_others = bool(entry.people) or entry.channel == "event"
    return scale if is_with_others and not (is_hard(entry) or is_attempt(entry.text)) else None
