"""A dialog dims the screen below it as Textual would, and knows its styles without finding them twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from textual._context import visible_screen_stack
from textual.app import App
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.visual import RenderOptions, visualize

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.dialogs.over import Over
from netjournal.tui.dialogs.question import QuestionSheet
from tests.tui.conftest import Open
from tests.tui.journals import settle


def below(app: App[int], kind: type[ModalScreen[object]]) -> list[Strip]:
    """What stands behind the dialog, as dialogs of this kind draw it."""
    visible_screen_stack.set(app._background_screens)
    screen = app.screen
    behind = visualize(screen, kind.render(cast(Any, screen)))
    return behind.render_strips(*app.size, screen.visual_style, RenderOptions(cast(Any, None), {}))


def pieces(strips: list[Strip]) -> list[list[tuple[str, object, object, object]]]:
    """Each cell with its colours and whether it is bold."""
    return [
        [(sign, style.color, style.bgcolor, style.bold) for text, style, _ in strip if style for sign in text]
        for strip in strips
    ]


@pytest.mark.parametrize("size", [(120, 36), (50, 15)])
@pytest.mark.parametrize("key", ["l", "question_mark"])
async def test_the_screen_below_is_dimmed_as_textual_dims_it(
    journal: Journal, open_app: Open, key: str, size: tuple[int, int]
) -> None:
    async with open_app(journal, size) as (app, pilot):
        await pilot.press(key)
        await settle(app, pilot)
        ours = pieces(below(app, Over))
        assert ours == pieces(below(app, ModalScreen))
        assert [len(line) for line in ours] == [size[0]] * size[1]


async def test_another_theme_dims_in_its_own_colours(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, settings=Settings(theme="dark")) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        dark = pieces(below(app, Over))
        app.action_toggle_light()
        await settle(app, pilot)
        light = pieces(below(app, Over))
        assert dark != light == pieces(below(app, ModalScreen))


def nodes(app: App[int]) -> Iterator[DOMNode]:
    yield app.screen
    yield from app.screen.query("*")


@pytest.mark.parametrize("size", [(120, 36), (50, 15)])
async def test_a_sheet_that_stands_has_the_styles_that_it_would_be_given_now(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(journal, size) as (app, pilot):
        for keys in (["l"], [*"tea with Jorge", "enter"]):
            await pilot.press(*keys)
            await settle(app, pilot)
            stand = [dict(node._css_styles.get_rules()) for node in nodes(app)]
            app.screen.update_node_styles(animate=False)
            app.stylesheet.update(app.screen)
            assert [dict(node._css_styles.get_rules()) for node in nodes(app)] == stand
        assert isinstance(app.screen, QuestionSheet)
