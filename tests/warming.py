"""What a command works out anew in each process, worked out once for the many forks and runs of the tests."""

from __future__ import annotations

import datetime as dt
import gc
import importlib
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from pkgutil import walk_packages
from types import SimpleNamespace

import netjournal
from netjournal import demo
from netjournal.language.capture import capture
from netjournal.model import Acquaintance
from netjournal.practice import prompts, reviews

_NOON = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)
_LINE = "yesterday 14:30: lunch with @Ana and Li at the pier #boats promise:'the plan by friday'"


class _Nobody:
    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        return ()

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        return {}


def read_questions_once(put: Callable[[object, str, object], object] = setattr) -> None:
    """`put` in place what reads our own questions once: to read them takes longer than to write an entry."""
    loads = cache(tomllib.loads)
    read = prompts.read_prompts
    read_ours = cache(lambda name, text: read(name, text, {}))
    put(
        prompts,
        "read_prompts",
        lambda name, text, known: read(name, text, known) if known else read_ours(name, text),
    )
    for module in (reviews, demo):
        put(module, "tomllib", SimpleNamespace(loads=loads))


def warm_up() -> None:
    """Do once what the forks of this process would: read modules and questions, compile what reads a line.

    The garbage collector of a fork leaves all that alone, which would be copied otherwise.
    """
    for module in walk_packages(netjournal.__path__, "netjournal."):
        if not module.name.startswith(("netjournal.tui", "netjournal.__main__")):
            importlib.import_module(module.name)
    read_questions_once()
    prompts.built_in()
    reviews.built_in_reviews()
    capture(_LINE, _NOON, _Nobody())
    gc.freeze()
