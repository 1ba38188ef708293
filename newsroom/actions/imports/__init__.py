"""Import articles: hand in sources, work through an import, store articles and revisions."""
