"""One journal on several machines with a bare repository between them, by git as it is."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.model import Contact, Interaction
from netjournal.store.journal import Journal
from netjournal.store.syncing import Synced
from tests.store.journals import (
    NOW,
    bring,
    entry,
    fresh_index,
    in_memory,
    kept_index,
    person,
    places_in,
    rewrite,
    standing,
)

DRIVER = f"{shlex.join([sys.executable, '-m', 'netjournal', 'sync', '--driver'])} %O %A %B %P"
HOUR = dt.timedelta(hours=1)


class Machine:
    """A machine with a folder, a clock and one journal."""

    def __init__(self, folder: Path, remote: Path, off: dt.timedelta = dt.timedelta()) -> None:
        self.places = places_in(folder)
        self.remote = str(remote)
        self.now = NOW + off
        self.journal = Journal.open(self.places, self.now)

    def sync(self, *, remote: str = "", removed: bool = False) -> Synced:
        environment = os.environ | {"HOME": str(self.places.state), "GIT_CONFIG_NOSYSTEM": "1"}
        done = self.journal.sync(
            now=self.now, environment=environment, driver=DRIVER, remote=remote, removed=removed
        )
        assert done is not None
        if done.is_new:
            self.journal.close()
            self.journal = Journal.open(self.places, self.now)
        self.journal.refresh()
        return done

    def join(self) -> Machine:
        self.sync(remote=self.remote)
        return self

    def write(self, *documents: Contact | Interaction) -> None:
        bring(self.journal, *documents)

    def change(self, before: Contact, **fields: object) -> None:
        self.now += dt.timedelta(minutes=1)
        self.journal.change(before, replace(before, **fields), now=self.now)

    def git(self, *words: str) -> str:
        command = ["git", "-C", str(self.places.journal), *words]
        known = os.environ | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}
        return subprocess.run(command, capture_output=True, text=True, check=True, env=known).stdout.strip()

    @property
    def files(self) -> dict[str, dict[str, object]]:
        return {name: table for name, table in standing_of(self.places.journal).items() if name != "journal"}


def standing_of(folder: Path) -> dict[str, dict[str, object]]:
    return dict(standing(folder))


GRACE = person("Grace Osei", place="Tema")
TALK = entry("2026-11-03", text="lunch", people=(GRACE.id,))


@pytest.fixture(scope="module")
def in_step() -> Iterator[Path]:
    """Three machines that have the same: somebody, and a talk with her."""
    with in_memory() as folder:
        one = Machine(Path(folder) / "0", bare(Path(folder)))
        one.write(GRACE, TALK)
        others = (Machine(Path(folder) / name, bare(Path(folder))) for name in "12")
        for machine in (one, *others):
            machine.join().journal.close()
        yield Path(folder)


@pytest.fixture
def pair(in_step: Path, tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    """Two of them, the clock of the second an hour ahead."""
    one, two = copied(in_step, tmp_path, dt.timedelta(), HOUR)
    yield one, two
    one.journal.close()
    two.journal.close()


def copied(in_step: Path, folder: Path, *clocks: dt.timedelta) -> list[Machine]:
    shutil.copytree(in_step, folder, dirs_exist_ok=True)
    for config in folder.glob("?/journal/.git/config"):
        config.write_text(config.read_text().replace(str(in_step), str(folder)))
    return [Machine(folder / str(number), bare(folder), off) for number, off in enumerate(clocks)]


def bare(folder: Path) -> Path:
    if not (folder / "remote.git").exists():
        subprocess.run(["git", "init", "-q", "--bare", str(folder / "remote.git")], check=True)
    return folder / "remote.git"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Machine]]:
    """Makes machines that know nothing of one another yet."""
    made: list[Machine] = []

    def machine() -> Machine:
        made.append(Machine(tmp_path / str(len(made)), bare(tmp_path)))
        return made[-1]

    yield machine
    for one in made:
        one.journal.close()


def test_what_either_wrote_is_on_both_and_undo_stays_ones_own(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    assert one.files == two.files != {}
    one.change(GRACE, place="Accra")
    two.change(GRACE, about="paints boats")
    two.write(entry(text="a call"))
    for machine in (one, two, one):
        machine.sync()
    assert one.files == two.files
    assert (one.journal.person(GRACE.id).place, one.journal.person(GRACE.id).about) == (
        "Accra",
        "paints boats",
    )
    assert not one.sync().sent
    pushed = one.git("rev-parse", "HEAD")
    one.journal.undo()
    assert one.journal.person(GRACE.id).place == "Tema"
    assert one.journal.person(GRACE.id).about == "paints boats"
    one.sync()
    two.sync()
    assert two.journal.person(GRACE.id).place == "Tema"
    one.git("merge-base", "--is-ancestor", pushed, "HEAD")
    assert kept_index(two.journal) == fresh_index(two.journal)


def test_undo_does_not_write_over_what_came_in(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.change(GRACE, place="Accra")
    for machine in (one, two):
        machine.sync()
    two.now += HOUR
    two.change(two.journal.person(GRACE.id), place="Tema")
    for machine in (two, one):
        machine.sync()
    with pytest.raises(JournalError, match="changed again"):
        one.journal.undo()
    assert one.journal.person(GRACE.id).place == "Tema"


def test_the_later_change_stands_and_the_other_is_in_the_trash(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.change(GRACE, about="rows")
    two.change(GRACE, about="sails")
    two.sync()
    done = one.sync()
    two.sync()
    assert [(loss.path, loss.kept, loss.lost) for loss in done.incoming.losses] == [
        ("about", "sails", "rows")
    ]
    assert one.files == two.files
    assert "rows" in str(two.files["trash"])
    one.journal.forget(GRACE.id, now=one.now)
    assert "rows" not in str(one.files)


def test_moved_on_one_machine_and_edited_on_the_other(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    one.journal.change(TALK, replace(TALK, date=dt.date(2026, 10, 30)), now=NOW)
    two.journal.change(TALK, replace(TALK, text="a long lunch"), now=NOW)
    for machine in (one, two, one):
        machine.sync()
    assert one.files == two.files
    assert [each.text for each in one.journal.month("2026-10")] == ["a long lunch"]
    assert one.journal.month("2026-11") == ()


def test_a_merge_by_hand_leaves_no_marker_and_the_next_sync_mends_the_rest(
    pair: tuple[Machine, Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    one, two = pair
    one.journal.change(TALK, replace(TALK, date=dt.date(2026, 10, 30)), now=NOW)
    one.change(GRACE, about="rows")
    one.sync()
    two.journal.change(TALK, replace(TALK, text="a long lunch"), now=NOW)
    two.now += HOUR
    two.change(GRACE, about="sails")
    two.git("commit", "-qam", "by hand")
    two.git("pull", "-q", "--no-edit")
    assert "<<<<" not in "".join(path.read_text() for path in two.places.journal.rglob("*.json"))
    for machine in (two, one):
        machine.sync()
    assert one.files == two.files
    assert [each.text for each in one.journal.month("2026-10")] == ["a long lunch"]
    assert one.journal.month("2026-11") == ()
    assert one.journal.person(GRACE.id).about == "sails"
    assert "rows" in str(one.files["trash"])


def test_offline_everything_is_committed_and_handed_over_later(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    hidden = Path(one.remote).with_name("away")
    Path(one.remote).rename(hidden)
    one.write(entry(text="lunch"))
    done = one.sync()
    assert (done.is_offline, done.sent) == (True, False)
    assert one.git("status", "--porcelain") == ""
    hidden.rename(one.remote)
    assert one.sync().sent
    two.sync()
    assert one.files == two.files


def test_commits_name_nobody(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    two.write(entry(text="Grace called"))
    one.write(person("Ana Lima"))
    for machine in (one, two, one):
        machine.sync()
    told = one.git("log", "--format=%an %ae %cn %s %b")
    assert set(told.split("\n")) >= {"netjournal netjournal@localhost netjournal netjournal: kept "}
    assert "Grace" not in told
    assert "Ana" not in told


def test_another_journal_is_not_mixed_into_this_one(fresh: Callable[[], Machine]) -> None:
    one, two = fresh(), fresh()
    one.write(person("Grace Osei"))
    one.join()
    two.write(person("Ana Lima"))
    before = two.files
    with pytest.raises(JournalError, match="Another journal"):
        two.join()
    assert two.files == before
    assert two.git("remote") == ""


def test_what_vanished_is_not_handed_on_without_a_word(pair: tuple[Machine, Machine]) -> None:
    one, _ = pair
    path = one.places.journal / "months/2026-11.json"
    whole = path.read_bytes()
    path.unlink()
    with pytest.raises(JournalError, match="are gone") as caught:
        one.sync()
    _, command, _ = caught.value.hint.split("`", 2)
    subprocess.run(shlex.split(command), check=True, capture_output=True)
    assert path.read_bytes() == whole
    path.unlink()
    assert not one.sync(removed=True).is_offline
    assert "months/2026-11" not in one.files


def test_what_vanished_elsewhere_is_in_the_trash_here_and_can_be_had_again(
    pair: tuple[Machine, Machine],
) -> None:
    one, two = pair
    many = [entry("2026-11-04", text=f"talk {number}") for number in range(30)]
    one.write(*many)
    one.sync()
    two.sync()
    (one.places.journal / "months/2026-11.json").unlink()
    one.journal.refresh()
    one.sync(removed=True)
    two.now += dt.timedelta(days=1)
    assert two.sync().incoming.vanished == 31
    assert two.journal.month("2026-11") == ()
    assert {gone.id for gone in two.journal.trashed()} == {TALK.id, *(talk.id for talk in many)}
    two.journal.restore(two.now.date(), [], title="the journal", now=two.now)
    two.sync()
    one.sync()
    assert one.files == two.files
    assert len(one.journal.month("2026-11")) == 31


def test_a_damaged_shelf_is_neither_handed_on_nor_written_over(pair: tuple[Machine, Machine]) -> None:
    one, _ = pair
    path = one.places.journal / "contacts.json"
    path.write_bytes(path.read_bytes()[:-9])
    damaged = path.read_bytes()
    with pytest.raises(JournalError, match="not JSON"):
        one.sync()
    assert path.read_bytes() == damaged
    assert one.git("log", "--oneline").count("\n") == 0


def test_another_was_quicker(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    hook = Path(one.places.journal / ".git/hooks/pre-push")
    theirs = [two.places.journal, one.places.journal]
    two.write(entry(text="their lunch"))
    two.git("add", "-A")
    two.git("commit", "-qm", "kept")
    hook.write_text(f"#!/bin/sh\nrm -f {theirs[1]}/.git/hooks/pre-push\ngit -C {theirs[0]} push -q\n")
    hook.chmod(0o700)
    one.write(entry(text="my lunch"))
    assert one.sync().sent
    two.sync()
    assert one.files == two.files
    assert {each.text for each in one.journal.month("2026-11")} == {"lunch", "their lunch", "my lunch"}


def test_without_git_one_is_told(fresh: Callable[[], Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    one = fresh()
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(JournalError, match="git is not on this machine") as told:
        one.join()
    assert told.value.hint


@settings(max_examples=2)
@given(
    rounds=st.lists(
        st.tuples(st.integers(0, 2), st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=3)),
        min_size=3,
        max_size=4,
    )
)
def test_three_machines_end_with_the_same(
    in_step: Path, rounds: list[tuple[int, list[tuple[int, int]]]]
) -> None:
    with in_memory() as folder:
        machines = copied(in_step, Path(folder), dt.timedelta(), HOUR, -HOUR)
        for number, steps in rounds:
            for step in steps:
                do(machines[number], *step)
            machines[number].sync()
        for number in (0, 1, 2, 0, 1):
            machines[number].sync()
        assert machines[0].files == machines[1].files == machines[2].files
        for machine in machines:
            assert kept_index(machine.journal) == fresh_index(machine.journal)
            machine.journal.close()


def do(machine: Machine, kind: int, how: int) -> None:
    """Some change of some document."""
    journal = machine.journal
    machine.now += dt.timedelta(minutes=how)
    entries = [*journal.month("2026-11"), *journal.month("2026-10")]
    people = list(journal.everyone())
    if kind == 0 or not entries or not people:
        machine.write(entry(text=f"more {how}"))
    elif kind == 1:
        before = people[how % len(people)][0]
        journal.change(before, replace(before, about=f"about {how} {machine.now}"), now=machine.now)
    elif kind == 2:
        talk_of = entries[how % len(entries)]
        day = dt.date(2026, 10 + how % 2, 1 + how)
        journal.change(talk_of, replace(talk_of, date=day, tags=(f"t{how}",)), now=machine.now)
    elif kind == 3:
        journal.delete(entries[how % len(entries)], now=machine.now)
    else:
        try:
            journal.undo()
        except JournalError:
            machine.write(person(f"Somebody {how}"))


@pytest.mark.parametrize(("count", "days"), [(300, 8), pytest.param(10_000, 30, marks=pytest.mark.torture)])
def test_a_month_offline_on_two_machines_one_clock_an_hour_off(
    pair: tuple[Machine, Machine], count: int, days: int
) -> None:
    one, two = pair
    people = [person(f"Somebody {number}") for number in range(40)]
    first = dt.date(2025, 1, 1)
    talks = [
        entry(
            str(first + dt.timedelta(days=number % 650)),
            text=f"talk {number}",
            people=(people[number % 40].id,),
        )
        for number in range(count)
    ]
    one.write(*people, *talks)
    for machine in (one, two):
        machine.sync()
    said: list[str] = []
    for day in range(days):
        for machine, name in ((one, "one"), (two, "two")):
            machine.now += dt.timedelta(days=1)
            machine.write(entry(f"2026-10-{day + 1:02}", text=f"{name} on day {day}"))
            about, tags = f"{name} about {day}", (f"{name}{day}",)
            machine.change(machine.journal.person(people[day].id), about=about, tags=tags)
            own = talks[day * 2 + (name == "one")]
            machine.journal.change(own, replace(own, text=f"{name} mended {day}"), now=machine.now)
            said += [f"{name} on day {day}", about, *tags, f"{name} mended {day}"]
    for machine in (one, two, one):
        machine.sync()
    assert one.files == two.files
    found = str(one.files)
    assert not [words for words in said if f"'{words}'" not in found]
    kept = [id for name, table in one.files.items() if name.startswith("months/") for id in table]
    assert len(kept) == len(set(kept)) == count + 2 * days + 1


def test_a_hand_that_wrote_into_a_file_is_taken_along(pair: tuple[Machine, Machine]) -> None:
    one, two = pair
    rewrite(
        one.places.journal / "contacts.json",
        lambda tables: tables["contacts"][GRACE.id].update(place="Accra"),
    )
    for machine in (one, two):
        machine.sync()
    assert two.journal.person(GRACE.id).place == "Accra"
    assert one.git("status", "--porcelain") == two.git("status", "--porcelain") == ""
    assert not one.sync().sent


def test_files_that_are_not_the_journals_stay_in_the_repository(fresh: Callable[[], Machine]) -> None:
    one, two = fresh(), fresh()
    one.join()
    (one.places.journal / "notes.txt").write_text("mine\n")
    one.git("add", "notes.txt")
    one.git("commit", "-qm", "a note")
    one.sync()
    two.join()
    two.write(person("Ana Lima"))
    for machine in (two, one):
        machine.sync()
    assert (one.places.journal / "notes.txt").read_text() == "mine\n"
    assert (two.places.journal / "notes.txt").read_text() == "mine\n"
    assert one.git("ls-tree", "--name-only", "HEAD", "notes.txt") == "notes.txt"
