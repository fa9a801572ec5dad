"""Answers as they are kept: to the question of an entry, and to those of a review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from netjournal.model import Interaction, Promise, Reflection, to_raw
from netjournal.store.people_writing import PeopleWriting
from netjournal.store.shelf import Edit

if TYPE_CHECKING:
    from netjournal.practice.review_steps import Step


class Reflecting(PeopleWriting):
    """A journal that keeps answers."""

    def reflect(
        self, entry: Interaction, reflection: Reflection, *, now: datetime, promises: Sequence[Promise] = ()
    ) -> Interaction:
        """Keep an answer and what it promises, a question left, or another; the last two are taken back with
        the entry.
        """
        new = tuple(promise for promise in promises if promise not in entry.promises)
        after = replace(entry, reflection=reflection, promises=(*entry.promises, *new))
        return self._change_entry(entry, after, now, "answer", amends=reflection.status != "answered")

    def keep_review(
        self, reflection: Reflection, *, now: datetime, promises: Sequence[Promise] = ()
    ) -> Interaction:
        """Write an answer of a review and what it promises, as an entry of one's own of today."""
        entry = Interaction(
            id=self.new_id(now),
            date=now.date(),
            promises=tuple(promises),
            reflection=reflection,
            created=now,
        )
        edits = [Edit(f"months/{entry.month}", entry.id, None, to_raw(entry))]
        self._commit("answer", reflection.question, lambda _: edits, now)
        return entry

    def take_step(self, step: Step, period: str, line: str, *, now: datetime) -> bool:
        """Keep what `line` says at a step of the review of `period`; False if it says nothing: not now.

        A question that is never to come again is left. Raises JournalError like `change`.
        """
        from netjournal.practice.answering import answered, promised_in, read_answer, wish
        from netjournal.practice.review_steps import read_energy
        from netjournal.practice.reviews import answer_to

        if wish(line) == "later":
            return False
        if step.question is not None:
            reflection = answer_to(step.question, period, line, now)
            if reflection is not None:
                self.keep_review(reflection, now=now, promises=promised_in(line, now))
            return reflection is not None
        entry = step.entry
        assert entry is not None
        if step.kind == "energy":
            energy, words = read_energy(line)
            if energy is None:
                return False
            text = "\n".join(filter(None, (entry.text, words)))
            after = replace(entry, energy=energy, text=text)
            if after != entry:
                self._change_entry(entry, after, now, "answer")
            return True
        is_left = step.mutes(line)
        if entry.reflection is None or (read_answer(line).is_empty and not is_left):
            return False
        reflection = answered(entry.reflection, "" if is_left else line, now)
        self.reflect(entry, reflection, now=now, promises=promised_in(line, now))
        return not is_left

    def new_id(self, now: datetime) -> str:
        """An id for a document that is written at `now`."""
        raise NotImplementedError

    def _change_entry(
        self, before: Interaction, after: Interaction, now: datetime, kind: str, *, amends: bool = False
    ) -> Interaction:
        raise NotImplementedError
