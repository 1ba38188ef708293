"""What the pages send, checked for shape before an action judges it."""
