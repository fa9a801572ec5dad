"""Why a search found nothing: a word that is nowhere, and which one was perhaps meant."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from itertools import islice
from pathlib import Path

from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.terms import Words
from netjournal.language.finding.vocabulary import one_slip, slips_allowed
from netjournal.language.folding import fold
from netjournal.store.concordances import learn_words
from netjournal.store.index import Index
from netjournal.store.searching import search

_MOST = 8
"""Words that are looked for one by one."""

_MONTHS = 24
"""Months, the newest, whose words are learned for it where they are not known yet."""


def why_nothing(folder: Path, index: Index, filter: Filter) -> str:
    """What helps whose search for `filter` found nothing; empty where nothing does.

    Takes as long as a search for each word. Raises Unavailable if the folder or the index cannot be read.
    """
    words = filter.words()[:_MOST]
    missing = [word for word in words if not _stands(folder, index, word)]
    for word in missing:
        if meant := _meant(folder, index, word):
            return f"Did you mean {meant}?"
    if not words[1:]:
        return ""
    if missing:
        quoted = " nor ".join(f"“{word}”" for word in missing)
        return f"Nothing has {quoted}: leave {'it' if len(missing) == 1 else 'them'} out."
    return f"Each word is somewhere, but nothing has them all: try {max(words, key=len)} alone."


def _stands(folder: Path, index: Index, word: str) -> bool:
    with contextlib.closing(search(folder, index, Filter(Words(word)))) as steps:
        return any(step.people or step.entries for step in steps)


def _meant(folder: Path, index: Index, word: str) -> str:
    """The word a slip of the pen away that stands in most months, or in a name; empty if there is none."""
    key = fold(word)
    slips = set(one_slip(key)) - {key} if slips_allowed(key) else set()
    if not slips:
        return ""
    for _ in islice(learn_words(folder, index), _MONTHS):
        pass
    found = Counter(
        word
        for (words,) in index.rows("SELECT words FROM concordance")
        for word in bytes(words).decode().split()
        if word in slips
    )
    names = "SELECT DISTINCT word FROM word WHERE word IN (SELECT value FROM json_each(?))"
    found.update(name for (name,) in index.rows(names, json.dumps(sorted(slips))))
    likely = sorted(found, key=lambda one: (-found[one], one))
    return next((one for one in likely if _stands(folder, index, one)), "")
