"""What tells of death, grief, illness, a loss or a quarrel, and what only sounds so."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.hard_day import (
    Hardship,
    hardship,
    tells_of_death,
    tells_of_hard_day,
    tells_of_peace,
)

_HARD = """
Marisol's abuela passed last night. Sat with her on the porch
got into it with Kaitlyn over the budget. we were both heated
greeted Aunty Bisi on phone, she is not feeling fine
a&e bed now ward 9, she cant speak. priya came n brought soup
sat w amina all day in hosp, she cant speak
dad in a&e all night
nana moved to a hospice
visited nana at the hospice
sat w her all day in hosp
Hilde fell in the bathroom, sat with her till the doc came
Hilde to the nursing home from december, her daughter signed
Thuy is closing the kiosk in december, the rent
band again, first time w/o him
we left his chair empty
the landlord throws them out
At the funeral of Father Ilia, with Lali; we laughed at his old jokes
Cheikh's father died on Monday
Her mother is dying
Modou has cancer
Tamar rang: the budget is cut. She was nearly crying.
condolence visit at Awa's
janazah for yusufs mum. stood in the back w awa
sat shiva with Tamar and her brothers
sat w yusuf in the waiting room
couldnt sleep. wrote to ilse at 3am
ayo cant pay rent
slept all day
Levan called, he was nearly crying
Ani rang: budget is cut. she was nearly crying
buried my aunt today, Eka held my hand
condolence visit at Cheikh, his father died
visited Cheikh in hospital, he could not speak
Cheikh brought his father's empty box. Ibrahima is in hospital, sugar too high
mum is in rehab, walks five steps with her frame
funeral of Ibrahima, all of the street came
Beka died this morning
Ibrahima passed away
buried Ibrahima
Eka cried on the phone
Nino burst into tears
she could not stop crying
Modou broke down when he told me
visited Awa at the hospital
dad fell, hospital, hip. drove there at night
hospital since noon, uncle Tariq fell
sat with Awa in the clinic, waiting for results
he got his diagnosis: Parkinson's
Sofia's biopsy came back, it is malignant
Levan is getting divorced
Ani and Giorgi are divorcing, she told me at tea
Cheikh lost his father
Eka lost her baby
she lost her job
Levan was laid off
they laid off half of the choir, Ani too
got fired today
Lali's brother was killed in an accident
wake for Ibrahima
we said goodbye to Ibrahima at the cemetery
her mother has dementia
Tea with Nino. Her tumour is back
my father had a stroke
Maka had a heart attack
in the ICU with Luka
he took his own life
Omar called in tears
Omar's dog died
Ibrahima is dead
the death of Ibrahima
Omar has died
lit a candle at the grave with Eka
Serigne is very ill
she is terminally ill
He was rushed to hospital
Ambulance for Mum, Eka came along
the operation went badly
miscarriage, sat with Tamar
we wept together
my aunt's burial
in mourning, called Eka
Beka's operation tomorrow, he is afraid
they found cancer
Eka's cancer is back
hospitalised since Monday
He died.
his wife left him
our house burned down
Tamar is grieving
Malia is weak, in bed
visited Malia, she is in bed, weak
Malia is in bed with a cold
Malia cannot get up any more
Malia is in great pain
she has not long to live
Malia is in palliative care
Malia slipped away in the night
lost Malia this morning
miss Malia so much
scattered her ashes with Noe
Noe misses Malia terribly
memorial for Malia with Noe
anniversary of Malia's death
Noe was widowed
a month since Malia died
I cannot sleep since the funeral
low day, stayed in bed
a bad day, did not want to see anybody
lonely all day
cried on the bus
Eka cried on her birthday, alone in the flat
Nan's birthday, she cried, she does not know us any more
she was not happy at all, cried when I left
brought Awa a present, she cried: her mother is worse
funeral of Ibrahima, a parcel from his sister!! we cried
I feel empty
had a panic attack before the party
I am so tired of everything
Rosa stood me up again
Rosa let me down
Rosa forgot my birthday
the bank refused, Tevita is crushed
Tevita's shop closed for good
Noe failed the exam
felt ashamed after the talk
Tevita was dismissed
their baby is in hospital
Noe has been arrested
Noe's visa was refused
wrote the eulogy for Malia, Tevita helped
chose the songs for the funeral with Noe
could not get up today
"""

_NOT = """
my dad passed his driving test at 70!
Marisol's daughter passed!!
the pool was heated, swam with Kaitlyn
rang Rui on monday, he cried a bit when I thanked him
tea w Farida, physio at the hospice
Hospice quiz night w Priya, we won
long shift in a&e, pizza w Beatriz after
handover on ward 6, laughed a lot w Kwame
Beatriz from ward 6 brought me a coffee
he cant speak portuguese but we mimed
dinner, couldnt eat any more
we laughed so hard i couldnt breathe
break w Kwame in the hospital canteen
shiva called about the boat
sat in the waiting room, all fine again
closing the shop at six, then tea with Thuy
sang at the care home with Hilde
an empty chair, so I sat beside Thuy
first time without a map, with Noe
lunch at the hospital canteen, a tray fell
The conversation died, so we walked
He is dying to meet Grace
We laughed until we were crying
She studied in Lyon
My phone died on the way to Lali
we died laughing
Eka made me laugh till I cried
laughed so hard we cried
dead tired after the choir, tea with Bo
I was dead tired
Buried in work, but tea with Bo
buried the treasure with the kids
Hospital fundraiser with Ani
Karim works in the hospital at Thiès
She is a nurse at the hospital, lovely
Met a doctor from the hospital
dying to see the film with Eka
the deadline is friday
dead end street, met Bo there
cut paper with the kids
They all cut paper; let Ani cut first
cut my hair at Awa's
we lost the match, Bo laughed
lost his keys, I helped Bo look
lost my way to Lali's
Grave talk, then tea
The play was about a funeral
read a book on grief with Bo
watched a film about a divorce lawyer
Cancer research talk at the museum
Bo is a cancer researcher
the budget cut through the forest
stroke of luck, met Bo
strokes in the pool with Bo
the baby was crying, so we walked
Wake up call at six, walked with Bo
Bo fired the oven, pizza with Eka
fired up after the talk with Bo
The battery is dead, Bo helped
her ambulance driver friend came by
the wind died down
The talk on the death of the novel
Death Cab for Cutie concert with Bo
talked about his late night show
parcel from Solveig!! olive oil, a scarf and a card, cried a bit
opened Solveig's parcel and cried a bit
Ines cried when she saw her present
she got the job, we both cried
cried for joy at the airport with Bo
happy tears at Katrin's wedding
flowers from the choir, I cried a little
Noor cried, so proud of her girl
Bo proposed and she burst into tears
Nino wept with relief, the baby is here
cried with laughter
tears of joy at the wedding
onion tears, cooking with Bo
Levan told of his work at the clinic
Bo passed away the time
He passed his exam
the tumour board meeting at work with Dr. Li
visited a cemetery garden in Genoa with Bo
"""

_SICK = """
at Friedel's bed again, she slept mostly
sat at her bedside all night
at Friedel's bedside. her son was there
was at his deathbed
Ignacy: doctor says pneumonia. Marek drove him to the hospital
took Ignacy to hospital, pneumonia again
Ewa twisted her ankle, drove her to the hospital
Ignacy has pneumonia
sat by Ignacy in the hospital, he slept
Ignacy's fever is back, the doctors suspect sepsis
Rang Ewa: Ignacy is worse again
mother had another stroke
Dato had a heart attack at work
Ruta's surgery is on Monday, she dreads it
Tea with Ruta before her operation
Kofi was operated on yesterday
an ambulance came for Amina's father
we called an ambulance
Kofi is in ICU
all night at the hospital with Amina
they drove Kofi to the emergency room
Amina fell and broke her hip
Kofi fell off the ladder
she sprained her wrist, I cooked
Amina broke her left arm
waiting for the test results with Kofi
the doctor said it is cancer
Amina starts chemo on Monday
Kofi's cancer has spread
she had a miscarriage
Dad's dementia is worse
Kofi is ill again
Amina has been ill since March
brought soup, Amina is sick
Kofi is off sick
Amina has a high fever
hit by a car on her way home, Amina
Kofi had a motorbike accident
he is in a coma
Amina had a seizure in the choir
she fainted on the tram
he collapsed at the pier
Amina has been depressed since spring
Kofi is not recovered yet, back from hospital
worried sick about Amina
Kofi is unwell, and Amina took a turn for the worse
Amina's arm is broken
went with Kofi to the emergency room
mother no longer knows me
Kofi was mugged on the tram
"""

_NOT_SICK = """
stayed at Ana's bed and breakfast in Porto
read Leo a story at Leo's bed
at Mia's bed, sang a lullaby
her bedside lamp is a globe
a hospital fundraiser with Ewa
Marek works at the hospital
Ewa is a nurse at the hospital
Kofi works in the ICU
sang in the hospital with the choir
Kofi volunteers in hospital
sick of the meetings, tea with Ewa
a stroke of luck, Ewa had the keys
it was a stroke of genius
the boat's engine died
broke the ice with a joke
he broke the news of the wedding
broke bread with Amina
back from the hospital, all well
Kofi is well again after his pneumonia
false alarm: Amina did not have pneumonia
no pneumonia, only a cough
home from hospital; Amina has recovered
Kofi twisted my arm to come to the choir
Amina fell in love
Kofi fell asleep on the sofa
in stitches over the story of the goat
met Ewa by accident
no accident that we met
the mill is in operation again
tree surgery in the garden with Kofi
the weather is worse again
a rescue operation for the cat
Amina felt ill at ease among bankers
Kofi lectures on malaria research
a talk on pneumonia
works with cancer patients
gold fever night at the cinema
drove Amina to the clinic for her shift
took Bo to the hospital concert
the tent collapsed on us
the car broke down, Kofi towed it
the doctor says hi
I did not know him
Kofi fell off the chair laughing
old jokes, and a relapse into older ones
the road is poorly lit
"""

_QUARRELS = """
Rosario wrote, two lines, no sorry
Rosario wrote again, not answering her
Marek phoned, he snapped at me about mother, I hung up
quarrelled with Marek about the flat, he slammed the door
Hamid shouted at me over the phone, I swallowed it
Bruno shouted about the bins on the stairs, again
Quarrel with Hamid about the rent
had a row with Ewa
Row with Marek about the money
we had a blazing row
argued with Marek about mother
Marek and I argued again
a bad argument with Hamid over the keys
Hamid yelled at us
Ewa snapped at Marek
shouted at Marek, I am sorry for it
he hung up on me
Hamid hung up.
Marek stormed out
he walked out on us
Hamid walked out.
fell out with Marek
Marek and Ewa have fallen out
Hamid insulted me before all of them
Marek insulted my mother
he called me a liar
Hamid is angry with me
Marek was furious with Ewa
we had a fight about the flat
fought with Marek about the will
we no longer speak to each other
Marek accused me of taking it
broke up with Hamid
lost my temper with Marek
Marek was rude to me
Ewa won't talk to me
Ewa and I fell out
he told me to get out
a fight with Ewa over money
Bruno shouted at me in front of everyone
Bruno shouted again
Bruno shouted, I left
Bruno shouted and slammed the door
shouted at by Bruno on the stairs
we shouted at each other
Bruno yelled about the noise
Bruno yelled at the kids
Bruno yelled, I yelled back
we rowed over the rent
a row about the bins with Bruno
big row with Bruno
slammed the door on Bruno
he slammed the door in my face
argued with Bruno
argued with Bruno about the bins
Bruno and I argued
we argued all evening about money
fell out with Bruno
Bruno and I fell out over the bins
we have fallen out
snapped at Bruno
Bruno snapped at me again
I snapped at Rosa, she did not deserve it
Bruno stormed off
Bruno stormed out of the meeting
quarrel with Bruno
quarrelled again
Bruno and I are not speaking
not on speaking terms with Bruno
Bruno is not speaking to me
Bruno swore at me
screamed at each other
Bruno called me a liar
a nasty scene with Bruno on the stairs
Bruno is furious about the bins
bad blood with Bruno
Bruno ignored me on the stairs
Bruno hasn't spoken to me since
harsh words with Bruno
exchanged angry words with Bruno
a bitter fight over the will
bickered with Bruno all the way
squabble with Bruno about the bins
falling-out with Rosa
Rosa turned her back on me
we parted in anger
was short with Ines on the phone, sorry for it
"""

_NO_QUARRELS = """
no apology needed, we laughed
not answering the phone today
third week in a row with Ewa
front row seats with Hamid
had a row on the lake with Ewa
a row of beans for Hamid
argued happily about Bergman with Ewa
she argued that the keel is too heavy
argued for the old name of the choir
we argued about films till midnight
a friendly argument with Hamid
snapped photos at the fair with Ewa
shouted at the match, hoarse now
shouted at each other over the music
we hung up the lamps
the coats hung up, we danced
Hung up the phone after an hour and smiled
the wind slammed the door
poetry slam with Ewa
walked out to the lighthouse with Hamid
we walked out into the snow
never quarrelled with Ewa in all those years
we did not argue this time
made up with Marek after the quarrel
quarrelled with Marek; in the evening we made up
a play about a quarrel
a snowball fight with the kids
cross the bridge with Ewa
he snapped at half past nine that photo
his tooth fell out
a fight for the park with Ewa
Ewa was never unkind to me
the bus threw us about
we laughed so hard, Ewa shouted at Hamid to stop
shouted with joy when the boat floated, Noe too
Noe shouted hello across the street
we argued about films all night and laughed
rowed across the bay with Noe
rowed with Noe on the lake
rowed in the club boat with Tevita
shouted hurray with Tevita
the kids yelled with delight at Rosa's
yelled for the team with Noe
shouted over the music with Noe
snapped a picture with Rosa
argued well before the board, Rosa clapped
a storm off the coast, tea with Noe
my tooth fell out, Rosa laughed
made up with Bruno over coffee
Bruno said sorry, we shook hands
Bruno apologised for shouting at me
apologised to Bruno for the row, we had tea
Bruno and I talked it over, all good again
Noe is in bed early these days, called at nine
Rosa shouted me a coffee
shouted drinks for Noe and Rosa
Tevita scored, we screamed
Noe slammed down a winning card
row of shops with Noe
Rosa passed her exam
Tevita is gone to Samoa
Noe is gone till friday
lost Noe in the crowd, found her at the pier
missed Noe at the station
scream of laughter from Rosa
weak coffee with Noe
the signal is weak, called Noe again
lost the game to Noe
stood up for Rosa at the meeting
furious pace with Noe, ten miles
Bruno said he was sorry for shouting at me, we had a beer
"""


@pytest.mark.parametrize("texts", [_HARD, _SICK, _QUARRELS], ids=["hard", "sick", "quarrels"])
def test_a_hard_day(texts: str) -> None:
    lines = texts.strip().splitlines()
    assert [text for text in lines if not tells_of_hard_day(text)] == []
    later = [f"Tea with Bo. {text.upper()}" for text in lines]
    assert [text for text in later if not tells_of_hard_day(text)] == []


@pytest.mark.parametrize("texts", [_NOT, _NOT_SICK, _NO_QUARRELS], ids=["hard", "sick", "quarrels"])
def test_no_hard_day(texts: str) -> None:
    assert [text for text in ("", *texts.strip().splitlines()) if tells_of_hard_day(text)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("we buried her with Tevita; then Bruno shouted at me", "death"),
        ("funeral of Malia, Noe carried her coffin", "death"),
        ("Noe lost her mother", "death"),
        ("scattered Malia's ashes with Noe", "death"),
        ("Bruno yelled at me in the hospital, she is ill", "quarrel"),
        ("Malia is dying", "sickbed"),
        ("she lost her job", "sickbed"),
        ("tea with Bo", None),
    ],
)
def test_what_the_day_was_hard_by(text: str, what: Hardship | None) -> None:
    assert hardship(text) == what
    assert tells_of_death(text) == (what == "death")


@pytest.mark.parametrize(
    ("text", "is_peace"),
    [
        ("made up with Bruno over coffee", True),
        ("Bruno apologised, I did too", True),
        ("Bruno and I shook hands on the stairs", True),
        ("he made up a story of the bins", False),
        ("Bruno said hello", False),
    ],
)
def test_what_ends_a_quarrel(text: str, is_peace: bool) -> None:
    assert tells_of_peace(text) == is_peace
