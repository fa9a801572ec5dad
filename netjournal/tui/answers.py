"""An answer mended in place: kept to oneself, or moved to another question."""

from __future__ import annotations

from msgspec.structs import replace

from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import kept_to_oneself, moved
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.dialogs.questions import QuestionsDialog
from netjournal.tui.host import Host


async def keep_private(app: Host, entry: Interaction) -> None:
    """Keep the answer to oneself, or not any more."""
    asked = entry.reflection
    if asked is None or asked.status != "answered":
        app.tell("There is no answer here yet.")
        return
    private = not asked.private
    if await _change(app, entry, kept_to_oneself(asked, private=private)):
        never = "It stays with you: nothing brings it back, and it is left out of exports."
        app.tell(never if private else "It may come back to you again.")


async def move(app: Host, entry: Interaction) -> None:
    """Ask to which question the answer belongs, and move it there."""
    asked = entry.reflection
    if asked is None or asked.status == "skipped":
        app.tell("There is no question here.")
        return
    if asked.period:
        app.tell("That answer belongs to a review and stays with it.")
        return
    prompts = {one.id: one for one in app.journal.other_questions(entry, app.prompts(), app.settings)}

    async def chosen(id: str) -> None:
        if await _change(app, entry, moved(asked, prompts[id])):
            app.tell(f"It stands under {DIMENSION_NAMES[prompts[id].dimension]} now. u takes it back.")

    await app.open(QuestionsDialog(tuple(prompts.values())), chosen)


async def _change(app: Host, entry: Interaction, reflection: Reflection) -> Interaction | None:
    after = replace(entry, reflection=reflection)
    return await app.attempt(lambda: app.journal.change(entry, after, now=app.clock(), kind="answer"))
