"""`search`: everything ever written, newest first, as lines and as one document."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Start
from tests.cli.test_processes import HEAVY, process, read_by


@pytest.fixture
def written(run: Run) -> None:
    """Three months, two people, a private answer."""
    run("add", "Mei Tanaka")
    run("add", "Ngozi Eze", "--need", "a keel for her boat")
    run("log", '2026-09-02: called Ngozi about the keel gave:"a keel book"', "--no-ask")
    run("log", '2026-10-09: Lunch with Mei at:"Café Keel"', "--no-ask")
    run("log", "yesterday: the KEEL is laid", "--no-ask")


@pytest.mark.usefixtures("written")
def test_people_come_first_then_entries_from_the_newest_on(run: Run) -> None:
    done = run("search", "keel")
    assert (done.code, done.err) == (0, "3 entries and 1 person.\n")
    assert re.findall("needs a keel|KEEL|Café Keel|a keel book", done.out) == [
        *("needs a keel", "KEEL", "Café Keel", "a keel book")
    ]
    assert "\x1b" not in done.out


@pytest.mark.usefixtures("written")
def test_a_limit_is_told(run: Run) -> None:
    done = run("search", "keel", "--limit", "1")
    assert "KEEL" in done.out
    assert "Café" not in done.out
    assert done.err == "1 entry and 1 person, the newest. --all shows the older ones too.\n"
    assert run("search", "keel", "--limit", "1", "--all").code == 2
    for number in range(21):
        run("log", f"2026-08-01: tangerine {number}", "--no-ask")
    assert run("search", "tangerine").out.count("tangerine") == 20
    assert run("search", "tangerine", "--all").out.count("tangerine") == 21
    assert run("search", "tangerine", "--json").document["count"] == 21


@pytest.mark.usefixtures("written")
def test_the_document_says_where_the_words_stand(run: Run) -> None:
    document = run("search", "keel", "at:cafe", "--json").document
    assert (document["query"], document["count"], document["more"]) == ("keel at:cafe", 1, False)
    assert [found["matches"] for found in document["interactions"]] == [{"place": [[0, 4], [5, 9]]}]
    document = run("search", "keel", "--json").document
    assert [found["matches"] for found in document["interactions"]] == [
        {"text": [[4, 8]]},
        {"place": [[5, 9]]},
        {"text": [[23, 27]], "gave.0": [[2, 6]]},
    ]
    assert [(one["name"], one["why"]) for one in document["people"]] == [
        ("Ngozi Eze", "needs a keel for her boat")
    ]
    assert run("search", "keel", "--json", "--limit", "2").document["more"]


def test_names_and_tags_asked_for_are_marked_too(run: Run) -> None:
    run("add", "Renée", "Øster", "--tag", "köln")
    run("log", 'yesterday: tea with @"Renée Øster" #köln:süd', "--no-ask")
    [found] = run("search", "@renee", "#koln", "--json").document["interactions"]
    assert found["matches"] == {"people.0.name": [[0, 5]], "tags.0": [[0, 8]]}
    [person] = run("search", "#koln", "--json").document["people"]
    assert (person["why"], person["matches"]) == ("#köln", {"why": [[1, 5]]})
    [person] = run("search", "@oster", "--json").document["people"]
    assert person["matches"] == {"name": [[6, 11]]}


def test_private_answers_stay_out_of_documents(run: Run) -> None:
    run("log", "yesterday: tea", stdin="")
    assert run("reflect", "p: boats again").code == 0
    shown = run("search", "boats")
    assert (shown.code, "boats again" in shown.out) == (0, True)
    assert run("search", "boats", "--json").document["interactions"] == []
    assert "boats" not in run("search", "tea", "--json").out
    [found] = run("search", "boats", "--json", "--private").document["interactions"]
    assert found["reflection"]["answer"] == "boats again"


@pytest.mark.usefixtures("written")
def test_what_cannot_be_found_or_understood_is_told(run: Run) -> None:
    nothing = run("search", "quince")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "Nothing here fits: quince.\n")
    assert run("search", "keell").err == "Nothing here fits: keell.\nDid you mean keel?\n"
    assert run("search", "laid lunch keel").err.startswith("Nothing here fits: laid, lunch and keel.\n")
    assert run("search", "  ").code == 2
    mistaken = run("search", "keel", "via:pigeon")
    assert (mistaken.code, mistaken.out) == (2, "")
    assert mistaken.err.splitlines()[:2] == ["  keel via:pigeon", "           ^^^^^^"]


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["the keel"], "the keel"),
        (["keel", "is laid"], 'keel "is laid"'),
        (["keel", "at:Café Keel"], 'keel at:"Café Keel"'),
        (["@Mei Tanaka", "keel"], '@"Mei Tanaka" keel'),
        (["keel", "lunch or called"], "keel lunch or called"),
        (["keel", "from:2026 to:yesterday"], "keel from:2026 to:yesterday"),
    ],
)
def test_what_a_shell_took_the_quotes_from_is_quoted_again(run: Run, words: list[str], query: str) -> None:
    assert run("search", "--json", *words).document["query"] == query


def test_words_may_be_negated_without_two_dashes(run: Run) -> None:
    run("log", "--no-ask", "yesterday: lunch with @Ada #boats")
    run("log", "--no-ask", "yesterday: lunch with @Bo via:call")

    def found(*words: str) -> list[str]:
        return [one["text"] for one in run("search", *words, "--json").document["interactions"]]

    assert found("-#boats") == ["lunch with Bo"]
    assert found("lunch", "-via:call", "--limit", "1") == ["lunch with Ada"]
    assert found("lunch", "-@ada") == found("lunch", "-(#boats or @ada)") == ["lunch with Bo"]
    assert run("search", "-at:Café Lula", "--json").document["query"] == "-at:Café Lula"
    assert run("search", "lunch", "-at:Café Lula", "--json").document["query"] == 'lunch -at:"Café Lula"'
    assert "Usage" in run("search", "-h").out
    assert "--limit" in run("search", "lunch", "--limt", "3").err


@pytest.mark.usefixtures("written")
def test_it_reads_little() -> None:
    assert not read_by(["search", "keel"], ["search", "@mei", "--json"]) & set(HEAVY)


@pytest.mark.usefixtures("written")
def test_words_are_bold_at_a_terminal_that_wants_it(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    code, shown = start("search", "keel", "--limit", "1").end()
    assert code == 0
    assert "the \x1b[1mKEEL\x1b[22m is laid" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in start("search", "keel", "--limit", "1").end()[1]


@pytest.mark.usefixtures("written")
def test_what_is_found_stands_in_a_pipe() -> None:
    done = process("search", "keel")
    assert (done.returncode, done.stderr) == (0, b"3 entries and 1 person.\n")
    assert b"KEEL is laid" in done.stdout
