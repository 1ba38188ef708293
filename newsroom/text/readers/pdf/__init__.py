"""Read PDF files: join letters to lines by their places, and lines to paragraphs in reading order."""
