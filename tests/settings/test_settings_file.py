"""settings.toml: what is right in it holds, what is not is named by line, and a change touches one line."""

from __future__ import annotations

import tomllib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import JournalError
from netjournal.settings import DEFAULTS, Circles, Settings, Worth, read_text
from netjournal.settings.describing import MEANINGS, commented
from netjournal.settings.editing import Value, value_at, with_setting

MISTAKEN = """\
# my settings
theme = "light"   # for the train
thme = "dark"
ask = always
fields = [
  "boats", # "old ones"
  "bread",
]
week_numbers = "yes"
[circle]
inner = 3
[circles]
close = 0
wider = 400
wider = 500
[worth]
message = 1
[scales]
energy = ["tired", "so-so"]
[templates]
tea = 3
coffee = 'coffee with @| #coffee'
"""


def test_every_mistake_is_named_by_its_line_and_the_rest_holds() -> None:
    found, mistakes = read_text(MISTAKEN)
    assert [(one.line, one.about, one.message, one.hint) for one in mistakes] == [
        (3, "thme", "`thme` is no setting.", "Did you mean `theme`?"),
        (4, "ask", "this is not TOML: invalid value.", 'Text stands in quotes: theme = "light".'),
        (9, "week_numbers", "`week_numbers` cannot be “yes”.", "It may be true or false."),
        (10, "circle", "`[circle]` is no part of the settings.", "Did you mean `circles`?"),
        (13, "circles.close", "`circles.close` cannot be 0.", "It is a whole number from 1 to 36500."),
        (15, "circles.wider", "`circles.wider` is set twice; line 14 holds.", ""),
        (
            *(19, "scales.energy", "`scales.energy` cannot be ['tired', 'so-so']."),
            'It is three texts: ["at 1", "at 3", "at 5"].',
        ),
        (21, "templates.tea", "`templates.tea` cannot be 3.", "It is a text in quotes."),
    ]
    assert found == Settings(
        theme="light",
        fields=("boats", "bread"),
        circles=Circles(wider=400),
        worth=Worth(message=1),
        templates={"coffee": "coffee with @| #coffee"},
    )


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('ask = "often"', 'It may be "always", "daily", "never" or "weekly".'),
        ("worth.call = 2", "It is a number from 0 to 1."),
        ('fields = "boats"', 'It is a list of texts: ["one", "another"].'),
        ('language = "?"', "It is the short name of a language, such as de."),
        ("theme = true", 'It may be "dark" or "light".'),
        ("circles = 3", ""),
        ("theme.dark = 3", ""),
    ],
)
def test_it_is_said_what_a_setting_may_be(line: str, hint: str) -> None:
    found, [mistake] = read_text(line)
    assert found == DEFAULTS
    assert mistake.line == 1
    assert hint in mistake.hint


def test_the_commented_file_says_each_default_and_changes_nothing() -> None:
    text = commented()
    assert read_text(text) == (DEFAULTS, ())
    assert list(MEANINGS) == list(Settings.__struct_fields__)
    heads = {f"[{name}]" for name in MEANINGS}
    prose = ("# The", "# Take")
    said = [line.removeprefix("# ") for line in text.splitlines() if " = " in line or line in heads]
    said = [line for line in said if not line.startswith((*prose, "coffee ="))]
    assert msgspec.convert(tomllib.loads("\n".join(said)), Settings) == DEFAULTS
    assert text.count(" = ") == sum(
        len(getattr(value, "__struct_fields__", "1")) if not isinstance(value, dict) else 1
        for value in map(DEFAULTS.__getattribute__, MEANINGS)
    )
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (("theme",), "dark", 'theme = "light"   # for the train\n', 'theme = "dark"   # for the train\n'),
        (
            ("fields",),
            ("a #1", 'b"'),
            'fields = [\n  "boats", # "old ones"\n  "bread",\n]\n',
            'fields = ["a #1", "b\\""]\n',
        ),
        (("circles", "close"), 21, "close = 0\n", "close = 21\n"),
        (("circles", "inner"), 3, "wider = 500\n", "wider = 500\ninner = 3\n"),
        (("journal",), "/j", "[circle]\n", None),
        (("who_next", "people"), 5, "coffee'\n", None),
    ],
)
def test_a_change_touches_its_own_line(
    path: tuple[str, ...], value: Value, before: str, after: str | None
) -> None:
    changed = with_setting(MISTAKEN, path, value)
    assert value_at(read_text(changed).settings, path) == value
    if after is not None:
        assert changed == MISTAKEN.replace(before, after)
    else:
        lines = changed.splitlines()
        assert [line for line in MISTAKEN.splitlines() if line not in lines] == []
    mistakes = read_text(changed).mistakes
    assert [one.about for one in read_text(MISTAKEN).mistakes if one.about != ".".join(path)] == [
        one.about for one in mistakes
    ]


