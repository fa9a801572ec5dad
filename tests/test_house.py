"""The rules of the house (architecture.md): who may import whom, what nobody does, how long things may get.

Each rule takes the modules and yields its breaches, as ``path:line what is wrong``; below them stand made-up
modules that break it, and some that come close.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from graphlib import CycleError, TopologicalSorter

import pytest
from packaging.requirements import Requirement

from tests.house import ROOT, Definition, Function, Module, is_for_types, read_house, room_of

House = Sequence[Module]
Rule = Callable[[House], Iterator[str]]

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

ROOMS = ("errors", "settings", "model", "language", "practice", "store", "exchange")
ABOVE: Mapping[str, frozenset[str]] = {
    **{room: frozenset(ROOMS[:count]) for count, room in enumerate(ROOMS)},
    "demo": frozenset({"errors", "settings", "model", "language", "practice"}),
    "tui": frozenset(ROOMS),
    "cli": frozenset({*ROOMS, "demo", "tui"}),
    "__main__": frozenset({"cli"}),
    "": frozenset(),
}
HOME_OF = {
    "textual": "tui",
    "rich": "tui",
    "markdown_it": "tui",  # its project is called markdown-it-py
    "asyncio": "tui",
    "tinydb": "store",
    "click": "cli",
    "pendulum": "language",
    "rapidfuzz": "language",
}
PACKAGE = ("netjournal", "netjournal.__version__")
KNOWN_TO_ONE = ("pendulum", "rapidfuzz")


def rooms_look_upwards(house: House) -> Iterator[str]:
    """A room imports only from rooms above it; the command line reaches the app only to open it."""
    for module in house:
        if module.room not in ABOVE:
            yield f"{module.path}:1 {module.room} is not a room"
            continue
        for use in module.imports:
            room = room_of(use.target)
            if use.library != "netjournal" or room == module.room or use.target in PACKAGE:
                continue
            if room not in ABOVE[module.room]:
                yield f"{module.path}:{use.line} {module.room} may not import {use.target}"
            elif room == "tui" and use.when == "at start":
                yield f"{module.path}:{use.line} only the function that opens the app imports {use.target}"


def imports_can_be_read(house: House) -> Iterator[str]:
    """An import by name at run time reaches no further than the module's own room."""
    for module in house:
        own = f"netjournal.{module.room}."
        for call in module.nodes(ast.Call):
            if module.meant(call.func) in ("importlib.import_module", "__import__"):
                parts = (
                    call.args[0].values if call.args and isinstance(call.args[0], ast.JoinedStr) else [None]
                )
                if not (isinstance(parts[0], ast.Constant) and str(parts[0].value).startswith(own)):
                    yield f"{module.at(call)} imports what this test cannot read"


