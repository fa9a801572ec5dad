"""An answer mended in the shell: kept to oneself, under another question, its energy rated later."""

from __future__ import annotations

from msgspec.structs import replace

from netjournal.cli.session import Session
from netjournal.errors import JournalError, Misused
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import kept_to_oneself, moved
from netjournal.practice.prompts import Prompt
from netjournal.practice.themes import DIMENSION_NAMES, say_theme


def mended(
    session: Session, entry: Interaction, private: bool | None, question: str, energy: int | None
) -> Interaction:
    """The entry with what was said of it, as it is kept; raises JournalError and Misused."""
    reflection = entry.reflection
    if question and reflection is not None:
        reflection = moved(reflection, _prompt(session, entry, reflection, question))
    if private is not None and reflection is not None:
        reflection = kept_to_oneself(reflection, private=private)
    after = replace(entry, reflection=reflection, energy=energy or entry.energy)
    if after == entry:
        return entry
    return session.journal.change(entry, after, now=session.clock(), kind="answer")


def _prompt(session: Session, entry: Interaction, reflection: Reflection, wanted: str) -> Prompt:
    """The question with this id, or of this theme the one that fits best."""
    if reflection.period:
        raise JournalError("That answer belongs to a review and stays with it.")
    key = " ".join(wanted.split()).casefold()
    prompts = session.prompts()
    found = next((prompt for prompt in prompts if prompt.id == key), None)
    fitting = session.journal.other_questions(entry, prompts, session.settings)
    of_theme = (
        prompt
        for prompt in fitting
        if key in (prompt.dimension, DIMENSION_NAMES[prompt.dimension].casefold())
    )
    found = found or next(of_theme, None)
    if found is None:
        themes = "; ".join(dict.fromkeys(say_theme(prompt.dimension) for prompt in fitting))
        raise Misused(f"No question here is called {wanted}.", f"Name a theme: {themes}.")
    return found
