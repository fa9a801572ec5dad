"""What one says in plain words that one will do for somebody.

| in the line                                        | what one will do          |
|----------------------------------------------------|---------------------------|
| I'll send her the recipe; ill send Pia the recipe  | send her the recipe       |
| I'm going to call her friday                       | call her friday           |
| told Karim I'd lend him the tent                   | lend him the tent         |
| tea with Pia, told her I'd do it                   | do it                     |
| agreed with Sven that I write the report           | write the report          |
| tea with Pia. gonna send her the list              | send her the list         |
| Karim rang, will visit his sister; will be late    | nothing: his own affair   |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from netjournal.language.promises.clauses import BEGIN, BROKEN, DOES, UNSURE, WHAT, first_of, is_something

_WHOM = r"(?!(?:me|us|that|I|myself)\b)[\w'’-]+(?: (?!that\b|I\b)[\w'’-]+){0,3}"
_I_WOULD = r"(?:that )?I(?:['’]?d|['’]?ll| would| wil+)"
_I_WILL = r"(?P<who>I)(?:['’]?ll| wil+| shall|(?:['’]?m| am) (?:going to|gonna))"
_TOLD = (
    rf"(?P<told>(?:I )?(?:(?:told|texted|messaged|assured|wrote(?: to)?|said to) {_WHOM}|said) {_I_WOULD}"
    rf"|(?:(?:I|we) )?agreed(?: with {_WHOM})?,? (?:that )?I(?:['’]?d|['’]?ll| would| wil+)?)"
)
_DO_IT = (
    r"(?P<it>do (?:it|that|this)(?: (?:for (?:her|him|them)|by|on|before|next|this|tomorrow|tonight|today"
    r"|soon)\b[^.,;!?\n<>]*)?)(?=\s*(?:[.,;!\n<>]|\Z))"
)
_INTENDED = (
    rf"(?i){BEGIN}(?:{_I_WILL}|{_TOLD}|(?P<bare>gonna|going to|will|shall))\s+"
    rf"(?:{WHAT}|(?(told){_DO_IT}|(?!)))"
)
_SPEAKS = (
    r"(?i)(?:\b(?:said|says|say|wrote|writes|replied|answered|promised|told (?:me|us)|like)|[:\"“‘])\W*\Z"
)
_TO_OTHERS = r"(?i)\b(?:you|me|not|never)\b"
_THEM = (
    rf"(?i){DOES} (?:him|them|her(?=\Z| (?:the|an?|my|some|back|by|on|to|about|again|soon|next"
    r"|tomorrow|tmrw|tonight|this|in|when|once)\b))"
    r"|.*\bto (?:him|them|her)(?=\Z| (?:by|on|next|tomorrow|tmrw)\b)"
)


def intended(text: str, names: Collection[str] = ()) -> Iterator[str]:
    """The words of each thing that one will do, as ``send her the recipe by friday``.

    Only with a verb of doing something for somebody, at the beginning of a clause, in no words of another
    (``she said, I'll send you the score``) and under no condition. Where nobody is said to do it, it must be
    done for her, him or them, or, once something was told, for one of the `names` in the text: will
    call Rose in june is a plan alone. To do it is promised to somebody with one of the `names`.
    """
    for found in re.finditer(_INTENDED, text):
        what = first_of(found["what"] or found["it"])
        begin = found.start("who" if found["who"] else "told" if found["told"] else "bare")
        before = text[:begin]
        is_of_another = not found["told"] and re.search(_SPEAKS, before)
        is_open = is_of_another or re.search(_TO_OTHERS, what) or re.search(UNSURE, before)
        is_broken = found["told"] and re.search(BROKEN, text[found.end("told") :])
        is_promise = is_something(what) and not (is_open or is_broken) and (found["what"] or names)
        if is_promise and (not found["bare"] or _is_for(what, names if before.strip() else ())):
            yield what


def _is_for(what: str, names: Collection[str]) -> bool:
    """Whether something is done for her, him, them, or one of the `names`."""
    _, _, after = what.partition(" ")
    return re.match(_THEM, what) is not None or any(after.startswith(name) for name in names)
