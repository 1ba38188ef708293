"""Write what is exported as one document of a format of other tools, not as a table."""
