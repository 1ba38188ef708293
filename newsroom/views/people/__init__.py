"""Show the pages on which people keep their accounts: passwords, sessions and API tokens."""
