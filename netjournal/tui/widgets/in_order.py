"""Keys of an editor, done in the order they come in."""

from __future__ import annotations

from textual.events import Key
from textual.widget import Widget


async def does_own(editor: Widget, event: Key) -> None:
    """Do what a key is bound to in `editor` itself, before the next key.

    Textual asks the app what a key is bound to once the key has gone all the way up there; letters typed
    right after ctrl+u or backspace have been put in by then, and are what is deleted.
    """
    for binding in editor._bindings.key_to_bindings.get(event.key, ()):
        if await editor.app.run_action(binding.action, editor):
            event.stop()
            event.prevent_default()
            return
