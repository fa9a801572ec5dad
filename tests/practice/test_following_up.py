"""On logging again: what is asked of the last time, and what never is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import DIMENSIONS, Channel, Dimension, Interaction, Promise, Reflection
from netjournal.practice.events import owed
from netjournal.practice.following_up import (
    after_reply,
    follow_up,
    promise_done,
    promise_to_ask,
    read_reply,
)
from tests.conftest import NOW as NOON

NOW = dt.datetime.fromisoformat(NOON)
TODAY = NOW.date()
NEW = Interaction(id="9", date=TODAY, people=("1",))
KEEL = "Boats; I changed the subject. Ask about the keel next time."


def talk(days: int = 8, answer: str = KEEL, theme: Dimension = "curiosity", **known: Any) -> Interaction:
    private, followed = known.pop("private", False), known.pop("followed", "")
    reflection = Reflection(
        prompt=f"{theme}-01", dimension=theme, question="?", asked=NOW, answer=answer, private=private,
        status="answered" if answer else "asked", followed=followed,
    )  # fmt: skip
    day = TODAY - dt.timedelta(days=days)
    fields: dict[str, Any] = {"id": str(days), "date": day, "people": ("1",), "reflection": reflection}
    return Interaction(**(fields | known))


def words(*earlier: Interaction) -> str:
    found = follow_up(NEW, earlier, {"1"})
    return found.words if found is not None else ""


def test_the_words_of_what_one_wanted() -> None:
    assert words(talk()) == "Last time you noted: “Ask about the keel next time”. Did you?"
    assert words(talk(theme="friend")) == words(talk())
    first = "boats; I changed the subject, ask about the keel next time"
    assert words(talk(answer=first)) == "Last time you noted: “ask about the keel next time”. Did you?"
    bare = "her laugh. I was too shy to ask about her garden, ask next time"
    noted = "Last time you noted: “I was too shy to ask about her garden, ask next time”. Did you?"
    assert words(talk(answer=bare)) == noted


@pytest.mark.parametrize(
    "remark",
    ["I talked too much.", "He asked me to call", "I did not ask, and she let me off", "A callous joke"],
)
def test_a_plain_remark_is_not_asked_about(remark: str) -> None:
    assert words(talk(answer=remark, theme="trust")) == ""


def test_a_promise_made_in_the_answer_is_asked_about_until_it_is_kept() -> None:
    promise = Promise(text="send the book")
    assert words(talk(answer="send the book", promises=(promise,))).startswith("Last time you promised")
    assert words(talk(answer="send the book", promises=(replace(promise, kept=TODAY),))) == ""


def test_a_promise_is_asked_about_and_a_yes_keeps_it() -> None:
    entry = talk(answer="Boats", promises=(Promise(text="done", kept=TODAY), Promise(text="send the book")))
    assert words(entry) == "Last time you promised: “send the book”. Did you?"
    found = follow_up(NEW, [entry], {"1"})
    assert found is not None
    after = after_reply(found, True, NOW)
    assert after.promises[1].kept == TODAY
    assert after_reply(found, False, NOW).promises == entry.promises
    assert words(after) == ""


@pytest.mark.parametrize(
    "known",
    [
        {"private": True},
        {"mood": 2},
        {"people": ("1", "at rest")},
        {"followed": "yes"},
        {"followed": "no"},
        {"date": TODAY},
    ],
)
def test_what_never_comes_back(known: dict[str, Any]) -> None:
    assert words(talk(**known)) == ""
    older = talk(20, "Ask about Duarte's interviews")
    assert "Duarte" in words(talk(**known), older), "what was noted before is not lost with it"


def test_the_newest_answer_counts_and_what_was_left_three_times_is_not_asked_again() -> None:
    assert words(talk(2, "Ask him about Beirut", "giving"), talk()).startswith(
        "Last time you noted: “Ask him"
    )
    assert words(talk(1, ""), talk(2, ""), talk())
    assert not words(talk(1, ""), talk(2, ""), talk(3, ""), talk())


def test_what_one_noted_comes_back_though_other_answers_came_in_between() -> None:
    noted = "You noted 3 weeks ago: “Ask about the keel next time”. Did you?"
    assert words(talk(2, "her laugh"), talk(20)) == noted
    assert words(talk(2, "her laugh"), talk(5, "the bread"), talk(20)) == noted
    newer = talk(5, "Ask about Duarte's interviews next time")
    assert "Duarte" in words(talk(2, "her laugh"), newer, talk(20)), "the newest first"
    for said in ("yes", "no"):
        told = talk(5, "Ask about Duarte's interviews next time", followed=said)
        assert words(talk(2, "her laugh"), told, talk(20)) == noted, "then the one before"
    assert words(talk(2, "her laugh"), talk(20, followed="yes")) == ""


@pytest.mark.parametrize(
    "known",
    [{"private": True}, {"mood": 1}, {"people": ("1", "at rest")}, {"text": "visited her in hospital"}],
)
def test_what_may_not_come_back_does_not_after_other_answers_either(known: dict[str, Any]) -> None:
    assert words(talk(2, "her laugh"), talk(20, **known)) == ""


def test_what_was_noted_long_ago_comes_back_only_if_no_answer_followed() -> None:
    assert words(talk(2, "her laugh"), talk(184)) == ""
    assert words(talk(2, "her laugh"), talk(183)) != ""
    assert words(talk(400)).startswith("Last time you noted"), "whom one sees once a year"


def test_only_talks_after_which_something_was_asked_are_counted() -> None:
    silent = [replace(talk(days), reflection=None) for days in range(1, 6)]
    assert words(*silent, talk())
    heavy = [talk(days, "", mood=2) for days in range(1, 6)]
    assert words(*heavy, talk())
    assert not words(*(talk(days, "her laugh") for days in range(1, 4)), talk())
    newer = talk(8, "Ask about Duarte's interviews", followed="yes")
    assert words(talk(7, "her laugh"), newer, talk(20)), "the turns of a newer one are its own"


@given(st.text(min_size=1), st.booleans(), st.sampled_from(DIMENSIONS), st.booleans())
def test_what_one_means_to_do_is_asked_about_in_any_theme(
    remark: str, intends: bool, theme: Dimension, reply: bool
) -> None:
    answer = f"{remark}. Ask him about Beirut" if intends else remark
    found = follow_up(NEW, [talk(answer=answer, theme=theme)], {"1"})
    same = follow_up(NEW, [talk(answer=answer, theme="friend")], {"1"})
    assert (found and found.words) == (same and same.words)
    assert found is not None or not intends
    if found is not None:
        after = after_reply(found, reply, NOW)
        assert follow_up(NEW, [after], {"1"}) is None
        assert replace(after, reflection=found.entry.reflection) == found.entry


def test_a_reply_is_one_letter_or_word() -> None:
    assert [read_reply(line) for line in ("y", " Yes ", "n", "no", "", "yes, she did", "?")] == [
        True, True, False, False, None, None, None,
    ]  # fmt: skip


def asks(new: Interaction, made: Interaction, *earlier: Interaction) -> str:
    found = promise_to_ask(new, owed([made]), earlier, {"1"})
    return found.words if found is not None else ""


def test_a_promise_is_asked_about_at_the_three_talks_after_it() -> None:
    made = Interaction(id="1", date=TODAY - dt.timedelta(40), promises=(Promise(text="send the book"),))
    said = "You promised 6 weeks ago: “send the book”. Did you?"
    assert asks(NEW, made, made) == said
    assert asks(NEW, made, NEW, talk(1), talk(2), made) == said
    assert asks(NEW, made, talk(1), talk(2), talk(3), made) == ""
    theirs = replace(made, promises=(Promise(text="send the book", by="them"),))
    kept = replace(made, promises=(Promise(text="send the book", kept=TODAY),))
    assert asks(NEW, theirs, theirs) == asks(NEW, kept, kept) == asks(NEW, replace(made, mood=1), made) == ""


def test_what_was_left_under_a_line_that_reads_like_its_keeping_is_not_asked_about_again() -> None:
    made = Interaction(id="1", date=TODAY - dt.timedelta(40), promises=(Promise(text="help w the boxes"),))
    carried = replace(talk(2), text="carried boxes all day, her sister came")
    assert asks(NEW, made, talk(2), made)
    assert asks(NEW, made, carried, made) == ""


def test_a_promise_with_a_day_is_asked_about_from_then_on() -> None:
    later = Promise(text="send the book", due=TODAY + dt.timedelta(1))
    due = replace(later, due=TODAY)
    made = Interaction(id="1", date=TODAY - dt.timedelta(40), promises=(later,))
    assert asks(NEW, made, talk(1), talk(2), talk(3)) == ""
    assert asks(NEW, replace(made, promises=(due,)), talk(1), talk(2), talk(3))
    assert asks(NEW, replace(made, promises=(later, due))), "the one that is due"


def test_a_yes_keeps_the_promise_and_a_no_is_not_asked_again() -> None:
    made = talk(40, "", promises=(Promise(text="send the book"), Promise(text="call the yard")))
    found = promise_to_ask(NEW, owed([made]), [], {"1"})
    assert found is not None
    assert "call the yard" in asks(NEW, after_reply(found, True, NOW))
    assert asks(NEW, after_reply(found, False, NOW)) == ""
    silent = replace(made, reflection=None)
    found = promise_to_ask(NEW, owed([silent]), [], {"1"})
    assert found is not None
    assert after_reply(found, False, NOW) == silent
    assert after_reply(found, True, NOW).promises[0].kept == TODAY


@pytest.mark.parametrize(
    ("promised", "line", "asked"),
    [
        ("send Ruben the number of Tomasz", "messaged Ruben the number of Tomasz", True),
        ("bring her rosemary", "Brought Maria rosemary, and stayed for tea", True),
        ("send her the keel plan", "Sent Ines the plan of the keel", True),
        ("send her the keel plan", "lunch with Ines, we spoke of the keel", False),
        ("call her", "called her", False),
        ("introduce her to Karim", "lunch, told her about boats", False),
        ("she sends the date", "rang Noe, she sent the date", True),
        ("she sends the date", "rang Noe, she was at work", False),
        ("Noe will send me the list of songs", "Noe sent the songs, and her list", True),
        ("Noe brings the drum back", "tea, Noe brought back the drum", True),
        ("Noe brings the drum back", "tea with Noe, we sang", False),
        ("he'll ask his aunt", "Lunch. He had asked his aunt", True),
        ("to lend the van", "Tevita lent me the van", True),
        ("pay half", "Herr Vogt paid. all of it", True),
        ("tell her", "told Kinga yes", True),
        ("tell her", "did not dare to tell Kinga", False),
        ("pay half", "Herr Vogt has still not paid", False),
        ("draw the window frames", "brought Elif the frames", True),
        ("draw the window frames", "talked of the frames over tea", False),
        ("repair the old music stands", "choir, Henrik repaired his bike", False),
        ("he'll look for grandad's plane", "we looked at grandad's plane, it was under the bed", True),
        ("send the plan", "Ana sent photos", False),
        ("carry the boxes up", "carried her box up the stairs", True),
    ],
)
def test_a_line_like_the_promise_asks_about_that_one(promised: str, line: str, asked: bool) -> None:
    other = Interaction(id="1", date=TODAY, promises=(Promise(text="find the harbour map"),))
    made = Interaction(id="2", date=TODAY - dt.timedelta(400), promises=(Promise(text=promised),))
    found = promise_done(replace(NEW, text=line), [*owed([other]), *owed([made])], {"1"})
    assert (found is not None) == asked
    assert found is None or found.entry == made


def test_what_a_line_reads_most_like_is_asked_about_first() -> None:
    texts = ("bring the frames", "pay half", "draw the window frames")
    made = Interaction(
        id="2", date=TODAY - dt.timedelta(40), promises=tuple(Promise(text=one) for one in texts)
    )
    found = promise_done(replace(NEW, text="paid, and brought her the window frames"), owed([made]), {"1"})
    assert found is not None
    assert "“bring the frames”" in found.words
    found = promise_done(replace(NEW, text="he paid, and I draw the window frames"), owed([made]), {"1"})
    assert found is not None
    assert "“draw the window frames”" in found.words


def test_what_is_not_plainly_meant_is_not_asked_about_again_after_a_no() -> None:
    new = replace(NEW, text="brought Elif the frames")
    made = talk(40, "", promises=(Promise(text="draw the window frames"),))
    found = promise_done(new, owed([made]), {"1"})
    assert found is not None
    assert promise_done(new, owed([after_reply(found, False, NOW)]), {"1"}) is None


@pytest.mark.parametrize(
    ("promised", "channel", "line", "asked"),
    [
        ("call her monday", "call", "called Kinga", True),
        ("phone her", "call", "phoned Ewa", True),
        ("Ring Ewa about the lamp", "call", "Ewa rang", True),
        ("call Ewa back on 3 dec", "video", "zoom with Ewa", True),
        ("visit her", "in_person", "at Ewa's, she showed me the loom", True),
        ("see him again before the fair", "in_person", "tea with Jun", True),
        ("write to her", "email", "wrote to Ewa at last", True),
        ("message them when I am back", "message", "a message to Ewa", True),
        ("call", "call", "phoned Ewa", True),
        ("call her sister", "call", "called Kinga", False),
        ("call the plumber", "call", "called Kinga", False),
        ("call Marek for her", "call", "called Kinga", False),
        ("write the report for her", "message", "wrote to Kinga", False),
        ("call her", "message", "wrote to Kinga", False),
        ("call her", "call", "called Kinga, no answer", False),
        ("callous words to her", "call", "called Kinga", False),
        ("bring the lamp", "call", "phoned Ewa", False),
    ],
)
def test_to_be_in_touch_is_asked_about_where_it_was_done_in_that_way(
    promised: str, channel: Channel, line: str, asked: bool
) -> None:
    other = Interaction(id="1", date=TODAY, promises=(Promise(text="find three photos"),))
    made = talk(40, "", promises=(Promise(text=promised, due=TODAY + dt.timedelta(1)),))
    new = replace(NEW, text=line, channel=channel)
    found = promise_done(new, [*owed([other]), *owed([made])], {"1"})
    assert (found is not None) == asked
    if found is not None:
        assert f"“{promised}”" in found.words
        after = after_reply(found, False, NOW)
        assert promise_done(new, owed([after]), {"1"}) is None, "one no is enough"


def test_a_promise_in_the_line_is_no_part_of_an_answer_kept_to_oneself() -> None:
    dinner = Promise(text="cook him dinner", by="me")
    made = talk(answer="he is funny about his kids", private=True, promises=(dinner,))
    kept = replace(NEW, text="he came over, I cooked him dinner at last")
    asked = promise_done(kept, owed([made]), {"1"})
    assert asked is not None
    assert asked.words.endswith("“cook him dinner”. Did you?")
    assert promise_to_ask(NEW, owed([made]), [made], {"1"}) is not None
    within = talk(answer="> cook him dinner one day", private=True, promises=(dinner,))
    assert promise_done(kept, owed([within]), {"1"}) is None
    assert promise_to_ask(NEW, owed([within]), [within], {"1"}) is None
