"""Define the acts of people on highlights, claims, links, tags and origins. Each act is one function."""
