"""The words that dates and times are written with."""

from __future__ import annotations

from netjournal.errors import Misused
from netjournal.language.days.words import MONTHS, WEEKDAYS

HINT = "Write a day like yesterday, fri 3pm, nov 3 or 2026-11-03."

UNITS = {
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "minute"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "hour"),
    **dict.fromkeys(("d", "day", "days", "nights"), "day"),
    **dict.fromkeys(("w", "week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
}

_YESTERDAYS = """
ystrday yesturday yesterdat yesterdsy yeserday yesteday yestrday yesterda yesterady yestreday yestarday
yesterdya yesterdy yesetrday yersterday
"""
MISSPELT_YESTERDAYS = tuple(_YESTERDAYS.split())

_LONGEST = 60
_PLAIN = (
    *("today", "yesterday", "tomorrow", "before", "after", "now", "just", "right", "ago", "from", "end"),
    *(
        "morning",
        "afternoon",
        "evening",
        "night",
        "noon",
        "midday",
        "midnight",
        "am",
        "pm",
        "half",
        "a",
        "an",
    ),
    *("the", "of", "on", "at", "in", "by", "until", "till", "this", "last", "past", "next", "coming", *UNITS),
    *("weekend", "christmas", "easter", "new"),
)
_HALVES = {"am": "morning", "pm": "afternoon"}
"""Parts of the day, where no time by the clock stands before them: fri pm."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TOKENS = (
    {word: word for word in _PLAIN}
    | {name[:end].lower(): f"W{day}" for day, name in enumerate(WEEKDAYS) for end in (3, None)}
    | {
        "tues": "W1",
        "weds": "W2",
        "thur": "W3",
        "thurs": "W3",
        "sept": "M9",
        **dict.fromkeys(("tonight", "tonite"), "this night"),
        "nite": "night",
        "morn": "morning",
        "eve": "evening",
        "xmas": "christmas",
        "b4": "before",
        "arvo": "afternoon",
        **dict.fromkeys(("yday", "y'day", "yest", *MISSPELT_YESTERDAYS), "yesterday"),
    }
    | dict.fromkeys(("tmrw", "tmr", "tmw", "tmrrw", "tomorow", "tommorow", "tommorrow"), "tomorrow")
    | dict.fromkeys(("2moro", "2morrow", "2mrw", "tomoz"), "tomorrow")
    | {"eod": "today", "eow": "end of week", "eom": "end of month"}
    | {name[:end].lower(): f"M{month}" for month, name in enumerate(MONTHS, 1) for end in (3, None)}
    | {name: f"N{number}" for number, name in enumerate(_NUMBERS, 1)}
)
"""W4 is Friday, M11 November, N3 three: capitals, which a phrase in small letters cannot hold."""


def tidied(phrase: str) -> str:
    """The phrase in small letters and the tokens above, a space between; empty if it holds any other word."""
    if len(phrase) > _LONGEST or not phrase.isascii():
        return ""
    text = phrase.lower().replace(",", " ").replace("a.m", "am").replace("p.m", "pm")
    words = (word[:-1] if word[-1] == "." and word[:-1].isalpha() else word for word in text.split())
    tokens = [_TOKENS.get(word, "" if word.isalpha() else word) for word in words]
    if len(tokens) > 1 and tokens[-1] in _HALVES and tokens[-2][:1] in "Wyt":
        tokens[-1] = _HALVES[tokens[-1]]
    return " ".join(tokens) if all(tokens) else ""


def impossible(what: str) -> Misused:
    """The error for what is shaped like a date or a time and is none: 31 February."""
    return Misused(f"There is no {what}.", HINT)
