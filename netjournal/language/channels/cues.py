"""The words that tell a channel: what to look for, and where (issue 2 §3).

The table of what they tell stands in `channels`.
"""

from __future__ import annotations

from typing import NamedTuple

from netjournal.model import Channel

SOMEBODY = "\ufffc"
"""Stands for each name in the text that `said_channel` of `channels` reads."""


class Cue(NamedTuple):
    """A `pattern` that tells a `channel`; it is looked for where one of the `stems` stands.

    Compiling all the patterns takes 10 ms, which is half of what `log` may take.
    """

    channel: Channel
    stems: tuple[str, ...]
    pattern: str
    is_ours: bool = False
    """Whether it tells nothing of what others said, or did without oneself."""


class Missed(NamedTuple):
    """A `pattern` of what tells that a call was not answered; one of the `words` stands in it."""

    words: tuple[str, ...]
    pattern: str


_WHILES = "minute|moment|second|while|bit|little|long|few|couple|third|day|week|month|year"
MISSED = Missed(
    (
        *(
            "pick",
            "answer",
            "through",
            "hear",
            "voicemail",
            "mailbox",
            "missed",
            "busy",
            "engaged",
            "asleep",
            "shower",
            "driving",
        ),
        "let ",
    ),
    r"(?:[^.!?\n]*?|[^.!?\n]*[.!] (?=(?:I )?(?:just )?let ))\b"
    r"(?:(?:did|could)(?: not|n['’]?t)(?: \w+)? (?:pick up|answer|get through)(?: it| the phone)?"
    r"|did(?: not|n['’]?t) hear (?:it|the (?:tele)?phone)"
    r"|no answer|(?:nobody|no one) (?:answered|picked up)"
    r"|(?:(?:got|reached|only|just|straight to) )?(?:the |his |her |their )?voicemail"
    r"|I (?:was|had been) (?:fast )?(?:asleep|sleeping|driving|in the shower|too busy)"
    r"|(?:it was|line(?: was| is)?) (?:busy|engaged)|(?:busy|engaged) (?:tone|signal)"
    r"|(?<=[,;–—-] )(?:busy|engaged)(?: again)?(?!\s*!)|(?:voicemail|mailbox) (?:(?:was|is) )?full"
    r"|missed (?:it|the call|(?:his|her|their) call)"
    r"|(?:I )?(?:just )?let (?:it|the (?:tele)?phone) ring(?: out)?|I (?:just )?let it)"
    r"(?=\s*(?:\Z|[.,;:!?)\n]))",
)

