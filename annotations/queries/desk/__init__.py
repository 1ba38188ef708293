"""Read what the desk shows: articles side by side, cards of highlights, links and notes."""
