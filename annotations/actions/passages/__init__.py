"""Define the acts on highlights, on their anchors, and on their projections in copies."""
