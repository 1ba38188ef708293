"""Hold the formats for English."""
