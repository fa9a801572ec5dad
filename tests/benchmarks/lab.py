"""Where it is measured: a folder with the journals, the yardsticks' data, and environments of their own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from packaging.requirements import Requirement

from tests.benchmarks.data import NOW, Size, entries, homes_in, people, write_journal
from tests.benchmarks.measuring import Cost, Environment, run
from tests.benchmarks.yardsticks.log_in_sqlite import SCHEMA, add, connect
from tests.house import ROOT

SIZES = MappingProxyType(
    {
        "empty": Size(0, 0, 1),
        "100": Size(100, 50, 12),
        "1,000": Size(1_000, 500, 24),
        "10,000": Size(10_000, 5_000, 120),
        "100,000": Size(100_000, 5_000, 120),
        "50,000 people": Size(10_000, 50_000, 120),
        "12 months": Size(1_200, 500, 12),
        "1,200 months": Size(120_000, 500, 1_200),
    }
)
"""The journals by name."""

PEERS = ("jrnl==4.6", "khard==0.22.0")
_JRNL = """\
journals:
  default:
    journal: {journal}
version: v4.6
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
linewrap: 79
tagsymbols: '#'
template: false
timeformat: '%F %r'
display_format: pretty
"""
_LAUNCHER = "import sys\nfrom netjournal.cli import main\nsys.exit(main())\n"


class Missing(Exception):
    """A yardstick is not to be had here."""


class Lab:
    """Makes in `folder` what is asked for, once; `sizes` are the journals by name.

    `rounds` is how often each is run, `few` how often what is slow, `many` how often what is to be told apart
    by a hundredth, `keys` how many keys are pressed; the `first` runs do not count. With more than 1 of
    `haste` nothing waits as long as it has to for a measure.

    With `offline` nothing is installed: we run in the environment that this runs in, the peers are missing.
    """

    def __init__(
        self,
        folder: Path,
        *,
        rounds: int,
        keys: int,
        sizes: Callable[[str], Size] = SIZES.__getitem__,
        offline: bool = False,
        haste: float = 1,
    ) -> None:
        self.folder = folder
        self.rounds = rounds
        self.keys = keys
        self.few = min(5, rounds)
        self.many = 3 * rounds if haste == 1 else rounds
        self.first = 1 if haste == 1 else 0
        self.haste = haste
        self._sizes = sizes
        self._offline = offline
        self._copied: dict[str, Path] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def size(self, name: str) -> Size:
        """How large the journal of this name is."""
        return self._sizes(name)

    def journal(self, name: str) -> Path:
        """The folder of a journal, a new copy in each run: what is measured in it may add to it."""
        size = self._sizes(name)
        called = f"journal-{size.entries}-{size.people}-{size.months}"
        if called not in self._copied:
            made = self._made(called, lambda to: write_journal(to, size))
            self._copied[called] = self.folder / "copies" / called
            shutil.rmtree(self._copied[called], ignore_errors=True)
            shutil.copytree(made, self._copied[called])
        return self._copied[called]

    def environment(self, name: str) -> dict[str, str]:
        """That in which the journal of this name is the only one, and the time stands still."""
        return self.bare | homes_in(self.journal(name)) | {"NETJOURNAL_NOW": NOW.isoformat()}

    @cached_property
    def bare(self) -> dict[str, str]:
        """An environment without anything of whoever runs this."""
        return {
            "PATH": os.defpath,
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
        }

    @cached_property
    def python(self) -> str:
        """A Python with what we need in the versions found here, and nothing else."""
        if self._offline:
            return sys.executable
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        names = [Requirement(need).name for need in project["dependencies"]]
        return self._installed("ours", [f"{name}=={version(name)}" for name in names])

    def peer(self, name: str) -> str:
        """A program of another project. Raises Missing."""
        if self._offline:
            raise Missing(f"{name} is not installed")
        return str(Path(self._installed("peers", PEERS)).with_name(name))

    def ours(self, *arguments: str) -> list[str]:
        """Our command line, started as its installed script starts it."""
        launcher = self.folder / "netjournal"
        if not launcher.exists():
            launcher.write_text(_LAUNCHER, "utf-8")
        return [self.python, str(launcher), *arguments]

    def yardstick(self, name: str, *arguments: str) -> list[str]:
        """One of our own yardsticks."""
        return [self.python, str(Path(__file__).parent / "yardsticks" / f"{name}.py"), *arguments]

    def run_ours(self, journal: str, *arguments: str) -> Callable[[], Cost]:
        """Our command line on a journal, to be run."""
        command, environment = self.ours(*arguments), self.environment(journal)
        return lambda: run(command, environment)

    def jrnl(self, name: str) -> tuple[list[str], Environment]:
        """jrnl on the entries of the journal of this name. Raises Missing."""
        program, size = self.peer("jrnl"), self._sizes(name)
        folder = self._made(f"jrnl-{size.entries}-{size.months}", lambda to: _write_jrnl(to, size))
        config = folder / "jrnl.yaml"
        config.write_text(_JRNL.format(journal=folder / "journal.txt"), "utf-8")
        return [program, "--config-file", str(config)], self.bare | homes_in(folder)

    def khard(self, name: str) -> tuple[list[str], Environment]:
        """khard on the people of the journal of this name. Raises Missing."""
        program, size = self.peer("khard"), self._sizes(name)
        folder = self._made(f"khard-{size.people}", lambda to: _write_cards(to, size))
        config = folder / "khard.conf"
        config.write_text(f"[addressbooks]\n[[people]]\npath = {folder / 'cards'}\n", "utf-8")
        return [program, "-c", str(config)], self.bare | homes_in(folder)

    def sqlite(self, name: str) -> Path:
        """A SQLite file with the entries and people of the journal of this name."""
        size = self._sizes(name)
        folder = self._made(f"sqlite-{size.entries}-{size.people}", lambda to: _write_sqlite(to, size))
        return folder / "journal.sqlite3"

    def _installed(self, name: str, needs: Iterable[str]) -> str:
        def install(folder: Path) -> None:
            venv.create(folder, with_pip=True, symlinks=True)
            pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *needs]
            done = subprocess.run(pip, stderr=subprocess.PIPE, check=False)
            if done.returncode:
                raise Missing(f"pip could not install {', '.join(needs)}")

        folder = self.folder / f"environment-{name}"
        python = folder / "bin" / "python"
        with self._alone():
            done = folder / "done"
            if not done.exists() or done.read_text("utf-8") != "\n".join(needs):
                shutil.rmtree(folder, ignore_errors=True)
                install(folder)
                done.write_text("\n".join(needs), "utf-8")
        return str(python)

    def _made(self, name: str, make: Callable[[Path], object]) -> Path:
        folder = self.folder / name
        with self._alone():
            if not folder.exists():
                half = folder.with_name(f".{name}")
                shutil.rmtree(half, ignore_errors=True)
                half.mkdir()
                make(half)
                half.rename(folder)
        return folder

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Two runs in one folder make nothing twice."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _write_jrnl(folder: Path, size: Size) -> None:
    them = people(size.people)
    stream = enumerate(entries(size, them))
    lines = (f"[{entry.date} 18:{number % 60:02}] {entry.text}\n" for number, entry in stream)
    (folder / "journal.txt").write_text("\n".join(lines), "utf-8")


def _write_cards(folder: Path, size: Size) -> None:
    (folder / "cards").mkdir()
    for person in people(size.people):
        given, _, last = person.name.rpartition(" ")
        lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{person.id}",
            f"FN:{person.name}",
            f"N:{last};{given};;;",
        ]
        lines += [f"EMAIL:{email}" for email in person.emails]
        lines += [f"ORG:{person.organisation}"] if person.organisation else []
        card = "\r\n".join([*lines, "END:VCARD", ""])
        (folder / "cards" / f"{person.id}.vcf").write_text(card, "utf-8", newline="")


def _write_sqlite(folder: Path, size: Size) -> None:
    connection = connect(str(folder / "journal.sqlite3"))
    connection.executescript(SCHEMA)
    them = people(size.people)
    keys = {person.id: number for number, person in enumerate(them)}
    with connection:
        rows = [(keys[person.id], person.name) for person in them]
        connection.executemany("INSERT INTO person VALUES (?, ?)", rows)
        for entry in entries(size, them):
            add(connection, entry.date.isoformat(), entry.text, [keys[id] for id in entry.people])
    connection.close()
