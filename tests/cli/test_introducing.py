"""`introduce`, `introductions`, `doors`, and the line that asks to tell somebody how it went."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.model import Contact, Interaction, Met, new_id
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.conftest import NOW

NOON = dt.datetime.fromisoformat(NOW)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, Karim and Li whom one met through her, Mo through Li; all were met in October but Ana."""
    contacts: dict[str, Contact] = {}
    for number, (name, above, known) in enumerate(
        (
            ("Ana Silva", "", {"field": "boats"}),
            ("Karim Haddad", "Ana Silva", {"offers": ("two sailmakers",), "field": "glass"}),
            ("Li Wei", "Ana Silva", {"nicknames": ("Lily",), "needs": ("a sailmaker",), "field": "tea"}),
            ("Mo Farouk", "Li Wei", {}),
        )
    ):
        id = new_id(NOON, lambda size, byte=number: bytes([byte] * size))  # type: ignore[misc]  # bound here
        met = Met(through=contacts[above].id) if above else None
        contacts[name] = Contact(id=id, name=name, met=met, **known)  # type: ignore[arg-type]  # a table
    entries = [
        Interaction(id=one.id[::-1], date=dt.date(2026, 10, 1), people=(one.id,))
        for one in list(contacts.values())[1:]
    ]
    journal.bring(list(contacts.values()), entries, title="people", now=NOON)


def test_it_is_written_down_and_then_changed(run: Run) -> None:
    done = run("introduce", "karim", "mo", "--why", "both sail")
    assert done.out == "Karim Haddad and Mo Farouk, today: both sail · ask both first\n"
    assert done.err.startswith("Ask both first")
    assert run("introduce", "Mo", "Farouk", "and", "Karim", "--asked", "mo").out.endswith(
        "ask Karim Haddad first\n"
    )
    done = run("introduce", "mo", "karim", "--asked", "karim", "--wished", "haddad", "--on", "nov 3")
    assert done.out == (
        "Karim Haddad and Mo Farouk, 2 weeks ago: both sail · Karim Haddad wished for\n  it · both asked\n"
    )
    assert done.err == ""
    done = run("introduce", "mo", "karim", "--met", "--json")
    [found] = run("introductions", "--json").document["introductions"]
    assert done.document["introduction"] == found
    assert list(found) == ["id", "people", "date", "by", "why", "wished", "asked", "both_asked", "outcome"]
    assert [one["name"] for one in found["people"]] == ["Karim Haddad", "Mo Farouk"]
    assert (found["date"], found["by"], found["both_asked"]) == ("2026-11-03", None, True)
    assert (found["outcome"], found["wished"]["name"]) == ("met", "Karim Haddad")


def test_what_became_of_it_is_mended_and_a_second_try_is_another(run: Run) -> None:
    run("introduce", "karim", "mo", "--not-now")
    run("introduce", "karim", "mo", "--open")
    run("introduce", "karim", "mo", "--met")
    run("introduce", "karim", "mo")
    assert len(run("introductions", "--json").document["introductions"]) == 1
    run("introduce", "karim", "mo", "--not-now")
    run("introduce", "mo", "karim", "--both-asked")
    assert run("introductions").out.splitlines() == [
        "Mo Farouk and Karim Haddad, today · both asked",
        "Karim Haddad and Mo Farouk, today · not now",
    ]


def test_one_persons_introductions_and_those_they_made(run: Run) -> None:
    run("introduce", "karim", "mo", "--by", "ana")
    run("introduce", "ana", "mo", "--both-asked", "--met")
    assert run("introductions", "ana").out.splitlines() == [
        "Introduced Karim Haddad to Mo Farouk today",
        "Introduced to Mo Farouk today · they met",
    ]
    assert run("introductions", "karim").out == "Introduced to Mo Farouk by Ana Silva today\n"
    assert run("introductions", "li").err.startswith("None yet.")
    assert run("introductions", "nobody").code == 1


