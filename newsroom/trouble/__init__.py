"""What may go wrong that is nobody's mistake, and how far it may reach."""
