"""The channel of a talk, from the words it was told in (issue 2 §3): better unknown than wrong.

| channel   | what tells it                                                                    |
|-----------|----------------------------------------------------------------------------------|
| call      | called, phoned, rang somebody; a call, call with, phone call; on the phone       |
| video     | video call, Zoom call, Zoom with, skyped, on Teams, over FaceTime                |
| message   | texted, messaged, a message from, by text, on Signal, wrote her a message        |
| email     | emailed, mailed, email from, by email, sent her an email                         |
| event     | meetup, conference, festival, party, reception, workshop, hackathon …; a talk at |
| broadcast | liked a post, reacted to her photo, a newsletter to, a mass mail                |
| in person | coffee, lunch, dinner, tea, drinks, a walk, hiked, visited her, ate or sat with, |
|           | in person; or met                                                                |

The first that decides counts; ``met`` only where nothing else in its clause does (met at a meetup). What is
talked about (about the conference), wished, planned or denied (let's have lunch) and turns of phrase (called
off, met her goals, a close call, a third party) decide nothing. Nor does anything where
nobody is named and one was alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from netjournal.language.folding import fold
from netjournal.model import Channel

SOMEBODY = "\ufffc"
"""Stands for each name in the text that `said_channel` reads."""

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
    "letter letters postcard postcards post fax writing inwriting written",
    "email": "email emails mail",
    "event": "event meetup conference conf festival party reception workshop talk seminar hackathon summit",
    "broadcast": "broadcast like likes liked reaction newsletter newsletters massmail mailing",
}


class _Cue(NamedTuple):
    """A `pattern` that tells a `channel`; it is looked for where one of the `stems` stands.

    Compiling all the patterns takes 10 ms, which is half of what `log` may take.
    """

    channel: Channel
    stems: tuple[str, ...]
    pattern: str


_WHO = rf"(?:{SOMEBODY}|(?:him|her|them|me|us|you)\b)"
_START = rf"(?:^\s*|[.;:!?,(\n–—]\s*|{SOMEBODY}\s+)"
_KIND = r"(?:(?:an?|the|our|my|quick|short|long|brief|nice|great|good|first|weekly|monthly|intro|catch-?up) )"
_GO_ON = (
    rf"(?=\s*(?:$|[.,;:!?)\n–—{SOMEBODY}]"
    r"|(?:with|w/|and|at|in|on|near|after|before|together|today|then|again)\b))"
)
_NOT_WORK = "(?<!work )(?<!works )(?<!worked )(?<!working )"
_MEDIA = "whatsapp|telegram|imessage|messenger|slack|discord|wechat|threema|(?-i:Signal)"
_MEDIA_STEMS = (
    "whatsapp",
    "telegram",
    "imessage",
    "messenger",
    "slack",
    "discord",
    "wechat",
    "threema",
    "signal",
)
_VIDEO = "zoom|skype|facetime|google meet|webex|jitsi"
_VIDEO_STEMS = (*_VIDEO.split("|"), "teams")
_EVENT_STEMS = (
    *(
        "meetup",
        "meet-up",
        "conference",
        "festival",
        "camp",
        "hackathon",
        "sympos",
        "seminar",
        "housewarming",
    ),
    *("vernissage", "trade fair", "networking", "book launch", "wedding"),
)
_SENT = rf"(?:wrote|sent|left|exchanged|swapped|got|received|answered) (?:(?:{SOMEBODY}|\w+) ){{0,3}}"

_POST = r"(?:posts?|photos?|pictures?|stor(?:y|ies)|updates?|reels?|tweets?)"

_CUES = (
    _Cue("call", ("phoned",), "(?:tele)?phoned"),
    _Cue("call", ("rang",), r"(?<!bell )rang(?! (?:a bell|true|hollow|out|in)\b)"),
    _Cue(
        "call",
        ("called",),
        rf"(?:{_START}|\b(?:I|we|and|then|just|finally|later|also|had|s?he|they) )called(?! (?:off|out|it"
        r"|this|that|for|upon|on|attention|in sick|an? (?:halt|meeting|strike|vote|truce)|\w+self)\b)",
    ),
    _Cue(
        "call",
        ("called",),
        rf"called (?:(?:{_WHO} )?(?:back|up)|(?:him|her|them|me|us))\b(?! (?:out|off|on|an?)\b)",
    ),
    _Cue("call", ("phone",), "(?:tele)?phone calls?|(?:on|by|over)(?: the)? (?:tele)?phone"),
    _Cue(
        "call",
        ("call",),
        rf"(?:{_START}|{_KIND}|conference ){_KIND}?call"
        r"(?! (?:for|off|it|of|option|cent(?:re|er)|to (?:action|arms))\b)",
    ),
    _Cue("call", ("call",), r"(?<!close )calls? (?:with\b|from\b|w/)"),
    _Cue("video", ("video",), "video[ -]?(?:call|chat|conference|meeting)(?:s|ed)?"),
    _Cue("video", _VIDEO_STEMS, rf"(?:{_VIDEO}|teams) (?:(?:call|meeting|chat|session)s?\b|with\b|w/)"),
    _Cue("video", _VIDEO_STEMS, rf"{_START}(?:{_VIDEO})(?=\s*[:,{SOMEBODY}])"),
    _Cue("video", ("zoomed", "skyped", "facetimed"), rf"zoomed (?:with\b|{_WHO})|skyped|facetimed"),
    _Cue("video", _VIDEO_STEMS, rf"{_NOT_WORK}(?:on|over|via|by) (?:a |ms )?(?:{_VIDEO}|(?-i:Teams))"),
    _Cue(
        "message",
        ("texted", "messaged", "whatsapped", "dm", "pinged"),
        "texted|messaged|whatsapped|dm['’]?d|dmed|pinged",
    ),
    _Cue(
        "message",
        ("text", "message", "sms", "dm", "whatsapp", "voice"),
        "(?:text|message|sms|dm|whatsapp|voice note)s? (?:from|with)"
        "|(?:text|voice|direct|linkedin) messages?",
    ),
    _Cue(
        "message",
        _MEDIA_STEMS,
        rf"(?:{_MEDIA}) (?:message|chat)s?|{_NOT_WORK}(?:by|via|over|on) (?:{_MEDIA})"
        rf"|{_START}(?:{_MEDIA})(?=\s*[:,{SOMEBODY}])",
    ),
    _Cue("message", (" text", " sms", " dm", " chat"), "(?:by|via|over) (?:text|sms|dm|chat)"),
    _Cue(
        "message",
        (" message", " text", " sms", " dm", " voice", " letter", " postcard"),
        rf"{_SENT}(?<!got the )(?:messages?|texts?|sms|dms?|voice notes?|letters?|postcards?)"
        r"(?! (?:of|book)\b)",
    ),
    _Cue("message", ("letter", "postcard"), rf"(?:{_START}|{_KIND})(?:letters?|postcards?) (?:from|to)"),
    _Cue(
        "email",
        ("mail",),
        rf"e-?mailed|mailed|e-?mails? (?:from|with|to|thread|exchange)|(?:by|via|over) (?:e-?)?mail"
        rf"|{_START}e-?mail(?! address)",
    ),
    _Cue("email", (" email", " e-mail"), rf"{_SENT}e-?mails?(?! (?:address|list)\b)"),
    _Cue(
        "broadcast",
        ("liked", "reacted"),
        rf"(?:liked|reacted to) (?:(?:{SOMEBODY}|\w+)(?:['’]s?)? ){{1,3}}{_POST}",
    ),
    _Cue(
        "broadcast",
        ("newsletter", "mass", "broadcast"),
        rf"(?:{_START}|{_KIND}|{_SENT})(?:newsletter|broadcast)s? (?:to|from)"
        r"|mass[ -](?:e-?)?mail(?:s|ed|ing)?",
    ),
    _Cue(
        "event",
        _EVENT_STEMS,
        "(?:meet-?up|(?:un)?conference|festival|barcamp|hackathon|symposium|seminar|housewarming|vernissage"
        "|trade fair|networking (?:event|evening|lunch|breakfast)|book launch|wedding)"
        r"(?! (?:calls?|rooms?|paper|proceedings)\b)",
    ),
    _Cue(
        "event",
        ("party",),
        "(?<!third )(?<!third-)(?<!labour )(?<!green )(?<!political )(?<!conservative )(?<!other )"
        r"party(?! (?:leader|member|line|politics)\b)",
    ),
    _Cue(
        "event",
        ("workshop", "reception", "summit"),
        "(?<!her )(?<!his )(?<!my )(?<!our )(?<!their )(?<!['’]s )(?:workshop|reception|summit)(?! desk)",
    ),
    _Cue(
        "event",
        ("talk at", "keynote at", "lecture at", "panel at"),
        r"(?:talk|keynote|lecture|panel) at(?! (?:length|all|lunch|dinner|breakfast)\b)",
    ),
    _Cue(
        "in_person",
        ("lunch", "dinner", "breakfast", "brunch", "supper", "dined"),
        "lunched|dined|(?:lunch|dinner|breakfast|brunch|supper)"
        r"(?! (?:party|table|box|menu|room|money|recipe)s?\b)",
    ),
    _Cue(
        "in_person",
        ("coffee", "tea", "beer", "drinks", "pint", "ice cream"),
        rf"(?:coffee|tea|beers?|drinks|pints?|ice cream)(?: (?:chat|date|break|meeting))?{_GO_ON}",
    ),
    _Cue(
        "in_person",
        ("drink", "wine", "meal", "bite"),
        rf"(?:(?:for|over|had) (?:a|some)|{_KIND}) (?:drink|glass of wine|meal|bite){_GO_ON}",
    ),
    _Cue(
        "in_person",
        ("walk", "stroll", "hike"),
        rf"(?:{_START}|{_KIND}){_KIND}?(?:walk|stroll|hike)(?! (?:of|me|us|them)\b)",
    ),
    _Cue(
        "in_person",
        ("walk", "hiked", "went "),
        rf"(?:walked|walks) (?:with|together)|walked {_WHO} home|hiked|went (?:hiking|sailing|swimming)",
    ),
    _Cue(
        "in_person",
        ("visited",),
        rf"visited (?:{SOMEBODY}(?!['’]s (?:web)?(?:site|page|profile|blog))|(?:him|them|me|us)\b"
        rf"|her{_GO_ON})",
    ),
    _Cue(
        "in_person",
        ("ate", "eaten", "sat", "person", "face"),
        "(?:ate|eaten|sat|sat down) (?:with|together|next to|beside)|in person|face[ -]to[ -]face",
    ),
    _Cue("in_person", (" into ",), rf"(?:ran|bumped) into (?:{SOMEBODY}|(?:him|them|each other|an old)\b)"),
)
_STEMS = tuple((stem, cue) for cue in _CUES for stem in cue.stems)
_MET = (
    r"(?<!was )(?<!were )(?<!been )met\b(?!(?: \S+){0,3} (?:goals?|targets?|deadlines?|expectations?|online"
    r"|requirements?|standards?|needs|demands?|criteria|conditions?|quotas?|resistance|obligations?)\b)"
)
_ALONE = re.compile(r"(?<!let )(?<!not )(?<!leave )(?<!left )\balone\b|\bby myself\b|\bon my own\b|\bsolo\b")
_NOT_OURS = r"\b(?:how|since|where|whom?|she|he|they)(?:\s+\w+)?\s+$"
_END_OF_CLAUSE = rf"[.;:!?\n]|,(?!\s*{SOMEBODY})"

_ONLY_TALK = """
about ask asks asked cancel cancelled canceled could discuss discussed discussing hates hope hopes hoping
instead invite invited inviting let's let’s lets likes loves might miss missed misses need needs needed
never next no not organise organised organising organize organized organizing plan planned planning plans
prefers promise promised propose proposed sells should suggest suggested suggests want wanted wants will
wish wished wishes without would
"""
_BACK_TO_IT = ("over", "at", "during", "via", "by", "on", "after", "while", "with")


def named_channel(word: str) -> Channel | None:
    """The channel that a value of ``via:`` names: its own name, or coffee, phone, zoom, whatsapp, mail …"""
    name = re.sub(r"[\s_-]", "", fold(word))
    return next((channel for channel, names in _NAMES.items() if name in names.split()), None)


def said_channel(text: str) -> Channel | None:
    """The channel that the first `REACH` letters of `text` tell, in which SOMEBODY stands for each name."""
    text = text[:REACH]
    small = text.lower()
    if SOMEBODY not in text and _ALONE.search(small) and not re.search(rf"\b{_WHO}", small):
        return None
    near = dict.fromkeys(cue for stem, cue in _STEMS if stem in small)
    found = [(at, cue.channel) for cue in near if (at := _first(cue.pattern, text)) is not None]
    first, channel = min(found, default=(len(text), None))
    met = _first(_MET, text) if "met" in small else None
    if met is None or met > first:
        return channel
    if channel and not re.search(_END_OF_CLAUSE, text[met:first]):
        return channel
    return channel if re.search(_NOT_OURS, text[max(met - 40, 0) : met], re.IGNORECASE) else "in_person"


def _first(pattern: str, text: str) -> int | None:
    """Where `pattern` first stands and is not only talked about, wished or denied."""
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
        if not _is_only_talk(text[max(match.start() - 80, 0) : match.start()]):
            return match.start()
    return None


def _is_only_talk(before: str) -> bool:
    """Whether one of the three words `before`, back to a pause, makes a wish or a topic of what follows."""
    words = before.lower().split()
    following = ""
    for word in reversed(words[-4:]):
        if word in _BACK_TO_IT or word[-1] in ",.;:!?":
            return False
        if word in _ONLY_TALK.split() or word.endswith(("n't", "n’t", "'ll", "’ll")):
            return (word, following) != ("next", "to")
        following = word
    return False
