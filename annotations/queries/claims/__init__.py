"""Read what the page of one claim shows."""
