"""Lists of the panel: columns, filters, pages, and rows that need a curator."""
