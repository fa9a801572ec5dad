"""What people and entries are found by: folded lines, words and slips of the pen, and why they were found."""
