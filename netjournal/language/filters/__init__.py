"""Filters: read from what was typed, narrowed, matched, and said again in words."""
