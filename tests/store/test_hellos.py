"""Of whom one writes that one leaves them in peace, no hello is suggested."""

from __future__ import annotations

import datetime as dt

from netjournal.model import Reflection
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person

_TODAY = NOW.date()


def test_whom_one_leaves_in_peace_is_not_suggested_until_one_writes_again(journal: Journal) -> None:
    karim = journal.add(person("Karim Haddad", rhythm=7), now=NOW)
    enough = Reflection(
        prompt="trust-01", dimension="trust", question="?", asked=NOW, answered=NOW, status="answered",
        answer="enough now, I let him be",
    )  # fmt: skip
    month_ago, week_ago = _TODAY - dt.timedelta(30), _TODAY - dt.timedelta(9)

    def suggested() -> list[tuple[str, str]]:
        return [(one.person.name, one.note) for one in journal.hellos(_TODAY, Settings())]

    bring(journal, entry(month_ago.isoformat(), people=(karim.id,), text="tea, he is tired"))
    assert suggested() == [("Karim Haddad", "tea, he is tired")]
    bring(journal, entry(week_ago.isoformat(), people=(karim.id,), text="wrote to him", reflection=enough))
    assert suggested() == []
    day_after = (week_ago + dt.timedelta(1)).isoformat()
    bring(journal, entry(day_after, people=(karim.id,), text="he called, all is well"))
    assert suggested() == [("Karim Haddad", "he called, all is well")]
