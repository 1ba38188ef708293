"""Read PDF files: letters with places become lines, lines become paragraphs in the order of reading."""
