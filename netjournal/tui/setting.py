"""The settings in the app: what people change most; the file has the rest, with a comment for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.language.days.weeks import first_day_of, locale_of
from netjournal.model import Circle
from netjournal.practice.asking_less import ASIDES, QUESTION, WAYS, say_way
from netjournal.practice.rhythm import say_rhythm
from netjournal.settings import Ask, ReviewDay, Settings
from netjournal.settings.editing import Value, value_at
from netjournal.tui.dialogs.adjust import AdjustDialog, Adjusted, Item
from netjournal.tui.dialogs.choices import Choice, ChoicesDialog
from netjournal.tui.host import Host
from netjournal.tui.lighting import forget_light
from netjournal.tui.text import Style

_COLUMN = 22
_LOG, _LOG_KEY = "log", "l"
_SEVEN_DAYS = "for seven days"
_KEY_OPENS = "nobody says so; v opens it"
_RHYTHMS: Mapping[Circle, tuple[int, ...]] = {
    "inner": (3, 5, 7, 10, 14),
    "close": (14, 21, 30, 45, 60),
    "friends": (60, 90, 120, 180),
    "wider": (180, 365, 730),
}


class _Setting(NamedTuple):
    """`words` say each of the `values`; without values it is a text, or several with semicolons between."""

    path: tuple[str, ...]
    group: str
    label: str
    values: tuple[Value, ...] = ()
    words: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


def _of_questions() -> tuple[_Setting, ...]:
    ways: tuple[Ask, ...] = get_args(Ask)
    days: tuple[ReviewDay, ...] = get_args(ReviewDay)
    return (
        _Setting(
            *(("ask",), "Questions", "ask after a log", ways),
            tuple(WAYS[way] for way in ways),
            tuple(ASIDES[way] for way in ways),
        ),
        _Setting(("language",), "Questions", "in the language"),
        _Setting(
            *(("review_day",), "Questions", "week's review opens", days),
            tuple(day if day == "never" else day.capitalize() for day in days),
            tuple(_KEY_OPENS if day == "never" else _SEVEN_DAYS for day in days),
        ),
        _Setting(
            *(("details",), "Questions", "details with a !", ("rest", "come back")),
            ("rests", "comes back"),
            ("only their page has it", "one a day, on today's page"),
        ),
    )


def _all() -> tuple[_Setting, ...]:
    return (
        *_of_questions(),
        *(
            _Setting((*("circles",), name), "Rhythms", f"{name} circle", days, tuple(map(say_rhythm, days)))
            for name, days in _RHYTHMS.items()
        ),
        _Setting(
            *(
                ("channels",),
                "Rhythms",
                "a message counts",
                ("by kind", "equal"),
                ("half a visit", "like a visit"),
            ),
        ),
        _Setting(("who_next", "people"), "Rhythms", "hellos at a time", (1, 2, 3, 5), tuple("1235")),
        _Setting(
            *(("week_starts",), "Calendar", "weeks begin on", ("monday", "sunday", "saturday", "locale")),
            ("Monday", "Sunday", "Saturday", "as in my country"),
        ),
        _Setting(("week_numbers",), "Calendar", "week numbers", (False, True), ("no", "yes")),
        _Setting(("theme",), "Calendar", "colours", ("dark", "light"), ("lamp light", "daylight")),
        _Setting(("fields",), "About you", "your lines of work"),
        _Setting(("offers",), "About you", "what you could give"),
    )


async def set_things(app: Host) -> None:
    """Show the settings, and change them in their file one by one."""
    if app.screen.is_modal:
        return
    written, mistakes = app.own.read_settings()
    standing = [written]

    def adjust(key: str, change: int | str) -> Adjusted:
        setting = next(one for one in _all() if ".".join(one.path) == key)
        value = _next(setting, standing[0], change)
        try:
            standing[0] = _change(app, standing[0], setting.path, value)
        except JournalError as error:
            return Adjusted(_items(standing[0]), f"{error.message} {error.hint}".strip())
        return Adjusted(_items(standing[0]))

    said = mistakes[0].said if mistakes else _rest(app)
    await app.push_screen(AdjustDialog("Settings", _items(written), adjust, column=_COLUMN, said=said))


def live_by_file(app: Host) -> None:
    """Live by the settings as they stand in their file."""
    after, _ = app.own.read_settings()
    if after.week_starts == "locale":
        after = replace(after, week_starts=first_day_of(locale_of(os.environ)))
    app.live_by(after)


async def offer_less(app: Host, log: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Ask, seldom, whether to ask less often; whoever is writing already goes on in a line to `log`."""
    ways: tuple[Ask, ...] = get_args(Ask)
    choices = [
        Choice(way, "", "", WAYS[way], ASIDES[way], "now" if way == app.settings.ask else "") for way in ways
    ]

    async def chosen(way: str) -> None:
        if way == _LOG:
            await log()
            return
        if way == app.settings.ask:
            app.tell(f"It stays: {WAYS[way]}, {ASIDES[way]}.")
            return
        try:
            _change(app, app.own.read_settings()[0], ("ask",), way)
        except JournalError as error:
            app.tell_error(error)
        else:
            app.tell(say_way(next(one for one in ways if one == way)))

    standing = "The last few were left, which is fine."
    await app.open(
        ChoicesDialog(QUESTION, standing, choices, typing=_LOG, unasked=True, begins=_LOG_KEY), chosen
    )


def _change(app: Host, standing: Settings, path: tuple[str, ...], value: Value) -> Settings:
    """Write it, and live by it; gives the settings as they are in the file then. Raises JournalError."""
    app.write_now(lambda: app.own.set(path, value))
    if path == ("theme",):
        forget_light(app)
    live_by_file(app)
    return app.own.read_settings()[0]


def _next(setting: _Setting, standing: Settings, change: int | str) -> Value:
    now = value_at(standing, setting.path)
    if isinstance(change, str):
        if isinstance(now, str):
            return change.strip()
        return tuple(part.strip() for part in change.split(";") if part.strip())
    values = _values(setting, now)
    return values[(values.index(now) + change) % len(values)]


def _values(setting: _Setting, now: Value) -> Sequence[Value]:
    """What there is to choose from; a value of one's own is among it."""
    if now in setting.values:
        return setting.values
    if isinstance(now, int):
        return sorted((*(one for one in setting.values if isinstance(one, int)), now))
    return (now, *setting.values)


def _items(standing: Settings) -> list[Item]:
    return [_item(setting, value_at(standing, setting.path)) for setting in _all()]


def _item(setting: _Setting, now: Value) -> Item:
    key = ".".join(setting.path)
    if not setting.values:
        text = now if isinstance(now, str) else "; ".join(map(str, now)) if isinstance(now, tuple) else ""
        aside = "several with ; between" if isinstance(now, tuple) else ""
        style: Style = "accent" if text else "muted"
        return Item(key, setting.group, setting.label, text or "nothing yet", aside, text, style)
    if now not in setting.values:
        own = say_rhythm(now) if setting.path[0] == "circles" and isinstance(now, int) else str(now)
        return Item(key, setting.group, setting.label, own)
    number = setting.values.index(now)
    aside = setting.asides[number] if setting.asides else ""
    return Item(key, setting.group, setting.label, setting.words[number], aside)


def _rest(app: Host) -> str:
    return f"The rest stands in {app.own.settings_file}: `netjournal settings write` begins it."
