"""The format of exports: columns, records and CSV."""
