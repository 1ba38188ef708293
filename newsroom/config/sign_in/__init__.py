"""Protect signing in: limit wrong passwords, remember known browsers, and log who signs in."""
