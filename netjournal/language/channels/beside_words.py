"""The words that `beside` goes by: what may be from afar, what stays open, and what is done in one place."""

from __future__ import annotations

_AFAR_WORDS = """
call calls called calling phone phones phoned phoning telephone telephoned telefoned rang ring rings
ringing voicemail video videocall zoom zoomed skype skyped facetime facetimed teams webex jitsi webinar
stream streamed livestream online virtual virtually remote remotely internet web wfh minecraft xbox
playstation message messages messaged messaging msg msgs msgd text texts texted texting sms mms mail mails
mailed e-mail email emails emailed emailing e-mailed letter letters postcard postcards parcel parcels
wrote written writing write post-it whatsapp whatsapped whatsapping wa signal telegram imessage messenger
slack slacked slacking discord wechat threema dm dms dm'd dm’d dmed pinged fb facebook insta instagram
linkedin twitter tweet tweeted tiktok youtube sent send posted replied answered forwarded commented thread
threads forum blog podcast newsletter fax faxed
co-wrote gaming gamed fortnite lichess distance
"""
AFAR = frozenset(_AFAR_WORDS.split())
"""What may have been from afar where one of them stands anywhere in the line."""

_MEANS_WORDS = """
will 'll ’ll i'll i’ll we'll we’ll she'll she’ll he'll he’ll they'll they’ll won't won’t should shall must
want wants wanted would wouldn't i'd i’d could couldn't couldn’t might may can can't can’t cannot need
needs needed let's let’s lets hope hopes hoped hoping wish wishes wished plan plans planned planning
plotting promise promised supposed meant going gonna seeing todo if whether almost nearly instead try
tried invite invited inviting ask asked asks asking suggest suggested offered booked booking tickets
forgot forget dreamt dreamed dream imagine imagined
"""
MEANS = frozenset(_MEANS_WORDS.split())
"""What makes a plan, a wish or a question of what follows."""

_WITHOUT_US_WORDS = """
not no never didn't didn’t don't don’t doesn't wasn't wasn’t weren't hasn't haven't hadn't isn't nobody
without cancel cancelled canceled cancels postponed rescheduled rained moved missed miss missing skipped
bailed
"""
WITHOUT_US = frozenset(_WITHOUT_US_WORDS.split())
"""What denies it, or calls it off."""

_TO_COME_WORDS = "tomorrow tmrw tomoz tmr soon upcoming"
TO_COME = frozenset(_TO_COME_WORDS.split())

_TALKS_WORDS = """
talk talks talked talking spoke speak spoken speaking chat chats chatted chatting chatty gossip gossiped
word words conversation natter nattered catch-up catchup
"""
TALKS = frozenset(_TALKS_WORDS.split())
"""A talk, which may as well have been on the phone."""

_AFFAIRS_WORDS = """
touch contact agree agreed agreeing agreement arrange arranged argue argued arguing argument row quarrel
quarrelled fight fought disagreed disagreement discuss discussed discussing discussion check checked
checking sort sorted deal deals dealt dealing problem problems trouble troubles issue issues idea ideas
share shared sharing swap swapped exchange exchanged trade traded compare compared consult consulted
negotiate negotiated negotiations contract quote invoice interview interviews meeting meetings 1:1
one-to-one sync standup stand-up retro review session kickoff kick-off briefing debrief pair pairing
programming
work works worked working job employed colleagues project business company deadline friends friendship
relationship history love dating married engaged live lives lived living told tell tells said says heard
hear news thought think thinking remember remembered remembering remind reminded read reading photo photos
picture pictures album record left leave started starting begin began identify sympathise empathise relate
cope coping patience sided flirt signed registered decided decide know knew known understand understood
feel felt miss mixed confused school uni university college happened wrong matter grew demo appointment
appointments studied draft drafts report reports numbers notes code coded coding brainstormed aligned
coordinated confirmed clarified reconciled vented competing competed odds hard account application
connected reconnected matched money song songs book
bet set ordered
"""
AFFAIRS = frozenset(_AFFAIRS_WORDS.split())
"""What one has with somebody, and may have from afar."""

