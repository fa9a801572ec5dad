"""Which backups are kept as they grow old."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence


def kept_moments(
    moments: Sequence[dt.datetime], *, hours: int, days: int, weeks: int, months: int
) -> frozenset[dt.datetime]:
    """Those of `moments` in their order that are kept at the last of them.

    They are all of the last `hours`, the first of each of the last `days`, and before them the first of each
    of so many `weeks`, from Monday on, and `months` (reliability.md A15).
    """
    kept, before = set(), (0, 0, 0)
    latest = _spans(moments[-1]) if moments else before
    limits = (days - 1, weeks, months)
    for moment in moments:
        spans = _spans(moment)
        begins_one_kept = any(
            span != earlier and last - span <= limit
            for span, earlier, last, limit in zip(spans, before, latest, limits, strict=True)
        )
        if begins_one_kept or moments[-1] - moment <= dt.timedelta(hours=hours):
            kept.add(moment)
        before = spans
    return frozenset(kept)


def _spans(moment: dt.datetime) -> tuple[int, int, int]:
    """The numbers of the day, the week and the month of a moment, each one more than that before it."""
    day = moment.toordinal()
    return day, (day - 1) // 7, moment.year * 12 + moment.month
