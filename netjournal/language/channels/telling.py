"""The channel of a talk, from the words it was told in (issue 2 §3): better unknown than wrong.

| channel   | what tells it                                                                    |
|-----------|----------------------------------------------------------------------------------|
| call      | called, phoned, rang somebody; a call, call with, phone call; on the phone       |
| video     | video call, Zoom call, Zoom with, skyped, on Teams, over FaceTime                |
| message   | texted, messaged, a message from, by text, on Signal, wrote (to) her, sent her   |
|           | the photos, a thank-you note to                                                  |
| email     | emailed, mailed, email from, by email, sent her an email                         |
| event     | meetup, conference, festival, party, a workshop one was at, hackathon; talk at   |
| broadcast | liked a post, reacted to her photo, a newsletter to, a mass mail                 |
| in person | coffee, lunch, dinner, tea, drinks, a walk, hiked, visited her, sat somewhere    |
|           | with, at the museum with, came by, dropped in, brought, lent or showed me,       |
|           | stayed with, in person; or met; the funeral of, buried her, at the grave with    |
|           | , at her bed, held her hand, Ada was there, Ada and I laughed                    |

Where none of these does, `beside` says whether one was in one place with whoever took part; `said_channel`
alone does not ask it. The first that decides counts, but none where one wrote or called and then met
somebody else, nor where one of several came and another only sent something (Ada brought soup, Bo sent
flowers); ``met`` only where nothing else in its clause does (met at a meetup). What is talked about (about
the conference), wished, planned or denied (let's have lunch), turns of phrase (called off, met her goals, a
close call, a third party), a call that nobody answered, and one more call after a meeting (so I called Bo
too) decide nothing. Nor does what others did, nor anything where nobody is named and one was alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netjournal.language.channels.cues import CUES, MISSED, SENT, SOMEBODY, WHO, Cue
from netjournal.language.channels.funerals import FUNERAL_CUES
from netjournal.language.channels.meetings import MEETING_CUES
from netjournal.language.channels.presence import PRESENCE_CUES
from netjournal.language.channels.quoted import without_quoted
from netjournal.language.channels.remote import REMOTE_CUES
from netjournal.language.company.told_by import without_told
from netjournal.language.folding import fold
from netjournal.model import Channel

NO_CHANNEL = ("none", "unknown")
"""What ``via:`` may say where there is none, so that none is guessed."""

REACH = 2000
"""How far into a text its channel is looked for: it is told at the start, and a long note tells of many."""

_NAMES: dict[Channel, str] = {
    "in_person": "inperson person irl f2f facetoface coffee lunch dinner breakfast brunch tea drink drinks "
    "beer meal walk hike visit met",
    "call": "call phone telephone phonecall mobile voice",
    "video": "video videocall videochat zoom facetime teams msteams skype meet googlemeet hangout webex",
    "message": "message messages msg text texts texting sms mms whatsapp signal telegram dm dms chat "
    "slack discord imessage messenger wechat line viber threema matrix instagram linkedin "
    "letter letters postcard postcards card cards post fax writing inwriting written",
    "email": "email emails mail",
    "event": "event meetup conference conf festival party reception workshop talk seminar hackathon summit",
    "broadcast": "broadcast like likes liked reaction newsletter newsletters massmail mailing",
}


_STEMS = tuple(
    (stem, cue)
    for cue in (*CUES, *REMOTE_CUES, *MEETING_CUES, *PRESENCE_CUES, *FUNERAL_CUES)
    for stem in cue.stems
)
_MET = (
    r"(?<!was )(?<!were )(?<!been )met\b"
    r"(?! (?:nobody|no[- ]one)\b(?! (?:but|except|besides|apart|save|else)\b))"
    r"(?!(?: \S+){0,3} (?:goals?|targets?|deadlines?|expectations?|online"
    r"|requirements?|standards?|needs|demands?|criteria|conditions?|quotas?|resistance|obligations?)\b)"
)
_ALONE = re.compile(r"(?<!let )(?<!not )(?<!leave )(?<!left )\balone\b|\bby myself\b|\bon my own\b|\bsolo\b")
_NOT_OURS = r"\b(?:how|since|where|whom?|she|he|they)(?:\s+\w+)?\s+$"
_OF_OTHERS = (
    r"\b(?:he|she|they|who|said|says|tells?|told|thinks?|thought|heard|dream(?:s|ed|t)?|imagined?|remember(?:s|ed)?"
    r"|wonder(?:s|ed)?|photos?|pictures?|films?|how|where|since)\b"
)
_SPOKEN = ("call", "video", "message", "email")
_NEXT = rf"(?:\b(?:then|later|afterwards)\s*|[.;!?\n,]\s*(?:(?:and|had|a|we had)\s+)*)(?:\w|{SOMEBODY})?\Z"
"""What stands between one thing that was done and the next, to the first letter of that."""

_SHORT_WITH = rf"(?i)(\A|\s)w/?\s?(?={SOMEBODY})"
_THERE = rf"{SOMEBODY} (?:was|were)\b"
"""What goes on about the same talk: a call with Bo, Ada was there too."""

_END_OF_CLAUSE = rf"[.;:!?\n]|,(?!\s*{SOMEBODY})"

_ONLY_TALK = """
about album ask asked asks cancel canceled cancelled could discuss discussed discussing hates hope hoped
hopes hoping if instead invite invited inviting let's lets let’s likes loves might miss missed misses need
needed needs never next no nobody not organise organised organising organize organized organizing photo
photos picture pictures plan planned planning plans prefers promise promised propose proposed sells should
suggest suggested suggests swap swapped swapping want wanted wants whether will wish wished wishes without
would
"""
_PAUSES = tuple(".;:!?,")
_BACK_TO_IT = ("over", "at", "during", "via", "by", "on", "after", "while", "with")


def named_channel(word: str) -> Channel | None:
    """The channel that a value of ``via:`` names: its own name, or coffee, phone, zoom, whatsapp, mail …"""
    name = re.sub(r"[\s_-]", "", fold(word))
    return next((channel for channel, names in _NAMES.items() if name in names.split()), None)


def said_channel(text: str) -> Channel | None:
    """The channel that the first `REACH` letters of `text` tell, in which SOMEBODY stands for each name."""
    text = re.sub(_SHORT_WITH, r"\g<1>with ", without_quoted(without_told(text[:REACH])))
    small = text.lower()
    if not any(map(str.isalpha, small)):
        return None
    if SOMEBODY not in text and _ALONE.search(small) and not re.search(rf"\b{WHO}", small):
        return None
    near = dict.fromkeys(cue for stem, cue in _STEMS if stem in small)
    found = [(start, cue.channel) for cue in near if (start := _start(cue, text)) is not None]
    first, channel = min(found, default=(len(text), None))
    met = next((match.start() for match in _told(_MET, text)), None) if "met" in small else None
    others = [*found, *([] if met is None or met < first else [(met, "in_person")])]
    if channel in _SPOKEN and any(
        _is_next(text, first, start) for start, other in others if other != channel
    ):
        return None
    if _are_apart(text, small, [start for start, other in found if other == "in_person"]):
        return None
    if met is None or met > first:
        return channel
    if channel and not re.search(_END_OF_CLAUSE, text[met:first]):
        return channel
    return channel if re.search(_NOT_OURS, text[max(met - 40, 0) : met], re.IGNORECASE) else "in_person"


def _is_next(text: str, first: int, start: int) -> bool:
    """Whether what begins at `start` was done with others after what began at `first`: then lunch with Bo.

    After a pause nothing need say so where a clause of its own begins: a letter from Ada, lunch with Bo.
    """
    between, after = text[first:start], re.split(_END_OF_CLAUSE, text[start : start + 60], maxsplit=1)[0]
    if SOMEBODY not in between or SOMEBODY not in after or re.match(_THERE, after):
        return False
    return re.search(_NEXT, f"{between}{text[start]}", re.IGNORECASE) is not None


def _are_apart(text: str, small: str, meetings: Sequence[int]) -> bool:
    """Whether somebody came to one of the `meetings` (where they begin), and another only sent something."""
    came = [start for start in meetings if text[start] == SOMEBODY]
    has_sent = any(sent in small for sent in ("sent", "posted", "mailed", "texted", "messaged", "wrote"))
    return bool(came) and len(came) == len(meetings) and has_sent and re.search(SENT, text, re.I) is not None


def _start(cue: Cue, text: str) -> int | None:
    """Where a `cue` first stands and tells of what one did."""
    for match in _told(cue.pattern, text):
        if cue.is_ours and _is_theirs(text[: match.start()]):
            continue
        if cue.channel in _SPOKEN and (_is_missed(text, match) or _is_aside(text, match)):
            continue
        return match.start()
    return None


def _told(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Where `pattern` stands and is not only talked about, wished or denied."""
    for match in re.finditer(rf"(?:(?<!\w)|(?=[.;:!?,]\s))(?:{pattern})(?!\w)", text, re.IGNORECASE):
        begin = match.start() + (match[0][:1] in _PAUSES)
        if not _is_only_talk(text[max(begin - 80, 0) : begin]):
            yield match


