"""What one will do for others, and they for one: after its signs, or told in plain words."""
