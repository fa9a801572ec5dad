"""What a user can set: a frozen value read from TOML, its defaults written here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from netjournal.errors import JournalError

Ask = Literal["always", "daily", "never"]
ReviewDay = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "never"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`journal` is the folder of the journal (empty: the platform's data folder), `ask` how often a log is
    followed by a question, `fields` one's own lines of work, `offers` what one could give others, `theme` the
    colours of the app, `week_starts` the first day of the calendar's weeks (``locale``: that of the
    machine's country), `week_numbers` whether they have their ISO numbers beside them, `channels` whether a
    message counts half of a visit or as much, `templates` lines that one often begins with, by a name.
    `review_day` is the day on which the review of the week is offered, `details` whether what somebody told
    comes back if it is marked with ``!`` (``come back``).
    """

    journal: str = ""
    ask: Ask = "always"
    fields: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    theme: Literal["dark", "light"] = "dark"
    channels: Literal["by kind", "equal"] = "by kind"
    week_starts: Literal["monday", "sunday", "saturday", "locale"] = "monday"
    week_numbers: bool = False
    templates: dict[str, str] = {}
    review_day: ReviewDay = "friday"
    details: Literal["rest", "come back"] = "rest"


def read_settings(path: Path) -> Settings:
    """The settings in the TOML file at `path`; the defaults if there is none.

    Raises JournalError that names the file and the line or key that does not fit.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), Settings)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError, OSError) as error:
        raise JournalError(
            f"The settings in {path} cannot be read: {error}.", "Mend the line, or move the file away."
        ) from error
