"""How a journal is kept: shelves, lock, index, trash and undo. `Journal` is its one door."""
