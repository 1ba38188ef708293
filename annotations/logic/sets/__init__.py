"""Solve two textbook problems about sets that share elements: set packing and hitting set."""
