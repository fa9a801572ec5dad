"""The collector waits while somebody waits for the app, and no longer."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from netjournal.errors import Unavailable
from netjournal.store.journal import Journal
from netjournal.tui.collecting import not_meanwhile
from tests.tui.conftest import Open
from tests.tui.journals import settle


@pytest.mark.parametrize("fails", [False, True])
async def test_it_runs_again_once_the_question_is_there_or_nothing_was_written(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    ran: list[bool] = []
    log = Journal.log

    def spied(self: Journal, *rest: Any, **more: Any) -> Any:
        ran.append(gc.isenabled())
        if fails:
            raise Unavailable("The disk is full.", "")
        return log(self, *rest, **more)

    monkeypatch.setattr(Journal, "log", spied)
    gc.enable()
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        await pilot.press(*"tea with Jorge", "enter")
        await settle(app, pilot)
        assert ran == [False]
        assert gc.isenabled()


def test_where_it_does_not_run_it_stays_so() -> None:
    gc.disable()
    try:
        with not_meanwhile():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
