"""The words that tell of illness and accidents: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hardship.cue import Cue

WELL_AGAIN = (
    r"\ball (?:is |was |are )?(?:well|clear|fine|good|healed)\b|\bfalse alarm\b|\bin remission\b|\bcured\b"
    r"|\bnothing (?:serious|grave|broken)\b|\bbenign\b|\bcancer.free\b|(?<!not )(?<!n['’]t )(?<!yet"
    r" )\brecovered\b"
    r"|\b(?:is|are|am|was|were|feels?|s) (?:all |quite |perfectly |completely )?(?:well|fine|healthy)"
    r" (?:again|now)\b"
)
"""What says that it is over, or was nothing."""

_WHOSE = r"(?:his|her|their|my|our|the|an?|\w+['’]s)"
_THEM = r"(?:him|her|them|me|us|(?:his|her|my|our|their) \w+|(?!the\b|it\b|an?\b|some\b)\w+)"
_WHOSE_BED = r"(?:his|her|their|(?!today|tonight|child|kid|bab|cat|dog)\w+['’]s)"
_NO_SICKBED = r"(?! (?:and|&|lamp|table|books?|stand|rug|frame|linen|shop|time)\b)"
_BEDTIME = (
    r"\b(?:stor(?:y|ies)|fairy|tales?|lullab\w*|good ?night|breakfast|flower|tulips?|assembled|built)\b"
)
_MALADY = (
    r"(?:cancer|tumou?rs?|leuk(?:a?emi)\w+|lymphoma|melanoma|dementia|alzheimer\w*|parkinson\w*|metastas\w+)"
)
_NO_ILLNESS = (
    r"(?! (?:research|cent|board|charity|run|patients?|ward|nurse|foundation|society|unit|specialist)\w*)"
)
_HOSPITAL = r"(?:hospital|clinic|emergency(?: room| ward)?|casualty|a&e|er|icu|intensive care)"
_DISEASES = (
    r"(?:pneumonia|sepsis|meningitis|tuberculosis|malaria|typhoid|cholera|dengue|ebola|encephalitis|hepatitis"
    r"|aneurysm|embolism|thrombosis|h(?:a)?emorrhage|blood clot|concussion|appendicitis|overdose)s?"
)
_STRUCK = r"(?:\A|[.,;!?\n] ?)(?!(?:the|an?) )(?:[\w'’-]+ ){1,2}fell|had a (?:fall|stroke|seizure)|collapsed"
_ALL_OF_MANY = r"(?:weather|traffic|rain|wind|noise|road|food|coffee|music|film|game|it|that|this|which|what)"

SICKBEDS = (
    Cue(
        ("hospi", "clinic", "intensive care", "icu", "rehab"),
        r"(?:in|into|to|at|from|visited|left) (?:the |a |his |her |their )?hospice|hospice bed"
        r"|intensive care|(?:\A|[.;!?\n] *)hospital with \w+|(?:in|to|into) the icu|(?:back )?in icu"
        r"|(?:in|at) (?:the )?hospital (?:with|since|again|for (?:tests|days|weeks|a (?:week|month))|all"
        r" (?:night|day))"
        r"|in (?:the )?(?:hospital|rehab)|(?:back|home) from (?:the )?hospital",
        ends_well=WELL_AGAIN,
        is_place=True,
    ),
    Cue(
        ("hospital",),
        rf"(?:{_STRUCK})\b[^.;!?\n]{{1,40}}\bhospital\b|hospital\b[^.;!?\n]{{1,40}}\b(?:{_STRUCK})\b",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("hospi", "clinic", "ward"),
        r"hospitali[sz]ed|(?:visit(?:ed|ing)?|saw|sat with|sat by|went to see|was with|waited|waiting|stayed"
        r"|nights?|hours)\b[^.;!?\n]{0,30} (?:in|at) (?:the )?(?:hospital|clinic|ward)",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("hospital", "clinic", "emergency", "casualty", "a&e", " er", "icu", "intensive care"),
        r"(?:taken|rushed|brought|admitted|went|driven|flown|moved|carried|sent|had to go)"
        rf" (?:back )?(?:in)?to (?:the )?{_HOSPITAL}(?! for (?:work|\w+ shift)| where (?:he|she|they|i) work)"
        r"|(?:took|takes|taking|went with|drove|drives|driving|drive|rushed|brought|bringing|carried"
        r"|accompanied|got|flew|sent)"
        rf" {_THEM}(?: \w+)? (?:back )?to (?:the )?{_HOSPITAL}"
        r"(?! for (?:work|\w+ shift)| where (?:he|she|they|i) work)",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("a&e", "ward"),
        r"(?:in|at|to|from|still) a&e|a&e (?:bed|all (?:day|night)|again|since|till|until|with|for \d)"
        r"|(?:now|in|on|to|onto|from|moved to|bed) (?!an? )(?:the )?(?:\w+ )?ward(?: \d+\w?)?"
        r"(?= *(?:\Z|[.,;:!?\n]|(?:now|again|since|with)\b))",
        ends_well=WELL_AGAIN,
        is_place=True,
    ),
    Cue(
        ("speak", "talk", "swallow", "breathe", "walk", "eat"),
        r"(?:cannot|cant|can['’]t|could not|couldnt|couldn['’]t|(?:is|was) not able to|no longer|hardly)"
        r" (?:(?:speaks?|talks?|swallows?|walks?)(?: any ?more)?|breathes?|eats? (?:yet|properly|alone))"
        r"(?: (?:yet|now|again|since|properly|well))*(?= *(?:\Z|[.,;:!?\n]|and\b))",
        ends_well=WELL_AGAIN,
        is_said_in_fun=True,
    ),
    Cue(
        ("feeling", "the weather"),
        r"(?:not|n['’]t|isnt|wasnt|aint) feeling (?:(?:too|so|very|at all) )?(?:fine|well|good|great)"
        r"|(?:feeling|(?:a bit|still|been|is|was) )under the weather",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("waiting room",),
        r"(?:sat|sitting|waited|waiting|hours|night|long|was|stood) (?:[\w'’-]+ ){0,3}in (?:the|a) waiting"
        r" room",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("bed",),
        rf"(?:at|by|beside|from|left) {_WHOSE_BED} (?:\w+ )?(?:bed|bedside|deathbed){_NO_SICKBED}"
        r"|(?:\w+['’]s|his|her|their|my) (?:deathbed|sickbed)|at the bedside|on (?:his|her) deathbed",
        ends_well=rf"{WELL_AGAIN}|{_BEDTIME}",
        is_place=True,
    ),
    Cue(
        ("ambulance",),
        r"ambulance (?:for|came|took|had to|brought|drove)"
        r"|(?:called|phoned|rang|fetched|in|by|needed|waited for) (?:for )?(?:the |an )?ambulance"
        r"(?! (?:driver|crew|station|service|museum|course)\w*)",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("diagnos", "malignant", "biopsy", "results"),
        r"(?:his|her|their|my|the|a) diagnosis|diagnosed|malignant|biopsy"
        r"|(?:test|scan|blood|mri) results",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        ("doctor",),
        r"doctors? (?:says|said|thinks?|found|finds|fears?|suspects?|cannot|gives?|gave)"
        r"(?! (?:hi|hello|yes|no|me|us|him|her|them|thanks|thank you)\b)",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        (
            "cancer",
            "tumo",
            "leuk",
            "lymphoma",
            "melanoma",
            "dementia",
            "lzheimer",
            "arkinson",
            "metasta",
            "chemo",
        ),
        r"(?:has|have|had|got|with|found|of|from|says|said|is|s|probably|maybe|perhaps|suspect\w*) (?:\w+"
        rf" )?{_MALADY}"
        rf"{_NO_ILLNESS}"
        rf"|(?:his|her|their|my|\w+['’]s) (?:\w+ )?{_MALADY}{_NO_ILLNESS}"
        rf"|{_MALADY} (?:is|has|came|again|back|spread|in (?:his|her|their|my|the))|chemo\w*",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        ("stroke", "heart attack"),
        r"(?:(?:had|having|has had|suffered|was|is|says|said|after|probably|suspect\w*) an?(?: mini-?)?"
        r"|(?:after|since|from) (?:his|her|their|the|my)|another|second|says|said|(?:his|her|my|\w+['’]s))"
        r"(?: |-)(?:(?!long\b|short\b|brush\b|lucky\b|sure\b)\w+ )?(?:stroke|heart attack)(?! (?:of|genius"
        r"|victims?)\b)"
        r"|heart attack (?:last|this|in|on|again|yesterday|today)"
        r"|stroke (?:last|this|again|yesterday|today|unit|ward)",
        is_said_in_fun=True,
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        (
            "pneumon",
            "sepsis",
            "meningit",
            "tubercul",
            "malaria",
            "typhoid",
            "cholera",
            "dengue",
            "ebola",
            "encephal",
            "hepatit",
            "aneurysm",
            "emboli",
            "thrombos",
            "morrhage",
            "blood clot",
            "concuss",
            "appendic",
            "overdos",
        ),
        rf"{_DISEASES}(?! (?:vaccin\w*|jabs?|shots?|tablets?|pills?|net\w*|research\w*|ward|paper"
        r"|lectures?|unit)\b)"
        r"|concussed|overdosed",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        ("coma", "seizure", "dialysis", "transplant", "amputat", "paraly", "relapse", "unconscious", "faint"),
        r"(?:in|into|out of|from) (?:a |the )?coma|seizures?|dialysis|(?:heart|kidney|liver|lung|marrow)"
        r" transplant"
        r"|amputat(?:ed|ion)|paraly[sz]ed(?! (?:by|with)\b)|relapsed?(?! into\b)|(?:was|fell|lay|found"
        r" \w+) unconscious"
        r"|fainted",
        ends_well=WELL_AGAIN,
    ),
    Cue(
        (" ill",),
        r"(?:very|gravely|seriously|terminally|critically|badly|dangerously|mortally|chronically) ill"
        r"|(?:is|was|are|were|am|s|been|be|fell|falls|fallen|got|lies|lay|still|again|so|also|too|still) ill"
        r"(?! (?:at ease|will|advised|informed|prepared|equipped|suited|timed|fated|treated|last"
        r"|earlier)\b|-)",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        (" sick",),
        r"(?<!concert )(?<!beat )(?<!show )(?<!song )(?<!gig )(?<!trick )(?<!party )(?<!view )(?<!set )"
        r"(?:is|was|are|were|am|s|been|be|fell|falls|fallen|got|felt|feels|lies|lay|still|off|home"
        r"|worried) (?:very "
        r"|really"
        r" |so |still |badly |home )?sick(?! (?:of|and tired|joke|beats?|note|rhymes?|last|earlier)\b)"
        r"|on sick leave|sick in bed|sick again",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        ("fever", " flu", "covid", "shingles", "depress", "panic attack", "burnout", "burn-out", "suicidal"),
        r"(?:has|had|got|with|caught) (?:an? |the )?(?:high |bad |heavy )?(?:fever|flu|covid|shingles)"
        r"(?! (?:dream|pitch|tree|jab|shot|vaccin\w*)\b)|high fever|fever of \d+"
        r"|(?:is|was|am|been|be|feels?|felt|deeply|so|very) depressed|(?:has|his|her|my|with) depression"
        r"|panic attacks?|(?:has|had|his|her|my|with|a) (?:\w+ )?burn-?out|suicidal|nervous breakdown",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        (
            "unwell",
            "poorly",
            "bedridden",
            "ventilator",
            "resuscitat",
            "radiotherapy",
            "slipped disc",
            "stitches",
        ),
        r"(?:is|was|are|were|am|s|been|feels?|felt|very|so|still) (?:very |so |rather |quite |still )?"
        r"(?:unwell|poorly)(?! (?:paid|lit|made|written|attended|built)\b)|bedridden|on a ventilator"
        r"|resuscitated"
        r"|radiotherapy|slipped disc|(?:got|had|has|needed|needs) (?:\w+ )?stitches|stitches (?:at|in)"
        r" the (?:hospital"
        r"|clinic)",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        ("recogni", "longer know", "know me any", "drinking again"),
        r"no longer (?:recogni[sz]es|knows) (?:me|us|him|her|who)"
        r"|(?:not|\w+n['’]t) (?:recogni[sz]e|know) (?:me|us|him|her|who \w+ (?:is|am|are)) any ?more"
        r"|is drinking again",
    ),
    Cue(
        ("in bed", " weak", " pain", "palliative", "to live", "get up"),
        r"(?:is|are|was|am|lies|lay|still|stays|stayed|ill) in bed(?! (?:by|at|early|already|reading"
        r"|when|till|until)\b)"
        r"|(?<!signal )(?<!light )(?<!coffee )(?<!tea )(?<!wind )(?<!line )(?<!link )(?<!plot )(?<!argument )"
        r"(?:is|was|s|so|too|very|still) (?:so |very |too |still |quite )?weak(?=\s*(?:\Z|[.,;:!?\n]"
        r"|(?:and|now|today"
        r"|again|since|from|to)\b))"
        r"|in (?:a lot of |great |much |terrible |constant |such |bad )?pain(?! au\b)|palliative|not"
        r" long to live"
        r"|(?:cannot|can['’]t|could not|couldn['’]t|no longer) gets? up(?! (?:early|at|in time|to speed)\b)",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        (" worse",),
        rf"(?!{_ALL_OF_MANY}\b)\w+ (?:is|was|got|has got|is getting|feels|is doing|is feeling)"
        r" (?:much |a lot |even |far |still )?worse(?=\s*(?:\Z|[.,;!?\n]|(?:again|today|since|over"
        r" ?night)\b))"
        r"|turn for the worse",
    ),
    Cue(
        ("operat", "surgery"),
        rf"(?:his|her|their|my|the|\w+['’]s) (?:\w+ )?(?:operation|surgery)[^.;!?\n]{{0,40}}"
        r"\b(?:badly|wrong|afraid|scared|frightened|failed)"
        r"|(?:had|has|have|having|needs?|needed|awaits|awaiting|before|after|for|from|facing|through|survived"
        rf"|undergo\w*|underwent|going into|went into|goes into) (?:{_WHOSE} )?"
        r"(?!tree\b|rescue\b|military\b|joint\b|small\b|big\b|sting\b|plastic\b)(?:\w+ )?"
        r"(?<!tree )(?<!rescue )(?<!co-)(?:operation|surgery)(?! (?:of|opens?|closes|hours|desk|manual)\b)"
        r"|(?:his|her|my|\w+['’]s|heart|knee|hip|eye|brain|back|emergency|bypass|cataract) (?:operation"
        r"|surgery)"
        r"|operated on (?!by\b)(?:him|her|me|them|\w+ again|yesterday|today|tomorrow|monday|friday)"
        r"|(?:was|is|being|been|be|gets|get|got) operated",
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
)
"""Somebody is ill, or in hospital."""
