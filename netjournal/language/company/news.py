"""Who is named for how they are: news of somebody, and what one thinks of them (issue 5 §1).

| in the line                                              | not met                                         |
|----------------------------------------------------------|-------------------------------------------------|
| Karim has covid; Karim is in Lagos this week             | Karim; but: Karim is ill, brought him soup      |
| Karim is my rock; Karim and Bo aren't speaking           | Karim; both                                     |
| Karim off sick, long day alone                           | Karim                                           |
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.not_there import LIST

_STATE = (
    r"(?:(?:is|are|has been|have been)(?: (?:still|now|so|very|quite|really|back|again))? (?:ill|sick"
    r"|unwell|poorly|pregnant"
    r"|engaged|divorced|married|dating|off sick|on (?:holiday|leave|sick leave|maternity leave)"
    r"|moving (?:to|out|away|house|back)|getting (?:married|divorced)"
    r"|in (?:the )?(?:hospital|jail|prison|rehab|surgery|labour|intensive care|icu|(?-i:[A-Z])\w+))"
    r"|got (?:engaged|married|divorced|back together)|(?:broke|split) up"
    r"|(?:(?:is|are)n['’]?t|(?:is|are) not) (?:speaking|talking|well|around|coping|in town)"
    r"|(?:has|have)(?: (?:now|just|finally|still|got))? (?:the flu|flu|covid|cancer|pneumonia|shingles"
    r"|no (?:job|work)|an? (?:new )?(?:job|baby(?! shower)|girlfriend|boyfriend|cold|fever)|quit|retired"
    r"|resigned"
    r"|had (?:an?|his|her|their|the) (?:baby(?! shower)|boy|girl|op|operation|stroke|accident|fall)"
    r"|had (?:twins|surgery)|(?:found|lost) (?:an?|his|her|their) (?:new )?(?:job|work|flat|house|home)"
    r"|moved(?! (?:in|on|the|my|our|his|her)\b))"
    r"|had (?:his|her|their|an?) (?:op|operation|surgery|stroke|accident|baby(?! shower))"
    r"|(?:(?:still|again) )?(?:off (?:sick|work|ill)|ill|sick|unwell|poorly|on (?:holiday|(?:sick )?leave))"
    r"(?=\s*(?:[.,;:!?)–—]|\Z|(?:again|today|still|this|since|with|and|so)\b)))\b"
)

_NEWS_WORDS = (
    f"{SOMEBODY} is ",
    f"{SOMEBODY} are ",
    f"{SOMEBODY} has ",
    f"{SOMEBODY} have ",
    f"{SOMEBODY} had ",
    f"{SOMEBODY} isn",
    f"{SOMEBODY} got ",
    f"{SOMEBODY} off ",
    f"{SOMEBODY} still ",
    f"{SOMEBODY} ill",
    f"{SOMEBODY} sick",
    f"{SOMEBODY} poorly",
    f"{SOMEBODY} on ",
    " aren",
    " up",
)
_NEWS = rf"\A\s*(?P<who>{LIST}) {_STATE}(?![^.;!?\n]*\b(?:me|us|we|I|my|our|together|here)\b)"
_OPINION = (
    rf"\A\s*(?P<who>{LIST})(?: (?:and|&|n) I (?:are not|aren['’]?t) (?:speaking|talking)\b"
    r"| (?:is|are) (?:(?:my|our) (?:rock|hero|anchor|world|favou?rite|best|oldest)\b|such an? "
    r"|the (?:best|kindest|sweetest|funniest|greatest|coolest)\b))[^.,;:!?\n]*[.!?]*\s*\Z"
)
"""What one thinks of somebody, and no more: Karim is my rock."""


def news_of(text: str) -> re.Match[str] | None:
    """Where `text`, in which SOMEBODY stands for each name, begins with how some are (group ``who``)."""
    if text.lstrip()[:1] != SOMEBODY or not any(word in text for word in _NEWS_WORDS):
        return None
    return re.match(_NEWS, text, re.IGNORECASE) or re.match(_OPINION, text, re.IGNORECASE)
