"""What the desk shows: panes, cards, and what stands beside them."""
