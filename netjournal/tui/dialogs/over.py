"""What floats over a screen, which is seen dimmed behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from rich.segment import Segment
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.style import Style as RichStyle
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions

R = TypeVar("R")

_Dimmed = dict["tuple[RichStyle, RichStyle | None]", "RichStyle"]


class Over(ModalScreen[R]):
    """A dialog that dims the screen below it, each style of that one once."""

    _dimmed: tuple[str, _Dimmed] | None = None

    def render(self) -> RenderableType:
        """The screen below, as Textual would dim it piece by piece."""
        shown = super().render()
        if not isinstance(shown, BackgroundScreen):
            return shown
        if self._dimmed is None or self._dimmed[0] != shown.color.hex:
            self._dimmed = shown.color.hex, {}
        return _Behind(shown, self._dimmed[1])  # type: ignore[return-value]  # any Widget may give a Visual


class _Behind(Visual):
    """A dimmed screen, line by line as it stands there; `dimmed` are the styles that are known by now."""

    def __init__(self, shown: BackgroundScreen, dimmed: _Dimmed) -> None:
        self._shown = shown
        self._known = dimmed

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """All lines."""
        below = self._shown.screen._compositor.render_strips()[:height]
        lines = [Strip(self._dim(strip, style.rich_style), strip.cell_length) for strip in below]
        return [line.crop(0, width) for line in lines]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as what it is on."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the screen."""
        return self._shown.screen.size.height

    def _dim(self, strip: Strip, base: RichStyle) -> Iterator[Segment]:
        for text, style, _ in strip:
            key = base, style
            if key not in self._known:
                [one] = self._shown.process_segments([Segment("", style)], self._shown.color)
                self._known[key] = base + one.style
            yield Segment(text, self._known[key])
