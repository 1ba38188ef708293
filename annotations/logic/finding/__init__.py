"""Find candidates for a quote, with reasons: passages of other articles that may make the same statement."""
