"""The files of the user's own hand, in the config folder: settings.toml, and questions in prompts.d.

They are not in the journal's folder, which travels and which only `Journal` writes: how often one is asked,
in which words and in which colours is like the settings of a shell, and holds for every journal one opens.
Whoever wants the same elsewhere takes the config folder along (`netjournal path` names it).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netjournal.errors import JournalError, Misprint, Unavailable
from netjournal.settings import Mistake, Settings, read_text
from netjournal.store.files import private_folder, read_whole, write_whole

if TYPE_CHECKING:
    from netjournal.practice.prompt_library import Library
    from netjournal.practice.prompts import OwnFile, Prompt
    from netjournal.settings.editing import Value
    from netjournal.store.own_history import OwnHistory

_MUTED = "muted.toml"
_JOURNAL = "journal"
_HEAD = "# Questions that you do not want to be asked. Take a line out, and it may be asked again.\n"


class Noticed(NamedTuple):
    """Something in a file that does not hold, while the rest does: the file, its line (0: all of it).

    `about` is the setting; empty where it is not about one.
    """

    path: Path
    line: int
    message: str
    hint: str
    about: str = ""

    @property
    def said(self) -> str:
        """In one line: the file, the line, what is wrong and what was meant."""
        where = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{where}: {self.message} {self.hint}".strip()


class Own:
    """What stands in the config folder `folder`. Nothing is made before something is written.

    With a `history` what is written here can be taken back.
    """

    def __init__(self, folder: Path, history: Callable[[], OwnHistory] | None = None) -> None:
        self._history = history
        self.settings_file = folder / "settings.toml"
        self.prompts_folder = folder / "prompts.d"
        self._single = folder / "prompts.toml"
        self._built_in: tuple[Prompt, ...] = ()

    def read_settings(self) -> tuple[Settings, tuple[Noticed, ...]]:
        """The settings, and what in their file does not hold; for that the defaults do."""
        path = self.settings_file
        try:
            settings, mistakes = read_text(_text(path) or "")
        except Unavailable as error:
            return Settings(), (Noticed(path, 0, error.message, error.hint, _JOURNAL),)
        except Misprint as error:
            return Settings(), (Noticed(path, error.line, error.message, error.hint, _JOURNAL),)
        return settings, tuple(_noticed(path, mistake) for mistake in mistakes)

    def set(self, path: tuple[str, ...], value: Value) -> None:
        """Write one setting, and leave every other line as it is. Raises JournalError."""
        from netjournal.settings.editing import with_setting

        text = with_setting(_text(self.settings_file) or "", path, value)
        self._write(self.settings_file, text, f"the setting {'.'.join(path)}")

    def write_commented(self) -> Path:
        """Write the commented settings.toml; raises JournalError if there is one."""
        from netjournal.settings.describing import commented

        if _text(self.settings_file) is not None:
            hint = "`netjournal settings defaults` prints what you may copy into it."
            raise JournalError(f"{self.settings_file} is there already.", hint)
        self._write(self.settings_file, commented(), "the file of the settings")
        return self.settings_file

    def library(
        self, language: str, prompts: Sequence[Prompt] | None = None
    ) -> tuple[Library, tuple[Noticed, ...]]:
        """The questions (`prompts`, else the built-in ones) with the user's own, and what does not hold.

        A file with a slip in it counts for nothing; the others hold.
        """
        from netjournal.practice.prompt_library import put_together
        from netjournal.practice.prompts import built_in, read_prompts

        if prompts is None:
            prompts = self._built_in = self._built_in or built_in()
        known = {prompt.id: prompt for prompt in prompts}
        files: list[OwnFile] = []
        noticed: list[Noticed] = []
        paths: dict[str, Path] = {}
        for path in self.prompt_files():
            try:
                file = read_prompts(path.name, _text(path) or "", known)
            except Misprint as error:
                noticed.append(Noticed(path, error.line, error.message, error.hint))
            except Unavailable as error:
                noticed.append(Noticed(path, 0, error.message, error.hint))
            else:
                known |= {prompt.id: prompt for prompt in file.prompts}
                paths[file.name] = path
                files.append(file._replace(is_ours=path.name == _MUTED))
        library = put_together(prompts, files, language)
        noticed += [
            Noticed(paths[name], 0, f"there is no question `{id}` to mute.", meant)
            for name, id, meant in library.unknown
        ]
        return library, tuple(noticed)

    def prompt_files(self) -> Sequence[Path]:
        """The files of one's own questions, in the order in which they are read."""
        found = sorted(self.prompts_folder.glob("*.toml")) if self.prompts_folder.is_dir() else []
        return [self._single, *found] if self._single.exists() else found

    def mute(self, prompt: Prompt) -> Path:
        """Never ask this again; gives the file that says so. Raises JournalError if it cannot be written."""
        muted = self._muted()
        if prompt.id not in muted:
            self._write_muted({**muted, prompt.id: prompt.text}, f"never asking “{prompt.shown}”")
        return self.prompts_folder / _MUTED

    def unmute(self, id: str, library: Library) -> None:
        """Ask it again; raises JournalError if it is not muted, or if a file written by hand mutes it."""
        names = next((names for prompt, names in library.muted if prompt.id == id), ())
        by_hand = [name for name in names if name != _MUTED]
        if by_hand:
            raise JournalError(f"{' and '.join(by_hand)} says `{id}` is muted.", "Take it out there.")
        muted = self._muted()
        if id not in muted:
            raise JournalError(f"`{id}` is not muted.")
        rest = {key: text for key, text in muted.items() if key != id}
        self._write_muted(rest, f"asking “{muted[id] or id}” again")

    def take_back(self) -> str | None:
        """Bring back what was written here last, and say what; None if the journal was changed since, or
        nothing was written. Raises JournalError where it was changed by another hand since.
        """
        return self._history().take_back() if self._history is not None else None

    def _muted(self) -> dict[str, str]:
        """The ids in the file that the app keeps, each with what is noted behind it."""
        from netjournal.practice.prompts import read_prompts

        path = self.prompts_folder / _MUTED
        text = _text(path) or ""
        try:
            ids = read_prompts(path.name, text, {}).mute
        except Misprint as error:
            notice = Noticed(path, error.line, error.message, "")
            raise JournalError(notice.said, "Mend the line, or take the file away.") from error
        notes = {}
        for line in text.splitlines():
            quoted, _, note = line.strip().partition(",")
            notes[quoted.strip("\"'")] = note.strip().removeprefix("#").strip()
        return {id: notes.get(id, "") for id in ids}

    def _write_muted(self, muted: dict[str, str], title: str) -> None:
        from netjournal.settings.editing import as_toml

        lines = [f"  {as_toml(id)},{f' # {text}' if text else ''}" for id, text in muted.items()]
        self._write(self.prompts_folder / _MUTED, "\n".join([f"{_HEAD}mute = [", *lines, "]", ""]), title)

    def _write(self, path: Path, text: str, title: str) -> None:
        """Where it is a link, as dotfiles often are, what it leads to is written."""
        private_folder(path.parent)
        path, before = path.resolve(), _text(path)
        write_whole(path, text.encode())
        if self._history is not None:
            with contextlib.suppress(JournalError):  # what is written is written; it only stays then
                self._history().remember(path, before, text, title)


def refuse_lost(mistakes: Iterable[Noticed]) -> None:
    """Raises JournalError if a mistake is about where the journal lies: no other is written instead."""
    for mistake in mistakes:
        if mistake.about == _JOURNAL:
            raise JournalError(mistake.said, "Until it is mended, --journal says which journal is meant.")


def _noticed(path: Path, mistake: Mistake) -> Noticed:
    return Noticed(path, mistake.line, mistake.message, mistake.hint, mistake.about)


def _text(path: Path) -> str | None:
    """The text of a file, None without one. Raises Misprint if it is no text, or Unavailable."""
    found = read_whole(path.resolve())
    if found is None:
        return None
    try:
        return found[0].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found[0][: error.start].count(b"\n") + 1
        raise Misprint("this is not text in UTF-8.", "", line) from error
