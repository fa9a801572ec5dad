"""What tells of good news, and what only sounds so."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.joy import is_warm, tells_of_good_news

_NEWS = """
dr. okafor told me the lump is benign!!!!
Katrin is expecting!! told me first
Noor rang: she is expecting a baby in May
Ama and Kofi are engaged
Tomás got the job
rang Abena, she got the ward job
retake: passed!! he hugged me
Lin passed her exam
Lin passed her driving test
the baby is here
Rosa gave birth last night
Marek proposed to Ola
her daughter was born this morning
he is in remission
she got a new job
Noor got into med school
Ola had a baby girl
they had twins
Ola's baby was born
"""

_NONE = """
Katrin is expecting a parcel from Lyon
expecting visitors, so we tidied
Ama is engaged in the choir's accounts
Tomás did not get the job
Tomás hopes he got the job
the lump was not benign
got the wrong place, so we walked
if she passed her exam we will dance
her ex is engaged
he was born in Lyon
they got married in 1990
Lin passed the salt
the baby is not here yet
we passed the time
got a part of the boat painted
Ola had a baby shower
"""


@pytest.mark.parametrize("text", _NEWS.strip().splitlines())
def test_good_news(text: str) -> None:
    assert tells_of_good_news(text)


@pytest.mark.parametrize("text", ["", *_NONE.strip().splitlines()])
def test_no_news(text: str) -> None:
    assert not tells_of_good_news(text)


@pytest.mark.parametrize(
    "text",
    ["she laughed for the first time", "we sang; his voice", "he held my hand", "so kind to each other"],
)
def test_warm_words(text: str) -> None:
    assert is_warm(text)


@pytest.mark.parametrize(
    "text",
    [
        "he laughed at me",
        "nobody smiled",
        "he was not so kind",
        "close the window",
        "warm soup",
        "she sang, sad",
    ],
)
def test_no_warm_words(text: str) -> None:
    assert not is_warm(text)
