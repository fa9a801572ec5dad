"""What the journal will never do: the one text, for the README, the help of the app and that of the shell."""

from __future__ import annotations

TITLE = "What it will never do"

NEVER = (
    "Send anything or fetch anything: what you write stays in your files.",
    "Write to anybody for you.",
    "Score a person, rank people, or say what one of them is worth.",
    "Count a streak, or a day you missed.",
    "Tell you to meet more people, or how many wait.",
    "Bring up unasked what is private, of a low mood, or about someone at rest.",
    "Keep you from taking everything with you, or from forgetting someone for good.",
)
"""Each in a sentence that goes on from the title."""

IN_SHORT = "It will never send anything, score a person or count a streak."
"""The same in one sentence."""
