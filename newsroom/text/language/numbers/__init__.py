"""Read numbers in all their forms: words, digits, bounds, tolls, scores and ages."""
