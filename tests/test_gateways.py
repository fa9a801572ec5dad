"""Nobody shows or prints a text past the two gateways, `tui.text` and `cli.output`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.house import Module, read_house

Rule = Callable[[Module], Iterator[str]]

_SAFE = {"show", "show_line", "visible", "key_name", "keys_line"}
_OUTPUTS = ("netjournal.cli.output", "netjournal.cli.progress")
_SHOWN = {"border_title", "border_subtitle", "tooltip", "placeholder", "title", "sub_title"}
_WIDGETS = {"Static", "Label", "Button", "Option", "Checkbox", "RadioButton", "Collapsible", "TabPane", "Tab"}


def only_the_gateway_prints(module: Module) -> Iterator[str]:
    """In the shell `output` writes, and `progress` what it counts; a prompt is `input`'s in `typing_in`."""
    if module.name in _OUTPUTS:
        return
    for call in module.nodes(ast.Call):
        meant = module.meant(call.func)
        if meant in ("print", "click.echo", "click.secho", "click.prompt", "click.confirm", "click.style"):
            yield f"{module.at(call)} {meant} prints past the gateway"
        if meant in (
            "sys.stdout.write",
            "sys.stderr.write",
            "sys.stdout.buffer.write",
            "sys.stdout.writelines",
        ):
            yield f"{module.at(call)} {meant} prints past the gateway"
        if meant == "input" and not (module.name == "netjournal.cli.typing_in" and _is_ours(call.args[0])):
            yield f"{module.at(call)} only typing_in asks, in words of ours"


def only_the_gateway_makes_spans(module: Module) -> Iterator[str]:
    """In the app `span` makes what is shown; a bare `Span` holds words of ours alone."""
    if not module.name.startswith("netjournal.tui") or module.name == "netjournal.tui.text":
        return
    for call in module.nodes(ast.Call):
        meant = module.meant(call.func).rpartition(".")[2]
        if meant == "Span" and not _is_ours(call.args[0]):
            yield f"{module.at(call)} Span({ast.unparse(call.args[0])}): span() makes it safe to show"
        if meant in ("Content", "Text", "assemble", "from_markup", "from_text", "styled"):
            yield f"{module.at(call)} only tui.text makes content"
        if meant in ("notify", "Notification"):
            literal = any(word.arg == "markup" and not _is_true(word.value) for word in call.keywords)
            if not literal or not _is_safe(call.args[0]):
                yield f"{module.at(call)} a notification is visible() and without markup"
        if meant in _WIDGETS or _updates_a_widget(call.func):
            for argument in call.args[:1]:
                if not _is_safe(argument):
                    yield f"{module.at(call)} {ast.unparse(call)} parses markup"


def only_safe_text_is_put_on_a_widget(module: Module) -> Iterator[str]:
    """Titles, tooltips and placeholders are words of ours, or made by the gateway."""
    if not module.name.startswith("netjournal.tui"):
        return
    for node in module.nodes(ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in _SHOWN and not _is_safe(node.value):
                yield f"{module.at(node)} {ast.unparse(node)}: show_line() makes it safe"
    for call in module.nodes(ast.Call):
        for word in call.keywords:
            is_text = word.arg in ("placeholder", "tooltip") and module.name != "netjournal.tui.commands"
            if is_text and not _is_safe(word.value):
                yield f"{module.at(call)} {word.arg}={ast.unparse(word.value)}: visible() makes it safe"


RULES: Sequence[Rule] = (
    only_the_gateway_prints,
    only_the_gateway_makes_spans,
    only_safe_text_is_put_on_a_widget,
)


def _is_ours(node: ast.expr) -> bool:
    """Whether the text is written out in the source: nothing of a user is in it."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.strip("_").isupper()
        case ast.BinOp(left=left, right=right, op=ast.Add()):
            return _is_ours(left) and _is_ours(right)
        case ast.BinOp(left=left, op=ast.Mult()):
            return _is_ours(left)
        case ast.IfExp(body=body, orelse=orelse):
            return _is_ours(body) and _is_ours(orelse)
    return False


def _is_safe(node: ast.expr) -> bool:
    is_made = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _SAFE
    return is_made or _is_ours(node)


def _is_true(node: ast.expr) -> bool:
    return not (isinstance(node, ast.Constant) and node.value is False)


def _updates_a_widget(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute) and called.attr == "update" and "query_one" in ast.unparse(called)
    )


@pytest.mark.parametrize("rule", RULES)
def test_the_gateways_are_the_only_way_out(rule: Rule) -> None:
    breaches = [breach for module in read_house() for breach in rule(module)]
    assert not breaches, "\n".join([rule.__doc__ or "", *breaches])


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (only_the_gateway_prints, "cli/a", "print(name)"),
        (only_the_gateway_prints, "cli/a", "import sys\nsys.stderr.write(name)"),
        (only_the_gateway_prints, "cli/a", "import click\nclick.echo(name)"),
        (only_the_gateway_prints, "cli/typing_in", "input(f'{name}> ')"),
        (only_the_gateway_makes_spans, "tui/a", "from netjournal.tui.text import Span\nSpan(name)"),
        (only_the_gateway_makes_spans, "tui/a", "from textual.widgets import Static\nStatic(name)"),
        (only_the_gateway_makes_spans, "tui/a", "from textual.content import Content\nContent(name)"),
        (only_the_gateway_makes_spans, "tui/a", "self.notify(name, markup=False)"),
        (only_the_gateway_makes_spans, "tui/a", "self.query_one('#a', Static).update(name)"),
        (only_safe_text_is_put_on_a_widget, "tui/a", "frame.border_title = name"),
        (only_safe_text_is_put_on_a_widget, "tui/a", "Input(placeholder=name)"),
    ],
)
def test_a_way_around_them_is_seen(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Module(f"netjournal/{path}.py", text)))
