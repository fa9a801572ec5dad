"""What floats over a screen to be read, and may be left at any moment."""

from __future__ import annotations


class Panel:
    """A dialog in which nothing is half written: `/` closes it and looks somebody up."""
