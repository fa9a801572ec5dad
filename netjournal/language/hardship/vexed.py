"""Whether one was vexed while writing a line: no hard day, but nothing light suits it (issue 5 §1)."""

from __future__ import annotations

import re

from netjournal.language.shorthand import spelt_out

_SIGNS: tuple[str, ...] = ("grr", "ugh", "argh", "annoy", "irritat", "furious", "fed up", "infuriat", "rude")
_SIGNS += ("ouch", "warning", "told off", "yelled", "shouted at", "scared", "afraid", "frightened")
_SIGNS += ("cancel", "called off", "no fee", "lost ", "get th", "turned down", "rejected", "refused")
_SIGNS += ("😤", "😡", "🙄", "😠")
_WORK = r"(?:clients?|customers?|commission|contract|gig|tender|pitch|grant|funding|booking|apprenticeship)"
_VEXED = (
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )"
    r"(?:\b(?:grr+|u+gh+|a+rgh+|annoy(?:ed|ing|s)|irritat(?:ed|ing)|furious|fed up|infuriating|rude|ouch)\b"
    r"|\b(?:cancelled|canceled|called off) (?:the|my|our) (?:whole |entire )?(?:job|gig|show|opening|order"
    r"|contract|project|tour|booking|commission)\b|\bno fee\b|[😤😡🙄😠]"
    r"|\b(?:got|get|given|gave me) (?:a|another|my) (?:\w+ )?warning (?:at|from|by|because|bc|for|letter)\b"
    r"|\b(?:was|were|got|been) (?:told off|yelled at|shouted at)\b|\b(?:yelled|shouted) at (?:me|us)\b"
    r"|\b(?:s?he['’]?s|they['’]?re|i['’]?m|is|are|was|were|am|feels?|felt|so|very)"
    r" (?:so |very |a bit |really )?(?:scared|afraid|frightened)\b(?! (?:i|we|not|so|it|that)\b)"
    rf"|\blost (?:the|a|an|our|my|another) (?:\w+ )?{_WORK}\b"
    r"|\b(?:did(?: not|n['’]?t)|have(?: not|n['’]?t)|never) g[eo]t (?:the|that) (?:\w+ )?"
    rf"(?:job|place|post|part|{_WORK})\b"
    rf"|\b(?:application|proposal|manuscript|offer|bid|paper|{_WORK}) (?:was |is |got )?(?:again )?"
    r"(?:turned down|rejected|refused)\b)"
)


def is_vexed(text: str) -> bool:
    """Whether `text` grumbles, in plain English or with a sign: grr, rude again; or tells of lost work."""
    small = spelt_out(text).lower()
    return any(sign in small for sign in _SIGNS) and re.search(_VEXED, small) is not None
