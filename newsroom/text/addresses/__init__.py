"""Bring web addresses into one spelling, and decide which of them lead to the public internet."""
