"""Decode bytes to text."""