def test_it_is_removed_and_brought_back(run: Run) -> None:
    run("introduce", "karim", "mo")
    done = run("introduce", "mo", "karim", "--remove")
    assert done.out == "The introduction of Karim Haddad and Mo Farouk is in the trash.\n"
    assert run("introductions").out == ""
    assert run("introduce", "mo", "karim", "--remove").code == 1
    assert run("undo").out.endswith("the deletion of the introduction of Karim Haddad and Mo Farouk\n")
    assert run("introductions").out != ""
    assert run("introduce", "mo", "karim", "--remove", "--json").document["deleted"] == "introduction"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("karim", "lily", "--wished", "ana"), 2, "wished by: “ana” does not fit."),
        (("karim", "lily", "--asked", "nobody"), 2, "It is Karim Haddad or Li Wei."),
        (("karim", "lily", "--by", "karim"), 2, "made by: “karim” does not fit."),
        (("karim", "lily", "--on", "the day"), 2, "on: “the day” does not fit."),
        (("karim", "Karim Haddad"), 2, "Both are Karim Haddad."),
        (("karim", "lily", "mo"), 2, "Whom do you introduce to whom?"),
        (("karim", "and"), 1, "Nobody here is called and."),
        (("karim", "bo"), 1, "Nobody here is called bo."),
    ],
)
def test_what_does_not_fit_is_told_and_not_written(
    run: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    done = run("introduce", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert run("introductions").out == ""


def test_the_idea_of_the_week(run: Run) -> None:
    done = run("introductions", "--idea")
    assert done.out == "Li Wei looks for a sailmaker; Karim Haddad could offer two sailmakers.\n"
    assert "`netjournal introduce Li Wei and Karim Haddad`" in done.err
    found = run("introductions", "--idea", "--json").document["idea"]
    assert list(found) == ["people", "need", "offer", "reason"]
    run("introduce", "li", "karim")
    assert run("introductions", "--idea").err.startswith("No idea this week.")
    assert run("introductions", "--idea", "--json").document == {"idea": None}
    assert run("introductions", "ana", "--idea").code == 2


def test_doors(run: Run) -> None:
    assert run("doors").out.splitlines() == [
        *("Ana Silva · 3 doors", "├─ Karim Haddad", "└─ Li Wei · 1 door", "   └─ Mo Farouk")
    ]
    assert run("doors", "li").out.splitlines() == ["Li Wei · 1 door", "└─ Mo Farouk"]
    done = run("doors", "mo")
    assert (done.code, done.out, done.err) == (0, "", "You met nobody through Mo Farouk yet.\n")
    people = run("doors", "--json").document["people"]
    assert [(one["name"], one["doors"]) for one in people] == [
        *(("Ana Silva", 3), ("Karim Haddad", 0), ("Li Wei", 1), ("Mo Farouk", 0))
    ]
    assert people[3]["through"] == people[2]["id"]


def test_doors_as_a_graph_without_names(run: Run) -> None:
    run("introduce", "karim", "mo")
    done = run("doors", "--dot")
    assert done.out.startswith("digraph doors {\n")
    assert "Ana" not in done.out
    assert "style=dashed" in done.out
    assert '[label="Ana Silva"]' in run("doors", "--dot", "--names").out
    assert run("doors", "--names").code == run("doors", "--dot", "--json").code == 2


def test_whoever_brought_us_together_may_like_to_hear(run: Run, journal: Journal) -> None:
    line = "You met Karim Haddad through Ana Silva. Tell Ana Silva how it went?\n"
    assert run("log", "tea with Karim", "got:maps", "--no-ask").err == line
    assert run("log", "tea with Karim and Ana", "got:maps").err == ""
    assert run("log", "2026-08-19: tea with Karim", "got:maps").err == ""
    run("undo")
    run("undo")
    run("undo")
    run("log", "tea with Karim")
    journal.refresh()
    entry = journal.month("2026-11")[-1]
    assert entry.reflection is not None
    friendly = replace(entry.reflection, scale="friend")
    journal.change(entry, replace(entry, reflection=friendly), now=NOON)
    assert line not in run("reflect", "a good talk /3").err
    assert run("reflect", entry.id, "a good laugh /4").err.endswith(line)
    assert line not in run("reflect", entry.id, "a good long laugh /5").err


def test_who_introduced_somebody_in_a_line_opened_a_door(run: Run) -> None:
    done = run("log", "--no-ask", "Mo introduced me to @Baptiste, a carpenter")
    assert done.err == "Baptiste is new, met through Mo Farouk.\n"
    assert "Baptiste" in run("doors", "Mo Farouk").out


def test_an_introduction_in_a_line_can_be_kept_as_one(run: Run) -> None:
    line = "introduced mo to karim, both were keen"
    done = run("log", "--no-ask", line)
    assert done.err.startswith("You introduced Mo Farouk and Karim Haddad.")
    run("introduce", "Mo Farouk", "and", "Karim Haddad")
    assert run("log", "--no-ask", line).err == ""
