"""Through whom the passages of claims came, and what is counted together."""
