"""Change accounts, and remove what is personal from the history."""
