"""Define the default formats of dates and times on pages. Times are written with their zone (UTC)."""
