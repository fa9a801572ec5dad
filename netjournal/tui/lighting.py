"""Dark or light: as the settings say, unless F2 chose otherwise on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from netjournal.errors import JournalError
from netjournal.settings import Settings, Theme
from netjournal.store.files import private_folder, read_whole, told, write_whole
from netjournal.tui.host import Host
from netjournal.tui.theme import DAY, LAMP, theme_name

_OTHER: Mapping[Theme, Theme] = {"dark": "light", "light": "dark"}


def lit(state: Path, settings: Settings) -> str:
    """The theme to begin with; `state` is the folder of what this machine keeps.

    A choice holds until the settings name another theme than they did when it was made.
    """
    try:
        found = read_whole(_path(state))
    except JournalError:
        found = None  # as the settings say, then
    is_other = found is not None and found[0].decode("utf-8", "replace").strip() == _chosen(settings)
    return theme_name(_OTHER[settings.theme] if is_other else settings.theme)


def change_light(host: Host) -> None:
    """Go from dark to light or back, and remember it; where that fails it is said."""
    host.theme = LAMP.name if host.theme == DAY.name else DAY.name
    path = _path(host.journal.places.state)
    try:
        if host.theme != theme_name(host.settings.theme):
            private_folder(path.parent)
            write_whole(path, f"{_chosen(host.settings)}\n".encode())
        else:
            forget_light(host)
    except JournalError as error:
        host.tell_error(error)


def forget_light(host: Host) -> None:
    """Let the settings alone say whether it is dark or light; raises JournalError if that fails."""
    path = _path(host.journal.places.state)
    with told("removed", path):
        path.unlink(missing_ok=True)


def _chosen(settings: Settings) -> str:
    return f"{_OTHER[settings.theme]} instead of {settings.theme}"


def _path(state: Path) -> Path:
    return state / "theme.txt"
