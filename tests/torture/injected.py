"""The same faults in the calls of the real process, SQLite's and Python's own with them, by strace."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.torture.faults import Faults
from tests.torture.homes import WORKS, Home, Work, begun, scratch, variables
from tests.torture.judging import NEW, OLD, Broken, Case, case_of, judge
from tests.torture.running import Ended
from tests.warming import warm_up

KINDS = {"ENOSPC": "error=ENOSPC", "EIO": "error=EIO", "SIGKILL": "signal=SIGKILL"}
_CALLS = (
    *(
        "open",
        "openat",
        "creat",
        "write",
        "pwrite64",
        "writev",
        "fsync",
        "fdatasync",
        "ftruncate",
        "fallocate",
    ),
    *(
        "rename",
        "renameat",
        "renameat2",
        "link",
        "linkat",
        "symlink",
        "unlink",
        "unlinkat",
        "mkdir",
        "mkdirat",
    ),
    *("rmdir", "chmod", "fchmod", "fchmodat", "utimensat"),
)
_OF_INDEX = 10
_CALL = re.compile(r"(\w+)\(")


def can_inject() -> bool:
    """Whether strace is here and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0


def injected() -> Faults:
    """Each of the faults at each call that changes a file of the journal or its state.

    Of those on the index, which is made anew for each copy of a home, one of `_OF_INDEX` is tried.
    """
    warm_up()
    of_index, ends, broken = 0, {OLD: 0, NEW: 0}, list[str]()
    with scratch() as folder:
        for work in WORKS:
            case = case_of(begun(folder / "begun"), work, folder)
            for call, nth, row in _calls_of(case, folder):
                of_index += "/cache/" in row
                if "/cache/" in row and of_index % _OF_INDEX:
                    continue
                for kind in KINDS:
                    try:
                        ends[_one(case, folder, call, nth, kind)] += 1
                    except Exception as error:
                        broken.append(f"{work.name}, {kind} at {row[:200]}: {error!r}")
            for child in folder.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
    return Faults(sum(ends.values()) + len(broken), ends[OLD], ends[NEW], tuple(broken))


def _calls_of(case: Case, folder: Path) -> Iterator[tuple[str, int, str]]:
    """Each call that changes something in the home, and which of its name in the whole process it is."""
    home = case.home.copy(folder / "traced")
    trace = folder / "trace"
    assert _traced(home, case.work, trace).code == 0
    seen: Counter[str] = Counter()
    found = []
    for row in trace.read_text(errors="replace").splitlines():
        if name := _CALL.match(row):
            seen[name[1]] += 1
            only_reads = name[1] in ("open", "openat") and "O_CREAT" not in row and "O_TRUNC" not in row
            if str(home.folder) in row and not only_reads:
                found.append((name[1], seen[name[1]], row.replace(str(home.folder), "")))
    shutil.rmtree(home.folder)
    yield from found


def _one(case: Case, folder: Path, call: str, nth: int, kind: str) -> str:
    home = case.home.copy(folder / "tried")
    trace = folder / "trace"
    try:
        end = _traced(home, case.work, trace, "-e", f"inject={call}:{KINDS[kind]}:when={nth}")
        befell = kind == "SIGKILL" or any(
            "(INJECTED)" in row and str(home.folder) in row
            for row in trace.read_text(errors="replace").splitlines()
        )
        if not befell or (end.code is None) != (kind == "SIGKILL"):
            raise Broken(f"the fault did not befall it: {end}")
        return judge(case, home, end, killed=end.code is None)
    finally:
        shutil.rmtree(home.folder)


def _traced(home: Home, work: Work, trace: Path, *more: str) -> Ended:
    calls = ",".join(f"?{call}" for call in _CALLS)
    strace = ["strace", "-qq", "-y", "-s", "0", "-o", str(trace), "-e", f"trace={calls}"]
    command = [*strace, *more, sys.executable, "-m", "netjournal", *home.arguments(work)]
    environment = variables(home, work.editor) | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return Ended(done.returncode if done.returncode >= 0 else None, done.stderr)
