"""Where reporting comes from: shared wording, credits, speakers."""
