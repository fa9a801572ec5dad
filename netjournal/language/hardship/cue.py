"""What a text is looked through for, to know whether it tells of a hard day."""

from __future__ import annotations

from typing import NamedTuple


class Cue(NamedTuple):
    """A `pattern`, looked for where one of the `stems` stands, as compiling all of them takes some ms."""

    stems: tuple[str, ...]
    pattern: str
    is_said_in_fun: bool = False
    """Whether somebody may have laughed until they did, or cried for joy."""

    ends_well: str = ""
    """What takes it back, in its sentence or after it: *all well again*, *we made up*."""

    is_place: bool = False
    """Whether somebody may only work or sing there."""

    is_deniable: bool = False
    """Whether a *not* or *never* before it says that it was not so."""

    may_be_joy: bool = False
    """Whether one may do so over a parcel, at a wedding or of gladness, as one cries."""