def nobody_imports_in_a_circle(house: House) -> Iterator[str]:
    """Modules do not import one another in a circle, not even inside functions or for types."""
    names = _names_of(house)
    graph = {
        module.name: {_module_of(use.target, names) for use in module.imports} & names - {module.name}
        for module in house
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " imports ".join(reversed(error.args[1]))


def private_names_stay_private(house: House) -> Iterator[str]:
    """What begins with an underscore is imported by nobody."""
    for module in house:
        for use in module.imports:
            if use.library == "netjournal" and re.search(r"\._(?!_)", use.target):
                yield f"{module.path}:{use.line} {use.target} is private"


def libraries_stay_at_home(house: House) -> Iterator[str]:
    """A library is known to one room, some to one module and only once needed; all of them are declared."""
    declared = {Requirement(need).name for need in PROJECT["dependencies"]}
    allowed = {*declared, *HOME_OF, *sys.stdlib_module_names, "netjournal"}
    knowing: dict[str, set[str]] = {library: set() for library in KNOWN_TO_ONE}
    for module in house:
        for use in module.imports:
            if use.library not in allowed:
                yield f"{module.path}:{use.line} pyproject.toml does not name {use.library}"
            if HOME_OF.get(use.library, module.room) != module.room:
                yield f"{module.path}:{use.line} {use.library} is at home in {HOME_OF[use.library]}"
            if use.library in knowing:
                knowing[use.library].add(module.path)
                if use.when == "at start":
                    yield f"{module.path}:{use.line} {use.library} is imported only where it is needed"
    for library, paths in knowing.items():
        if len(paths) > 1:
            yield f"{library} is known to more than one module: {', '.join(sorted(paths))}"


def widgets_cannot_name_the_store(house: House) -> Iterator[str]:
    """Widgets and dialogs get values and answer with values."""
    for module in house:
        if module.name.startswith(("netjournal.tui.widgets.", "netjournal.tui.dialogs.")):
            for use in module.imports:
                if use.target.startswith("netjournal.store"):
                    yield f"{module.path}:{use.line} a widget or dialog may not import {use.target}"


PRINTING = {"print", "input", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}


def only_the_command_line_prints(house: House) -> Iterator[str]:
    """No other room writes to the terminal or reads from it by itself."""
    for module in house:
        if module.room != "cli":
            for node, meant, _ in module.names:
                if meant in PRINTING:
                    yield f"{module.at(node)} {meant} belongs to cli"


CLOCKS = {
    *(f"datetime.datetime.{name}" for name in ("now", "utcnow", "today")),
    "datetime.date.today",
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime")),
    *(f"pendulum.{name}" for name in ("now", "today", "tomorrow", "yesterday")),
}
STOPWATCHES = {
    f"time.{name}" for name in ("monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep")
}


def nobody_asks_for_the_time(house: House) -> Iterator[str]:
    """`now` is passed in: only `read_clock` looks at the clock, only the lock and the front ends wait."""
    for module in house:
        may_wait = module.room in ("cli", "tui") or module.name == "netjournal.store.lock"
        for node, meant, functions in module.names:
            if meant in CLOCKS and "read_clock" not in functions:
                yield f"{module.at(node)} {meant}: the time is passed in"
            if meant in STOPWATCHES and not may_wait:
                yield f"{module.at(node)} {meant}: only the lock waits"


UNWANTED = (
    *("random", "secrets", "uuid", "pickle", "marshal", "shelve", "yaml"),
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
    *("socketserver", "requests", "httpx", "aiohttp", "urllib3", "websockets"),
)
NOWHERE = {"eval", "exec", "compile", "hash", "breakpoint", "os.system", "os.popen"}


def nothing_is_left_to_chance(house: House) -> Iterator[str]:
    """Nothing random or different in each process, no code or shell made of text, no network, no globals."""
    unwanted = tuple(f"{name}." for name in UNWANTED)
    for module in house:
        for use in module.imports:
            if f"{use.target}.".startswith(unwanted):
                yield f"{module.path}:{use.line} {use.target} is not for us"
        for node, meant, _ in module.names:
            if meant in NOWHERE:
                yield f"{module.at(node)} {meant} is not for us"
        for call in module.nodes(ast.Call):
            if any(keyword.arg == "shell" for keyword in call.keywords):
                yield f"{module.at(call)} nothing is run by a shell"
        for statement in module.nodes(ast.Global):
            yield f"{module.at(statement)} global: what a module holds does not change"


def nothing_is_caught_broadly(house: House) -> Iterator[str]:
    """Errors are caught by kind; all of them only to raise them again, as the last resort of `leaving`, or to
    be handed to it from the thread of `terminal`.
    """
    last = ("netjournal.cli.leaving", "netjournal.tui.terminal")
    for module in house:
        for handler in module.nodes(ast.ExceptHandler):
            broad = handler.type is None or {"Exception", "BaseException"} & {
                node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)
            }
            passed_on = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
            if broad and not passed_on and module.name not in last:
                yield f"{module.path}:{handler.lineno} catches everything"


