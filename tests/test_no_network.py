"""Nothing is fetched, ever: the process itself is watched while the shell and the app are used."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

_RUNS: Mapping[str, Sequence[Sequence[str]]] = {
    "the shell": (
        *(["log", 'tea with @"Amara Obi" https://example.test'], ["show", "amara"], ["find", "amrra"]),
        *(["timeline"], ["today"], ["who"], ["search", "tea"], ["year"], ["export", "people"]),
        *(["export", "journal", "--format", "ics"], ["import", "cards.vcf"], ["show", "grace"], ["undo"]),
    ),
    "the app": (),
}
_FETCHING = (
    *(
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethost",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
    ),
    *("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect", "webbrowser.open"),
)
_WATCHED = f"""
import sys
FETCHING = {_FETCHING!r}

def watch(event, arguments):
    if event.startswith(FETCHING):
        raise AssertionError(event)

sys.addaudithook(watch)
"""
_SHELL = """
from netjournal.cli import main
for arguments in {runs!r}:
    try:
        main(arguments)
    except SystemExit as left:
        assert left.code == 0, (arguments, left.code)
unwanted = {{"socket", "ssl", "http", "http.client", "urllib.request", "ftplib", "smtplib", "pickle", "yaml"}}
print("read:", *sorted(unwanted & sys.modules.keys()))
"""
_APP = """
import asyncio, datetime, os
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import find_places
from netjournal.tui.app import NetjournalApp

async def use():
    now = datetime.datetime.fromisoformat(os.environ["NETJOURNAL_NOW"])
    journal = Journal.open(find_places(None, Settings(), os.environ), now)
    app = NetjournalApp(journal, Settings(), lambda: now)
    async with app.run_test() as pilot:
        await pilot.press("1", "e", "escape", "3", "2", "y", "escape", "s", *"tea", "escape", "p", "escape")

asyncio.run(use())
print("read:")
"""

_CARD = """BEGIN:VCARD
VERSION:3.0
FN:Grace Osei
PHOTO;VALUE=uri:http://127.0.0.1:9/photo
SOUND;VALUE=uri:http://127.0.0.1:9/sound
KEY;VALUE=uri:http://127.0.0.1:9/key
URL:http://127.0.0.1:9/
END:VCARD
"""


@pytest.mark.parametrize("program", [_SHELL.format(runs=_RUNS["the shell"]), _APP], ids=list(_RUNS))
def test_nothing_is_ever_fetched(program: str, home: Path) -> None:
    (home / "cards.vcf").write_text(_CARD)
    command = [sys.executable, "-c", _WATCHED + program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].strip() == "read:"
    assert "AssertionError" not in done.stderr
