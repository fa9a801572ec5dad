"""Whether a text tells of a hard day: death, illness, a loss or a quarrel, and of whom."""
