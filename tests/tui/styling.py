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
from textual.css.model import RuleSet, SelectorType
from textual.css.styles import RenderStyles, RulesMap, Styles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_Path = tuple[tuple[object, ...], ...]


class _Found(NamedTuple):
    """What Textual found for a node: its rules, and what else has to be looked at when something changes.

    Where no rule holds at all, which is None, Textual leaves a node those it had.
    """

    rules: RulesMap | None
    has_hover_style: bool
    has_focus_within: bool
    has_order_style: bool
    has_odd_or_even: bool


class _Caught(dict[tuple[Any, ...], RulesMap]):
    """Takes the rules of one node, as Textual's own cache does; not asked for any that hang on siblings."""

    is_asked = False

    def get(self, key: tuple[Any, ...], default: Any = None, /) -> Any:
        self.is_asked = True
        return default


class _Given(NamedTuple):
    """The rules that a node was given last, and the styles and their number of changes by then."""

    rules: RulesMap
    styles: Styles
    updates: int


class _Parts(dict[str, RenderStyles]):
    """The styles of the parts of a node, made when they are asked for: few parts of a widget ever are."""

    def __init__(self, node: DOMNode) -> None:
        super().__init__()
        self._node = node
        self.rules: dict[str, RulesMap] = {}

    def take(self, rules: dict[str, RulesMap]) -> None:
        """Go by other rules from now on."""
        if rules is self.rules:
            return
        changed = [part for part in rules.keys() | self.rules if rules.get(part) != self.rules.get(part)]
        self.rules = rules
        for part in changed:
            self.pop(part, None)
        if changed:
            self._node.refresh()

    def __contains__(self, part: object) -> bool:
        return part in self.rules or super().__contains__(part)

    def __missing__(self, part: str) -> RenderStyles:
        virtual = _part(self._node, part)
        Stylesheet.replace_rules(virtual, self.rules[part])
        self[part] = virtual.styles
        return virtual.styles

    def clear(self) -> None:
        super().clear()
        self.rules = {}


def _part(node: DOMNode, part: str) -> DOMNode:
    virtual = DOMNode(classes=part)
    virtual._attach(node)
    return virtual


class _Rules:
    """The rules of an app as it is now: its sheets, its theme and what its terminal can do."""

    def __init__(self, rules: list[RuleSet], light: tuple[object, ...]) -> None:
        self.rules = rules
        self.light = light
        self.parts: dict[_Path, dict[str, RulesMap]] = {}
        self._of: dict[tuple[object, ...], tuple[object, ...]] = {}
        self._by_name: dict[str, list[RuleSet]] = {}
        self._ids: set[str] = set()
        for rule in rules:
            for name in rule.selector_names:
                self._by_name.setdefault(name, []).append(rule)
            for selectors in rule.selector_set:
                self._ids |= {one.name for one in selectors.selectors if one.type is SelectorType.ID}

    def of(self, asked: tuple[Any, ...]) -> tuple[object, ...]:
        """Those that may hold for a node that is `asked`, in their order, and the light they hold in."""
        kind, name, classes, *_ = asked
        key = (kind, name, classes)
        if key not in self._of:
            names = {"*", f"#{name}", *(f".{one}" for one in classes)}
            names |= {one.__name__ for one in kind._css_bases(kind)}
            rules = {rule for name in names for rule in self._by_name.get(name, ())}
            self._of[key] = (self.light, *(id(rule) for rule in self.rules if rule in rules))
        return self._of[key]

    def asked(self, node: DOMNode) -> tuple[object, ...]:
        """All that a selector of them may ask of a node."""
        own = (type(node), node._id if node._id in self._ids else None, frozenset(node._classes))
        if not isinstance(node, Widget):
            return own
        return (*own, node.mouse_hover, node.has_focus, node.disabled, node.allow_focus())


