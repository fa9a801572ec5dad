"""What a user reads is plain and warm (reflection.md §4.2 and §4.4): nobody is a row or a debtor."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from netjournal.practice import never as NEVER
from tests.house import ROOT, Module, read_house

_ROWS = r"""
    overdue | streaks? | pipelines? | crms? | roi | touch[- ]?points? | scor(?:es?|ed|ing) | tiers? | assets?
  | leader-?boards? | network[ ]size | relationship[ ](?:strength|health|status)
  # One may lead a team or be its lead engineer.
  | (?:an?|any|another|new|more|no|sales|hot|warm|cold|your|[0-9]+)[ ]leads?
    (?=\W*$|[.,;:]|[ ](?:for|from|in|at|on|who)\b)
"""
_SCOLDING = r"""
    (?:great|good|nice)[ ]job | well[ ]done | keep[ ]it[ ]up | congratulations | owe[sd]?
  | you(?:'ve|[ ]have)?[ ](?:failed|broke|neglected) | why[ ](?:did|didn't|have|haven't)[ ]you
"""
_AMERICAN = r"""
    (?:col|fav|hon|lab|hum|rum|harb|neighb|behavi|endeav)or(?:s|ed|ing|ful|able|ite|ites|hood)?
  | centers? | centered | theaters? | gray | catalogs? | defense | offense | jewelry | fulfill
  | enroll | skillful
  | (?:travel|cancel|label|model|signal)(?:ed|ing|er)
  | (?:organ|recogn|real|apolog|summar|prior|memor|custom|emphas|categor|final|synchron|normal)
    (?:it)?iz(?:e|es|ed|er|ing|ation|ations)
"""


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE | re.VERBOSE)


ROWS = _words(_ROWS)
# "Contacts" is the name of a screen, contacts.json of a file.
CONTACT = re.compile(r"\b(?:contacts?|Contact)\b(?!\.\w)")
SCOLDING = _words(_SCOLDING)
ELSEWHERE = (
    (SCOLDING, "no praise, no blame, no accounts"),
    (_words(_AMERICAN), "the spelling is British"),
    (re.compile(r"(?<=[\w.?…])!+(?=[\s\"'”’)]|$)"), "no exclamation marks"),
    (re.compile("[\U0001f300-\U0001faff]"), "no emoji"),
)
NEGATED_HERE = r"\b(?:never|not)\b"
NEGATED = r"\b(?:not?|never|nor|neither|without|instead of)\b[^.;:]*$"


class Text(NamedTuple):
    """Words that somebody may read, and where they stand."""

    where: str
    words: str


def faults(text: Text, *, negated: str = r"\bnot (?:an? )?$") -> Iterator[str]:
    """What is wrong with a text; a word for people as rows may follow `negated`."""
    for pattern in (ROWS, CONTACT):
        for found in pattern.finditer(text.words):
            if not re.search(negated, text.words[: found.start()], re.IGNORECASE):
                yield f"{text.where} {found[0]!r}: people are not rows"
    for pattern, why in ELSEWHERE:
        for found in pattern.finditer(text.words):
            yield f"{text.where} {found[0]!r}: {why}"


def read_code(module: Module) -> Iterator[Text]:
    """The phrases and capitalised words of a module, without the values that are put into them.

    Single words in small letters are mostly names for the program itself: a style, an id, a key of JSON.
    Patterns, style sheets and docstrings are not read, but the docstring of a command is its help. Outside
    the rooms that speak, what stands outside functions is what one may write, not what one is told.
    """
    unread = {id(node) for part in _unread(module) for node in ast.walk(part)}
    speaks = module.room in ("cli", "tui", "practice", "demo", "errors", "settings")
    for node, functions in module.places:
        if id(node) in unread or not (functions or speaks):
            continue
        if isinstance(node, ast.JoinedStr):
            unread |= {id(value) for value in node.values if isinstance(value, ast.Constant)}
            words = "".join(
                str(value.value) if isinstance(value, ast.Constant) else "…" for value in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value
        else:
            continue
        if _is_read(words) or (speaks and ROWS.fullmatch(words)):
            yield Text(module.at(node), words)


def read_every_string(module: Module) -> Iterator[Text]:
    """Every string of a module that is not a docstring, a pattern or a style sheet."""
    unread = {id(node) for part in _unread(module) for node in ast.walk(part)}
    for node, _ in module.places:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unread:
            yield Text(module.at(node), node.value)


def _unread(module: Module) -> Iterator[ast.AST]:
    helps = {id(node.body[0]) for node in module.nodes(ast.FunctionDef) if _is_command(node, module)}
    for node, _ in module.places:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and id(node) not in helps:
            yield node
        elif isinstance(node, ast.Call) and module.meant(node.func).startswith("re."):
            yield from node.args[:1]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and "CSS" in _target(node):
            yield node.value


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)


def _is_command(node: ast.FunctionDef, module: Module) -> bool:
    marks = {module.meant(mark.func) for mark in node.decorator_list if isinstance(mark, ast.Call)}
    return not marks.isdisjoint({"click.command", "click.group"})


def _is_read(words: str) -> bool:
    return re.search(r"[^\W\d_]\W*\s\W*[^\W\d_]|^[A-Z][a-z]+\b", words) is not None


def read_toml(where: str, value: object) -> Iterator[Text]:
    """The phrases in a file of questions or of made-up people."""
    if isinstance(value, str):
        yield from [Text(where, value)] if _is_read(value) else ()
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from read_toml(where, part)


def read_markdown(where: str, page: str) -> Iterator[Text]:
    """The sentences of a page, without code, comments and addresses."""
    page = re.sub(
        r"<!--.*?-->|^(```|~~~).*?^\1|`[^`\n]*`|!(?=\[)|(?<=\])\([^)\s]*\)|https?:\S+",
        "",
        page,
        flags=re.S | re.M,
    )
    for section in re.split(r"^#+ ", page, flags=re.M):
        heading, _, rest = section.partition("\n")
        # What stands below "What it will never do" is negated by it.
        start = f"{heading}, " if re.search(NEGATED, heading, re.IGNORECASE) else ""
        yield Text(where, heading)
        for sentence in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=[-*|])", rest):
            yield Text(where, start + " ".join(sentence.split()))


def test_the_program_is_kind() -> None:
    house = [module for module in read_house() if module.name != NEVER.__name__]
    texts = [text for module in house for text in read_code(module)]
    assert len(texts) > 300
    assert "\n".join(fault for text in texts for fault in faults(text)) == ""


def test_no_text_of_the_program_makes_rows_of_people_or_scolds_them() -> None:
    """Not even single words, nor what one may write: all but docstrings, patterns and style sheets."""
    house = [module for module in read_house() if module.name != NEVER.__name__]
    texts = [text for module in house for text in read_every_string(module)]
    assert len(texts) > 5000
    found = [text for text in texts if ROWS.search(text.words) or SCOLDING.search(text.words)]
    assert found == []


def test_it_says_in_one_place_what_it_will_never_do() -> None:
    """The README has the same words; the title above them negates them."""
    texts = [Text("never.py", f"{NEVER.TITLE}: {sentence}") for sentence in NEVER.NEVER]
    texts.append(Text("never.py", NEVER.IN_SHORT))
    assert "\n".join(fault for text in texts for fault in faults(text, negated=NEGATED_HERE)) == ""
    listed = "\n".join(f"- {sentence}" for sentence in NEVER.NEVER)
    assert f"## {NEVER.TITLE}\n\n{listed}\n" in (ROOT / "README.md").read_text("utf-8")


def test_questions_and_made_up_people_are_kind() -> None:
    files = sorted((ROOT / "netjournal").rglob("*.toml"))
    texts = [text for file in files for text in read_toml(file.name, tomllib.loads(file.read_text("utf-8")))]
    assert {"prompts.toml", "demo.toml"} <= {text.where for text in texts}
    assert "\n".join(fault for text in texts for fault in faults(text)) == ""


def test_the_readme_is_kind() -> None:
    """It may say what netjournal is not."""
    texts = read_markdown("README.md", (ROOT / "README.md").read_text("utf-8"))
    assert "\n".join(fault for text in texts for fault in faults(text, negated=NEGATED)) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Overdue: 12 people",
        "You broke your 14-day streak",
        "Great job.",
        "Kept!",
        'You wrote "thanks!"',
        "You failed your goal (2/3)",
        "Relationship strength: 62 %",
        "Add contact",
        "3 contacts",
        "Your contacts.",
        "Why didn't you follow up?",
        "Ana owes you",
        "A new lead from the fair",
        "Your leads",
        "Move along the pipeline",
        "A small CRM",
        "Network size",
        "Last touchpoint",
        "Score: 3",
        "your favorite color",
        "Organize people",
        "Canceled",
        "Kept 🎉",
    ],
)
def test_a_fault_is_seen(words: str) -> None:
    assert list(faults(Text("here", words)))


@pytest.mark.parametrize(
    "words",
    [
        "Contacts: people and their pages",
        "contacts.json cannot be read.",
        "Friend, not contact",
        "She leads a team at the harbour",
        "The lead engineer; she led us, and this leads to more",
        "What is at the centre of your favourite colour? Not size, not a prize.",
        "a != b and [!x] and !important",
        "Kept. What would you recognise?",
        "The underscore in heroine",
    ],
)
def test_plain_words_pass(words: str) -> None:
    assert list(faults(Text("here", words))) == []


CODE = '''
"""A docstring on contacts!"""
import re, click
class Page:
    """Overdue!"""
    DEFAULT_CSS = "Page { color: red !important; }"
    PATTERN = re.compile("a streak (?!of)")
    CSS: ClassVar[str] = "Page { color: red; }"
    WHERE = "contacts"
    STATE = "overdue"
@click.command(help="Plain help")
def command() -> None:
    """The help of a command."""
    raise Misused(f"There is no {name} here.", "Look " "again.")
'''


def test_texts_are_told_from_code() -> None:
    read = [text.words for text in read_code(Module("netjournal/cli/page.py", CODE))]
    assert sorted(read) == [
        "Look again.",
        "Plain help",
        "The help of a command.",
        "There is no … here.",
        "overdue",
    ]


def test_what_one_may_write_is_not_what_one_is_told() -> None:
    code = """
WORDS = "canceled organized gray"
def day(word: str) -> str:
    raise Misused("There is no such day.")
"""
    read = [text.words for text in read_code(Module("netjournal/language/page.py", code))]
    assert read == ["There is no such day."]


def test_a_page_is_told_from_its_code() -> None:
    page = """
<!-- a
comment! -->
# Kind

A [page](http://example.org/!).
```
color!
```
![pic](a.svg) and `lead!`
# It is never kind
To you. Score
"""
    read = [text.words for text in read_markdown("here", page) if text.words]
    assert read == [
        *("Kind", "A [page].", "[pic] and", "It is never kind"),
        *("It is never kind, To you.", "It is never kind, Score"),
    ]
