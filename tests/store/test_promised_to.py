"""A promise is asked about at a talk with whom its words name, wherever it was made; so is theirs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from netjournal.model import Interaction, Promise
from netjournal.practice.following_up import after_reply
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

DATO, GIA, LUKA = person("Dato Beridze"), person("Gia Lomidze"), person("Luka Otarashvili")
EARLIER = "2026-11-10"


def promised(words: str, *people: str, by: Any = "me", due: int | None = None, **said: Any) -> Interaction:
    day = None if due is None else TODAY + dt.timedelta(due)
    return entry(EARLIER, people=people, promises=(Promise(text=words, by=by, due=day),), **said)


def asked(journal: Journal, *people: str, text: str = "tea") -> str:
    found = journal.follow_up(entry(TODAY.isoformat(), people=people, text=text))
    return found.words if found is not None else ""


def test_a_promise_of_an_entry_of_nobody_is_asked_about_where_its_words_name_somebody(
    journal: Journal,
) -> None:
    bring(journal, DATO, GIA, promised("ask Dato for Gia by friday"))
    assert asked(journal, DATO.id) == "You promised 8 days ago: “ask Dato for Gia by friday”. Did you?"
    assert asked(journal, GIA.id) == ""
    [waiting] = journal.today(TODAY, Settings()).promises
    assert waiting.to == (DATO.id,)
    page = journal.page(DATO, (), now=NOW, settings=Settings())
    assert [one.promise.text for one in page.promises] == ["ask Dato for Gia by friday"]


def test_what_others_promised_in_an_entry_of_nobody_is_asked_about_where_a_line_reads_like_it(
    journal: Journal,
) -> None:
    bring(journal, DATO, GIA, promised("he'll look for grandad's plane", by="them"))
    line = "we looked at grandad's plane, it was under the bed"
    found = "They promised 8 days ago: “he'll look for grandad's plane”. Did they?"
    assert asked(journal, DATO.id, text=line) == found
    assert asked(journal, DATO.id, text="tea, we spoke of planes") == ""


def test_the_promise_that_a_line_reads_like_goes_before_what_was_noted(journal: Journal) -> None:
    told = question("answered", answer="her laugh. ask about the church next time")
    bring(
        journal,
        DATO,
        GIA,
        promised("draw the window frames", GIA.id),
        promised("call", GIA.id, reflection=told),
    )
    assert "draw the window frames" in asked(journal, GIA.id, text="brought Gia the frames")


def test_nothing_is_asked_about_on_a_hard_day(journal: Journal) -> None:
    bring(journal, DATO, GIA, promised("ask Dato for Gia by friday"))
    assert asked(journal, DATO.id, text="At the funeral of his father") == ""
    assert asked(journal, DATO.id, text="Dato called, he was nearly crying") == ""
    assert asked(journal, DATO.id, text="drove Dato to the hospital, pneumonia again") == ""
    assert asked(journal, DATO.id, text="quarrelled with Dato about the flat, he slammed the door") == ""
    low = entry(TODAY.isoformat(), people=(DATO.id,), text="tea", mood=2)
    assert journal.follow_up(low) is None
    assert asked(journal, DATO.id, text="At the pier, where my phone died") != ""


@pytest.mark.parametrize("answer", ["", "A cheerful evening"])
def test_in_a_group_it_is_to_whom_its_words_name(journal: Journal, answer: str) -> None:
    told = question("answered", answer=answer) if answer else None
    made = promised("let Gia cut first", DATO.id, GIA.id, LUKA.id, reflection=told)
    bring(journal, DATO, GIA, LUKA, made)
    assert "let Gia cut first" in asked(journal, GIA.id)
    assert asked(journal, LUKA.id) == asked(journal, DATO.id) == ""


@pytest.mark.parametrize(
    ("line", "words", "to"),
    [
        ("tea with Dato and Gia, told Gia I'd send the plan", "send the plan", "Gia"),
        ("tea with Dato. Gia rang, I'll send her the plan", "send her the plan", "Gia"),
        ("told Dato I would ring him, then coffee with Gia", "ring him", "Dato"),
        ("tea with Dato and Gia, I'll send her the plan", "send her the plan", "Dato Gia"),
        ("tea with Dato and Gia, told her I'd send the plan", "send the plan", "Dato Gia"),
        ("tea with Dato. Gia's sister rang, I'll send her the plan", "send her the plan", "Dato Gia"),
        ("tea with Dato. Gia and her boss rang, I'll send him the plan", "send him the plan", "Dato Gia"),
        ("tea with Dato. Gia was late. I'll send her the plan", "send her the plan", "Dato Gia"),
        ("tea with Dato. Gia sang, I'll send the plan", "send the plan", "Dato Gia"),
    ],
)
def test_of_two_it_is_to_whom_the_sentence_tells_for_certain(
    journal: Journal, line: str, words: str, to: str
) -> None:
    bring(journal, DATO, GIA, promised(words, DATO.id, GIA.id, text=line))
    met = [one.name.split()[0] for one in (DATO, GIA) if journal.promises(person=one.id)]
    assert met == to.split()


def test_what_is_promised_for_a_later_day_is_not_asked_about_before(journal: Journal) -> None:
    answered = question("answered", answer="A cheerful evening")
    bring(journal, LUKA, promised("bring him bread", LUKA.id, due=3, reflection=answered))
    assert asked(journal, LUKA.id) == ""


def test_a_name_that_two_have_means_whom_one_was_with(journal: Journal) -> None:
    other = person("Gia Mania")
    bring(journal, GIA, other, promised("call Gia", other.id))
    assert asked(journal, GIA.id) == ""
    assert "call Gia" in asked(journal, other.id)


def test_what_they_promised_is_asked_about_at_a_talk_that_reads_like_it(journal: Journal) -> None:
    made = promised("bring the press", LUKA.id, by="them", reflection=question())
    bring(journal, LUKA, DATO, made)
    assert asked(journal, LUKA.id) == ""
    said = "Luka and his nephew brought the press"
    assert asked(journal, LUKA.id, text=said) == "They promised 8 days ago: “bring the press”. Did they?"
    assert asked(journal, DATO.id, text=said) == ""
    found = journal.follow_up(entry(TODAY.isoformat(), people=(LUKA.id,), text=said))
    assert found is not None
    no = journal.change(found.entry, after_reply(found, False, NOW), now=NOW)
    assert asked(journal, LUKA.id, text=said) == ""
    journal.change(no, after_reply(found._replace(entry=no), True, NOW), now=NOW)
    assert journal.promises(person=LUKA.id) == ()


def test_what_one_promised_oneself_is_asked_about_at_a_line_that_reads_like_it(journal: Journal) -> None:
    bring(journal, LUKA, promised("post the blue samples"), promised("oil the press"))
    said = "You promised 8 days ago: “post the blue samples”. Did you?"
    assert asked(journal, text="Posted the blue samples at last") == said
    assert asked(journal, LUKA.id, text="Posted Luka the samples, blue ones") == said
    assert asked(journal, text="A quiet day") == asked(journal, LUKA.id) == ""


def said_of(journal: Journal, promise: str) -> tuple[list[str], list[str], list[str]]:
    """To whom it is: on today's page, on the pages of people, and in the review of the week."""
    [waiting] = journal.today(TODAY, Settings()).promises
    of = [
        one.name
        for one in (DATO, GIA, LUKA)
        if journal.page(one, tuple(journal.with_person(one.id)), now=NOW, settings=Settings()).promises
    ]
    week = journal.pages(Settings(), TODAY).week("2026-W46").lines
    return (
        list(journal.names(waiting.to).values()),
        of,
        [line.words.removeprefix(promise).removeprefix(" · ") for line in week if line.key == "promise"],
    )


