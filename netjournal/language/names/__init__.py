"""Whose name: people named in a text, by full, last or pet name, with a slip of the pen, or new ones."""
