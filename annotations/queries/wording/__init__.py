"""Find texts that share wording, and study texts before they are imported."""
