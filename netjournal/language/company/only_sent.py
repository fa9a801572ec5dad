"""Who only sent something while one met others: lunch with Pia, Karim sent a photo (issue 5 §1).

So is whom a letter is from: lunch with Pia, a letter from Karim. They were not at the lunch; that they sent
something stands in the words. Where the letter stands first, both count, and nothing says how (`channels`).
Where nobody but those who came and those who sent something is told of, as in ``Pia brought soup, Karim sent
flowers``, all of them count, and nothing says that one met (`channels`).
"""

from __future__ import annotations

import re

from netjournal.language.channels.cues import SENT, SOMEBODY
from netjournal.language.channels.telling import REACH, said_channel
from netjournal.language.company.told_by import names_within

_FROM = (
    r"(?:[.,;!?]\s*|\b(?:and|but|then)\s+)(?:(?:got|had|received|found) )?(?:(?:also|an?|another|the) )?"
    r"(?:(?!(?:with|about|for|and)\b)[\w'’-]+ )?"
    r"(?:letter|(?:post)?card|sms|text|whatsapp|dm|message|voice note|note|e?-?mail|parcel)s? from "
    rf"(?P<who>{SOMEBODY}(?:(?:,|,? and| &) {SOMEBODY}){{0,7}})(?!['’])"
)
"""A clause of its own that names whom a letter, or another such thing, is from."""

_AGAIN = r"(?i)\b(?:him|her|them|they|we|us|together)\b"
"""What may be of those who sent it, after all."""

_SIGNS = (" from ", "sent ", "posted ", "mailed ", "texted", "messaged", "wrote")


def sent_only(text: str) -> set[int]:
    """Which of the names in `text`, by number, are of those who only sent something to who met others."""
    if text.count(SOMEBODY) < 2 or not any(sign in text for sign in _SIGNS):
        return set()
    again = max((match.start() for match in re.finditer(_AGAIN, text)), default=0)
    sent = (match for pattern in (SENT, _FROM) for match in re.finditer(pattern, text))
    found = [match for match in sent if match.end() > again and SOMEBODY in text[: match.start()]]
    if not found or said_channel(text) != "in_person":
        return set()
    aside = [match for match in found if _is_after_meeting(text, match.start())]
    return names_within(text, [match.span("who") for match in aside])


def _is_after_meeting(text: str, start: int) -> bool:
    """Whether the words before `start` tell of a meeting; beyond `REACH` they are all that is looked at."""
    return start >= REACH or said_channel(text[:start]) == "in_person"
