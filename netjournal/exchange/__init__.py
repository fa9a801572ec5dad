"""In and out: people from address books, and back to them."""
