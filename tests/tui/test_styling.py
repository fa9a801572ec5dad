"""What the tests of the app share of Textual's styling is what Textual finds."""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from tests.tui.conftest import Open
from tests.tui.journals import settle

_APPLY = Stylesheet.apply
_PARTS = Stylesheet._process_component_classes


def _styles(app: NetjournalApp) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for node in app.screen.walk_children(with_self=True):
        found.append((repr(node), dict(node.styles.base.get_rules())))
        found += [
            (f"{node!r} {part}", dict(node._component_styles[part].base.get_rules()))
            for part in sorted(node._get_component_classes())
        ]
    return found


@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_it_is_what_textual_finds(
    journal: Journal, open_app: Open, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    async with open_app(journal, size) as (app, pilot):
        for keys in ("1", "enter", "slash", "escape", "3", "l", "a", "escape", "f2", "2", "y", "s", "escape"):
            await pilot.press(keys)
            await settle(app, pilot)
            shared = _styles(app)
            with monkeypatch.context() as alone:
                alone.setattr(Stylesheet, "apply", _APPLY)
                alone.setattr(Stylesheet, "_process_component_classes", _PARTS)
                for node in app.screen.walk_children(with_self=True):
                    app.stylesheet.apply(node)
            assert _styles(app) == shared, keys
            seen.add(len(shared))
    assert len(seen) > 3
