"""A month on paper: read with pleasure, and whole whatever somebody wrote."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netjournal.exchange.journal_markdown import month_page
from netjournal.exchange.markdown_text import block
from netjournal.model import Interaction, Promise, Reflection
from netjournal.practice.month_head import Line, MonthPage
from netjournal.practice.quoting import Quote
from tests.exchange.made_up import NOON, TEXTS

NAMES = {"1": "Siiri Lehtonen", "2": "Lucía Quispe", "3": "*Nana* [x]"}
MONTH = (
    Interaction(
        id="a",
        date=dt.date(2026, 11, 2),
        at=dt.datetime.fromisoformat("2026-11-02T06:30:00+01:00"),
        people=("1", "2"),
        channel="in_person",
        place="the harbour steps",
        tags=("swim",),
        text="# Seven\n\nSwam out to *Wagtail* and back.\n\n- cold\n- clear",
        gave=("a towel",),
        promises=(
            Promise(text="a map of the bay", due=dt.date(2026, 11, 13)),
            Promise(text="the bell", by="them", kept=dt.date(2026, 11, 5)),
        ),
        energy=4,
        reflection=Reflection(
            prompt="x",
            dimension="curiosity",
            question="Which question of yours opened something up?",
            asked=NOON,
            status="answered",
            answer="“Did she swim?”",
            rating=5,
        ),
    ),
    Interaction(id="b", date=dt.date(2026, 11, 2), people=("3",), text="On her own words."),
    Interaction(id="c", date=dt.date(2026, 11, 12), tags=("writing",), text="Two pages."),
)
PAGE = """\
# November 2026

*with #swim or #writing*

## Monday 2 November

06:30 · **Siiri Lehtonen**, **Lucía Quispe** · in person · the harbour steps · #swim

### Seven

Swam out to *Wagtail* and back.

- cold
- clear

* gave: a towel
* promised: a map of the bay, by Friday 13 November 2026
* they promised: the bell, kept on Thursday 5 November 2026
* felt: energy 4 of 5

*Which question of yours opened something up?*

“Did she swim?”

How you showed up: 5 of 5

* * *

**\\*Nana\\* \\[x\\]**

On her own words.

## Thursday 12 November

\\#writing

