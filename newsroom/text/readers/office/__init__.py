"""Read documents of office programs other than Word."""
