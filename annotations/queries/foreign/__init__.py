"""Look up what is known about rows and documents of other desks and tools."""
