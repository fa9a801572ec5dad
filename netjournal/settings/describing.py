"""The commented settings.toml: every setting with what it is for and what holds without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from netjournal.settings.editing import as_toml
from netjournal.settings.values import DEFAULTS

MEANINGS: Mapping[str, str] = {
    "journal": "The folder of your journal; empty is that of your platform. --journal and NETJOURNAL_HOME"
    " go before.",
    "ask": 'After a log: "always", "daily" (the first of a day), "weekly" (only the review of the week),'
    ' "never".',
    "language": "The language of the questions: files in prompts.d say which is theirs. What they do not"
    " have is asked in English.",
    "review_day": 'The day on which the review of a week opens, for seven days; with "never" nobody says so,'
    " and it opens on Fridays.",
    "details": 'Whether what somebody told you comes back if it is marked with !: "rest" or "come back".',
    "fields": "Your own lines of work; questions about other fields follow from it.",
    "offers": "What you could give; who might need it is sooner found again.",
    "theme": 'The colours of the app: "dark" or "light".',
    "channels": 'Whether a message buys half the time that a visit does: "by kind", or "equal" for as much.'
    " `netjournal edit` says the same of one person.",
    "week_starts": '"monday", "sunday", "saturday", or "locale" for your country\'s.',
    "week_numbers": "Whether the weeks have their ISO numbers beside them.",
    "backup_days": "Of how many days the first backup is kept; of 10 weeks, too, and all of 48 hours.",
    "backup_months": "Of how many months the first backup is kept.",
    "circles": "How many days a circle leaves between two hellos. A person's own rhythm goes before.",
    "worth": "Which share of that time a talk lasts, from 0 to 1. A group is worth `group` at most;"
    " `unsaid` is a talk of which no channel is known, `broadcast` a like or a newsletter: 0 is no talk.",
    "who_next": "Who comes first among those to say hello to: the weight of their circle, times one and how"
    " many rhythms late it is (`most_late` at most), plus an open promise, plus a birthday or an event you"
    " share within `soon_days`. Never shown. `people` are suggested at a time.",
    "find_again": "Whom to find again: out of touch for two rhythms, and `after_days` at least. Weights of"
    " what speaks for it; nobody comes up for less than `least`, and `few` talks are few.",
    "numbers": "From where on something is said: when rhythms ask for `load` times as many talks as you"
    " have; from how many values; below and above which share of help given; over how many days. With"
    " `ask_of_giving` the review of a month asks, naming nobody, whether you want it so where you only gave"
    " and it drained you. A talk comes after a long time from `long_gap` days on; with a rhythm from two of"
    " it, and `shortest_gap` days, on.",
    "scales": "What a rating says at 1, 3 and 5. It is always about you. With family and friends `near` is"
    " said in place of `friend`.",
    "templates": "A word, then tab, begins a line so; | is where you go on typing. For example:\n"
    "coffee = 'coffee with @| #coffee'",
}
"""What each setting or part of them is for."""

_WIDTH = 100


def commented() -> str:
    """The whole file; nothing in it holds until its # is taken away."""
    lines = [
        "# The settings of netjournal. Take the # from a line to change it: it shows what holds without.",
        "# The app changes only the lines that you change there. `netjournal settings check` reads the file.",
    ]
    tables: list[str] = []
    for name in DEFAULTS.__struct_fields__:
        value = getattr(DEFAULTS, name)
        into = tables if isinstance(value, msgspec.Struct | dict) else lines
        into += ["", *_wrapped(MEANINGS[name])]
        if isinstance(value, msgspec.Struct):
            into += [f"[{name}]", *_fields(value)]
        elif isinstance(value, dict):
            into.append(f"[{name}]")
        else:
            into.append(f"# {name} = {as_toml(value)}")
    return "\n".join([*lines, *tables]) + "\n"


def _fields(value: msgspec.Struct) -> Iterator[str]:
    for name in value.__struct_fields__:
        yield f"# {name} = {as_toml(getattr(value, name))}"


def _wrapped(words: str) -> Iterator[str]:
    for paragraph in words.split("\n"):
        line = "#"
        for word in paragraph.split(" "):
            if len(line) + 1 + len(word) > _WIDTH:
                yield line
                line = "#"
            line += f" {word}"
        yield line
