"""TinyDB on the file of a shelf: how documents are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from tinydb.storages import Storage
from tinydb.table import Table

from netjournal.model import Raw


class TablesFile(Protocol):
    """A file of tables that is read once and replaced as a whole."""

    def read(self) -> dict[str, Any] | None:
        """All tables of the file, None if there is no file yet."""
        ...

    def write(self, data: Mapping[str, Any]) -> None:
        """Replace the file."""
        ...


class ShelfStorage(Storage):
    """TinyDB's storage on such a file; raises what that raises."""

    def __init__(self, file: TablesFile) -> None:
        self._file = file

    def read(self) -> dict[str, Any] | None:
        """All tables."""
        return self._file.read()

    def write(self, data: Mapping[str, Any]) -> None:
        """Replace all tables."""
        self._file.write(data)


class ShelfTable(Table):
    """TinyDB's table with our own ids, which are strings."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates it as type[int] and allows any

    def put(self, documents: Mapping[str, Raw | None]) -> None:
        """Write documents by id, None for those that go, in one replacement of the file."""

        def change(standing: dict[Any, Any]) -> None:
            for id, document in documents.items():
                if document is None:
                    standing.pop(id, None)
                else:
                    standing[id] = document

        self._update_table(change)


def put(file: TablesFile, table: str, documents: Mapping[str, Raw | None]) -> None:
    """Write documents of a table by id, None for those that go, at once. Raises what the file raises."""
    ShelfTable(ShelfStorage(file), table, cache_size=0).put(documents)
