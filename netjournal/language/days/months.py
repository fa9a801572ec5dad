"""Several months in a row, as one says them."""

from __future__ import annotations

import re
from datetime import datetime

from netjournal.language.days.spans import read_span
from netjournal.language.days.words import add_months


def read_months(phrase: str, now: datetime) -> tuple[str, ...]:
    """The months (2026-11) that `phrase` names at `now`, in their order; none of a phrase that names no days.

    ``6 months`` up to this one, or what `read_span` reads: 2026, last year, november, 2025-06..2026-03. Those
    after this month are left out, unless all are. Raises Misused for 31 feb.
    """
    this = now.date().isoformat()[:7]
    some = re.fullmatch(r"(?:the )?(?:last )?([1-9][0-9]{0,2}) months?", " ".join(phrase.lower().split()))
    if some:
        first, last = add_months(this, 1 - int(some[1])), this
    else:
        span = read_span(phrase, now)
        if span is None:
            return ()
        first, last = (day.isoformat()[:7] for day in span)
    last = max(first, min(last, this)) if first <= this else last
    months = [first]
    while months[-1] < last:
        months.append(add_months(months[-1], 1))
    return tuple(months)
