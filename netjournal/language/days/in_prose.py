"""How a day is named amid words: for the day that a line begins with, and for one further on in it.

Patterns for whatever `dates.understand` knows that needs no colon to be told from other words.
"""

from __future__ import annotations

from netjournal.language.days.tokens import MISSPELT_YESTERDAYS

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the months begin."""

WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
PLAIN_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds|thu|thurs?|fri)"
"""A weekday that is no other word: wed, sat and sun are."""

_PART = r"(?:morning|morn|afternoon|arvo|evening|eve|night|nite)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,3})"
_YESTERDAY = (
    rf"(?:(?:(?:the )?day before )?(?:yesterday|{'|'.join(MISSPELT_YESTERDAYS)}|yday|y['’]day|yest\b))"
)
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)"

PAST = (
    rf"(?:{_YESTERDAY}(?: {_PART})?|last (?:night|nite|evening|{WEEKDAY}(?: {_PART})?)"
    rf"|(?:on )?{WEEKDAY} last week|last week (?:on )?{WEEKDAY}"
    rf"|{_COUNT} (?:days?|nights|weeks?|fortnights?) ago)\b"
)
"""A day that can only be over."""

THIS = r"(?:this (?:morning|morn|afternoon|arvo|evening)|tonight|tonite)\b"
"""A part of today."""

ON = (
    rf"(?:(?:on )?(?:{WEEKDAY},? )?(?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}"
    rf"|(?:on )?(?:{WEEKDAY},? )?{_MONTH} (?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:on )?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|on the {_NUMBER}"
    rf"|on {WEEKDAY}(?: {_PART}| [ap]m)?|{WEEKDAY} (?:{_PART}|[ap]m))\b"
)
"""A day that may be over or to come."""

NOT_OURS = (
    r"(?i)\b(?:(?-i:will)|shall|tomorrow|going to|gonna|must|should|need(?:s|ed)? to|have to|has to"
    r"|book(?!s)|booked|plan(?:s|ned|ning)?|todo|to do|remember|don['’]?t forget|looking forward"
    r"|can['’]?t wait|invited?|invitation|arranged|agreed|scheduled|reserved|postponed|moved to|tickets?"
    r"|hop(?:e|es|ing)|want(?:s|ed)?|next|(?:is|are) (?:\w+ing|due)"
    r"|(?:I['’]m|I am|we['’]re) \w+ing|let['’]?s|shall we)\b|['’]ll\b|\?"
)
"""What makes a day that may be to come one that is."""

PAST_VERB = (
    r"(?:(?!(?:shed|hundred|sacred|naked)\b)[a-z]{2,20}(?<!e)ed|ate|awoke|beat|began|bought|brought|built|came"
    r"|caught|did|drank|drove|fed|fell|felt|flew|found|gave|got|had|heard|held|helped|hung|kept|left|lent|lost"
    r"|made|met|paid|ran|rang|read|rode|sang|sat|saw|sent|shook|slept|sold|spent|spoke|stood|swam|taught|threw"
    r"|told|took|was|went|were|woke|won|wore|wrote)(?![\w'’-])"
)
TOUCH = (
    r"(?:rang|called|phoned|texted|wrote|messaged|emailed|visited|(?:came|stopped|dropped|popped|swung) "
    r"(?:by|over|round|around|in|to))(?![\w'’-])"
)
"""What somebody did that was with oneself, whoever they are."""

MEAL = (
    r"(?:breakfast|brekkie|brunch|lunch|dinner|supper|tea|coffee|drinks?|beers?|pints?|roast|bbq|barbecue"
    r"|picnic|walk|hike|call|swim|run|climbing|swimming)(?![\w'’-])"
)
