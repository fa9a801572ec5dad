"""`settings`: what one can set, and what the journal will never do."""

from __future__ import annotations

from collections.abc import Iterator

import click
import msgspec

from netjournal.cli.layout import paired
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import slip_shape
from netjournal.errors import Misused
from netjournal.practice.never import NEVER, TITLE
from netjournal.settings import DEFAULTS, Settings
from netjournal.settings.describing import commented
from netjournal.settings.editing import Value, as_toml, value_at
from netjournal.settings.reading import may_be, meant
from netjournal.store.own import Noticed

Path = tuple[str, ...]

_WILL_NEVER = "\n".join(("\b", f"{TITLE}:", *NEVER))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def write(session: Session, as_json: bool) -> None:
    """Write settings.toml with every default in it, commented out."""
    path = session.own.write_commented()
    if as_json:
        say_json({"file": str(path)})
    else:
        say(f"Take the # from a line in {path} to change it.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def defaults(as_json: bool) -> None:
    """Print what `write` would write."""
    if as_json:
        say_json({"settings": msgspec.to_builtins(DEFAULTS), "text": commented()})
        return
    for line in commented().splitlines():
        say(line)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def check(session: Session, as_json: bool) -> None:
    """Say whether all of settings.toml holds; the exit code is 1 if not."""
    _, mistakes = session.own.read_settings()
    if as_json:
        say_json({"mistakes": [slip_shape(one) for one in mistakes]})
    elif mistakes:
        _tell_all(mistakes)
    else:
        say("All of it holds.")
    if mistakes:
        raise click.exceptions.Exit(1)


@click.command(name="set")
@click.argument("name")
@click.argument("values", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def set_one(session: Session, name: str, values: tuple[str, ...], as_json: bool) -> None:
    """Set NAME, such as ask or circles.close, to a value; fields and offers take several VALUES.

    Every other line of the file stays as it is.
    """
    path = _path(name)
    value = _value(path, values)
    session.own.set(path, value)
    if as_json:
        say_json({"name": name, "value": msgspec.to_builtins(value)})
    else:
        say(f"{name} = {as_toml(value)}")


@click.group(invoke_without_command=True, commands=(write, defaults, check, set_one), epilog=_WILL_NEVER)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """Show what is set; settings.toml in your config folder says it.

    A line with a mistake in it is named, and the rest holds. In the app , opens the settings.
    """
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    standing, mistakes = session.own.read_settings()
    if as_json:
        say_json(
            {
                "file": str(session.own.settings_file),
                "settings": msgspec.to_builtins(standing),
                "mistakes": [slip_shape(one) for one in mistakes],
            }
        )
        return
    say(str(session.own.settings_file))
    for line in paired([(".".join(path), as_toml(value)) for path, value in _set(standing)]):
        say(line)
    _tell_all(mistakes)
    if standing == DEFAULTS and not mistakes:
        tell("Nothing is set. `netjournal settings write` writes the file, with a comment for each.")


def _path(name: str) -> Path:
    path = tuple(name.split("."))
    place: object = DEFAULTS
    for part in path:
        known = (
            place.__struct_fields__
            if isinstance(place, msgspec.Struct)
            else (part,) * isinstance(place, dict)
        )
        if part not in known:
            raise Misused(f"There is no setting {name}.", meant(part, known))
        place = getattr(place, part, "")
    if isinstance(place, msgspec.Struct | dict):
        raise Misused(f"{name} is a part of the settings.", f"Say which of it: {name}.{_first_of(place)}.")
    return path


def _first_of(place: msgspec.Struct | dict[str, str]) -> str:
    return next(iter(place.__struct_fields__), "") if isinstance(place, msgspec.Struct) else "NAME"


def _value(path: Path, values: tuple[str, ...]) -> Value:
    """The values as they were meant: numbers and truths as such. Raises Misused if it cannot be that."""
    default = "" if path[0] == "templates" else value_at(DEFAULTS, path)
    written: object = values if isinstance(default, tuple) else " ".join(values)
    document: object = written
    for part in reversed(path):
        document = {part: document}
    try:
        found: Value = value_at(msgspec.convert(document, Settings, strict=False), path)
    except msgspec.ValidationError as error:
        raise Misused(f"{'.'.join(path)} cannot be {' '.join(values)}.", may_be(path)) from error
    return found


def _set(standing: Settings) -> Iterator[tuple[Path, object]]:
    """What differs from the defaults."""
    for name in DEFAULTS.__struct_fields__:
        value, default = getattr(standing, name), getattr(DEFAULTS, name)
        if isinstance(value, msgspec.Struct):
            parts = ((part, getattr(value, part), getattr(default, part)) for part in value.__struct_fields__)
            yield from (((name, part), now) for part, now, usual in parts if now != usual)
        elif isinstance(value, dict):
            yield from (((name, key), text) for key, text in value.items())
        elif value != default:
            yield (name,), value


def _tell_all(mistakes: tuple[Noticed, ...]) -> None:
    for one in mistakes:
        tell(one.said)
