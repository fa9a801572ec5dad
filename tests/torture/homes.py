"""Homes of one's own with a journal in them, what the commands do there, and what stands afterwards."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.model import Contact, Goal, Interaction, Introduction
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places, find_places
from tests.store.journals import MEMORY, NOW, bring, entry, person, question

ROOT = Path(__file__).parent.parent.parent
_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b")
_FOLDERS = {"NETJOURNAL_HOME": "journal"} | {
    f"XDG_{kind.upper()}_HOME": kind for kind in ("data", "state", "cache", "config")
}

ANA = person("Ana Kovač", organisation="Yard", tags=("boats",))
LI = person("Li Na", emails=("li@example.org",), needs=("a sailmaker",))
LI_AGAIN = person("Li Na Wong", emails=("li@example.org",), about="sails")
TARIQ = person("Tariq Aziz")
ASKED = entry("2026-11-17", people=(ANA.id,), text="about the keel", reflection=question())
ANSWERED = entry(
    "2026-11-16",
    people=(LI.id, ANA.id),
    text="lunch",
    reflection=question("answered", "2026-11-16", answer="I asked too little", rating=4, answered=NOW),
)
TALK = entry("2026-10-02", people=(LI_AGAIN.id, TARIQ.id), text="called Tariq Aziz about oars")
CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{number}\r\nFN:{name}\r\nEMAIL:{number}@example.org\r\n"
    f"END:VCARD\r\n"
    for number, name in enumerate(("Chidi Okafor", "Sana Malik", "Yuki Mori"))
)


class Work(NamedTuple):
    """A command by its name, its arguments, and the editor that it opens; `CARDS` is the file to import."""

    name: str
    arguments: tuple[str, ...]
    editor: str = ""


WORKS = (
    Work("add", ("add", "Ines Duarte", "--place", "Faro", "--met-through", "Ana")),
    Work("edit", ("edit", LI.id), "sed -i s/^place:.*/place:Bergen/"),
    Work("log", ("log", "coffee with Ana and @Kofi #boats promise:'the plan by friday'")),
    Work("reflect", ("reflect", ASKED.id, "I listened /4")),
    Work("merge people", ("merge", LI.id, LI_AGAIN.id, "--yes")),
    Work("delete", ("delete", TARIQ.id)),
    Work("undo", ("undo",)),
    Work("import", ("import", "CARDS", "--no-ask")),
    Work("forget", ("forget", TARIQ.id, "--yes")),
    Work("goal", ("goal", "add", "3 talks", "--target", "3", "--by", "30 nov", "--unit", "interaction")),
    Work("review", ("review", "month", "--quote", ANSWERED.id, "--no-ask")),
    Work("introduce", ("introduce", ANA.id, LI.id)),
    Work("move to another month", ("edit", TALK.id), "sed -i s/^when:.*/when:2026-09-30/"),
)


class Home(NamedTuple):
    """A folder with all that one person has of netjournal."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What leads the command here, at the same time of the same day."""
        folders = {name: str(self.folder / place) for name, place in _FOLDERS.items()}
        return {**folders, "HOME": str(self.folder), "NETJOURNAL_NOW": NOW.isoformat()}

    @property
    def places(self) -> Places:
        """Where the command finds the journal."""
        return find_places(None, Settings(), self.environment)

    @property
    def journal(self) -> Path:
        """The journal's own folder."""
        return self.folder / "journal"

    def open(self) -> Journal:
        """The journal, as any process would open it."""
        return Journal.open(self.places, NOW, patience=5)

    def arguments(self, work: Work) -> list[str]:
        """The arguments of a command here."""
        return [str(self.folder / "cards.vcf") if one == "CARDS" else one for one in work.arguments]

    def copy(self, folder: Path) -> Home:
        """The same home elsewhere."""
        shutil.copytree(self.folder, folder)
        return Home(folder)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder in memory."""
    with tempfile.TemporaryDirectory(prefix="torture-", dir=MEMORY) as folder:
        yield Path(folder)


def begun(folder: Path) -> Home:
    """A home with a small journal in which every one of WORKS can be done, and two things to take back."""
    folder.mkdir()
    home = Home(folder)
    (folder / "cards.vcf").write_text(CARDS)
    journal = home.open()
    bring(journal, ANA, LI, LI_AGAIN, TARIQ, ASKED, ANSWERED, TALK)
    journal.introduce(Introduction(id="", people=(ANA.id, TARIQ.id), date=NOW.date()), now=NOW)
    goal = Goal(id="", text="two talks", target=2, since=dt.date(2026, 11, 1), by=dt.date(2026, 11, 30))
    journal.set_goal(goal, now=NOW)
    journal.add(Contact(id="", name="Somebody else"), now=NOW)
    journal.change(ASKED, _quieter(ASKED), now=NOW)
    journal.close()
    return home


def _quieter(talk: Interaction) -> Interaction:
    from msgspec.structs import replace

    return replace(talk, place="the yard")


def stands(home: Home, known: str | None = None) -> str:
    """What the journal's files say; where some is `known`, with ids that are not in it by their order alone.

    The question that an entry is asked hangs on its id, so of a new one only stands that it was asked.
    """
    found: dict[str, Any] = {}
    for path in sorted(home.journal.rglob("*.json")):
        for table, documents in json.loads(path.read_bytes()).items():
            for id, raw in documents.items():
                if known is not None and id not in known and isinstance(raw, dict) and "reflection" in raw:
                    raw["reflection"] = raw["reflection"].get("status", "asked")
            if documents:
                found[f"{path.relative_to(home.journal)}:{table}"] = documents
    text = json.dumps(found, sort_keys=True, indent=0)
    new = sorted(set(_ID.findall(text)) - set(_ID.findall(text if known is None else known)))
    places = {id: f"NEW{number}" for number, id in enumerate(new)}
    named = _ID.sub(lambda match: places.get(match[0], match[0]), text)
    return json.dumps(json.loads(named), sort_keys=True, indent=0)


def leftovers(home: Home) -> list[Path]:
    """Temporary files and intents that lie about."""
    lying = [path for path in home.folder.rglob("*") if path.suffix == ".tmp" or "intent" in path.name]
    return [path for path in lying if not path.name.startswith("sed")]


def variables(home: Home, editor: str = "") -> dict[str, str]:
    """The whole environment of a command."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("NETJOURNAL")}
    return {**theirs, **home.environment, "EDITOR": editor, "VISUAL": "", "PYTHONPATH": str(ROOT)}
