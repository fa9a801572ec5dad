"""From what went wrong to one line and an exit code. No traceback reaches a user."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from netjournal.cli.output import flush, report, tell
from netjournal.errors import JournalError, Misused, say_fault

INTERRUPTED = 130
_PIPE_CLOSED = 141
_OUR_MISTAKE = 1
_DASHES = " Words that begin with a dash stand after --."


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code (architecture.md, "The command line").

    0 done, 1 it could not be done, 2 wrong usage, 3 the journal is damaged or locked,
    130 interrupted, 141 whoever read our output went away.
    """
    _never_fail_on_a_letter()
    try:
        code = _told(arguments)
        flush()
        return code
    except BrokenPipeError:
        _let_go_of_output()
        return _PIPE_CLOSED
    except JournalError as error:  # the output itself could not be written
        _let_go_of_output()
        report(error)
        return error.exit_code
    except SystemExit:
        _let_go_of_output()
        raise


def _told(arguments: Sequence[str]) -> int:
    try:
        return _invoke(arguments)
    except JournalError as error:
        report(error)
        return error.exit_code
    except click.ClickException as error:
        _report_usage(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        what, more = say_fault(error)
        tell(what)
        # A traceback may show what somebody wrote, so it is printed only when asked for.
        for line in _traceback(error) if os.environ.get("NETJOURNAL_TRACEBACK") else (more,):
            tell(line)
        return _OUR_MISTAKE


def _invoke(arguments: Sequence[str]) -> int:
    if any("\ud800" <= letter <= "\udfff" for argument in arguments for letter in argument):
        raise Misused("What was typed is not text in UTF-8.", "Which encoding does your terminal use?")
    if "_NETJOURNAL_COMPLETE" in os.environ:
        from netjournal.cli.completing import complete

        return complete()
    from netjournal.cli.root import root

    try:
        with root.make_context("netjournal", list(arguments)) as context:
            result = root.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return result if isinstance(result, int) else 0


def _report_usage(error: click.ClickException) -> None:
    tell(error.format_message())
    context = getattr(error, "ctx", None)
    if context is not None:
        dashed = isinstance(error, click.NoSuchOption)
        tell(f"`{context.command_path} --help` says how." + (_DASHES if dashed else ""))


def _traceback(error: Exception) -> list[str]:
    import traceback  # seldom needed

    return "".join(traceback.format_exception(error)).splitlines()


def _never_fail_on_a_letter() -> None:
    """In a terminal without UTF-8, a letter that it lacks becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Point stdout and stderr, where they lead nowhere any more, to where the interpreter can flush them."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
