"""The one table of commands: it feeds keys, key bar, help, palette and the README's key list."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textual.binding import Binding

Where = Literal["everywhere", "contacts", "timeline", "year", "reflections", "months", "behind", "review"]


class Command(NamedTuple):
    """Something one can do with a key.

    `keys` are names as Textual spells them, `action` is run where the command is at home; `short` stands in
    the key bar (empty: not there), `help` in the help and the palette.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    short: str
    help: str
    where: Where


COMMANDS = (
    Command("log", ("l",), "app.log", "log", "Log a talk, a letter or a thought in one line", "everywhere"),
    Command("find", ("slash",), "app.find", "find", "Look somebody up", "everywhere"),
    Command("search", ("s",), "app.search", "search", "Search everything ever written", "everywhere"),
    Command("open", ("enter",), "open", "open", "Open the page, or the entry under the cursor", "contacts"),
    Command(
        "edit-person", ("e",), "edit", "edit", "Edit the person, or the entry under the cursor", "contacts"
    ),
    Command("page-of-person", ("E",), "edit_page", "", "The same as text in your $EDITOR", "contacts"),
    Command("delete-person", ("d",), "delete", "delete", "Delete the person (d d), or the entry", "contacts"),
    Command("keep-here", ("space",), "keep", "kept", "Mark the promise kept, or open again", "contacts"),
    Command("note", ("plus",), "note", "add", "Add a line about the person", "contacts"),
    Command("introduce", ("i",), "introduce", "", "Introduce the person to someone", "contacts"),
    Command("filter-page", ("f",), "filter", "filter", "Say which of the entries to see", "contacts"),
    Command("answer-here", ("a",), "answer", "answer", "Answer the question of the entry", "contacts"),
    Command("links-contacts", ("o",), "links", "", "Go to a name or tag in the entry", "contacts"),
    Command("rhythm", ("r",), "rhythm", "rhythm", "Give a rhythm, not now, pause, or at rest", "contacts"),
    Command("look-alikes", ("D",), "look_alikes", "", "Go through people who look like one", "contacts"),
    Command("open-entry", ("enter",), "open", "open", "Open the page of the person", "timeline"),
    Command("previous-month", ("left_square_bracket",), "month(-1)", "", "One month back", "timeline"),
    Command("next-month", ("right_square_bracket",), "month(1)", "[ ] month", "One month on", "timeline"),
    Command("previous-year", ("left_curly_bracket",), "years(-1)", "", "One year back", "timeline"),
    Command("next-year", ("right_curly_bracket",), "years(1)", "", "One year on", "timeline"),
    Command("today", ("t",), "today", "", "Go to today", "timeline"),
    Command("go", ("g",), "screen.go", "date", "Go to a date: mar 2025, last friday, 2026-11-03", "timeline"),
    Command("year", ("y",), "screen.year", "year", "Show the whole year", "timeline"),
    Command("page", ("p",), "screen.page", "page", "Today's page: promises, birthdays, hellos", "timeline"),
    Command("answer-entry", ("a",), "answer", "answer", "Answer the question of the entry", "timeline"),
    Command("fold-head", ("h",), "fold", "", "Fold the month's own words, or show them again", "timeline"),
    Command("keep-entry", ("space",), "keep", "", "Mark the promise of the entry kept", "timeline"),
    Command("links-timeline", ("o",), "links", "", "Go to a name or tag in the entry", "timeline"),
    Command("filter-days", ("f",), "filter", "filter", "Say which of the entries to see", "timeline"),
    Command("edit-entry", ("e",), "edit", "edit", "Edit the entry under the cursor", "timeline"),
    Command("page-of-entry", ("E",), "edit_page", "", "The same as text in your $EDITOR", "timeline"),
    Command("delete-entry", ("d",), "delete", "", "Delete the entry under the cursor", "timeline"),
    Command("open-day", ("enter",), "open", "open", "Open the day on the Timeline", "year"),
    Command(
        "year-before", ("left_square_bracket", "left_curly_bracket"), "year(-1)", "", "One year back", "year"
    ),
    Command(
        "year-after",
        ("right_square_bracket", "right_curly_bracket"),
        "year(1)",
        "[ ] year",
        "One year on",
        "year",
    ),
    Command("today-in-year", ("t",), "today", "today", "Go to today", "year"),
    Command("leave-year", ("y",), "step_out", "back", "Back to the Timeline; esc as well", "year"),
    Command(
        "answer", ("a", "enter"), "answer", "answer", "Answer the question, or mend the answer", "reflections"
    ),
    Command("private", ("x",), "private", "private", "Keep the answer to yourself, or not", "reflections"),
    Command("move-answer", ("m",), "move_answer", "", "Move the answer to another question", "reflections"),
    Command("links-reflections", ("o",), "links", "", "Go to a name or tag in the entry", "reflections"),
    Command("filter-answers", ("f",), "filter", "filter", "Say which of the entries to see", "reflections"),
    Command("edit-reflected", ("e",), "edit", "edit", "Edit the entry it is about", "reflections"),
    Command("page-of-reflected", ("E",), "edit_page", "", "The same as text in your $EDITOR", "reflections"),
    Command("delete-reflected", ("d",), "delete", "delete", "Delete the entry it is about", "reflections"),
    Command("go-on", ("enter",), "go_on", "onward", "Go on to the first question", "review"),
    Command(
        "pick", ("space",), "pick", "pick", "Let the month begin with these words, or not again", "review"
    ),
    Command("all-words", ("w",), "all_words", "words", "Show all your words of the month", "review"),
    Command("review-before", ("left_square_bracket",), "turn(-1)", "", "The week or month before", "review"),
    Command(
        "review-after",
        ("right_square_bracket",),
        "turn(1)",
        "[ ] earlier/later",
        "The week or month after",
        "review",
    ),
    Command("leave-review", ("escape",), "step_out", "back", "Leave; what you kept stays", "review"),
    Command("look-back-week", ("v",), "app.review('week')", "", "Look back on the week", "everywhere"),
    Command("look-back-month", ("V",), "app.review('month')", "", "Look back on the month", "everywhere"),
    Command("months", ("y",), "screen.months", "months", "See what twelve months show", "reflections"),
    Command("open-behind", ("enter",), "open", "open", "Open the entries behind the number", "months"),
    Command("cell-before", ("left",), "cell(-1)", "", "To the month before", "months"),
    Command("cell-after", ("right",), "cell(1)", "← → walk", "To the next month, then to all", "months"),
    Command("span-before", ("left_square_bracket",), "step(-1)", "", "One month earlier", "months"),
    Command("span-after", ("right_square_bracket",), "step(1)", "[ ] month", "One month later", "months"),
    Command("spans-before", ("left_curly_bracket",), "step(-12)", "", "The twelve months before", "months"),
    Command("spans-after", ("right_curly_bracket",), "step(12)", "", "The twelve months after", "months"),
    Command("leave-months", ("y", "3"), "step_out", "back", "Back to Reflections; esc as well", "months"),
    Command("go-to-entry", ("enter",), "open", "open", "Go to the entry on the Timeline", "behind"),
    Command("answer-behind", ("a",), "answer", "answer", "Answer the question of the entry", "behind"),
    Command("links-behind", ("o",), "links", "", "Go to a name or tag in the entry", "behind"),
    Command("filter-behind", ("f",), "filter", "filter", "Say which of the entries to see", "behind"),
    Command("edit-behind", ("e",), "edit", "edit", "Edit the entry under the cursor", "behind"),
    Command("page-of-behind", ("E",), "edit_page", "", "The same as text in your $EDITOR", "behind"),
    Command("delete-behind", ("d",), "delete", "delete", "Delete the entry under the cursor", "behind"),
    Command("leave-behind", ("backspace", "3"), "step_out", "back", "Back to the numbers", "behind"),
    Command("new", ("n",), "app.new", "new", "Write down someone new", "everywhere"),
    Command("trash", ("T",), "screen.trash", "", "Show the trash, and bring back from it", "everywhere"),
    Command(
        "event", ("b",), "screen.event", "", "At an event: begin it, a line for each, end it", "everywhere"
    ),
    Command("goals", ("G",), "screen.goals", "", "Small goals, and where they lead", "everywhere"),
    Command("undo", ("u",), "app.undo", "undo", "Take back the last change", "everywhere"),
    Command(
        "contacts", ("1",), "app.show_mode('contacts')", "", "Contacts: people and their pages", "everywhere"
    ),
    Command(
        "timeline", ("2",), "app.show_mode('timeline')", "", "Timeline: the month and its days", "everywhere"
    ),
    Command(
        "reflections",
        ("3",),
        "app.show_mode('reflections')",
        "",
        "Reflections: answers by theme",
        "everywhere",
    ),
    Command("side", ("tab",), "app.focus_next", "", "Go to the other side of the screen", "everywhere"),
    Command("step-out", ("escape",), "screen.step_out", "", "One step out", "everywhere"),
    Command("back", ("backspace",), "app.back", "", "Go back to where you came from", "everywhere"),
    Command("light", ("f2",), "app.toggle_light", "", "Change between dark and light", "everywhere"),
    Command(
        "settings",
        ("comma",),
        "screen.settings",
        "",
        "Settings: how often to ask, rhythms, weeks",
        "everywhere",
    ),
    Command("questions", ("f3",), "screen.questions", "", "Questions: see them, silence some", "everywhere"),
    Command(
        "discreet", ("f4",), "app.toggle_discreet", "", "Hide names and words, or show them", "everywhere"
    ),
    Command(
        "palette", ("ctrl+p",), "app.command_palette", "", "Find people and commands by name", "everywhere"
    ),
    Command("quit", ("q",), "app.leave", "", "Leave", "everywhere"),
    Command("help", ("question_mark",), "app.help", "help", "Show all keys", "everywhere"),
)
"""Every command, in the order of the help."""

