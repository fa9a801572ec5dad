"""Hiding names and words from whoever looks on, and showing them again."""

from __future__ import annotations

from netjournal.errors import JournalError
from netjournal.tui.host import Host
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.filter_bar import FilterBar


async def toggle_discreet(app: Host) -> None:
    """Go from one to the other; what was looked for and said before goes with it."""
    app.clear_notifications()
    try:
        await app.write(app.unveil if app.is_discreet else app.veil)
    except JournalError as error:
        app.tell_error(error)
        return
    for screen in app.screen_stack:
        for bar in screen.query(FilterBar):
            bar.clear()
        for line in screen.query("#lookup").results(LineEditor):
            line.value = ""
    app.forget_trail()
    app.tell("Names and words are hidden. F4 shows them." if app.is_discreet else "Names are shown again.")
