"""Read lists of articles: feeds, tables of records, and the cells of tables."""
