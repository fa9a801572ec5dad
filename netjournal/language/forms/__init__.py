"""People, entries, goals and introductions as labelled lines to be changed, and back."""
