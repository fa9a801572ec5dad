"""What one writes of having failed somebody: I should have rung, I never went (reflection.md §4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.shorthand import spelt_out

_REACH = 2000
_END = r"(?=\s*(?:\Z|[.,;:!?)\n–—-]))"
_WHOM = r"(?:her|him|them|you)"
_KIN = (
    r"(?:mum|mom|mam|mama|dad|papa|granny|grandma|grandpa"
    r"|my (?:mother|father|sister|brother|son|daughter|friend))"
)
_PERSON = rf"(?:{_WHOM}|{_KIN}|everyone|everybody)"
_SOMEBODY = (
    r"(?!(?:it|that|this|these|those|the|an?|my|his|their|first|ahead|before|down|up|in|on|for|out|off|from|to"
    r"|about|when|with|more|less|no|yes|twice|together|home|work)\b)\w+"
)
"""What may be a name, in a text without capitals."""

_I = r"(?:\bi |(?:\A|[.,;:!?\n–—-]) *)(?:really |so |just |still )?"
"""Oneself, said or left out at the start of a clause: should have rung."""

_REACHED = (
    r"(?:(?:rung|called|phoned|written|visited|answered|replied)"
    rf"(?: back)?(?: (?:{_KIN}|{_SOMEBODY}))?(?: (?:sooner|earlier|more often|again|at once|that day))?{_END}"
    rf"|gone(?: there| with {_WHOM}| to (?:see|visit) \w+| to (?:{_KIN}|the (?:hospital|ward)))?{_END}"
    rf"|come(?: sooner| earlier)?{_END}"
    rf"|been (?:there|kinder|with {_WHOM}|gentler|more patient)|listened|noticed|helped (?:{_WHOM}|{_KIN})"
    rf"|stayed with {_WHOM}|stood (?:by|up for) {_WHOM}|said (?:something|sorry|goodbye|thank)"
    r"|thanked|apologi[sz]ed|done more)"
)
_DONE = r"(?:said (?:that|it)|shouted|lied|snapped|left (?:her|him|them)|laughed at|waited so long)"
_GUILT: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("should have", "should've", "should’ve", "should of", "ought to have", "could have"),
        rf"{_I}(?:should|could|ought to)(?:['’]ve| have|a| of) {_REACHED}",
    ),
    (
        ("should not have", "shouldn't have", "shouldn’t have", "shouldnt have", "never should have"),
        rf"{_I}(?:should(?:n['’]?t| not)|never should) have {_DONE}",
    ),
    (
        ("i never ",),
        rf"\bi never (?:went(?: back| there| to (?:see|visit) {_WHOM}| to {_WHOM})?{_END}"
        rf"|(?:rang|called|phoned|wrote|visited|answered|replied)(?: back| {_WHOM}){{0,2}}{_END}"
        rf"|thanked {_WHOM}|said (?:sorry|goodbye|thank)|told {_WHOM}(?:{_END}| how (?:much|sorry))"
        rf"|asked {_WHOM}{_END}|asked how (?:she|he|they) (?:was|is|are|were))",
    ),
    (
        ("i still have",),
        r"\bi still have(?:n['’]?t| not) (?:rung|called|phoned|written|visited|answered|replied|thanked)\b",
    ),
    (
        ("guilt", "asham", "my fault", "my own fault"),
        rf"(?:{_I}(?:feel|felt|feeling)|\bi ?['’]?m|\bi (?:am|was))(?: \w+){{0,2}} (?:guilty|ashamed)\b"
        r"|\bmy guilt\b|\bguilt (?:again|about|over|all)\b|(?<!not )\bmy (?:own )?fault\b",
    ),
    (
        ("let ", "failed ", "neglected "),
        rf"\bi (?:have |had )?let {_PERSON} down{_END}|\bi(?: have|['’]ve)? (?:failed|neglected) {_PERSON}\b",
    ),
    (
        ("there for ", "there when "),
        r"\bi (?:was(?:n['’]?t| not)|have(?:n['’]?t| not) been|had not been|am never|was never)"
        rf" there (?:for {_PERSON}|when (?:she|he|they|it (?:mattered|counted)))",
    ),
    (("regret",), r"\bi (?:deeply |really |do )?regret (?:not|that i|what i|it\b)"),
    (
        ("i said ", "it was easier"),
        r"\bi said (?:soon|later|next (?:week|month|time)|another time|maybe)\b[^\n]{0,40}"
        r"\b(?:it was easier|and (?:never|did ?n[o'’]t|did not))"
        r"|\bit was easier (?:not to|to (?:say nothing|lie|look away|stay away))",
    ),
    (
        ("i forgot ",),
        rf"\bi forgot (?:about )?{_WHOM}{_END}"
        r"|\bi forgot (?:her|his|their|\w+['’]s) (?:birthday|name day|anniversary)",
    ),
    (
        ("i keep ", "i kept "),
        rf"\bi (?:kept|keep) (?:putting {_WHOM} off|avoiding {_WHOM}|making excuses)",
    ),
    (
        ("i lied", "i hurt", "cruel", "unfair", "unkind", "forgive me"),
        rf"\bi lied to {_PERSON}\b|\bi hurt {_WHOM}{_END}|\bforgive me{_END}"
        r"|\bi (?:was|have been) (?:so |too )?(?:cruel|unfair|unkind) to\b",
    ),
    (
        ("bad ", "terrible ", "poor ", "useless ", "rotten ", "lousy "),
        r"\bi(?: am|['’]m| was| have been) (?:such )?an? (?:bad|terrible|poor|useless|rotten|lousy)"
        r" (?:friend|son|daughter|brother|sister|neighbour|mother|father)\b",
    ),
)
"""What to look for, where one of its signs stands: compiling all of it takes some ms."""


def tells_of_guilt(text: str) -> bool:
    """Whether `text`, in plain English, says that one feels guilty, or failed somebody; a plan does not."""
    small = spelt_out(text[:_REACH]).lower()
    return any(re.search(pattern, small) for pattern in _near(small))


def _near(small: str) -> Iterator[str]:
    return (pattern for signs, pattern in _GUILT if any(map(small.__contains__, signs)))
