"""Define the format of exported files: columns, records and CSV."""
