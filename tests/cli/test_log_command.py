"""`log`: what one tells it, what it says it understood, and what it refuses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start


def test_what_was_understood_is_said_with_its_weekday_and_newcomers_are_named(run: Run) -> None:
    done = run("log", 'yesterday: Lunch with @"Grace Osei" and @Karim at:"Café Lula" #food energy:4')
    assert done.code == 0
    assert done.out == (
        "Tue 17 Nov 2026 · Grace Osei, Karim · in person · at Café Lula · #food · felt energy 4/5\n"
    )
    assert done.err == "Grace Osei is new.\nKarim is new.\n"


def test_whoever_else_one_was_with_and_nobody_knows_is_told_how_to_write_down(run: Run) -> None:
    run("add", "Grace Osei")
    assert run("log", "tea with Grace, Kwame and Inês at the Anker").err == (
        "Kwame is not in your journal yet. @Kwame in the line writes them down.\n"
        "Inês is not in your journal yet. @Inês in the line writes them down.\n"
    )
    assert run("log", "tea with Grace Osei at the Anker").err == ""


def test_a_line_that_names_nobody_is_an_entry_of_ones_own(run: Run, journal: Journal) -> None:
    done = run("log", "Published the piece on harbours")
    assert (done.code, done.out) == (0, "Wed 18 Nov 2026 · nobody named\n")
    assert [entry.people for entry in journal.month("2026-11")] == [()]


def test_where_somebody_is_named_who_was_not_there_nobody_was_met(run: Run) -> None:
    run("add", "Karim Haddad")
    said = "Wed 18 Nov 2026 · nobody met\n"
    assert run("log", "@Bo could not come").out == said
    assert run("log", "Karim could not come").out == said


def test_json_has_the_shape_that_is_promised(run: Run) -> None:
    run("add", "Łukasz Zieliński")
    done = run(
        *("log", "--json", "yesterday 15:00: called lukasz and @Ada #work:hiring at:Gdańsk mood:2"),
        *("gave:advice", 'promise:"send the book by friday"'),
    )
    logged = done.document
    assert list(logged) == [
        *("id", "date", "at", "part", "people", "channel", "text", "tags", "place", "gave", "got"),
        *("promises", "mood", "energy", "absent", "prompt"),
    ]
    assert [(person["name"], person["new"]) for person in logged["people"]] == [
        ("Łukasz Zieliński", False),
        ("Ada", True),
    ]
    assert [list(person) for person in logged["people"]] == [["id", "name", "new"]] * 2
    assert logged["at"] == "2026-11-17T15:00:00+01:00"
    assert (logged["date"], logged["channel"], logged["place"]) == ("2026-11-17", "call", "Gdańsk")
    assert (logged["tags"], logged["gave"], logged["got"]) == (["work:hiring"], ["advice"], [])
    promise = {"text": "send the book", "by": "me", "due": "2026-11-20", "kept": None}
    assert (logged["promises"], logged["mood"], logged["energy"]) == ([promise], 2, None)
    assert list(logged["prompt"]) == ["id", "dimension", "text", "why"]
    assert logged["prompt"]["why"].endswith(".")
    assert done.err == ""


def test_a_newcomer_who_could_not_come_is_written_down_and_was_not_met(run: Run) -> None:
    done = run("log", "--no-ask", "tea with @Priya, @Bartek could not come")
    assert done.err.splitlines()[:2] == ["Priya is new.", "Bartek is new, and was not met."]
    assert "Priya · in person" in done.out
    assert run("show", "Bartek", "--json").document["person"]["met"] is None
    logged = run("log", "--json", "--no-ask", '@"Ola Lis" could not come').document
    assert (logged["people"], [one["name"] for one in logged["absent"]]) == ([], ["Ola Lis"])


def test_a_newcomer_of_whom_one_word_was_taken_is_pointed_out(run: Run) -> None:
    told = run("log", "--no-ask", "tea with @Solveig Hansen").err.splitlines()
    hint = (
        'The name is Solveig alone: @"Solveig Hansen" takes more words. `netjournal edit Solveig` mends it.'
    )
    assert told == ["Solveig is new.", hint]
    assert run("log", "--no-ask", 'tea with @"Priya Rao" and @Bartek').err.splitlines() == [
        "Priya Rao is new.",
        "Bartek is new.",
    ]


def test_without_a_question_the_prompt_is_null(run: Run, home: Path) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    (home / "config" / "netjournal" / "settings.toml").write_text('ask = "never"')
    logged = run("log", "--json", "met @Priya").document
    assert (logged["prompt"], logged["at"], logged["place"]) == (None, None, None)


def test_ones_own_questions_are_asked(run: Run, home: Path) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    prompts = home / "config" / "netjournal" / "prompts.toml"
    prompts.write_text(
        'prompt = [{ id = "mine", dimension = "voice", text = "And then?",'
        ' when = { mood = "low", channel = "event" } }]'
    )
    assert run("log", "--json", "meetup mood:1").document["prompt"]["id"] == "mine"
    prompts.write_text("prompt = [")
    done = run("log", "met @Priya")
    assert done.code == 0
    assert f"{prompts}, line 1" in done.err.replace("\n", " ")


def test_options_may_stand_between_the_words(run: Run) -> None:
    done = run("log", "--no-ask", "walked", "--on", "last friday", "with", "--via", "coffee", "@A", "--json")
    assert done.document["text"] == "walked with A"
    assert (done.document["date"], done.document["channel"]) == ("2026-11-13", "in_person")


def test_two_dashes_end_the_options(run: Run) -> None:
    assert run("log", "--json", "--", "--no-ask", "is", "an", "option").document["text"] == (
        "--no-ask is an option"
    )
    refused = run("log", "-5", "degrees")
    assert refused.code == 2
    assert "stand after --" in refused.err


def test_an_argument_counts_as_quoted(run: Run) -> None:
    logged = run("log", "--json", "lunch with", "@Grace Osei", "at:Café Lula", "gave:two ideas").document
    assert (logged["place"], logged["gave"]) == ("Café Lula", ["two ideas"])
    assert [person["name"] for person in logged["people"]] == ["Grace Osei"]


def test_text_comes_from_stdin_at_a_dash(run: Run) -> None:
    logged = run("log", "--json", "-", stdin="\ufeffyesterday: wrote to @Ada\nabout the boat\n").document
    assert (logged["date"], logged["text"]) == ("2026-11-17", "wrote to Ada\nabout the boat")


def test_a_million_letters_are_kept(run: Run, journal: Journal) -> None:
    text = "met @Ada, and " + "x" * 1_000_000
    assert run("log", "-", stdin=text).code == 0
    assert len(journal.month("2026-11")[0].text) == len(text) - 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["log", ""], "", "nothing to log"),
        (["log", "  \t "], "", "nothing to log"),
        (["log"], "met Ada", "nothing to log"),
        (["log", "-"], "", "nothing to log"),
        (["log", "31 feb: met @Ada"], "", "There is no 31 February."),
        (["log", "--on", "31 feb", "met @Ada"], "", "There is no 31 February."),
        (["log", "--on", "whenever", "met @Ada"], "", "whenever"),
        (["log", "--via", "smoke", "met @Ada"], "", "There is no channel called “smoke”."),
        (["log", "-"], "nul \0 in it", "characters in it that no text holds"),
        (["log", "-"], b"met \xff", "byte 5"),
        (["log", "met \udcff"], "", "not text in UTF-8"),
    ],
)
def test_what_cannot_be_logged_is_said_in_one_line(
    run: Run, arguments: list[str], stdin: str | bytes, says: str, journal: Journal
) -> None:
    done = run(*arguments, stdin=stdin)
    assert done.code == 2
    assert done.out == ""
    assert says in done.err.splitlines()[0]
    assert journal.newest_month() is None


def test_a_name_that_may_be_two_peoples_lists_them_and_writes_nothing(run: Run, journal: Journal) -> None:
    run("add", "Grace Osei", "--place", "Tema")
    run("add", "Grace Kim", "--organisation", "Hanbit")
    done = run("log", "--json", "tea with Grace")
    assert (done.code, done.out) == (1, "")
    question, *candidates, hint = done.err.splitlines()
    assert question == "Which Grace do you mean?"
    assert sorted(candidates) == [
        "  Grace Kim  Hanbit · not met yet",
        "  Grace Osei  Tema · not met yet",
    ]
    assert '@"Grace ' in hint
    assert journal.newest_month() is None


def test_someone_new_with_a_first_name_that_is_known_is_offered(run: Run, journal: Journal) -> None:
    run("add", "Ana Silva")
    done = run("log", "lunch with Ana Costa")
    assert (done.code, done.out) == (1, "")
    assert '@"Ana Silva"' in done.err
    assert 'For someone new say @"Ana Costa".' in done.err
    assert run("log", 'lunch with @"Ana Costa"').err == "Ana Costa is new.\n"


def test_no_channel_is_guessed_where_none_is_wanted(run: Run) -> None:
    assert run("log", "--via", "none", "lunch with @Bo", "--json").document["channel"] is None


def test_names_that_differ_in_unicode_form_are_one(run: Run, journal: Journal) -> None:
    run("log", 'coffee with @"Zoe\u0308 Sa\u0301nchez"')
    run("log", 'coffee with @"Zo\xeb S\xe1nchez"')
    assert len(journal.people()) == 1
    assert journal.people()[0].count == 2


def test_control_characters_are_kept_but_shown_as_signs(run: Run, journal: Journal) -> None:
    hostile = "\x1b[2J\x1b]0;t\x07 \x9b31m \u202e"
    done = run("log", f'met @"A{hostile}" at:"B{hostile}"')
    assert hostile in journal.people()[0].name
    shown = done.out + done.err
    assert "␛[2J␛]0;t␇ <U+009B>31m <U+202E>" in shown
    assert shown.replace("\n", "").isprintable()


def test_one_question_is_no_question_without_a_terminal(run: Run, journal: Journal) -> None:
    done = run("log", "met @Ada", stdin="an answer that nobody asked for\n")
    assert done.err == "Ada is new.\n"
    entry = journal.newest_asked(dt.date(2026, 11, 18))
    assert entry is not None
    assert entry.reflection is not None
    assert entry.reflection.status == "asked"


def test_a_template_begins_the_line(run: Run, home: Path) -> None:
    folder = home / "config" / "netjournal"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("[templates]\ncoffee = 'coffee with @| #coffee'\n")
    done = run("log", "--template", "coffee", "Ngozi")
    assert "Ngozi · in person · #coffee" in done.out
    assert run("log", "--template", "tea").code == 2


@pytest.mark.parametrize("line", ["tomorrow: lunch with @Bo", "next friday: coffee with @Bo"])
def test_a_day_to_come_is_not_lived_yet(run: Run, line: str) -> None:
    done = run("log", line)
    assert done.code == 2
    assert "still to come" in done.err
    assert run("log", f"{line} via:event").code == 0
    assert "Nothing is written about a talk yet." in run("prep", "Bo").out


@pytest.mark.parametrize("phrase", ["last week", "last weekend", "this year"])
def test_a_span_of_days_is_no_day(run: Run, journal: Journal, phrase: str) -> None:
    done = run("log", f"{phrase}: called @Bo")
    assert done.code == 2
    assert "is not one day" in done.err
    assert journal.people() == ()


def test_at_a_terminal_one_is_asked_who_is_meant(start: Start, run: Run, journal: Journal) -> None:
    for place in ("Bergen", "Lagos"):
        run("add", "Anna Weber", "--another", "--place", place)
    terminal = start("log", "--no-ask", "lunch with Anna Weber")
    terminal.until("Lagos")
    terminal.until("> ")
    terminal.type("2\r")
    assert terminal.end()[0] == 0
    journal.refresh()
    [entry] = journal.month("2026-11")
    assert journal.person(entry.people[0]).place == "Lagos"


def test_in_a_terminal_what_was_understood_breaks_between_words(start: Start) -> None:
    said = 'Lunch with @"Grace Osei" at:"Café Lula" promise:"send the plans of the long boat by friday"'
    code, shown = start("log", "--no-ask", said).end()
    assert code == 0
    first, second = shown.splitlines()[:2]
    assert max(len(first), len(second)) <= 76
    assert second == "  plans of the long boat · by Fri"


def test_a_name_that_is_nearly_somebodys_is_asked_back(run: Run, journal: Journal) -> None:
    run("add", "Zurab Kiknadze")
    done = run("log", "claled Zurba")
    assert done.out == "Wed 18 Nov 2026 · nobody named\n"
    asked, _, then = done.err.strip().partition(" Then: netjournal edit ")
    assert asked == "Did you mean Zurab Kiknadze?"
    (entry,) = journal.month("2026-11")
    assert entry.id.endswith(then.upper())
    assert run("log", "lunch with @Zurba").err.startswith("Zurba is new.\nDid you mean Zurab Kiknadze?")
    assert run("log", "lunch with Zurab").err == ""


def test_a_line_that_begins_as_a_private_answer_is_told_that_it_is_none(run: Run, journal: Journal) -> None:
    said = "p: keeps only an answer to yourself; this line is kept like any other.\n"
    assert run("log", "yesterday: p: Mum was rude").err == said
    assert run("log", "--json", "p: Mum was rude").err == said
    assert {entry.text for entry in journal.month("2026-11")} == {"p: Mum was rude"}
    assert run("log", "P: a good talk").err == ""
