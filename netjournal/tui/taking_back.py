"""Undo in the app: of a setting, or of the journal, whichever was changed last."""

from __future__ import annotations

from itertools import islice

from netjournal.language.entry_words import say_change, shortened
from netjournal.store.changes import Change
from netjournal.tui.host import Host
from netjournal.tui.setting import live_by_file

_LONGEST = 60
_LONGEST_TITLE = 40


async def take_back(app: Host) -> None:
    """Take back the last change, and say what it was."""

    def undo() -> str | Change:
        return app.own.take_back() or app.journal.undo(now=app.clock())

    done = await app.attempt(undo)
    if isinstance(done, Change):
        title = shortened(done.title, _LONGEST_TITLE)
        app.tell_undone(f"Taken back: {say_change(done.kind, title, of_entry=done.is_of_entry)}.")
        if done.kind == "delete":
            _show_again(app, done)
    elif done is not None:
        live_by_file(app)
        said = shortened(done, _LONGEST)
        app.tell_undone(f"Taken back: {said}{'”' if '“' in said and '”' not in said else ''}.")


def _show_again(app: Host, done: Change) -> None:
    """Lead back to the entry that is there again: whoever deletes on meant this one, or none."""
    ids = [edit.id for edit in done.edits if edit.shelf.startswith("months/")]
    for entry in islice(app.journal.with_ids(ids), 1):
        app.call_after_refresh(app.show_entry, entry)  # by then the lists hold it again
