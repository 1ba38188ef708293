"""Find the outlets and agencies that a whole article credits or cites."""