def test_a_setting_stands_below_its_line_that_is_commented_out() -> None:
    changed = with_setting(commented(), ("circles", "close"), 21)
    assert "# close = 30\nclose = 21\n# friends = 90\n" in changed
    assert with_setting(changed, ("circles", "close"), 14) == changed.replace("21", "14")


@pytest.mark.parametrize(
    ("text", "path", "value", "changed"),
    [
        ("", ("ask",), "daily", 'ask = "daily"\n'),
        ("theme = 'light'", ("ask",), "daily", "theme = 'light'\nask = \"daily\"\n"),
        ("theme = 'light'\r\n", ("week_numbers",), True, "theme = 'light'\r\nweek_numbers = true\r\n"),
        ("# mine\n[circles]\n", ("ask",), "daily", 'ask = "daily"\n# mine\n[circles]\n'),
        ("circles = { close = 9 } # x\n", ("circles", "inner"), 3, None),
        ("circles.close = 9\n", ("circles", "close"), 3, "circles.close = 3\n"),
        ('"ask" = "daily"\n', ("ask",), "never", '"ask" = "never"\n'),
    ],
)
def test_wherever_a_setting_stands_it_is_found(
    text: str, path: tuple[str, ...], value: Value, changed: str | None
) -> None:
    found = with_setting(text, path, value)
    assert changed in (None, found)
    before = read_text(text).settings
    assert value_at(read_text(found).settings, path) == value
    assert read_text(found).mistakes == ()
    assert sum(value_at(before, one) != value_at(read_text(found).settings, one) for one in ALL) == 1


ALL = [(name,) for name in MEANINGS if not isinstance(getattr(DEFAULTS, name), msgspec.Struct)] + [
    (name, part)
    for name in MEANINGS
    if isinstance(getattr(DEFAULTS, name), msgspec.Struct)
    for part in getattr(DEFAULTS, name).__struct_fields__
]
LINES = (
    *(
        "# note",
        "",
        "theme = 'light' # x",
        "ask = ",
        "[circles]",
        "close = 5",
        "close = 6",
        "[worth]",
        "call = 1",
    ),
    *(
        "offers = ['a', 'b']",
        "fields = [",
        "  'a', # [x]",
        "]",
        'journal = """',
        '"""',
        "[[x]]",
        "= 3",
        "é",
        "# ask = 1",
    ),
)
CHANGES: list[tuple[tuple[str, ...], Value]] = [
    (("theme",), "dark"),
    (("offers",), ("\x7f\n", "é")),
    (("circles", "close"), 8),
    (("worth", "call"), 0.1),
    (("numbers", "load"), 2.0),
]


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(CHANGES))
def test_whatever_stands_in_the_file_nobody_elses_line_changes(
    lines: list[str], change: tuple[tuple[str, ...], Value]
) -> None:
    path, value = change
    text = "\n".join(lines)
    try:
        changed = with_setting(text, path, value)
    except JournalError:
        return
    found = read_text(changed).settings
    assert value_at(found, path) == value
    before = read_text(text).settings
    assert [one for one in ALL if one != path and value_at(found, one) != value_at(before, one)] == []
    if path[-1] not in text:
        kept = iter(changed.splitlines())
        assert all(line in kept for line in text.splitlines())


@given(st.text(alphabet="ab =\"'[]{}#.,\n3é\\", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found, mistakes = read_text(text)
    assert isinstance(found, Settings)
    assert all(0 < one.line <= len(text.splitlines()) for one in mistakes)


def test_a_file_that_no_hand_wrote_is_not_read_and_it_is_said() -> None:
    settings, [mistake] = read_text('theme = "light"\n' + "# more\n" * 20_000)
    assert (settings, mistake.about) == (DEFAULTS, "journal")
    assert mistake.message == "this is longer than 100,000 letters and was not read."


def test_a_key_of_very_many_parts_costs_its_own_line() -> None:
    settings, [mistake] = read_text('theme = "light"\n' + ".".join(["a"] * 20_000) + ' = 1\nask = "never"\n')
    assert (settings.theme, settings.ask, mistake.line) == ("light", "never", 2)
    assert mistake.message == "this is not TOML: a key has more than 20 parts."


def test_a_value_over_many_lines_is_read_beside_a_mistake_and_an_open_one_costs_its_line() -> None:
    text = (
        "thme = 1\nfields = [\n" + '"boats",\n' * 150 + "]\noffers = [\n" + '"x",\n' * 400 + 'ask = "never"\n'
    )
    settings, mistakes = read_text(text)
    assert (len(settings.fields), settings.ask) == (150, "never")
    assert [one.line for one in mistakes] == [1, 154]
