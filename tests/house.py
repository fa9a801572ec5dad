"""The package as its source says it: modules, what they import, and what the names in them mean."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

ROOT = Path(__file__).parent.parent

N = TypeVar("N", bound=ast.AST)
When = Literal["at start", "in a function", "for types"]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef


class Import(NamedTuple):
    """One imported name, dotted: ``tinydb.table.Table`` for ``from tinydb.table import Table``."""

    target: str
    line: int
    when: When

    @property
    def library(self) -> str:
        """The outermost package."""
        return self.target.partition(".")[0]


class Place(NamedTuple):
    """A node and the names of the functions that it stands in, outermost first."""

    node: ast.AST
    functions: tuple[str, ...]


@dataclass(frozen=True)
class Module:
    """A file of the package."""

    path: str
    text: str

    @cached_property
    def name(self) -> str:
        """As it is imported."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def room(self) -> str:
        """The part of the house it belongs to; empty for the package itself."""
        return room_of(self.name)

    @cached_property
    def tree(self) -> ast.Module:
        """What Python reads."""
        return ast.parse(self.text, self.path)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every node but whether a name is read or set; those that stand in others after them."""
        found: list[Place] = []
        _walk(self.tree, (), found)
        return tuple(found)

    @cached_property
    def _by_kind(self) -> Mapping[type[ast.AST], Sequence[ast.AST]]:
        found: dict[type[ast.AST], list[ast.AST]] = {}
        for place in self.places:
            found.setdefault(type(place.node), []).append(place.node)
        return found

    def nodes(self, kind: type[N]) -> Iterator[N]:
        """Every node of a kind that `ast` makes, such as ``ast.Call``."""
        return (node for node in self._by_kind.get(kind, ()) if isinstance(node, kind))

    @cached_property
    def names(self) -> tuple[tuple[ast.expr, str, tuple[str, ...]], ...]:
        """Every dotted name that is read, with what it means and the functions that it stands in."""
        return tuple(
            (node, self.meant(node), functions)
            for node, functions in self.places
            if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load)
        )

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import, those in functions and for types alone included."""
        typing = [node for node in self.nodes(ast.If) if is_for_types(node)]
        typed = {id(node) for block in typing for statement in block.body for node in ast.walk(statement)}
        found = []
        for node, functions in self.places:
            if isinstance(node, ast.Import | ast.ImportFrom):
                when: When = "in a function" if functions else "at start"
                when = "for types" if id(node) in typed else when
                found += [Import(target, node.lineno, when) for target in self._targets(node)]
        return tuple(found)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """What the imported names stand for."""
        found: dict[str, str] = {}
        for node in self.nodes(ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name.partition(".")[0]
                found[name] = alias.name if alias.asname else name
        for source in self.nodes(ast.ImportFrom):
            names = [alias.asname or alias.name for alias in source.names]
            found |= dict(zip(names, self._targets(source), strict=True))
        return found

    def meant(self, node: ast.AST) -> str:
        """``datetime.datetime.now`` for ``dt.datetime.now``; empty for what is not a dotted name."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            before = self.meant(node.value)
            return f"{before}.{node.attr}" if before else ""
        return ""

    def at(self, node: ast.stmt | ast.expr) -> str:
        """Where something is: ``path:line``."""
        return f"{self.path}:{node.lineno}"

    def _targets(self, node: ast.Import | ast.ImportFrom) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        start = []
        if node.level:
            package = self.name.split(".") if self.path.endswith("__init__.py") else self.name.split(".")[:-1]
            start = package[: len(package) - node.level + 1]
        return [".".join([*start, *filter(None, [node.module]), alias.name]) for alias in node.names]


@cache
def read_house() -> tuple[Module, ...]:
    """Every module of the package, by its path; read once, for all rules."""
    files = sorted((ROOT / "netjournal").rglob("*.py"))
    return tuple(Module(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files)


def room_of(name: str) -> str:
    """``store`` for ``netjournal.store.lock``; empty for the package itself."""
    return name.partition(".")[2].partition(".")[0]


def is_for_types(node: ast.If) -> bool:
    """Whether only the type checker reads what follows."""
    return "TYPE_CHECKING" in ast.unparse(node.test)


def _walk(node: ast.AST, functions: tuple[str, ...], found: list[Place]) -> None:
    found.append(Place(node, functions))
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        functions = (*functions, getattr(node, "name", "lambda"))
    for name in node._fields:
        below = None if name == "ctx" else getattr(node, name, None)
        for child in below if isinstance(below, list) else [below]:
            if isinstance(child, ast.AST):
                _walk(child, functions, found)
