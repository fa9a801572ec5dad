"""What only a process of its own shows: imports, pipes, bytes, encodings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAVY = ("textual", "rich", "rapidfuzz", "icalendar", "asyncio", "pendulum", "anyascii", "subprocess")


def process(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "netjournal", *arguments]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=os.environ | environment
    )


def read_by(*runs: Sequence[str], **environment: str) -> set[str]:
    """The modules that are there after the command line ran on each of `runs`, in one process."""
    program = f"""
import sys
from netjournal.cli import main
for arguments in {list(map(list, runs))!r}:
    try:
        main(arguments)
    except SystemExit as left:
        assert left.code == 0, left.code
print(*sys.modules, file=sys.stderr)
"""
    command, variables = [sys.executable, "-c", program], os.environ | environment
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_logging_and_plain_looking_up_read_little(run: Run) -> None:
    run("add", "Grace Osei")
    read = read_by(["log", "yesterday: coffee with Grace #food", "energy:2"])
    assert not read & set(HEAVY)
    ours = {name.removeprefix("netjournal.cli.") for name in read if name.startswith("netjournal.cli.")}
    commands = {
        "reflect",
        "rhythm",
        "looking",
        "timeline",
        "adding",
        "editing",
        "taking_back",
        "demo",
        "path",
    }
    assert not ours & (commands | {"completing", "form", "question"})
    assert not read_by(["find", "gra"], ["show", "grace"], ["timeline"], ["who"]) & set(HEAVY)
    assert not read_by([], _NETJOURNAL_COMPLETE="bash", _NETJOURNAL_LINE="nj show gr") & set(HEAVY)


def test_a_reader_who_goes_away_is_no_failure_to_tell(run: Run) -> None:
    run("log", "-", stdin="met @Ada\n" + "many words " * 20_000)
    command = [sys.executable, "-m", "netjournal", "timeline"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
def test_a_full_disk_behind_stdout_is_told() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "netjournal", "path"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"The output could not be written: No space left")


def test_bytes_that_are_no_text_are_wrong_usage() -> None:
    done = process("log", b"met \xff")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"What was typed is not text in UTF-8.")


def test_a_terminal_without_utf8_gets_question_marks(run: Run) -> None:
    run("add", "Łukasz Zieliński")
    done = process("show", "lukasz", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, b"?ukasz Zieli?ski")


def test_what_is_piped_to_a_log_is_left_where_it_is_and_said(tmp_path: Path) -> None:
    def piped(script: str) -> subprocess.CompletedProcess[str]:
        script = script.replace("nj", f"'{sys.executable}' -m netjournal")
        return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)

    told = piped("echo she hums | nj log 'tea with @Amara'")
    assert (told.returncode, "`netjournal reflect -`" in told.stderr) == (0, True)
    for quiet in ("--no-ask", "--json"):
        assert not piped(f"echo she hums | nj log 'tea with Amara' {quiet}").stderr
    kept = piped("echo she hums | nj reflect -")
    assert (kept.returncode, "Kept." in kept.stderr) == (0, True)
    (tmp_path / "list").write_text("tea with @Ngozi\ncall with @Chidi\n")
    loop = piped(f"while read -r line; do nj log \"$line\"; done < '{tmp_path / 'list'}'")
    assert loop.stdout.count("Wed 18 Nov 2026") == 2
