"""The words of a text that tell what it is about."""

from __future__ import annotations

from netjournal.language.folding import fold, words

_SHORTEST = 3
_SMALL_WORDS = """
about after all also and another any anybody anyone anything are around away back because been before
being best better between both but can could did does done each even every everybody everyone everything
few find first for from get give good had has have help her here hers him his how into its just know less
like long lot lots make many may maybe might more most much near need new next nobody not nothing now off
once one only other our out over own people person place really she should since small some somebody
someone something still such take than that the their them then there these they thing things this those
through time too two under until very was way well were what when where which while who whom whose why
will with within without would you your
"""
_EMPTY = frozenset(_SMALL_WORDS.split())


def telling_words(text: str) -> frozenset[str]:
    """The words by which a need meets an offer."""
    found = (word for word in words(fold(text)) if len(word) >= _SHORTEST and word not in _EMPTY)
    return frozenset(word[:-1] if word[-1] == "s" and word[-2] != "s" else word for word in found)
