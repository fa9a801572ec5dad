"""Names in a line that are nobody's, told while one types and once more above the question."""

from __future__ import annotations

from netjournal.language.capture import Capture, Known, Newcomer
from netjournal.language.names.half_named import Doubt, half_named
from netjournal.language.names.misspelt import Slip, slip_in
from netjournal.language.names.strangers import stranger_in
from netjournal.tui.host import Host


def doubt(app: Host, line: Capture) -> Doubt | None:
    """A name that is nearly somebody's, else half a name of somebody new, else that of somebody one was with
    who is not in the journal yet.
    """

    present = [person.name for person in (*line.who, *line.absent)]
    new = [person.name for person in (*line.who, *line.absent) if isinstance(person, Newcomer)]
    half = next(half_named(line.text, new, {word for name in present for word in name.split()}), None)
    return _slip(app, line) or half or stranger_in(line.text, app.journal, present)


def _slip(app: Host, line: Capture) -> Slip | None:
    """A name that is nearly somebody's: a talk that is not on its person's page is missed there later."""
    known = {person.id: person.name for person in line.who if isinstance(person, Known)}
    return slip_in(line.text, app.journal, known)
