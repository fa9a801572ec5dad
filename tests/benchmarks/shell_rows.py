"""The rows of issue 7 that are whole commands."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.data import KNOWN, NOW, RARE, homes_in, people
from tests.benchmarks.lab import Lab
from tests.benchmarks.measuring import Cost, Samples, by_turns, run, say
from tests.benchmarks.table import Bar, Case, Measured, Row

LARGE, MIDDLE, SMALL = "100,000", "10,000", "100"
_TEXT = "coffee near the station, she told me of the keel and asked for a second pair of hands in spring"
_LOG = ("log", f"Lunch with {KNOWN}, {_TEXT} #food")
_MONTH = "2026-10"

_LOG_AND_COUNT = """\
import os, sys
from netjournal.cli import main
try:
    main(sys.argv[2:])
finally:
    with open("/proc/self/io") as io, open(sys.argv[1], "w") as to:
        to.write(io.read())
"""
_REBUILD = """\
import datetime, json, os, sys, time
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import find_places
places = find_places(None, Settings(), os.environ)
wall, cpu = time.perf_counter(), time.process_time()
Journal.open(places, datetime.datetime.now(datetime.timezone.utc)).close()
print(json.dumps([(time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000]))
"""


def log_beside_jrnl(lab: Lab) -> Mapping[str, Measured]:
    """One entry at 100,000."""
    jrnl, environment = lab.jrnl(LARGE)
    trials = {
        "here": lab.run_ours(LARGE, *_LOG),
        "jrnl": lambda: run([*jrnl, f"today: Lunch with {KNOWN}. {_TEXT} #food"], environment),
    }
    seen = by_turns(trials, lab.few, lab.first)
    return {"log-jrnl": Measured(seen["here"], seen["jrnl"])}


def log_as_it_grows(lab: Lab) -> Mapping[str, Measured]:
    """One entry at 100,000 beside one at 100."""
    seen = by_turns({name: lab.run_ours(name, *_LOG) for name in (LARGE, SMALL)}, lab.many, lab.first)
    return {"log-growth": Measured(seen[LARGE], seen[SMALL])}


def log_as_history_grows(lab: Lab) -> Mapping[str, Measured]:
    """One entry in a month of the same size, with many and with few months before it."""
    many, few = "1,200 months", "12 months"
    seen = by_turns({name: lab.run_ours(name, *_LOG) for name in (many, few)}, lab.many, lab.first)
    return {"log-history": Measured(seen[many], seen[few])}


def log_beside_sqlite(lab: Lab) -> Mapping[str, Measured]:
    """One entry at 10,000."""
    file = str(lab.sqlite(MIDDLE))
    script = lab.yardstick("log_in_sqlite", file, NOW.date().isoformat(), _TEXT, KNOWN)
    trials = {"here": lab.run_ours(MIDDLE, *_LOG), "sqlite": lambda: run(script, lab.bare)}
    seen = by_turns(trials, lab.rounds, lab.first)
    return {"log-sqlite": Measured(seen["here"], seen["sqlite"])}


def find_beside_khard(lab: Lab) -> Mapping[str, Measured]:
    """Somebody by their name, of 5,000."""
    khard, environment = lab.khard(LARGE)
    them = people(lab.size(LARGE).people)
    name = them[len(them) // 2].name
    trials = {
        "here": lab.run_ours(LARGE, "find", name),
        "khard": lambda: run([*khard, "list", name], environment),
    }
    seen = by_turns(trials, lab.few, lab.first)
    return {"find": Measured(seen["here"], seen["khard"])}


def timeline_beside_jrnl(lab: Lab) -> Mapping[str, Measured]:
    """A month of 100,000 entries."""
    jrnl, environment = lab.jrnl(LARGE)
    span = ("-from", f"{_MONTH}-01", "-to", f"{_MONTH}-31", "--short")
    trials = {
        "here": lab.run_ours(LARGE, "timeline", _MONTH),
        "jrnl": lambda: run([*jrnl, *span], environment),
    }
    seen = by_turns(trials, lab.few, lab.first)
    return {"timeline": Measured(seen["here"], seen["jrnl"])}


def search_beside_jrnl(lab: Lab) -> Mapping[str, Measured]:
    """A rare word in 100,000 entries."""
    jrnl, environment = lab.jrnl(LARGE)
    trials = {
        "here": lab.run_ours(LARGE, "search", "--all", RARE[0]),
        "jrnl": lambda: run([*jrnl, "-contains", RARE[0]], environment),
    }
    seen = by_turns(trials, lab.few, lab.first)
    return {"search": Measured(seen["here"], seen["jrnl"])}


def help_beside_click(lab: Lab) -> Mapping[str, Measured]:
    """What the commands say of themselves."""
    click = [lab.python, "-c", "import click"]
    trials = {
        "help": lab.run_ours("empty", "--help"),
        "click": lambda: run(click, lab.bare),
        "help-log": lab.run_ours("empty", "log", "--help"),
    }
    seen = by_turns(trials, lab.rounds, lab.first)
    return {key: Measured(seen[key], seen["click"]) for key in ("help", "help-log")}


def bytes_written(lab: Lab) -> Mapping[str, Measured]:
    """All that one log writes, the index with it, beside the size of its month's shelf."""
    counted = lab.folder / "bytes.txt"
    shelf = lab.journal(LARGE) / "journal" / "months" / f"{NOW:%Y-%m}.json"
    command = [lab.python, "-c", _LOG_AND_COUNT, str(counted), *_LOG]
    written, size = [], []
    for number in range(lab.first + lab.few):
        run(command, lab.environment(LARGE))
        fields = dict(line.split(": ") for line in counted.read_text("utf-8").splitlines())
        if number >= lab.first:
            written.append(int(fields["wchar"]) / 1000)
            size.append(shelf.stat().st_size / 1000)
    return {"bytes": Measured(Samples(tuple(written)), Samples(tuple(size)), "kB")}


def index_from_nothing(lab: Lab) -> Mapping[str, Measured]:
    """The index made anew, in a process of its own, of which only this is timed."""
    folder = lab.journal(LARGE)
    costs = []
    for _ in range(lab.few):
        for file in index_files(folder):
            file.unlink()
        printed = say([lab.python, "-c", _REBUILD], lab.bare | homes_in(folder))
        costs.append(Cost(*json.loads(printed)))
    return {"index": Measured(Samples.of(costs))}


def index_files(folder: Path) -> list[Path]:
    """The files of the index of a journal."""
    places = folder / "cache" / "netjournal"
    return [Path(at, name) for at, _, names in os.walk(places) for name in names if name.startswith("index.")]


def _one(key: str, what: str, yardstick: str, bar: Bar) -> tuple[Row, ...]:
    return (Row(key, what, yardstick, bar),)


_CLICK = 'python -c "import click"'
CASES = (
    Case(
        _one("log-jrnl", "`log` at 100,000 entries", "jrnl adding one at 100,000", Bar("times", 1 / 30)),
        log_beside_jrnl,
    ),
    Case(_one("log-growth", "`log` at 100,000", "`log` at 100", Bar("times", 1.15)), log_as_it_grows),
    Case(
        _one("log-sqlite", "`log` at 10,000", "Python with sqlite3 at 10,000", Bar("times", 2)),
        log_beside_sqlite,
    ),
    Case(
        _one("find", "`find` among 5,000 people", "khard list NAME at 5,000", Bar("times", 1 / 30)),
        find_beside_khard,
    ),
    Case(
        _one("timeline", "`timeline` of a month at 100,000", "jrnl -from -to --short", Bar("times", 1 / 25)),
        timeline_beside_jrnl,
    ),
    Case(
        _one("search", "`search` through all 100,000", "jrnl -contains", Bar("times", 1 / 15)),
        search_beside_jrnl,
    ),
    Case(
        (
            Row("help", "`--help`", _CLICK, Bar("times", 2)),
            Row("help-log", "`log --help`", _CLICK, Bar("times", 2)),
        ),
        help_beside_click,
    ),
    Case(
        _one("log-history", "`log` after 1,200 months", "`log` after 12 months", Bar("times", 1.05)),
        log_as_history_grows,
    ),
    Case(
        _one("bytes", "written for a `log` at 100,000", "the month's shelf", Bar("times", 1.2)), bytes_written
    ),
    Case(_one("index", "index made anew at 100,000", "–", Bar("within", 1500)), index_from_nothing),
)
