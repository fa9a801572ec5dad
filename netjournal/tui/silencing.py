"""The questions in the app: which there are, and which are never to be asked."""

from __future__ import annotations

from netjournal.errors import JournalError
from netjournal.model import DIMENSIONS
from netjournal.practice.prompt_library import Library
from netjournal.practice.prompts import Prompt, built_in
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.dialogs.adjust import AdjustDialog, Adjusted, Item
from netjournal.tui.host import Host

_COLUMN = 9
_SILENT = "silent"

MUTED = "It will not be asked again. f3 lists the questions."


async def choose_questions(app: Host) -> None:
    """Show all questions by theme; enter silences one, or lets it speak again."""
    if app.screen.is_modal:
        return
    known = {prompt.id: prompt for prompt in built_in()}

    def adjust(key: str, change: int | str) -> Adjusted:
        library = app.library()
        muted = {prompt.id for prompt, _ in library.muted}
        prompt = next((one for one in _everything(library) if one.id == key), None)
        said = ""
        try:
            if prompt is not None and key in muted:
                app.write_now(lambda: app.own.unmute(key, library))
                said = "It may be asked again."
            elif prompt is not None:
                app.write_now(lambda: app.own.mute(prompt))
                said = "It will not be asked again."
        except JournalError as error:
            said = f"{error.message} {error.hint}".strip()
        return Adjusted(_items(app.library(), known), said)

    said = f"Your own stand in {app.own.prompts_folder}: `netjournal prompts --help` says how."
    items = _items(app.library(), known)
    dialog = AdjustDialog("Questions", items, adjust, column=_COLUMN, said=said, verb="silence, or let speak")
    await app.push_screen(dialog)


def _everything(library: Library) -> list[Prompt]:
    prompts = [*library.prompts, *(prompt for prompt, _ in library.muted)]
    return sorted(prompts, key=lambda one: (DIMENSIONS.index(one.dimension), one.id))


def _items(library: Library, known: dict[str, Prompt]) -> list[Item]:
    muted = {prompt.id for prompt, _ in library.muted}
    return [
        Item(
            prompt.id,
            DIMENSION_NAMES[prompt.dimension],
            _SILENT if prompt.id in muted else "",
            prompt.shown,
            "" if known.get(prompt.id) == prompt else "yours",
            style="muted" if prompt.id in muted else "text",
        )
        for prompt in _everything(library)
    ]
