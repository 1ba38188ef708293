"""Reading what comes from outside in a process of its own, which can be ended."""
