"""What one writes of having failed somebody: I should have rung, I never went (reflection.md §4.1)."""

from __future__ import annotations

import re

_REACH = 2000
_SIGNS: tuple[str, ...] = ("should", "ought", "could", "never", "guilt", "asham", "fault", "down", "failed")
_SIGNS += (
    "regret",
    "easier",
    "forgot",
    "still have",
    "forgive me",
    "excuses",
    "avoiding",
    "lied",
    "there for",
)
_SIGNS += ("there when", "putting", "friend", "hurt ", "unfair", "unkind", "cruel")

_END = r"(?=\s*(?:\Z|[.,;:!?)\n–—-]))"
_WHOM = r"(?:her|him|them|you)"
_KIN = (
    r"(?:mum|mom|mam|mama|dad|papa|granny|grandma|grandpa"
    r"|my (?:mother|father|sister|brother|son|daughter|friend))"
)
_SOMEBODY = (
    r"(?!(?:it|that|this|these|those|the|an?|my|his|their|first|ahead|before|down|up|in|on|for|out|off|from|to"
    r"|about|when|with|more|less|no|yes|twice|together|home|work)\b)\w+"
)
"""What may be a name, in a text without capitals."""

_I = r"(?:\bi\b|(?:\A|[.,;:!?\n–—-] *))"
"""Oneself, said or left out at the start of a clause: should have rung."""

_REACHED = (
    rf"(?:(?:rung|called|phoned|written|visited|answered|replied)"
    rf"(?: back)?(?: (?:{_KIN}|{_SOMEBODY}))?(?: (?:sooner|earlier|more often|again|at once|that day))?{_END}"
    rf"|gone(?: there| with {_WHOM}| to (?:see|visit) \w+| to (?:{_KIN}|the (?:hospital|ward)))?{_END}"
    rf"|come(?: sooner| earlier)?{_END}"
    rf"|been (?:there|kinder|with {_WHOM}|gentler|more patient)|listened|noticed|helped (?:{_WHOM}|{_KIN})"
    rf"|stayed with {_WHOM}|stood (?:by|up for) {_WHOM}|said (?:something|sorry|goodbye|thank)"
    r"|thanked|apologi[sz]ed|done more)"
)
_DONE_TO_THEM = (
    r"(?:said (?:that|it)|shouted|lied|snapped|left (?:her|him|them)|laughed at|waited so long|promised)"
)
_PERSON = rf"(?:{_WHOM}|{_KIN}|everyone|everybody)"
_GUILT = (
    rf"{_I} ?(?:really |so |just )?(?:should|could|ought to)(?:['’]ve| have|a| of) {_REACHED}"
    rf"|{_I} ?(?:should(?:n['’]?t| not)|never should) have {_DONE_TO_THEM}"
    rf"|\bi never (?:went(?: back| there| to (?:see|visit) {_WHOM}| to {_WHOM})?{_END}"
    rf"|(?:rang|called|phoned|wrote|visited|answered|replied)(?: back| {_WHOM}){{0,2}}{_END}"
    rf"|thanked {_WHOM}|said (?:sorry|goodbye|thank)|told {_WHOM}(?:{_END}| how (?:much|sorry))"
    rf"|asked {_WHOM}{_END}|asked how (?:she|he|they) (?:was|is|are|were))"
    rf"|\bi still have(?:n['’]?t| not) (?:rung|called|phoned|written|visited|answered|replied|gone|thanked)\b"
    rf"|(?:{_I} ?(?:still |just )?(?:feel|felt|feeling)|\bi ?['’]?m|\bi (?:am|was))(?: \w+){{0,2}}"
    r" (?:guilty|ashamed)\b"
    r"|\bmy guilt\b|\bguilt (?:again|about|over|all)\b|(?<!not )\bmy (?:own )?fault\b"
    rf"|\bi (?:have |had )?let {_PERSON} down{_END}|\bi(?: have|['’]ve)? (?:failed|neglected) {_PERSON}\b"
    rf"|\bi (?:was(?:n['’]?t| not)|have(?:n['’]?t| not) been|had not been|am never|was never)"
    rf" there (?:for {_PERSON}|when (?:she|he|they|it (?:mattered|counted)))"
    r"|\bi (?:deeply |really |do )?regret (?:not|that i|what i|it\b)"
    rf"|\bi said (?:soon|later|next (?:week|month|time)|another time|maybe)\b[^\n]{{0,40}}"
    r"\b(?:it was easier|and (?:never|did ?n[o'’]t|did not))"
    rf"|\bit was easier (?:not to|to (?:say nothing|lie|look away|stay away))"
    rf"|\bi forgot (?:about )?{_WHOM}{_END}"
    r"|\bi forgot (?:her|his|their|\w+['’]s) (?:birthday|name day|anniversary)"
    rf"|\bi (?:kept|keep) (?:putting {_WHOM} off|avoiding {_WHOM}|making excuses)"
    rf"|\bi lied to {_PERSON}\b|\bi hurt {_WHOM}{_END}"
    r"|\bi (?:was|have been) (?:so |too )?(?:cruel|unfair|unkind) to\b"
    r"|\bi(?: am|['’]m| was| have been)? (?:such )?an? (?:bad|terrible|poor|useless|rotten|lousy)"
    r" (?:friend|son|daughter|brother|sister|neighbour|mother|father)\b"
    rf"|\bforgive me{_END}"
)


def tells_of_guilt(text: str) -> bool:
    """Whether `text`, in plain English, says that one feels guilty, or failed somebody; a plan does not."""
    small = text[:_REACH].lower()
    return any(map(small.__contains__, _SIGNS)) and re.search(_GUILT, small) is not None
