"""How times are written where a page does not say so itself, as the panel's lists: with their zone."""
