"""The app's own two themes: a notebook on a quiet desk, by day and by lamp light."""

from __future__ import annotations

from textual.theme import Theme

from netjournal.settings import Theme as Shade

LAMP = Theme(
    name="netjournal-dark",
    primary="#d9a566",
    secondary="#8fae9b",
    accent="#d9a566",
    foreground="#e8e2d6",
    background="#1b1a18",
    surface="#1b1a18",
    panel="#262420",
    success="#8fae9b",
    warning="#d9a566",
    error="#d08770",
    dark=True,
    variables={
        "text-muted": "#a39b8b",
        "text-disabled": "#6f695e",
        "text-accent": "#e2b377",
        "cursor-row": "#2b2823",
        "day-some": "#2f2a22",
        "day-more": "#463826",
        "day-most": "#63492a",
        "day-even": "#201f1c",
        "day-odd": "#242220",
        "block-cursor-background": "#d9a566",
        "input-selection-background": "#d9a566 35%",
        "scrollbar": "#3a362f",
        "scrollbar-background": "#1b1a18",
        "scrollbar-hover": "#575045",
        "scrollbar-active": "#d9a566",
    },
)

DAY = Theme(
    name="netjournal-light",
    primary="#8a5210",
    secondary="#3d6b52",
    accent="#8a5210",
    foreground="#2c2823",
    background="#faf6ee",
    surface="#faf6ee",
    panel="#f0e9db",
    success="#3d6b52",
    warning="#8a5210",
    error="#98452a",
    dark=False,
    variables={
        "text-muted": "#6f675a",
        "text-disabled": "#a09683",
        "text-accent": "#8a5210",
        "cursor-row": "#efe6d3",
        "day-some": "#f3e8d2",
        "day-more": "#ebd5ae",
        "day-most": "#e0bd84",
        "day-even": "#f7f2e8",
        "day-odd": "#f3eee2",
        "block-cursor-background": "#8a5210",
        "input-selection-background": "#8a5210 25%",
        "scrollbar": "#d9cfbc",
        "scrollbar-background": "#faf6ee",
        "scrollbar-hover": "#c2b59b",
        "scrollbar-active": "#8a5210",
    },
)


def theme_name(chosen: Shade) -> str:
    """Textual's name for the colours that are set."""
    return (DAY if chosen == "light" else LAMP).name
