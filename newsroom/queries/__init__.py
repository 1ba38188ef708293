"""Read from the database what pages and actions need. Queries write nothing and make no HTML."""
