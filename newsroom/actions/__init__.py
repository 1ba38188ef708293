"""Change the database: each action is one function, one transaction and one line of history."""
