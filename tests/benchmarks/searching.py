# ruff: noqa: E501 S311
"""Prints how long a search takes beside ``jrnl -contains`` on the same entries (issue 4 §4 and issue 7).

Run it with ``python tests/benchmarks/searching.py FOLDER [JRNL] [ENTRIES]``: FOLDER is made if it is not there
and used again if it is; JRNL is the path of a jrnl, without which it is left out. By default there are 100,000
made-up entries of about 300 characters over ten years, with 2,000 people; one in eight has a letter beyond ASCII.
Whole processes are run by turns; shown are medians, and how many times longer jrnl took. Within a process it
measures until the first twenty hits (or the end) stand, with the journal open as it is in the app.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from netjournal.language.filter_syntax import parse_filter
from netjournal.model import CHANNELS, Contact, Interaction, new_id, to_raw
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.store.shelf import Edit, Shelf

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
ROUNDS = 5
_TEXT = """
we talked about the harbour and her plans for a second boat next spring over coffee near the station he asked what
I read lately and listened then told me of his sister who moved to the coast with three dogs nobody knew how long
it would take to mend the roof so they began on Monday with what was there didn't
"""
WORDS = _TEXT.split()
FOREIGN = ("José", "Müller", "café", "Łukasz", "naïve", "größer", "東京", "crème", "Åse", "she’s", "“yes”")
RARE = ("sailmaker", "quince", "zeppelin")
FIRST = ("Grace", "Karim", "Mei", "Ngozi", "Tomas", "Aino", "Priya", "Yusuf", "Olena", "Rhys", "Ines", "Sora")
LAST = (
    "Osei",
    "Haddad",
    "Tanaka",
    "Eze",
    "Novak",
    "Virta",
    "Raman",
    "Bakri",
    "Tkach",
    "Pugh",
    "Costa",
    "Abe",
)
QUERIES = (
    "sailmaker",
    "nowhere",
    "harbour",
    "priya",
    "call",
    '"next spring"',
    "#work sailmaker",
    "café",
    "s",
)
SHELL = ("sailmaker", "nowhere", "quince")


def made_up(count: int) -> tuple[list[Contact], list[Interaction]]:
    """The same people and entries each time."""
    random = Random(20261118)
    people = [
        Contact(id=_id(random, NOW), name=f"{random.choice(FIRST)} {random.choice(LAST)} {number}")
        for number in range(2000)
    ]
    return people, [_entry(random, number, count, people) for number in range(count)]


def _id(random: Random, at: datetime) -> str:
    return new_id(at, random.randbytes)


def _entry(random: Random, number: int, count: int, people: list[Contact]) -> Interaction:
    words = random.choices(WORDS, k=59)
    if random.random() < 0.125:
        words[random.randrange(59)] = random.choice(FOREIGN)
    if random.random() < 0.001:
        words[random.randrange(59)] = random.choice(RARE)
    day = date(2016, 12, 1) + timedelta(days=number * 3640 // count)
    created = datetime(day.year, day.month, day.day, 18, number % 60, tzinfo=UTC)
    return Interaction(
        id=_id(random, created),
        date=day,
        people=tuple({random.choice(people).id for _ in range(random.randrange(1, 3))}),
        channel=random.choice(CHANNELS),
        text=" ".join(words)[:300],
        tags=tuple(random.sample(("food", "boats", "work:hiring", "work", "chess"), random.randrange(2))),
        created=created,
    )


def places_in(folder: Path) -> Places:
    """Where the journal of the benchmark lies."""
    return Places(folder / "journal", folder / "state", folder / "cache" / "netjournal", folder / "config")


def build(folder: Path, count: int) -> None:
    """Write the entries as a journal of ours and as one of jrnl."""
    people, entries = made_up(count)
    journal = Journal.open(places_in(folder), NOW)
    journal.bring(people, [], title="benchmark", now=NOW)
    for month, some in groupby(entries, lambda entry: entry.month):
        shelf = f"months/{month}"
        edits = tuple(Edit(shelf, entry.id, None, to_raw(entry)) for entry in some)
        Shelf(journal.folder, shelf).put(edits)
    journal.refresh()
    journal.close()
    lines = (f"[{entry.date} 18:{number % 60:02}] {entry.text}\n" for number, entry in enumerate(entries))
    (folder / "jrnl.txt").write_text("\n".join(lines), "utf-8")
    (folder / "jrnl.yaml").write_text(
        f"journals:\n  default:\n    journal: {folder / 'jrnl.txt'}\nversion: v4.6\ncolors:\n  body: none\n"
        "  date: none\n  tags: none\n  title: none\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\n"
        "encrypt: false\nhighlight: false\nindent_character: '|'\nlinewrap: 79\ntagsymbols: '#'\n"
        "template: false\ntimeformat: '%F %r'\ndisplay_format: pretty\n",
        "utf-8",
    )


def in_process(folder: Path) -> None:
    """Print the milliseconds to the first hits and to the end, and the longest step."""
    journal = Journal.open(places_in(folder), NOW)
    print(f"{'in one process':20}{'first 20':>10}{'whole':>10}{'longest step':>14}   hits")
    for query in QUERIES:
        runs = [_searched(journal, query) for _ in range(ROUNDS)]
        first, whole, longest = (statistics.median(run[part] for run in runs) for part in range(3))
        print(f"  {query:18}{first:8.1f}ms{whole:8.1f}ms{longest:12.1f}ms   {runs[0][3]:,}")
    journal.close()


def _searched(journal: Journal, query: str) -> tuple[float, float, float, int]:
    begun = last = time.perf_counter()
    first = longest = 0.0
    hits = 0
    for stretch in journal.search(parse_filter(query, NOW)):
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        hits += len(stretch.entries)
        if hits >= 20 and not first:
            first = now - begun
    whole = time.perf_counter() - begun
    return (first or whole) * 1000, whole * 1000, longest * 1000, hits


def whole_processes(folder: Path, jrnl: str | None) -> None:
    """Print the milliseconds of whole processes, run by turns."""
    ours = [sys.executable, "-m", "netjournal", "--journal", str(folder / "journal"), "search", "--all"]
    print(f"{'whole processes':20}{'netjournal':>12}{'jrnl':>10}{'ratio':>8}")
    for query in SHELL:
        theirs = [jrnl, "--config-file", str(folder / "jrnl.yaml"), "-contains", query] if jrnl else None
        mine, other = [], []
        for _ in range(ROUNDS):
            mine.append(_timed([*ours, query], folder))
            if theirs:
                other.append(_timed(theirs, folder))
        took = statistics.median(mine)
        beside = f"{statistics.median(other):8.0f}ms{statistics.median(other) / took:8.1f}" if other else ""
        print(f"  {query:18}{took:10.0f}ms{beside}")


def _timed(command: list[str], folder: Path) -> float:
    names = ("STATE", "CACHE", "CONFIG", "DATA")
    homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names}
    begun = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=os.environ | homes
    )
    return (time.perf_counter() - begun) * 1000


def main(folder: Path, jrnl: str | None, count: int) -> None:
    """Build what is missing, and measure."""
    if not (folder / "jrnl.yaml").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        build(folder, count)
    size = sum(path.stat().st_size for path in (folder / "journal" / "months").iterdir())
    print(f"{count:,} entries, {size / count:.0f} bytes each in our files")
    in_process(folder)
    whole_processes(folder, jrnl)


if __name__ == "__main__":
    place, *rest = sys.argv[1:]
    main(Path(place), rest[0] if rest else None, int(rest[1]) if rest[1:] else 100_000)
