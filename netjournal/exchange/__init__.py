"""In and out: people and whole journals, for address books, calendars, other programs and paper."""
