"""A month as a page of Markdown that one would keep and print: words first, numbers last (issue 4 §5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from netjournal.exchange.markdown_text import at_line_start, block, bullet_beside, inline, literal
from netjournal.language.days.words import MONTHS, WEEKDAYS, say_date_long, say_month
from netjournal.language.entry_words import CHANNEL_WORDS, say_tags, say_time
from netjournal.model import Interaction, Promise, Reflection
from netjournal.practice.month_head import MonthPage
from netjournal.practice.own_words import own_words

_BETWEEN = "* * *"


def month_page(
    month: str,
    entries: Sequence[Interaction],
    names: Mapping[str, str],
    narrowed: str,
    head: MonthPage | None = None,
) -> str:
    """The page of a month (2026-11): what it shows as a whole, and its entries in the order they were lived.

    `names` are those of all people by id; `narrowed` says what was left out of it, empty for nothing.
    """
    parts = [f"# {say_month(month)}", *(_head(head) if head is not None else ())]
    if narrowed:
        parts.append(f"*{literal(narrowed)}*")
    for day, group in groupby(entries, lambda entry: entry.date):
        parts.append(f"## {WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}")
        for position, entry in enumerate(group):
            if position:
                parts.append(_BETWEEN)
            parts += _entry(entry, names)
    return "\n\n".join(parts) + "\n"


def _head(page: MonthPage) -> Iterator[str]:
    """One's own words, then what else the month shows."""
    if page.quotes:
        yield "**In your own words**"
        where = (quote.about(f"{quote.day.day} {MONTHS[quote.day.month - 1]}") for quote in page.quotes)
        quotes = zip(page.quotes, where, strict=True)
        yield "\n".join(f"- “{literal(quote.words)}” *{literal(place)}*" for quote, place in quotes)
    if page.lines:
        yield "**The month**"
        yield "\n".join(f"- {literal(line.label)}: {literal(line.words)}" for line in page.lines)


def _entry(entry: Interaction, names: Mapping[str, str]) -> Iterator[str]:
    if title := _title(entry, names):
        yield title
    text = block(entry.text)
    if text:
        yield text
    if facts := list(_facts(entry)):
        sign = bullet_beside(text)
        yield "\n".join(f"{sign} {fact}" for fact in facts)
    if entry.reflection is not None and entry.reflection.status == "answered":
        yield from _reflection(entry.reflection, own_words(entry))


def _title(entry: Interaction, names: Mapping[str, str]) -> str:
    """``15:00 · **Grace Osei**, **George** · in person · Café Lula · #food``."""
    time = say_time(entry)
    people = ", ".join(f"**{name}**" for id in entry.people if (name := literal(names[id])))
    channel = CHANNEL_WORDS[entry.channel] if entry.channel else ""
    parts = (time, people, channel, literal(entry.place), literal(say_tags(entry.tags)))
    line = " · ".join(part for part in parts if part)
    return line if people or time else at_line_start(line)


def _facts(entry: Interaction) -> Iterator[str]:
    yield from (f"gave: {inline(text)}" for text in entry.gave)
    yield from (f"got: {inline(text)}" for text in entry.got)
    yield from (_promise(promise) for promise in entry.promises)
    felt = [
        f"{name} {value} of 5" for name, value in (("mood", entry.mood), ("energy", entry.energy)) if value
    ]
    if felt:
        yield f"felt: {', '.join(felt)}"


def _promise(promise: Promise) -> str:
    who = "promised" if promise.by == "me" else "they promised"
    when = ""
    if promise.kept is not None:
        when = f", kept on {say_date_long(promise.kept)}"
    elif promise.due is not None:
        when = f", by {say_date_long(promise.due)}"
    return f"{who}: {inline(promise.text)}{when}"


def _reflection(reflection: Reflection, words: str) -> Iterator[str]:
    """The question with the answer in one's own `words`: what it promised stands among the facts."""
    if question := literal(reflection.question):
        yield f"*{question}*"
    if answer := block(words):
        yield answer
    if reflection.rating is not None:
        rated = "Energy" if reflection.scale == "energy" else "How you showed up"
        yield f"{rated}: {reflection.rating} of 5"
