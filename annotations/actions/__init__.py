"""What people do to highlights, claims, links, tags and origins: one function an act."""
