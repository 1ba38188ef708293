"""Turn articles, highlights and what people wrote into HTML."""
