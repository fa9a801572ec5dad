from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from netjournal.errors import Misprint
from netjournal.model import DIMENSIONS
from netjournal.practice.prompt_library import Library, put_together
from netjournal.practice.prompts import LONGEST, OwnFile, Prompt, about_goals, built_in, read_prompts
from netjournal.practice.situation import Situation

PROMPTS = built_in()
SOMEONE = {"first", "known", "gap", "group", "field", "ahead", "intro"}
"""Keys that hold only where somebody is named."""


ALONE: Situation = {"alone": frozenset({"true"}), "without": frozenset({"voice"})}
BY_ID = {prompt.id: prompt for prompt in PROMPTS}


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


def test_a_built_in_prompt_reads_well() -> None:
    unwelcome = re.compile(
        r"\b(contacts?|leads?|pipeline|score|overdue|streak|touchpoint|network\w*|why didn't|today|you two)\b"
    )
    for prompt in PROMPTS:
        assert len(prompt.text) <= LONGEST, prompt
        assert prompt.text.isascii(), f"shown on any terminal: {prompt}"
        assert "!" not in prompt.text, prompt
        assert prompt.text[0].isupper(), prompt
        assert prompt.text[-1] in "?.", prompt
        assert "?" in prompt.text, prompt
        assert not unwelcome.search(prompt.text.lower()), prompt


def test_nobody_is_asked_about_them_after_an_entry_that_names_no_one() -> None:
    of_others = re.compile(r"\b(they|them|their|together|between you|person in front)\b")
    of_oneself = "If a friend had been in your place, what kind thing would you tell them?"
    asked = [
        prompt.text
        for prompt in PROMPTS
        if not SOMEONE & prompt.when.keys() and of_others.search(prompt.text.lower()) and prompt.fits(ALONE)
    ]
    assert set(asked) <= {of_oneself}


def test_no_talk_is_presupposed_where_nobody_is_named() -> None:
    of_a_talk = re.compile(r"did you (?:say|ask|share|hear|let)|you almost|didn't mention|question of yours")
    there = [prompt for prompt in PROMPTS if of_a_talk.search(prompt.text)]
    assert len(there) >= 6
    somebody = {"first", "known", "gap", "group", "field", "ahead"}
    named = [prompt for prompt in there if somebody & prompt.when.keys() or not prompt.fits(ALONE)]
    assert there == named


def test_whoever_is_new_may_only_have_been_written_to() -> None:
    of_a_meeting = re.compile(r"\b(?:met again|meeting again|first met|only just met|met them|parted)\b")
    assert [prompt.id for prompt in PROMPTS if of_a_meeting.search(prompt.text)] == []


def test_what_was_given_may_be_a_jar_of_honey() -> None:
    assert [prompt.id for prompt in PROMPTS if "help" in prompt.when and "help" in prompt.text] == []


def test_an_entry_of_nobody_finds_its_question_in_most_themes() -> None:
    for more in ({}, {"mood": frozenset({"low"})}):
        assert len({prompt.dimension for prompt in PROMPTS if prompt.fits({**ALONE, **more})}) >= 10


def test_a_question_about_a_goal_names_it_and_is_asked_of_one_alone() -> None:
    naming = [prompt for prompt in PROMPTS if "{goal}" in prompt.text]
    assert {prompt.id for prompt in naming} >= {"destination-02", "destination-06"}
    assert all("goal" in prompt.when for prompt in naming)
    assert [prompt.id for prompt in PROMPTS if "this goal" in prompt.text] == []
    asked = {prompt.id: prompt.text for prompt in about_goals(PROMPTS, ["3 good talks at the festival."])}
    assert asked["destination-02"] == "What would be enough for “3 good talks at the festival”?"
    for goals in ([], ["3 talks", "a letter"]):
        assert about_goals(PROMPTS, goals) == tuple(one for one in PROMPTS if one not in naming)
    long = about_goals(naming, ["many words " * 30])
    assert [len(prompt.text) for prompt in long] == [LONGEST] * len(naming)
    assert all("{" not in prompt.shown for prompt in PROMPTS)


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


def own(*prompts: str, mute: str = "", language: str = "") -> OwnFile:
    said = f'language = "{language}"\n' if language else ""
    return read_prompts("own.toml", f"{said}prompt = [{', '.join(prompts)}]\n{mute}", BY_ID)


def together(*files: OwnFile, language: str = "en") -> dict[str, Prompt]:
    return {prompt.id: prompt for prompt in put_together(PROMPTS, files, language).prompts}


def test_without_own_files_nothing_changes() -> None:
    assert put_together(PROMPTS, []) == Library(PROMPTS)


def test_own_prompts_are_added_replace_and_mute() -> None:
    first = own(
        '{ id = "mine-1", dimension = "voice", text = " Hast du gelacht? ", when = { channel = ["call"] } }',
        '{ id = "trust-01", dimension = "giving", text = "And then?", scale = "energy" }',
        mute='mute = ["friend-01", "mine-2"]',
    )
    second = own('{ id = "mine-2", dimension = "voice", text = "Well?" }')
    prompts = together(first, second)
    assert prompts.keys() == {prompt.id for prompt in PROMPTS} - {"friend-01"} | {"mine-1"}
    assert prompts["mine-1"].text == "Hast du gelacht?"
    assert prompts["mine-1"].when == {"channel": ("call",)}
    assert prompts["trust-01"] == Prompt(id="trust-01", dimension="giving", text="And then?", scale="energy")
    muted = put_together(PROMPTS, [first, second]).muted
    assert [(prompt.id, names) for prompt, names in muted] == [
        ("friend-01", ("own.toml",)),
        ("mine-2", ("own.toml",)),
    ]


