"""How people write: names, dates and one-line entries, as words and back."""