PURE = {
    *(
        "chr",
        "ord",
        "len",
        "range",
        "enumerate",
        "zip",
        "sorted",
        "min",
        "max",
        "str",
        "int",
        "float",
        "bool",
    ),
    *("tuple", "list", "set", "frozenset", "dict", "dict.fromkeys", "str.maketrans"),
    *("re.compile", "re.escape", "operator.attrgetter", "operator.itemgetter", "functools.lru_cache"),
    *("typing.TypeVar", "typing.NewType", "typing.get_args", "pathlib.Path"),
    *("datetime.date", "datetime.time", "datetime.timedelta"),
    *("msgspec.Meta", "msgspec.field"),
    *("textual.on", "textual.work", "textual.binding.Binding", "textual.theme.Theme"),
    *(
        "textual.reactive.Reactive",
        "textual.reactive.reactive",
        "textual.reactive.var",
        "textual.geometry.Size",
    ),
    "netjournal.language.forms.pages.field_of",  # one field of a form
    "netjournal.tui.commands.bindings",  # the table of commands in Textual's own form
}
"""What may be called while a module is read: it makes a value or declares something, and looks at nothing."""
PURE_METHODS = {"join", "split", "splitlines", "strip", "lower", "upper", "casefold", "format", "replace"}
PURE_METHODS |= {"items", "keys", "values", "union", "with_name"}
VALUES = {"typing.NamedTuple", "msgspec.Struct", "netjournal.model.documents.Document"}
ASSIGNMENTS = ast.Assign | ast.AnnAssign | ast.AugAssign


def nothing_happens_at_import(house: House) -> Iterator[str]:
    """Reading a module defines things: it opens, asks and writes nothing."""
    values = {
        f"{module.name}.{node.name}"
        for module in house
        for node in module.nodes(ast.ClassDef)
        if any(module.meant(base) in VALUES for base in node.bases)
    }
    for module in house:
        if module.name == "netjournal.__main__":
            continue
        unknown = {call for call in module.nodes(ast.Call) if not _is_pure(call, module, house, values)}
        makers = set(_makers(module, unknown))
        for done in _done_at_import(module.tree.body):
            if not isinstance(done, ast.Call):
                yield f"{module.at(done)} a statement that runs when the module is read"
            elif done in unknown and module.meant(done.func) not in makers:
                yield f"{module.at(done)} {ast.unparse(done.func)}() is called when the module is read"


def _is_pure(call: ast.Call, module: Module, house: House, values: set[str]) -> bool:
    meant = module.meant(call.func)
    if meant in PURE or meant.startswith("click."):
        return True
    if isinstance(call.func, ast.Attribute) and call.func.attr in PURE_METHODS:
        return True
    return f"{module.name}.{meant}" in values or _at_home(meant, house) in values


def _makers(module: Module, unknown: Set[ast.Call]) -> Iterator[str]:
    """Functions that are a short way to write a value: all they do is return it."""
    for node in module.tree.body:
        match node:
            case (
                ast.FunctionDef(body=[ast.Return(value=ast.expr() as value)])
                | ast.FunctionDef(
                    body=[ast.Expr(value=ast.Constant()), ast.Return(value=ast.expr() as value)]
                )
            ):
                if not any(call in unknown for call in _calls(value)):
                    yield node.name


