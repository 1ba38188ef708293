"""Which texts share their wording, and what can be known of a text before it is imported."""