@pytest.mark.parametrize(
    ("company", "answer", "promise", "to", "said"),
    [
        ("dg", "Dato sang for us; bring him the radio", "bring him the radio", "d", "Dato Beridze"),
        ("dg", "they sang; bring him the radio", "bring him the radio", "dg", "Dato Beridze, Gia Lomidze"),
        ("dg", "Dato and Gia sang; bring him tea", "bring him tea", "dg", "Dato Beridze, Gia Lomidze"),
        ("dg", "Dato sang; bring tea", "bring tea", "dg", "Dato Beridze, Gia Lomidze"),
        ("d", "we talk until 5; bring Luka bread", "bring Luka bread", "l", ""),
        ("d", "he was well; ask Gia on saturday", "ask Gia on saturday", "g", ""),
    ],
)
def test_every_page_says_the_same_of_whom_a_promise_is_to(
    journal: Journal, company: str, answer: str, promise: str, to: str, said: str
) -> None:
    by_letter = {"d": DATO, "g": GIA, "l": LUKA}
    told = question("answered", answer=answer)
    made = promised(promise, *(by_letter[one].id for one in company), reflection=told)
    bring(journal, DATO, GIA, LUKA, made)
    names = [by_letter[one].name for one in to]
    assert said_of(journal, promise) == (names, names, [said])
    for one in (DATO, GIA, LUKA):
        assert (promise in asked(journal, one.id, text=f"tea, {promise}")) == (one.name in names)


def test_a_call_asks_about_the_promised_call_and_not_about_what_comes_first(journal: Journal) -> None:
    made = promised("find three photos", DATO.id)
    bring(
        journal,
        DATO,
        GIA,
        made,
        promised("call him monday", DATO.id, due=5),
        promised("bring the lamp", GIA.id),
    )
    call = entry(TODAY.isoformat(), people=(DATO.id,), text="called Dato", channel="call")
    found = journal.follow_up(call)
    assert found is not None
    assert found.words == "You promised 8 days ago: “call him monday”. Did you?"
    assert "find three photos" in asked(journal, DATO.id)
