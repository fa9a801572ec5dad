"""What tells of death, grief, grave illness or a loss, and what only sounds so."""

from __future__ import annotations

import pytest

from netjournal.language.hard_day import tells_of_hard_day

_HARD = """
At the funeral of Father Ilia, with Lali; we laughed at his old jokes
Cheikh's father died on Monday
Her mother is dying
Modou has cancer
Tamar rang: the budget is cut. She was nearly crying.
condolence visit at Awa's
Levan called, he was nearly crying
Ani rang: budget is cut. she was nearly crying
buried my aunt today, Eka held my hand
condolence visit at Cheikh, his father died
visited Cheikh in hospital, he could not speak
Cheikh brought his father's empty box. Ibrahima is in hospital, sugar too high
funeral of Ibrahima, all of the street came
Beka died this morning
Ibrahima passed away
buried Ibrahima
Eka cried on the phone
Nino burst into tears
she could not stop crying
Modou broke down when he told me
visited Awa at the hospital
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
"""

_NOT = """
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
cried with laughter
tears of joy at the wedding
onion tears, cooking with Bo
Levan told of his work at the clinic
Bo passed away the time
He passed his exam
the tumour board meeting at work with Dr. Li
visited a cemetery garden in Genoa with Bo
"""


@pytest.mark.parametrize("text", _HARD.strip().splitlines())
def test_a_hard_day(text: str) -> None:
    assert tells_of_hard_day(text)
    assert tells_of_hard_day(f"Tea with Bo. {text.upper()}")


@pytest.mark.parametrize("text", ["", *_NOT.strip().splitlines()])
def test_no_hard_day(text: str) -> None:
    assert not tells_of_hard_day(text)
