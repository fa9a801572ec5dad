"""git as it is on this machine, run in a journal's folder: no shell, no prompt, its words in English."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError, Misused

NAME = "netjournal"
_ORIGIN = "origin"
_MAIL = "netjournal@localhost"
_SETTINGS = ("core.quotePath=false", "core.autocrlf=false", "core.fsync=committed,reference")
_PATIENCE = 300.0
_OFFLINE = re.compile(
    r"could not resolve|couldn't connect|failed to connect|timed out|connection (?:refused|reset|closed)"
    r"|network is unreachable|no route to host|name or service not known|temporary failure in name"
    r"|host is down|lost connection",
    re.IGNORECASE,
)
_REJECTED = re.compile(r"\[rejected\]|fetch first|cannot lock ref|failed to (?:lock|update) ref")
_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What a git that called us says of another folder."""


def without_password(text: str) -> str:
    """The address of a remote as it may be shown: without who logs in there, and how."""
    return re.sub(r"(?<=://)[^@/\s]*@", "", text)


class Offline(Exception):
    """The remote cannot be reached just now."""


class Quicker(Exception):
    """Another machine pushed in between."""


class _Done(NamedTuple):
    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "replace").strip()


class Git:
    """The repository of a journal, in its folder. Raises JournalError with git's own words."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        known = {name: value for name, value in environment.items() if name not in _OURS}
        known |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}
        if "GIT_SSH_COMMAND" not in known and "GIT_SSH" not in known:
            known["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes -oConnectTimeout=15"
        self._environment = known

    @property
    def is_set_up(self) -> bool:
        """Whether the folder has a repository of its own."""
        return (self.folder / ".git").exists()

    def set_up(self, driver: str) -> None:
        """Make the repository, if there is none, private, with its merge driver and a neutral author."""
        if not self.is_set_up:
            self.run("-c", "init.defaultBranch=main", "init", "-q")
            with contextlib.suppress(OSError):
                (self.folder / ".git").chmod(0o700)
        self.setting("merge.netjournal.name", "netjournal, by document and field")
        self.setting("merge.netjournal.driver", driver)
        for key, value in (("user.name", NAME), ("user.email", _MAIL), ("pull.rebase", "false")):
            if key not in self._settings:
                self.setting(key, value)

    def setting(self, key: str, value: str) -> None:
        """Put a setting into the configuration of this repository, if it is not there."""
        if self._settings.get(key) != value:
            self.run("config", "--local", key, value)
            self._settings[key] = value

    @cached_property
    def _settings(self) -> dict[str, str]:
        self.run("rev-parse", "--git-dir")  # says so where git does not trust the owner of the folder
        rows = self.run("config", "--local", "--list", "-z").out.decode("utf-8", "replace").split("\0")
        return {key: value for key, _, value in (row.partition("\n") for row in rows)}

    @property
    def remote(self) -> str:
        """The address of the remote that is synced with, empty if there is none."""
        return self._settings.get(f"remote.{_ORIGIN}.url", "")

    def point_to(self, remote: str) -> None:
        """Sync with `remote` from now on. Raises Misused for what is no address."""
        if remote.startswith("-") or "\n" in remote or not remote.strip():
            raise Misused(f"{remote!r} is no address of a git remote.")
        if remote != self.remote:
            self.run("remote", "set-url" if self.remote else "add", _ORIGIN, remote)
            self._settings[f"remote.{_ORIGIN}.url"] = remote

    def follow(self, branch: str) -> None:
        """Let a pull by hand know where from."""
        self.setting(f"branch.{branch}.remote", _ORIGIN)
        self.setting(f"branch.{branch}.merge", f"refs/heads/{branch}")

    def forget_remote(self) -> None:
        """Sync with no remote any more."""
        self.run("remote", "remove", _ORIGIN)
        del self._settings

    def branch(self) -> str:
        """The branch one is on; raises JournalError if on none, or where a merge by hand is not finished."""
        if (self.folder / ".git" / "MERGE_HEAD").exists():
            raise JournalError(
                "A merge that was begun by hand is not finished.",
                "Finish it with `git commit`, then sync again.",
            )
        name = self._try("symbolic-ref", "--short", "HEAD").text
        if not name:
            raise JournalError("The journal's repository is on no branch.", "`git switch main` goes to one.")
        return name

    def take_branch(self, name: str) -> None:
        """Be on a branch from the beginning on; nothing is committed yet."""
        self.run("symbolic-ref", "HEAD", f"refs/heads/{name}")

    def remote_branch(self) -> str:
        """The branch that others push to, empty if nobody did yet. Raises Offline."""
        done = self._reach("ls-remote", "--symref", _ORIGIN)
        found = re.search(r"^ref: refs/heads/(\S+)\tHEAD$", done.text, re.MULTILINE)
        heads = re.findall(r"^\w+\trefs/heads/(\S+)$", done.text, re.MULTILINE)
        if found and found[1] in heads:
            return found[1]
        return next(iter(sorted(heads, key=lambda name: (name != "main", name))), "")

    def fetch(self, branch: str) -> str:
        """The newest commit of the remote's branch, empty if it has none yet. Raises Offline."""
        fetch = ("fetch", "-q", "--no-tags", _ORIGIN)
        done = self._reach(*fetch, may_fail="couldn't find remote ref", to=branch)
        return self.commit_of("FETCH_HEAD") if done.code == 0 else ""

    def push(self, branch: str) -> None:
        """Hand over what is new here. Raises Offline, and Quicker if the remote has something newer."""
        self._reach("push", "-q", _ORIGIN, to=f"HEAD:refs/heads/{branch}")

    def commit_of(self, name: str) -> str:
        """The id of the commit called `name`, empty if there is none."""
        return self._try("rev-parse", "-q", "--verify", f"{name}^{{commit}}").text

    def common(self, one: str, other: str) -> str:
        """The commit that both come from, empty if none is."""
        return self._try("merge-base", one, other).text

    def tree(self, commit: str) -> dict[str, str]:
        """The files of a commit, links left out: the id of each by its path; none without a commit."""
        if not commit:
            return {}
        rows = self.run("ls-tree", "-r", "-z", commit).out.split(b"\0")
        parts = (row.partition(b"\t") for row in rows if row.startswith((b"100644", b"100755")))
        return {path.decode("utf-8", "surrogateescape"): head.split()[2].decode() for head, _, path in parts}

    def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of files by their ids."""
        wanted = list(dict.fromkeys(ids))
        data = self.run("cat-file", "--batch", given="".join(f"{id}\n" for id in wanted).encode()).out
        found: dict[str, bytes] = {}
        place = 0
        for id in wanted:
            end = data.index(b"\n", place)
            size = int(data[place:end].split()[2])
            found[id] = data[end + 1 : end + 1 + size]
            place = end + 2 + size
        return found

    def changed(self) -> list[str]:
        """The files that are other than they were committed, new, or gone."""
        which = ("--no-renames", "--untracked-files=all", "--ignored=matching")
        rows = self.run("status", "--porcelain", "-z", *which).out
        return [os.fsdecode(row[3:]) for row in rows.split(b"\0") if row]

    def commit(self, paths: Iterable[str], words: str) -> None:
        """Commit these files as they are."""
        self._add(paths)
        self.run("commit", "-q", "-m", words)

    def join(self, paths: Iterable[str], theirs: str, words: str) -> None:
        """Commit these files as what the branch and `theirs` make together; where it is the same go there."""
        self._add(paths)
        tree = self.run("write-tree").text
        head = self.commit_of("HEAD")
        new = theirs
        is_behind = not head or self.common(head, theirs) == head
        if not is_behind or tree != self.run("rev-parse", f"{theirs}^{{tree}}").text:
            parents = [part for parent in (head, theirs) if parent for part in ("-p", parent)]
            new = self.run("commit-tree", tree, *parents, "-m", words).text
        self.run("update-ref", "-m", words, "HEAD", new, *([head] if head else []))

    def take_others(self, base: str, theirs: str, is_ours: Callable[[str], bool]) -> None:
        """Take over files that are not the journal's, as far as only the others changed them."""
        began, mine, new = (self.tree(commit) for commit in (base, self.commit_of("HEAD"), theirs))
        for path in sorted(mine.keys() | new.keys()):
            if is_ours(path) or mine.get(path) == new.get(path) or mine.get(path) != began.get(path):
                continue
            untouched = path in mine and self._try("diff-files", "--quiet", "--", path).code == 0
            if path in new:
                self.run("update-index", "--add", "--cacheinfo", f"100644,{new[path]},{path}")
                self._try("checkout-index", "-q", *(["-f"] if untouched else []), "--", path)
            else:
                self.run("update-index", "--force-remove", "--", path)

    def _add(self, paths: Iterable[str]) -> None:
        names = b"".join(os.fsencode(path) + b"\0" for path in paths)
        self.run("add", "-f", "--pathspec-from-file=-", "--pathspec-file-nul", "--", given=names)

    def _reach(self, *words: str, to: str = "", may_fail: str = "\0") -> _Done:
        done = self._try(*words, *([to] if to else []))
        if done.code == 0 or may_fail in done.err:
            return done
        where = Path(self.remote)
        if _OFFLINE.search(done.err) or (where.is_absolute() and not where.exists()):
            raise Offline
        if _REJECTED.search(done.err):
            raise Quicker
        raise _refused(done)

    def run(self, *words: str, given: bytes = b"") -> _Done:
        """What `git WORDS` prints; raises JournalError if it fails."""
        done = self._try(*words, given=given)
        if done.code != 0:
            raise _refused(done)
        return done

    def _try(self, *words: str, given: bytes = b"") -> _Done:
        command = ["git", *(part for setting in _SETTINGS for part in ("-c", setting)), *words]
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                env=self._environment,
                input=given,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except FileNotFoundError as error:
            raise JournalError(
                "git is not on this machine.", "Install it, or share the journal's folder in another way."
            ) from error
        except subprocess.TimeoutExpired as error:
            raise Offline from error
        return _Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def _refused(done: _Done) -> JournalError:
    lines = [without_password(line.strip()) for line in done.err.splitlines() if line.strip()]
    told = next((line for line in lines if line.startswith(("fatal:", "error:", "ssh:", "ERROR:"))), "")
    said = told or next(iter(lines), f"it ended with {done.code}")
    lock = re.search(r"Unable to create '(.+\.lock)'", done.err)
    hint = (
        f"If no other git is at work here, remove {lock[1]}."
        if lock
        else "Everything you wrote is kept here."
    )
    return JournalError(f"git could not do it: {said}", hint)
