"""Whether somebody is named only by a likeness, a work, a relative or a home of theirs (issue 5 §1).

| in the line                                   | not met                                       |
|-----------------------------------------------|-----------------------------------------------|
| saw a photo of Ewa; found Ewa's portrait      | Ewa; but whoever one took a photo of was met  |
| read Anjali's book; listened to Anjali's song | Anjali                                        |
| Malia's mother called                         | Malia; but called Malia's mother: as one told |
| Malia's flat: cleared it out; cleared out     | Malia; but with him; he cooked; together      |
| Malia's flat with Ewa                         |                                               |
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
_ROOMS = (
    r"['’]s (?:(?:old|whole|former) )?(?:flat|house|home|room|place|kitchen|garage|attic|cellar|basement|shed"
    r"|study|apartment|bathroom|bedroom|wardrobe)"
)
_CLEARED = (
    r"(?:clear(?:ed|ing)|empt(?:ied|ying)|pack(?:ed|ing)(?: up)?|clean(?:ed|ing) out|sort(?:ed|ing) out)"
)
_WORKED_ON = (
    rf"(?:{_CLEARED}|clean(?:ed|ing)|paint(?:ed|ing)|tid(?:ied|ying)|hoover(?:ed|ing)|scrubb(?:ed|ing)"
    r"|measured|sold) (?:it|out|up|the|all|everything|half|most)\b"
)
_NOT_WITH_THEM = r"(?![^.!?\n]*\b(?:he|she|they|him|her|hers|them|both|together|too)\b)"
_THEN_CLEARED = rf"(?i){_ROOMS}(?:\s*[:,;–—]|\s+-)\s*(?:(?:I|we) )?{_WORKED_ON}{_NOT_WITH_THEM}"
_HAVING_CLEARED = rf"(?i)\b{_CLEARED}(?: out| up)?(?: (?:all|half|most|some|the rest) of)?\s+\Z"

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
    if re.search(_HAVING_CLEARED, before) and re.match(rf"(?i){_ROOMS}\b{_NOT_WITH_THEM}", after):
        return True
    if not before.strip(" @") and re.match(_THEN_CLEARED, after):
        return True
    return not before.strip(" @") and re.match(_KIN_DID, after) is not None
