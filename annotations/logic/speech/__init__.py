"""Who speaks in a sentence or a paragraph, read from its verbs of speech."""
