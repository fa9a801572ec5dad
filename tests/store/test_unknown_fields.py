"""What a newer version or another program wrote beside our fields stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from netjournal.model import Contact, Interaction, Met, Promise
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person, question, rewrite, standing

NOVEL: dict[str, Any] = {"shape": ["new", {"deep": 1.5}], "empty": None}


def furnished(journal: Journal) -> tuple[Contact, Interaction]:
    """A person and an entry, with something unknown at every level of both."""
    ana = person("Ana Kovač", met=Met(place="Split"), tags=("sailing",))
    talk = entry(
        people=(ana.id,),
        promises=(Promise(text="send the map"), Promise(text="call", by="them")),
        reflection=question(),
    )
    bring(journal, ana, talk)

    def add_to_person(tables: dict[str, Any]) -> None:
        raw = tables["contacts"][ana.id]
        raw["novel"] = NOVEL
        raw["met"]["weather"] = NOVEL

    def add_to_entry(tables: dict[str, Any]) -> None:
        raw = tables["interactions"][talk.id]
        raw["novel"] = NOVEL
        raw["reflection"]["voice"] = NOVEL
        raw["promises"][0]["worth"] = NOVEL
        raw["promises"][1]["worth"] = "little"

    rewrite(journal.folder / "contacts.json", add_to_person)
    rewrite(journal.folder / f"months/{talk.month}.json", add_to_entry)
    journal.refresh()
    return ana, talk


def test_a_change_of_every_known_part_leaves_the_unknown_ones(journal: Journal) -> None:
    ana, talk = furnished(journal)
    before = standing(journal.folder)
    journal.change(ana, replace(ana, name="Ana Horvat", met=Met(place="Hvar")), now=NOW)
    kept, called = talk.promises[0], talk.promises[1]
    journal.change(
        talk,
        replace(
            talk,
            text="on the ferry",
            promises=(Promise(text="first"), replace(kept, kept=NOW.date()), called),
            reflection=question("answered", answer="that I was tired"),
        ),
        now=NOW,
    )
    after = standing(journal.folder)
    contact, raw = after["contacts"][ana.id], after[f"months/{talk.month}"][talk.id]
    assert (
        contact["novel"] == contact["met"]["weather"] == raw["novel"] == raw["reflection"]["voice"] == NOVEL
    )
    assert contact["met"]["place"] == "Hvar"
    assert raw["reflection"]["answer"] == "that I was tired"
    assert raw["promises"] == [
        {"text": "first"},
        {"text": "send the map", "kept": "2026-11-18", "worth": NOVEL},
        {"text": "call", "by": "them", "worth": "little"},
    ]

    journal.undo()
    journal.undo()
    assert standing(journal.folder) == before


def test_a_promise_that_is_kept_keeps_what_we_do_not_know_of_it(journal: Journal) -> None:
    _, talk = furnished(journal)
    kept = replace(talk.promises[0], kept=NOW.date())
    journal.change(talk, replace(talk, promises=(kept, talk.promises[1])), now=NOW)
    [first, second] = standing(journal.folder)[f"months/{talk.month}"][talk.id]["promises"]
    assert first == {"text": "send the map", "kept": "2026-11-18", "worth": NOVEL}
    assert second["worth"] == "little"


def test_a_promise_that_is_gone_takes_what_was_unknown_of_it_along(journal: Journal) -> None:
    _, talk = furnished(journal)
    journal.change(talk, replace(talk, promises=(talk.promises[1],)), now=NOW)
    [left] = standing(journal.folder)[f"months/{talk.month}"][talk.id]["promises"]
    assert left == {"text": "call", "by": "them", "worth": "little"}


def test_an_entry_that_moves_to_another_month_or_the_trash_takes_them_along(journal: Journal) -> None:
    ana, talk = furnished(journal)
    moved = journal.change(talk, replace(talk, date=talk.date.replace(month=10)), now=NOW)
    assert standing(journal.folder)["months/2026-10"][talk.id]["novel"] == NOVEL
    journal.delete(moved, now=NOW)
    journal.delete(ana, now=NOW)
    trash = standing(journal.folder)["trash"]
    assert trash[talk.id]["document"]["reflection"]["voice"] == NOVEL
    assert trash[ana.id]["document"]["met"]["weather"] == NOVEL


def test_unknown_tables_of_a_file_stay(journal: Journal) -> None:
    _, talk = furnished(journal)
    path = journal.folder / f"months/{talk.month}.json"

    def add_tables(tables: dict[str, Any]) -> None:
        tables["introductions"] = {"1": NOVEL}
        tables["version"] = [2, "a"]

    rewrite(path, add_tables)
    before = standing(journal.folder)
    bring(journal, entry("2026-11-01"))
    text = path.read_text()
    assert '"introductions": {\n "1": {"shape"' in text
    assert '"version": [2, "a"]' in text
    journal.undo()
    assert standing(journal.folder) == before
    assert '"version": [2, "a"]' in path.read_text()


def test_unknown_keys_of_the_journal_itself_stay(open_journal: Callable[[], Journal]) -> None:
    path = open_journal().folder / "journal.json"

    def add_keys(tables: dict[str, Any]) -> None:
        [manifest] = tables["journal"].values()
        manifest["owner"] = NOVEL
        tables["devices"] = {"1": {"name": "lamp"}}

    rewrite(path, add_keys)
    before = path.read_bytes()
    journal = open_journal()
    journal.add(person("Yusuf Demir"), now=NOW)
    journal.undo()
    assert path.read_bytes() == before
