"""The words that tell of a quarrel, or of being treated badly: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hardship.cue import Cue

PEACE = (
    r"\bmade (?:it )?up (?:with|again|after|afterwards|since|quickly)\b|\bmade up(?=\s*(?:\Z|[.,;!?\n]))"
    r"|\bmade peace\b|\breconciled\b|\bforgave\b|\b(?:are|were) friends again\b|\bhugged\b"
    r"|\b(?:shook hands|apologi[sz]ed|said (?:(?:he|she|they|i) (?:was|were|am) )?sorry|talked it over"
    r"|cleared the air|made amends|buried the"
    r" hatchet)\b"
)
"""What says that a quarrel is over."""

_END = r"(?=\s*(?:\Z|[.,;:!?)\n–—]))"
_AT = (
    r"(?:me|us|him|her|them|each other|one another|everyone|everybody|(?:my|his|her|their) \w+"
    r"|(?!the\b|an?\b|our\b|its?\b|that\b|this\b|once\b|last\b|least\b|midnight\b|noon\b|night\b|dawn\b"
    r"|dusk\b"
    r"|sea\b|first\b|half\b|each\b|one\b|my\b|his\b|their\b|referees?\b)[^\W\d]\w*)"
)
_LIGHT = (
    r"(?! (?:happily|cheerfully|merrily|amicably|playfully|that|for|against|well|convincingly|in favour"
    r"|(?:his|her|my|the|their|our|a) (?:case|point)"
    r"|(?:about|over|on) (?:(?:the|an?|old|new|good|which|whose|\w+['’]s) )*(?:films?|movies?|books?|music"
    r"|chess|football|match|game|recipes?|plots?|ending|rules|plays?|songs?|poems?|poetry"
    r"|politics|philosophy"
    r"|art|commas?|names?|words?))\b)"
)
_FRIENDLY = (
    r"(?!friendly\b|good\b|fine\b|strong\b|best\b|main\b|fun\b|lively\b|snowball\b|pillow\b|water\b|food\b)"
)
_BAD = (
    r"(?:(?:bad|big|bitter|terrible|awful|dreadful|blazing|loud|little|small|silly|stupid|huge|nasty"
    r"|ugly|heated"
    r"|family)"
    r" )?"
)

QUARRELS = (
    Cue(
        ("got into it", "heated"),
        r"got into it with"
        r"|(?:we|it|things|tempers) (?:were|was|got|grew) (?:(?:both|all|very|really|a bit|pretty) )*heated",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(("quarrel",), rf"quarrel(?:l?ed|l?ing|s)?(?!some){_LIGHT}", True, PEACE, is_deniable=True),
    Cue(
        (" row", "row with"),
        rf"(?:had|have|having|was) (?:an? |the |our |another ){_BAD}row{_END}"
        rf"|(?:had|have|having|was|another|after|since) (?:an? |the |our |another )?{_BAD}row"
        rf"(?: (?:with|over|about)\b(?![^.;!?\n]* (?:lake|river|boat|bay|pond|sea)\b))"
        r"|(?:bad|big|terrible|awful|dreadful|blazing|loud|silly|stupid|nasty|ugly) row (?:with|over"
        r"|about|again)"
        r"|row with \w+(?: \w+)? (?:about|over)(?! the (?:lake|river|bay|pond|sea)\b)"
        r"|rowed (?:(?:with \w+ )?(?:about|over)(?! (?:the|a) (?:lake|river|bay|pond|sea|water|lagoon|harbour"
        r"|canal|strait)\b))"
        rf"|(?:\A|[.;!?,\n] *)(?:an? |another |the )?{_BAD}row (?:with|about)"
        r"(?![^.;!?\n]* (?:lake|river|boat|bay|pond|sea|shops|houses)\b)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("argu", "disput"),
        rf"(?:i|we|us|me) argu(?:ed|ing){_LIGHT}"
        rf"|argu(?:ed|ing) (?:again|all|loudly|bitterly|badly|terribly|with \w+(?: and \w+)?){_LIGHT}"
        rf"|argu(?:ed|ing){_LIGHT} (?:about|over)|(?:had|an?|another|our|the|after)"
        rf" {_BAD}{_FRIENDLY}argument{_LIGHT}"
        rf"(?: (?:with|about|over)|{_END})",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        (
            "shout",
            "yell",
            "scream",
            "swor",
            "swear",
            "snap",
            "lash",
            "raged",
            "raging",
            "snarl",
            "blew",
            "blown",
            " voice",
        ),
        r"(?:shout(?:ed|ing)|yell(?:ed|ing)|scream(?:ed|ing)|sw(?:ore|earing)|snapp(?:ed|ing)|lash(?:ed"
        r"|ing) out"
        rf"|rag(?:ed|ing)|snarl(?:ed|ing)|blew up|blown up) (?:back )?at {_AT}"
        r"(?! over the (?:music|noise|wind|engines?|band|waves)\b)"
        r"|(?:shouted|yelled|screamed) (?:about|(?:over|down|into) the (?:tele)?phone)"
        r"|(?:shouted|yelled|snapped) at (?:the|our) (?:kids|children|boys?|girls?|staff|waiter"
        r"|waitress|nurse)"
        rf"|(?!(?:we|they|all|everyone|everybody|kids|children|crowd)\b)\w+ (?:shouted|yelled)(?: again"
        rf"| back)?{_END}"
        r"|(?:shouted|yelled) and (?:slammed|left|swore|threw|stormed)"
        r"|raised (?:his|her|their|my) voice",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        (
            "temper",
            "told me off",
            "told him off",
            "told her off",
            "scold",
            "silent treatment",
            "cold shoulder",
        ),
        r"lost (?:his|her|their|my) temper|told (?:me|him|her|them|us) off|scolded"
        r"|the (?:silent treatment|cold shoulder)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("no sorry", "no apology", "not answering"),
        r"no (?:sorry|apology)(?! (?:needed|necessary|required)\b)"
        rf"|not answering (?:her|him|them){_END}",
        True,
        PEACE,
    ),
    Cue(
        ("hung up", "hang up", "the phone down", "down the phone"),
        r"hung up on (?!the\b|an?\b|our\b|hooks?\b|nails?\b)\w+"
        r"|(?!(?:we|they|lamps|lights|coats|curtains|pictures|photos|posters|flags|lanterns|decorations"
        r"|laundry"
        rf"|washing|nets|was|were|are|got|is)\b)\w+ (?:just |then |simply )?hung up{_END}"
        r"|put (?:down the (?:tele)?phone|the (?:tele)?phone down) on \w+",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("slam",),
        r"(?<!wind )(?<!draught )(?<!storm )(?<!gust )slam(?:med|ming) (?:down )?(?:the |a |his |her |my "
        r"|every )?"
        r"(?:\w+ )?(?:doors?|phone|receiver)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("walked", "storm", "stomped", "marched", "turned h", "threw a", "scene with"),
        r"(?:stormed|stomped) (?:off|out|away)|turned h(?:is|er) back on (?:me|us|him|her|them|\w+)"
        r"|threw an? (?:plate|cup|mug|glass|chair|bottle|shoe|vase) at|(?:nasty|ugly|terrible|awful)"
        r" scene with"
        r"|(?:walked|marched|ran) (?:right |straight )?out (?:on (?:me|us|him|her|them)|without"
        r" an?(?:other)? word)"
        rf"|(?!we\b|they\b)\w+ (?:just |then |simply )?(?:walked|marched) (?:right |straight )?out{_END}"
        r"|(?!we\b)\w+ (?:just |then |simply )?(?:walked|marched) (?:right |straight )?out of the"
        rf" (?:room|meeting|talk|rehearsal){_END}",
        is_said_in_fun=True,
        ends_well=PEACE,
        is_deniable=True,
    ),
    Cue(
        ("was short with", "was sharp with", "was curt with", "impatient with"),
        r"was (?:too |very |so )?(?:short|sharp|curt|impatient) with (?!the\b|it\b)\w+",
        is_deniable=True,
    ),
    Cue(
        (
            "bicker",
            "squabbl",
            "bad blood",
            "ignored me",
            "in anger",
            "let me down",
            "stood me up",
            "forgot my",
        ),
        rf"(?:bicker|squabbl)(?:ed|ing|e)?{_LIGHT}|bad blood|ignored me|parted in anger"
        r"|let me down(?! (?:gently|easy|into|the|to)\b)|stood me up|forgot my birthday",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("fell out", "fallen out", "falling out", "falling-out", "fall out"),
        r"(?:fell|fallen|falling|fall) out (?:with|over|about)|(?:we|and i|have|had|they|has) (?:\w+"
        r" )?(?:fell"
        r"|fallen) out"
        rf"{_END}|falling.out",
        ends_well=PEACE,
        is_deniable=True,
    ),
    Cue(
        (
            "insult",
            "humiliat",
            "betray",
            "bull",
            "lied to",
            "accus",
            "threaten",
            "offend",
            " names",
            "fun of",
            "called me",
            "called him",
            "called her",
            "called us",
            "called them",
        ),
        rf"insult(?:ed|s|ing)?|humiliat(?:ed|ing)|betray(?:ed|al)|bullied|lied to {_AT}|accused {_AT}"
        r"|threaten(?:ed|s|ing) (?:me|us|him|her|them|to (?:sue|leave|hit|call the police))|offended"
        r"|called (?:me|him|her|us|them) (?:names"
        r"|an? (?:\w+ )?(?:liar|idiot|fool|thief|coward|hypocrite|traitor)|selfish|lazy|stupid|useless"
        r"|cold|mean|greedy)|made fun of (?:me|him|her)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        (
            "angry",
            "rude to",
            "harsh to",
            "unkind",
            "furious",
            "cross ",
            "livid",
            "harsh words",
            "words with",
            "mad at",
        ),
        r"(?:is|was|were|are|got|am|s|still|so|very) (?:very |so |really |still |also )?(?:angry|furious"
        r"|cross|livid|mad)"
        rf" (?:with|at) (?!the (?:weather|rain|match)){_AT}"
        r"|(?:is|was|were|are) (?:still |so |very )?(?:angry|furious|livid) about"
        r" (?!the (?:weather|rain|match|result))"
        r"|(?:angry|harsh|ugly|bitter) (?:words|call|message|letter)|had words with"
        r"|(?:so|too) angry|(?:is|was|were|been) (?:(?!never\b|not\b)\w+ )?(?:rude|harsh|unkind|nasty"
        r"|cruel|horrid) (?:to"
        r"|with|about) (?:me|us|him|her"
        r"|them|\w+)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("speak", "spoke", "talk", "broke off", "blocked", "get out", "threw", "left in anger"),
        r"(?:no longer|not|stopped|\w+n['’]t|refus\w+ to|never) (?:speak(?:s|ing)?|talk(?:s|ing)?) (?:to"
        r"|with)"
        r" (?:me|him|her|us|them|each other|one another)(?! (?:about|yet|today|because)\b)"
        rf"|(?:not|no longer|stopped) speaking{_END}|not on speaking terms"
        r"|\w+n['’]t (?:spoken|talked)(?: to (?:me|us|him|her|each other))? since(?! (?:the|last|our)\b)"
        r"|blocked (?:my|his|her) number|blocked me|told (?:me|him|her|us) to (?:get out|leave|shut up|go"
        r" away)"
        r"|threw (?:me|him|her|us) out|left in (?:anger|a rage|a huff)|broke off (?:with|contact|the"
        r" friendship|the engagement)",
        ends_well=PEACE,
    ),
    Cue(
        ("fight", "fought", "clash"),
        rf"(?:had|have|after|another|big|bad|ugly|bitter|our) (?:an? |another |the )?{_BAD}{_FRIENDLY}fight"
        rf"(?: (?:with|about|over)|{_END})|(?:\A|[.;!?,\n] *)an? {_BAD}fight with \w+|(?:are|were|is|was)"
        r" fighting (?:again|with|about|over)"
        rf"|fought (?:with \w+ )?(?:about|over){_LIGHT}|clashed with \w+"
        r" (?:about|over)",
        True,
        PEACE,
        is_deniable=True,
    ),
    Cue(
        ("broke up", "broken up", "split up", "breaking up", "breakup"),
        r"(?:broke|broken|split|breaking) up with|(?:they|we|have|has) (?:\w+ )?(?:broken|broke|split) up"
        r"(?! (?:into|the|in)\b)|(?:his|her|the|their|my) break-?up",
        ends_well=PEACE,
    ),
)
