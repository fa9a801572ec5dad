"""A promise is marked kept from the shell: by whom it is to, by its entry, or by some words of it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Start

KEEL = 'coffee with @"Ngozi Adeyemi" promise:"send the keel plan by friday"'


@pytest.fixture
def entry(run: Run) -> str:
    """One promise to Ngozi; the id of its entry."""
    found: str = run("log", KEEL, "--no-ask", "--json").document["id"]
    return found


def standing(run: Run) -> list[tuple[str, str | None]]:
    found = run("search", "promise: or promised:", "--all", "--json").document["interactions"]
    return [(one["text"], one["kept"]) for entry in found for one in entry["promises"]]


def test_the_only_promise_is_meant_by_a_name_an_id_or_words(run: Run, entry: str) -> None:
    for words in (["ngozi"], ["Ngozi", "Adeyemi"], [entry[-6:].lower()], ["keel"], ["ngozi", "plan"]):
        done = run("kept", *words)
        assert (done.code, done.out) == (0, "Kept: send the keel plan · Ngozi Adeyemi\n"), words
        assert standing(run) == [("send the keel plan", "2026-11-18")]
        assert run("undo").code == 0
        assert standing(run) == [("send the keel plan", None)]


def test_one_that_was_kept_is_opened_again(run: Run, entry: str) -> None:
    assert run("kept", "ngozi", "--again").code == 1
    run("kept", "ngozi")
    assert (run("kept", "ngozi").code, run("kept", "keel").code) == (1, 1)
    assert run("kept", "keel", "--again").out.startswith("Open again: send the keel plan")
    run("kept", "keel")
    opened = run("kept", "ngozi", "--again", "--json").document
    assert (opened["promise"]["kept"], opened["interaction"]["id"]) == (None, entry)


@pytest.mark.usefixtures("entry")
def test_of_several_words_tell_which_and_what_they_promised_is_not_meant_by_a_name(run: Run) -> None:
    run("log", 'called Ngozi promised:"a list of sailmakers"', "--no-ask")
    assert run("kept", "ngozi", "--json").document["promise"]["text"] == "send the keel plan"
    run("undo")
    run("log", 'called Ngozi promise:"ask Karim"', "--no-ask")
    unclear = run("kept", "ngozi")
    assert unclear.code == 1
    assert "ask Karim" in unclear.err
    assert "send the keel plan" in unclear.err
    assert run("kept", "ngozi", "list").out == "Kept: a list of sailmakers · Ngozi Adeyemi\n"
    assert run("kept", "ngozi", "ask").code == 0
    assert dict(standing(run))["send the keel plan"] is None


def test_a_name_may_be_one_of_the_words(run: Run, entry: str) -> None:
    run("log", 'called @"Dato Beridze"', "--no-ask")
    run("log", 'swept the shop promise:"ask Dato for Ngozi’s key"', "--no-ask")
    assert run("kept", "dato", "rope").code == 1
    assert run("kept", "dato", "key").out == "Kept: ask Dato for Ngozi’s key\n"
    assert run("kept", "dato", "--again").out == "Open again: ask Dato for Ngozi’s key\n"
    assert run("kept", "Dato").out == "Kept: ask Dato for Ngozi’s key\n"
    assert run("kept", "Dato").code == 1
    assert run("kept", "ngozi", "--json").document["interaction"]["id"] == entry


def test_of_several_to_a_group_the_one_with_the_name_is_meant(run: Run) -> None:
    promises = 'promise:"let Ani cut first" promise:"sharpen the knife for Lile"'
    run("log", f'lesson with @"Ani Dolidze" and @"Lile Abashidze" {promises}', "--no-ask")
    assert run("kept", "lile").out.startswith("Kept: sharpen the knife for Lile")
    assert standing(run) == [("let Ani cut first", None), ("sharpen the knife for Lile", "2026-11-18")]


@pytest.mark.usefixtures("entry")
def test_at_a_terminal_it_asks_which(run: Run, start: Start) -> None:
    run("log", 'called Ngozi promise:"ask Karim"', "--no-ask")
    terminal = start("kept", "ngozi")
    assert "1  ask Karim" in terminal.until("> ")
    terminal.type("1\n")
    assert terminal.end()[0] == 0
    assert dict(standing(run)) == {"ask Karim": "2026-11-18", "send the keel plan": None}


@pytest.mark.usefixtures("entry")
def test_a_slip_in_a_name_is_told(run: Run) -> None:
    slip = run("kept", "Ngosi")
    assert slip.code == 1
    assert "Did you mean Ngozi Adeyemi?" in slip.err
    assert standing(run) == [("send the keel plan", None)]


def test_of_two_who_are_called_so_who_has_a_promise_is_meant(run: Run) -> None:
    run("add", "Inês")
    run("add", "Ines", "--another", "--nickname", "Nessie")
    run("add", "Ines Rocha")
    run("log", 'tea with @Nessie promise:"bring the oars"', "--no-ask")
    run("log", 'called @"Ines Rocha" promise:"send the chart"', "--no-ask")
    for typed in ("ines", "Ines", "Inês"):
        assert run("kept", typed).out == "Kept: bring the oars · Ines\n", typed
        run("undo")
    run("kept", "ines")
    assert run("kept", "ines").out == "Kept: send the chart · Ines Rocha\n", "then who has it in the name"
    run("undo")
    run("undo")


def test_of_two_who_are_called_so_with_a_promise_each_it_says_who_both_are(run: Run) -> None:
    run("log", 'tea with @Inês promise:"bring the oars"', "--no-ask")
    run("add", "Ines", "--another", "--nickname", "Nessie")
    run("log", 'called @Nessie promise:"ring the bank"', "--no-ask")
    both = run("kept", "ines")
    assert both.code == 1
    assert "bring the oars · Inês · said" in both.err
    assert "ring the bank · Ines · said" in both.err
    assert run("kept", "ines", "oars").out == "Kept: bring the oars · Inês\n"
    assert run("kept", "ines").out == "Kept: ring the bank · Ines\n"
