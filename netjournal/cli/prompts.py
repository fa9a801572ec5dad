"""`prompts`: which questions may be asked, one's own among them."""

from __future__ import annotations

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, slip_shape
from netjournal.errors import JournalError
from netjournal.model import DIMENSIONS
from netjournal.practice.prompt_library import Library
from netjournal.practice.prompts import Prompt, built_in, meant
from netjournal.practice.themes import say_theme
from netjournal.store.own import Noticed


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_all(session: Session, as_json: bool) -> None:
    """List the questions by theme."""
    _list(session, as_json)


@click.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def mute(session: Session, id: str, as_json: bool) -> None:
    """Never ask the question ID again."""
    library, _ = _library(session)
    prompt = _named(library, id)
    session.own.mute(prompt)
    _done(prompt, True, as_json)


@click.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def unmute(session: Session, id: str, as_json: bool) -> None:
    """Ask the question ID again."""
    library, _ = _library(session)
    prompt = _named(library, id)
    session.own.unmute(id, library)
    _done(prompt, False, as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def check(session: Session, as_json: bool) -> None:
    """Say whether all of your own files hold; the exit code is 1 if not."""
    library, noticed = _library(session)
    if as_json:
        say_json({"mistakes": [slip_shape(one) for one in noticed]})
    elif not noticed:
        own = {prompt.id for prompt in _everything(library)} - {prompt.id for prompt in built_in()}
        files = len(session.own.prompt_files())
        say(f"All of it holds: {len(own)} of your own in {files} {'file' if files == 1 else 'files'}.")
    for one in noticed:
        tell(one.said)
    if noticed:
        raise click.exceptions.Exit(1)


@click.group(invoke_without_command=True, commands=(list_all, mute, unmute, check))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def prompts(context: click.Context, as_json: bool) -> None:
    """List the questions that a log may be followed by.

    Your own stand in files in prompts.d in your config folder (`netjournal path` names it). In mine.toml:

    \b
    language = "en"
    mute = ["giving-01"]
    [[prompt]]
    id = "mine-01"
    dimension = "curiosity"
    text = "What would you have liked to ask?"
    when = { channel = ["call", "in_person"], first = true }

    A file in another language is used once `netjournal settings set language de` says so; there an id and a
    text are enough for a question that is known. A file with a slip in it rests, and the others hold.
    """
    if context.invoked_subcommand is None:
        _list(context.obj, as_json)


def _list(session: Session, as_json: bool) -> None:
    library, noticed = _library(session)
    muted = {prompt.id for prompt, _ in library.muted}
    known = {prompt.id: prompt for prompt in built_in()}
    everything = _everything(library)
    if as_json:
        rows = [_shape(one, one.id in muted, known.get(one.id) != one) for one in everything]
        say_json({"prompts": rows, "mistakes": [slip_shape(one) for one in noticed]})
        return
    theme = ""
    for prompt in everything:
        if prompt.dimension != theme:
            if theme:
                say("")
            say(say_theme(prompt.dimension))
        theme = prompt.dimension
        notes = ["muted"] * (prompt.id in muted) + ["yours"] * (known.get(prompt.id) != prompt)
        note = f" ({', '.join(notes)})" if notes else ""
        for line in wrapped(f"{prompt.shown}{note}", indent=" " * 18, first=f"  {prompt.id:<16}"):
            say(line)
    for one in noticed:
        tell(one.said)


def _library(session: Session) -> tuple[Library, tuple[Noticed, ...]]:
    return session.own.library(session.settings.language)


def _everything(library: Library) -> list[Prompt]:
    found = [*library.prompts, *(prompt for prompt, _ in library.muted)]
    return sorted(found, key=lambda one: (DIMENSIONS.index(one.dimension), one.id))


def _named(library: Library, id: str) -> Prompt:
    known = {prompt.id: prompt for prompt in _everything(library)}
    if id not in known:
        raise JournalError(
            f"There is no question {id}.", meant(id, known) or "`netjournal prompts` lists them."
        )
    return known[id]


def _done(prompt: Prompt, is_muted: bool, as_json: bool) -> None:
    if as_json:
        say_json(_shape(prompt, is_muted, _is_own(prompt)))
    elif is_muted:
        say(f"It will not be asked again: {prompt.shown}")
        tell(f"`netjournal undo` takes that back, `netjournal prompts unmute {prompt.id}` at any time.")
    else:
        say(f"It may be asked again: {prompt.shown}")


def _is_own(prompt: Prompt) -> bool:
    return prompt not in built_in()


def _shape(prompt: Prompt, is_muted: bool, is_own: bool) -> Shape:
    return {
        "id": prompt.id,
        "dimension": prompt.dimension,
        "text": prompt.text,
        "when": {key: list(values) for key, values in prompt.when.items()},
        "unless": {key: list(values) for key, values in prompt.unless.items()},
        "scale": prompt.scale,
        "muted": is_muted,
        "own": is_own,
    }
