"""Find the role of each block in its article, such as headline, byline or caption."""
