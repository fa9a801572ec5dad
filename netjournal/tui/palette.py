"""The palette: commands of the screen one is on, and people."""

from __future__ import annotations

from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from netjournal.language.folding import fold, words
from netjournal.tui.commands import Command, key_name, on_screen
from netjournal.tui.host import Host
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import show_line, span

_PEOPLE = 12


class CommandProvider(Provider):
    """The table of commands."""

    async def discover(self) -> Hits:
        """Everything one can do here."""
        for command in self._commands():
            yield DiscoveryHit(_shown(command), partial(self._run, command), text=command.help)

    async def search(self, query: str) -> Hits:
        """Those with words that begin like the words of the query."""
        begun = words(fold(query))
        for number, command in enumerate(self._commands()):
            known = words(fold(command.help))
            if all(any(word.startswith(start) for word in known) for start in begun):
                yield Hit(
                    0.5 - number / 1000, _shown(command), partial(self._run, command), text=command.help
                )

    def _commands(self) -> tuple[Command, ...]:
        return on_screen(self.screen.WHERE) if isinstance(self.screen, JournalScreen) else ()

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action)


class PeopleProvider(Provider):
    """People, found as in the lookup."""

    async def search(self, query: str) -> Hits:
        """Those who fit, best first, above the commands."""
        host = cast(Host, self.app)
        for number, match in enumerate(host.lookup.find(query, limit=_PEOPLE)):
            about = f"   {match.why}" if match.why else ""
            shown = show_line((span(match.person.name, "strong"), span(about, "muted")))
            yield Hit(
                2 - number / 100, shown, partial(host.show_person, match.person.id), text=match.person.name
            )


def _shown(command: Command) -> Content:
    return show_line((span(command.help), span(f"   {key_name(command.keys[0])}", "muted")))
