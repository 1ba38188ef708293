"""Find texts that share wording, and examine texts before they are imported."""
