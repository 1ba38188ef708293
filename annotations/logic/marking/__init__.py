"""Where a passage stands, in this revision and in the next one."""
