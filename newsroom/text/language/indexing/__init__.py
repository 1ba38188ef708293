"""Say what the search index holds of a text, so that words are found in all their forms."""
