"""More words that tell of a call or of writing, as quick fingers type them (issue 2 §3).

| channel | what tells it                                                                                |
|---------|----------------------------------------------------------------------------------------------|
| call    | phone with Ada; gave Ada a ring; had Ada on the line; hung up on me; client call 9am w/ Ada  |
| message | msg from Ada; slacked Ada; a Telegram from Ada; group chat; chat on Teams; on Facebook;      |
|         | handwritten letter from Ada; a parcel from Ada; commented on her photo; txt from Ada; card   |
|         | for Ada posted                                                                               |
"""

from __future__ import annotations

from netjournal.language.channels.cues import KIND, SOMEBODY, START, WHO, Cue

_MEDIA = ("whatsapp", "telegram", "imessage", "messenger", "slack", "discord", "wechat", "threema", "signal")
_CLOCK = r"(?:(?:at )?\d[\d.:]{0,4} ?(?:[ap]m)?|this \w+|today|yesterday)"
_FROM = rf"(?:from|with) {SOMEBODY}(?!['’])"

REMOTE_CUES = (
    Cue(
        "call",
        ("phone", "telefon"),
        rf"telefoned|(?:{START}|{KIND})(?:tele)?phone (?:with|w/)"
        rf"|{START}(?:tele)?phone(?=\s*(?:[:)]|,\s*{SOMEBODY}|[,.]?\Z))",
    ),
    Cue(
        "call",
        (" a ring", " on the line", "hung up", "blower"),
        rf"gave {WHO} a ring\b(?! (?:for|with|box)\b)|(?:had|got) {WHO} on the (?:line|blower)"
        rf"|on the blower with {WHO}|hung up on {WHO}",
    ),
    Cue("call", ("call",), rf"(?<!close )calls? {_CLOCK} (?:with\b|from\b|w/)"),
    Cue("message", ("msg", "slacked"), rf"msg['’]?e?d|slacked {WHO}|msgs? (?:from|to|with)\b"),
    Cue(
        "message",
        ("dropped ",),
        rf"dropped (?:{WHO}) an? (?:quick |short |little )?(?:line|note|message|text|postcard)\b(?! (?:in"
        r"|at|through)\b)",
    ),
    Cue(
        "message",
        _MEDIA,
        rf"\((?:(?:via|by|on|over|in) )?(?:the |our |my )?(?:{'|'.join(_MEDIA)})(?: (?:group|chat"
        r"|message))?\s*(?=\))",
    ),
    Cue("message", _MEDIA, rf"(?:{'|'.join(_MEDIA[:-1])}|(?-i:Signal)) {_FROM}"),
    Cue(
        "message",
        ("chat",),
        "(?:group|teams|family|messenger) chats?"
        rf"|chat(?:s|ted|ting)?(?: with {SOMEBODY})? (?:on|over|via) (?:ms )?teams",
    ),
    Cue(
        "message",
        (" on fb", " on facebook", " on insta", " on linkedin", "commented"),
        r"(?:wished|congratulated|thanked|asked|told|chatted|talked|answered) [^.,;:!?\n]{0,60}\bon "
        r"(?:fb|facebook|insta(?:gram)?|linkedin)"
        rf"|commented on (?:{SOMEBODY}['’]s?|his|her|their) (?:\w+ )?"
        r"(?:posts?|photos?|pictures?|stor(?:y|ies))",
        True,
    ),
    Cue(
        "message",
        ("letter", "postcard", "parcel", "package", "fax"),
        rf"{SOMEBODY}['’]s (?:\w+ )?(?:letter|postcard) (?:came|arrived)\b"
        rf"|(?:{START}|{KIND})(?:handwritten|typed|thick|love|christmas) (?:letters?|postcards?) (?:from|to)"
        rf"|(?:{START}|{KIND})(?:parcels?|packages?|fax(?:es)?) from {SOMEBODY}(?!['’])",
    ),
    Cue("message", ("txt",), r"txt(?:s|d|ed|ing)?"),
    Cue(
        "message",
        _MEDIA,
        r"(?:wished|congratulated|thanked|greeted|asked|told|answered|reached|invited) [^.,;:!?\n]{0,60}"
        rf"\b(?:on|via|over) (?:{'|'.join(_MEDIA)})",
    ),
    Cue(
        "message",
        ("posted", "in the post", "sent to"),
        rf"{START}(?:(?:the|an?|my) )?(?:\w+ )?(?:cards?|letters?|postcards?|parcels?) (?:for|to) "
        rf"(?:(?:mr|mrs|ms|dr) )?{WHO}"
        r"[^.,;:!?\n]{0,20}? (?:posted|in the post)"
        rf"|{START}(?:\w+ ){{1,3}}sent to {WHO}",
    ),
)
