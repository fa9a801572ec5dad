"""A page in one's own editor, and what happens to it meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.exchange.own_page import Wording, edit_page
from netjournal.language.contact_form import CONTACT_FIELDS
from netjournal.language.forms import FormContext
from netjournal.model import Contact
from tests.store.journals import NOW, person


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
