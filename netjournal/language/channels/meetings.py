"""The words that tell that one met face to face (issue 2 §3)."""

from __future__ import annotations

from netjournal.language.channels.cues import CAME_BY, GO_ON, KIND, SOMEBODY, START, WHO, Cue

_THEM = rf"(?:{SOMEBODY}(?!['’])|(?:him|them)\b|her{GO_ON})"
_WITH = rf"(?:with|next to|beside) (?:{SOMEBODY}(?!['’])|(?:him|them|me|us)\b|her{GO_ON})"
_FAR = (
    "(?!(?:calls?|(?:tele)?phone|zoom|skype|teams|facetime|video|online|chats?|threads?|webinar|touch|contact"
    r"|friends|plans?|through|up|down)\b)"
)
"""What is done with somebody who need not be there."""

_HOW = rf"(?: {_FAR}[\w'’-]+){{0,5}}"
_GUEST = (
    rf"{SOMEBODY}(?: \([^()]{{0,60}}\))?"
    r"(?:,? (?:and|with) (?:his|her|their|the|an?|some|two|three)(?: [\w'’-]+){1,2})?"
    r"(?: (?:also|just|then|later|finally|both|all|even|still|again|[a-z]+ly))? "
)
"""Somebody, perhaps with others, right before what they did."""

_AT = """
museum market park beach café cafe restaurant bar pub library garden courtyard backyard yard kitchen church
mosque temple synagogue theatre theater cinema opera gallery harbour harbor station airport train bus ferry
boat forest woods lake river pool gym hospital clinic bookshop shop bakery studio playground zoo exhibition
fair farm vineyard castle cemetery sauna stairs shed barn allotment stadium terrace balcony porch house flat
home office school pharmacy stall salon laundry barber cabin cottage
"""
_DID = """
sat stood ate dined drank cooked baked walked strolled wandered hiked climbed cycled biked swam rowed sailed
skied danced sang gardened fished camped queued waited travelled traveled
played trained jogged rehearsed jammed picnicked babysat
sold planted sewed knitted painted harvested unloaded hung
"""
_PLACES, _ACTS = tuple(_AT.split()), tuple(_DID.split())
_PLACE = rf"(?:{'|'.join(_PLACES)})"
_THE = rf"(?:an?|the|our|my|his|her|their|{SOMEBODY}['’]s)"
_OURS = rf"(?:{_THE} (?:[\w'’-]+ ){{0,2}}{_PLACE}|(?:my|our) (?:[\w'’-]+ )?workshop)"
"""Where one is with somebody; a workshop of anybody else may be an event as well."""

_NOT_WORK = "(?<!work )(?<!works )(?<!worked )(?<!working )"
_MEALS = "tea|coffee|lunch|dinner|supper|breakfast|brunch|drinks?|cake|soup|a (?:chat|meal|drink|bite|cuppa)"
_IDEAS = (
    "up|down|forward|about|together|to mind|ideas?|questions?|topics?|news|subject|matter|issue|point|luck"
    "|joy|tears|peace|memories|memory|charges|case|attention|conversation|talk|word|hope|smile|life|mood"
)
_PAPERS = "talks?|speech|lecture|keynote|papers?|reports?|slides|drafts?|plans?|verdict|sermon|baby|results?"
_SEEN_AFAR = r"(?:photos?|pictures?|slides?|screen|website|page|app|draft|article)\b"
_BROUGHT = rf"brought (?!(?:[\w'’-]+ ){{0,3}}(?:{_IDEAS})\b)"
"""Brought along, and not up or to an end."""

_NEAR = (
    r"\b(?![^.;!?\n]*\b(?:zoom|skype|teams|facetime|video|calls?|(?:tele)?phone|screen|online|internet)\b)"
)
_LENT = (
    r"(?!(?:[\w'’-]+ ){0,2}(?:ears?|money|support|voice|name|weight|lari|euros?|dollars?|pounds|francs?"
    r"|cash|account|login|password)\b)[\w'’-]+"
)
"""What goes from hand to hand."""

_GIFTS = (
    "bread|rolls|buns|croissants|past(?:ry|ries)|pizza|sandwiches|snacks|cakes?|wine|beer|flowers|food|soup|jam|cheese|fruit|apples|cookies|biscuits|chocolates?|honey|eggs"
    "|coffee|tea|dessert|tools|books|presents|gifts"
)
_CALLED_IN = r"(?:in|by|over|round|around)\b(?! (?:\d|half|an?|about|price|the (?:sea|water|police))\b)"

