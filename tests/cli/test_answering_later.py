"""`reflect`: answering a question without being asked at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.practice.prompts import built_in
from netjournal.store.journal import Journal
from tests.cli.conftest import Run


@pytest.fixture
def entry(run: Run) -> str:
    """The id of an entry whose question waits."""
    return str(run("log", "--json", "yesterday: coffee with @Amara").document["id"])


def test_the_newest_question_is_shown_when_nobody_can_be_asked(run: Run, entry: str) -> None:
    run("log", "-", stdin="met @Bo /5")
    shown = run("reflect", stdin="not an answer\n")
    assert (shown.code, shown.err) == (0, "")
    assert "met Bo" in shown.out
    assert "not answered yet" in shown.out


def test_an_answer_and_its_rating_are_kept(run: Run, entry: str, journal: Journal) -> None:
    done = run("reflect", entry[-6:].lower(), "boats;", "I", "changed the subject", "/4")
    assert (done.code, done.out, done.err) == (0, "", "Kept.\n")
    kept = journal.interaction(entry).reflection
    assert kept is not None
    assert (kept.status, kept.answer, kept.rating) == ("answered", "boats; I changed the subject", 4)


def test_the_newest_earlier_answer_in_the_theme_comes_back(run: Run, home: Path) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    all_others = ", ".join(f'"{prompt.id}"' for prompt in built_in() if prompt.id != "curiosity-01")
    (home / "config" / "netjournal" / "prompts.toml").write_text(f"mute = [{all_others}]")
    first = run("log", "--json", "2 march: call with @Karim").document["id"]
    run("reflect", first, "asked one question too few")
    private = run("log", "--json", "3 march: call with @Karim").document["id"]
    run("reflect", private, "p: mine alone")
    later = run("log", "--json", "call with @Karim").document["id"]
    done = run("reflect", later, "stayed with it")
    assert "2 March, Karim" in " ".join(done.err.split())
    assert "asked one question too few" in " ".join(done.err.split())
    shown = run("reflect", later, "--json").document
    assert list(shown) == ["id", "date", "people", "reflection", "earlier"]
    assert shown["earlier"]["id"] == first
    assert shown["reflection"]["answer"] == "stayed with it"


@pytest.mark.parametrize(
    ("first", "answer", "comes_back"),
    [
        ("12 november: call with @Karim", "asked one question too few", True),
        ("12 november: call with @Karim", "ok", False),
        ("12 november: call with @Nell", "asked one question too few", False),
        ("20 october: call with @Nell", "asked one question too few", True),
    ],
)
def test_an_echo_is_of_the_same_person_or_of_long_ago_and_says_something(
    run: Run, home: Path, first: str, answer: str, comes_back: bool
) -> None:
    (home / "config" / "netjournal").mkdir(parents=True)
    all_others = ", ".join(f'"{prompt.id}"' for prompt in built_in() if prompt.id != "curiosity-01")
    (home / "config" / "netjournal" / "prompts.toml").write_text(f"mute = [{all_others}]")
    run("reflect", run("log", "--json", first).document["id"], answer)
    later = run("log", "--json", "call with @Karim").document["id"]
    done = run("reflect", later, "stayed with it")
    assert done.err.startswith("Kept.")
    assert (answer in " ".join(done.err.split())) is comes_back
    assert (run("reflect", later, "--json").document["earlier"] is not None) is comes_back
    again = run("reflect", run("log", "--json", "call with @Nell").document["id"], "and once more, at length")
    assert again.err == "Kept.\n", "nothing comes back twice"


def test_an_answer_comes_from_stdin_at_a_dash(run: Run, entry: str) -> None:
    shown = run("reflect", entry, "-", "--json", stdin="two lines\nof it /2\n").document
    assert (shown["reflection"]["answer"], shown["reflection"]["rating"]) == ("two lines\nof it", 2)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["ZZZZZZ", "yes"], 1, "No entry has the id ZZZZZZ."),
        (["no", "yes"], 1, "No entry has the id no."),
        (["{id}", " "], 2, "nothing in that answer"),
        (["{id}", "?"], 2, "nothing in that answer"),
    ],
)
def test_what_is_no_answer_changes_nothing(
    run: Run, entry: str, journal: Journal, arguments: list[str], code: int, says: str
) -> None:
    done = run("reflect", *(argument.format(id=entry) for argument in arguments))
    assert done.code == code
    assert says in done.err
    reflection = journal.interaction(entry).reflection
    assert reflection is not None
    assert reflection.status == "asked"


def test_nothing_waits_in_an_empty_journal(run: Run) -> None:
    done = run("reflect")
    assert (done.code, done.err) == (1, "No question is waiting for you.\n")


def test_an_answer_can_be_taken_back(run: Run, entry: str, journal: Journal) -> None:
    run("reflect", entry, "too quick")
    assert run("undo").code == 0
    reflection = journal.interaction(entry).reflection
    assert reflection is not None
    assert (reflection.status, reflection.answer) == ("asked", "")


def test_an_answer_alone_goes_to_the_question_asked_last(run: Run, entry: str, journal: Journal) -> None:
    assert run("reflect", "slower next time /3").code == 0
    kept = journal.interaction(entry).reflection
    assert kept is not None
    assert (kept.answer, kept.rating) == ("slower next time", 3)


def test_a_promise_within_an_answer_is_told_and_one_is_added_later(
    run: Run, entry: str, journal: Journal
) -> None:
    done = run("reflect", entry, "She laughed about my boots > bring her rosemary /5")
    assert done.err == "Kept.\nYou promised: bring her rosemary\n"
    done = run("reflect", entry, "> send her the plan")
    assert done.err == "Kept.\nYou promised: send her the plan\n"
    kept = journal.interaction(entry)
    assert kept is not None
    assert kept.reflection is not None
    assert kept.reflection.answer == "She laughed about my boots; bring her rosemary"
    assert kept.reflection.rating == 5
    assert [promise.text for promise in kept.promises] == ["bring her rosemary", "send her the plan"]


def test_an_answer_that_begins_with_an_arrow_is_a_promise_too(run: Run, entry: str, journal: Journal) -> None:
    assert run("reflect", entry, "> send her the keel book by friday /4").code == 0
    kept = journal.interaction(entry)
    assert kept.reflection is not None
    assert (kept.reflection.answer, kept.reflection.rating) == ("send her the keel book by friday", 4)
    [promise] = kept.promises
    assert (promise.text, promise.by, str(promise.due)) == ("send her the keel book", "me", "2026-11-20")
    assert run("undo").code == 0
    assert journal.interaction(entry).promises == ()