WHO = rf"(?:{SOMEBODY}|(?:him|her|them|me|us|you)\b)"
START = rf"(?:^\s*|[.;:!?,(\n–—]\s*|{SOMEBODY}\s+)"
KIND = r"(?:(?:an?|the|our|my|quick|short|long|brief|nice|great|good|first|weekly|monthly|intro|catch-?up) )"
GO_ON = (
    rf"(?=\s*(?:$|[.,;:!?)\n–—&+{SOMEBODY}]"
    r"|w/|(?:with|and|at|in|on|near|after|before|together|today|then|again|anyway|instead(?! of))\b))"
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
_EVENT_WORDS = """
meetup meet-up conference festival camp hackathon sympos seminar housewarming fundraiser vernissage networking
wedding
"""
_EVENT_STEMS = (*_EVENT_WORDS.split(), "trade fair", "book launch")
_THEM = (
    rf"(?:(?:{SOMEBODY}(?:,|,? and| &) ){{0,7}}{SOMEBODY}(?!['’])|him\b|them\b"
    r"|her(?=\s*(?:$|[.,;:!?\n])| (?:an?|the|my|our|some|two|about|that)\b))"
)
_THINGS = (
    r"(?:(?:an?|the|my|our|some|two|three|his|her|their|more|\d+) )?(?:[\w'’-]+ ){0,2}?(?:photos?|pictures?"
    r"|drawings?|paintings?"
    r"|notes?|cards?|links?|articles?|drafts?|scans?|cop(?:y|ies)|lists?|plans?|files?|thanks|greetings|love|regards"
    r"|wishes|sounds?|songs?|recordings?|videos?|clips?|playlists?|screenshots?|congrat(?:ulation)?s|condolences|invitations?|invites?|poems?|recipes?|parcels?|packages?|samples?"
    r"|prints?|books?|word|answers?|repl(?:y|ies)|questions?|numbers?|address|details|minutes|slides|catalog(?:ue)?s?|brochures?|magazines?|maps?|tickets?|stamps?|seeds|keys?"
    r"|letters?|postcards?|presents?|gifts?|flowers|boxe?s?|memes?|gifs?|selfies?|kni(?:fe|ves)|tools?|paper|cheques?|contracts?|bills?"
    r"|invoices?)\b"
)
"""What is sent to somebody who is not there."""

SENT = (
    rf"(?:^\s*|[.,;!?]\s*|\b(?:and|but|then)\s+)(?P<who>{SOMEBODY}(?:(?:,|,? and| &) {SOMEBODY}){{0,7}})"
    r" (?:(?:also|just|then|later|only) )?"
    r"(?:(?:sent|posted|mailed|e-?mailed|texted|messaged)\b"
    r"|wrote (?:me|to me|a letter|an? e-?mail)\b)(?! us\b)"
    r"(?![^.,;:!?\n]*\b(?:back|away|off|out|down|home|to bed)\b)"
)
"""Whoever, in a clause of their own, only sent something, or wrote."""

_BY_NAME = r"by (?:[\w'’-]+ ){0,3}(?:nick|sur)?name"
"""How somebody is spoken to, with what is no call."""

CAME_BY = (
    rf"(?:round\b|by(?= (?:with|on|to|after|again|for)\b|\s*(?:[.,;!?]|\Z))|(?:at|by) {SOMEBODY}['’]s"
    rf"|in to see\b|in on (?:{SOMEBODY}|him\b|them\b|her(?: way|{GO_ON})|(?:the|my|our|his|their) way)"
    r"|in for (?:an? )?(?:tea|coffee|cuppa|chat|drink|bite)\b)"
)
"""With what called goes on where somebody came to one's door."""

_NO_MAIL = r"(?![^.;!?\n]*\be?-?mail)"
_ROOM = r"(?:workshop|reception|summit)(?! (?:desk|photos?|pictures?|where|of|door|floor)\b)"
_ROOM_STEMS = ("workshop", "reception", "summit")
"""What is an event as well as a place of one's own, and so only where one plainly attends it."""

_AHEAD = r"plan(?:s|ning)?|prep(?:arations?)?|tickets?|invit(?:es?|ations?)|budget|shopping|dress"
"""What is of an event to come, or was of one."""

_SORT = r"(?:[\w'’-]+ ){0,2}"
_SENT = (
    r"(?:wrote|sent|left|exchanged|swapped|got|received|answered|(?:replied|responded) to) "
    rf"(?:(?:{SOMEBODY}(?:['’]s?)?|\w+) ){{0,3}}"
)

_POST = r"(?:posts?|photos?|pictures?|stor(?:y|ies)|updates?|reels?|tweets?)"

_BY_POST = (
    r"[^.,;:!?\n]*\b(?:keys?|parcels?|packages?|books?|letters?|cards?|postcards?|boxe?s?|presents?|gifts?|tools?"
    r"|samples|passports?|seeds|clothes|jam)\b"
)
"""What is mailed, and goes by post."""

CUES = (
    Cue("call", ("phoned",), "(?:tele)?phoned"),
    Cue("call", ("rang",), r"(?<!bell )rang(?! (?:a bell|true|hollow|out|in|off|the (?:door)?bell)\b)"),
    Cue(
        "call",
        ("called",),
        rf"(?:{START}|\b(?:I|we|and|then|just|finally|later|also|had|s?he|they) )called(?! (?:off|out|it"
        r"|this|that|for|upon|on|attention|in sick|an? (?:halt|meeting|strike|vote|truce)|\w+self)\b"
        r"| (?:the|an?|my|our|his|her|their) \w+ for (?:me|us)\b"
        r"| (?:me|us|him|her|them) in(?:to\b|(?= for (?:a|the)\b|\s*(?:[.,;:!?\n]|\Z)))"
        rf"| {CAME_BY}|\s*{WHO} (?:names\b|{_BY_NAME}|['‘\"“]|an? (?!(?:{_WHILES})\b)))",
    ),
    Cue(
        "call",
        ("called",),
        rf"called (?:(?:{WHO} )?(?:back|up)|(?:him|her|them|me|us))\b"
        rf"(?! (?:out|off|on|an?|names|{_BY_NAME})\b| in(?:to\b|(?= for (?:a|the)\b|\s*(?:[.,;:!?\n]|\Z))))",
    ),
    Cue("call", ("phone",), "(?:tele)?phone calls?|(?:on|by|over)(?: the)? (?:tele)?phone"),
    Cue(
        "call",
        ("call",),
        rf"(?:{START}|{KIND}|conference ){KIND}?call"
        r"(?! (?:for|off|it|of|option|cent(?:re|er)|to (?:action|arms))\b)",
    ),
    Cue("call", ("call",), r"(?<!close )calls? (?:with\b|from\b|w/)"),
    Cue("video", ("video",), "video[ -]?(?:call|chat|conference|meeting)(?:s|ed)?"),
    Cue(
        "video",
        _VIDEO_STEMS,
        rf"(?:{_VIDEO}|teams(?! chats?\b)) (?:(?:call|meeting|chat|session)s?\b|with\b|w/)"
        rf"|(?:{_VIDEO}) (?:drinks|coffee|tea|lunch|beers?|quiz|party|yoga|choir|rehearsal)\b",
    ),
    Cue("video", _VIDEO_STEMS, rf"{START}(?:{_VIDEO})(?=\s*[:,{SOMEBODY}])"),
    Cue("video", ("zoomed", "skyped", "facetimed"), rf"zoomed (?:with\b|{WHO})|skyped|facetimed"),
    Cue("video", _VIDEO_STEMS, rf"{_NOT_WORK}(?:on|over|via|by) (?:a |ms )?(?:{_VIDEO}|(?-i:Teams))"),
    Cue(
        "message",
        ("texted", "messaged", "whatsapped", "dm", "pinged"),
        "texted|messaged|whatsapped|dm['’]?d|dmed|pinged",
    ),
    Cue(
        "message",
        ("text", "message", "sms", "dm", "whatsapp", "voice"),
        "(?:text|message|sms|dm|whatsapp|voice note)s?(?: back and forth)? (?:from|with)"
        "|(?:text|voice|direct|linkedin) messages?",
    ),
    Cue(
        "message",
        _MEDIA_STEMS,
        rf"(?:{_MEDIA}) (?:message|chat)s?|{_NOT_WORK}(?:by|via|over|on) (?:{_MEDIA})"
        rf"|{START}(?:{_MEDIA})(?=\s*[:,{SOMEBODY}])",
    ),
    Cue("message", (" text", " sms", " dm", " chat"), "(?:by|via|over) (?:text|sms|dm|chat)"),
    Cue(
        "message",
        (" message", " text", " sms", " dm", " voice", " letter", " postcard"),
        rf"{_SENT}(?<!got the )(?:messages?|texts?|sms|dms?|voice notes?|letters?|postcards?)"
        r"(?! (?:of|book)\b)",
    ),
    Cue(
        "message",
        ("wrote",),
        rf"wrote (?:back |again )?to {_THEM}{_NO_MAIL}|wrote {_THEM}(?!,? (?:down|off|out|in|up|into)\b"
        rf"|,? an? (?:\w+ )?(?:cheque|check|reference|recommendation|song|review)\b){_NO_MAIL}"
        rf"|{SOMEBODY} (?:(?:also|just|then|later|finally|[a-z]+ly) )?wrote(?=\s*(?:$|[,:;.!?])"
        "| (?:that|back|again|to (?:me|us)|me|us|today|yesterday|from|saying|asking|s?he|they|we"
        rf"|I)\b){_NO_MAIL}",
        True,
    ),
    Cue(
        "message",
        ("mailed ",),
        rf"(?<!-)mailed(?={_BY_POST})",
        True,
    ),
    Cue(
        "message",
        ("sent ", "posted "),
        rf"(?:sent|posted) {_THEM} (?!home\b){_THINGS}{_NO_MAIL}"
        rf"|(?:sent|posted) {_THINGS}(?: [\w'’-]+){{0,3}} to {_THEM}{_NO_MAIL}"
        rf"|{SOMEBODY} (?:(?:also|just|then|later|finally|[a-z]+ly) )?sent "
        rf"(?:(?:me|us) )?{_THINGS}{_NO_MAIL}",
        True,
    ),
    Cue(
        "message",
        ("note", "card"),
        rf"(?:{START}|{KIND})(?:thank[ -]?you|thanks|thx|birthday|christmas|sympathy|get-well|new year)"
        rf"['’]?s? (?:notes?|cards?) (?:to|from)",
    ),
    Cue("message", ("letter", "postcard"), rf"(?:{START}|{KIND})(?:letters?|postcards?) (?:from|to)"),
    Cue(
        "message",
        ("sms", "text", "whatsapp", "dm", "message", "card", "note"),
        rf"(?:{START}|{KIND}){KIND}?(?:sms|texts?|whatsapps?|dms?|messages?|cards?|(?:voice )?notes?) "
        rf"(?:from|to) (?:{SOMEBODY}(?!['’])|him\b|her{GO_ON}|them\b)",
    ),
    Cue(
        "email",
        ("mail",),
        rf"e-?mailed|mailed(?!{_BY_POST})|e-?mails? (?:from|with|to|thread|exchange)"
        rf"|(?:by|via|over) (?:e-?)?mail|{START}e-?mail(?! address)"
        rf"|(?:{START}|{KIND}){KIND}?mails? (?:from|to) (?:{SOMEBODY}(?!['’])|him\b|her{GO_ON}|them\b)",
    ),
    Cue("email", (" email", " e-mail"), rf"{_SENT}e-?mails?(?! (?:address|list)\b)"),
    Cue(
        "broadcast",
        ("liked", "reacted"),
        rf"(?:liked|reacted to) (?:(?:{SOMEBODY}|\w+)(?:['’]s?)? ){{1,3}}{_POST}",
    ),
    Cue(
        "broadcast",
        ("newsletter", "mass", "broadcast"),
        rf"(?:{START}|{KIND}|{_SENT})(?:newsletter|broadcast)s? (?:to|from)"
        r"|mass[ -](?:e-?)?mail(?:s|ed|ing)?",
    ),
    Cue(
        "event",
        _EVENT_STEMS,
        "(?:meet-?up|(?:un)?conference|festival|barcamp|hackathon|symposium|seminar|housewarming|vernissage|fundraiser"
        "|trade fair|networking (?:event|evening|lunch|breakfast)|book launch|wedding)"
        rf"(?! (?:calls?|rooms?|paper|proceedings|meeting|{_AHEAD})\b)",
    ),
    Cue(
        "event",
        ("party",),
        "(?<!third )(?<!third-)(?<!search )(?<!labour )(?<!green )(?<!political )(?<!conservative )"
        rf"(?<!other )party(?! (?:leader|member|line|politics|wall|of|to|{_AHEAD})\b)",
    ),
    Cue(
        "event",
        _ROOM_STEMS,
        rf"(?:{_NOT_WORK}(?:at|during)|(?:went|came|been|off) to|back from) an? {_SORT}{_ROOM}"
        r"|(?:attended|led|ran|gave|held|taught|took part in|spoke at|during) "
        rf"(?:(?:an?|the|this) )?{_SORT}{_ROOM}"
        rf"|(?:day|weekend|evening|morning|hour|online)[ -]{_ROOM}"
        rf"|{START}(?:(?:an?|the|this|first) )?{_SORT}{_ROOM} (?:about|at"
        r"|on(?! (?:\w+ (?:street|road|lane|quay)|the)\b)"
        r"|(?:yesterday|today|(?:last|this) \w+) (?:was|went))\b",
    ),
    Cue(
        "event",
        ("talk at", "keynote at", "lecture at", "panel at"),
        r"(?:talk|keynote|lecture|panel) at(?! (?:length|all|lunch|dinner|breakfast)\b)",
    ),
)
