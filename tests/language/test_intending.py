"""What one will do for somebody, said without a sign."""

from __future__ import annotations

import pytest

from netjournal.language.promises.intending import intended


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rosa rang back, I'll send her the recipe for plum cake", ["send her the recipe for plum cake"]),
        ("tea with Pia, I wil send him the list by friday. lovely", ["send him the list by friday"]),
        ("lunch. i’ll ask her about the keel", ["ask her about the keel"]),
        (
            "coffee and I'll call her tomorrow, also I'll bring Pia jam",
            ["call her tomorrow", "bring Pia jam"],
        ),
        ("I will meet her on friday and she brings the keys", ["meet her on friday"]),
        ("ill send grace the recipe by fri", ["send grace the recipe by fri"]),
        ("tea, I'm going to call her friday", ["call her friday"]),
        ("told Karim I'd lend him the tent", ["lend him the tent"]),
        ("told Karim I'd look at the letter with him", ["look at the letter with him"]),
        ("said id come sun, to Pia", ["come sun"]),
        ("I'll come on sunday", ["come on sunday"]),
        ("told Karim I'd swing by his shop friday", ["swing by his shop friday"]),
        ("i'll draft a page by thurs", ["draft a page by thurs"]),
        ("Coffee with Pia. Told her I'd ring on monday", ["ring on monday"]),
        ("said i'd pick up Pia tomorrow at 6", ["pick up Pia tomorrow at 6"]),
        ("agreed with Sven that i write the report until friday", ["write the report until friday"]),
        ("call with Rao. gonna send him the quote tmrw", ["send him the quote tmrw"]),
        ("tea with Rose, Will send her the plan by friday", ["send her the plan by friday"]),
        ("I'll send her the plan and Bo will bring jam", ["send her the plan"]),
        ("tea; I shall look for her book but not today", ["look for her book"]),
    ],
)
def test_what_one_will_do_is_found_in_its_own_words(line: str, found: list[str]) -> None:
    assert list(intended(line)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tea with Rosa, told her i would do it", ["do it"]),
        ("tea with Rosa, told her I'd do that by friday", ["do that by friday"]),
        ("tea with Rosa, told her I'd do it but forgot", []),
        ("tea with Rosa, told her I'd do it, never did", []),
        ("tea with Rosa, told her I'd do it if I can", []),
        ("tea with Rosa, told myself I would do it", []),
        ("tea with Rosa, I'll do it", []),
        ("tea with Rosa, she told him I would do it", []),
        ("tea with Rosa, told her I would not do it", []),
    ],
)
def test_to_do_it_is_promised_to_whom_one_told_so(line: str, found: list[str]) -> None:
    assert list(intended(line, ["Rosa"])) == found
    assert not list(intended(line))


@pytest.mark.parametrize(
    "line",
    [
        "Rosa: I'll send you the score",
        "she said, I'll bring the cake",
        'lunch "I\'ll write it down", she laughed',
        "Rosa promised I'll get the keys",
        "maybe I'll call Rosa tomorrow",
        "if it rains, I'll bring Rosa home",
        "I'll be late again",
        "I'll never call her again",
        "I'll call",
        "I'll love it",
        "he'll send me the plan",
        "I'll take the train next time",
        "Rosa told me I'd get the job",
        "she told Karim I'd lend him the tent",
        "told Rosa I'd send her the plan but forgot",
        "Karim rang, will visit his sister",
        "tea with Rosa, will visit her sister in May",
        "Karim rang, will be late",
        "we agreed to meet on friday",
        "will call Rose in june",
        "Rosa was ill, call her tomorrow",
    ],
)
def test_words_of_others_doubts_and_what_is_for_nobody_are_none(line: str) -> None:
    assert not list(intended(line))
