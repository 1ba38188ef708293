"""Build the lists of the admin panel: columns, filters, pages, and lines about rows that lack something."""
