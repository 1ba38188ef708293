"""Who else says so: from a quote to candidates with reasons."""
