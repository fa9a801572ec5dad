"""``python -m netjournal`` is the command ``netjournal``."""

from netjournal.cli import main

main()
