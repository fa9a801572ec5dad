"""``--discreet``: what a command shows while others look on."""

from __future__ import annotations

import pytest

from netjournal.store.veiling import HIDDEN
from tests.cli.conftest import Run

_PRIVATE = ("Grace", "Osei", "Li Wei", "keel", "harbour", "boats", "sesame", "paints")


@pytest.fixture
def filled(run: Run) -> None:
    run(
        "add",
        "Grace Osei",
        "--nickname",
        "Gracie",
        "--role",
        "keel maker",
        "--detail",
        "her sister paints",
        "--rhythm",
        "7",
    )
    run("add", "Li Wei", "--tag", "boats", "--met-through", "Grace", "--birthday", "1990-11-18")
    run("log", 'yesterday: the harbour with @Grace and @"Li Wei" promise:"send the sesame"', "--no-ask")
    run("goal", "add", "three keel talks", "--target", "3", "--by", "friday", "--unit", "day")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "command",
    [
        *(
            ["timeline"],
            ["today"],
            ["who"],
            ["show", "grace"],
            ["prep", "Gracie"],
            ["year"],
            ["doors"],
            ["goals"],
        ),
        *(
            ["find", "g"],
            ["search", "the"],
            ["introductions"],
            ["review", "week"],
            ["duplicates"],
            ["show", "G"],
        ),
        *(["export", "journal"], ["export", "people"], ["export", "Li Wei"]),
    ],
)
def test_no_name_and_no_word_is_shown(run: Run, command: list[str]) -> None:
    for more in ([], ["--json"]):
        done = run("--discreet", *command, *more)
        typed = " ".join(command)
        shown = [word for word in _PRIVATE if word in done.out + done.err and word not in typed]
        assert shown == [], command
        assert not (set(command) & {"Li Wei"} and "Li Wei" in done.out)


@pytest.mark.usefixtures("filled")
def test_initials_and_days_are(run: Run) -> None:
    assert "G. O." in run("--discreet", "show", "grace").out
    shown = run("--discreet", "timeline").out
    assert HIDDEN in shown
    assert "L. W." in shown


@pytest.mark.usefixtures("filled")
def test_nothing_is_changed_meanwhile(run: Run) -> None:
    before = run("timeline", "--json").out
    for change in (
        ["log", "tea with @Grace"],
        ["delete", "grace"],
        ["undo"],
        ["note", "grace", "x"],
        ["add", "Ada"],
    ):
        done = run("--discreet", *change)
        assert done.code == 1, done
        assert "hidden" in done.err
    assert run("timeline", "--json").out == before
