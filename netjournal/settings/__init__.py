"""What a user can set: frozen values with their defaults, read from TOML and written back into it."""

from netjournal.settings.reading import Mistake, Read, read_text
from netjournal.settings.values import (
    DEFAULTS,
    Ask,
    Circles,
    FindAgain,
    Numbers,
    ReviewDay,
    Scales,
    Settings,
    Theme,
    Weekday,
    WhoNext,
    Worth,
)

__all__ = [
    "DEFAULTS",
    "Ask",
    "Circles",
    "FindAgain",
    "Mistake",
    "Numbers",
    "Read",
    "ReviewDay",
    "Scales",
    "Settings",
    "Theme",
    "Weekday",
    "WhoNext",
    "Worth",
    "read_text",
]
