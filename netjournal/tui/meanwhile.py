"""What goes on while keys are taken."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.app import App
from textual.worker import Worker


def meanwhile(app: App[Any], way: Callable[[], Coroutine[Any, Any, object]], group: str = "") -> Worker[None]:
    """Go a way while the app goes on; of a `group` only the one begun last.

    The way is called where it begins: an app that ends before leaves no coroutine that nobody awaited.
    """

    async def go() -> None:
        await way()

    return app.run_worker(go, group=group or "default", exclusive=bool(group))
