"""`add`, `edit`, `delete`, `undo`: changing what is there, and back again."""

from __future__ import annotations

import shlex
import stat
import sys
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from netjournal.model import Reflection
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.conftest import NOW

NOW_THERE = datetime.fromisoformat(NOW)


class Editor:
    """A stand-in for an editor: a program that changes the page it is given."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._script = folder / "an editor's script.py"
        self._environment = monkeypatch
        self.seen = folder / "seen"

    def does(self, *lines: str, code: int = 0) -> None:
        """Let it run `lines` of Python on the text `page`, and on its `path`."""
        program = ["import pathlib, sys, os", "path = pathlib.Path(sys.argv[-1])", "page = path.read_text()"]
        program += [f"pathlib.Path({str(self.seen)!r}).write_text(page)", *lines]
        program += ["path.write_text(page)", f"sys.exit({code})"]
        self._script.write_text("\n".join(program))
        self._environment.setenv("EDITOR", f"{sys.executable} -I -S {shlex.quote(str(self._script))}")


@pytest.fixture
def editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    return Editor(home, monkeypatch)


@pytest.fixture
def entry(run: Run) -> str:
    return str(run("log", "--json", "2026-11-17 15:00: lunch with @Amara and @Bo at:Tema").document["id"])


def test_someone_new_is_added_with_all_that_is_known(run: Run) -> None:
    details = {
        "nickname": "Zé",
        "email": "jose@example.org",
        "phone": "+351 21 000",
        "link": "https://example.org",
        "organisation": "Porto Lines",
        "role": "pilot",
        "field": "harbours",
        "place": "Porto",
        "zone": "Europe/Lisbon",
        "birthday": "02-29",
        "tag": "#boats",
        "circle": "close",
        "rhythm": "6 weeks",
        "met-on": "17 March 2025",
        "met-at": "the pier",
        "about": "Sings.",
        "detail": "afraid of geese",
        "need": "a saw",
        "offer": "an hour",
    }
    options = [part for name, value in details.items() for part in (f"--{name}", value)]
    person = run("add", "José", "Magalhães", *options, "--nickname", "Zezinho", "--json").document["person"]
    assert person["name"] == "José Magalhães"
    assert person["nicknames"] == ["Zé", "Zezinho"]
    assert (person["birthday"], person["rhythm"], person["tags"]) == ("--02-29", 42, ["boats"])
    assert (person["met"]["date"], person["rhythm_set"]) == ("2025-03-17", "2026-11-18")
    filled = {key for key, value in person.items() if value not in (None, [])}
    assert person.keys() - filled == {"quiet_until", "pauses", "others", "recalls"}


@pytest.mark.parametrize("again", ["José Rojas", "jose rojas", "JOSE\u0301 ROJAS", "  José   Rojas "])
def test_a_name_that_is_there_is_not_added_again(run: Run, journal: Journal, again: str) -> None:
    run("add", "José Rojas", "--place", "Lima")
    done = run("add", again)
    assert (done.code, done.out) == (1, "")
    assert "José Rojas is in your journal already: Lima · not met yet." in done.err
    assert len(journal.people()) == 1
    assert run("add", again, "--another").code == 0
    assert len(journal.people()) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["Ada", "--birthday", "02-30"],
        ["Ada", "--birthday", "spring"],
        ["Ada", "--zone", "Mars/Olympus"],
        ["Ada", "--rhythm", "0"],
        ["Ada", "--circle", "outer"],
        [" "],
        [],
    ],
)
def test_what_cannot_be_is_refused(run: Run, journal: Journal, arguments: list[str]) -> None:
    done = run("add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.strip()
    assert journal.people() == ()


def test_a_person_is_changed_in_the_editor(run: Run, editor: Editor, entry: str, home: Path) -> None:
    editor.does(
        "page = page.replace('organisation:', 'organisation: Tema Sails')",
        "page += 'She said: \"C:\\\\sails\"'",
        "page = page.replace('met through:', 'met through: Bo')",
    )
    done = run("edit", "Amara")
    assert (done.code, done.out) == (0, "Amara is changed.\n")
    person = run("show", "Amara", "--json").document["person"]
    assert (person["organisation"], person["about"]) == ("Tema Sails", 'She said: "C:\\sails"')
    assert person["met"]["through"] == run("show", "Bo", "--json").document["person"]["id"]
    assert person["met"]["place"] == "Tema"
    assert _left_over(home) == []


def test_an_entry_is_changed_in_the_editor(run: Run, editor: Editor, entry: str, journal: Journal) -> None:
    editor.does(
        "page = page.replace('2026-11-17', '2026-10-02').replace('15:00', '9pm')",
        "page = page.replace('Amara; ', '').replace('tags:', 'tags: #food')",
        "page = page.replace('promises:', 'promises:\\n  I send the plan; by 1 December 2026')",
    )
    changed = run("edit", entry[-6:].lower(), "--json").document["interaction"]
    assert (changed["date"], changed["at"]) == ("2026-10-02", "2026-10-02T21:00:00+01:00")
    assert [person["name"] for person in changed["people"]] == ["Bo"]
    assert (changed["tags"], changed["text"]) == (["food"], "lunch with Amara and Bo")
    assert changed["promises"] == [{"text": "send the plan", "by": "me", "due": "2026-12-01", "kept": None}]
    assert changed["reflection"]["status"] == "asked"
    assert [found.id for found in journal.month("2026-10")] == [entry]
    run("undo")
    assert [found.id for found in journal.month("2026-11")] == [entry]


def test_a_question_that_waits_and_fits_no_more_is_chosen_anew(
    run: Run, editor: Editor, journal: Journal
) -> None:
    id = run("log", "--json", "via:event sent the photos of the workshop").document["id"]
    asked = Reflection(prompt="destination-07", dimension="destination", question="A room?", asked=NOW_THERE)
    before = journal.interaction(id)
    journal.change(before, msgspec.structs.replace(before, reflection=asked), now=NOW_THERE)
    editor.does("page = page.replace('event', 'message', 1)")
    changed = run("edit", id, "--json").document["interaction"]
    assert changed["channel"] == "message"
    assert changed["reflection"]["question"] != "A room?"


def test_the_page_is_private_and_no_shell_sees_the_editor(
    run: Run, editor: Editor, entry: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.does(f"open({str(home / 'modes')!r}, 'w').write(f'{{os.stat(path).st_mode:o}} {{path.parent}}')")
    run("edit", "Amara")
    mode, folder = (home / "modes").read_text().split(" ", 1)
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert folder.startswith(str(home / "state"))
    monkeypatch.setenv("VISUAL", f"true; touch {home / 'pwned'}")
    run("edit", "Amara")
    assert not (home / "pwned").exists()


@pytest.mark.parametrize("lines", [(), ("page = ''",), ("page = '  \\n'",), ("path.unlink()", "sys.exit()")])
def test_an_unchanged_or_empty_page_changes_nothing(
    run: Run, editor: Editor, entry: str, home: Path, lines: tuple[str, ...]
) -> None:
    before = run("show", "Amara", "--json").document
    editor.does(*lines)
    done = run("edit", "Amara")
    assert (done.code, done.out, done.err) == (0, "", "Nothing was changed.\n")
    assert run("show", "Amara", "--json").document == before
    assert _left_over(home) == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("page = page.replace('2026-11-17', '2026-02-31')", "Line 4, when"),
        ("page = page.replace('mood:', 'mood: 9')", "mood: “9” does not fit"),
        ("page = page.replace('mood:', 'mod:')", "there is no mod"),
        ("page = page.replace('Amara;', 'Ama;')", "Did you mean Amara?"),
        ("page = 'promises = 3' + page", "Line 1"),
        ("path.write_bytes(b'people: \\xff'); sys.exit()", "UTF-8"),
    ],
)
def test_a_page_that_does_not_fit_changes_nothing(
    run: Run, editor: Editor, entry: str, journal: Journal, line: str, says: str
) -> None:
    before = journal.interaction(entry)
    editor.does(line)
    refused = run("edit", entry)
    assert refused.code in (1, 2)
    assert says in refused.err
    assert "What you typed is kept" in refused.err
    assert journal.interaction(entry) == before


def test_the_next_edit_goes_on_with_what_could_not_be_kept(
    run: Run, editor: Editor, entry: str, journal: Journal, home: Path
) -> None:
    editor.does("page = page.replace('lunch', 'A long lunch').replace('mood:', 'mood: 9 ')")
    run("edit", entry)
    editor.does("page = page.replace('mood: 9', 'mood: 5')")
    again = run("edit", entry)
    assert again.code == 0
    assert "Going on with what you typed" in again.err
    assert journal.interaction(entry).text == "A long lunch with Amara and Bo"
    assert journal.interaction(entry).mood == 5
    assert _left_over(home) == []


def test_one_may_begin_anew(run: Run, editor: Editor, entry: str) -> None:
    editor.does("page = 'nonsense'")
    run("edit", "Amara")
    editor.does("page = page.replace('role:', 'role: pilot')")
    assert run("edit", "Amara", "--afresh").code == 0
    assert run("show", "Amara", "--json").document["person"]["role"] == "pilot"


def test_what_changed_elsewhere_meanwhile_stays(
    run: Run, editor: Editor, entry: str, journal: Journal
) -> None:
    editor.does("page = page.replace('role:', 'role: 7').replace('circle:', 'circle: far')")
    run("edit", "Amara")
    [amara] = journal.answering_to({"amara"})
    person = journal.person(amara.id)
    editor.does("page = page.replace('role: 7', 'role: pilot').replace('circle: far', 'circle: ')")
    moved = msgspec.structs.replace(person, place="Tema")
    journal.change(person, moved, now=datetime.fromisoformat(NOW))
    assert run("edit", "Amara").code == 0
    after = run("show", "Amara", "--json").document["person"]
    assert (after["role"], after["place"]) == ("pilot", "Tema")


def test_line_ends_stay_as_they_were(run: Run, editor: Editor, journal: Journal) -> None:
    id = run("log", "--json", "-", stdin="saw the boats\r\nwith @Bo\r").document["id"]
    before = journal.interaction(id).text
    editor.does()
    assert run("edit", id).err == "Nothing was changed.\n"
    editor.does("path.write_bytes(path.read_bytes().replace(b'mood:', b'mood: 4')); sys.exit()")
    run("edit", id)
    assert (journal.interaction(id).text, journal.interaction(id).mood) == (before, 4)


def test_an_answer_is_taken_back_by_name(run: Run, entry: str) -> None:
    run("reflect", entry, "I talked too much")
    assert run("undo").out == "Taken back: the answer about “lunch with Amara and Bo”\n"


def test_an_editor_that_fails_keeps_what_was_typed(run: Run, editor: Editor, entry: str, home: Path) -> None:
    editor.does(code=1)
    unchanged = run("edit", "Amara")
    assert (unchanged.code, "kept" in unchanged.err, _left_over(home)) == (1, False, [])
    editor.does("page += '# half'", code=1)
    assert "What you typed is kept" in run("edit", "Amara").err


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("/no/such/editor", 1, "/no/such/editor"),
        ("vi 'unclosed", 2, "cannot be understood"),
        ("", 1, "Set EDITOR"),
    ],
)
def test_an_editor_that_cannot_be_started_is_named(
    run: Run, entry: str, home: Path, monkeypatch: pytest.MonkeyPatch, command: str, code: int, says: str
) -> None:
    monkeypatch.setenv("EDITOR", command)
    done = run("edit", "Amara")
    assert done.code == code
    assert says in done.err
    assert _left_over(home) == []


def test_deleting_is_taken_back(run: Run, entry: str, journal: Journal) -> None:
    done = run("delete", "amara")
    assert (done.code, done.out) == (0, "Amara is in the trash.\n")
    assert "netjournal undo" in done.err
    assert run("show", "Amara").code == 1
    assert "Amara" in run("timeline").out
    assert run("undo").out == "Taken back: the deletion of Amara\n"
    assert run("show", "Amara").code == 0
    assert run("delete", entry, "--json").document == {
        "deleted": "interaction",
        "id": entry,
        "title": "lunch with Amara and Bo",
    }
    assert journal.month("2026-11") == ()
    undone = run("undo", "--json").document
    assert (undone["undone"], undone["title"]) == ("delete", "lunch with Amara and Bo")


def test_undo_takes_newcomers_back_with_their_entry(run: Run, entry: str, journal: Journal) -> None:
    assert run("undo").out == "Taken back: the entry “lunch with Amara and Bo”\n"
    assert journal.people() == ()
    done = run("undo")
    assert (done.code, done.out) == (1, "")


def _left_over(home: Path) -> list[Path]:
    return list((home / "state").rglob("edits/*/*"))


def test_what_somebody_else_changed_is_shown_beside_and_not_written_over(
    run: Run, editor: Editor, entry: str, journal: Journal
) -> None:
    [amara] = journal.answering_to({"amara"})
    meanwhile = "import subprocess; subprocess.run([sys.executable, '-m', 'netjournal', 'note', 'Amara', "
    editor.does(f"{meanwhile}'place: Tema'])", "page = page.replace('place:', 'place: Accra')")
    done = run("edit", "Amara")
    assert done.code == 1
    assert [line.split() for line in done.err.splitlines() if "Tema" in line] == [["place", "Tema", "Accra"]]
    journal.refresh()
    assert journal.person(amara.id).place == "Tema"
    editor.does("pass")
    assert run("edit", "Amara").code == 0
    journal.refresh()
    assert journal.person(amara.id).place == "Accra"
