"""Turn data into HTML."""
