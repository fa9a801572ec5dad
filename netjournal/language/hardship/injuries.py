"""The words that tell of accidents, and of being hurt: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hardship.cue import Cue
from netjournal.language.hardship.sickness import WELL_AGAIN

_WHOSE = r"(?:his|her|their|my|our|the|an?|\w+['’]s)"
_BONES = (
    r"(?:arms?|legs?|hips?|wrists?|ankles?|ribs?|nose|fingers?|toes?|thumb|collarbone|shoulder|elbow|knees?"
    r"|foot|hand|jaw|pelvis|skull|thigh|femur|spine|neck|vertebra\w*|bones?)"
)
_JOINTS = r"(?:ankle|knee|foot|wrist|shoulder|back|neck|hip|elbow|achilles|tendon|ligament|hamstring|leg)s?"
_SIDE = r"(?:(?:left|right|other|whole|upper|lower|poor|little) )?"

INJURIES = (
    Cue(
        ("attacked", "mugged", "assault", "beaten up", "robbed"),
        r"(?:was|were|got|been) (?:attacked|mugged|assaulted|beaten up|robbed)|beaten up by",
        is_said_in_fun=True,
        is_deniable=True,
    ),
    Cue(
        ("broke", "fractur"),
        rf"(?:broke|broken|fractured) (?:{_WHOSE} )?{_SIDE}{_BONES}"
        rf"(?! (?:of\b|china\b))|(?:his|her|my|\w+['’]s) {_SIDE}{_BONES} (?:is|are) (?:broken|fractured)"
        r"|heart.?broken|broke (?:his|her|my) heart",
        is_deniable=True,
    ),
    Cue(
        ("twist", "sprain", "disloc", "tore", "torn", "injur"),
        rf"(?:twisted|sprained|dislocated|tore|torn) {_WHOSE} {_SIDE}{_JOINTS}|a sprained \w+"
        r"|(?:is|was|got|been|badly|were) (?:badly |seriously )?injured|injured (?:his|her|their|my)"
        r"|(?:his|her|my) (?:\w+ )?injury",
        is_deniable=True,
    ),
    Cue(
        ("fell", "fall", "collaps", "stumbl"),
        r"fell (?:badly|(?:down|off|from|on|over) (?:the |a |his |her |my )?(?:\w+ )?"
        r"(?:stairs?|steps|ladder|roof|bike|bicycle|motorbike|horse|ice|scaffold\w*|tree))"
        r"|(?:had|has had|after) (?:an? |his |her )?(?:bad |nasty |serious )?fall(?= *(?:\Z|[.,;!?\n]|in"
        r"|on|at|last|and))"
        r"|(?:he|she|they|mum|mom|dad|mother|father|granny|grandpa|uncle|aunt) (?:has |had |just )?collapsed",
        is_said_in_fun=True,
        ends_well=WELL_AGAIN,
        is_deniable=True,
    ),
    Cue(
        ("ambulance", "paramedic", "the doc"),
        r"(?:till|until|before) the (?:doc(?:tor)?|ambulance|paramedics?) (?:came|arrived|was there)"
        r"|(?:called|rang|phoned|waited for|came with|by) (?:an |the )?ambulance"
        r"(?! (?:driver|crew|station)\b)"
        r"|the (?:ambulance|paramedics) (?:came|took|arrived)",
        is_place=True,
    ),
    Cue(
        ("accident", "run over", "knocked", "crash", "hit by"),
        r"(?:bad|serious|terrible|car|road|bus|train|motorbike|bike|bicycle|traffic|work|climbing|ski\w*)"
        r" accident"
        r"|(?:had|has had|in|after|since) (?:an?|the|his|her|their) (?:\w+ )?accident(?! of\b)"
        r"|(?:his|her|their) accident|(?:run over|hit) by an? (?:car|bus|tram|lorry|truck|van"
        r"|motorbike|taxi|scooter|bike|cyclist)|knocked (?:down|off (?:his|her|their|my) \w+)"
        r"|(?:car|plane|train|bus|motorbike) crash|crashed (?:his|her|their|my) (?:car|bike|motorbike|van)",
        is_deniable=True,
    ),
)
