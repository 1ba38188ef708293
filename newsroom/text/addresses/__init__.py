"""Addresses of pages: their one spelling, and where on the network they lead."""
