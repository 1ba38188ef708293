"""Which story an article is part of."""
