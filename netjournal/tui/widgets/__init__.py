"""What is drawn on the screens: it gets values and answers with messages."""
