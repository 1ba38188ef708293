"""The parts of reading an HTML page."""
