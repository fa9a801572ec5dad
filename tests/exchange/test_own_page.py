"""A page in one's own editor, and what happens to it meanwhile."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from msgspec.structs import replace

from netjournal.exchange.own_editor import Sheet
from netjournal.exchange.own_page import Wording, edit_page
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.pages import FormContext
from netjournal.model import Contact
from tests.store.journals import NOW, person


def test_a_page_that_a_crash_left_after_it_was_kept_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def edit(document: Contact, *typing: str) -> Contact:
        monkeypatch.setenv("VISUAL", shlex.join(["sed", "-i", *typing]))
        return edit_page(
            tmp_path / "page",
            document,
            CONTACT_FIELDS,
            FormContext(now=NOW, name_of=str, resolve_person=str),
            write=lambda before, after: replace(document, place=after.place),
            standing=lambda: document,
            wording=Wording("Going on.", ""),
            tell=told.append,
        )

    ana = person("Ana Silva")
    with monkeypatch.context() as crash:
        crash.setattr(Sheet, "throw_away", lambda sheet: None)
        kept = edit(ana, "s/^place:.*/place: Faro/")
    assert kept.place == "Faro"
    moved = edit(kept, "s/^place: *Faro/place: Porto/")
    assert moved.place == "Porto"
    assert told == []
    with monkeypatch.context() as crash:
        crash.setattr(Sheet, "throw_away", lambda sheet: None)
        edit(moved, "s/^place:.*/place: Lagos/")
    edit(moved, "s/^nothing//")
    assert told == ["Going on."]


def test_a_page_of_somebody_forgotten_meanwhile_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nrm -r "$(dirname "$1")"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))

    def write(before: Contact, after: Contact) -> Contact:
        raise AssertionError

    ana = person("Ana Silva")
    kept = edit_page(
        tmp_path / "edits" / "page",
        ana,
        CONTACT_FIELDS,
        FormContext(now=NOW, name_of=str, resolve_person=str),
        write=write,
        standing=lambda: ana,
        wording=Wording("", ""),
        tell=lambda _: None,
    )
    assert kept == ana
    assert not (tmp_path / "edits" / "page").exists()