MEETING_CUES = (
    Cue(
        "in_person",
        ("lunch", "dinner", "breakfast", "brunch", "supper", "dined"),
        r"lunched|dined|(?:(?<!after )(?<!before )(?<!until )(?<!till )(?<!since )|(?=\w+ (?:with|at)\b))"
        "(?:lunch|dinner|breakfast|brunch|supper)"
        r"(?! (?:party|table|box|menu|room|money|recipe)s?\b)",
    ),
    Cue(
        "in_person",
        ("coffee", "tea", "beer", "drinks", "pint", "ice cream"),
        rf"(?:coffee|tea|beers?|drinks|pints?|ice cream)(?: (?:chat|date|break|meeting))?{GO_ON}",
    ),
    Cue("in_person", ("cake",), rf"(?:{START}|{KIND})cake (?:with|at|in|on)\b"),
    Cue(
        "in_person",
        ("drink", "wine", "meal", "bite"),
        rf"(?:(?:for|over|had) (?:a|some)|{KIND}) (?:drink|glass of wine|meal|bite){GO_ON}",
    ),
    Cue(
        "in_person",
        ("walk", "stroll", "hike"),
        rf"(?:{START}|{KIND}){KIND}?(?:walk|stroll|hike)(?! (?:of|me|us|them)\b)",
    ),
    Cue(
        "in_person",
        ("walk", "hiked", "went "),
        rf"(?:walked|walks) (?:with|together)|walked {WHO} home|hiked|went (?:hiking|sailing|swimming)",
    ),
    Cue(
        "in_person",
        ("visited",),
        rf"visited (?:{SOMEBODY}(?!['’]s (?:web)?(?:site|page|profile|blog))|(?:him|them|me|us)\b"
        rf"|her{GO_ON})",
    ),
    Cue(
        "in_person",
        ("ate", "eaten", "sat"),
        "(?:ate|eaten|sat|sat down) (?:with|together|next to|beside)",
        True,
    ),
    Cue("in_person", ("person", "face"), "in person|face[ -]to[ -]face"),
    Cue(
        "in_person",
        (" into ",),
        rf"(?:ran|bumped) into (?:{SOMEBODY}|(?:him|them|each other|an old)\b|(?-i:[A-Z][a-z]))\w*",
    ),
    Cue(
        "in_person",
        _ACTS,
        rf"(?:{'|'.join(_ACTS)}){_HOW} {_WITH}(?![^.,;:!?\n]*\bonline\b)",
        True,
    ),
    Cue(
        "in_person",
        ("stayed", "slept"),
        rf"stayed(?: {_FAR}(?:the|a|one|two|three|for|over|night|nights|days?|weekend|week)\b)* "
        rf"(?:with {_THEM}|at {SOMEBODY}['’]s)"
        rf"|{_GUEST}(?:stayed|slept) (?:with us|here|over|the night|(?:at|in) (?:my|our)|for (?:{_MEALS}))",
        True,
    ),
    Cue(
        "in_person",
        (*_PLACES, "workshop"),
        rf"(?:{START}|\b(?:was|were|been|days?|morning|afternoon|evening|night|hours?|weekend|time) )"
        rf"{_NOT_WORK}(?:(?:at|in|on|to) )?(?:the )?(?:{_OURS}|{_PLACE}) (?:together )?{_WITH}",
        True,
    ),
    Cue(
        "in_person",
        ("came ",),
        rf"{_GUEST}came (?:by(?! (?:an?|the|train|bus|car|bike|plane|e?-?mail|post|letter|phone|chance)\b)"
        r"|over(?! (?:as|on)\b)|a?round(?! to\b)|along(?! (?:well|fine|nicely)\b)"
        rf"|(?:by|to|into) {_THE} (?:[\w'’-]+ )?(?:workshop|{_PLACE})|to (?:see|visit|help|stay)"
        rf"|(?:to|for) (?:{_MEALS})|here"
        rf"|with (?!(?:[\w'’-]+ ){{0,3}}(?:{_IDEAS}|{_PAPERS})\b)[\w'’-]+)\b",
        True,
    ),
    Cue(
        "in_person",
        ("dropped", "popped", "stopped", "swung", "nipped"),
        rf"(?:{_GUEST}|{START}|\b(?:I|we|and|then) )(?<!was )(?<!were )"
        rf"(?:dropped|popped|swung|nipped|stopped) (?:(?:in|by) (?:on|at|to see) {_THEM}"
        rf"|(?:by|over to|round to|in on) {_THEM})"
        rf"|{_GUEST}(?:dropped|popped|swung|nipped|stopped) {_CALLED_IN}",
        True,
    ),
    Cue("in_person", ("called round", "called in ", "called by", "called at"), rf"called {CAME_BY}", True),
    Cue(
        "in_person",
        ("went ", "drove ", "travelled ", "traveled ", "flew "),
        rf"(?:{START}|\b(?:I|we|and|then|so) )(?:went|drove|flew|travell?ed)"
        rf"(?: (?:over|round|back|up|down|out))? to (?:(?:see|visit) {_THEM}|{SOMEBODY}(?!['’]))"
        rf"|(?:went|drove|flew|travell?ed) to (?:see|visit) {WHO}",
        True,
    ),
    Cue("in_person", ("visit",), rf"paid {WHO} a(?: \w+)? visit|visit (?:from|to) {_THEM}", True),
    Cue(
        "in_person",
        ("brought",),
        rf"{_GUEST}{_BROUGHT}(?:an?|the|some|us|me|his|her|their|over|along|two|three|{_GIFTS})\b"
        rf"|{_BROUGHT}(?:(?:an?|the|some|my|our|two|three|more) )?(?:[\w'’-]+ ){{1,2}}to {_THEM}"
        rf"|{_BROUGHT}{_THEM} (?:an?|the|some|my|our|his|her|their|home|back|two|three|both)\b",
        True,
    ),
    Cue(
        "in_person",
        (" over", " round", " around"),
        rf"had {_THEM}(?: {_FAR}[\w'’-]+){{0,4}} (?:over|a?round|to (?:stay|{_MEALS}))\b"
        rf"|(?:over|round) for (?:{_MEALS})",
        True,
    ),
    Cue(
        "in_person",
        ("hosted", "hugged", "shook hands", "showed", "dropped", "picked"),
        rf"(?:hosted|hugged|shook hands with) {_THEM}|dropped {_THEM} (?:off|home)\b"
        rf"|picked (?:up {_THEM}|{_THEM} up) (?:from|at)\b|showed {_THEM} (?:a?round|(?:the|my|our) {_PLACE})"
        rf"|showed (?:the|my|our) (?:(?!{_SEEN_AFAR})[\w'’-]+ ){{1,3}}to {_THEM}"
        rf"|{_GUEST}showed (?:me|us) (?:a?round|how to|(?:the|his|her|their|an?)"
        rf" (?!(?:[\w'’-]+ ){{0,2}}(?:{_SEEN_AFAR}|ropes\b|door\b|way (?!to)))[\w'’-]+){_NEAR}",
        True,
    ),
    Cue(
        "in_person",
        ("lent ", "borrowed "),
        rf"{_GUEST}lent (?:me|us) (?:an?|the|his|her|their|some|two) {_LENT}"
        rf"|lent {_THEM} (?:an?|the|my|our|some|two) {_LENT}"
        rf"|borrowed (?:an?|the|his|her|their|some|two) {_LENT}(?: [\w'’-]+){{0,2}} from {_THEM}",
        True,
    ),
    Cue(
        "in_person",
        ("carried ", "took "),
        rf"carried(?!(?: [\w'’-]+){{0,3}} (?:on|out|news|word|talk|plans?|sorrow|burden|grudge|weight)\b)"
        rf"{_HOW} (?:to|with) {_THEM}"
        rf"|took {_THEM} (?:to (?:{SOMEBODY}(?!['’])|{_THE} (?:[\w'’-]+ )?(?:{_PLACE}|doctor|dentist|vet"
        r"|bank|embassy|job cent(?:re|er)"
        r"|ward|sea|doctor['’]s)\b)|home\b|out (?:for|to)\b)"
        rf"|took (?:the|my|our|his|her|an?|some) (?!(?:[\w'’-]+ ){{0,2}}(?:{_IDEAS})\b)(?:[\w'’-]+ ){{1,2}}"
        rf"(?:over |back |round )?to {_THEM}",
        True,
    ),
    Cue(
        "in_person",
        ("delivered",),
        rf"{_GUEST}delivered (?!(?:[\w'’-]+ ){{0,3}}(?:{_IDEAS}|{_PAPERS}|on)\b)[\w'’-]+"
        rf"|(?<!{SOMEBODY} )delivered (?!(?:[\w'’-]+ ){{0,3}}(?:{_IDEAS}"
        rf"|{_PAPERS})\b)(?:[\w'’-]+ ){{0,4}}to {_THEM}"
        r"(?![^.,;:!?\n]*\b(?:by (?:post|mail|courier)|online)\b)",
        True,
    ),
    Cue(
        "in_person",
        (" place",),
        rf"(?:{START}|\b(?:all|both) of us )(?:at|back at) (?:my|our|her|his|their|{SOMEBODY}['’]s) place\b",
        True,
    ),
    Cue(
        "in_person",
        (" hair", "haircut", " lift", " ride", " hug"),
        rf"(?:cut|did|dyed|braided|trimmed) (?:my|our|his|her|their|{SOMEBODY}['’]s) hair|haircut (?:by"
        rf"|from|with|for) {_THEM}"
        rf"|gave {WHO} an? (?:haircut|lift|ride|hug)\b",
        True,
    ),
    Cue(
        "in_person",
        ("helped",),
        rf"helped {WHO} (?:to )?(?:move|pack|paint|carry|cook|plant|load|unload)",
        True,
    ),
)
