"""When: days and times in words, alone, at the front of a line or amid its words; weeks and calendars."""
