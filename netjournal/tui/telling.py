"""What the app says in passing, one thing at a time and never over what is being typed."""

from __future__ import annotations

from textual.notifications import Notification, SeverityLevel
from textual.widget import Widget
from textual.widgets._toast import Toast

from netjournal.errors import JournalError
from netjournal.language.visible import visible
from netjournal.tui.parting import Parting

_READ_A_SECOND, _AT_MOST = 20, 15.0
"""Letters that are read in a second, and the seconds for which anything stands at most."""


class Telling(Parting):
    """An app that says something for a moment, whatever is in it shown as it is.

    What is said between two keys stands together. What is said after a key takes the place of what was said
    before it; only warnings stay their time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()
        self._said: Notification | None = None
        self._is_of_this_key = False
        self._is_undone = False

    def tell(self, message: str, *, severity: SeverityLevel = "information") -> None:
        """Say something for a moment, literally."""
        words = visible(message, multiline=True)
        if severity != "information":
            self._show(words, severity)
            return
        if self._said is not None and self._is_of_this_key and self._said in self._notifications:
            said = self._said.message.split("\n")
            words = "\n".join((*said, *(line for line in words.split("\n") if line not in said)))
        self._say(words)

    def tell_undone(self, message: str) -> None:
        """Say what was taken back, in place of what was said so before."""
        if self._is_undone:
            self._is_of_this_key = False
        if self._is_of_this_key:
            self.tell(message)
        else:
            self._say(message)
        self._is_undone = True

    def tell_error(self, error: JournalError) -> None:
        """Say what went wrong and what to do."""
        self.tell(f"{error.message} {error.hint}".strip(), severity="warning")

    def tell_once(self, message: str, hint: str) -> None:
        """Say what is amiss, unless it was said since the app was opened."""
        if message not in self._told:
            self._told.add(message)
            self.tell(f"{message} {hint}".strip(), severity="warning")

    def heard(self) -> None:
        """A key was pressed: what is said from now on is something new."""
        self._is_of_this_key = False

    def fall_silent(self) -> None:
        """Take away what was said before this key, as what one does now is not what it was said of."""
        if self._said is not None and not self._is_of_this_key:
            self._unnotify(self._said)

    def make_way(self) -> None:
        """Take away what was said if it lies over the dialog one is in."""
        said, body = self._said, self.focused
        if said is None or body is None or not self.screen.is_modal:
            return
        while isinstance(body.parent, Widget) and body.parent is not self.screen:
            body = body.parent
        toasts = [toast for toast in self.screen.query(Toast) if toast._notification is said]
        if any(toast.region.overlaps(body.region) for toast in toasts):
            self._unnotify(said)

    def _refresh_notifications(self) -> None:
        super()._refresh_notifications()
        self._mark()

    def _unnotify(self, notification: Notification, refresh: bool = True) -> None:
        super()._unnotify(notification, refresh)
        self._mark()

    def _mark(self) -> None:
        """Let the screen know whether anything is said: the line of keys may make way for it."""
        if self._screen_stack:
            self.screen.set_class(bool(self._notifications), "-telling")

    def _say(self, words: str) -> None:
        if self._said is not None:
            self._unnotify(self._said, refresh=False)
        self._said = self._show(words, "information")
        self._is_of_this_key, self._is_undone = True, False

    def _show(self, words: str, severity: SeverityLevel) -> Notification:
        seconds = min(max(self.NOTIFICATION_TIMEOUT, len(words) / _READ_A_SECOND), _AT_MOST)
        said = Notification(visible(words, multiline=True), severity=severity, timeout=seconds, markup=False)
        self._notifications.add(said)
        self._refresh_notifications()
        return said
