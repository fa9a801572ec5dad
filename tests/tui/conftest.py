"""An app on a small journal in a temporary folder, at a fixed moment."""

from __future__ import annotations

import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.pilot import Pilot

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.tui.app import NetjournalApp
from tests.tui.journals import NOW, fill, settle
from tests.tui.styling import Styling
from tests.tui.waiting import Waiting


class Open(Protocol):
    """Opens the app on a journal in a terminal of some size."""

    def __call__(
        self, journal: Journal, size: tuple[int, int] = (120, 36), settings: Settings | None = None
    ) -> AbstractAsyncContextManager[tuple[NetjournalApp, Pilot[int]]]: ...


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Free each app after its test: of thirty at once little is left in the processor's memory."""
    yield
    gc.collect(0)


@pytest.fixture(autouse=True)
def _signals_are_given_back() -> Iterator[None]:
    """What an app hears would end the run, and holds the app."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture(autouse=True)
def _waits_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of a key's time in these tests was Textual's waiting."""
    Waiting().share(monkeypatch)


@pytest.fixture(scope="session")
def _styling() -> Styling:
    return Styling()


@pytest.fixture(autouse=True)
def _styles_are_found_once(
    request: pytest.FixtureRequest, _styling: Styling, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All the apps share what Textual found in the style sheets, but where `styled_alone` is asked for."""
    if "styled_alone" not in request.fixturenames:
        _styling.share(monkeypatch)


@pytest.fixture(autouse=True)
def _only_what_is_looked_at_is_drawn(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees the screens between two looks (`screen_text`); to draw each took a third of the time.

    A test of the drawing itself asks for `drawn`.
    """

    def forget(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    if "drawn" not in request.fixturenames:
        monkeypatch.setattr(Compositor, "render_update", forget)
        monkeypatch.setattr(App, "get_line_filters", lambda _: ())


class _KeepsNothing:
    def get(self, _: object, default: object = None) -> object:
        return default

    def __setitem__(self, _: object, __: object) -> None:
        pass


@pytest.fixture(autouse=True)
def _lines_keep_no_parts_of_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line that Textual draws makes seven memories; few lines are drawn often enough here to use one."""
    nothing = _KeepsNothing()
    monkeypatch.setattr("textual.strip.FIFOCache", lambda _: nothing)


@pytest.fixture
def styled_alone() -> None:
    """Every app finds its styles by itself, as in a terminal."""


@pytest.fixture
def drawn() -> None:
    """Every screen is drawn whenever it changes, as in a terminal."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "journal", tmp_path / "state", tmp_path / "cache", tmp_path / "config")


@pytest.fixture
def empty(places: Places) -> Iterator[Journal]:
    with contextlib.closing(Journal.open(places, NOW)) as journal:
        yield journal


@pytest.fixture
def journal(empty: Journal) -> Journal:
    """Five people and seven entries, three of them with a question."""
    fill(empty)
    return empty


@pytest.fixture
def open_app() -> Open:
    @asynccontextmanager
    async def opened(
        journal: Journal, size: tuple[int, int] = (120, 36), settings: Settings | None = None
    ) -> AsyncIterator[tuple[NetjournalApp, Pilot[int]]]:
        app = NetjournalApp(journal, settings or Settings(), lambda: NOW)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(app, pilot)
            yield app, pilot

    return opened
