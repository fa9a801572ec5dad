"""Whether somebody is named only by what of theirs is told, read or given to others (issue 5 §1).

| in the line                                       | only spoken of                                     |
|---------------------------------------------------|----------------------------------------------------|
| told Pia Karim's story; told Karim's story to Pia | Karim; but read Karim's letter: that was a letter  |
| Pia showed me Karim's photos                      | Karim                                              |
| told the story of Karim to Pia                    | Karim                                              |
| discussed Karim's wedding with Pia                | Karim                                              |
| told Pia of Karim's visit                         | Karim; but took Pia to Karim's party: it was there |
"""

from __future__ import annotations

import re

_THING = (
    r"(?:stor(?:y|ies)|letters?|messages?|e?-?mails?|notes?|texts?|repl(?:y|ies)|answers?|posts?|photos?|pictures?"
    r"|advice|news|jokes?|words?)\b"
)
_TELLS = r"(?:re)?(?:tells?|told|telling)|recount(?:s|ed|ing)|repeat(?:s|ed|ing)|quot(?:es?|ed|ing)"
_GIVES = (
    r"reads?|reading|show(?:s|ed|ing)|g(?:ives?|ave|iving)|lent|lends?|sen(?:t|ds?|ding)"
    r"|pass(?:es|ed|ing)(?: on)?|hand(?:s|ed|ing)(?: on| over)?|forward(?:s|ed|ing)|br(?:ings?|ought|inging)"
    r"|wr(?:ites?|ote|iting)|play(?:s|ed|ing)"
)
_SOMEBODY = r"(?:me|us|her|him|them|(?:my|our|his|her|their|the) [a-z]+|@?[^\W\d_a-z][\w’'-]*)"
_TO_THEM = rf"(?: {_SOMEBODY}(?: (?:and|&) {_SOMEBODY}| [^\W\d_a-z][\w’'-]*)*)"
_TOLD = rf"\b(?i:{_TELLS}){_TO_THEM}?\s+\Z"
_GIVEN_THEM = rf"\b(?i:{_GIVES}){_TO_THEM}\s+\Z"
_GIVEN = rf"\b(?i:{_GIVES})(?: (?:all|some|out|aloud|of|again))*\s+\Z"
_THEIR_THING = rf"(?i)['’]s (?:[\w'’-]+ ){{0,2}}?{_THING}"
_TO_OTHERS = r"[^,;:.!?\n]*?\bto (?:her|him|them|(?:my|our|his|their|the) [a-z]|@?[^\W\d_a-z])"
_WAS_TOLD = r"\s+(?:was )?(?i:told|read|shown|given|sent|passed on|forwarded)\b"

_DISCUSSED = (
    r"(?i)\b(?:discuss(?:ed|ing)?|(?:talk(?:ed|ing)?|went|going) (?:over|through)|plann?(?:ed|ing)?)\s+\Z"
)
_TOLD_OF = rf"\b(?i:told|tells|spoke|talked|heard|reminded){_TO_THEM}? of\s+\Z"
_THING_OF = rf"\b(?i:{_TELLS}|{_GIVES}){_TO_THEM}? (?:the|an?|some|all) (?:[\w'’-]+ )?(?i:{_THING}) of\s+\Z"


def is_handed_on(before: str, after: str) -> bool:
    """Whether the words `before` a name in its clause and those `after` it give to others what is theirs."""
    if not after.startswith(("'s ", "’s ")):
        return before.endswith(" of ") and re.search(_THING_OF, before) is not None
    if re.search(_DISCUSSED, before) or re.search(_TOLD_OF, before):
        return True
    thing = re.match(_THEIR_THING, after)
    if thing is None:
        return False
    rest = after[thing.end() :]
    if re.search(_TOLD, before) or re.search(_GIVEN_THEM, before):
        return True
    given = re.search(_GIVEN, before) or re.match(_WAS_TOLD, rest)
    return given is not None and re.match(_TO_OTHERS, rest) is not None
