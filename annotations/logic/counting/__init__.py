"""What stands behind a claim: independent sources, voices, the matrix and the timeline."""