_STATES_WORDS = """
one happy angry annoyed cross mad pleased upset disappointed bored obsessed patient honest frank open strict
gentle kind good better bad ok okay fine done well finished fed close familiar comfortable impressed
satisfied alright else anymore along away stuck keep even on-board involved associated available busy
careful popular concerned workshop is are am be been being 's ’s
"""
STATES = frozenset(_STATES_WORDS.split())
"""What stands right before ``with`` and is no deed."""

_OPEN_UP_WORDS = """
caught catch catching put broke made kept keep came come fed follow followed signed hooked matched mixed
split what's what’s ended fell got get getting gets carry carried going fallen falling
"""
OPEN_UP = frozenset(_OPEN_UP_WORDS.split())
"""What is done up, on or out with somebody from afar: caught up with, got on with, fell out with."""

_PRESENT_WORDS = (
    "are have has 've ’ve do want like love hate need believe go used disagree see keep share miss"
)
PRESENT = frozenset(_PRESENT_WORDS.split())
"""What goes on after Ada and I, and tells of no day."""

_OTHERS_WORDS = "he she they who whose whom which his their it it's it’s he's she's they're"
OTHERS = frozenset(_OTHERS_WORDS.split())
"""What begins a clause of what others did."""

_LOOKED_WORDS = """
look looked looking laugh laughed laughing smiled shouted stare stared mad angry good bad surprised
shocked amazed left hint hinted glance glanced
"""
LOOKED = frozenset(_LOOKED_WORDS.split())
"""What is done at something of somebody's."""

_THINGS_WORDS = """
photo photos picture pictures page website site profile blog post posts story stories draft drafts cv
paper papers slides code work plans plan suggestion request expense age best insistence cost hands command
invitation name mercy side behest pace level word words job company firm mum mother father dad sister
brother son daughter
"""
THINGS = frozenset(_THINGS_WORDS.split())
"""What is somebody's and no place to be at."""

_ONGOING_WORDS = "is are isn't has says knows thinks gone away abroad ill sick"
ONGOING = frozenset(_ONGOING_WORDS.split())
"""What goes on after somebody, and tells of how things are."""

_ABSTRACT_WORDS = """
call ring bell number numbers advice tip tips hint idea ideas feedback permission credit hope details
address contact contacts news time chance chances notice warning look reason answer reply update info
information link links login password access money loan discount quote quotes name names green go-ahead
okay thumbs courage grief trouble headache creeps joy luck charges bad good up about down forward mind
despair distraction tears madness task court be owner account heart pause shit hell hard peace vote
support space break benefit impression feeling confidence priority task tasks deadline version draft
report summary estimate date dates
way thought thoughts
"""
ABSTRACT = frozenset(_ABSTRACT_WORDS.split())
"""What is given or brought, and does not go from hand to hand."""

_SEEN_AFAR_WORDS = "tv telly television news paper photo photos picture pictures film dream screen that"
SEEN_AFAR = frozenset(_SEEN_AFAR_WORDS.split())

_SEATED_WORDS = """
sat sit sitting seated stood stand standing walked queued lay danced waited ran slept
"""
SEATED = frozenset(_SEATED_WORDS.split())

_GATHERINGS_WORDS = """
choir rehearsal rehearsals poker quiz circle training practice 5-a-side five-a-side footie football
volleyball basketball netball badminton tennis padel hike picnic barbecue bbq sauna sleepover skat bonfire
gym playdate playgroup yoga potluck bingo karaoke jam
"""
GATHERINGS = frozenset(_GATHERINGS_WORDS.split())
"""What is done by many in one place."""

_LISTS_WORDS = """
birthday birthdays thanks thank ideas list lists gift gifts present presents card cards prayer prayers
due invited todo who guests notes note names news re cc for about from dear hi hello love
greetings grateful sorry proud sad glad happy worried saw met new old
change ill sick congrats wishes done back welcome night-night good off
"""
LISTS = frozenset(_LISTS_WORDS.split())
"""What a list of names may be of, and was no meeting."""

