"""A yardstick: the rows of an index put into another one by sqlite3 alone; prints milliseconds."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

_TABLES = ("entry", "participant", "tag", "promise", "mourned", "passed", "person", "word", "reach")


def main(source: str) -> None:
    """Copy the tables of the index `source`, with the indexes on them, in one transaction."""
    there = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    made = [sql for (sql,) in there.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")]
    kept = {name: [row[1] for row in there.execute(f"PRAGMA table_info({name})")] for name in _TABLES}
    columns = {name: ", ".join(found) for name, found in kept.items()}  # but for what is worked out of others
    rows = {name: there.execute(f"SELECT {columns[name]} FROM {name}").fetchall() for name in _TABLES}  # noqa: S608
    with tempfile.TemporaryDirectory() as folder:
        wall, cpu = time.perf_counter(), time.process_time()
        here = sqlite3.connect(Path(folder, "index.sqlite3"), isolation_level=None)
        here.execute("PRAGMA page_size = 2048")
        here.execute("PRAGMA cache_size = -65536")
        here.execute("BEGIN")
        for sql in (one for one in made if one.startswith("CREATE TABLE")):
            here.execute(sql)
        for name, found in rows.items():
            marks = ", ".join("?" * len(kept[name]))
            here.executemany(f"INSERT INTO {name} ({columns[name]}) VALUES ({marks})", found)  # noqa: S608
        for sql in (one for one in made if one.startswith("CREATE INDEX")):
            here.execute(sql)
        here.execute("COMMIT")
        here.close()
        took = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    print(json.dumps(took))


if __name__ == "__main__":
    main(sys.argv[1])
