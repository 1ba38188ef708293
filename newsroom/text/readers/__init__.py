"""Read sources of each format: take the raw pieces, and what the source states about itself."""
