"""The style sheet of the app, read no oftener than it must be."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class SteadyStylesheet(Stylesheet):
    """A style sheet that is read anew only where its colours are other ones.

    Textual asks for it when a theme is named and when a screen is first shown, and would read all of it twice
    each time.
    """

    _is_behind = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take over the colours; what was read stands if they are the same."""
        if variables != self._variables:
            super().set_variables(variables)
            self._is_behind = True

    def reparse(self) -> None:
        """Read it anew, if the colours changed since."""
        if self._is_behind:
            super().reparse()
            self._is_behind = False
