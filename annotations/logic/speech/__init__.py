"""Find the speaker in a sentence or a paragraph by its verbs of speech."""
