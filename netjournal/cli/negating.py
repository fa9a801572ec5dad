"""Terms of a filter that begin with a dash, told from options."""

from __future__ import annotations

import re

import click

# No argument of a process can hold this letter.
_SHIELD = "\0"
_TERM = re.compile(r"-(?:[^\W\d_]{2}|[#@(\"“”„]).*", re.DOTALL)


class Negating(click.Command):
    """A command whose words may be negated, such as `-#work`, with no `--` before them (issue 4 §3).

    Options of one letter stay options, and so does what begins with two dashes. The words need `restored`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse `args`, terms that begin with a dash shielded from being read as options."""
        return super().parse_args(ctx, [_SHIELD + one if _TERM.fullmatch(one) else one for one in args])


def restored(_ctx: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they were typed; for the `callback` of an argument."""
    return tuple(word.removeprefix(_SHIELD) for word in words)
