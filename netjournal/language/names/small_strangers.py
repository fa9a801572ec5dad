"""Names in small letters that nobody in the journal has, where hardly anything but a name can stand.

| in the line                                        | a name                                       |
|----------------------------------------------------|----------------------------------------------|
| coffee w dragan; zoom with noor and abena at 9     | dragan; noor, abena                          |
| rang abena; yusuf wrote; inti and me baked         | abena; yusuf; inti                           |
| coffee w milk; rang work; mum called; kids and me  | nobody: a thing, a place, or whoever they are|
"""

from __future__ import annotations

import re

from netjournal.language.names.everyday import EVERYDAY, KIN
from netjournal.language.tokens import Token

_SHORTEST, _LONGEST = 4, 40
_REACH = 80

_OTHERS = """
aunt aunts aunty baby bestie boss bosses boy boyfriend boys bride bro brother brothers builder carer
caretaker child children class client clients coach colleague colleagues cousin cousins crew customer
customers dads daughter daughters dentist doctor doctors driver editor electrician employer everybody
everyone family father fiance fiancee firefighters flatmate flatmates folks friend friends gang gardener
girl girlfriend girls grandad granddaughter grandkids grandma grandpa grandson groom group guest guests
guide guys host housemate housemates husband inlaws kiddo kids ladies lads landlady landlord lawyer lodger
lover manager mate mates mayor mechanic minister mother mums myself nanny neighbor neighbors neighbour
neighbours nephew nephews niece nieces nobody nurse nurses others owner parent parents partner people
pharmacist physio plumber police priest principal professor pupils relatives roommate roommates secretary
shrink siblings sister sisters solicitor somebody someone stepdad stepmum strangers student students surgeon
teacher teachers team teens tenant therapist toddler toddlers trainer tutor twins uncle uncles vet vicar
volunteer volunteers waiter wife workmates yourself
"""
_PLACES = """
accounting bakery bank chemist church city clinic club college committee council court dispatch embassy
headquarters home hospital hotel insurance kindergarten library management nursery office pharmacy practice
reception registry restaurant school shop station support surgery theatre town uni union university work
"""
_THINGS = """
alarm alarms almonds apples avocado bacon bags bananas beans beer beers bees bell bells bikes biscuits boats
books bread breakfast butter cake cakes camera candles cards cars cats cheese cherries chess chips chocolate
cider cinnamon coffee cookies cream crisps croissants custard dessert dinner dogs doorbell drinks dumplings
eggs emails fish flowers fries fruit fruits games gifts goats headache homework honey horses hummus jetlag
juice kayaks lemon lentils letter letters lots luck lunch meat meds milk mint mushrooms music mustard news
noodles nothing nuts oatmilk olives onions oranges pain pancakes paper pasta pastries peppers phones photos
pickles pictures pizza plans pleasure plenty plums popcorn potatoes presents pressure prosecco puppies
questions rice rum salad salt sandwiches sangria sauce sausages scones slides snacks snow something soup
strawberries stress sugar sushi sweets syrup tears text texts toast tomatoes treats veggies vodka voicemail
water whisky wine wines words
"""
_HOW = """
afternoon ages ago alone already although anyway around asap away badly behind besides best better beyond
both brief briefly cancelled crying delayed directly done down during each earlier early either else enough
even evening every finally fine five forward four full funny good great half hard hence here herself him
himself home however indeed instead into itself just kinda last lastly late later least left less like loads
long loud lovely many maybe meanwhile mine morning mostly much naturally near nearly never next nice nine
none nonstop okay once online only onto open other otherwise ours outdoors outside over part past perhaps
plus probably quick quickly quite rather ready really right same seven several short sick since sixty slow
slowly some sometimes soon sorry still straight suddenly super sure tears ten thank thanks that their theirs
them then there therefore these they thinking thirty this those though thought three through till tired
today together tomorrow tonight too towards twenty twice under unfortunately until upset upstairs usual
usually very week well went what whatever when whenever where which while whilst whoever whole whom whose
within without work worse worst would yeah year yesterday your yours
"""
_NO_NAMES = frozenset(" ".join((_OTHERS, _PLACES, _THINGS, _HOW)).split()) | EVERYDAY | KIN
"""What stands where a name could, and is none."""

