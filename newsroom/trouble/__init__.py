"""Handle failures that are nobody's mistake, and limit what they affect."""
