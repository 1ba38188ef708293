"""What is exported: columns, records and CSV."""
