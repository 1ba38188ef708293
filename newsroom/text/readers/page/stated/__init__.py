"""Read what a page states about its article for machines."""
