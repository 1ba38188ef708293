"""Check the form of what pages send, before an action checks its rules."""
