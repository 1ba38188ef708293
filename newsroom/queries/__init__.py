"""Reading: what the pages and the actions ask the database. Writes nothing, paints nothing."""
