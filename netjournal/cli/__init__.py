"""The command line: the only room that prints."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

_ALLOWANCE = 300_000
"""Objects from one run of the collector to the next: nothing that modules bring with them is ever let go."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `arguments` (the process's own by default) and leave with the exit code: the only way out."""
    gc.set_threshold(_ALLOWANCE)
    try:
        from netjournal.cli.leaving import run

        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:  # while the modules were still being read
        code = 130
    sys.exit(code)
