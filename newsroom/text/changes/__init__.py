"""Compare two texts and describe what differs between them."""
