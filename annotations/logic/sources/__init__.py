"""Find out where reporting comes from: shared wording, credits, tellers and speakers."""
