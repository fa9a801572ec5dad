"""The words that tell of one's own health from day to day, or of a test one failed: what to look for, and
where.
"""

from __future__ import annotations

from netjournal.language.hardship.cue import Cue

_END = r"(?=\s*(?:\Z|[.,;:!?)\n–—-]))"
_AGAIN = r"(?: (?:again|today|all day|since|this week|last night|at night|these days|at the moment|too)\b)"
_STARTS = r"(?:\A|[.,;:!?\n–—-] *)"
_NO_ACHE = r"(?! (?:doctor|nurse|clinic|research\w*|pills?|tablets?|talk|group|conference|song|book)\b)"

AILMENTS = (
    Cue(
        ("all day", "in bed", "get up", "leave the"),
        r"(?:slept|(?:stayed|lay) in bed|cried) (?:all|the whole) day"
        r"(?! (?:long )?(?:on|in) the (?:beach|train|bus|plane))"
        r"|(?:did not|didnt|didn['’]t) (?:get up|leave the (?:bed|house|flat))"
        r"(?! (?:early|till|until|before)\b)",
        is_deniable=True,
    ),
    Cue(
        ("sleep", "slept", "insomnia", "awake", "nightmare"),
        r"(?:sleep|sleeping|slept) (?:so |very |really )?(?:badly|poorly|terribly|too little)"
        r"|(?:not|n['’]t|didnt|couldnt|cant|cannot|can['’]t|hardly|barely|no longer|never)"
        r" (?:been )?(?:sleep|sleeping|slept)"
        rf"(?:{_AGAIN}|{_END})|(?:no|little|hardly any) sleep(?:{_AGAIN}|{_END})"
        r"|insomnia(?! (?:film|cafe|café|bar)\b)|sleepless nights?|(?:lay|lying|lie) awake"
        r"|awake (?:all night|since (?:two|three|four|[2-4])\b)|nightmares again",
        is_said_in_fun=True,
        is_deniable=True,
    ),
    Cue(
        ("tablets", "pills", "meds", "medication", "antidepress", "sedativ"),
        rf"{_STARTS}(?:the |my )?new (?:tablets|pills|meds|medication){_END}"
        r"|my new (?:tablets|pills|meds|medication)"
        r"|(?:on|started|start|starting|back on|off) (?:my |the )?(?:new )?(?:antidepressants|sedatives|meds)"
        r"|(?:tablets|pills|meds|medication) (?:makes?|made|(?:is|are) making) me",
        is_deniable=True,
    ),
    Cue(
        ("migraine", "headache", "vertigo", "tinnitus"),
        rf"migraines?{_NO_ACHE}|vertigo (?:again|attack)|tinnitus (?:again|is back|is bad|all)"
        r"|(?:bad|terrible|awful|splitting|constant) headaches?|headaches? (?:again|all (?:day|week))",
        is_deniable=True,
    ),
    Cue(
        ("burn", "off sick", "signed off", "exhausted", "worn out"),
        r"(?:i['’]m|am|i was|(?:she|he) (?:is|was|feels)|feel|feeling|felt|so|completely|nearly|totally)"
        r" burn(?:ed|t|ing)[ -]?out"
        rf"|{_STARTS}burn(?:ed|t)[ -]?out(?:{_AGAIN}|{_END})"
        rf"|{_STARTS}(?:(?:a|another) )?(?:day|week)s? off sick"
        rf"|{_STARTS}off sick|signed off (?:sick|work|for (?:a|two|three|\d) (?:days|weeks?|months?))"
        rf"|(?:i['’]m|am|i was|feel|felt|so|utterly) (?:exhausted|worn out)(?:{_AGAIN}|{_END})",
        is_said_in_fun=True,
        is_deniable=True,
    ),
    Cue(
        ("panic", "anxi", "depress", "the black dog", "flare", "brain fog", "chronic"),
        r"panic(?:king|ked)? (?:again|at (?:night|work)|came|is back|on the (?:tram|bus|train|way))"
        rf"|{_STARTS}panic{_END}|(?:anxiety|depression|pain|fatigue) (?:is|was|came|has come|crept|comes|got)"
        r" (?:back|again|bad|worse|high|strong|with me)"
        r"|(?:my|bad|terrible|such) anxiety|anxiety (?:again|today)"
        rf"|(?:so|very|feel|feeling|felt|too) anxious(?:{_AGAIN}|{_END})|depressed again"
        r"|the black dog (?:is|again|came|sits)|(?:another|bad) flare[ -]?up|brain fog"
        r"|chronic (?:pain|fatigue)",
        is_said_in_fun=True,
        is_deniable=True,
    ),
    Cue(
        ("failed",),
        r"failed (?:my|the) (?:[\w-]+ ){0,2}(?:tests?|exams?|finals|interview|audition|course|class|retake)",
        is_deniable=True,
    ),
)
"""Such a day is hard, but no sickbed: whom one met on it is met again as ever."""