_LEADS_ON = frozenset(("note", "introduce", "filter", "edit", "answer", "links", "rhythm"))
_SHOWN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "plus": "+",
    "comma": ",",
    "slash": "/",
    "question_mark": "?",
    "escape": "esc",
}


def key_name(key: str) -> str:
    """A key as it is shown: ``/`` for ``slash``."""
    return _SHOWN.get(key, key)


def bindings(where: Where) -> list[Binding]:
    """What Textual needs to know of the commands that are at home somewhere."""
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.help,
            show=False,
            id=command.id,
            tooltip=command.help,
        )
        for command in COMMANDS
        if command.where == where
    ]


def on_screen(where: Where) -> tuple[Command, ...]:
    """The commands that work on a screen, in the order of the table; a key it takes for itself comes once."""
    here = [command for command in COMMANDS if command.where == where]
    taken = {key for command in here for key in command.keys}
    return tuple(
        command
        for command in COMMANDS
        if command in here or (command.where == "everywhere" and taken.isdisjoint(command.keys))
    )


def opener(key: str, where: Where) -> Command | None:
    """The command of a letter or sign that opens something there; the app runs it before the next key."""
    for command in on_screen(where):
        is_for_the_app = command.action.startswith(("app.", "screen."))
        if is_for_the_app and key in command.keys and len(key_name(key)) == 1:
            return command
    return None


def leads_on(key: str, where: Where) -> bool:
    """Whether a letter or sign opens something for what is under the cursor there.

    What is typed on at once is meant for that; the app runs it after the keys that move the cursor and are on
    their way.
    """
    return len(key_name(key)) == 1 and any(
        command.action in _LEADS_ON and key in command.keys for command in on_screen(where)
    )


def key_list() -> str:
    """The README's key list in Markdown: one table for all screens."""
    titles: dict[Where, str] = {
        "everywhere": "anywhere",
        "contacts": "Contacts",
        "timeline": "Timeline",
        "year": "the year",
        "reflections": "Reflections",
        "review": "looking back",
        "months": "the months",
        "behind": "behind a number",
    }
    rows = ["| where | key | what it does |", "|---|---|---|"]
    for where, title in titles.items():
        for command in COMMANDS:
            if command.where == where:
                keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
                rows.append(f"| {title} | {keys} | {command.help} |")
    rows.append("| lists | `↑` `↓` `j` `k` `pageup` `pagedown` `home` `end` | Move |")
    return "\n".join(rows)
