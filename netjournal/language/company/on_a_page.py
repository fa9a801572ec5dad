"""Whether a line logged on somebody's page is of somebody else after all."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.language.names.in_text import Known, Mention


def is_with_another(
    there: Sequence[Known], line: str, took_part: Sequence[Mention], mentions: Sequence[Mention]
) -> bool:
    """Whether `line` begins with a call or a letter of those who `took_part`, and names nobody of `there`."""
    if not there or not took_part or any(mention.who in there for mention in mentions):
        return False
    from netjournal.language.event_elsewhere import is_elsewhere  # half a millisecond that few lines need

    return is_elsewhere(line)
