"""`doctor --repair`: what can be mended without loss is, the rest is put aside; the originals are kept."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.model import Raw
from netjournal.store.bit_rot import as_written, is_rotten, known_sums
from netjournal.store.examining import examine, id_of
from netjournal.store.files import Moved, private_folder, read_whole, replace_whole, told, write_whole
from netjournal.store.findings import QUARANTINE, Finding
from netjournal.store.index_file import BESIDE
from netjournal.store.known import known
from netjournal.store.lock import PATIENCE, locked
from netjournal.store.manifest import SCHEMA
from netjournal.store.passing import remove_left_behind
from netjournal.store.places import Places
from netjournal.store.salvage import salvage
from netjournal.store.shelf import Edit, Shelf, encoded, tidied


class Mended(NamedTuple):
    """What was done about a file, in a sentence, and where the original is, if there was one to keep."""

    path: Path
    message: str
    aside: Path | None = None


def mend(places: Places, now: dt.datetime, *, patience: float = PATIENCE) -> tuple[Mended, ...]:
    """Mend what `examine` finds and can be mended. Raises Unavailable while others write for long."""
    id = id_of(places)
    if id is None:
        return ()
    with locked(private_folder(places.state / id) / "lock", patience):
        bench = _Bench(places, id, now)
        found = examine(places, now)
        if modes := [finding for finding in found if finding.kind == "mode"]:
            done = tuple(_tried(bench, modes))
            return (*done, *_tried(bench, (one for one in examine(places, now) if one.kind != "mode")))
        return tuple(_tried(bench, found))


def make_readable(places: Places, id: str, shelves: Collection[str], now: dt.datetime) -> Iterator[str]:
    """Put aside those of `shelves` that cannot be read and keep what is whole in them; says what was done."""
    with locked(private_folder(places.state / id) / "lock"):
        bench = _Bench(places, id, now)
        for shelf in shelves:
            path = places.journal / f"{shelf}.json"
            try:
                Shelf(places.journal, shelf).documents()
            except Unavailable:
                yield from (done.message for done in bench.salvage(path, shelf, even_nothing=True))


def _tried(bench: _Bench, findings: Iterable[Finding]) -> Iterator[Mended]:
    """What can be mended of them is; what hinders one does not hinder the others."""
    for finding in findings:
        if finding.mend:
            try:
                yield from bench.mend(finding)
            except Unavailable as error:
                yield Mended(finding.path, f"{finding.path} is left as it is: {error.message}")


class _Bench:
    """Where files are mended; whoever uses it holds the journal's lock."""

    def __init__(self, places: Places, id: str, now: dt.datetime) -> None:
        self._places = places
        self._id = id
        self._now = now
        self._aside = places.state / id / QUARANTINE / f"{now:%Y-%m-%dT%H%M%S}"

    def mend(self, finding: Finding) -> Iterator[Mended]:
        """Do about a finding what it says."""
        path = finding.path
        if finding.kind == "mode":
            yield _made_private(path)
        elif finding.kind in ("stray", "backup", "copy"):
            aside = self._put_aside(path)
            with told("removed", path):
                os.unlink(path)
            yield Mended(path, f"{path} is put aside: {aside}", aside)
        elif finding.kind == "passing":
            if remove_left_behind(path, self._now):
                yield Mended(path, f"{path} is removed.")
        elif finding.kind == "index":
            for end in BESIDE:
                with told("removed", path), contextlib.suppress(FileNotFoundError):
                    (os.rmdir if os.path.isdir(f"{path}{end}") else os.unlink)(f"{path}{end}")
            yield Mended(path, f"{path} is removed; it is made anew when the journal is opened next.")
        elif path == self._places.journal / "journal.json":
            yield from self._write_manifest(path)
        elif finding.kind == "damage":
            yield from self.salvage(path, self._shelf(path), finding.hint)
        elif finding.kind == "form":
            yield from self._tidy(path)
        elif finding.kind == "rot":
            yield from self._write_again(path)
        elif finding.kind == "twice":
            yield from self._drop_double(path, finding.id)

    def salvage(
        self, path: Path, shelf: str, hint: str = "", *, even_nothing: bool = False
    ) -> Iterator[Mended]:
        """Keep the whole documents of a damaged file; it stays as it is if there is none, or it is no file.

        With `even_nothing` it makes room for what is brought back: then it is put aside in any case.
        """
        if not _is_file(path):
            if even_nothing:
                raise Unavailable(
                    f"{path} is not a regular file.", "Move it out of the journal's folder first."
                )
            return
        found = read_whole(path)
        if found is None:
            return
        data, signature = found
        saved = salvage(data)
        if not saved.documents and not even_nothing:
            yield Mended(path, f"{path} is left as it is: nothing in it can be read. {hint}")
            return
        aside = self._put_aside(path)
        if saved.broken:
            write_whole(
                aside.with_name(f"{aside.name}.broken"),
                "\n".join(saved.broken).encode(errors="surrogateescape"),
            )
        with _told_moved(path):
            replace_whole(path, signature, encoded(saved.documents, shelf, path))
        kept = _count(len(saved.documents), "document is", "documents are")
        lost = (
            f"; {_count(len(saved.broken), 'part', 'parts')} of it could not be read" if saved.broken else ""
        )
        twice = f"; of {', '.join(saved.twice)} the first version is kept" if saved.twice else ""
        message = f"{path} can be read again: {kept} kept{lost}{twice}. As it was it is in {aside}"
        yield Mended(path, message, aside)

    def _tidy(self, path: Path) -> Iterator[Mended]:
        found = read_whole(path)
        if found is not None:
            data, signature = found
            aside = self._put_aside(path)
            with _told_moved(path):
                replace_whole(path, signature, tidied(data, path))
            yield Mended(path, f"{path} is written one document a line. As it was it is in {aside}", aside)

    def _write_again(self, path: Path) -> Iterator[Mended]:
        """Put back what the disk changed, if the file still is the one that was written."""
        found, shelf = read_whole(path), self._shelf(path)
        wrote = known_sums(self._places, self._id).get(shelf)
        if found is not None and wrote is not None and is_rotten(found, wrote):
            written = as_written(self._places, self._id, shelf, wrote.sum, self._now)
            if written is not None:
                aside = self._put_aside(path)
                with _told_moved(path):
                    replace_whole(path, found[1], written)
                yield Mended(path, f"{path} says again what was written. As it was it is in {aside}", aside)

    def _drop_double(self, path: Path, id: str) -> Iterator[Mended]:
        """Of an entry that stands in two months the one that is of another month goes."""
        for shelf in (self._shelf(path), *self._elsewhere(id, path)):
            taken = Shelf(self._places.journal, shelf)
            raw = taken.documents().get(id)
            if raw is not None and not shelf.endswith(str(raw.get("date"))[:7]):
                aside = self._put_aside(taken.path)
                with _told_moved(taken.path):
                    taken.put((Edit(shelf, id, raw, None),))
                message = f"{shelf}.json: {id} is taken out; the same stands in the month of its date."
                yield Mended(taken.path, f"{message} As it was it is in {aside}", aside)
                return

    def _elsewhere(self, id: str, path: Path) -> Iterator[str]:
        for other in sorted(path.parent.glob("*.json")):
            found = read_whole(other) if other != path and _is_file(other) else None
            if found is not None and id.encode() in found[0]:
                yield self._shelf(other)

    def _write_manifest(self, path: Path) -> Iterator[Mended]:
        was = known(self._places)
        if was is None:
            return
        aside = self._put_aside(path) if _is_file(path) else None
        manifest: Raw = {"schema": SCHEMA, **was.manifest}
        write_whole(path, encoded({was.id: manifest}, "journal", path))
        yield Mended(path, f"{path} is written again.", aside)

    def _shelf(self, path: Path) -> str:
        return path.relative_to(self._places.journal).with_suffix("").as_posix()

    def _put_aside(self, path: Path) -> Path:
        """A copy of a file, to the byte, in the folder of this repair; the file itself stays."""
        found = read_whole(path)
        for top in (self._places.journal, self._places.state / self._id):
            if path.is_relative_to(top):
                place = self._aside / path.relative_to(top)
                break
        else:
            place = self._aside / path.name
        data = b"" if found is None else found[0]
        private_folder(place.parent)
        write_whole(place, data)
        copied = read_whole(place)
        if copied is None or copied[0] != data:
            raise Unavailable(f"{place} is not as it was written.", "Is the disk in order?")
        return place


def _made_private(path: Path) -> Mended:
    """Raises Unavailable if the mode cannot be changed; what is found was no link."""
    with told("made private", path):
        wanted = 0o700 if path.is_dir() else 0o600
        path.chmod(wanted)
    return Mended(path, f"{path} is private to you now: {wanted:04o}.")


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


@contextlib.contextmanager
def _told_moved(path: Path) -> Iterator[None]:
    try:
        yield
    except Moved as error:
        raise Unavailable(f"Another program wrote {path} meanwhile.", "Try again.") from error


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
