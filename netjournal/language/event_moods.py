"""Words that a line of an evening may begin with, and that nobody is called: lovely crowd, too loud.

Hardly anybody is called so, so that alone they are no name with a capital either (Pretty Yende is one);
who is called Happy, Long or Tea stands in `names.everyday`.
"""

from __future__ import annotations

from collections.abc import Iterable

from netjournal.language.folding import fold
from netjournal.language.names.everyday import COMMON

_HOW = """
amazing anxious awesome awful awkward bad beautiful best better big bored boring brilliant busy calm chaotic
charming cheap cheerful chilly closed cold confused cool cosy cozy crazy crowded damp dark decent delicious
delightful different difficult dirty disappointed disappointing disorganised dizzy draughty dreadful drunk
dull easy empty enjoyable enormous entertaining excellent exciting exhausted exhausting expensive familiar
fantastic fascinating fast forgettable formal freezing friendly frustrated frustrating full funny gloomy
good gorgeous greasy great half hard hectic hoarse horrible hot huge humid hungover hungry inspired
inspiring intense interesting international knackered lame late later little lively local lonely loud lovely
lukewarm magical mediocre memorable messy mixed muddy nervous new nice noisy okay old overdressed
overwhelmed overwhelming packed perfect pleasant polite poor posh quiet rainy relaxed relaxing rushed salty
same satisfied shaky shattered silly sleepy slippery slow small smoky smug snobbish sober sociable soggy
sore splendid stale sticky stiff strange stressed stressful stuffy superb surprising surprisingly sweaty
sweet tasteless tasty tedious tense terrible terrific thirsty tiny tipsy tired tiring typical unbelievable
uncomfortable underdressed unexpected unfriendly unpleasant upbeat upset usual warm weary weird welcoming
windy wonderful worn worse worst
"""
_HOW_MUCH = """
absolutely almost anybody anyone anything bit both completely couple dozens each enough everybody everyone
everything far few fewer fully half hardly hundreds just least less loads lots mostly much nearly nobody
none nothing other others otherwise overall plenty pretty quite rather several somebody somehow someone
something thousands too total totally utterly whole yet
"""
_WHAT = """
acoustics air applause atmosphere audience back badge badges band banter beer beers booth booths bread
breakfast buffet cakes canapes candles cards catering ceremony chairs champagne chats cheese choir cocktail
cocktails coffee company concert conference connections contacts conversation conversations crowd crowds
dancing demo demos dessert dinner dinners discussion discussions dj drinks ears energy evening event
exhibition faces fair feeling feelings feet festival film fireworks folk folks food gin guests hands head
headache heart home host hosts hour hours keynote keynotes knees laughs laughter lecture lectures legs
lights lunch meal microphone mood music names nerves network networking newcomers night nights noise numbers
organisers organizers panel panels parking party people performance photographer photographers pizza place
places power queue queues reception regulars room rooms seats service session sessions setting shoes slides
snacks soup speaker speakers speech speeches staff stage stand stands stomach strangers suits talks theme
thoughts throat ticket tickets tiredness toast toasts toilet toilets turnout venue vibe vibes view views
visitors voice volunteers weather wifi wine wines workshop workshops
"""
_DID = """
arrived ate bought came chatted danced drank enjoyed fell felt forgot got headed heard learnt left listened
looked lost mingled missed nodded noticed overheard queued sneaked sneezed spent stayed stood stuck survived
tried waited walked wandered watched waved went wished worked
"""
_ELSE = """
at behind beside but by down for from if in inside is it its meh nb near no not note notes of off on one
oops or ouch out outside phew please ps since so this those three till to todo two ugh under until up wow
yes you
"""
_LISTS = (_HOW, _HOW_MUCH, _WHAT, _DID, _ELSE)
_NO_NAMES = COMMON | frozenset(word for words in _LISTS for word in words.split())


def is_mood(words: Iterable[str], *, is_in_haste: bool = False) -> bool:
    """Whether `words` that look like a name are of how it was; in small letters, `is_in_haste`, one such word
    tells it, with capitals all of them have to be such.
    """
    found = [fold(word.rstrip("?!.")) in _NO_NAMES for word in words]
    return any(found) if is_in_haste else all(found)
