"""Read the projections of highlighted passages, and where passages go when an article is parted."""
