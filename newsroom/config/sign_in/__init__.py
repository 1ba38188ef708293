"""Protect signing in: limit wrong passwords, remember known browsers, log who signs in."""
