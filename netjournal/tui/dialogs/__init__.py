"""What floats over a screen and answers with a result."""
