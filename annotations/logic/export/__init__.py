"""The format of exported files: columns, records and CSV."""
