"""What the journal knows: which question to ask, and how to read the answer."""
