"""Find the article in an HTML page: its text, headline, byline and date."""
