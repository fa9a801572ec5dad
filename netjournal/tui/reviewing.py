"""Which week or month one looks back on."""

from __future__ import annotations

from netjournal.practice.review_steps import Step
from netjournal.practice.reviews import days_of, open_month, open_week, week_of
from netjournal.tui.host import Host
from netjournal.tui.screens.base import JournalScreen

_FIRST_DAYS = 7


async def look_back(app: Host, kind: str) -> None:
    """Open the review of the week (``week``), or of the month one looks at (``month``).

    A month that has only begun is not meant yet: as in the shell it is the one that is open.
    """
    here = app.screen
    if not isinstance(here, JournalScreen):
        return
    if kind == "week":
        period = _with_something(app, open_week(app.today, app.settings.review_day), week_of(app.today))
    else:
        running = app.today.isoformat()[:7]
        period = here.month_here()
        if not period or (period == running and app.today.day <= _FIRST_DAYS):
            period = _with_something(app, open_month(app.today), running)
    await look_back_on(app, period)


async def look_back_on(app: Host, period: str) -> None:
    """Open the review of `period`, a week (2026-W47) or a month (2026-11)."""
    from netjournal.tui.screens.review import ReviewScreen

    if not isinstance(app.screen, JournalScreen) or isinstance(app.screen, ReviewScreen):
        return
    app.leave_trail()
    await app.push_screen(ReviewScreen(period, lambda period: _steps(app, period)))


def _steps(app: Host, period: str) -> tuple[Step, ...]:
    """What is asked; nothing of a month that is not open any more, or not yet."""
    today = app.today
    running = (week_of(today), today.isoformat()[:7])
    is_open = period in (*running, open_week(today, app.settings.review_day), open_month(today))
    return app.journal.review_steps(period, today, app.settings) if is_open else ()


def _with_something(app: Host, period: str, running: str) -> str:
    """The period whose review is open, but the running one where the journal only begins in it."""
    return period if app.journal.days(*days_of(period)) else running