def _done_at_import(body: Sequence[ast.stmt]) -> Iterator[ast.Call | ast.stmt]:
    """The calls made while these statements are run once, and the statements that do more than define."""
    for statement in body:
        if isinstance(statement, ast.If) and is_for_types(statement):
            yield from _done_at_import(statement.orelse)
        elif isinstance(statement, ast.ClassDef):
            for node in (*statement.bases, *statement.keywords, *statement.decorator_list):
                yield from _calls(node)
            yield from _done_at_import(statement.body)
        elif isinstance(statement, Function):
            defaults = filter(None, (*statement.args.defaults, *statement.args.kw_defaults))
            for node in (*statement.decorator_list, *defaults):
                yield from _calls(node)
        elif isinstance(statement, ASSIGNMENTS):
            yield from _calls(statement.value) if statement.value else ()
        elif not (
            isinstance(statement, ast.Import | ast.ImportFrom)
            or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        ):
            yield statement


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    if isinstance(node, ast.Call):
        yield node
    if not isinstance(node, ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _calls(child)


def _at_home(meant: str, house: House) -> str:
    """``netjournal.model.contact.Birthday`` for ``netjournal.model.Birthday``."""
    package, _, name = meant.rpartition(".")
    return next((module.aliases.get(name, meant) for module in house if module.name == package), meant)


MODULE, MODULE_WITH_A_REASON, CLASS, FUNCTION, APP = 300, 400, 250, 40, 200


def nothing_outgrows_its_budget(house: House) -> Iterator[str]:
    """Lines, docstrings included; what is longer holds two things."""
    for module in house:
        lines = len(module.text.splitlines())
        reason = re.search(r"\b(because|since|so that)\b", ast.get_docstring(module.tree) or "")
        if lines > (MODULE_WITH_A_REASON if reason else MODULE):
            yield f"{module.path}:1 the module has {lines} lines"
        for node, _ in module.places:
            if isinstance(node, Definition):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                most = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
                if size > (APP if node.name == "NetjournalApp" else most):
                    yield f"{module.at(node)} {node.name} has {size} lines"


def everything_public_is_explained(house: House) -> Iterator[str]:
    """Modules, and the classes, functions and methods without a leading underscore, have docstrings."""
    for module in house:
        if not ast.get_docstring(module.tree):
            yield f"{module.path}:1 the module has no docstring"
        for node in _public(module.tree.body):
            if not ast.get_docstring(node):
                yield f"{module.at(node)} {node.name} has no docstring"


def _public(body: Sequence[ast.stmt]) -> Iterator[Definition]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            marks = {ast.unparse(mark).rpartition(".")[2] for mark in node.decorator_list}
            if marks.isdisjoint({"override", "overload", "setter"}):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def _names_of(house: House) -> set[str]:
    return {module.name for module in house}


def _module_of(target: str, names: set[str]) -> str:
    """The module that a dotted name is found in."""
    while target not in names and "." in target:
        target = target.rpartition(".")[0]
    return target


RULES: tuple[Rule, ...] = (
    rooms_look_upwards,
    imports_can_be_read,
    nobody_imports_in_a_circle,
    private_names_stay_private,
    libraries_stay_at_home,
    widgets_cannot_name_the_store,
    only_the_command_line_prints,
    nobody_asks_for_the_time,
    nothing_is_left_to_chance,
    nothing_is_caught_broadly,
    nothing_happens_at_import,
    nothing_outgrows_its_budget,
    everything_public_is_explained,
)


@pytest.fixture(scope="module")
def house() -> House:
    return read_house()


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps(rule: Rule, house: House) -> None:
    breaches = list(rule(house))
    assert not breaches, "\n".join([rule.__doc__ or "", *breaches])


MAKER = "from typing import NamedTuple\nclass A(NamedTuple):\n    x: object\ndef a() -> A:"
BROKEN: Sequence[tuple[Rule, Mapping[str, str]]] = (
    (rooms_look_upwards, {"model/a": "from netjournal.store.journal import Journal"}),
    (rooms_look_upwards, {"store/a": "def f() -> None:\n    import netjournal.cli.output"}),
    (rooms_look_upwards, {"language/a": "if TYPE_CHECKING:\n    from ..practice import b", "practice/b": ""}),
    (rooms_look_upwards, {"tui/a": "from netjournal import cli", "cli/__init__": ""}),
    (rooms_look_upwards, {"cli/a": "from netjournal.tui import run", "tui/__init__": ""}),
    (rooms_look_upwards, {"store/a": "from netjournal import demo", "demo": ""}),
    (rooms_look_upwards, {"helpers/a": ""}),
    (imports_can_be_read, {"cli/a": "from importlib import import_module\nimport_module(name)"}),
    (imports_can_be_read, {"cli/a": "import importlib\nimportlib.import_module(f'netjournal.tui.{name}')"}),
    (imports_can_be_read, {"model/a": "__import__('tinydb')"}),
    (nobody_imports_in_a_circle, {"model/a": "import netjournal.model.b", "model/b": "from . import a"}),
    (
        nobody_imports_in_a_circle,
        {
            "tui/a": "from netjournal.tui.b import B",
            "tui/b": "if TYPE_CHECKING:\n    from netjournal.tui.c import C",
            "tui/c": "def f() -> None:\n    from netjournal.tui.a import A",
        },
    ),
    (private_names_stay_private, {"cli/a": "from netjournal.store.journal import _write"}),
    (private_names_stay_private, {"cli/a": "import netjournal.store._files"}),
    (libraries_stay_at_home, {"practice/a": "import pendulum"}),
    (libraries_stay_at_home, {"language/a": "import pendulum"}),
    (libraries_stay_at_home, {"language/a": "if TYPE_CHECKING:\n    from click import Command"}),
    (libraries_stay_at_home, {"cli/a": "def f() -> None:\n    from rich.text import Text"}),
    (libraries_stay_at_home, {"model/a": "import numpy.linalg"}),
    (
        libraries_stay_at_home,
        {
            "language/a": "def f() -> None:\n    import rapidfuzz",
            "language/b": "def f() -> None:\n    from rapidfuzz import fuzz",
        },
    ),
    (
        widgets_cannot_name_the_store,
        {"tui/dialogs/a": "if TYPE_CHECKING:\n    import netjournal.store.journal"},
    ),
    (only_the_command_line_prints, {"practice/a": "def f() -> None:\n    print('here')"}),
    (only_the_command_line_prints, {"tui/a": "from sys import stdout as out\nout.write('here')"}),
    (nobody_asks_for_the_time, {"cli/a": "import datetime as dt\nnow = dt.datetime.now(dt.UTC)"}),
    (nobody_asks_for_the_time, {"store/a": "from datetime import date\ntoday = date.today"}),
    (nobody_asks_for_the_time, {"store/a": "from time import time as clock\nclock()"}),
    (nobody_asks_for_the_time, {"store/a": "import time\ntime.sleep(1)"}),
    (nothing_is_left_to_chance, {"practice/a": "from random import Random"}),
    (nothing_is_left_to_chance, {"store/a": "from urllib import request"}),
    (nothing_is_left_to_chance, {"practice/a": "pick = max(people, key=hash)"}),
    (nothing_is_left_to_chance, {"cli/a": "import subprocess\nsubprocess.run(line, shell=True)"}),
    (nothing_is_left_to_chance, {"cli/a": "import os\nos.system(line)"}),
    (nothing_is_left_to_chance, {"cli/a": "def f() -> None:\n    global journal"}),
    (nothing_is_caught_broadly, {"tui/a": "try:\n    f()\nexcept (OSError, Exception):\n    pass"}),
    (nothing_is_caught_broadly, {"tui/a": "try:\n    f()\nexcept:\n    pass"}),
    (nothing_happens_at_import, {"store/a": "config = open('config').read()"}),
    (nothing_happens_at_import, {"store/a": "class A:\n    home = Path.home()"}),
    (nothing_happens_at_import, {"store/a": "def f(now: object = clock()) -> None: ..."}),
    (nothing_happens_at_import, {"store/a": "from netjournal.store.b import Journal\nJ = Journal()"}),
    (nothing_happens_at_import, {"model/a": f"{MAKER}\n    return A(open('a'))\nB = a()"}),
    (nothing_happens_at_import, {"model/a": f"{MAKER}\n    log()\n    return A(1)\nB = a()"}),
    (nothing_happens_at_import, {"store/a": "for name in NAMES:\n    pass"}),
    (nothing_happens_at_import, {"store/a": "@registered('a')\ndef f() -> None: ..."}),
    (nothing_outgrows_its_budget, {"model/a": "x = 1\n" * 301}),
    (
        nothing_outgrows_its_budget,
        {"model/a": '"""A table, because nobody splits it."""\n' + "x = 1\n" * 400},
    ),
    (nothing_outgrows_its_budget, {"model/a": "def f() -> None:\n" + "    g()\n" * 40}),
    (nothing_outgrows_its_budget, {"model/a": "class A:\n" + "    x = 1\n" * 250}),
    (nothing_outgrows_its_budget, {"tui/app": "class NetjournalApp(Host):\n" + "    x = 1\n" * 200}),
    (everything_public_is_explained, {"model/a": "X = 1"}),
    (everything_public_is_explained, {"model/a": '"""A."""\ndef f() -> None: ...'}),
    (everything_public_is_explained, {"model/a": '"""A."""\nclass A:\n    """A."""\n    def f(self): ...'}),
)
KEPT: Sequence[tuple[Rule, Mapping[str, str]]] = (
    (
        rooms_look_upwards,
        {"cli/a": "def f() -> None:\n    from netjournal.tui import run", "tui/__init__": ""},
    ),
    (
        rooms_look_upwards,
        {"store/a": "from netjournal.model import Contact\nfrom .b import c", "model/__init__": ""},
    ),
    (imports_can_be_read, {"cli/a": "import importlib\nimportlib.import_module(f'netjournal.cli.{name}')"}),
    (
        nobody_imports_in_a_circle,
        {"model/__init__": "from netjournal.model.a import A", "model/a": "import re"},
    ),
    (private_names_stay_private, {"cli/a": "from netjournal import __version__"}),
    (libraries_stay_at_home, {"language/a": "def f() -> None:\n    import pendulum.tz"}),
    (only_the_command_line_prints, {"cli/a": "print('here')"}),
    (
        nobody_asks_for_the_time,
        {"language/a": "import datetime as dt\ndef read_clock():\n    dt.datetime.now()"},
    ),
    (nobody_asks_for_the_time, {"tui/a": "now = self.clock()\ntoday = self.now.date()\nself.today()"}),
    (nothing_is_left_to_chance, {"model/a": "import re, urllib.parse\nre.compile('a')"}),
    (nothing_is_caught_broadly, {"store/a": "try:\n    f()\nexcept BaseException:\n    undo()\n    raise"}),
    (
        nothing_happens_at_import,
        {"model/a": f"{MAKER} ...\nB = A(1)"},
    ),
    (nothing_happens_at_import, {"model/a": f"{MAKER}\n    return A(lambda: open('a'))\nB = a()"}),
    (nothing_happens_at_import, {"model/a": "find = lambda: open('a')\ndef f() -> None:\n    open('a')"}),
    (
        nothing_outgrows_its_budget,
        {"model/a": '"""A table, because nobody splits it."""\n' + "x = 1\n" * 399},
    ),
    (everything_public_is_explained, {"model/a": '"""A."""\ndef _f() -> None:\n    def g() -> None: ...'}),
)


def _house_of(files: Mapping[str, str]) -> House:
    return [Module(f"netjournal/{path}.py", text) for path, text in files.items()]


@pytest.mark.parametrize(("rule", "files"), BROKEN)
def test_a_breach_is_seen(rule: Rule, files: Mapping[str, str]) -> None:
    assert list(rule(_house_of(files)))


@pytest.mark.parametrize(("rule", "files"), KEPT)
def test_what_is_allowed_is_no_breach(rule: Rule, files: Mapping[str, str]) -> None:
    assert list(rule(_house_of(files))) == []


def test_the_pins_fit_what_the_project_asks_for() -> None:
    lines = (ROOT / "tests" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin) for pin in pins)
    pinned = dict(pin.split("==") for pin in pins)
    needs = [
        Requirement(need) for need in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"])
    ]
    assert [str(need) for need in needs if pinned.get(need.name, "0") not in need.specifier] == []


def test_help_is_read_without_the_heavy_libraries() -> None:
    heavy = ("textual", "rich", "rapidfuzz", "icalendar", "asyncio", "pendulum", "tinydb")
    program = f"""
import sys
from netjournal.cli import main
try:
    main(["--help"])
finally:
    print("read:", *sorted(set({heavy}) & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "read:"
