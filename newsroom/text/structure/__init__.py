"""What each block does in its article."""
