"""The questions a log may be followed by: what one is, and reading the files in which they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import msgspec

from netjournal.errors import Misprint
from netjournal.language.entry_words import shortened
from netjournal.model import DIMENSIONS, SCALES, Dimension, Scale
from netjournal.practice.situation import KEYS, TRUE, Situation
from netjournal.settings import toml

LONGEST = 90
"""Letters in a question: what one reads in four seconds (reflection.md §2.4)."""

_GOAL = "{goal}"

_BUILT_IN = Path(__file__).with_name("prompts.toml")
_NOT_ONE_LINE = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_AT_LINE = r" \(at line ([0-9]+), column [0-9]+\)| \(at end of document\)"
_IN_FILE = ("prompt", "mute", "language")
_NOTHING: frozenset[str] = frozenset()


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One question, of at most 90 letters.

    It fits when every key of `when` holds with one of its values, and no key of `unless` does (the keys are
    `situation.KEYS`). `scale` is what a rating of the answer rates; None is how much of a friend one was.
    ``{goal}`` in the `text` stands for the words of a small goal (`about_goals`).
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

    @property
    def shown(self) -> str:
        """The text in a list of questions, where it is about no goal in particular."""
        return self.text.replace(_GOAL, "“…”")


def about_goals(prompts: Iterable[Prompt], goals: Sequence[str]) -> tuple[Prompt, ...]:
    """`prompts` as they are asked after an entry that counts toward `goals` (their words).

    What names a goal is asked of one alone; its words are cut where the question would grow too long.
    """
    [goal] = goals if len(goals) == 1 else [""]
    return tuple(
        _with_goal(prompt, goal) if goal and _GOAL in prompt.text else prompt
        for prompt in prompts
        if goal or _GOAL not in prompt.text
    )


def _with_goal(prompt: Prompt, goal: str) -> Prompt:
    room = max(1, LONGEST - len(prompt.text.replace(_GOAL, "“”")))
    return msgspec.structs.replace(
        prompt, text=prompt.text.replace(_GOAL, f"“{shortened(goal.rstrip(' .'), room)}”")
    )


class OwnFile(NamedTuple):
    """What a file of one's own says: its questions, the ids it mutes, and its language (empty: any).

    `name` is that of the file; `is_ours` if the app keeps it, so that an id it mutes may be gone by now.
    """

    name: str
    prompts: tuple[Prompt, ...] = ()
    mute: tuple[str, ...] = ()
    language: str = ""
    is_ours: bool = False


def built_in() -> tuple[Prompt, ...]:
    """The prompts that come with netjournal, by theme. Read anew at each call."""
    return read_prompts(_BUILT_IN.name, _BUILT_IN.read_text("utf-8"), {}).prompts


def read_prompts(name: str, text: str, known: Mapping[str, Prompt]) -> OwnFile:
    """What a file of that name says.

    It is TOML: ``prompt = [{ id = …, dimension = …, text = … }]`` or ``[[prompt]]`` tables, with `when`,
    `unless` and `scale` where wanted, ``mute = ["id", …]`` and ``language = "de"``. A prompt with the id of
    one in `known` and no dimension is that one in other words. Raises Misprint with the line, the id of the
    prompt and what was probably meant.
    """
    if len(text) > toml.LONGEST:
        raise Misprint(toml.TOO_LONG, toml.TAKE_OUT)
    try:
        document = toml.loads(text)
    except (ValueError, RecursionError) as error:
        at = re.search(_AT_LINE, str(error))
        line = int(at[1]) if at and at[1] else len(text.splitlines())
        why = re.sub(_AT_LINE, "", str(error))
        raise Misprint(f"this is not TOML: {why[:1].lower()}{why[1:]}.", "Mend the line.", line) from error
    return _Reader(text, known).file(name, document)


class _Reader:
    """Reads one document; `text` is looked through only to say on which line a slip stands."""

    def __init__(self, text: str, known: Mapping[str, Prompt]) -> None:
        self._text = text
        self._known = known
        self._id = ""

    def file(self, name: str, document: Mapping[str, Any]) -> OwnFile:
        """The whole file."""
        self._known_names(document, _IN_FILE, "the file")
        prompts: dict[str, Prompt] = {}
        for number, raw in enumerate(self._list("prompt", document.get("prompt", [])), 1):
            prompt = self._prompt(number, raw)
            if prompt.id in prompts:
                self._refuse(f"`{prompt.id}` is there twice.", "Give one of them another id.", prompt.id)
            prompts[prompt.id] = prompt
        self._id = ""
        mute = [self._line("mute", id) for id in self._list("mute", document.get("mute", []))]
        language = self._line("language", document["language"]) if "language" in document else ""
        return OwnFile(name, tuple(prompts.values()), tuple(mute), language)

    def _prompt(self, number: int, raw: object) -> Prompt:
        if not isinstance(raw, dict):
            self._refuse(
                f"prompt number {number} is no table.", 'Write { id = "…", dimension = "…", text = "…" }.'
            )
        self._id = ""
        self._id = self._line("id", raw.get("id"), f"prompt number {number}")
        self._known_names(raw, Prompt.__struct_fields__, f"`{self._id}`")
        text = self._line("text", raw.get("text"))
        if len(text) > LONGEST:
            self._refuse(
                f"`{self._id}` has {len(text)} letters.", f"A question has at most {LONGEST}.", "text"
            )
        other = self._known.get(self._id)
        if other is not None and "dimension" not in raw:
            raw = {"dimension": other.dimension, "when": other.when, "unless": other.unless, **raw}
            if other.scale is not None:
                raw = {"scale": other.scale, **raw}
        return Prompt(
            id=self._id,
            dimension=self._one_of("dimension", raw.get("dimension"), DIMENSIONS),
            text=text,
            when=self._context("when", raw.get("when", {})),
            unless=self._context("unless", raw.get("unless", {})),
            scale=self._one_of("scale", raw["scale"], SCALES) if "scale" in raw else None,
        )

    def _context(self, where: str, raw: object) -> dict[str, tuple[str, ...]]:
        if not isinstance(raw, Mapping):
            self._refuse(
                f"`{where}` of `{self._id}` is no table.", 'Write { channel = "call", first = true }.', where
            )
        self._known_names(raw, KEYS, f"`{self._id}`")
        return {key: self._values(key, value, KEYS[key]) for key, value in raw.items()}

    def _values(self, key: str, raw: object, known: tuple[str, ...]) -> tuple[str, ...]:
        if known == (TRUE,):
            if raw is not True and raw != known:
                hint = "To ask when it is not so, put it under unless."
                self._refuse(f"`{key}` in `{self._id}` can only be true.", hint, key)
            return known
        if raw == []:
            self._refuse(f"`{key}` in `{self._id}` is empty, so it never fits.", _may_be(known), key)
        values = raw if isinstance(raw, list | tuple) else [raw]
        return tuple(self._one_of(key, value, known) for value in values)

    def _one_of(self, key: str, value: Any, known: tuple[Any, ...]) -> Any:
        if value not in known:
            said = "is missing" if value is None else f"cannot be {_quoted(value)}"
            hint = (meant(value, known) if isinstance(value, str) else "") or _may_be(known)
            self._refuse(f"`{key}` in `{self._id}` {said}.", hint, key)
        return value

    def _known_names(self, raw: Collection[str], known: Collection[str], where: str) -> None:
        for name in raw:
            if name not in known:
                hint = meant(name, known) or _may_be(known)
                self._refuse(f"unknown key `{name}` in {where}.", hint, name)

    def _line(self, key: str, value: object, where: str = "") -> str:
        if not isinstance(value, str) or not value.strip() or not _is_one_line(value):
            said = "is missing" if value is None else f"cannot be {_quoted(value)}"
            place = where or (f"`{self._id}`" if self._id else "the file")
            self._refuse(f"`{key}` in {place} {said}.", "It is one line of text in quotes.", key)
        return value.strip()

    def _list(self, key: str, value: object) -> list[object]:
        if not isinstance(value, list):
            self._refuse(f"`{key}` is no list.", f"Write {key} = [ … ].", key)
        return value

    def _refuse(self, what: str, hint: str, word: str = "") -> NoReturn:
        raise Misprint(what, hint, self._line_of(word))

    def _line_of(self, word: str) -> int:
        """The line where `word` stands, from the prompt being read on; 0 if it cannot be told."""
        lines = self._text.splitlines()
        ids = [number for number, line in enumerate(lines) if self._id and re.search(_said(self._id), line)]
        start = ids[0] if ids else 0
        if word == self._id and len(ids) > 1:
            return ids[1] + 1
        named = (
            number
            for number in range(start, len(lines))
            if re.search(rf"\b{re.escape(word)}\b", lines[number])
        )
        return next(named, start if ids else -1) + 1 if word else start + 1 if ids else 0


def _is_one_line(text: str) -> bool:
    return text.isprintable() or re.search(_NOT_ONE_LINE, text) is None


def _said(id: str) -> str:
    return rf"""\bid\s*=\s*["']{re.escape(id)}["']"""


def _may_be(known: Collection[str]) -> str:
    return f"It may be {', '.join(known)}."


def _quoted(value: object) -> str:
    written = (
        f"“{value}”"
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
    return written if len(written) <= 40 else f"{written[:38]}…"


def meant(said: str, known: Collection[str]) -> str:
    """``Did you mean `trust-01`?``; empty where nothing is like it."""
    from difflib import get_close_matches

    padded = re.sub(r"-(\d)\Z", r"-0\1", said)
    close = [padded] if padded in known else get_close_matches(said, list(known), n=1)
    return f"Did you mean `{close[0]}`?" if close else ""