def test_a_prompt_without_a_theme_is_the_known_one_in_other_words() -> None:
    for prompt in PROMPTS:
        said = own(f'{{ id = "{prompt.id}", text = "Und dann?" }}').prompts
        assert said == (msgspec.structs.replace(prompt, text="Und dann?"),)


def test_a_file_speaks_its_language_and_english_fills_the_rest() -> None:
    german = own('{ id = "trust-01", text = "Was nun?" }', mute='mute = ["trust-02"]', language="de")
    assert together(german) == BY_ID
    for language in ("de", "DE", "de-AT", "de_CH"):
        prompts = together(german, language=language)
        assert prompts["trust-01"].text == "Was nun?"
        assert prompts["giving-01"] == BY_ID["giving-01"]
        assert "trust-02" not in prompts
    for language in ("den", "fr", "d"):
        assert together(german, language=language) == BY_ID


def test_an_id_muted_by_hand_is_one_there_is() -> None:
    file = own(mute='mute = ["energy-1", "friend-01"]')
    found = put_together(PROMPTS, [file])
    assert found.unknown == (("own.toml", "energy-1", "Did you mean `energy-01`?"),)
    assert "friend-01" not in {prompt.id for prompt in found.prompts}
    assert put_together(PROMPTS, [file._replace(is_ours=True)]).unknown == ()


def test_built_in_lines_can_be_copied_into_an_own_file() -> None:
    packaged = Path(__file__).parents[2] / "netjournal" / "practice" / "prompts.toml"
    assert read_prompts("own.toml", packaged.read_text("utf-8"), {}).prompts == PROMPTS


START = 'id = "a", dimension = "trust", text = "Well?"'


@pytest.mark.parametrize(
    ("line", "said", "hint"),
    [
        (f"{START}, when = {{ channnel = 'call' }}", "unknown key `channnel` in `a`", "mean `channel`?"),
        (f"{START}, unless = {{ mood = 'lo' }}", "`mood` in `a` cannot be “lo”", "low"),
        (f"{START}, when = {{ mood = true }}", "`mood` in `a` cannot be true", "low, high"),
        (f"{START}, when = {{ channel = ['call', 3] }}", "`channel` in `a` cannot be 3", "in_person"),
        (f"{START}, when = {{ channel = [] }}", "`channel` in `a` is empty", "in_person"),
        (f"{START}, when = {{ first = false }}", "`first` in `a` can only be true", "unless"),
        (f"{START}, when = 'first'", "`when` of `a` is no table", "{"),
        (f"{START}, scale = 'enery'", "`scale` in `a` cannot be “enery”", "energy"),
        (f"{START}, wen = {{}}", "unknown key `wen` in `a`", "when"),
        ("id = 'a', dimension = 'thrust', text = 'Well?'", "`dimension` in `a` cannot be “thrust”", "trust"),
        ("id = 'a', text = 'Well?'", "`dimension` in `a` is missing", "friend, presence"),
        ("id = 'a', dimension = 'trust', text = 7", "`text` in `a` cannot be 7", "one line"),
        ('id = "a", dimension = "trust", text = "Well\\u001b[2J?"', "`text` in `a` cannot be", "one line"),
        ('id = "a", dimension = "trust", text = "One\\nTwo?"', "`text` in `a` cannot be", "one line"),
        (f"id = 'a', dimension = 'trust', text = '{'o' * 91}'", "`a` has 91 letters", "90"),
        (f"{START} }},\n{{ {START}", "`a` is there twice", "another id"),
    ],
)
def test_a_slip_in_an_own_prompt_is_named_with_its_line_and_what_was_meant(
    line: str, said: str, hint: str
) -> None:
    text = f"""# mine
prompt = [
  {{ id = "before", dimension = "trust", text = "What channnel, mood, first, wen, scale or when?" }},
  {{ {line} }},
]"""
    with pytest.raises(Misprint) as refusal:
        read_prompts("own.toml", text, {})
    assert said in refusal.value.message
    assert hint in refusal.value.hint
    assert refusal.value.line == (5 if "twice" in said else 4)


@pytest.mark.parametrize(
    ("content", "said", "hint", "line"),
    [
        ("promt = []", "unknown key `promt` in the file", "`prompt`", 1),
        ("\nprompt = 3", "`prompt` is no list", "prompt = [", 2),
        ("prompt = [3]", "prompt number 1 is no table", "{ id", 0),
        ('mute = "trust-01"', "`mute` is no list", "mute = [", 1),
        ("mute = [[]]", "`mute` in the file cannot be []", "one line", 1),
        ('language = ""', "`language` in the file cannot be", "one line", 1),
        ("prompt = [{ dimension = 'trust', text = 'Well?' }]", "`id` in prompt number 1 is missing", "", 0),
        ("\n\nprompt = oops", "not TOML", "Mend", 3),
        ("[[prompt]]\nid = 'a'\ndimension = 'trust'\ntxt = 'x'", "unknown key `txt` in `a`", "text", 4),
    ],
)
def test_a_slip_in_the_own_file_is_named(content: str, said: str, hint: str, line: int) -> None:
    with pytest.raises(Misprint) as refusal:
        read_prompts("own.toml", content, {})
    assert said in refusal.value.message
    assert hint in refusal.value.hint
    assert refusal.value.line == line


def test_a_file_that_no_hand_wrote_is_refused() -> None:
    with pytest.raises(Misprint, match="longer than 100,000 letters"):
        read_prompts("own.toml", "# more\n" * 20_000, {})
