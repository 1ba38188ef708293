"""Acts of importing: a request, one source, many sources, and an import by page."""
