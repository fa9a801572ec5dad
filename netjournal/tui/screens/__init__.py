"""The three screens: they alone talk to the journal."""
