"""What a page states about its article for machines."""
