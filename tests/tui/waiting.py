"""How long the tests of the app wait for it."""

from __future__ import annotations

import asyncio
from concurrent.futures.thread import _WorkItem
from threading import Event, get_ident
from time import monotonic, process_time
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

_LOOK = 0.004
_WORKING = 0.1
_LOOKS = 10
_DRAWINGS = 20


class Waiting:
    """Knows what the app and its threads have to do, in place of Textual's waiting.

    Textual lets every widget answer and then looks every 20 ms, twice for each key, whether the process used
    its processor: most of a key's time. Here the event loop is asked whether anything waits to be run, and
    the pools of threads whether anything they were given is not done, but for what rests until it is told to
    go on or to end; after another screen came, nothing is drawn for 4 ms, and not for 50. Times in seconds.
    """

    def __init__(self) -> None:
        self._given: set[_WorkItem[Any]] = set()
        self._run_by: dict[int, _WorkItem[Any]] = {}
        self._resting: dict[_WorkItem[Any], Event] = {}

    def share(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the apps and pilots of a test use it."""
        begin, run, given, run_by = _WorkItem.__init__, _WorkItem.run, self._given, self._run_by

        def given_to_a_thread(item: _WorkItem[Any], *rest: Any) -> None:
            begin(item, *rest)
            given.add(item)

        def run_in_a_thread(item: _WorkItem[Any]) -> None:
            run_by[get_ident()] = item
            try:
                run(item)
            finally:
                given.discard(item)
                del run_by[get_ident()]

        async def wait_for_screen(pilot: Pilot[int]) -> bool:
            await self.until_idle()
            return not pilot.app._exception_event.is_set()

        delay = App.delay_update

        def hardly_delay_update(app: App[object], seconds: float = _LOOK) -> None:
            delay(app, min(seconds, _LOOK))

        monkeypatch.setattr(App, "delay_update", hardly_delay_update)
        monkeypatch.setattr(_WorkItem, "__init__", given_to_a_thread)
        monkeypatch.setattr(_WorkItem, "run", run_in_a_thread)
        self._let_rest(monkeypatch)
        monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_screen)
        for module in ("textual.app", "textual.pilot"):
            monkeypatch.setattr(f"{module}.wait_for_idle", self.until_idle)

    def _let_rest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wait, tell, resting, run_by = Event.wait, Event.set, self._resting, self._run_by

        def rest(event: Event, timeout: float | None = None) -> bool:
            item = run_by.get(get_ident())
            if item is None or event.is_set():
                return wait(event, timeout)
            resting[item] = event
            try:
                return wait(event, timeout)
            finally:
                resting.pop(item, None)

        def go_on(event: Event) -> None:
            for item in [item for item, awaited in tuple(resting.items()) if awaited is event]:
                resting.pop(item, None)
            tell(event)

        monkeypatch.setattr(Event, "wait", rest)
        monkeypatch.setattr(Event, "set", go_on)

    async def until_idle(self, min_sleep: float = 0, max_sleep: float = 1) -> None:
        """Wait until the app has nothing more to do, whatever is to come later by the clock.

        A thread that only waits itself, for 40 ms, is not waited for. What is to be laid out is so at once.
        """
        app = active_app.get(None)
        until = monotonic() + max_sleep
        await self._until_nothing_runs(until)
        drawings = 0
        while app is not None and app.is_running and not app._exit and monotonic() < until:
            if app._batch_count:
                await asyncio.sleep(_LOOK / 4)
            elif drawings < _DRAWINGS and _is_to_draw(app.screen):
                drawings += 1
                app.screen._on_timer_update()
            else:
                return
            await self._until_nothing_runs(until)

    async def _until_nothing_runs(self, until: float) -> None:
        loop: Any = asyncio.get_running_loop()  # asyncio has no public word for what waits to be run
        asleep, at_work = 0, set(self._given)
        while monotonic() < until and asleep < _LOOKS:
            await asyncio.sleep(0)
            if loop._ready or (loop._scheduled and loop._scheduled[0].when() <= loop.time()):
                continue
            if all(item.future.cancelled() or item in self._resting for item in tuple(self._given)):
                return
            if at_work != self._given:
                asleep, at_work = 0, set(self._given)
            before, used = monotonic(), process_time()
            await asyncio.sleep(_LOOK)
            asleep += process_time() - used < _WORKING * (monotonic() - before)


def _is_to_draw(screen: Screen[object]) -> bool:
    """Whether the screen does something at the next tick of its clock, 60 a second."""
    return screen.is_current and bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