_PLACES_WORDS = """
bar pub gate gates fence club fair market park beach playground pool sauna party barbecue bbq bonfire
kiosk bus tram train stop platform queue checkout supermarket shops lidl aldi bakery café cafe restaurant
canteen kitchen garden yard door doorstep stairs stairwell corridor hallway lift lake river forest woods
church mosque temple station airport gym yoga concert cinema theatre theater match game table terrace
porch balcony street counter till stall lobby hedge lunch dinner
breakfast workshop allotment allotments laundry library
"""
PLACES = frozenset(_PLACES_WORDS.split())
_AT_WORDS = "at in over by outside on near round around inside across"
AT = frozenset(_AT_WORDS.split())
_AT_HOME_WORDS = "mine ours"
AT_HOME = frozenset(_AT_HOME_WORDS.split())
_MY_HOME_WORDS = "place house flat home kitchen garden desk door yard porch"
MY_HOME = frozenset(_MY_HOME_WORDS.split())

SOMEWHERE = PLACES | AT_HOME | MY_HOME

DID = {
    word: frozenset(following.split())
    for word, following in {
        "came": "too in for early late again along here over round past and with to .",
        "joined": "us me too in for again .",
        "visited": "me us today yesterday again with from for too this last .",
        "dropped": "by in off round over",
        "popped": "by in round over up down",
        "stopped": "by in round over",
        "brought": "round over along me us a an the some his her my our back bread cake cakes wine beer"
        " flowers food soup jam cheese fruit dates coffee tea books presents gifts",
        "gave": "me us",
        "bought": "me us",
        "cooked": "us me for a the dinner lunch",
        "baked": "us me for a",
        "made": "us me tea coffee lunch dinner soup breakfast",
        "minded": "the my our",
        "babysat": ". for the my our so",
        "fixed": "my our",
        "mended": "my our",
        "waved": "me us at back",
        "waited": "at outside by",
        "turned": "up",
        "showed": "up",
        "knocked": ". on with w/ at and",
        "let": "me us",
        "stayed": ". for till until late over after behind 1h 2h an",
        "picked": "me us",
        "collected": "me us",
        "fetched": "me us",
        "drove": "me us",
        "carried": "the my our me us",
        "hugged": "me us",
        "helped": "me us",
        "walked": "me us",
        "sat": "me us next beside by down in on with",
        "stood": "next beside by with",
        "held": "my",
        "conducted": "us",
        "cheered": "me us at for .",
        "led": "us",
        "guided": "me us",
        "fed": "me us",
        "served": "me us",
        "looked": "after",
    }.items()
}
"""What somebody does beside one, and what one of goes on after it; a full stop for the end of the clause."""

NOT_AFTER = {
    word: frozenset(following.split())
    for word, following in {
        "came": "conclusion terms mind realise realize light nothing train book idea that as",
        "fixed": "code cv website site script text draft page",
        "made": "laugh cry smile feel angry happy sad think wait an a the my our promise it",
        "let": "know go down use have",
        "turned": "the in",
        "showed": "the in",
        "helped": "with to understand find see",
        "walked": "through",
        "picked": "for",
    }.items()
}
"""What may go on after it, and leaves it open."""

MET = {
    word: frozenset(following.split())
    for word, following in {
        "saw": "",
        "across": "",
        "visited": "",
        "hugged": "",
        "vs": "",
        "versus": "",
        "beat": "",
        "drove": "to home back from round around into",
        "took": "to out home swimming shopping along",
        "gave": "a an the some my our his her their two three flowers chocolates",
        "brought": "a an the some my our two three home flowers bread cake cakes wine beer food soup"
        " jam cheese fruit books coffee tea breakfast lunch dinner chocolates",
    }.items()
}
"""What one does to somebody who is there, and what goes on after their name; nothing for whatever does."""
