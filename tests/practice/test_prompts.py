from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from netjournal.errors import JournalError
from netjournal.model import DIMENSIONS
from netjournal.practice.prompts import LONGEST, Prompt, built_in, with_own

PROMPTS = built_in()
SOMEONE = {"first", "known", "gap", "group", "field", "ahead", "intro"}
"""Keys that hold only where somebody is named."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "prompts.toml"


def written(path: Path, *prompts: str, mute: str = "") -> Path:
    path.write_text(f"prompt = [{', '.join(prompts)}]\n{mute}", "utf-8")
    return path


def test_built_in_prompts_are_enough_for_every_theme_and_situation() -> None:
    themes = Counter(prompt.dimension for prompt in PROMPTS)
    assert set(themes) == set(DIMENSIONS)
    assert min(themes.values()) >= 8
    assert len(PROMPTS) >= 101
    always = {prompt.dimension for prompt in PROMPTS if not prompt.when}
    assert len(always) >= 11


def test_ids_number_the_prompts_of_a_theme_so_that_none_is_lost_or_used_again() -> None:
    themes = Counter(prompt.dimension for prompt in PROMPTS)
    expected = {f"{theme}-{number + 1:02}" for theme, count in themes.items() for number in range(count)}
    assert {prompt.id for prompt in PROMPTS} == expected
    assert all(prompt.id.startswith(prompt.dimension) for prompt in PROMPTS)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_a_built_in_prompt_reads_well(prompt: Prompt) -> None:
    assert len(prompt.text) <= LONGEST
    assert prompt.text.isascii(), "shown on any terminal"
    assert "!" not in prompt.text
    assert prompt.text[0].isupper()
    assert prompt.text[-1] in "?."
    assert "?" in prompt.text
    unwelcome = (
        r"contacts?|leads?|pipeline|score|overdue|streak|touchpoint|network\w*|why didn't|today|you two"
    )
    assert not re.search(rf"\b({unwelcome})\b", prompt.text.lower())


@pytest.mark.parametrize(
    "prompt", [prompt for prompt in PROMPTS if not SOMEONE & prompt.when.keys()], ids=lambda prompt: prompt.id
)
def test_nobody_is_asked_about_them_after_an_entry_that_names_no_one(prompt: Prompt) -> None:
    of_others = re.search(r"\b(they|them|their|together|between you|person in front)\b", prompt.text.lower())
    if (
        of_others
        and prompt.text != "If a friend had been in your place, what kind thing would you tell them?"
    ):
        assert "alone" in prompt.unless


def test_texts_differ() -> None:
    assert len({prompt.text for prompt in PROMPTS}) == len(PROMPTS)


def test_a_prompt_fits_where_all_of_when_and_none_of_unless_holds() -> None:
    prompt = Prompt(
        id="x",
        dimension="trust",
        text="?",
        when={"channel": ("call", "event"), "first": ("true",)},
        unless={"mood": ("low",), "energy": ("low",)},
    )
    call, first, low = frozenset({"call"}), frozenset({"true"}), frozenset({"low"})
    assert prompt.fits({"channel": call, "first": first})
    assert prompt.fits({"channel": call, "first": first, "mood": frozenset({"high"})})
    assert not prompt.fits({"channel": call})
    assert not prompt.fits({"channel": frozenset({"email"}), "first": first})
    assert not prompt.fits({"channel": call, "first": first, "mood": low})
    assert not prompt.fits({"channel": call, "first": first, "energy": low})


def test_without_an_own_file_nothing_changes(own: Path) -> None:
    assert with_own(PROMPTS, own) == PROMPTS


def test_own_prompts_are_added_replace_and_mute(own: Path) -> None:
    written(
        own,
        '{ id = "mine-1", dimension = "voice", text = " Hast du gelacht? ", when = { channel = ["call"] } }',
        '{ id = "trust-01", dimension = "giving", text = "And then?", scale = "energy" }',
        mute='mute = ["friend-01"]',
    )
    prompts = {prompt.id: prompt for prompt in with_own(PROMPTS, own)}
    assert prompts.keys() == {prompt.id for prompt in PROMPTS} - {"friend-01"} | {"mine-1"}
    assert prompts["mine-1"].text == "Hast du gelacht?"
    assert prompts["mine-1"].when == {"channel": ("call",)}
    assert prompts["trust-01"] == Prompt(id="trust-01", dimension="giving", text="And then?", scale="energy")


def test_built_in_lines_can_be_copied_into_an_own_file(own: Path) -> None:
    packaged = Path(__file__).parents[2] / "netjournal" / "practice" / "prompts.toml"
    own.write_text("\ufeff" + packaged.read_text("utf-8"), "utf-8")
    assert with_own((), own) == PROMPTS


START = 'id = "a", dimension = "trust", text = "Well?"'


@pytest.mark.parametrize(
    ("line", "said", "hint"),
    [
        (f"{START}, when = {{ chanel = 'call' }}", "prompt a: when has an unknown key “chanel”", "channel"),
        (f"{START}, unless = {{ mood = 'lo' }}", "prompt a: unless: mood cannot be “lo”", "low"),
        (f"{START}, when = {{ mood = true }}", "prompt a: when: mood cannot be True", "low, high"),
        (f"{START}, when = {{ channel = ['call', 3] }}", "prompt a: when: channel cannot be 3", "in_person"),
        (f"{START}, when = {{ channel = [] }}", "prompt a: when: channel is empty", "in_person"),
        (f"{START}, when = {{ first = false }}", "prompt a: when: first can only be true", "unless"),
        (f"{START}, when = 'first'", "prompt a: when is no table", "{"),
        (f"{START}, scale = 'enery'", "prompt a: scale cannot be “enery”", "energy"),
        (f"{START}, wen = {{}}", "prompt a has an unknown key “wen”", "when"),
        ("id = 'a', dimension = 'thrust', text = 'Well?'", "prompt a: dimension cannot be “thrust”", "trust"),
        ("id = 'a', text = 'Well?'", "prompt a: dimension is missing", "friend, presence"),
        ("id = 'a', dimension = 'trust', text = 7", "prompt a: text cannot be 7", "one line"),
        ('id = "a", dimension = "trust", text = "Well\\u001b[2J?"', "prompt a: text cannot be", "one line"),
        ('id = "a", dimension = "trust", text = "One\\nTwo?"', "prompt a: text cannot be", "one line"),
        (f"id = 'a', dimension = 'trust', text = '{'o' * 91}'", "prompt a has 91 letters", "90"),
        ("dimension = 'trust', text = 'Well?'", "prompt number 1: id is missing", "one line"),
        (f"{START} }}, {{ {START}", "prompt a is there twice", "another id"),
    ],
)
def test_a_slip_in_an_own_prompt_is_named_with_what_was_meant(
    own: Path, line: str, said: str, hint: str
) -> None:
    with pytest.raises(JournalError) as refusal:
        with_own(PROMPTS, written(own, f"{{ {line} }}"))
    assert refusal.value.message.startswith(f"{own}: ")
    assert said in refusal.value.message
    assert hint in refusal.value.hint


@pytest.mark.parametrize(
    ("content", "said", "hint"),
    [
        (b"promt = []", "unknown key “promt”", "prompt"),
        (b"prompt = 3", "prompt is no list", "prompt = ["),
        (b"prompt = [3]", "prompt number 1 is no table", "{ id"),
        (b'mute = "trust-01"', "mute is no list", "mute = ["),
        (b'mute = ["trust-1"]', "no prompt trust-1 to mute", "Did you mean trust-01?"),
        (b"mute = [[]]", "mute: an id cannot be []", "one line"),
        (b"prompt = [", "cannot be read", "Mend"),
        (b"\xff", "cannot be read", "Mend"),
    ],
)
def test_a_slip_in_the_own_file_is_named(own: Path, content: bytes, said: str, hint: str) -> None:
    own.write_bytes(content)
    with pytest.raises(JournalError) as refusal:
        with_own(PROMPTS, own)
    assert str(own) in refusal.value.message
    assert said in refusal.value.message
    assert hint in refusal.value.hint


def test_a_folder_in_the_place_of_the_own_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be read"):
        with_own(PROMPTS, tmp_path)