class Styling:
    """What was parsed and found in this run."""

    def __init__(self) -> None:
        self._parse_rules = Stylesheet._parse_rules
        self._apply = Stylesheet.apply
        self._update_nodes = Stylesheet.update_nodes
        self._parsed: dict[tuple[object, ...], list[RuleSet]] = {}
        self._palettes: dict[frozenset[tuple[str, str]], object] = {}
        self._rules: dict[tuple[object, ...], _Rules] = {}
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
                rules = shared.rules(sheet, node)
                shared.style_parts(sheet, node, rules, shared.path(rules, node))

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
        rules = self.rules(sheet, node)
        path = self.path(rules, node)
        found = self.found(rules, path)
        known = found.get(path)
        if known is None:
            caught = _Caught()
            self._apply(sheet, node, animate=animate, cache=caught)
            if caught.is_asked:
                found[path] = _Found(
                    next(iter(caught.values()), None),
                    node._has_hover_style,
                    node._has_focus_within,
                    node._has_order_style,
                    node._has_odd_or_even,
                )
            return
        (
            one,
            node._has_hover_style,
            node._has_focus_within,
            node._has_order_style,
            node._has_odd_or_even,
        ) = known
        if one is not None:
            self.give(sheet, node, one, animate)
        if node._get_component_classes():
            self.style_parts(sheet, node, rules, path)

    def give(self, sheet: Stylesheet, node: DOMNode, rules: RulesMap, animate: bool) -> None:
        """Replace the rules of a node, unless they are those that it was given last and still has."""
        base = node.styles.base
        given: _Given | None = node.__dict__.pop("_given", None)
        is_there = given is not None and given.rules is rules and given.styles is base
        if given is None or not is_there or given.updates != base._updates:
            sheet.replace_rules(node, rules, animate=animate)
        elif not animate:
            node.notify_style_update()
        if not animate:
            node.__dict__["_given"] = _Given(rules, base, base._updates)

    def style_parts(self, sheet: Stylesheet, node: DOMNode, rules: _Rules, path: _Path) -> None:
        """Give the parts of a node theirs."""
        parts = node._component_styles
        if not isinstance(parts, _Parts):
            parts = node._component_styles = _Parts(node)
        known = rules.parts.get(path)
        if known is None:
            known, is_whole = {}, True
            for part in sorted(node._get_component_classes()):
                virtual = _part(node, part)
                self.apply(sheet, virtual, animate=False)
                known[part] = virtual.styles.base.get_rules()
                path_of_part = (*path, rules.asked(virtual))
                is_whole = is_whole and path_of_part in self.found(rules, path_of_part)
            if is_whole:
                rules.parts[path] = known
        parts.take(known)

    def rules(self, sheet: Stylesheet, node: DOMNode) -> _Rules:
        """The rules of the app of a node."""
        rules, app = sheet.rules, node.app
        light = (app.theme, app.native_ansi_color, app.no_color, app.is_inline, app.app_focus)
        seen: tuple[list[RuleSet], _Rules] | None = sheet.__dict__.get("_seen_rules")
        if seen is None or seen[0] is not rules or seen[1].light != light:
            key = (light, *map(id, rules))
            if key not in self._rules:
                self._rules[key] = _Rules(rules, light)
            seen = sheet.__dict__["_seen_rules"] = (rules, self._rules[key])
        return seen[1]

    def found(self, rules: _Rules, path: _Path) -> dict[_Path, _Found]:
        """What was found with the rules that may hold at the end of a path."""
        return self._found.setdefault(rules.of(path[-1]), {})

    def path(self, rules: _Rules, node: DOMNode) -> _Path:
        """All that the rules may ask of a node and of what it stands in."""
        if self._paths is None:
            return tuple([rules.asked(one) for one in node.css_path_nodes])
        path = self._paths.get(node)
        if path is None:
            above = node._parent
            path = (*(self.path(rules, above) if isinstance(above, DOMNode) else ()), rules.asked(node))
            self._paths[node] = path
        return path
