"""How data becomes HTML."""
