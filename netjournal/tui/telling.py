"""What the app says in passing."""

from __future__ import annotations

from textual.notifications import Notification, Notify, SeverityLevel

from netjournal.errors import JournalError
from netjournal.language.visible import visible
from netjournal.tui.parting import Parting


class Telling(Parting):
    """An app that says something for a moment, whatever is in it shown as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()
        self._undone: Notification | None = None

    def tell(self, message: str, *, severity: SeverityLevel = "information") -> None:
        """Say something for a moment, literally."""
        self.notify(visible(message), severity=severity, markup=False)

    def tell_undone(self, message: str) -> None:
        """Say what was taken back, in place of what was said so before."""
        if self._undone is not None:
            self._unnotify(self._undone)
        self._undone = Notification(visible(message), timeout=self.NOTIFICATION_TIMEOUT, markup=False)
        self.post_message(Notify(self._undone))

    def tell_error(self, error: JournalError) -> None:
        """Say what went wrong and what to do."""
        self.tell(f"{error.message} {error.hint}".strip(), severity="warning")

    def tell_once(self, message: str, hint: str) -> None:
        """Say what is amiss, unless it was said since the app was opened."""
        if message not in self._told:
            self._told.add(message)
            self.tell(f"{message} {hint}".strip(), severity="warning")
