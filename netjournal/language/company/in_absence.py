"""Whether somebody is named only by a likeness, a work or a relative of theirs (issue 5 §1).

| in the line                                   | not met                                       |
|-----------------------------------------------|-----------------------------------------------|
| saw a photo of Ewa; found Ewa's portrait      | Ewa; but whoever one took a photo of was met  |
| read Anjali's book; listened to Anjali's song | Anjali                                        |
| Malia's mother called                         | Malia; but called Malia's mother: as one told |
"""

from __future__ import annotations

import re

_LIKENESS = r"(?:photo(?:graph)?s?|pictures?|portraits?|drawings?|paintings?|statue|bust|videos?)"
_SAW = (
    r"(?i)\b(?:saw|seen|found|came across|(?:looked|looking|stared|going|went|leafed|scrolled) (?:at"
    r"|through)|framed|printed|hung up"
    rf"|put up)(?: (?!(?:with|and)\b)[\w'’-]+){{0,4}} {_LIKENESS} of (?:me and |us and )?\Z"
)
_READ = (
    r"(?i)\b(?:(?:re-?)?read|reading|finished|bought|ordered|borrowed|watched|listen(?:ed|ing) to|saw"
    r"|found)(?: (?:all|some|half|most|again))?(?: of)?\s+\Z"
)
_WORK = (
    r"(?i)['’]s (?:[\w'’-]+ ){0,2}?(?:books?|novels?|poems?|poetry|memoirs?|biography|essays?|articles?"
    rf"|thesis|blog|columns?|songs?|albums?|records?|podcasts?|interview|documentary|films?|papers?"
    rf"|obituary|{_LIKENESS})\b"
)
_KIN = (
    "mother|mum|mom|mama|father|dad|papa|parents?|sister|brother|son|daughter|kids?|child(?:ren)?|wife|husband"
    "|partner|girlfriend|boyfriend|aunt|uncle|cousin|grand(?:mother|father|ma|pa|son|daughter)|gran|granny"
    "|nephew|niece|neighbour|neighbor|boss|colleague|assistant|secretary|nurse|carer|lawyer|doctor"
    "|teacher|therapist|landlord|landlady|friend"
)
_KIN_DID = (
    rf"(?i)['’]s (?:[\w'’-]+ )?(?:{_KIN}) (?:(?:just|then|also|[a-z]+ly) )?(?:called|phoned|rang|wrote|texted"
    r"|messaged|e?-?mailed|came|told|said|says|asked|sent|brought|visited|dropped|thanked|answered"
    r"|picked up|opened)\b"
)
_WITH_THEM = r"(?i)\b(?:with|to|for|and|beside) (?:her|him|them)\b"


def is_in_absence(before: str, after: str) -> bool:
    """Whether the words `before` a name in its clause and those `after` it are of what is theirs alone."""
    if before.endswith((" of ", " and ")) and re.search(_SAW, before):
        return True
    if not after.startswith(("'s ", "’s ")):
        return False
    clause = re.split(r"[.,;:!?\n]", after, maxsplit=1)[0]
    if re.search(_WITH_THEM, clause):
        return False
    if re.search(_READ, before) and re.match(_WORK, after):
        return True
    return not before.strip(" @") and re.match(_KIN_DID, after) is not None
