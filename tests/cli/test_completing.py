"""What the shell offers when somebody presses tab."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Offered = Callable[[str], dict[str, str]]


@pytest.fixture
def offered(run: Run, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """What may stand at the end of a command line, each with its help."""

    def offered(line: str) -> dict[str, str]:
        monkeypatch.setenv("_NETJOURNAL_COMPLETE", "bash")
        monkeypatch.setenv("_NETJOURNAL_LINE", line)
        done = run()
        monkeypatch.delenv("_NETJOURNAL_COMPLETE")
        assert (done.code, done.err) == (0, "")
        lines = done.out.splitlines()
        return dict(zip(lines[1::3], lines[2::3], strict=True))

    return offered


@pytest.fixture
def people(run: Run) -> None:
    run("log", "yesterday: coffee with and @Jorge", '@"Grace Osei"')
    run("add", "Łukasz Zieliński", "--nickname", "Luk")
    run("add", 'D\'Arcy "$(touch pwned)"')
    run("add", "Grace\x1b[2J")


@pytest.mark.usefixtures("people")
def test_people_are_offered_with_when_they_were_met_last(offered: Offered) -> None:
    assert offered("nj show g") == {"Grace Osei": "last met yesterday"}
    assert offered("netjournal delete luk") == {"Łukasz Zieliński": "not met yet"}
    assert offered("nj edit zie") == {"Łukasz Zieliński": "not met yet"}
    assert offered("nj find Grace o") == {"Osei": "last met yesterday"}
    assert offered('nj show "Grace O') == {"Grace Osei": "last met yesterday"}
    assert list(offered("nj show "))[:2] == ["Grace Osei", "Jorge"]


@pytest.mark.usefixtures("people")
def test_in_a_text_people_are_offered_after_a_sign_or_two_letters(offered: Offered) -> None:
    assert offered("nj log coffee with @gra") == {"@Grace Osei": "last met yesterday"}
    assert offered("nj log coffee with gr") == {"Grace Osei": "last met yesterday"}
    assert offered("nj log coffee with g") == {}


def test_commands_and_options_are_offered(offered: Offered) -> None:
    assert offered("nj sh") == {"show": "Show a person and what happened with them."}
    assert list(offered("nj completions ")) == ["bash", "zsh", "fish"]
    assert "--on" in offered("nj log --o")


def test_pressing_tab_makes_no_journal(offered: Offered, home: Path) -> None:
    assert offered("nj show g") == {}
    assert offered(f"nj --journal {home / 'nowhere'} show g") == {}
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_understands(run: Run, shell: str, home: Path) -> None:
    script = run("completions", shell).out
    assert "nj" in script
    if shutil.which(shell):
        (home / "script").write_text(script)
        done = subprocess.run([shell, "-n", home / "script"], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.usefixtures("people")
def test_bash_gets_names_that_it_reads_as_one_word_and_never_runs(run: Run, home: Path) -> None:
    (home / "nj").write_text(f'#!/bin/sh\nexec {sys.executable} -m netjournal "$@"\n')
    (home / "nj").chmod(0o755)
    program = (
        run("completions", "bash").out
        + r"""
for word in d '"d'; do
    COMP_WORDS=(nj show "$word") COMP_CWORD=2 COMP_LINE="nj show $word" COMP_POINT=${#COMP_LINE}
    COMP_POINT=${#COMP_LINE}
    _netjournal ./nj
    case $word in \"*) COMPREPLY=("\"$COMPREPLY\"") ;; esac
    eval "set -- $COMPREPLY"
    printf '%s\n' "$#" "$1"
done
"""
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False, cwd=home)
    assert done.stdout.splitlines() == ["1", 'D\'Arcy "$(touch pwned)"'] * 2
    assert not (home / "pwned").exists()