Two pages.
"""
BITS = st.sampled_from(
    [
        *(
            "# one",
            "####### seven",
            "#tag",
            "  ## two",
            "> # quoted",
            "- # listed",
            "1. ## x",
            "\t# tab",
            "###### six #",
        ),
        *(
            "===",
            "---",
            "- - -",
            "***",
            "> ---",
            "  ===",
            "word",
            "another word",
            "",
            "",
            "    code",
            "\tcode",
        ),
        *(
            "```",
            "```python",
            "~~~",
            " ```",
            "   ~~~~",
            "> ```",
            "- ```",
            "    ```",
            "````",
            "``` `x`",
            "`open",
            "``x`` `y",
        ),
        *(
            "<!--",
            "<div>",
            "<b>x",
            "</p>",
            "<?php",
            "<![CDATA[",
            "<script>",
            "\\<b>",
            "\\\\<b>",
            "`<b>`",
            "<https://a.example>",
        ),
        *(
            "[a]: https://a.example",
            "[a]",
            "> [a]: b",
            "- [a]: b",
            "![x](y)",
            "| a | b |",
            "|---|---|",
            "*",
            "**",
            "_",
            "\\",
        ),
        *(
            "- item",
            "* item",
            "+ item",
            "2) item",
            "  - deep",
            "> quote",
            ">lazy",
            "&amp;",
            "\x1b[31m",
            "a\rb",
            "\u2028",
        ),
    ]
)


def test_a_month_as_it_is_printed() -> None:
    assert month_page("2026-11", MONTH, NAMES, "with #swim or #writing") == PAGE


@example("# a\n- b")
@example("<b>[x](y)*")
@given(TEXTS)
def test_the_month_begins_with_ones_own_words(text: str) -> None:
    quote = Quote("a", text, "Friend, not contact", dt.date(2026, 11, 2))
    lines = tuple(Line(label, label, text) for label in ("Themes", "People"))
    page = month_page("2026-11", MONTH, NAMES, "", MonthPage("November 2026", (quote,), lines))
    assert page.endswith(PAGE.partition("\n\n## ")[2])
    tokens = MarkdownIt("commonmark").parse(page.partition("\n\n## ")[0])
    assert [token.type for token in tokens if token.level == 0 and token.nesting >= 0] == [
        *("heading_open", "paragraph_open", "bullet_list_open", "paragraph_open", "bullet_list_open")
    ]
    assert sum(token.type == "list_item_open" for token in tokens) == 3
    assert not any(
        child.type in ("link_open", "html_inline") for one in tokens for child in one.children or ()
    )


@given(st.lists(st.lists(BITS | TEXTS, max_size=6).map("\n".join), min_size=2, max_size=4), st.booleans())
@example(["- a\n  ```\nb\n# head", "x"], True)
@example(["`\n<div>\n`", "[a]"], False)
@example(["- a\n\nb\n\n ```", "x"], False)
@example(["a `\nb ` <b> ` c", "\\<b>"], False)
def test_no_text_breaks_what_stands_around_it(texts: list[str], with_list: bool) -> None:
    entries = [_entry(number, text, with_list) for number, text in enumerate(texts)]
    names = {str(number): f"Nobody {number}" for number in range(len(texts))}
    page = month_page("2026-11", entries, names, "")
    env: dict[str, object] = {}
    tokens = MarkdownIt("commonmark").parse(page, env)
    inlines = [(token, after) for token, after in pairwise(tokens) if after.type == "inline"]
    outline = [after.content for token, after in inlines if token.tag in ("h1", "h2")]
    assert outline == ["November 2026", *(f"{entry.date:%A} {entry.date.day} November" for entry in entries)]
    paragraphs = [
        after.content for token, after in inlines if token.type == "paragraph_open" and token.level == 0
    ]
    for number in range(len(texts)):
        assert f"**Nobody {number}** · call" in paragraphs
        assert f"*Well, {number}?*" in paragraphs
    everything = [*tokens, *(child for token in tokens for child in token.children or ())]
    assert not [token for token in everything if token.type in ("html_block", "html_inline")]
    assert not env.get("references")
    items = [after.content for token, after in inlines if token.level == 2 and "gave: bread" in after.content]
    assert len(items) == with_list * len(texts)


def _entry(number: int, text: str, with_list: bool) -> Interaction:
    asked = Reflection(
        prompt="x",
        dimension="giving",
        question=f"Well, {number}?",
        asked=NOON,
        status="answered",
        answer=text,
    )
    return Interaction(
        id=str(number),
        date=dt.date(2026, 11, number + 1),
        people=(str(number),),
        channel="call",
        text=text,
        gave=("bread",) if with_list else (),
        reflection=asked,
    )


@given(st.lists(BITS | TEXTS, max_size=6).map("\n".join))
def test_every_text_can_be_found_again(text: str) -> None:
    words = re.findall(r"\w+", "".join(letter for letter in text if letter.isprintable() or letter in "\n\r"))
    assert (
        re.findall(
            r"\w+", "".join(letter for letter in block(text) if letter.isprintable() or letter == "\n")
        )[: len(words)]
        == words
    )


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Title\n=====\nwords", "### Title\nwords"),
        ("# Seven\n\nSub\n---\n### deeper", "### Seven\n\n#### Sub\n##### deeper"),
        ("## Two\n#### four", "### Two\n##### four"),
        ("#### four\n###### six", "#### four\n###### six"),
        ("# one\n###### six", "### one\n###### six"),
        ("x\n===\ny\n---\nz", "### x\n#### y\nz"),
        ("- a\n\nTitle #\n===", "- a\n\n### Title \\#"),
        ("```\n# no\n```\nTitle\n---", "```\n# no\n```\n### Title"),
        ("# one\n---\nwords", "### one\n---\nwords"),
        ("two\nlines\n---", "two\nlines\n\\---"),
        ("Bring\n-", "Bring\n\\-"),
    ],
)
def test_headings_keep_their_order_below_those_of_the_page(text: str, page: str) -> None:
    assert block(text) == page


TITLES = st.from_regex(r"[a-zé][a-zé #&*]{0,8}", fullmatch=True)


@given(st.lists(st.tuples(st.integers(1, 3), st.booleans(), TITLES), min_size=1, max_size=5))
def test_no_heading_is_lost_or_changes_places(headings: list[tuple[int, bool, str]]) -> None:
    written = [
        f"{title}\n{'===' if level == 1 else '---'}"
        if is_underlined and level < 3
        else f"{'#' * level} {title}"
        for level, is_underlined, title in headings
    ]
    before, after = (_outline(text) for text in ("\n\n".join(written), block("\n\n".join(written))))
    shift = 3 - min(level for level, _ in before)
    assert after == [(level + shift, title) for level, title in before]


def _outline(text: str) -> list[tuple[int, str]]:
    tokens = pairwise(MarkdownIt("commonmark").parse(text))
    return [
        (int(token.tag[1]), "".join(child.content for child in after.children or ()))
        for token, after in tokens
        if token.type == "heading_open"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, *with* **weight** and [a link](https://example.org).",
        "- one\n- two\n  - three\n\n1. four",
        "> said she\n\nand went",
        "```\n# not a heading\n<div>\n```",
        "a < b, 3 <3, `<b>` and <https://example.org>",
        "above\n\n---\n\nbelow",
    ],
)
def test_ordinary_markdown_stays_to_the_letter(text: str) -> None:
    assert block(text) == text


def test_what_an_answer_promised_stands_once() -> None:
    told = Reflection(
        prompt="x", dimension="curiosity", question="What then?", asked=NOON, status="answered",
        answer="they all cut paper; let Ani cut first next saturday",
    )  # fmt: skip
    promise = Promise(text="let Ani cut first", due=dt.date(2026, 11, 14))
    entry = Interaction(id="a", date=dt.date(2026, 11, 7), reflection=told, promises=(promise,))
    page = month_page("2026-11", [entry], NAMES, "")
    assert page.count("let Ani cut first") == 1
    assert "they all cut paper\n" in page
