"""Read annotations that other tools wrote: one module for each format, all with the same result."""
