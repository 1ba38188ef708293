"""Find who tells a passage: the outlet or agency that its sentences or its article name."""
