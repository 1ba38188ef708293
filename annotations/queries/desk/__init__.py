"""Read what the desk shows: panes, cards, links and notes."""
