"""How numbers are written: in words, in digits, with bounds, as tolls, scores and ages."""
