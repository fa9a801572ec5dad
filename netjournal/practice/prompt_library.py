"""What one's own files make of the built-in questions: more of them, others, fewer, and other languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netjournal.practice.prompts import OwnFile, Prompt, meant

ENGLISH = "en"


class Library(NamedTuple):
    """The questions that may be asked, those that are muted with the files that say so, and ids that are
    muted but belong to no question, with the file and what was meant.
    """

    prompts: tuple[Prompt, ...]
    muted: tuple[tuple[Prompt, tuple[str, ...]], ...] = ()
    unknown: tuple[tuple[str, str, str], ...] = ()


def put_together(prompts: Sequence[Prompt], files: Iterable[OwnFile], language: str = ENGLISH) -> Library:
    """`prompts` with what `files` add, in their order, and without what they mute.

    A prompt with the id of another takes its place. A file in another language than the one asked for counts
    for nothing, so what it does not say in that language is asked in English.
    """
    by_id = {prompt.id: prompt for prompt in prompts}
    muted: dict[str, list[str]] = {}
    unknown = []
    spoken = [file for file in files if speaks(file.language, language)]
    for file in spoken:
        by_id |= {prompt.id: prompt for prompt in file.prompts}
    for file in spoken:
        for id in file.mute:
            if id in by_id:
                muted.setdefault(id, []).append(file.name)
            elif not file.is_ours:
                unknown.append((file.name, id, meant(id, by_id)))
    return Library(
        tuple(prompt for id, prompt in by_id.items() if id not in muted),
        tuple((by_id[id], tuple(names)) for id, names in muted.items()),
        tuple(unknown),
    )


def speaks(language: str, wanted: str) -> bool:
    """Whether a file is in the language asked for: ``de`` is, for ``de-AT``; without one it is in any."""
    its, ours = (name.lower().replace("_", "-") for name in (language, wanted))
    return not its or its == ours or ours.startswith(f"{its}-")
