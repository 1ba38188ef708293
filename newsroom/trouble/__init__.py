"""Handle failures that no person has caused, and limit how much they affect."""
