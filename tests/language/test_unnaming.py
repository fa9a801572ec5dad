"""A name taken out of a text, and other people's names left in it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.names.unnaming import Unnaming, _Few
from netjournal.model import Acquaintance

GRACE = Acquaintance(id="G", name="Grace Osei", nicknames=("Gracie", "田中由紀"))
KIM = Acquaintance(id="K", name="Grace Kim")
WITH = {"G", "T"}
WITHOUT = {"T"}


@pytest.mark.parametrize(
    ("text", "present", "left"),
    [
        ("Lunch with Grace Osei’s sister", WITHOUT, "Lunch with someone’s sister"),
        ("Lunch with Grace and Tom. Grace's boat", WITH, "Lunch with someone and Tom. Someone's boat"),
        ("Lunch with Grace", WITHOUT, "Lunch with Grace"),
        ("Lunch with Grace", {"G", "K"}, "Lunch with someone"),
        ("Lunch with Grace Kim and Grace", {"G", "K"}, "Lunch with Grace Kim and someone"),
        ("GRACE OSEI; grâce oséi; Osei, Grace", WITHOUT, "Someone; someone; someone"),
        ("#grace-osei, @graceosei and grace_osei", WITHOUT, "#someone, someone and someone"),
        ("met @gracie, then Grace O. came", WITHOUT, "met someone, then someone came"),
        ("昨日田中由紀と", WITHOUT, "昨日someoneと"),
        ("write to grace@osei.example", WITHOUT, "write to someone"),
        ("Grace Hopper, a coup de grace, disgraceful", WITH, "Grace Hopper, a coup de someone, disgraceful"),
        ("Mrs Osei and the osei tree", WITH, "Mrs someone and the someone tree"),
        ("Osei and the osei tree", WITHOUT, "Osei and the osei tree"),
        ("#osei, #work:osei and #osei-family", WITHOUT, "#someone, #work:someone and #osei-family"),
        ("Kofi Osei sang", WITHOUT, "Kofi Osei sang"),
        ("Nothing of hers", WITH, "Nothing of hers"),
    ],
)
def test_a_person_becomes_someone(text: str, present: set[str], left: str) -> None:
    assert Unnaming(GRACE, (KIM,), ("grace@osei.example",))(text, present) == left


def test_a_first_name_that_nobody_else_has_is_theirs_everywhere() -> None:
    assert Unnaming(GRACE, ())("a chair for Grace", WITHOUT) == "a chair for someone"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lunch with Grace", "Lunch with Grace"),
        ("Grace N700 and Grace Osei", "Grace N700 and someone"),
        ("Grace O. came", "Someone came"),
        ("for Gracie", "for someone"),
        ("for Gigi", "for Gigi"),
    ],
)
def test_thousands_may_have_the_same_first_name(text: str, left: str) -> None:
    many = [Acquaintance(id=f"N{number:04}", name=f"Grace N{number}") for number in range(3000)]
    many.append(Acquaintance(id="N9999", name="Grace Last", nicknames=("Gigi",)))
    grace = msgspec.structs.replace(GRACE, nicknames=("Gracie",))
    assert Unnaming(grace, many)(text, WITHOUT) == left
    assert len(_Few(grace, many).answering_to({"lunch", "with", "grace"}, WITHOUT)) < 10


def test_a_name_that_is_a_word_stays_a_word() -> None:
    will = Unnaming(Acquaintance(id="W", name="Will"), ())
    assert will("Will you come? I will.", WITHOUT) == "Will you come? I will."
    assert will("Will said he will", {"W"}) == "Someone said he will"


def test_a_namesake_who_was_there_keeps_the_name() -> None:
    other = Acquaintance(id="O", name="Grace Osei")
    assert Unnaming(GRACE, (other,))("Grace Osei sang", {"O"}) == "Grace Osei sang"
    assert Unnaming(GRACE, (other,))("Grace Osei sang", WITHOUT) == "Someone sang"


YUKI = Acquaintance(id="Y", name="Yuki Tanaka", nicknames=("the boss",))
ROSA = Acquaintance(id="R", name="Rosa King")
PIECES = [
    "tanaka",
    "Tanaka",
    "TANAKA's",
    "#tanaka",
    "#work:tanaka",
    "Mrs",
    "boss",
    "and",
    "king",
    "King",
    "#king",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "Yuki Tanaka", ".", "tanaka-san"]), max_size=8).map(" ".join)


@given(TEXTS)
def test_a_surname_goes_in_any_case_where_they_were_and_as_a_tag_everywhere(text: str) -> None:
    unnaming = Unnaming(YUKI, (ROSA,))
    there, elsewhere = unnaming(text, {"Y"}), unnaming(text, WITHOUT)
    assert "tanaka" not in there.casefold()
    assert unnaming.left_in(there, {"Y"}) == ()
    assert "#tanaka" not in elsewhere
    assert ":tanaka" not in elsewhere
    assert bool(unnaming.left_in(elsewhere, WITHOUT)) == ("tanaka" in elsewhere.casefold())
    for word in ("king", "King", "#king", "boss", "Mrs", "and"):
        assert there.split().count(word) == text.split().count(word)


@given(TEXTS, st.booleans())
def test_a_surname_that_is_a_word_stays_and_is_told_where_it_may_be_theirs(text: str, is_there: bool) -> None:
    unnaming, present = Unnaming(ROSA, (YUKI,)), {"R"} if is_there else set()
    after = unnaming(text, present)
    stays, may_go = text.split().count("king"), text.count("Mrs king") if is_there else 0
    assert stays - may_go <= after.split().count("king") <= stays
    assert after.split().count("#king") == text.split().count("#king")
    assert after.count("anaka") == text.count("anaka")
    told = unnaming.left_in(after, present)
    assert ("king" in told) == ("#king" in after)


def test_after_a_title_a_surname_that_is_a_word_is_theirs_where_they_were() -> None:
    unnaming = Unnaming(ROSA, (YUKI,))
    assert unnaming("tea with Mrs king", {"R"}) == "tea with Mrs someone"
    assert unnaming("tea with Mrs king", WITHOUT) == "tea with Mrs king"


def test_a_tag_that_another_name_has_too_stays_and_is_told() -> None:
    other = Acquaintance(id="O", name="Ken Tanaka")
    unnaming = Unnaming(YUKI, (other,))
    assert unnaming("met #tanaka", WITHOUT) == "met #tanaka"
    assert unnaming.left_in("met #tanaka", WITHOUT) == ("tanaka",)
    assert unnaming.left_in("met #tanaka", {"O"}) == ()


def test_small_words_within_a_name_are_no_part_of_it() -> None:
    anna = Acquaintance(id="A", name="Anna from the gym")
    assert Unnaming(anna, ())("Anna was at the gym #gym", {"A"}) == "Someone was at the gym #gym"
