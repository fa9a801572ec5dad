"""The words that tell that one was beside somebody: at a bed, a hand held, a laugh shared (issue 2 §3)."""

from __future__ import annotations

from netjournal.language.channels.cues import SOMEBODY, START, Cue

_WHOSE = rf"(?:{SOMEBODY}['’]s?|his|her|their)"
_WARD = r"(?:hospital|hospice|clinic|ward|rehab|emergency room|waiting room|care home|nursing home)"
_NOT_FAR = r"(?![^.;!?\n]*\b(?:zoom|skype|teams|facetime|video|calls?|(?:tele)?phone|line|screen|online)\b)"
_DID = r"(?:laughed|walked|strolled|sat|stood|ate|cooked|baked|drank|danced|sang|swam|hiked|cycled)"
_TOGETHER = (
    *("shift", "rehears", "choir", "band practice", "gig", "jam session", "gardening", "football", "soccer"),
    *("tennis", "badminton", "basketball", "volleyball", "climbing", "swimming", "jogging", "sauna"),
    *("picnic", "barbecue", "bbq", "sleepover", "road trip", "day trip"),
)
"""What is done in one place with somebody; chess and lessons may well be far apart."""

_DOOR = (
    "(?:(?:at|in|by) (?:the|my|our) (?:front |back )?(?:door|doorway|gate)|on (?:the|my|our) (?:doorstep"
    r"|stairs))\b"
)
_AT_IT = (
    "(?:said|told|asked|thanked|waved|smiled|stood|waited|hugged|laughed|cried|kissed|sang|nodded"
    "|apologi[sz]ed|knocked)"
)
"""What somebody did there, and was not only left there by them."""

_HERS = r"(?:(?:next to|beside|in|on) (?:me|us|it|my|our)|down)\b"

PRESENCE_CUES = (
    Cue(
        "in_person",
        (
            "over the ",
            "across the ",
            " off ",
            "except",
            "nobody but",
            "no one but",
            " of us",
            " of me",
            "selfie",
        ),
        rf"{SOMEBODY}(?!['’])(?: [\w'’-]+){{0,2}}? (?:over|across) the (?:garden |back )?(?:fence|hedge"
        r"|counter|wall)\b"
        rf"|bought (?:[\w'’-]+ ){{1,4}}off (?:{SOMEBODY}(?!['’])|(?:him|her|them)\b)"
        "|(?:nobody|no[ -]one) (?:else )?(?:came|was there|turned up"
        r"|showed up)(?: (?:[\w'’-]+ ){0,4}[\w'’-]+)?"
        rf" (?:but|except|apart from) {SOMEBODY}"
        rf"|{SOMEBODY} took (?:an? |some )?(?:[\w-]+ )?(?:photos?|pictures?|selfies?) (?:of|with) (?:us"
        r"|me)\b",
    ),
    Cue(
        "in_person",
        ("said ",),
        rf"said (?:hi|hello|hey|goodbye|bye|sorry|thanks|thank you) to {SOMEBODY}(?!['’]) (?:at|in|on"
        r"|outside|after|before|over)\b"
        rf"{_NOT_FAR}",
        True,
    ),
    Cue(
        "in_person",
        (" door", " gate", " stairs"),
        rf"(?:{SOMEBODY}|s?he|they) {_AT_IT}(?: [\w'’-]+){{0,4}}? {_DOOR}",
    ),
    Cue(
        "in_person",
        ("he sat ", "he stood ", "they sat ", "they stood ", "he hugged ", "they hugged "),
        rf"(?:{START}|\b(?:and|then) )(?:s?he|they) (?:(?:sat|stood) {_HERS}|hugged (?:me|us)\b)",
    ),
    Cue(
        "in_person",
        ("bed", " side"),
        rf"(?:at|by|beside|next to) {_WHOSE} (?:[\w'’-]+ )?(?:(?:sick|death)?bed(?:side)?\b"
        r"|side(?=\s*(?:$|[.,;:!?)\n…])| (?:again|all|till|until|when|while)\b))",
        True,
    ),
    Cue(
        "in_person",
        (" room", *("hosp", "clinic", "ward", "rehab", "care home", "nursing home")),
        rf"{START}(?:again |back |still |all \w+ )?(?:in {SOMEBODY}['’]s (?:[\w'’-]+ )?room\b"
        rf"|with (?:{SOMEBODY}(?!['’])|him|her|them) (?:in|at) (?:(?:the|a|his|her|their) )?{_WARD}\b)",
        True,
    ),
    Cue(
        "in_person",
        ("held ", "hand in hand"),
        rf"held (?:{_WHOSE}|my) hands?\b|hand in hand with {SOMEBODY}",
        True,
    ),
    Cue(
        "in_person",
        ("there",),
        rf"{SOMEBODY} (?:was|were) (?:also |both |all |already |even )?there"
        rf"(?=\s*(?:$|[.,;:!?)\n…])| (?:too|as well|again|already|with)\b){_NOT_FAR}",
        True,
    ),
    Cue(
        "in_person",
        _TOGETHER,
        rf"(?:{'|'.join(_TOGETHER)})(?:al|als|s|ed|ing)?(?: practice)?"
        rf"(?: (?:at|in|on) (?:the |our |my )?[\w'’-]+)? with (?:{SOMEBODY}(?!['’])|him\b|them\b)"
        rf"{_NOT_FAR}",
        True,
    ),
    Cue(
        "in_person",
        ("went ",),
        rf"(?:{START}|\b(?:I|we|and|then|so) )went (?:along )?"
        rf"(?:with {SOMEBODY}(?:,? (?:and|&) {SOMEBODY})? to"
        rf"|to (?:an?|the|my|our|his|her|their|{SOMEBODY}['’]s) (?:[\w'’-]+ ){{1,3}}with {SOMEBODY}(?!['’]))",
        True,
    ),
    Cue(
        "in_person",
        ("drove ", "walked me", "walked us"),
        rf"(?:drove|walked) (?:me|us|him|them|her|{SOMEBODY}(?!['’])) (?:home|back|from"
        r"|to (?!(?:despair|distraction|tears|madness|drink|ruin)\b))\b",
        True,
    ),
    Cue(
        "in_person",
        ("cooked for", "baked for", "babysat for", "translated", "interpreted"),
        rf"babysat for {SOMEBODY}(?!['’])|cooked (?:[\w'’-]+ ){{0,2}}for {SOMEBODY}(?!['’])"
        r"(?![^.;!?\n]*\b(?:left (?:it|them|the \w+)|(?:by|at|on|outside) (?:the|his|her|their) door))"
        rf"|(?:translated|interpreted) for {SOMEBODY} (?:at|in) (?:the|a|his|her|their|our|my)\b",
        True,
    ),
    Cue(
        "in_person",
        (" and me ", " and i "),
        rf"(?:{SOMEBODY}|s?he|they) and (?:me|I) (?:(?:also|just|then|both) )?{_DID}\b{_NOT_FAR}",
        True,
    ),
)
