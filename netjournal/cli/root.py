"""The table of commands; each module is read when its command is run."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from netjournal import __version__
from netjournal.cli.session import Session
from netjournal.errors import Misused
from netjournal.practice.never import IN_SHORT

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Entry(NamedTuple):
    """Where a command lives, what it does in a few words, and its function if it is not called like it."""

    module: str
    summary: str
    function: str = ""


COMMANDS = {
    "log": Entry("log", "Keep what happened, in one line."),
    "reflect": Entry("reflect", "Answer a question that waits."),
    "review": Entry("review", "Look back on a week or a month, and ahead."),
    "insights": Entry("insights", "See what the months show: themes, energy, people, doors."),
    "find": Entry("looking", "Find people by name, nickname, work, place or tag."),
    "show": Entry("showing", "Show a person and what happened with them."),
    "prep": Entry("showing", "Read for a minute before you meet someone."),
    "today": Entry("today", "Show what is due today, and this day in earlier years."),
    "timeline": Entry("timeline", "Read a month again."),
    "year": Entry("year", "See a whole year, day by day."),
    "search": Entry("search", "Look through everything you ever wrote."),
    "who": Entry("rhythm", "Say whom a hello would reach at a good time."),
    "later": Entry("rhythm", "Not now: suggest someone again in some days."),
    "pause": Entry("rhythm", "Stop a rhythm, or all, for a while."),
    "resume": Entry("rhythm", "Go on after a pause."),
    "rest": Entry("rhythm", "Never suggest someone, and bring up nothing of them."),
    "kept": Entry("promises", "Mark a promise kept."),
    "note": Entry("noting", "Keep one more thing about a person."),
    "introduce": Entry("introducing", "Make two people known to each other, or say what became of it."),
    "introductions": Entry("introducing", "Show who was introduced to whom."),
    "doors": Entry("doors", "Show whom you met through whom."),
    "goal": Entry("goal", "Set a small goal that counts itself, or let it go."),
    "goals": Entry("goals", "Show your small goals and how far they are."),
    "event": Entry("event", "Log an evening among people, a line for each."),
    "add": Entry("adding", "Write down someone new."),
    "edit": Entry("editing", "Change a person or an entry in your editor."),
    "delete": Entry("taking_back", "Move a person or an entry to the trash."),
    "undo": Entry("taking_back", "Take back the last change."),
    "trash": Entry("trash", "Show what was deleted, and bring it back."),
    "restore": Entry("restoring", "Go back to how the journal stood on an earlier day."),
    "doctor": Entry("doctor", "Look whether every file is in order, and mend what is not."),
    "duplicates": Entry("uniting", "List people who look like one."),
    "merge": Entry("uniting", "Make one of two people, or keep them apart."),
    "forget": Entry("forgetting", "Remove everything about someone, for good."),
    "import": Entry("bringing", "Bring in people of an address book, or a journal.", "bring_in"),
    "export": Entry("exporting", "Write people or the journal down, to keep or for other programs."),
    "sync": Entry("sync", "Have one journal on all your machines, through a git remote."),
    "demo": Entry("demo", "Look around in a made-up journal."),
    "prompts": Entry("prompts", "See which questions may be asked, and silence some."),
    "settings": Entry("settings", "See, check and change what you can set."),
    "path": Entry("path", "Say where everything is kept."),
    "completions": Entry("completing", "Print what makes your shell complete names."),
}


FOLDER = click.Path(file_okay=False)
"""The type of an option that names a folder, there or not."""


def folder(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """The folder that an option names; an empty name, as of a variable not set, is not the one we are in."""
    if value == "":
        raise click.BadParameter("It names no folder.", context, parameter)
    return None if value is None else Path(value)


class Commands(click.Group):
    """A group that knows its commands by name and reads only the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, read now."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(f"netjournal.cli.{entry.module}"), entry.function or cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the names it could have been."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Names of commands, without reading them; options as click does."""
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return [
            CompletionItem(name, help=entry.summary)
            for name, entry in COMMANDS.items()
            if name.startswith(incomplete)
        ]


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Remember the people you meet and what you learn from them. Without a command it opens the app.",
    epilog=f"{IN_SHORT} `netjournal settings --help` says it in full.",
)
@click.option(
    "--journal", metavar="DIR", type=FOLDER, callback=folder, help="The folder of the journal, not your own."
)
@click.option(
    "--discreet", is_flag=True, help="Hide words and names, but for initials, from whoever looks on."
)
@click.version_option(__version__, message="netjournal %(version)s")
@click.pass_context
def root(context: click.Context, journal: Path | None, discreet: bool) -> Any:
    """Open the app, or hand over to a command."""
    context.obj = session = Session(journal, discreet=discreet)
    context.call_on_close(session.close)
    if context.invoked_subcommand is not None:
        return 0
    need_terminal()
    from netjournal.tui import run

    with contextlib.closing(session.open()) as opened:
        return run(opened, session.settings, session.clock, discreet=discreet)


def need_terminal() -> None:
    """Raises Misused where the app has no terminal to draw on or to read keys from."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise Misused("The app needs a terminal. `netjournal --help` lists what works without one.")