def _is_theirs(before: str) -> bool:
    """Whether the clause that goes on after `before` is of what others did, said, or show in a picture."""
    clause = re.split(r"[.,;:!?\n(–—]", before[-80:])[-1]
    return re.search(_OF_OTHERS, clause, re.IGNORECASE) is not None


def _is_missed(text: str, match: re.Match[str]) -> bool:
    """Whether nobody answered the call that a `match` tells of."""
    after = text[match.end() : match.end() + 80]
    return any(word in after for word in MISSED.words) and re.match(MISSED.pattern, after, re.I) is not None


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Whether a call to one more person is only told of after a meeting with others: so I called Bo too."""
    with_others = text.find(f"with {SOMEBODY}", 0, match.start())
    if with_others < 0 or not re.search(
        r"[.;:!?\n,]|\b(?:so|then|and)\b", text[with_others : match.start() + 1]
    ):
        return False
    after = text[match.start() + 1 : match.end() + 20]
    return re.search(rf"\A[^.,;:!?]*?(?:{SOMEBODY}|\btoo\b)", after) is not None


def _is_only_talk(before: str) -> bool:
    """Whether one of the four words `before`, back to a pause, makes a wish or a topic of what follows."""
    words = before.lower().split()
    following = ""
    if words[-1:] in (["almost"], ["nearly"]) or (
        "going" in words[-4:] and re.search(r"\bgoing to(?: [\w'’]+){0,2}\s\Z", before, re.IGNORECASE)
    ):
        return True
    for word in reversed(words[-4:]):
        if word in _BACK_TO_IT or word[-1] in ",.;:!?":
            return False
        if word in _ONLY_TALK.split() or word.endswith(("n't", "n’t", "'ll", "’ll")):
            return (word, following) != ("next", "to")
        following = word
    return False
