"""Whether something fell through: it was cancelled, or somebody never came."""

from __future__ import annotations

import re

from netjournal.language.exchanged import tells_of_no_show
from netjournal.language.shorthand import spelt_out

_REACH = 2000
_SIGNS: tuple[str, ...] = ("cancel", "called", "fell through", "fallen through", "stood me", "stood us")
_SIGNS += ("never ", "no-show", "no show", "backed out", "bailed", "forgot ")

_ORDERED = (
    r"(?! (?:my|the|our|his|her|their|an?|all)?(?: ?\w+){0,2} ?\b(?:subscriptions?|memberships?|gym|newspaper"
    r"|magazine|insurance|orders?|account|netflix|newsletters?|alarm|debts?|credit card)\b)"
)
_FELL_THROUGH = (
    rf"(?<!\bnot )(?<!n['’]t )(?<!\bnever )\b(?:cancell?ed|cancel(?= (?:again|on me|on us|the|our|my|it)\b)"
    rf"|(?:had|has|have) to cancel){_ORDERED}\b(?! out\b)"
    r"|(?<!\bnot )\bcalled (?:off\b|(?:it|everything|the \w+|our \w+) off\b)"
    r"|\b(?:fell|fallen|falls) through(?! the\b| a\b)|\bstood (?:me|us) up\b|(?<!\bno )\bno.show\b"
    r"|(?<!\bi )\bnever (?:came(?! (?:up|to that|true|off)\b)(?! \w+ (?:up|true)\b)|turned up|showed(?: up)?"
    r"(?=\s*(?:\Z|[.,;!?\n]))|appeared)\b"
    r"|\bbacked out(?! of the (?:garage|drive|lane|yard))|\bbailed(?: on (?:me|us))?(?=\s*(?:\Z|[.,;!?\n]))"
    r"|(?<!\bi )\bforgot (?:me|us|about (?:me|us)|our (?:\w+)|my birthday)\b"
)


def fell_through(text: str) -> bool:
    """Whether something that was to be did not come about, by others: no newspaper that one cancelled."""
    small = spelt_out(text[:_REACH]).lower()
    is_told = any(map(small.__contains__, _SIGNS)) and re.search(_FELL_THROUGH, small) is not None
    return is_told or tells_of_no_show(small)
