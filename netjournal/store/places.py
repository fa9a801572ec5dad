"""Where a journal lies, and where this machine keeps what belongs to it but should not travel."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from netjournal.errors import Misused
from netjournal.settings import Settings

SHELVES = "contacts|introductions|goals|destinations|events|trash"
MONTH = "[0-9]{4}-[0-9]{2}"
"""The names of the shelves beside the months, and of a month in its folder, as patterns."""

_KINDS = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
}
"""The variable of each kind of folder and what holds without it (XDG base directory specification 0.8)."""


class Places(NamedTuple):
    """`journal` is the folder that travels; `state` (lock, undo, drafts) and `cache` (index) hold one folder
    for each journal, by its id; `config` holds settings.toml and prompts.d.
    """

    journal: Path
    state: Path
    cache: Path
    config: Path

    def resolved(self) -> Places:
        """The same without symbolic links: the folders themselves may be links, what is in them may not."""
        return Places(self.journal.resolve(), self.state.resolve(), self.cache.resolve(), self.config)


def config_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The folder of the settings and of one's own prompts."""
    return _folder("config", os.environ if environment is None else environment)


def find_places(given: Path | None, settings: Settings, environment: Mapping[str, str]) -> Places:
    """The journal is the folder `given`, else NETJOURNAL_HOME, else the settings', else the platform's.

    Raises Misused for the home of somebody unknown (``~nobody/journal``).
    """
    named = given or environment.get("NETJOURNAL_HOME") or settings.journal
    return Places(
        _expanded(Path(named)).absolute() if named else _folder("data", environment),
        _folder("state", environment),
        _folder("cache", environment),
        config_folder(environment),
    )


def _folder(kind: Literal["data", "state", "cache", "config"], environment: Mapping[str, str]) -> Path:
    if sys.platform != "linux":
        import platformdirs  # knows the other systems, but brings 7 ms of other modules with it

        folder: Path = getattr(platformdirs, f"user_{kind}_path")("netjournal", appauthor=False)
        return folder
    variable, usual = _KINDS[kind]
    told = Path(environment.get(variable, "").strip())
    return (told if told.is_absolute() else _expanded(Path(usual))) / "netjournal"


def _expanded(path: Path) -> Path:
    try:
        expanded = path.expanduser()
    except RuntimeError as error:
        raise Misused(f"{path} is nowhere: {error}", "Write the folder out in full.") from error
    if path.parts[:1] == ("~",) and not expanded.is_absolute():
        raise Misused(f"{path} is nowhere: HOME is {path.home()}.", "Give HOME as a whole path, from / on.")
    return expanded
