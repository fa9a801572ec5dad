"""Textual's styling, worked out once for all the apps of a run.

Every app has the same style sheets and the same widgets. To parse the sheets and to find the rules that hold
for each widget and each part of it was four tenths of the time of these tests. Nothing here decides anything:
what Textual itself found is kept under all that it looked at, and used again where all of that is the same.
A test that asks for `styled_alone` goes without, as the pictures do; tests/tui/test_styling.py compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_Path = tuple[tuple[object, ...], ...]


class _Found(NamedTuple):
    """What Textual found for a node: its rules, and what else has to be looked at when something changes."""

    rules: RulesMap
    has_hover_style: bool
    has_focus_within: bool
    has_order_style: bool
    has_odd_or_even: bool


class _Caught(dict[tuple[Any, ...], RulesMap]):
    """Takes the rules of one node, as Textual's own cache does; it keeps none that hang on siblings."""


class Styling:
    """What was parsed and found in this run."""

    def __init__(self) -> None:
        self._parse_rules = Stylesheet._parse_rules
        self._apply = Stylesheet.apply
        self._update_nodes = Stylesheet.update_nodes
        self._parsed: dict[tuple[object, ...], list[RuleSet]] = {}
        self._palettes: dict[frozenset[tuple[str, str]], object] = {}
        self._found: dict[tuple[object, ...], dict[_Path, _Found]] = {}
        self._paths: dict[DOMNode, _Path] | None = None

    def share(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the apps of a test use it."""
        shared = self

        def parse_rules(sheet: Stylesheet, *rest: Any, **options: Any) -> list[RuleSet]:
            return shared.parse_rules(sheet, *rest, **options)

        def apply(sheet: Stylesheet, node: DOMNode, *, animate: bool = False, cache: object = None) -> None:
            shared.apply(sheet, node, animate)

        def style_parts(sheet: Stylesheet, node: DOMNode) -> None:
            if node._get_component_classes():
                shared.style_parts(sheet, node, shared.found(sheet, node), shared.path(node))

        def update_nodes(sheet: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
            shared.update_nodes(sheet, nodes, animate)

        monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules)
        monkeypatch.setattr(Stylesheet, "apply", apply)
        monkeypatch.setattr(Stylesheet, "_process_component_classes", style_parts)
        monkeypatch.setattr(Stylesheet, "update_nodes", update_nodes)

    def parse_rules(self, sheet: Stylesheet, css: str, *rest: Any, **options: Any) -> list[RuleSet]:
        """The rules of a sheet, in its colours."""
        variables = sheet._variables
        seen = sheet.__dict__.get("_seen_variables")
        if seen is None or seen[0] is not variables:
            palette = self._palettes.setdefault(frozenset(variables.items()), object())
            seen = sheet.__dict__["_seen_variables"] = (variables, palette)
        key = (seen[1], css, *rest, *options.items())
        if key not in self._parsed:
            self._parsed[key] = self._parse_rules(sheet, css, *rest, **options)
        return self._parsed[key]

    def update_nodes(self, sheet: Stylesheet, nodes: Iterable[DOMNode], animate: bool) -> None:
        """Give nodes, each after what it stands in, their rules."""
        self._paths = {}
        try:
            self._update_nodes(sheet, nodes, animate)
        finally:
            self._paths = None

    def apply(self, sheet: Stylesheet, node: DOMNode, animate: bool) -> None:
        """Give a node the rules that hold for it."""
        found, path = self.found(sheet, node), self.path(node)
        known = found.get(path)
        if known is None:
            caught = _Caught()
            self._apply(sheet, node, animate=animate, cache=caught)
            for rules in caught.values():
                found[path] = _Found(
                    rules,
                    node._has_hover_style,
                    node._has_focus_within,
                    node._has_order_style,
                    node._has_odd_or_even,
                )
            return
        (
            rules,
            node._has_hover_style,
            node._has_focus_within,
            node._has_order_style,
            node._has_odd_or_even,
        ) = known
        sheet.replace_rules(node, rules, animate=animate)
        if node._get_component_classes():
            self.style_parts(sheet, node, found, path)

    def style_parts(self, sheet: Stylesheet, node: DOMNode, found: dict[_Path, _Found], path: _Path) -> None:
        """Give the parts of a node theirs; a part whose rules did not change keeps what was made of them."""
        before = node._component_styles.copy()
        rules_before = node.__dict__.setdefault("_rules_of_parts", {})
        node._component_styles.clear()
        is_new = False
        for part in sorted(node._get_component_classes()):
            path_of_part = (*path, (DOMNode, None, frozenset((part,))))
            known = found.get(path_of_part)
            if known is not None and part in before and rules_before.get(part) == known.rules:
                node._component_styles[part] = before[part]
                continue
            virtual = DOMNode(classes=part)
            virtual._attach(node)
            self.apply(sheet, virtual, animate=False)
            is_new = is_new or before.get(part) != virtual.styles
            node._component_styles[part] = virtual.styles
            known = found.get(path_of_part)
            rules_before[part] = known and known.rules
        if is_new:
            node.refresh()

    def found(self, sheet: Stylesheet, node: DOMNode) -> dict[_Path, _Found]:
        """What was found with these rules, in an app of this light."""
        rules = sheet.rules
        app = node.app
        light = (app.theme, app.native_ansi_color, app.no_color, app.is_inline, app.app_focus)
        seen = sheet.__dict__.get("_seen_rules")
        if seen is None or seen[0] is not rules or seen[1] != light:
            found = self._found.setdefault((light, *map(id, rules)), {})
            seen = sheet.__dict__["_seen_rules"] = (rules, light, found)
        return seen[2]

    def path(self, node: DOMNode) -> _Path:
        """All that a selector may ask of a node and of what it stands in."""
        if self._paths is None:
            return tuple([_asked(one) for one in node.css_path_nodes])
        path = self._paths.get(node)
        if path is None:
            above = node._parent
            path = (*(self.path(above) if isinstance(above, DOMNode) else ()), _asked(node))
            self._paths[node] = path
        return path


def _asked(node: DOMNode) -> tuple[object, ...]:
    if isinstance(node, Widget):
        return (
            type(node),
            node._id,
            frozenset(node._classes),
            node.mouse_hover,
            node.has_focus,
            node.disabled,
            node.allow_focus(),
        )
    return type(node), node._id, frozenset(node._classes)
