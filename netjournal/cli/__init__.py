"""The command line: the only room that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `arguments` (the process's own by default) and leave with the exit code: the only way out."""
    try:
        from netjournal.cli.leaving import run

        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:  # while the modules were still being read
        code = 130
    sys.exit(code)
