"""Whether a line tells in plain words that somebody helped one, or that one helped (reflection.md §2.2).

| in the line                                              | help                           |
|----------------------------------------------------------|--------------------------------|
| Ada copied her notes for me; Ada showed me how to splice | received                       |
| Ada took my shift; Ada drove me home                     | received                       |
| cooked for her; helped Ada move; fixed Ada's bike        | given                          |
| tea with Ada, lent him the tent                          | given                          |
| Ada gave me a call; drove me mad; did not help me        | neither                        |
| gave her a hug; brought her soup; helped a lot; fixed    | neither                        |
| the bike; made her laugh                                 |                                |

Only for which question fits: what was given or got, for the numbers of a month, is what one notes as such.
"""

from __future__ import annotations

import re

from netjournal.language.shorthand import spelt_out

_REACH = 2000
_NOTHING = (
    r"(?:an? )?(?:\w+ )?(?:hugs?|kiss(?:es)?|calls?|ring|look|smile|wave|nod|lecture|number|reason|idea"
    r"|feeling|impression|word|notice|answer|fright|headache|creeps|hell|grief|trouble|shit|bill|fine"
    r"|hard time|shoulder)\b"
)
_FOR_ME = (
    r"(?:copied|fixed|mended|repaired|translated|checked|carried|printed|looked up|cooked|baked|sewed|sewn"
    r"|wrote|paid|saved|kept|fetched|found|proofread|ordered|bought|built|picked up|stood in|covered|queued)"
    r"(?: [\w'’-]+){0,6}? for (?:me|us)\b"
)
_TO_ME = (
    r"(?:gave|brought|lent|bought|cooked|baked|knitted|fetched|saved) (?:me|us) "
    rf"(?!{_NOTHING}|(?:up|down|together|back)\b)\w"
    r"|(?:taught|helped) (?:me|us)\b|showed (?:me|us) (?:how|where|the ropes|round|around)\b"
    r"|(?:drove|walked|took|saw|carried) (?:me|us) (?:home|back|there|to (?!task\b|court\b))"
    r"|talked (?:me|us) (?:down|through|round|out of)\b|calmed (?:me|us)\b"
    r"|(?:wouldn['’]?t|would not|didn['’]?t|did not|refused to) (?:take|want|accept)"
    r" (?:any |my |the )?money\b"
    r"|picked (?:me|us) up\b|(?:took|did|covered) my (?:\w+ )?(?:shift|watch|turn|class|round|night|duty)"
    r"|(?:minded|watered|walked|fed|fixed|mended|repaired|babysat) my "
    r"|stayed (?:[\w'’-]+ ){0,4}?to (?:help (?:me|us)|go (?:through|over) my )"
)
_BEGIN = r"(?:\A|[.,;:!?\n–—-]\s*|\b(?:i|we|and|then|so|also|just)\s+)"
_NOT_THEM = r"(?:me|us|my|the|an?|it|up|out|in|off|on|away|back|some|by|with|to|that|all)\b"
_THEM = rf"(?:him|her|them|(?!{_NOT_THEM})[\w-]+)"
_GAVE = (
    rf"{_BEGIN}(?:(?:lent|baked) {_THEM} (?:an?|the|my|some|two|\w{{4,}})\b(?! back\b)"
    rf"|gave (?:him|her|them) (?!{_NOTHING}|up\b|my number\b|[^.,;:!?\n]{{0,30}} back\b)\w"
    rf"|(?:cooked|baked|stood in|covered) for {_THEM}"
    rf"|helped {_THEM}(?! lot\b)|taught (?:him|her|them)\b"
    r"|showed (?:him|her|them) (?:how|round|around|the ropes)\b"
    r"|(?:fixed|mended|repaired|minded|watered) (?:his|her|their|[\w-]+['’]?s) "
    rf"|drove {_THEM} (?:home|back|to )|carried (?:his|her|their) )"
)
_DENIED = r"(?:\b(?:not|never|nobody|no one|if|whether|should have|wish(?:ed)?)|n['’]t)(?: \w+){0,2} \Z"
_TO_ME_SIGNS = (" me", " us", " my ", " money")
_GAVE_SIGNS = (
    *("lent ", "cooked ", "baked ", "gave ", "helped ", "taught ", "showed ", "fixed "),
    *("mended ", "repaired ", "minded ", "watered ", "drove ", "carried ", "stood in", "covered "),
)


def tells_of_help_got(text: str) -> bool:
    """Whether somebody helped one, or gave one something that helps."""
    small = spelt_out(text[:_REACH]).lower()
    return any(map(small.__contains__, _TO_ME_SIGNS)) and _stands(rf"\b(?:{_FOR_ME}|{_TO_ME})", small)


def tells_of_help_given(text: str) -> bool:
    """Whether one helped somebody, or gave them something that helps; who is told to do it is oneself."""
    small = spelt_out(text[:_REACH]).lower()
    return any(map(small.__contains__, _GAVE_SIGNS)) and _stands(_GAVE, small)


def _stands(pattern: str, small: str) -> bool:
    return any(not re.search(_DENIED, small[: found.start()]) for found in re.finditer(pattern, small))
