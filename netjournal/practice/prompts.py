"""The questions a log may be followed by: the built-in ones, and the user's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from netjournal.errors import JournalError
from netjournal.model import DIMENSIONS, SCALES, Dimension, Scale
from netjournal.practice.situation import KEYS, TRUE, Situation

LONGEST = 90
"""Letters in a question: what one reads in four seconds (reflection.md §2.4)."""

_BUILT_IN = Path(__file__).with_name("prompts.toml")
_NOTHING: frozenset[str] = frozenset()
_NOT_ONE_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One question, of at most 90 letters.

    It fits when every key of `when` holds with one of its values, and no key of `unless` does (the keys are
    `situation.KEYS`). `scale` is what a rating of the answer rates; None is how much of a friend one was.
    """

    id: str
    dimension: Dimension
    text: str
    when: Mapping[str, tuple[str, ...]] = {}
    unless: Mapping[str, tuple[str, ...]] = {}
    scale: Scale | None = None

    def fits(self, situation: Situation) -> bool:
        """Whether this may be asked there."""
        for key, values in self.when.items():
            if situation.get(key, _NOTHING).isdisjoint(values):
                return False
        return all(situation.get(key, _NOTHING).isdisjoint(values) for key, values in self.unless.items())


def built_in() -> tuple[Prompt, ...]:
    """The prompts that come with netjournal, by theme. Read anew at each call."""
    prompts, _ = _read(_BUILT_IN)
    return prompts


def with_own(prompts: Sequence[Prompt], path: Path) -> tuple[Prompt, ...]:
    """`prompts` with those of the user's own file at `path`, and without those it mutes.

    The file is TOML: ``prompt = [{ id = …, dimension = …, text = … }]`` with `when`, `unless` and `scale`
    where wanted, and ``mute = ["id", …]``. An own prompt with the id of another takes its place. Without the
    file nothing changes. Raises JournalError naming the file, the prompt and what was probably meant.
    """
    try:
        own, mute = _read(path)
    except FileNotFoundError:
        return tuple(prompts)
    by_id = {prompt.id: prompt for prompt in (*prompts, *own)}
    for id in mute:
        if id not in by_id:
            _refuse(path, f"there is no prompt {id} to mute", _meant(id, by_id))
    return tuple(prompt for id, prompt in by_id.items() if id not in mute)


def _read(path: Path) -> tuple[tuple[Prompt, ...], tuple[str, ...]]:
    try:
        document = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise JournalError(
            f"The prompts in {path} cannot be read: {error}.", "Mend the line, or move the file away."
        ) from error
    _known_names(path, "the file", document, ("prompt", "mute"))
    prompts: dict[str, Prompt] = {}
    for number, raw in enumerate(_list(path, "prompt", document.get("prompt", [])), 1):
        prompt = _prompt(path, number, raw)
        if prompt.id in prompts:
            _refuse(path, f"prompt {prompt.id} is there twice", "Give one of them another id.")
        prompts[prompt.id] = prompt
    mute = _list(path, "mute", document.get("mute", []))
    return tuple(prompts.values()), tuple(_line(path, "mute", "an id", id) for id in mute)


def _prompt(path: Path, number: int, raw: object) -> Prompt:
    if not isinstance(raw, dict):
        _refuse(
            path, f"prompt number {number} is no table", 'Write { id = "…", dimension = "…", text = "…" }.'
        )
    id = _line(path, f"prompt number {number}", "id", raw.get("id"))
    where = f"prompt {id}"
    _known_names(path, where, raw, Prompt.__struct_fields__)
    text = _line(path, where, "text", raw.get("text"))
    if len(text) > LONGEST:
        _refuse(path, f"{where} has {len(text)} letters", f"A question has at most {LONGEST}.")
    return Prompt(
        id=id,
        dimension=_one_of(path, f"{where}: dimension", raw.get("dimension"), DIMENSIONS),
        text=text,
        when=_context(path, f"{where}: when", raw.get("when", {})),
        unless=_context(path, f"{where}: unless", raw.get("unless", {})),
        scale=_one_of(path, f"{where}: scale", raw["scale"], SCALES) if "scale" in raw else None,
    )


def _context(path: Path, where: str, raw: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, dict):
        _refuse(path, f"{where} is no table", 'Write { channel = "call", first = true }, for example.')
    _known_names(path, where, raw, KEYS)
    return {key: _values(path, f"{where}: {key}", value, KEYS[key]) for key, value in raw.items()}


def _values(path: Path, where: str, raw: object, known: tuple[str, ...]) -> tuple[str, ...]:
    if known == (TRUE,):
        if raw is not True:
            _refuse(path, f"{where} can only be true", "To ask when it is not so, put it under unless.")
        return known
    if raw == []:
        _refuse(path, f"{where} is empty, so it never matches", f"It may be {', '.join(known)}.")
    return tuple(_one_of(path, where, value, known) for value in (raw if isinstance(raw, list) else [raw]))


def _one_of(path: Path, where: str, value: Any, known: tuple[Any, ...]) -> Any:
    if value not in known:
        said = "is missing" if value is None else f"cannot be {_quoted(value)}"
        _refuse(path, f"{where} {said}", _meant(value, known))
    return value


def _known_names(path: Path, where: str, raw: Collection[str], known: Collection[str]) -> None:
    for name in raw:
        if name not in known:
            _refuse(path, f"{where} has an unknown key {_quoted(name)}", _meant(name, known))


def _line(path: Path, where: str, what: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or _NOT_ONE_LINE.search(value):
        said = "is missing" if value is None else f"cannot be {_quoted(value)}"
        _refuse(path, f"{where}: {what} {said}", "It is one line of text in quotes.")
    return value.strip()


def _list(path: Path, where: str, value: object) -> list[object]:
    if not isinstance(value, list):
        _refuse(path, f"{where} is no list", f"Write {where} = [ … ].")
    return value


def _quoted(value: object) -> str:
    written = repr(value) if not isinstance(value, str) else f"“{value}”"
    return written if len(written) <= 40 else f"{written[:38]}…"


def _meant(value: object, known: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(value, known, n=1) if isinstance(value, str) else []
    if close:
        return f"Did you mean {close[0]}?"
    return f"It may be {', '.join(known)}." if len(known) <= len(KEYS) else ""


def _refuse(path: Path, what: str, hint: str) -> NoReturn:
    raise JournalError(f"{path}: {what}.", hint)
