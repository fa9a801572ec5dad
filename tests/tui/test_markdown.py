"""A long entry is shown as it is meant, and nothing of it is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from netjournal.tui.markdown import markdown
from netjournal.tui.text import Span, width_of

LONG = """\
# The *evening*

Talked to **Ngozi**
about sails.

- first, a point that is long enough to go on in the next line
- second
  1. nested
  2. again

> she said
> wait

`nj` and <b>raw</b>, [a page](https://example.org)

```
code *as it is*
```
"""


def _plain(text: str, width: int = 40) -> list[str]:
    return ["".join(part.text for part in line).rstrip() for line in markdown(text, width, indent=2)]


def test_each_kind_of_block_is_shown_as_what_it_is() -> None:
    assert _plain(LONG) == [
        "  The evening",
        "",
        "  Talked to Ngozi",
        "  about sails.",
        "",
        "  • first, a point that is long enough",
        "    to go on in the next line",
        "  • second",
        "    1. nested",
        "    2. again",
        "",
        "  │ she said",
        "  │ wait",
        "",
        "  nj and <b>raw</b>, a page",
        "  (https://example.org)",
        "",
        "  code *as it is*",
    ]


def test_words_in_the_middle_keep_their_weight() -> None:
    [line] = markdown("a **b** *c*", 40)
    assert [part for part in line if part.text.strip()] == [
        Span("a ", "text"),
        Span("b", "strong"),
        Span("c", "emphasis"),
    ]


@given(st.text(st.sampled_from("ab \n*_`#>-1.[]()<\t\x1b!"), max_size=120), st.integers(14, 60))
def test_whatever_is_written_keeps_its_letters_and_the_width(text: str, width: int) -> None:
    lines = markdown(text, width)
    shown = "".join(part.text for line in lines for part in line)
    assert "\x1b" not in shown
    assert sorted(re.findall("[ab]", shown)) == sorted(re.findall("[ab]", text))
    outside = [line for line in lines if width_of(line) > width]
    assert not outside or max(text.count(sign) for sign in ">-1") > 0
