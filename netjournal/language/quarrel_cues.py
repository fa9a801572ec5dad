"""The words that tell of a quarrel, or of being treated badly: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hard_cue import Cue

_PEACE = (
    r"\bmade (?:it )?up (?:with|again|after|afterwards|since|quickly)\b|\bmade up(?=\s*(?:\Z|[.,;!?\n]))"
    r"|\bmade peace\b|\breconciled\b|\bforgave\b|\b(?:are|were) friends again\b|\bhugged\b"
)
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
    r"(?:(?:bad|big|terrible|awful|dreadful|blazing|loud|little|small|silly|stupid|huge|nasty|ugly|heated"
    r"|family)"
    r" )?"
)

QUARRELS = (
    Cue(("quarrel",), rf"quarrel(?:l?ed|l?ing|s)?(?!some){_LIGHT}", True, _PEACE, is_deniable=True),
    Cue(
        (" row", "row with"),
        rf"(?:had|have|having|was) (?:an? |the |our |another ){_BAD}row{_END}"
        rf"|(?:had|have|having|was|another|after|since) (?:an? |the |our |another )?{_BAD}row"
        rf"(?: (?:with|over|about)\b(?![^.;!?\n]* (?:lake|river|boat|bay|pond|sea)\b))"
        r"|(?:bad|big|terrible|awful|dreadful|blazing|loud|silly|stupid|nasty|ugly) row (?:with|over"
        r"|about|again)"
        r"|row with \w+(?: \w+)? (?:about|over)(?! the (?:lake|river|bay|pond|sea)\b)"
        r"|rowed (?:about|with \w+ (?:about|over))",
        True,
        _PEACE,
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
        _PEACE,
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
        r"|raised (?:his|her|their|my) voice",
        True,
        _PEACE,
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
        _PEACE,
        is_deniable=True,
    ),
    Cue(
        ("hung up", "hang up", "the phone down", "down the phone"),
        r"hung up on (?!the\b|an?\b|our\b|hooks?\b|nails?\b)\w+"
        r"|(?!(?:we|they|lamps|lights|coats|curtains|pictures|photos|posters|flags|lanterns|decorations"
        r"|laundry"
        rf"|washing|nets|was|were|are|got|is)\b)\w+ (?:just |then |simply )?hung up{_END}"
        r"|put (?:down the (?:tele)?phone|the (?:tele)?phone down) on \w+",
        True,
        _PEACE,
        is_deniable=True,
    ),
    Cue(
        ("slam",),
        r"(?<!wind )(?<!draught )(?<!storm )(?<!gust )slam(?:med|ming) (?:down )?(?:the |a |his |her |my "
        r"|every )?"
        r"(?:\w+ )?(?:doors?|phone|receiver)",
        True,
        _PEACE,
        is_deniable=True,
    ),
    Cue(
        ("walked", "storm", "stomped", "marched"),
        r"(?:stormed|stomped) (?:off|out|away)"
        r"|(?:walked|marched|ran) (?:right |straight )?out (?:on (?:me|us|him|her|them)|without"
        r" an?(?:other)? word)"
        rf"|(?!we\b|they\b)\w+ (?:just |then |simply )?(?:walked|marched) (?:right |straight )?out{_END}"
        r"|(?!we\b)\w+ (?:just |then |simply )?(?:walked|marched) (?:right |straight )?out of the"
        rf" (?:room|meeting|talk|rehearsal){_END}",
        is_said_in_fun=True,
        ends_well=_PEACE,
        is_deniable=True,
    ),
    Cue(
        ("fell out", "fallen out", "falling out", "falling-out", "fall out"),
        r"(?:fell|fallen|falling|fall) out (?:with|over|about)|(?:we|and i|have|had|they|has) (?:\w+"
        r" )?(?:fell"
        r"|fallen) out"
        rf"{_END}|falling.out",
        ends_well=_PEACE,
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
        _PEACE,
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
        r"|(?:angry|harsh|ugly|bitter) (?:words|call|message|letter)|had words with"
        r"|(?:so|too) angry|(?:is|was|were|been) (?:(?!never\b|not\b)\w+ )?(?:rude|harsh|unkind|nasty"
        r"|cruel|horrid) (?:to"
        r"|with|about) (?:me|us|him|her"
        r"|them|\w+)",
        True,
        _PEACE,
        is_deniable=True,
    ),
    Cue(
        ("speak", "talk", "broke off", "blocked", "get out", "threw", "left in anger"),
        r"(?:no longer|not|stopped|\w+n['’]t|refus\w+ to|never) (?:speak(?:s|ing)?|talk(?:s|ing)?) (?:to"
        r"|with)"
        r" (?:me|him|her|us|them|each other|one another)(?! (?:about|yet|today|because)\b)"
        r"|blocked (?:my|his|her) number|blocked me|told (?:me|him|her|us) to (?:get out|leave|shut up|go"
        r" away)"
        r"|threw (?:me|him|her|us) out|left in (?:anger|a rage|a huff)|broke off (?:with|contact|the"
        r" friendship|the engagement)",
        ends_well=_PEACE,
    ),
    Cue(
        ("fight", "fought", "clash"),
        rf"(?:had|have|after|another|big|bad|ugly|our) (?:an? |another |the )?{_BAD}{_FRIENDLY}fight"
        rf"(?: (?:with|about|over)|{_END})|(?:\A|[.;!?,\n] *)an? {_BAD}fight with \w+|(?:are|were|is|was)"
        r" fighting (?:again|with|about|over)"
        rf"|fought (?:with \w+ )?(?:about|over){_LIGHT}|clashed with \w+"
        r" (?:about|over)",
        True,
        _PEACE,
        is_deniable=True,
    ),
    Cue(
        ("broke up", "broken up", "split up", "breaking up", "breakup"),
        r"(?:broke|broken|split|breaking) up with|(?:they|we|have|has) (?:\w+ )?(?:broken|broke|split) up"
        r"(?! (?:into|the|in)\b)|(?:his|her|the|their|my) break-?up",
        ends_well=_PEACE,
    ),
)
