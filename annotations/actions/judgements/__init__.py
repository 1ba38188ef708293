"""Acts on what a passage says of a claim or of another passage: evidence, links, silences."""
