"""Who was not there, as a line says of them or of him and her (issue 5 §1).

| in the line                                              | not met                          |
|----------------------------------------------------------|----------------------------------|
| everyone but Karim came; all except Karim and Bo         | Karim, Bo; but: nobody but Karim |
| Karim no show; Karim never turned up; stood up by Karim  | Karim                            |
| choir with Bo, Karim was ill                             | Karim, where others were there   |
| waited for Karim, he never showed; lunch with Karim, who | Karim: the last before he or she |
| did not come                                             |                                  |
| still waiting for Karim to call                          | Karim                            |
| wrote a letter to Karim, didn't send it                  | Karim                            |
| not seen Karim in years; never got round to calling him  | who was not                      |
| not a peep from Karim; miss you, Karim                   | who was not                      |
| three weeks since I saw Karim                            | who was not                      |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import said_channel

LIST = rf"{SOMEBODY}(?:(?:,|,? and| &|,? or) {SOMEBODY}){{0,7}}"
"""Names beside each other."""

_BOTH = rf"{SOMEBODY}(?: (?:and|&) {SOMEBODY})?"

BEGIN = r"(?:\A\s*|[.,;:!?(\n–—]\s*|\b(?:but|and|as|because|since|though) )"
"""Where a clause begins."""

_END = r"(?=\s*(?:[.,;:!?)\n–—]|\Z|(?:so|again|after all|in the end|at all|either|today|this time|then)\b))"
_NEVER = (
    r"(?:never|did(?:n['’]?t| not)) (?:showed|shows?|came|come|turn(?:ed)?|made it|make it|appear(?:ed)?"
    r"|arrived?)"
    r"(?! alone\b)(?: up)?"
)
_HE_DID_NOT = (
    rf"(?:{_NEVER}|was(?:n['’]?t| not) (?:there|in|(?:at )?home)|was a no[- ]?show|bailed|flaked"
    r"|stood (?:me|us) up)"
)
_ILL = (
    r"(?:ill|sick|poorly|unwell|not well|off sick|(?:ill |sick )?in bed|in hospital|on holiday|on leave"
    r"|hung ?over)"
)
_UNSENT = (
    r"(?:(?:did(?:n['’]?t| not)|never|have(?:n['’]?t| not)|not) (?:yet |actually )?"
    r"(?:send|sent|post|posted|mail|mailed|finish|finished)|unsent)(?: (?:it|them|that))?(?: off)?(?: yet)?"
)

_RULES = (
    (
        (" but ", "except", " bar ", "apart from", "minus ", "save "),
        r"\b(?:every(?:one|body)|all(?: of (?:us|them))?|us all|the others|the (?:whole|rest)[\w ]{0,20}) "
        r"(?:(?:(?:was|were) )?(?:there|here|came|in|at [\w ]{1,20}),? )?"
        rf"(?:but|except(?:ing)?|bar|apart from|minus|save)(?: for)? (?P<who>{LIST})",
    ),
    (
        ("show", "never", "didn", "did not ", "flaked", "wasn", "was not"),
        rf"(?P<who>{_BOTH}),? \(?(?:(?:was |were |is )?(?:an? )?(?:no[- ]?shows?|flaked(?: on (?:me|us))?)"
        r"|was(?:n['’]?t| not) (?:there|here|in|around|at (?:home|work|choir|school|practice|rehearsal))"
        rf"|{_NEVER}){_END}",
    ),
    (
        ("didn", "did not", " not", "wasn"),
        rf"\b(?:came|turned up|made it|showed(?: up)?|there|joined(?: us)?)[,;] (?:but )?(?P<who>{LIST}) "
        r"(?:didn['’]?t|did not|not|was(?:n['’]?t| not))(?=\s*(?:[.,;!?)]|\Z))",
    ),
    (
        ("cancel", "called off"),
        r"\b(?:cancel(?:led|ed|ling|ing)?|called off)(?: (?:it |tea |lunch |dinner )?(?:with|on))?"
        rf" (?P<who>{LIST})(?!['’])(?![^.;!?\n]*\b(?:but|then|instead|met|saw|came|called|rang)\b)",
    ),
    (
        ("without ",),
        rf"(?P<who>{SOMEBODY}),? (?:(?:was|is) )?{_ILL}\b[^.;!?\n]{{0,40}} without (?:him|her)\b",
    ),
    (("minus ",), rf"[,(]\s*minus (?P<who>{LIST})(?=\s*(?:[.,;!?)]|\Z))"),
    (("no show", "no-show"), rf"\bno[- ]show (?:from|by) (?P<who>{LIST})"),
    (
        ("ghost", "ignored", "on read"),
        rf"{BEGIN}(?P<who>{LIST}) (?:(?:has |have )?(?:ghosted (?:me|us)|ignored (?:my|our) [\w]+"
        rf"|left (?:me|us) on read))\b",
    ),
    (
        ("stood up", "ghosted", "ignored", "let down", "blanked"),
        rf"\b(?:stood up|ghosted|ignored|let down|blanked) (?:again )?by (?P<who>{LIST})(?!['’])",
    ),
    (
        (" never ", "n't", "n’t", "nt ", " not ", "bailed", "flaked", "no show", "no-show"),
        rf"(?P<who>{SOMEBODY})[^.;!?\n{SOMEBODY}]{{0,40}}?(?:[,;.(–—-]\s*|\b(?:but|and) )(?:but |and )?"
        rf"(?:s?he|who) {_HE_DID_NOT}{_END}",
    ),
    (
        ("they ",),
        rf"(?P<who>{LIST})[^.;!?\n{SOMEBODY}]{{0,40}}?[,;(–—-]\s*(?:but |and )?they {_HE_DID_NOT}{_END}",
    ),
    (
        ("waiting ",),
        r"(?:\A|[.;!?\n]\s*)(?:(?:still|I['’]?m|am|we['’]?re) ){0,2}waiting (?:for|on|to hear from) "
        rf"(?P<who>{LIST})(?!['’])",
    ),
    (
        ("in vain", "for nothing"),
        rf"\bwait(?:ed|ing)\b[^.;!?\n]{{0,60}}? for (?P<who>{LIST}),? (?:in vain|for nothing)",
    ),
    (
        ("send", "sent", "post", "mail", "finish"),
        r"(?:\A|[.;!?\n])[^.;!?\n]{0,60}?\b(?:wrote|written|letter|card|draft|typed|e-?mail|message|answer|reply)"
        rf"[^.;!?\n]{{0,60}}?(?P<who>{LIST})[^.;!?\n{SOMEBODY}]{{0,40}}?(?:[,(–—-]\s*"
        rf"|\bbut )(?:but )?(?:I )?{_UNSENT}"
        r"(?=\s*(?:[.,;:!?)\n]|\Z))",
    ),
    (
        (" since ",),
        r"\b(?:days|weeks|months|years|ages|long|a while|forever) since (?:I|we) (?:last )?"
        "(?:saw|met|heard from|spoke (?:to|with)|talked (?:to|with)|called|rang|wrote to"
        rf"|visited) (?P<who>{LIST})(?!['’])",
    ),
    (
        ("no time ", "no energy "),
        rf"\bno (?:time|energy) (?:for|to (?:see|meet|call|ring|visit|write to)) (?P<who>{LIST})(?!['’])",
    ),
    (("unsent", "drafted"), rf"\b(?:unsent|drafted)(?: [\w-]+){{1,3}} to (?P<who>{LIST})(?!['’])"),
    (
        ("not seen", "not heard", "not met", "not spoken", "not talked"),
        rf"{BEGIN}(?:still )?not (?:seen|met|heard (?:from|of)|(?:spoken|talked) (?:to"
        rf"|with)) (?P<who>{LIST})(?!['’])",
    ),
    (
        ("round to", "around to", "time to"),
        r"\b(?:never|not|did(?:n['’]?t)|have(?:n['’]?t)) (?:yet )?(?:got|get|gotten|had|have|found|find) "
        rf"(?:a?round|(?:the |any )?time) to (?:[\w'’-]+ ){{1,4}}(?P<who>{LIST})",
    ),
    (
        ("peep", "squeak", "whisper", "silence", "no sign", "no trace"),
        r"\b(?:(?:not a|no) (?:peep|squeak|whisper|sign|trace)(?: \w+)? (?:from|of|out of)|silence from) "
        rf"(?P<who>{LIST})",
    ),
    ((" you",), rf"\b(?:miss(?:ing)?|thinking of) you,? (?:my )?(?:dear )?(?P<who>{LIST})"),
)

_WAS_ILL = rf"{BEGIN}(?P<who>{LIST}) (?:was|were) (?:(?:very|too|still|really|at home) )?{_ILL}{_END}"
_CAME_ANYWAY = r"(?i)\s*,?\s*(?:but|yet|still)\b"
_FROM_AFAR = ("call", "video", "message", "email")


def not_there(text: str) -> Iterator[re.Match[str]]:
    """Where `text`, in which SOMEBODY stands for each name, says that some were not there (group ``who``)."""
    small = text.lower()
    for signs, pattern in _RULES:
        if any(sign in small for sign in signs):
            yield from (found for found in re.finditer(pattern, text, re.IGNORECASE) if _is_sure(found, text))
    if (" was " in small or " were " in small) and text.count(SOMEBODY) > 1:
        for found in re.finditer(_WAS_ILL, text, re.IGNORECASE):
            if not re.match(_CAME_ANYWAY, text[found.end() :]):
                yield found


def _is_sure(found: re.Match[str], text: str) -> bool:
    """Whether it is no call or letter that came before: texted Karim, he did not come."""
    if found.end("who") == found.end() or not re.search(r"(?i)\b(?:s?he|they|who)\b", found[0]):
        return True
    before = text[max(found.start() - 100, 0) : found.end("who")]
    return said_channel(before) not in _FROM_AFAR
