"""What the months show in numbers, and the words for it; nothing is told of fewer values than it takes.

Source: reflection.md §2.6, §3.3 and §3.5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from netjournal.language.folding import fold
from netjournal.settings import DEFAULTS, Numbers

_CHARGED, _DRAINED = 3.5, 2.5


def say_days(days: int) -> str:
    """``90 days``: how far back is looked; three months would be other days."""
    return f"{days} days" if days > 1 else "one day"


def say_flow(given: int, received: int, by: Numbers = DEFAULTS.numbers) -> str:
    """``flowing both ways``: of talks with help given and with help received; empty for fewer than five."""
    if given + received < by.fewest:
        return ""
    share = given / (given + received)
    if share < by.received_more:
        return "well looked after lately; whom would you like to thank?"
    if share > by.gave_more:
        return "you carried a lot; is there something you would like to ask for?"
    return "flowing both ways"


def effective_fields(fields: Iterable[str], by: Numbers = DEFAULTS.numbers) -> float | None:
    """How many equally common fields these, one a person, are like: 1 / Σ p²; None for fewer than eight.

    Ten in software, five in design, five in health: 2.67. Empty fields are not known and do not count.
    """
    counts = Counter(filter(None, map(fold, fields)))
    people = counts.total()
    if people < by.fewest_fields:
        return None
    return 1 / sum((count / people) ** 2 for count in counts.values())


def say_energy(values: Collection[int], by: Numbers = DEFAULTS.numbers) -> str:
    """What a kind of meeting mostly did with one's energy (1 to 5); empty for fewer than five values."""
    if len(values) < by.fewest:
        return ""
    mean = sum(values) / len(values)
    if mean >= _CHARGED:
        return "mostly charged you"
    return "mostly cost you" if mean <= _DRAINED else "left you about even"
