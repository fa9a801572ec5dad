"""Letters and cards, told from other messages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netjournal.language.filters.matching import matcher
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.words import describe, to_text
from netjournal.model import Interaction
from tests.language.conftest import Gather
from tests.language.reading_lines import NOW, read


def fits(filter: str, text: str, **known: Any) -> bool:
    fields: dict[str, Any] = {"id": "1", "date": dt.date(2026, 11, 1), "channel": "message", "text": text}
    entry = Interaction(**(fields | known))
    return matcher(parse_filter(filter, NOW).root, lambda id: None)(entry)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("wrote Bo a letter by hand", "letter"),
        ("Two LETTERS to Ana, about the garden", "letter"),
        ("posted Bo a birthday card and a letter", "card letter"),
        ("a postcard from Bo", "card postcard"),
        ("texted Bo", ""),
        ("texted Bo about the letter", ""),
        ("wrote to Bo about her last letter, a letter of six pages", "letter"),
        ("sent Bo the letterhead for the card-index", ""),
    ],
)
def test_only_what_went_by_post_is_a_letter_or_a_card(text: str, kinds: str) -> None:
    assert " ".join(kind for kind in ("card", "letter", "postcard") if fits(f"via:{kind}", text)) == kinds
    assert fits("via:message", text)


def test_its_tag_tells_as_well_and_another_channel_never_does() -> None:
    assert fits("via:letter", "six pages to Bo", tags=("letter",))
    assert fits("via:card", "greetings to Bo", tags=("postcard",))
    assert not fits("via:letter", "lunch, read Bo's letter", channel="in_person", tags=("letter",))
    assert not fits("-via:letter", "a letter to Bo")


@pytest.mark.parametrize(("filter", "words"), [("via:letter", "letters"), ("via:cards", "cards")])
def test_a_filter_says_which_and_is_read_back(filter: str, words: str) -> None:
    parsed = parse_filter(filter, NOW)
    assert describe(parsed) == words
    assert parse_filter(to_text(parsed), NOW) == parsed
    assert isinstance(parsed, Filter)


@pytest.mark.parametrize(
    ("line", "via", "tags"),
    [
        ("six pages to Bo via:letter", None, ("letter",)),
        ("six pages to Bo #garden", "postcards", ("garden", "postcard")),
        ("a letter to Bo via:letter", None, ()),
        ("six pages to Bo via:letter #letter", None, ("letter",)),
        ("six pages to Bo via:letter", "email", ()),
        ("six pages to Bo via:message", None, ()),
    ],
)
def test_a_line_keeps_what_via_said(
    gather: Gather, line: str, via: str | None, tags: tuple[str, ...]
) -> None:
    captured = read(line, gather("Bo Lind"), via=via)
    assert captured.tags == tags
    assert captured.channel == ("email" if via == "email" else "message")
