"""From the line typed under a question to the reflection that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from netjournal.language.keys import promise_of
from netjournal.model import Interaction, Promise, Reflection, Scale
from netjournal.practice.choosing import Choice
from netjournal.practice.prompts import Prompt
from netjournal.settings import DEFAULTS, Scales


def say_scale(scale: Scale, scales: Scales = DEFAULTS.scales) -> str:
    """``/1 all business … /5 as with a friend``: what a rating says at its ends. All rate oneself."""
    lowest, _, highest = getattr(scales, scale)
    return f"/1 {lowest} … /5 {highest}"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says: words, a rating from 1 to 5, or both, or neither; `private` is for oneself alone,
    `promises` says that the words are a promise too.
    """

    text: str = ""
    rating: int | None = None
    private: bool = False
    promises: bool = False

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


REVIEWS_STAY = "That is a question of a review; those are asked in turn."
"""What is said to whoever never wants to be asked one of them again."""


def say_too_short(line: str) -> str:
    """What to say to one letter alone, which is a slip of the finger and no answer; empty for anything else.

    In a script without capitals one sign may be a word.
    """
    text = read_answer(line).text
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

    The rating stands alone or after a space, so a fraction or a path (``1/4``, ``docs/2``) stays text. A
    line that begins with a small ``p:`` or ``p`` and a space is private, even where it was meant as a word:
    that mistake tells nobody anything. One that begins with ``>`` promises what it says.
    """
    text = line.strip()
    private = text[:2] == "p:" or (text[:1] == "p" and text[1:2].isspace())
    if private:
        text = text[2:].strip()
    promises = text[:1] == ">"
    text = text[1:].lstrip() if promises else text
    if text[-2:] in ("/1", "/2", "/3", "/4", "/5") and (len(text) == 2 or text[-3].isspace()):
        rating = int(text[-1])
        return Answer(text=text[:-2].rstrip(), rating=rating, private=private, promises=promises)
    return Answer(text=text, private=private, promises=promises)


def promised_in(line: str, now: datetime) -> Promise | None:
    """What an answer promises: ``> send her the keel book by friday`` (reflection.md §2.4)."""
    answer = read_answer(line)
    return promise_of(answer.text, "me", now) if answer.promises and answer.text else None


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
    private stays so. A wish, and nothing said to what is answered already, change nothing.
    """
    answer = read_answer(line)
    if wish(line) or (answer.is_empty and reflection.status == "answered"):
        return reflection
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
    """What a rating would rate; None if the log of `entry` says it already."""
    scale = question.scale or "friend"
    return None if scale == "energy" and entry.energy is not None else scale
