"""What time it is here; apart from what is said of times, which most commands never ask."""

from __future__ import annotations

import datetime as dt

from netjournal.errors import Misused


def read_clock(fixed: str | None) -> dt.datetime:
    """The present as this machine has it, or the one that `fixed` (NETJOURNAL_NOW, ISO 8601) says.

    The present, and a `fixed` without an offset or with this machine's, are of this machine's zone: their
    tzinfo has the offset of that moment and, as `key`, the zone's name, looked up when it is needed. Raises
    Misused for anything else.
    """
    try:
        now = dt.datetime.fromisoformat(fixed) if fixed else dt.datetime.now(dt.UTC).astimezone()
        if not 1970 <= now.year < 9999:
            raise ValueError(now.year)
        here = now.astimezone().utcoffset()
        if fixed and now.tzinfo and now.utcoffset() != here:
            return now
        return now.replace(tzinfo=_HereAndNow(here))
    except (ValueError, OverflowError, OSError):
        raise Misused(
            f"NETJOURNAL_NOW is no time: {fixed}.",
            "Write it like 2026-11-18T14:30:00+01:00, or leave it out.",
        ) from None


class _HereAndNow(dt.tzinfo):
    """The offset of this machine at one moment; `key` names the zone, which knows of the clock changes."""

    def __init__(self, offset: dt.timedelta | None = None) -> None:
        self._offset = offset or dt.timedelta()

    @property
    def key(self) -> str:
        from netjournal.language.days.dates import local_zone_name

        return local_zone_name()

    def utcoffset(self, moment: dt.datetime | None) -> dt.timedelta:
        return self._offset

    def dst(self, moment: dt.datetime | None) -> dt.timedelta:
        return dt.timedelta()

    def tzname(self, moment: dt.datetime | None) -> str:
        return dt.timezone(self._offset).tzname(moment)
