"""A key right after esc, which a terminal hands over like that key with alt (ESC and the letter)."""

from __future__ import annotations

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from netjournal.tui.commands import Where, on_screen

_ALT = "alt+"
_AWAY = "alt+d"
"""A word away, in the lines of every shell; alt+b and alt+f Textual knows as ctrl and an arrow."""

_ALTERS = frozenset(("delete", "private", "keep", "pick", "app.undo", "app.leave"))


def apart(event: Key, focused: Widget | None, where: Where) -> tuple[Key, ...]:
    """Esc and the key after it that came as one `event`; empty for any other key.

    Whoever means esc and a letter types them within the 0.1 s that Textual waits for the rest of a sequence.
    Nothing is lost if alt was meant: what is typed stays as a draft, and no key follows that takes away,
    changes or ends something on the screen `where` one gets to. Terminals that tell the two apart (the kitty
    protocol) say alt without a character. Of esc and a digit or a sign Textual makes another sign: that is
    not undone here.
    """
    letter = event.character
    if not event.key.startswith(_ALT) or letter is None or not letter.isprintable():
        return ()
    if event.key == _AWAY and _is_written_in(focused):
        return ()
    escape = Key("escape", "\x1b")
    alters = any(letter in command.keys and command.action in _ALTERS for command in on_screen(where))
    return (escape,) if alters else (escape, Key(letter, letter))


def _is_written_in(focused: Widget | None) -> bool:
    from textual.widgets import TextArea  # no screen that the app begins with has one

    return isinstance(focused, Input | TextArea)
