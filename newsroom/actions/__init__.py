"""What can be done: one function an act, each one transaction and one line of history."""