_MEETING = (
    r"(?:breakfast|brekkie|brunch|lunch|dinner|supper|tea|coffee|cuppa|drinks?|beers?|pints?|pizza|barbecue|bbq"
    r"|picnic|meeting|meet-?up|call|chat|catch[- ]?up|walk|hike|cinema|pub|zoom|skype|facetime|date|visit"
    r"|phone|ramen|curry|sushi|hung out|caught up|lunched|talked|spoke|chatted|walked|hiked|met up|zoomed"
    r"|skyped|sat|ate|sang|swam|danced|cycled|argued|trained|rehearsed|\d+ ?(?:hrs?|hours?|mins?))"
)
_WITH = rf"\b{_MEETING}(?:(?: again| today| yesterday| earlier)? (?:with|w/?)|:) "
_TO = (
    r"(?:\A|[.,;:!?\n]\s*|\b(?:and|then|i|we)\s+)(?:just |also |finally |quickly )?"
    r"(?:(?:rang|phoned|texted|messaged|facetimed|visited|hugged|thanked|met|bumped into|ran into|wrote to"
    r"|talked to|spoke to) )"
)
_ITEM = r"@?[\w'’-]+"
_BEFORE = rf"(?i)(?:{_WITH}|{_TO})(?:(?:{_ITEM}, ?){{0,4}}{_ITEM}(?:,? and | n | & | ?\+ ?))?\Z"
_LISTED = rf"(?i)(?:{_WITH}|{_TO})(?:{_ITEM}, ?){{1,4}}\Z"
_GOES_ON = rf"(?i)(?:, ?{_ITEM}){{0,4}}(?:,? (?:and|n|&) | ?\+ ?)\w"
_ENDS = (
    r"(?i)\s*(?:\Z|[.,;:!?)\n&+–—-]"
    r"|\s(?:and|n|at|in|on|for|this|last|yesterday|today|tonight|about|abt|again|too|then|who|she|he|from|after|before"
    r"|via|over|by|near|while|because|bc|but|back|right|straight|twice|all|yest|am|pm|w|with|re)\b)"
)
_BEGINS = r"(?i)(?:\A|[.;:!?\n]\s*)(?:today |yesterday |finally |then )?\Z"
_GOT_IN_TOUCH = (
    r"(?i) (?:(?:just|also|then|finally|even) )?(?:rang|phoned|texted|messaged|emailed|wrote(?! off)"
    r"|called(?! off)|facetimed|visited|came (?:by|over|round|along|with)"
    r"|(?:dropped|popped) (?:by|in|over|round)"
    r"|(?:told|asked|showed|helped|invited|hugged|lent|gave|taught) me)\b"
)
_WITH_ME = r"(?i) (?:and|n|&) (?:me|i)\b"
_AFTER_ME = r"(?i)(?:\A|[.;:!?\n]\s*)me (?:and|n|&) \Z"


def is_small_name(text: str, token: Token) -> bool:
    """Whether a word of `text` in small letters is hardly anything but what somebody is called."""
    word = token.value
    if not _SHORTEST <= len(word) <= _LONGEST or not (word.isalpha() and word.islower()) or word in _NO_NAMES:
        return False
    before, after = text[max(token.start - _REACH, 0) : token.start], text[token.end :][:_REACH]
    if re.search(_BEGINS, before) and (re.match(_GOT_IN_TOUCH, after) or re.match(_WITH_ME, after)):
        return True
    if before.endswith((",", ", ")) and re.search(_LISTED, before) and re.match(_GOES_ON, after):
        return True
    return re.match(_ENDS, after) is not None and (
        re.search(_BEFORE, before) is not None or re.search(_AFTER_ME, before) is not None
    )
