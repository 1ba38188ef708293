"""Import articles: accept sources for an import, work through the import, store articles and revisions."""
