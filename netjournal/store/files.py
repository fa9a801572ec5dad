"""Whole, private files: read without following links, written so that the old or the new one stands."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from netjournal.errors import Unavailable

Signature = tuple[int, int, int]
"""What changes whenever a file is rewritten or replaced: when that was, in nanoseconds, its bytes, its inode.

A plain tuple: a journal of a century has 1,200 of them, which every command compares.
"""

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_SHARE = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_ROOT = 0
_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP)
HALF = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")
"""The name of a file that is not yet, or no more, the one whose name stands in it."""


class Moved(Exception):
    """A file was replaced from outside between our read and our write; read again and repeat."""


def signature_in(status: os.stat_result) -> Signature:
    """The signature in what `stat` says of a file."""
    return status.st_mtime_ns, status.st_size, status.st_ino


def signature(path: Path) -> Signature | None:
    """The signature of what is at `path`, a link itself if it is one; None if there is nothing."""
    with told("read", path):
        try:
            return signature_in(os.lstat(path))
        except FileNotFoundError:
            return None


@contextlib.contextmanager
def told(doing: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses into Unavailable: ``<path> could not be <doing>: <its reason>``."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ELOOP:
            what = f"{path} is a symbolic link, which is not followed."
            raise Unavailable(what, "Put the file itself there, or move the link away.") from error
        if error.errno == errno.ENOTDIR:
            what = f"{path} could not be {doing}: something else stands where a folder should be."
            raise Unavailable(what, "Move it away.") from error
        hint = "Is it yours to read?" if doing == "read" else "Is the disk full, or the folder not yours?"
        raise Unavailable(f"{path} could not be {doing}: {error.strerror or error}.", hint) from error


def private_folder(path: Path) -> Path:
    """`path` as a folder; it and its parents are made with mode 0700 where they are missing.

    The umask takes nothing from that. Raises Unavailable for a symbolic link and for a folder of others.
    """
    with told("made", path):
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            private_folder(path.parent)
            _make(path)
        else:
            refuse_foreign(path, status)
    return path


def _make(path: Path) -> None:
    with contextlib.suppress(FileExistsError):  # somebody was faster
        path.mkdir(mode=_PRIVATE_FOLDER)
        path.chmod(_PRIVATE_FOLDER)  # the umask may have taken from it
        sync_folder(path.parent)


def refuse_foreign(path: Path, status: os.stat_result) -> None:
    """Raises Unavailable for a symbolic link, and for what belongs neither to us nor to the system."""
    if stat.S_ISLNK(status.st_mode):
        raise Unavailable(f"{path} is a symbolic link.", "Put what it leads to in its place.")
    if status.st_uid not in (os.geteuid(), _ROOT):
        raise Unavailable(f"{path} belongs to another user.", "Make it yours, or move it away.")


def open_private(path: Path) -> int:
    """A descriptor to read and write a file of ours (0600), made if it is not there.

    Raises OSError, and Unavailable for a file of others.
    """
    return _open_private(path, _SHARE)


def make_private(path: Path) -> None:
    """An empty file of ours (0600) where none is; one that is there is not opened.

    To close it would take away the locks that a database in this process holds on it, and another process
    would tidy up under it (sqlite.org/howtocorrupt.html §2.2). Raises OSError, and Unavailable for a file of
    others.
    """
    with contextlib.suppress(FileExistsError):  # somebody was faster
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            os.close(_open_private(path, _CREATE))
            return
        refuse_foreign(path, status)
        if stat.S_IMODE(status.st_mode) != _PRIVATE_FILE:
            path.chmod(_PRIVATE_FILE)


def _open_private(path: Path, flags: int) -> int:
    descriptor = os.open(path, flags, _PRIVATE_FILE)
    try:
        status = os.fstat(descriptor)
        refuse_foreign(path, status)
        if stat.S_IMODE(status.st_mode) != _PRIVATE_FILE:  # the umask took from it
            os.fchmod(descriptor, _PRIVATE_FILE)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def read_whole(path: Path) -> tuple[bytes, Signature] | None:
    """The bytes at `path` with their signature, None if there is no such file.

    Raises Unavailable for a symbolic link, for anything that is not a regular file, and for that of others.
    """
    with told("read", path):
        try:
            descriptor = os.open(path, _READ)
        except FileNotFoundError:
            return None
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unavailable(f"{path} is not a regular file.", "Move it out of the journal's folder.")
            refuse_foreign(path, status)
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(), signature_in(status)
        finally:
            os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` (0600) so that a crash at any moment leaves the old or the new file, whole."""
    write_parts(path, (data,))


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """The same for what is made while it is written and never held as a whole."""
    with told("written", path), _temporary(path, parts) as temporary:
        os.replace(temporary, path)
        sync_folder(path.parent)


@contextlib.contextmanager
def written_after(path: Path, data: bytes) -> Iterator[None]:
    """Put `data` at `path` if what is done within succeeds; the disk has room for it before that begins.

    Not for what must outlive a power cut.
    """
    with contextlib.ExitStack() as stack:
        with told("written", path):
            temporary = stack.enter_context(_temporary(path, (data,), lasting=False))
        yield
        with told("written", path):
            os.replace(temporary, path)


def replace_whole(path: Path, old: Signature | None, data: bytes) -> Signature:
    """The same for a file that others may write too, if it still is the `old` one; gives its new signature.

    The new file is always later than the old one, so that no two of its versions look alike.
    Raises Moved if there is another file by now, and Unavailable.
    """
    with told("written", path), _temporary(path, (data,)) as temporary:
        status = os.lstat(temporary)
        before, *_ = old or (0,)
        if status.st_mtime_ns <= before:
            os.utime(temporary, ns=(status.st_atime_ns, before + 1))
            status = os.lstat(temporary)
        if signature(path) != old:
            raise Moved
        os.replace(temporary, path)
        sync_folder(path.parent)
        return signature_in(status)


def sync_folder(path: Path) -> None:
    """Make the names in a folder last through a power cut, where the file system can."""
    descriptor = os.open(path, _FOLDER)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def beside(path: Path) -> Path:
    """A name for half of the file at `path`, which nobody else uses."""
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")


@contextlib.contextmanager
def _temporary(path: Path, parts: Iterable[bytes], *, lasting: bool = True) -> Iterator[Path]:
    """A file beside `path` that holds `parts`; gone if what is done with it fails."""
    temporary = beside(path)
    try:
        with open(_open_private(temporary, _CREATE), "wb") as file:
            file.writelines(parts)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        yield temporary
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
