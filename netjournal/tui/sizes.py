"""The classes that say how much room there is."""

from __future__ import annotations

from typing import Any

from textual.app import App


def size_classes(app: App[Any]) -> list[str]:
    """What a screen of `app` is by its width and its height.

    Textual tells a screen only after it was laid out: all of it would be styled and laid out again.
    """
    points = (app.HORIZONTAL_BREAKPOINTS or [], app.VERTICAL_BREAKPOINTS or [])
    return [
        name
        for cells, known in zip(app.size, points, strict=True)
        for name in [name for least, name in known if least <= cells][-1:]
    ]
